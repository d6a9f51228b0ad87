import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { HeadWords } from '../head-words.ts';
import { isDemonym, type KnownNames } from '../known-names.ts';
import type { NameLexicons } from '../lexicons.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive, personRun, type Run } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isAcronym, isCapitalised, plainWord, textBetween } from '../text.ts';
import type { TitleMatch, TitleReader } from '../title-words.ts';

/** A name without the titles before it. */
export interface StrippedName {
  readonly first: number;
  readonly last: number;
  /** Titles before the name, nearest first. */
  readonly titles: readonly TitleMatch[];
}

/**
 * Takes titles off the front of a stretch of name words: 'US National Security Advisor Jake Sullivan' gives 'Jake Sullivan'.
 * Nothing is taken where nothing like a name would be left.
 */
export function stripTitles(
  tokens: readonly Token[],
  run: Run,
  reader: TitleReader,
  lexicons: NameLexicons,
): StrippedName {
  const titles: TitleMatch[] = [];
  let first = run.first;
  for (let last = run.first; last < run.last; last++) {
    const next = tokens[last + 1];
    const match = reader.endingAt(tokens, last);
    if (match === undefined || next === undefined || !startsName(next)) continue;
    const inside = last > first && !titles.some((title) => title.last === last - 1);
    if (last === run.first && isGivenName(tokens, run, reader)) continue;
    if (inside && lexicons.nameParts.ambiguousTitles.has(plainWord(tokens[last] as Token))) continue;
    if (inside && isAddress(match) && lexicons.givenNames.has(tokens[last - 1]?.lower ?? '')) continue;
    titles.unshift(match);
    first = last + 1;
  }
  if (tokens[first]?.text === '.') first++;
  return { first, last: run.last, titles };
}

/** A word that stands within names too: 'Hassan Sheikh Mohamud'. */
const isAddress = ({ word }: TitleMatch): boolean => word.type === 'honorific' || word.type === 'sovereign';

/** 'Dean Kamen', 'Earl Spencer': a given name that is a title word too, before a single family name. */
function isGivenName(tokens: readonly Token[], run: Run, reader: TitleReader): boolean {
  const first = tokens[run.first];
  return (
    first !== undefined &&
    run.last === run.first + 1 &&
    isCapitalised(first.text) &&
    reader.isGivenName(first.lower)
  );
}

function startsName(token: Token): boolean {
  return isCapitalised(token.text) || /^(al|bin|ibn|de|van|von|abu|el|d'|o')$/u.test(token.lower);
}

/** People that a title announces although no model named them: 'Ms Banu', 'envoy Steve Witkoff', 'Sultan Haitham'. */
export function titledSpans(
  document: AnnotatedDocument,
  { titles: reader, heads, known }: SpanTools,
): NameSpan[] {
  const { lexicons } = heads;
  const found: NameSpan[] = [];
  const { tokens } = document;
  for (let i = 0; i + 1 < tokens.length; i++) {
    const match = isNameWord(document, i + 1) ? reader.endingAt(tokens, i) : undefined;
    if (match === undefined || !announces(document, match)) continue;
    if (isTitleCase(document, match) && !lexicons.givenNames.has(tokens[i + 1]?.lower ?? '')) continue;
    const run = personRun(document, i + 1, lexicons);
    if (run === undefined) continue;
    if (!isTradeAsName(match, tokens, run, reader) && holdsTitle(tokens, run, reader, lexicons)) continue;
    if (run.first === run.last && isThing(tokens[run.first] as Token, heads)) continue;
    const mayBeBody = lexicons.kindCues.person.either.has(tokens[match.last]?.lower ?? '');
    if (mayBeBody && run.first === run.last && !lexicons.givenNames.has(tokens[run.first]?.lower ?? ''))
      continue;
    if (lexicons.notNames.times.has(tokens[run.first]?.lower ?? '')) continue;
    if (run.first === run.last && known.lookup(tokens[run.first]?.text ?? '').some(isDemonym)) continue;
    if (match.word.type === 'post' && isLand(textBetween(document.text, tokens, run.first, run.last), known))
      continue;
    const rule = `names.title.${match.word.type}`;
    found.push({
      ...run,
      kind: 'person',
      rule,
      confidence: match.word.type === 'post' ? 0.8 : 0.9,
      readings: [],
    });
  }
  return found;
}

/** 'the Duke of Edinburgh', 'the Princess of Wales': people who are called by a title and a land; not 'the Prince of Wales Theatre'. */
export function peerSpans(document: AnnotatedDocument, { heads }: SpanTools): NameSpan[] {
  const { tokens } = document;
  return occurrencesOf(document, [...heads.lexicons.titles.peers]).flatMap((title): NameSpan[] => {
    const land = title.i + 2;
    if (!isCapitalised(title.text) || tokens[title.i + 1]?.text !== 'of' || !isNameWord(document, land))
      return [];
    const run = personRun(document, land, heads.lexicons);
    const [mark, next] = [1, 2].map((step) => tokens[(run?.last ?? land) + step]);
    const isOfThing = mark !== undefined && isPossessive(mark) && isCapitalised(next?.text ?? '');
    if (run === undefined || run.last > land + 1 || isOfThing || isThing(tokens[run.last] as Token, heads))
      return [];
    return [
      {
        first: title.i,
        last: run.last,
        kind: 'person',
        rule: 'names.title.peer',
        confidence: 0.8,
        readings: [],
      },
    ];
  });
}

/** Words for relatives before names: 'his wife, Mila,', "Babic's brother Luka". */
const relatives = [
  'wife',
  'husband',
  'widow',
  'widower',
  'son',
  'daughter',
  'brother',
  'sister',
  'mother',
  'father',
  'fiancée',
  'fiancé',
  'uncle',
  'aunt',
  'cousin',
  'nephew',
  'niece',
  'grandson',
  'granddaughter',
];

/** How many words may stand between whose relative it is and the noun: 'his younger brother'. */
const longestKinPhrase = 3;

/** People brought in by a single name as somebody's relatives, whatever else the name may be. */
export function kinSpans(document: AnnotatedDocument, { heads }: SpanTools): NameSpan[] {
  const { tokens } = document;
  return occurrencesOf(document, relatives).flatMap((noun): NameSpan[] => {
    if (noun.upos !== 'NOUN' || !isOwned(tokens, noun.i)) return [];
    const first = tokens[noun.i + 1]?.text === ',' ? noun.i + 2 : noun.i + 1;
    const run = isNameWord(document, first) ? personRun(document, first, heads.lexicons) : undefined;
    const token = tokens[first];
    const next = tokens[first + 1];
    if (run === undefined || token === undefined || run.last > first || !isCapitalised(token.text)) return [];
    if (first > noun.i + 1 && next?.text !== ',') return [];
    if (isThing(token, heads) || (next !== undefined && isPossessive(next))) return [];
    return [{ ...run, kind: 'person', rule: 'names.title.relative', confidence: 0.8, readings: [] }];
  });
}

/** Does a possessive stand before a noun, with few words between? */
function isOwned(tokens: readonly Token[], noun: number): boolean {
  for (let at = noun - 1; at >= noun - longestKinPhrase; at--) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (isPossessive(token) || /^(his|her|their|whose)$/.test(token.lower)) return true;
    if (!/^(ADJ|NUM)$/.test(token.upos)) return false;
  }
  return false;
}

/** 'the Refugee Convention', 'the Queen City': no family name, and a word for a thing, a body or a place. */
function isThing(token: Token, heads: HeadWords): boolean {
  const { nameParts, notNames } = heads.lexicons;
  const word = token.lower;
  if (notNames.heads.has(word) || word === 'city') return true;
  return (
    !nameParts.ambiguousHeads.has(word) &&
    (heads.groupKind([word]) !== undefined || heads.placeKind([word]) !== undefined)
  );
}

/** 'Lord Goldsmith', 'Ms Forester': behind a form of address a trade is a family name. */
function isTradeAsName(
  { word }: TitleMatch,
  tokens: readonly Token[],
  { first, last }: Run,
  reader: TitleReader,
): boolean {
  return (
    word.type === 'honorific' && first === last && reader.postKind(tokens[first]?.lower ?? '') === 'other'
  );
}

/** 'Deputy' before 'Foreign Minister X': the title nearer to the name announces it. */
function holdsTitle(
  tokens: readonly Token[],
  run: Run,
  reader: TitleReader,
  lexicons: NameLexicons,
): boolean {
  return (
    reader.endingAt(tokens, run.first) !== undefined ||
    stripTitles(tokens, run, reader, lexicons).titles.length > 0
  );
}

/** 'Star' of 'Star Wars', 'Author' of 'Author Contributions': a trade with a capital within a sentence is as likely part of another name. */
function isTitleCase(document: AnnotatedDocument, { first, word }: TitleMatch): boolean {
  const token = document.tokens[first];
  const isTrade = word.type === 'post' && (word.kind === 'other' || word.kind === 'member');
  return isTrade && token !== undefined && isCapitalised(token.text);
}

/** A title of a post announces a name only where it is a noun, not where it ends a name of its own. */
function announces(document: AnnotatedDocument, match: TitleMatch): boolean {
  const token = document.tokens[match.last];
  if (token === undefined) return false;
  if (match.word.type === 'honorific' || match.word.type === 'sovereign')
    return isCapitalised(token.text) && !isLetters(document, match.last);
  return (token.upos === 'NOUN' || token.upos === 'PROPN') && !token.lower.endsWith('s');
}

/** 'RT' of 'RT Kolka': letters before a word that is not all in capitals are no 'Rt.'. */
function isLetters({ tokens }: AnnotatedDocument, at: number): boolean {
  const [letters, next] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
  return isAcronym(letters) && !isAcronym(next);
}

/** A state or one of the larger regions: 'the attorney general West Virginia chose'. */
function isLand(name: string, known: KnownNames): boolean {
  return known
    .lookup(name)
    .some(
      ({ entry, use }) =>
        (entry.groupKind !== undefined && use !== 'adjective') ||
        (entry.placeKind === 'region' && (entry.population ?? 0) > 250_000),
    );
}

import {
  type AnnotatedDocument,
  child,
  children,
  hasRelation,
  headOf,
  headOfSpan,
  type Token,
} from '@dragoman/nlp';
import type { NameLexicons } from './lexicons.ts';
import { isPossessive } from './runs.ts';

/** Prepositions after which a state or capital is where something happens, whatever governs it. */
const placing = new Set([
  'in',
  'at',
  'near',
  'across',
  'inside',
  'throughout',
  'within',
  'around',
  'outside',
  'via',
  'through',
  'into',
  'off',
]);
/** Prepositions that place only what moves: 'flew to Oman', 'returned from Iraq', 'a trip to Japan'. */
const directing = new Set(['to', 'from', 'for', 'towards', 'toward']);

/** How many tokens behind its place a dateline's dash stands at most. */
const longestDateline = 15;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Is a state or city said here as a place (where something happens, where somebody goes), and not as one who acts? */
export function isPlaceUse(document: AnnotatedDocument, span: Stretch, lexicons: NameLexicons): boolean {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const governor = headOf(document, head.i);
  const preposition = child(document, head.i, 'case');
  if (preposition !== undefined && preposition.i < span.first) {
    if (placing.has(preposition.lower)) return true;
    if (directing.has(preposition.lower))
      return (
        governor !== undefined &&
        (moves(document, governor, lexicons) ||
          (preposition.lower === 'from' && lexicons.placeHeads.comingNouns.has(governor.lemma)))
      );
    if (preposition.lower === 'of')
      return (
        governor !== undefined &&
        (namesPlace(governor, lexicons) || lexicons.placeHeads.ofNouns.has(governor.lower))
      );
    if (/^(with|between)$/.test(preposition.lower))
      return governor !== undefined && lexicons.placeHeads.borderNouns.has(governor.lower);
    if (preposition.lower === 'over')
      return governor !== undefined && lexicons.placeHeads.topical.has(governor.lemma);
  }
  if (isBased(document, span) || isSecondOfDateline(document, span) || isEndOfWay(document, span))
    return true;
  if (followsPlace(document, span)) return true;
  if (governor === undefined) return false;
  if (hasRelation(head, 'nmod:poss')) return namesPlace(governor, lexicons);
  if (hasRelation(head, 'obj')) return lexicons.placeHeads.motion.has(governor.lemma);
  if (hasRelation(head, 'conj')) return isConjunctOfPlace(document, head, governor, lexicons);
  return false;
}

/**
 * 'the French plane-maker', 'the Guatemalan frontier': an adjective that tells where something is or comes from, and not who acts;
 * 'a Finnish hydrologist', 'the Russian capital' tell of somebody or of a town, and less of the land.
 */
export function originOf(
  document: AnnotatedDocument,
  span: Stretch,
  { groupHeads }: NameLexicons,
): 'of something' | 'of somebody' | undefined {
  const { tokens } = document;
  if (tokens[span.last + 1]?.text === '-')
    return tokens[span.last + 2]?.lower === 'based' ? 'of something' : undefined;
  if (/^[\p{L}.]+-based$/u.test(tokens[span.last]?.text ?? '')) return 'of something';
  const noun = headOf(document, headOfSpan(document, { start: span.first, end: span.last + 1 }).i);
  if (noun === undefined || noun.i <= span.last || noun.i > span.last + 5) return undefined;
  if (groupHeads.originsOfPeople.has(noun.lower)) return 'of somebody';
  return groupHeads.origins.has(noun.lower) ? 'of something' : undefined;
}

/** 'Pakistan-based'. */
function isBased({ tokens }: AnnotatedDocument, { last }: Stretch): boolean {
  return tokens[last + 1]?.text === '-' && tokens[last + 2]?.lower === 'based';
}

/** The land in 'DUBAI, United Arab Emirates —' and 'MOROTO, Uganda, June 11 (Agency) -' at the beginning of a line. */
function isSecondOfDateline(document: AnnotatedDocument, { first, last }: Stretch): boolean {
  const { tokens } = document;
  if (tokens[first - 1]?.text !== ',' || !/^(?:[–—-]+|,)$/.test(tokens[last + 1]?.text ?? '')) return false;
  let town = first - 2;
  while (town > 0 && first - town < 5 && tokens[town]?.sentence === tokens[town - 1]?.sentence) town--;
  return isDateline(document, { first: town, last: first - 2 });
}

/** The ends of 'from Senegal to Gran Canaria', 'from Paris to Prague'. */
function isEndOfWay({ tokens }: AnnotatedDocument, { first, last }: Stretch): boolean {
  const named = (at: number): boolean => tokens[at]?.upos === 'PROPN';
  if (tokens[first - 1]?.lower === 'from') return tokens[last + 1]?.lower === 'to' && named(last + 2);
  if (tokens[first - 1]?.lower !== 'to' || !named(first - 2)) return false;
  let at = first - 2;
  while (named(at - 1)) at--;
  return tokens[at - 1]?.lower === 'from';
}

/** 'DHAKA, 18 February 2026 –', 'KATHMANDU:': the place a paragraph opens with. */
export function isDateline(document: AnnotatedDocument, span: Stretch): boolean {
  const first = document.tokens[span.first];
  const before = document.tokens[span.first - 1];
  if (
    first === undefined ||
    (before !== undefined && !document.text.slice(before.end, first.start).includes('\n'))
  )
    return false;
  if (document.tokens[span.last + 1]?.text === ':') return true;
  for (let i = span.last + 1; i < span.last + longestDateline; i++) {
    const token = document.tokens[i];
    if (token === undefined || token.upos === 'VERB' || token.upos === 'AUX') return false;
    if (/^[–—-]+$/.test(token.text) && token.start > (document.tokens[i - 1]?.end ?? 0)) return true;
  }
  return false;
}

/** Is a city said as a modifier of a noun: 'the Muscat talks', 'a London businessman'? */
export function isModifier(document: AnnotatedDocument, span: Stretch): boolean {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  return hasRelation(head, 'compound') || hasRelation(head, 'amod');
}

function moves(document: AnnotatedDocument, governor: Token, lexicons: NameLexicons): boolean {
  const { motion, motionNouns } = lexicons.placeHeads;
  return (
    motion.has(governor.lemma) || motionNouns.has(governor.lemma) || isMoved(document, governor, lexicons)
  );
}

/** 'ship 312 engines to Iran', where the parser hangs 'to Iran' on what is shipped. */
function isMoved(document: AnnotatedDocument, noun: Token, lexicons: NameLexicons): boolean {
  const verb = headOf(document, noun.i);
  return hasRelation(noun, 'obj') && verb !== undefined && lexicons.placeHeads.motion.has(verb.lemma);
}

function namesPlace(governor: Token, lexicons: NameLexicons): boolean {
  const word = governor.lower;
  if (lexicons.placeHeads.partNouns.has(word)) return true;
  return Object.values(lexicons.placeHeads.heads).some((heads) => heads.has(word));
}

/** 'Muscat, Oman': a comma before it and a proper name before the comma that it hangs on. */
function followsPlace(document: AnnotatedDocument, span: Stretch): boolean {
  const comma = document.tokens[span.first - 1];
  const before = document.tokens[span.first - 2];
  const next = document.tokens[span.last + 1];
  if (comma?.text !== ',' || before === undefined || before.upos !== 'PROPN') return false;
  if (next !== undefined && isPossessive(next)) return false;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  return (
    /^(appos|nmod|list|dep|flat)/.test(head.deprel) &&
    head.head <= before.i &&
    children(document, head.i, 'cc').length === 0 &&
    !isPossessive(before)
  );
}

function isConjunctOfPlace(
  document: AnnotatedDocument,
  head: Token,
  governor: Token,
  lexicons: NameLexicons,
): boolean {
  return (
    head.i !== governor.i &&
    governor.upos === 'PROPN' &&
    isPlaceUse(document, { first: governor.i, last: governor.i }, lexicons)
  );
}

/**
 * Does a region or city act here as its government does: 'Texas sued', "Ohio's procedure", 'ruled against Ohio', 'the city of Phoenix
 * demands'?
 */
export function actsAsGovernment(
  document: AnnotatedDocument,
  span: Stretch,
  { metonyms }: NameLexicons,
): boolean {
  const { verbs, owns, against, of } = metonyms.governing;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const governor = headOf(document, head.i);
  if (governor === undefined) return false;
  if (hasRelation(head, 'nsubj')) return governor.upos === 'VERB' && verbs.has(governor.lemma);
  const next = document.tokens[span.last + 1];
  if (hasRelation(head, 'nmod:poss') && next !== undefined && isPossessive(next))
    return owns.has(governor.lower);
  const preposition = child(document, head.i, 'case')?.lower;
  if (preposition === 'against') return against.has(governor.lemma);
  if (preposition !== 'of' || !of.has(governor.lemma)) return false;
  if (!/^(city|state|county|province|town)$/.test(governor.lemma)) return true;
  const verb = headOf(document, governor.i);
  return hasRelation(governor, 'nsubj') && verb?.upos === 'VERB' && verbs.has(verb.lemma);
}

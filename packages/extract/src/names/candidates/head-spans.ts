import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import { type HeadWords, runWords } from '../head-words.ts';
import { isNameWord, isPossessive, nameRun, type Run, withoutTimes } from '../runs.ts';
import { withoutLead } from './name-bounds.ts';
import type { NameSpan } from '../spans.ts';
import { isAcronym, isSmallNoun } from '../text.ts';
import { joinedWords } from '../title-words.ts';

/**
 * Names that their head word tells: 'Rift Futures Institute', 'Ministry of Defence', 'Strait of Hormuz', 'Logar province'.
 * `ends` tells where names end that are known otherwise: runs are cut there.
 */
export function headSpans(document: AnnotatedDocument, heads: HeadWords, ends: NameEnds): NameSpan[] {
  const found: NameSpan[] = [];
  for (let i = 0; i < document.tokens.length; i++) {
    if (opensPartyLabel(document, i)) i += 2;
    if (endsHyphened(document, i)) continue;
    const run = nameRun(document, i, (word) => heads.joins(word));
    if (run === undefined) continue;
    for (const piece of cutRun(document, run, heads, ends)) {
      const trimmed = withoutTimes(
        document,
        ends.trim(withoutOpening(document, piece, heads, ends)),
        heads.lexicons.notNames.times,
      );
      const span =
        lowerHeadedPlace(document, piece, heads, ends) ??
        lowerHeadedGroup(document, piece, heads, ends) ??
        (trimmed === undefined ? undefined : spanOfRun(document, trimmed, heads));
      if (span !== undefined && !isPortfolio(document, span)) found.push(span);
    }
    i = run.last;
  }
  return found;
}

/** 'Albanian Energy' of 'Albanian Energy Minister': what a minister is for. */
function isPortfolio({ tokens }: AnnotatedDocument, { last }: NameSpan): boolean {
  return /^Ministers?$/.test(tokens[last + 1]?.text ?? '');
}

/** 'Many Democrats', 'Former White House …', 'Wary Republicans': a word that has its capital from the beginning of its sentence. */
function withoutOpening(document: AnnotatedDocument, run: Run, heads: HeadWords, ends: NameEnds): Run {
  const opening = tokenOf(document, run.first);
  const shorn = withoutLead(document, run, heads);
  if (shorn.first > run.first) return shorn;
  const rest = { first: run.first + 1, last: run.last };
  if (document.sentences[opening.sentence]?.first !== run.first || run.first === run.last) return run;
  const isStatus = Object.values(heads.lexicons.titles.status).some((words) => words.has(opening.lower));
  const isQuality = /^(ADJ|DET|NUM)$/.test(opening.upos) && ends.known(rest) && !ends.known(run);
  return isStatus || (isQuality && !ends.name(run.first)) ? rest : run;
}

/** 'Chief' of 'Commander-in-Chief': a word behind a hyphen and a small word. */
function endsHyphened({ tokens }: AnnotatedDocument, index: number): boolean {
  return tokens[index - 1]?.text === '-' && /^(in|of|de|to|at)$/.test(tokens[index - 2]?.text ?? '');
}

/** 'D' of '(D-Newport News)'. */
function opensPartyLabel({ tokens }: AnnotatedDocument, index: number): boolean {
  return (
    tokens[index - 1]?.text === '(' &&
    /^[RDI]$/.test(tokens[index]?.text ?? '') &&
    tokens[index + 1]?.text === '-'
  );
}

/** Where other names end: of any kind, of people, and titles of posts ('Commanders of the …'). */
export interface NameEnds {
  readonly name: (token: number) => boolean;
  readonly person: (token: number) => boolean;
  readonly title: (token: number) => boolean;
  readonly startsPerson: (token: number) => boolean;
  /** Does a form of address stand before a token: 'Mr. Morgan of the Sierra Club'? */
  readonly addressed: (token: number) => boolean;
  /** Is a run a name of the gazetteer? */
  readonly known: (run: Run) => boolean;
  /** Is a run the name of armed people: 'Al Qaeda' of 'Al Qaeda caves'? */
  readonly armed: (run: Run) => boolean;
  /** A run without titles behind a body's name: 'House of Representatives Speaker'. */
  readonly trim: (run: Run) => Run;
}

/** Cuts a run where one name ends and another begins: "Iran's | Fars News Agency", 'Hamas and | Islamic Jihad'. */
function cutRun(document: AnnotatedDocument, run: Run, heads: HeadWords, ends: NameEnds): Run[] {
  const pieces: Run[] = [];
  let first = run.first;
  for (let i = run.first + 1; i < run.last; i++) {
    const token = document.tokens[i];
    if (
      token === undefined ||
      (!(ends.title(i) && ends.startsPerson(i + 1)) &&
        !cutsAt(document, { first, last: i - 1 }, i, heads, ends))
    )
      continue;
    pieces.push({ first, last: i - 1 });
    first = i + 1;
    while (first < run.last && !isNameWord(document, first)) first++;
  }
  pieces.push({ first, last: run.last });
  return pieces;
}

/** Does a name end before the joining word or ending at a token? */
function cutsAt(
  document: AnnotatedDocument,
  left: Run,
  at: number,
  heads: HeadWords,
  ends: NameEnds,
): boolean {
  const token = tokenOf(document, at);
  if (isNameWord(document, at)) return false;
  const { notNames } = heads.lexicons;
  if (
    /^(on|in|to|for)$/.test(token.lower) &&
    ((ends.name(left.last) && left.first === left.last) ||
      notNames.words.has(document.tokens[at + 1]?.lower ?? ''))
  )
    return true;
  const words = runWords(document, left);
  if (token.lower === 'on' && !heads.lexicons.groupHeads.concerned.has(words.at(-1) ?? '')) return true;
  if (token.lower === 'for' && words.includes('court')) return false;
  const isForBody = token.lower === 'for' && document.tokens[at + 1]?.lower === 'the';
  if (isForBody && isAcronym(document.tokens[at + 2]?.text ?? '')) return true;
  if (token.lower === 'and' && left.first === left.last && isAcronym(document.tokens[left.first]?.text ?? ''))
    return true;
  if (token.lower === 'and' && words.length > 2 && isAcronym(document.tokens[at + 1]?.text ?? ''))
    return true;
  if (token.lower === 'of' && words.length > 1 && ends.startsPerson(at + 1)) return true;
  const isLeftKnown = token.lower === 'of' && words.length === 1 && ends.known(left);
  if (isLeftKnown && document.tokens[at + 1]?.lower === 'the' && heads.groupKind(words) === undefined)
    return true;
  if (token.lower === 'of' && isOrdinal(document.tokens[left.first - 1])) return true;
  if (isPossessive(token) && isLoneHead(document, at + 1, heads) && heads.groupKind(words) !== undefined)
    return false;
  if (isPossessive(token) && /^(st|saint)$/.test(words[0] ?? '') && isLoneHead(document, at + 1, heads))
    return false;
  if (
    isPossessive(token) &&
    ends.title(left.last) &&
    heads.groupKind([document.tokens[at + 1]?.lower ?? '']) === 'government_body'
  )
    return false;
  if (token.lower === 'of' && ends.addressed(left.first)) return true;
  if (token.lower === 'of' && isWithinPurpose(words, heads)) return false;
  if (token.lower === 'of' || token.lower === 'for')
    return ends.person(left.last) || (ends.title(left.last) && words.length === 1) || !heads.opens(words);
  if (!isPossessive(token) && token.lower !== 'and') return false;
  if (
    token.lower === 'and' &&
    heads.openingKind(words) !== undefined &&
    !startsOwnName(document, at + 1, heads, ends)
  )
    return false;
  if (token.lower === 'and' && isHalfOfName(document, left, at, heads, ends)) return false;
  if (ends.name(left.last) || document.tokens[at + 1]?.lower === 'the') return true;
  if (isPossessive(token) && words.length > 1 && heads.lexicons.givenNames.has(words[0] ?? '')) return true;
  return words.length > 1 && heads.groupKind(words) !== undefined;
}

/** '5th' before 'Brigade of the Kenyan army'. */
const isOrdinal = (token: Token | undefined): boolean => /^\d+(st|nd|rd|th)$/.test(token?.lower ?? '');

/** 'International Tribunal for the Law' before 'of the Sea': what a body is for may have an 'of' of its own. */
const isWithinPurpose = (words: readonly string[], heads: HeadWords): boolean =>
  words
    .slice(1, -1)
    .some((word, i) => /^(for|on)$/.test(word) && heads.groupKind(words.slice(0, i + 1)) !== undefined);

/** 'Office' of "Public Prosecutor's Office": one word for a body behind which the name is over. */
function isLoneHead(document: AnnotatedDocument, at: number, heads: HeadWords): boolean {
  const head = document.tokens[at];
  return (
    head !== undefined &&
    isNameWord(document, at) &&
    heads.groupKind([head.lower]) !== undefined &&
    !isNameWord(document, at + 1) &&
    document.tokens[at + 1]?.lower !== 'of'
  );
}

/** 'House Oversight and Government Reform Committee': what stands before 'and' has no head of its own, what stands behind has one. */
function isHalfOfName(
  document: AnnotatedDocument,
  left: Run,
  at: number,
  heads: HeadWords,
  ends: NameEnds,
): boolean {
  const words = runWords(document, left);
  if (words.length < 2 || !ends.name(left.last) || ends.person(left.last) || ends.known(left)) return false;
  if (heads.groupKind(words) !== undefined || heads.placeKind(words) !== undefined) return false;
  const from = document.tokens[at + 1]?.lower === 'the' ? at + 2 : at + 1;
  const right = nameRun(document, from, () => false);
  const last = right === undefined ? undefined : runWords(document, right).at(-1);
  if (right === undefined || last === undefined) return false;
  const articled = document.tokens[left.first - 1]?.lower === 'the' && right.last === right.first + 1;
  return (articled ? joining : chambers).test(last);
}

/** Bodies whose field has two parts joined by 'and'; behind 'the' companies and unions too: 'the Manila Ports and Lighterage Company'. */
const chambers = /^(committee|subcommittee|commission|department|ministry|agency|authority|bureau|council)$/;
const joining =
  /^(committee|subcommittee|commission|department|ministry|agency|authority|bureau|council|company|corporation|union|association|federation|society|board)$/;

/** Does another name begin after 'and' of 'Institute for Science and …'? It does where the run that follows has a head of its own. */
function startsOwnName(
  document: AnnotatedDocument,
  first: number,
  heads: HeadWords,
  ends: NameEnds,
): boolean {
  const run = nameRun(document, first, () => false);
  return (
    run === undefined ||
    heads.lexicons.groupHeads.members.has(document.tokens[first]?.lower ?? '') ||
    (run.first === run.last ? ends.name(run.last) : heads.groupKind(runWords(document, run)) !== undefined)
  );
}

/** The span of a run by its opening or its last word. */
function spanOfRun(document: AnnotatedDocument, run: Run, heads: HeadWords): NameSpan | undefined {
  const words = runWords(document, run);
  const opening = heads.openingKind(words);
  const venue = heads.placeKind(words.slice(-1));
  if (
    opening?.kind === 'group' &&
    words.length > 3 &&
    venue === 'facility' &&
    heads.groupKind(words) === undefined
  )
    return headed(run, 'place', venue, 'names.head');
  if (opening !== undefined) return headed(run, opening.kind, opening.subkind, 'names.opening');
  if (words.length < 2 || Object.hasOwn(heads.lexicons.titles.honorifics, words[0] ?? '')) return undefined;
  if (words.length === 3 && isRanked(words, heads)) return undefined;
  const site = words.length > 2 ? heads.sitePlaceKind(words) : undefined;
  if (site !== undefined) return headed(run, 'place', site, 'names.head');
  const groupKind = heads.groupKind(words);
  if (groupKind === 'ngo' && words.join(' ') === 'human rights') return undefined;
  if (groupKind !== undefined) return headed(run, 'group', groupKind, 'names.head');
  const placeKind = heads.placeKind(words);
  return placeKind === undefined ? undefined : headed(run, 'place', placeKind, 'names.head');
}

/** 'Commander John Harbour': a rank, a given name and a family name that is a word for a place or body. */
const isRanked = ([rank = '', given = '']: readonly string[], { lexicons }: HeadWords): boolean =>
  lexicons.titles.ranks.has(rank) && lexicons.givenNames.has(given);

/** A name and its lower-case place head: 'Rukban camp', 'Logar province', 'Beyoğlu district'; 'the Clinton camp', 'the March quarter', 'Hezbollah tunnels' are no places. */
function lowerHeadedPlace(
  document: AnnotatedDocument,
  run: Run,
  heads: HeadWords,
  ends: NameEnds,
): NameSpan | undefined {
  const next = document.tokens[run.last + 1];
  if (next === undefined || !isSmallNoun(next)) return undefined;
  if (next.lower === 'camp' && ends.person(run.last)) return undefined;
  const { notNames } = heads.lexicons;
  const only = run.first === run.last ? (document.tokens[run.first]?.lower ?? '') : '';
  if (notNames.times.has(only) || notNames.words.has(only) || ends.armed(run)) return undefined;
  const two = joinedWords(document.tokens, next.i, next.i + 1);
  const { lowerCase } = heads.lexicons.placeHeads;
  const last = lowerCase.has(two) ? next.i + 1 : next.i;
  if (last === next.i && !lowerCase.has(next.lower)) return undefined;
  const kind = heads.placeKind([two]) ?? heads.placeKind([next.lower]) ?? 'facility';
  return headed({ first: withArticle(document, run.first), last }, 'place', kind, 'names.lower-head');
}

/** 'al' of 'the al-Tanf base': the Arabic article before the hyphen is part of the name. */
function withArticle({ tokens }: AnnotatedDocument, first: number): number {
  const [hyphen, article] = [tokens[first - 1], tokens[first - 2]];
  const isGlued =
    hyphen?.text === '-' && hyphen.end === tokens[first]?.start && article?.end === hyphen.start;
  return isGlued && /^(al|el|ad|as|ash|ar|an)$/i.test(article?.text ?? '') ? first - 2 : first;
}

/** A name and its lower-case head: 'the Bright Road party', 'the Shirak diocese'; no name of the gazetteer, unless the body sits at that place. */
function lowerHeadedGroup(
  document: AnnotatedDocument,
  run: Run,
  heads: HeadWords,
  ends: NameEnds,
): NameSpan | undefined {
  const { lowerCase, seated } = heads.lexicons.groupHeads;
  const next = document.tokens[run.last + 1];
  if (next === undefined || !lowerCase.has(next.text) || !/^(NOUN|PROPN)$/.test(next.upos)) return undefined;
  const { notNames, groupHeads } = heads.lexicons;
  const words = runWords(document, run);
  const plain =
    words.length === 1 && (notNames.words.has(words[0] ?? '') || notNames.times.has(words[0] ?? ''));
  if (plain || ends.person(run.last) || ends.title(run.last) || groupHeads.qualifiers.has(words.at(-1) ?? ''))
    return undefined;
  if (ends.known(run) && !seated.has(next.text)) return undefined;
  const after = document.tokens[next.i + 1];
  if (after?.upos === 'NOUN') return undefined;
  // 'Eurosceptic party UKIP': the name stands behind
  if (isNameWord(document, next.i + 1) && !notNames.times.has(after?.lower ?? '')) return undefined;
  return headed(
    { first: run.first, last: next.i },
    'group',
    heads.groupKind([next.text]) ?? 'other',
    'names.lower-head',
  );
}

function headed(run: Run, kind: 'group' | 'place', subkind: string, rule: string): NameSpan {
  const kinds = kind === 'group' ? { groupKind: subkind } : { placeKind: subkind };
  return { ...run, kind, rule, confidence: 0.75, readings: [], ...kinds };
}

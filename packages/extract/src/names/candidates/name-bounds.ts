import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from './model-spans.ts';
import { type HeadWords, runWords } from '../head-words.ts';
import { isPossessive, prefixed, type Run } from '../runs.ts';
import { foldName, isCapitalised, plainWord, textBetween } from '../text.ts';
import { joinedWords } from '../title-words.ts';

/**
 * 'Boats of the Fish Farmers' Association', 'Chipmaker Arasaka': without the people, things or kind of body at the beginning of a sentence
 * that have their capital from there.
 */
export function withoutLead(document: AnnotatedDocument, run: Run, heads: HeadWords): Run {
  const { lexicons } = heads;
  const { tokens, sentences } = document;
  const opening = tokens[run.first];
  if (opening === undefined || run.last === run.first || sentences[opening.sentence]?.first !== run.first)
    return run;
  const next = tokens[run.first + 1];
  if (opening.xpos === 'NNS' && next?.lower === 'of' && !lexicons.groupHeads.opening.has(opening.lower)) {
    const first = tokens[run.first + 2]?.lower === 'the' ? run.first + 3 : run.first + 2;
    return first <= run.last && !lexicons.groupHeads.members.has(opening.lower)
      ? { first, last: run.last }
      : run;
  }
  const isKind =
    /^(NOUN|PROPN)$/.test(opening.upos) &&
    heads.commonKind(opening.lower) !== undefined &&
    heads.groupKind([opening.lower]) === undefined;
  return isKind && isCapitalised(next?.text ?? '') ? { first: run.first + 1, last: run.last } : run;
}

/** A dash with spaces around it ends a name, and a colon, a bar, an address. */
export function cutAtDashes(document: AnnotatedDocument, run: Run): Run[] {
  const pieces: Run[] = [];
  let { first } = run;
  for (let i = run.first; i <= run.last; i++) {
    const token = tokenOf(document, i);
    const dash = /^[–—-]+$/.test(token.text) && token.start !== document.tokens[i - 1]?.end;
    if (!dash && !/^[:|]$|.@.|^https?:|^www\./.test(token.text)) continue;
    if (i > first) pieces.push({ first, last: i - 1 });
    first = i + 1;
  }
  return first > run.last ? pieces : [...pieces, { first, last: run.last }];
}

/** "Johns Hopkins University's School of …", "Iran's Fars News Agency": two bodies, unless the second is a bare one ("Iran's Foreign Ministry"). */
export function cutAtPossessives(document: AnnotatedDocument, run: Run, tools: SpanTools): Run[] {
  for (let i = run.first + 1; i < run.last; i++) {
    if (!isPossessive(tokenOf(document, i))) continue;
    const [left, right] = [
      { first: run.first, last: i - 1 },
      { first: i + 1, last: run.last },
    ];
    const owner = tools.heads.groupKind(runWords(document, left)) !== undefined && left.last > left.first;
    const known =
      tools.known.lookup(textBetween(document.text, document.tokens, left.first, left.last)).length > 0;
    const bare = tools.heads.bareKind(joinedWords(document.tokens, right.first, right.last)) !== undefined;
    const words = runWords(document, left);
    const person = words.length > 1 && tools.heads.lexicons.givenNames.has(words[0] ?? '');
    const single =
      right.first === right.last && !known && tools.heads.groupKind(runWords(document, right)) !== undefined;
    if ((owner || known || person) && !bare && (!single || person))
      return [left, ...cutAtPossessives(document, right, tools)];
  }
  return [run];
}

/**
 * 'Voice of America and Radio Kolka', 'Ternova UK and the Ostrava Council': two bodies that the model took for one, where one of them is known
 * or an article stands between; 'Barclays and Sons' and 'Ministry of Women and the Family' are one.
 */
export function cutAtConjunction(document: AnnotatedDocument, run: Run, { known }: SpanTools): Run[] {
  const { tokens, text } = document;
  const isBody = ({ first, last }: Run): boolean =>
    known
      .lookup(textBetween(text, tokens, first, last))
      .some((hit) => hit.entry.groupKind !== undefined && hit.entry.groupKind !== 'state' && !isDemonym(hit));
  for (let at = run.first + 1; at < run.last; at++) {
    if (tokens[at]?.lower !== 'and') continue;
    const isArticled = tokens[at + 1]?.lower === 'the';
    const [left, right] = [
      { first: run.first, last: at - 1 },
      { first: isArticled ? at + 2 : at + 1, last: run.last },
    ];
    if (right.first > right.last || isBody(run)) return [run];
    const hasField = tokens.slice(left.first, at).some(({ lower }) => /^(of|for|on|to)$/.test(lower));
    const isTail = partners.test(tokens[right.last]?.lower ?? '') && right.first === right.last;
    if (isArticled ? !hasField : !isTail && (isBody(left) || isBody(right))) return [left, right];
  }
  return [run];
}

/** Whom a firm or programme names behind its own name. */
const partners = /^(co|company|sons|brothers|friends|partners|associates|daughters|family)\.?$/;

/**
 * "Depositors' Association in Limassol", 'Selat Terminals Berhad of Malaysia': a body that is whole without the place behind it, and
 * the place. 'University of California at Berkeley' is one name.
 */
export function cutAtSeats(document: AnnotatedDocument, run: Run, { heads, known }: SpanTools): Run[] {
  const { tokens, text } = document;
  for (let at = run.first + 1; at < run.last; at++) {
    const word = tokens[at]?.lower ?? '';
    if (!/^(in|at|of|to)$/.test(word)) continue;
    const [left, right] = [
      { first: run.first, last: at - 1 },
      { first: at + 1, last: run.last },
    ];
    const words = runWords(document, left);
    const lands = known.lookup(textBetween(text, tokens, right.first, right.last));
    const isLand = lands.some(({ entry }) => entry.placeKind !== undefined || entry.groupKind === 'state');
    const headed = heads.groupKind(words) !== undefined;
    const bare = heads.bareKind(words.at(-1) ?? '') !== undefined || words[0] === 'university';
    const isKnownFirm = known
      .lookup(textBetween(text, tokens, left.first, left.last))
      .some(({ entry }) => entry.groupKind === 'company');
    if (
      word === 'of'
        ? isLand && (isKnownFirm || isWholeCompany(words, heads))
        : headed && !bare && (isLand || word === 'at')
    )
      return [left, right];
  }
  return [run];
}

const isWholeCompany = (words: readonly string[], { lexicons }: HeadWords): boolean =>
  words.length > 1 && lexicons.groupHeads.forms.has(words.at(-1) ?? '');

/** 'Luis Abinader of the Modern Revolutionary Party': a person named in full and the body behind 'of'. */
export function cutBehindPerson(document: AnnotatedDocument, run: Run, { heads }: SpanTools): Run[] {
  const { tokens } = document;
  let of = run.first + 2;
  while (of < run.last && of <= run.first + 4 && tokens[of]?.lower !== 'of') of++;
  if (tokens[of]?.lower !== 'of' || of >= run.last) return [run];
  const words = runWords(document, { first: run.first, last: of - 1 });
  const isBearer = heads.lexicons.givenNames.has(words[0] ?? '') || mayBePerson(words, tokens[of + 1], heads);
  if (!isBearer || heads.groupKind(words) !== undefined) return [run];
  const first = tokens[of + 1]?.lower === 'the' ? of + 2 : of + 1;
  const body = heads.groupKind(runWords(document, { first, last: run.last })) !== undefined;
  return first > run.last || !body
    ? [run]
    : [
        { first: run.first, last: of - 1 },
        { first, last: run.last },
      ];
}

/** Two or three words before 'of the', none of them a word for a body, its people or a place. */
function mayBePerson(words: readonly string[], article: Token | undefined, heads: HeadWords): boolean {
  const { groupHeads, notNames } = heads.lexicons;
  return (
    article?.lower === 'the' &&
    /^[23]$/.test(String(words.length)) &&
    words.every(
      (word) =>
        heads.groupKind([word]) === undefined &&
        heads.placeKind([word]) === undefined &&
        heads.commonKind(word) === undefined &&
        !groupHeads.members.has(word) &&
        !groupHeads.opening.has(word) &&
        !groupHeads.qualifiers.has(word) &&
        !notNames.heads.has(word) &&
        !notNames.words.has(word),
    )
  );
}

/** 'House of Representatives Speaker' without the title that the model took in. */
export function withoutTitleBehind(
  document: AnnotatedDocument,
  run: Run,
  tools: Pick<SpanTools, 'titles' | 'heads'>,
): Run {
  let { last } = run;
  if (document.tokens[last - 1]?.lower === 'of') return run;
  while (
    last > run.first &&
    tools.titles.wordOf(plainWord(tokenOf(document, last))) !== undefined &&
    tools.heads.groupKind([tokenOf(document, last).lower]) === undefined
  )
    last = Math.max(run.first, (tools.titles.endingAt(document.tokens, last)?.first ?? last) - 1);
  return /^(of|the|for|and)$/.test(document.tokens[last]?.lower ?? '') ? run : { first: run.first, last };
}

/**
 * A person of one word with the other half of the name beside it that the model overlooked: a capitalised word behind, or a given
 * name in front.
 */
export function withNeighbours(document: AnnotatedDocument, run: Run, tools: SpanTools): Run {
  const { tokens } = document;
  if (run.first !== run.last) return withGivenName(document, run, tools);
  const [before, after] = [tokens[run.first - 1], tokens[run.last + 1]];
  if (
    after !== undefined &&
    isOtherHalf(document, run, after, tools) &&
    !/^(DET|PRON|ADP|CCONJ|SCONJ|PART)$/.test(after.upos)
  )
    return { first: run.first, last: after.i };
  const given =
    before !== undefined &&
    (tools.heads.lexicons.givenNames.has(foldName(before.text)) || isForename(document, before));
  return given && isOtherHalf(document, run, before, tools) ? { first: before.i, last: run.last } : run;
}

/** 'Nazreen' of "Labour's Nazreen Aslam", 'Yevhen' of 'cellist Yevhen Sokil' and 'beat Yevhen Sokil': a word with a capital that hangs on the name. */
function isForename(
  { tokens }: AnnotatedDocument,
  { i, deprel, head, text, sentence, upos }: Token,
): boolean {
  const before = tokens[i - 1];
  if (!/^(?:\p{Lu}\p{Ll}+|(?:\p{Lu}\.)+)$/u.test(text) || head !== i + 1) return false;
  if (before?.sentence !== sentence) return upos === 'PROPN' && /^(compound|flat|nmod:desc)$/.test(deprel);
  if (isCapitalised(before.text)) return false;
  if (/^(NUM|VERB|ADP)$/.test(before.upos)) return upos === 'PROPN' && /^(compound|flat)$/.test(deprel);
  return /^(compound|flat|nmod:desc|amod)$/.test(deprel) && (isPossessive(before) || before.upos === 'NOUN');
}

/** 'Cheikh' of 'Cheikh Tidiane Ould Lemrabott': a given name in front, within the name's own phrase, that the model overlooked. */
function withGivenName(document: AnnotatedDocument, run: Run, tools: SpanTools): Run {
  const before = document.tokens[run.first - 1];
  if (before?.upos !== 'PROPN' || !/^[,:;]|^$/.test(document.tokens[run.first - 2]?.text ?? '')) return run;
  const given = tools.heads.lexicons.givenNames.has(foldName(before.text));
  return given && isOtherHalf(document, run, before, tools) ? { first: before.i, last: run.last } : run;
}

function isOtherHalf(document: AnnotatedDocument, run: Run, token: Token, tools: SpanTools): boolean {
  const own = document.tokens[run.first];
  if (token.sentence !== own?.sentence || !isCapitalised(token.text) || document.entityAt[token.i] !== -1)
    return false;
  const { notNames } = tools.heads.lexicons;
  const common =
    notNames.words.has(token.lower) ||
    notNames.heads.has(token.lower) ||
    tools.titles.wordOf(token.lower) !== undefined;
  return (
    !common &&
    tools.heads.groupKind([token.lower]) === undefined &&
    tools.heads.placeKind([token.lower]) === undefined &&
    tools.known.lookup(token.text).length === 0
  );
}

/** 'Saint' of 'Saint-Antoine', 'Font' of 'Font-Romeu': a word with a capital that the model gave no name. */
const isFirstHalf = ({ entityAt }: AnnotatedDocument, { i, text, upos }: Token): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) && upos === 'PROPN' && (entityAt[i] ?? -1) < 0;

/** With the second half of a double name and name words that look like function words: 'Cojocari-Stan', 'Liu He'. */
export function extended(document: AnnotatedDocument, run: Run, tools: SpanTools): Run {
  const { tokens } = document;
  let { first, last } = run;
  const [hyphen, particle] = [tokens[first - 1], tokens[first - 2]];
  if (
    hyphen?.text === '-' &&
    hyphen.end === tokens[first]?.start &&
    particle?.end === hyphen.start &&
    (/^(al|el|ad|as|ash|ar|an|ul)$/i.test(particle.text) || isFirstHalf(document, particle))
  )
    first -= 2;
  for (;;) {
    const [next, after] = [tokens[last + 1], tokens[last + 2]];
    if (next === undefined || next.sentence !== tokens[last]?.sentence) break;
    const glued = next.text === '-' && next.start === tokens[last]?.end && after?.start === next.end;
    if (glued && after !== undefined && isCapitalised(after.text)) last += 2;
    else if (/^[dD]['’]\p{Lu}/u.test(next.text) && next.start === (tokens[last]?.end ?? 0) + 1) last++;
    else if (
      isCapitalised(next.text) &&
      tools.heads.lexicons.nameParts.wordNames.has(next.lower) &&
      next.start === (tokens[last]?.end ?? 0) + 1
    )
      last++;
    else break;
  }
  return { first, last };
}

/** 'the bishop of Goma Willy Ngumbi': a known place behind a post's 'of', and two words and more of a person. */
export function cutBehindSeat({ tokens }: AnnotatedDocument, run: Run, { known, titles }: SpanTools): Run[] {
  const next = tokens[run.first + 1];
  const isSeat =
    run.last - run.first > 1 &&
    !(next !== undefined && isPossessive(next)) &&
    tokens[run.first - 1]?.lower === 'of' &&
    titles.endingAt(tokens, run.first - 2) !== undefined &&
    known.lookup(tokens[run.first]?.text ?? '').some(({ entry }) => entry.placeKind !== undefined);
  return isSeat
    ? [
        { first: run.first, last: run.first },
        { first: run.first + 1, last: run.last },
      ]
    : [run];
}

/** The end of a name before 'of' or 'for', and of two words before 'and': 'Jane Roe of the Labour Party', 'Jane Roe and adviser X'. */
export function beforeOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first + 1; i <= last; i++) {
    const word = tokens[i]?.lower ?? '';
    if (/^(of|for)$/.test(word) || (word === 'and' && i > first + 1)) return i - 1;
  }
  return last;
}

/** Without determiners, prepositions and quotation marks in front, and possessive endings and punctuation behind. */
export function trimmed(document: AnnotatedDocument, run: Run): Run | undefined {
  const { tokens } = document;
  let { first, last } = run;
  while (
    first <= last &&
    (isLowerModifier(document, first, last) ||
      isPrefixed(tokens, first, last) ||
      /^(alias|aka|(18|19|20)\d\d)$/.test(tokens[first]?.text ?? '') ||
      (/^(DET|ADP|PUNCT|SCONJ|CCONJ|AUX)$/.test(tokens[first]?.upos ?? '') &&
        !isMistagged(tokens[first]) &&
        !isNamePart(tokens[first]?.text ?? '')))
  )
    first++;
  while (last >= first) {
    const token = tokens[last];
    if (
      token === undefined ||
      !(
        isPossessive(token) ||
        (token.upos === 'PUNCT' && token.text !== '.' && !isMistagged(token)) ||
        token.upos === 'CCONJ'
      )
    )
      break;
    last--;
  }
  while (last > first && isBearing(tokens, last)) last -= tokens[last - 1]?.text === '-' ? 2 : 1;
  return first > last ? undefined : { first, last };
}

/** A word with a capital that the tagger reads as a sign. */
const isMistagged = (token: Token | undefined): boolean =>
  token?.upos === 'PUNCT' && /^\p{Lu}\p{Ll}/u.test(token.text);

/** 'south' of 'Boram south-west of Brussels', which tells where the place is. */
const isBearing = (tokens: readonly Token[], at: number): boolean =>
  /^(north|south|east|west|(north|south)-?(east|west))$/.test(tokens[at]?.text ?? '') &&
  tokens[at + (tokens[at + 1]?.text === '-' ? 3 : 1)]?.lower === 'of';

/** The last token of a prefixed adjective, or its parts where the hyphen is a token: 'pro', '-', 'European' before more. */
function isPrefixed(tokens: readonly Token[], first: number, last: number): boolean {
  if (first < last && prefixed.test(tokens[first]?.text ?? '')) return true;
  const [before, prefix] = [tokens[first - 1], tokens[first - 2]];
  if (before?.text === '-' && /^(pro|anti)$/.test(prefix?.lower ?? '')) return first < last;
  return (
    /^(pro|anti)$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.text === '-' && first + 2 < last
  );
}

/** 'libertarian' of 'libertarian Cato Institute', 'trade union federation' of 'trade union federation Cosatu', where the model took in what stands before the name. */
function isLowerModifier({ tokens }: AnnotatedDocument, first: number, last: number): boolean {
  const word = tokens[first];
  if (word === undefined || first >= last || isNamePart(word.text)) return false;
  let name = first;
  while (name < last && /^\p{Ll}+$/u.test(tokens[name]?.text ?? '') && isPlainWord(tokens[name])) name++;
  return name > first && isCapitalised(tokens[name]?.text ?? '');
}

const isPlainWord = (token: Token | undefined): boolean =>
  token !== undefined && /^(ADJ|NOUN|VERB|PROPN)$/.test(token.upos) && !isNamePart(token.text);

const isNamePart = (word: string): boolean =>
  /^(al|el|bin|ibn|bint|abu|ben|de|del|della|di|da|do|dos|du|van|von|der|den|ter|ten|la|le|les|las|los|st|ould|ag)$/i.test(
    word,
  );

/** A name has a capital letter; a line of nothing but numbers, signs or lower-case words is none. */
export function nameable(document: AnnotatedDocument, run: Run): boolean {
  for (let i = run.first; i <= run.last; i++) {
    const text = document.tokens[i]?.text ?? '';
    if (isCapitalised(text) && !/^(https?:|www\.|@|#)|.@./i.test(text)) return true;
  }
  return false;
}

import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, type Run } from '../runs.ts';
import { covers, type NameSpan, SpanIndex } from '../spans.ts';
import { foldName, isAcronym, isCapitalised, plainWord, textBetween } from '../text.ts';

/** Names of more words are headlines, titles of works and the like. */
const longest = 6;

/**
 * The names of a text with those that neither the model nor a rule saw ('according to Hirut Bekele'), of no kind yet, and with the words
 * that belong to a name and were left out of it: 'Umm' of 'Umm al-Qasab', both halves of 'Kuldīga-Rends', 'São Brás do Monte'.
 */
export function withUnreadNames(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const index = new SpanIndex(spans);
  const surfaces = new Map<string, number>();
  for (const { first, last } of spans) {
    const name = foldName(textBetween(document.text, document.tokens, first, last));
    surfaces.set(name, (surfaces.get(name) ?? 0) + 1);
  }
  const replaced = new Set<NameSpan>();
  const added: NameSpan[] = [];
  const small = smallWords(document);
  for (const run of capitalRuns(document, tools)) {
    const met = index.meeting(run);
    const [first] = met;
    if (first === undefined) {
      if (isNameable(document, run, small, tools))
        added.push({ ...run, kind: 'misc', rule: 'names.unread', confidence: 0.6, readings: [] });
    } else if (
      met.every((span) => isLoose(span) && covers(run, span)) &&
      isOneName(document, run, met, surfaces, tools)
    ) {
      for (const span of met) replaced.add(span);
      added.push({ ...first, ...run, readings: [] });
    }
  }
  return [...spans.filter((span) => !replaced.has(span)), ...added].toSorted(
    (a, b) => a.first - b.first || b.last - a.last,
  );
}

/** A name of the model's whose extent nothing else has told. */
const isLoose = ({ groupKind, placeKind, adjective, rule }: NameSpan): boolean =>
  groupKind === undefined &&
  placeKind === undefined &&
  adjective !== true &&
  /^names\.(model|surname|preposition of place|gazetteer|alone|listed|unseen-place)$/.test(rule);

/** Runs of words with capitals, with the particles and hyphens between them, up to titles, times and words that are no names. */
function capitalRuns(document: AnnotatedDocument, tools: SpanTools): Run[] {
  const { tokens } = document;
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!mayName(document, at, tools)) continue;
    let last = at;
    for (;;) {
      const next = nextOf(document, last, tools);
      if (next === undefined) break;
      last = next;
    }
    if (last - at < longest) runs.push({ first: at, last });
    at = last;
  }
  return runs;
}

/** The next word of a run: right behind, over a hyphen, an initial's full stop, or one or two particles. */
function nextOf(document: AnnotatedDocument, last: number, tools: SpanTools): number | undefined {
  const { tokens } = document;
  const [word, next] = [tokens[last], tokens[last + 1]];
  if (word === undefined || next?.sentence !== word.sentence) return undefined;
  if (next.text === '-')
    return next.start === word.end &&
      tokens[last + 2]?.start === next.end &&
      mayName(document, last + 2, tools)
      ? last + 2
      : undefined;
  for (let at = last + 1; at <= last + 3; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== word.sentence) return undefined;
    if (mayName(document, at, tools)) return at;
    const isHyphen = token.text === '-' && at > last + 1;
    if (!isHyphen && !particles.test(token.lower)) return undefined;
  }
  return undefined;
}

/** Particles within names of places and people that are no English words. */
const particles =
  /^(al|el|ul|ash|da|de|del|di|do|dos|das|du|des|la|las|los|van|von|der|den|ten|ter|bin|ibn|bint|abu|ould|ag|na|ni|te|sur|aux)$/;

function mayName(document: AnnotatedDocument, at: number, { heads, titles, known }: SpanTools): boolean {
  const token = document.tokens[at];
  if (
    token === undefined ||
    !isNameWord(document, at) ||
    /^(NUM|DET|ADP|PRON|AUX|CCONJ|SCONJ|PART)$/.test(token.upos)
  )
    return false;
  const word = plainWord(token);
  const { notNames, placeHeads } = heads.lexicons;
  return (
    !notNames.times.has(token.lower) &&
    !notNames.words.has(word) &&
    !notNames.heads.has(word) &&
    !placeHeads.directions.has(word) &&
    !(token.text.endsWith('.') && word.length > 2) &&
    titles.wordOf(word) === undefined &&
    titles.postKind(word) === undefined &&
    !known.lookup(token.text).some(({ entry }) => entry.groupKind === 'state')
  );
}

/** May a run that nobody took for a name be one? Not a word that only begins a sentence or stands in small letters too, nor a stretch of a headline. */
function isNameable(
  document: AnnotatedDocument,
  run: Run,
  small: ReadonlySet<string>,
  tools: SpanTools,
): boolean {
  const { tokens, sentences } = document;
  const first = tokens[run.first];
  const sentence = sentences[first?.sentence ?? 0];
  if (first === undefined || sentence === undefined) return false;
  if (isFragment(document, run, tools)) return false;
  const words = tokens.slice(run.first, run.last + 1).filter(({ text }) => text !== '-');
  if (words.some(({ text, lower }) => !plain.test(text) || small.has(lower))) return false;
  if (words.every(({ text }) => isAcronym(text)) || words.length > 4) return false;
  const isForeign = words.some(({ text }) => /[^\p{ASCII}]/u.test(text.replace(/[’‘]/g, '')));
  const isBare = run.first === sentence.first || tokens[run.first - 1]?.lower === 'the';
  if ((isBare || /^NN(P)?S$/.test(first.xpos ?? '')) && run.last === run.first && !isForeign) return false;
  return isForeign || words.every(({ upos }) => upos === 'PROPN') || !isHeadline(document, run);
}

/** Words of letters that are no plural of an acronym ('PACs'). */
const plain = /^(?!.*\p{Lu}{2}\p{Ll}$)\p{L}[\p{L}'’.]*\p{L}$/u;

/** Part of something longer that has capitals or quotation marks, or what an adjective tells of: 'Cyclone Idai', 'a good Samaritan'. */
function isFragment(
  { tokens }: AnnotatedDocument,
  { first, last }: Run,
  { heads, titles }: SpanTools,
): boolean {
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const isOf = (token: Token | undefined): boolean => token?.sentence === tokens[first]?.sentence;
  if (/^["“‘'#@(-]$/.test(before?.text ?? '') || after?.text === '-') return true;
  if (isOf(after) && isCapitalised(after?.text ?? '')) return true;
  if (before === undefined || !isOf(before)) return false;
  const isSmallAdjective = before.upos === 'ADJ' && !isCapitalised(before.text);
  if (isSmallAdjective) return !heads.lexicons.placeHeads.directions.has(before.lower);
  return (
    isCapitalised(before.text) &&
    before.i > 0 &&
    isOf(tokens[before.i - 1]) &&
    titles.wordOf(plainWord(before)) === undefined
  );
}

/** Do most of a sentence's words have capitals, beside a run of several those that are no names of the model's? */
function isHeadline({ tokens, sentences, entityAt }: AnnotatedDocument, { first, last }: Run): boolean {
  const sentence = sentences[tokens[first]?.sentence ?? 0];
  if (sentence === undefined) return false;
  const all = tokens
    .slice(sentence.first, sentence.last + 1)
    .filter(({ i, text }) => /^\p{L}{4,}/u.test(text) && (first === last || (entityAt[i] ?? -1) < 0));
  const capitals = all.filter(({ text }) => isCapitalised(text)).length;
  return all.length >= 6 && capitals * 2 >= all.length + (last - first + 1);
}

/** Are the names and words of a run one name: joined by hyphens and particles, or a given name that was left out? */
function isOneName(
  { tokens, text }: AnnotatedDocument,
  run: Run,
  met: readonly NameSpan[],
  surfaces: ReadonlyMap<string, number>,
  { heads }: SpanTools,
): boolean {
  const inside = new Set(
    met.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const isAlone = ({ first, last }: NameSpan): boolean =>
    (surfaces.get(foldName(textBetween(text, tokens, first, last))) ?? 0) > 1;
  if (inside.size === run.last - run.first + 1 && met.length === 1) return false;
  if (met.length > 1 && (met.some(isAlone) || met.every(({ readings }) => readings.length > 0))) return false;
  for (let at = run.first; at < run.last; at++) {
    const [here, next] = [tokens[at], tokens[at + 1]];
    if (here === undefined || next === undefined || inside.has(at) === inside.has(at + 1)) {
      if (!inside.has(at) || sameSpan(met, at)) continue;
      return false;
    }
    if (isJoint(here) || isJoint(next)) {
      if (here.text === '-' || next.text === '-' ? !met.some(isAlone) : true) continue;
      return false;
    }
    const isGiven =
      inside.has(at + 1) && (heads.lexicons.givenNames.has(here.lower) || /[^\p{ASCII}’]/u.test(here.text));
    const isFamily = inside.has(at) && next.deprel === 'flat' && inside.has(next.head);
    if (met.some(({ kind, readings }) => kind === 'group' || readings.length > 0) || !(isGiven || isFamily))
      return false;
  }
  return true;
}

const isJoint = ({ text, lower }: Token): boolean =>
  text === '-' || (particles.test(lower) && text === lower);

/** Are a token and the next one of one span? */
const sameSpan = (spans: readonly NameSpan[], at: number): boolean =>
  spans.some(({ first, last }) => first <= at && at < last);

/** The words that stand in small letters somewhere in the text. */
const smallWords = ({ tokens }: AnnotatedDocument): ReadonlySet<string> =>
  new Set(tokens.filter(({ text, lower }) => text === lower).map(({ lower }) => lower));

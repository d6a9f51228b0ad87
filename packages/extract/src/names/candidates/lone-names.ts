import { type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised } from '../text.ts';
import { joinedWords } from '../title-words.ts';

/** Names of one word or two that stand by themselves where no model saw them: 'the Courier', 'the Greens', 'near Anefis', 'the West'. */
export function loneSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  return document.tokens.flatMap((token): NameSpan[] => {
    const acting = isActing(document, token, tools) ? actingName(document, token, tools) : undefined;
    if (acting !== undefined) return [acting];
    if (!isNameWord(document, token.i) || opensSentence(document, token)) return [];
    return (
      bodyAlone(document, token, tools) ??
      placeOfBase(document, token, tools) ??
      placeNearBy(document, token, tools) ??
      theWest(document, token) ??
      []
    );
  });
}

const opensSentence = (document: AnnotatedDocument, token: Token): boolean =>
  document.sentences[token.sentence]?.first === token.i;

/** Is a word with a capital and small letters the subject before a verb for what bodies do? */
function isActing({ tokens }: AnnotatedDocument, last: Token, { heads }: SpanTools): boolean {
  const verb = tokens[last.head];
  if (last.deprel !== 'nsubj' || verb?.upos !== 'VERB' || verb.i < last.i) return false;
  const { does, acts } = heads.lexicons.groupHeads.bodily;
  return (does.has(verb.lemma) || acts.has(verb.lemma)) && /^\p{Lu}\p{Ll}[^.]*$/u.test(last.text);
}

/**
 * 'Big Machine denied it', 'Rural Accord walked out': two or three words with capitals that no model took for a name, the last of them
 * within the sentence, as the subject of a verb for what bodies do.
 */
function actingName(
  document: AnnotatedDocument,
  last: Token,
  { heads, titles }: SpanTools,
): NameSpan | undefined {
  const { tokens } = document;
  if (!/^(NOUN|PROPN)$/.test(last.upos)) return undefined;
  let first = last.i;
  const isPart = (token: Token | undefined): boolean =>
    token !== undefined &&
    token.sentence === last.sentence &&
    token.upos !== 'DET' &&
    /^\p{Lu}\p{Ll}/u.test(token.text);
  while (last.i - first < 3 && isPart(tokens[first - 1])) first--;
  const length = last.i - first;
  if (length < 1 || length > 2 || isCapitalised(tokens[last.head]?.text ?? '')) return undefined;
  const common = [first, last.i].some((at) => {
    const word = tokens[at]?.lower ?? '';
    return (
      titles.postKind(word) !== undefined ||
      titles.wordOf(word) !== undefined ||
      heads.lexicons.notNames.words.has(word) ||
      heads.lexicons.notNames.times.has(word)
    );
  });
  const opening = tokens[first];
  if (common || opening === undefined || !/^(ADJ|NOUN|PROPN|NUM|VERB)$/.test(opening.upos)) return undefined;
  if (heads.lexicons.givenNames.has(opening.lower)) return undefined;
  const kinds = { groupKind: heads.groupKind([last.lower]) ?? 'other' };
  return { ...lone(first, last.i, 'group', kinds), rule: 'names.acting' };
}

/** 'the Courier', 'the Social Democrats': a newspaper or party by its short name. */
function bodyAlone(document: AnnotatedDocument, token: Token, { heads }: SpanTools): NameSpan[] | undefined {
  if (document.tokens[token.i - 1]?.lower !== 'the') return undefined;
  const last = isCapitalised(document.tokens[token.i + 1]?.text ?? '') ? token.i + 1 : token.i;
  if (isCapitalised(document.tokens[last + 1]?.text ?? '')) return undefined;
  const words = joinedWords(document.tokens, token.i, last);
  const kind = Object.entries(heads.lexicons.groupHeads.alone).find(([, names]) => names.has(words))?.[0];
  return kind === undefined ? undefined : [lone(token.i, last, 'group', { groupKind: kind })];
}

/** 'the Mbour-based association': an unknown name before such a participle. */
function placeOfBase(
  { tokens }: AnnotatedDocument,
  token: Token,
  { titles }: SpanTools,
): NameSpan[] | undefined {
  const isBased =
    tokens[token.i + 1]?.text === '-' &&
    /^(based|headquartered|born|listed)$/.test(tokens[token.i + 2]?.lower ?? '') &&
    tokens[token.i - 1]?.text !== '-' &&
    titles.wordOf(token.lower) === undefined &&
    token.upos === 'PROPN';
  return isBased ? [lone(token.i, token.i, 'place', { placeKind: 'city' })] : undefined;
}

/** 'near Anefis', 'outside Tessalit': an unknown name behind a preposition that only places stand behind. */
function placeNearBy(
  document: AnnotatedDocument,
  token: Token,
  { titles, heads }: SpanTools,
): NameSpan[] | undefined {
  const before = document.tokens[token.i - 1]?.lower ?? '';
  const common = titles.wordOf(token.lower) !== undefined || heads.lexicons.notNames.words.has(token.lower);
  if (!/^(near|outside)$/.test(before) || common) return undefined;
  return isCapitalised(document.tokens[token.i + 1]?.text ?? '')
    ? undefined
    : [lone(token.i, token.i, 'place', { placeKind: 'other' })];
}

/** 'backed by the West', 'the West refused': the western states where they act. */
function theWest(document: AnnotatedDocument, token: Token): NameSpan[] | undefined {
  const [article, before] = [document.tokens[token.i - 1], document.tokens[token.i - 2]];
  if (token.text !== 'West' || article?.lower !== 'the') return undefined;
  const next = document.tokens[token.i + 1];
  if (isCapitalised(next?.text ?? '') || next?.lower === 'of') return undefined;
  const acts = token.deprel.startsWith('nsubj') || /^(by|with|against|between)$/.test(before?.lower ?? '');
  return acts ? [lone(token.i, token.i, 'group', { groupKind: 'other' })] : undefined;
}

function lone(
  first: number,
  last: number,
  kind: 'group' | 'place',
  kinds: Pick<NameSpan, 'groupKind' | 'placeKind'>,
): NameSpan {
  return { first, last, kind, rule: 'names.alone', confidence: 0.6, readings: [], ...kinds };
}

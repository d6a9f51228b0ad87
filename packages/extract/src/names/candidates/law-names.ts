import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { acronymInBrackets } from './abbreviated-names.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, isSmallNoun } from '../text.ts';

/** Nouns for what is agreed or enacted, behind which its subject stands. */
const enacted = /^(act|bill|treaty|convention|agreement|protocol|declaration|memorandum|resolution)$/;

/** Is a name one of a law or treaty by the noun before its first preposition: 'Convention on Human Rights', 'Act of Parliament'? */
export function namesLaw(words: readonly string[]): boolean {
  const preposition = words.findIndex((word) => /^(on|of|for|against|between|with)$/.test(word));
  return enacted.test(words[preposition - 1] ?? '');
}

/** How many words the second half of a law's name has at most. */
const longestHalf = 4;

/** 'Coastal Growth' of 'the Coastal Growth and Opportunity Act': what stands before 'and' in the name of a law or plan, of no kind of its own. */
export function isHalfOfLaw(
  document: AnnotatedDocument,
  { last, readings, groupKind, placeKind }: NameSpan,
  { heads }: SpanTools,
): boolean {
  const { tokens } = document;
  if (readings.length > 0 || groupKind !== undefined || placeKind !== undefined) return false;
  if (!/^(and|&)$/.test(tokens[last + 1]?.lower ?? '') || !isNameWord(document, last + 2)) return false;
  let end = last + 2;
  while (end - last <= longestHalf && isNameWord(document, end + 1)) end++;
  const { notNames, groupHeads } = heads.lexicons;
  const word = tokens[end]?.lower ?? '';
  return end > last + 2 && notNames.heads.has(word) && !groupHeads.opening.has(word);
}

/**
 * The acronyms in brackets that the article explains as something else than a body: a law or plan ('the Coastal Growth Act (CGA)'), a post
 * ('the Attorney General (AG)', but not 'the New York Attorney General (NYAG)', which stands for the office), anything told in small letters ('consumer price index (CPI)').
 */
export function acronymsOfThings(
  { tokens }: AnnotatedDocument,
  { heads, titles }: SpanTools,
): ReadonlySet<string> {
  const { notNames, groupHeads } = heads.lexicons;
  const things = new Set<string>();
  for (const { i, text } of tokens) {
    const noun = tokens[i - 2];
    if (noun === undefined || acronymInBrackets(tokens, i - 1) === undefined) continue;
    const isNamed = isCapitalised(noun.text) && isCapitalised(tokens[i - 3]?.text ?? '');
    const isLaw = isNamed && notNames.heads.has(noun.lower) && !groupHeads.opening.has(noun.lower);
    const post = isNamed ? titles.endingAt(tokens, i - 2) : undefined;
    const isPost =
      post?.word.type === 'post' &&
      post.last - post.first + 1 >= text.length &&
      !isOfBody(tokens, post.first);
    if (isLaw || isPost || isToldSmall(tokens, i, heads)) things.add(text);
  }
  return things;
}

/** 'the Deputy Prime Minister' of 'Office of the Deputy Prime Minister (ODPM)'. */
const isOfBody = (tokens: readonly Token[], title: number): boolean =>
  tokens[tokens[title - 1]?.lower === 'the' ? title - 2 : title - 1]?.lower === 'of';

/** 'improvised explosive device (IED)': as many words in small letters as the acronym has, with its initials, the last no word for a body. */
function isToldSmall(tokens: AnnotatedDocument['tokens'], at: number, heads: SpanTools['heads']): boolean {
  const letters = (tokens[at]?.text ?? '').toLowerCase().replace(/s$|[^\p{L}]/gu, '');
  const words = tokens.slice(Math.max(0, at - 1 - letters.length), at - 1);
  const noun = words.at(-1);
  return (
    letters.length > 1 &&
    isSmallNoun(noun) &&
    words.map(({ text }) => text[0]).join('') === letters &&
    heads.groupKind([noun?.lower ?? '']) === undefined &&
    heads.commonKind(noun?.lower ?? '') === undefined
  );
}

import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised } from '../text.ts';

/** Verbs that are done to bodies. */
const leading = /^(lead|head|chair|join|quit|leave|found|co-found|represent)$/;

/** How many words such a name has at most. */
const longestName = 4;

/**
 * Bodies called by common words with capitals that no model took for a name, by the post somebody has there: 'Coastal List leader X', 'the
 * leader of the Coastal List', 'X of the Coastal List', 'who leads the Coastal List'; or by what they are: 'Open Hand, the party of X'.
 */
export function postedBodies(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const { tokens } = document;
  const { ofParty, ofBody, described } = tools.heads.lexicons.groupHeads.byPost;
  const kindBy = ({ lower }: Token): string => (ofParty.has(lower) ? 'party' : 'other');
  const before = occurrencesOf(document, [...ofParty, ...ofBody]).flatMap((post) => {
    const next = tokens[post.i + 1];
    const announces =
      post.xpos === 'NNS' ||
      (next !== undefined && isCapitalised(next.text)) ||
      next?.text === ',' ||
      (ofParty.has(post.lower) && /^(in|for|who|from|and|\.)$/.test(next?.lower ?? ''));
    const isAdjective = political.test(tokens[post.i - 1]?.text ?? '');
    return (isCapitalised(post.text) && post.lower !== 'mp' && post.lower !== 'mps') ||
      !(announces || isAdjective)
      ? []
      : bodyEndingAt(document, post.i - 1, kindBy(post), tools);
  });
  const besides = occurrencesOf(document, tools.heads.lexicons.groupHeads.politics.colleagues).flatMap(
    (post) =>
      !isCapitalised(post.text) && political.test(tokens[post.i - 1]?.text ?? '')
        ? bodyEndingAt(document, post.i - 1, 'party', tools)
        : [],
  );
  const behind = occurrencesOf(document, ['the']).flatMap((article) => {
    const word = tokens[article.i - 1];
    const holder = tokens[article.i - 2];
    const isPost =
      /^(of|for)$/.test(word?.lower ?? '') &&
      holder !== undefined &&
      (ofParty.has(holder.lower) || ofBody.has(holder.lower));
    const isPerson =
      word?.lower === 'of' && holder?.upos === 'PROPN' && tokens[article.i - 3]?.upos === 'PROPN';
    const isLed = word?.upos === 'VERB' && leading.test(word.lemma);
    return isPost || isPerson || isLed
      ? bodyFrom(document, article.i + 1, isPost ? kindBy(holder) : 'other', tools)
      : [];
  });
  const explained = occurrencesOf(document, described).flatMap((noun) => {
    const comma = commaBefore(document, noun.i);
    return comma === undefined
      ? []
      : bodyEndingAt(document, comma - 1, noun.lower === 'party' ? 'party' : 'other', tools);
  });
  return [...before, ...besides, ...behind, ...explained];
}

/** The comma before the article before a noun, with few words between. */
function commaBefore({ tokens }: AnnotatedDocument, noun: number): number | undefined {
  const next = tokens[noun + 1];
  if (next === undefined || !/^(of|in|that|which|led|based|founded|owned|with|run|,)$/.test(next.lower))
    return undefined;
  let at = noun - 1;
  while (at > noun - longestName && /^(ADJ|NOUN)$/.test(tokens[at]?.upos ?? '')) at--;
  return /^(the|an?)$/.test(tokens[at]?.lower ?? '') && tokens[at - 1]?.text === ',' ? at - 1 : undefined;
}

function bodyEndingAt(document: AnnotatedDocument, last: number, kind: string, tools: SpanTools): NameSpan[] {
  let first = last;
  while (last - first < longestName && isPart(document, first - 1, last)) first--;
  return isPart(document, last, last) ? bodyOf(document, first, last, kind, tools) : [];
}

function bodyFrom(document: AnnotatedDocument, first: number, kind: string, tools: SpanTools): NameSpan[] {
  let last = first;
  while (last - first < longestName && isPart(document, last + 1, first)) last++;
  const next = document.tokens[last + 1];
  if (next?.upos === 'NOUN' || !isPart(document, first, first)) return [];
  return bodyOf(document, first, last, kind, tools);
}

/** A word with a capital and small letters, in the sentence of another. */
function isPart(document: AnnotatedDocument, at: number, other: number): boolean {
  const token = document.tokens[at];
  return (
    token !== undefined &&
    token.sentence === document.tokens[other]?.sentence &&
    /^(ADJ|NOUN|PROPN|NUM)$/.test(token.upos) &&
    /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
    isNameWord(document, at)
  );
}

/** Adjectives with a capital that parties are called by: 'Scottish Conservative leader X', 'a Liberal councillor'. */
const political = /^(Conservative|Liberal|Socialist|Communist|Green|Nationalist)$/;

/** Is a body called by such an adjective: it takes in the state or region before it. */
export const isCalledPolitical = (document: AnnotatedDocument, { last }: NameSpan): boolean =>
  political.test(document.tokens[last]?.text ?? '');

/** Two to four words, none a title or a day, that do not open with a given name or end in a word for a thing. */
function bodyOf(
  document: AnnotatedDocument,
  first: number,
  last: number,
  kind: string,
  { heads, titles }: SpanTools,
): NameSpan[] {
  const { notNames, givenNames, nameParts } = heads.lexicons;
  const isPolitical = political.test(document.tokens[last]?.text ?? '');
  const opens = document.tokens[first - 1]?.sentence !== document.tokens[first]?.sentence;
  if ((last === first && (!isPolitical || opens)) || last - first >= longestName) return [];
  const words = document.tokens.slice(first, last + 1).map(({ lower }) => lower);
  const isOther =
    words.some((word) => titles.wordOf(word) !== undefined || notNames.times.has(word)) ||
    (givenNames.has(words[0] ?? '') && !nameParts.ambiguousHeads.has(words[0] ?? '')) ||
    notNames.heads.has(words.at(-1) ?? '') ||
    notNames.words.has(words.at(-1) ?? '') ||
    heads.placeKind([words.at(-1) ?? '']) !== undefined;
  return isOther
    ? []
    : [
        {
          first,
          last,
          kind: 'group',
          rule: 'names.by-post',
          confidence: 0.65,
          readings: [],
          groupKind: isPolitical ? 'party' : (heads.groupKind([words.at(-1) ?? '']) ?? kind),
        },
      ];
}

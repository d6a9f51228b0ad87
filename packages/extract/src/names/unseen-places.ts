import { type AnnotatedDocument, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { isPlaceUse } from './use-of-place.ts';

/** Prepositions behind which an unknown name is where something is. */
const standing = /^(in|at|near|outside|across|inside|around)$/;

/**
 * Places of one word that no model took for a name, by how they stand: 'a sit-in in Redeyef', 'the yards at Skaramangas', 'flushed out of
 * Tiwinza', 'the mining towns of Redeyef and Moulares', 'the road to Vorukh'. The word is that place wherever it stands then.
 */
export function unseenPlaces(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const found = new Set<string>();
  for (const token of document.tokens) {
    if (!isOpenName(document, token, tools) || !isNoun(document, token)) continue;
    if (!standsAsPlace(document, token, tools)) continue;
    found.add(token.text);
    const joined = joinedTo(document, token);
    if (joined !== undefined && isOpenName(document, joined, tools)) found.add(joined.text);
  }
  const words = [...found].map((text) => text.toLowerCase());
  return occurrencesOf(document, words).flatMap((token): NameSpan[] =>
    found.has(token.text) && !isPartOfName(document, token)
      ? [
          {
            first: token.i,
            last: token.i,
            kind: 'place',
            rule: 'names.unseen-place',
            placeKind: 'other',
            confidence: 0.6,
            readings: [],
          },
        ]
      : [],
  );
}

const capitalWord = /^\p{Lu}\p{Ll}{2,}$/u;

/** A word with a capital and small letters within a sentence that is no title, no day, no word for a thing or body, and no name known otherwise. */
function isOpenName(document: AnnotatedDocument, token: Token, { heads, titles, known }: SpanTools): boolean {
  if (!capitalWord.test(token.text) || !/^(PROPN|NOUN)$/.test(token.upos)) return false;
  if (!isNameWord(document, token.i) || isPartOfName(document, token)) return false;
  const entity = document.entities[document.entityAt[token.i] ?? -1];
  if (entity !== undefined && (entity.kind !== 'MISC' || entity.end - entity.start > 1)) return false;
  const { notNames, givenNames } = heads.lexicons;
  const { lower } = token;
  return !(
    notNames.words.has(lower) ||
    notNames.heads.has(lower) ||
    notNames.times.has(lower) ||
    givenNames.has(lower) ||
    titles.wordOf(lower) !== undefined ||
    heads.groupKind([lower]) !== undefined ||
    heads.placeKind([lower]) !== undefined ||
    known.lookup(token.text).some(({ entry }) => entry.groupKind !== undefined)
  );
}

/** A proper name, or a singular noun behind 'in' or 'of', that stands nowhere in small letters or within a longer name. */
function isNoun(document: AnnotatedDocument, { i, upos, xpos, lower, text }: Token): boolean {
  if (upos !== 'PROPN' && (xpos === 'NNS' || !/^(in|of)$/.test(document.tokens[i - 1]?.lower ?? '')))
    return false;
  return occurrencesOf(document, [lower]).every(
    (other) => other.text !== lower && !(other.text === text && isPartOfName(document, other)),
  );
}

/** Is a neighbour a name word too, or joined to it by a hyphen, or a number or a possessive behind it: 'Python 3', 'in Round 2'? */
function isPartOfName(document: AnnotatedDocument, { i }: Token): boolean {
  const { tokens } = document;
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  return (
    isNameWord(document, i - 1) ||
    isNameWord(document, i + 1) ||
    before?.text === '-' ||
    next?.text === '-' ||
    (next !== undefined && isPossessive(next)) ||
    next?.upos === 'NUM'
  );
}

function standsAsPlace(document: AnnotatedDocument, token: Token, { heads }: SpanTools): boolean {
  const { tokens } = document;
  const before = tokens[token.i - 1];
  const noun = tokens[token.i - 2];
  if (before === undefined || noun === undefined || before.sentence !== token.sentence) return false;
  const run = { first: token.i, last: token.i };
  if (/^(compound|flat|amod)/.test(token.deprel)) return false;
  const { lexicons } = heads;
  if (before.lower === 'of') {
    const isSettlement = Object.values(lexicons.placeHeads.heads).some((words) => words.has(noun.lemma));
    return isSettlement || (noun.lower === 'out' && headOf(document, token.i)?.upos === 'VERB');
  }
  if (standing.test(before.lower)) return true;
  return /^(to|from)$/.test(before.lower) && token.upos === 'PROPN' && isPlaceUse(document, run, lexicons);
}

/** 'Moulares' of 'Redeyef and Moulares'. */
function joinedTo({ tokens }: AnnotatedDocument, { i }: Token): Token | undefined {
  const other = tokens[i + 2];
  return tokens[i + 1]?.lower === 'and' && other?.deprel === 'conj' && other.head === i ? other : undefined;
}

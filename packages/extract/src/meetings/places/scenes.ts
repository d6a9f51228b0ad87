import { child, children, spanOffsets, spanText, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../../entity-table.ts';
import { prepositionOf } from '../../roles/coordination.ts';
import type { MeetingWords } from '../lexicon.ts';

/** The place without a name of its own at a token: 'the presidential palace'. */
export type UnnamedPlace = (token: number) => Entity | undefined;

/** How many words behind the noun its owner may end: 'the office of the deputy commissioner'. */
const longestOwner = 6;

/**
 * Makes the finder of places that a text tells by their kind alone: 'at the presidential palace', 'at the Tha Li district office'.
 * Each phrase is one place of its article, added when asked for.
 */
export function unnamedPlaces(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  words: MeetingWords,
): UnnamedPlace {
  const known = new Map<string, Entity>();
  return (token) => {
    const noun = document.tokens[token];
    if (noun?.upos !== 'NOUN' || noun.xpos !== 'NN' || !words.sites.has(noun.lemma)) return undefined;
    if (table.mentionHeadedBy(token) !== undefined || isVague(document, noun)) return undefined;
    const span = phraseOf(document, noun);
    const name = spanText(document, span);
    const key = name.toLowerCase();
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const place = table.addEntity({
      kind: 'place',
      placeKind: 'facility',
      name,
      aliases: [],
      unnamed: true,
      rule: 'meetings.scene',
      confidence: 0.5,
      spans: [spanOffsets(document, span)],
    });
    known.set(key, place);
    return place;
  };
}

/** 'a hotel', 'his office': one of many, or nobody knows whose. */
function isVague(document: AnnotatedDocument, noun: Token): boolean {
  const below = children(document, noun.i);
  const isDefinite = child(document, noun.i, 'det')?.lower === 'the';
  const isOwned = below.some(
    ({ i, deprel, upos }) =>
      (deprel === 'nmod:poss' && upos !== 'PRON') ||
      (deprel === 'nmod' && prepositionOf(document, i) === 'of'),
  );
  return !isDefinite && !isOwned;
}

/** The noun with the words before it that describe it, and whose it is. */
function phraseOf(document: AnnotatedDocument, noun: Token): { start: number; end: number } {
  const before = children(document, noun.i).filter(
    ({ i, deprel }) => i < noun.i && /^(?:amod|compound|nmod:poss)/.test(deprel),
  );
  const first = before.map(({ i }) => leftmost(document, i)).toSorted((a, b) => a - b)[0];
  const last = ownerOf(document, noun.i) ?? noun.i;
  const isNear = last - noun.i <= longestOwner;
  return { start: Math.min(first ?? noun.i, noun.i), end: (isNear ? last : noun.i) + 1 };
}

/** The last of those who own one another: 'administration' in 'the office of the head of that administration'. */
function ownerOf(document: AnnotatedDocument, noun: number): number | undefined {
  const owner = children(document, noun, 'nmod').find(
    ({ i }) => i > noun && prepositionOf(document, i) === 'of',
  );
  return owner === undefined ? undefined : (ownerOf(document, owner.i) ?? owner.i);
}

/** The first word of a modifier: 'Tha' of 'Tha Li district office'. */
function leftmost(document: AnnotatedDocument, token: number): number {
  const inner = children(document, token).filter(
    ({ i, deprel }) => i < token && !/^(?:det|punct|case)/.test(deprel),
  );
  return Math.min(token, ...inner.map(({ i }) => i));
}

import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { isJoint, sidesBefore } from '../roles/sides.ts';
import type { EventMention } from './find.ts';

/** Nouns for two states or those who fight. */
const ofSides = /^(?:country|nation|state|neighbour|neighbor|government|capital|side|party|ally|foe)$/;
/** Nouns for two companies. */
const ofCompanies = /^(?:company|firm|bank|carmaker|airline|lender|group|chain)$/;
/** Two people are told of within so many sentences. */
const reach = 3;

/**
 * Fills in actors and targets that are told as two of a kind: 'lent the two countries', 'both leaders condemned', 'the two companies
 * agreed'. States by how often they are named before, people and companies by who was named last.
 */
export function withPairs(
  document: AnnotatedDocument,
  table: EntityTable,
  mention: EventMention,
): EventMention {
  const meant = (tokens: readonly number[], others: readonly string[]): readonly string[] =>
    tokens.flatMap((token) => pairMeant(document, table, token, others));
  const targets = mention.targets.length > 0 ? mention.targets : meant(mention.targetTokens, mention.actors);
  const actors = mention.actors.length > 0 ? mention.actors : meant(mention.actorTokens, mention.targets);
  return { ...mention, actors, targets };
}

/** The two that a phrase with 'two' or 'both' means; nobody where the text has not told of two. */
function pairMeant(
  document: AnnotatedDocument,
  table: EntityTable,
  index: number,
  others: readonly string[],
): readonly string[] {
  const noun = document.tokens[index];
  if (noun === undefined || !isOfTwo(document, noun)) return [];
  const pair = ofSides.test(noun.lemma)
    ? sidesBefore(table, index, others)
    : ofCompanies.test(noun.lemma)
      ? lastTwo(document, table, noun, others, (id) => table.byId(id)?.groupKind === 'company')
      : isJoint(document, index)
        ? lastTwo(document, table, noun, others, (id) => table.byId(id)?.kind === 'person')
        : [];
  return pair.length === 2 ? pair : [];
}

/** 'the two leaders', 'both banks', without a name or a complement of their own. */
function isOfTwo(document: AnnotatedDocument, { i, xpos }: Token): boolean {
  if (xpos !== 'NNS' || child(document, i, 'nmod') !== undefined || child(document, i, 'appos') !== undefined)
    return false;
  return [child(document, i, 'nummod'), child(document, i, 'det')].some((word) =>
    /^(?:two|both|2)$/.test(word?.lower ?? ''),
  );
}

/** The two of a kind that were named last before a noun, in the order of the text. */
function lastTwo(
  document: AnnotatedDocument,
  table: EntityTable,
  noun: Token,
  others: readonly string[],
  isOfKind: (id: string) => boolean,
): readonly string[] {
  const near = table.mentions.filter(
    ({ entity, first, form }) =>
      form === 'name' &&
      first < noun.i &&
      noun.sentence - (document.tokens[first]?.sentence ?? 0) <= reach &&
      !others.includes(entity) &&
      isOfKind(entity),
  );
  const latest = [...new Set(near.map(({ entity }) => entity).toReversed())];
  return latest.slice(0, 2).toReversed();
}

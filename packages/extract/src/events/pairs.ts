import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { sidesBefore } from '../roles/sides.ts';
import type { EventMention } from './find.ts';

/** Nouns for two states or those who fight. */
const ofSides = /^(?:country|nation|state|neighbour|neighbor|government|capital|side|party|ally|foe)$/;
/**
 * Fills in actors and targets that are told as two of a kind: 'lent the two countries', 'both leaders condemned', 'the two companies
 * agreed'. States by how often they are named before, people and bodies as coreference has it.
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

/** Those that a word for several means: as coreference has it, else the two states named most; nobody where the text has not told of two. */
function pairMeant(
  document: AnnotatedDocument,
  table: EntityTable,
  index: number,
  others: readonly string[],
): readonly string[] {
  const joint = table.jointAt(index);
  if (joint.length > 0) return joint.some((id) => others.includes(id)) ? [] : joint;
  const noun = document.tokens[index];
  if (noun === undefined || !ofSides.test(noun.lemma) || !isOfTwo(document, noun)) return [];
  const pair = sidesBefore(table, index, others);
  return pair.length === 2 ? pair : [];
}

/** 'the two countries', 'both sides', without a name or a complement of their own. */
function isOfTwo(document: AnnotatedDocument, { i, xpos }: Token): boolean {
  if (xpos !== 'NNS' || child(document, i, 'nmod') !== undefined || child(document, i, 'appos') !== undefined)
    return false;
  return [child(document, i, 'nummod'), child(document, i, 'det')].some((word) =>
    /^(?:two|both|2)$/.test(word?.lower ?? ''),
  );
}

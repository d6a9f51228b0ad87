import { child, type AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const joint = wordSet(roleVocabulary.joint);

/** 'both sides', 'the two leaders', 'they': a word for parties told before. */
export function isJoint(document: AnnotatedDocument, token: number): boolean {
  const noun = document.tokens[token];
  if (noun === undefined) return false;
  if (/^(?:they|them|both)$/.test(noun.lower)) return true;
  if (!joint.has(noun.lemma) || noun.xpos !== 'NNS' || child(document, token, 'nmod') !== undefined)
    return false;
  const counted = child(document, token, 'nummod') ?? child(document, token, 'det');
  return counted !== undefined && /^(?:two|both|the|three|2)$/.test(counted.lower);
}

/** The two states named most often before a token: who 'both sides' are where nothing else tells it. */
export function sidesBefore(table: EntityTable, token: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const { entity, first } of table.mentions) {
    const found = table.byId(entity);
    const group = found?.kind === 'place' ? table.counterpart(entity) : found;
    if (first < token && group?.groupKind === 'state') counts.set(group.id, (counts.get(group.id) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([id]) => id);
}

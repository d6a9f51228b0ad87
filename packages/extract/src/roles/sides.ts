import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const joint = wordSet(roleVocabulary.joint);

/** 'both sides', 'the two leaders', 'they': a word for parties told before. */
export function isJoint(document: AnnotatedDocument, token: number): boolean {
  const noun = document.tokens[token];
  if (noun === undefined) return false;
  if (/^(?:they|them|both)$/.test(noun.lower) || isBareTwo(document, noun)) return true;
  if (!joint.has(noun.lemma) || noun.xpos !== 'NNS' || child(document, token, 'nmod') !== undefined)
    return false;
  const counted = child(document, token, 'nummod') ?? child(document, token, 'det');
  return counted !== undefined && /^(?:two|both|the|three|2)$/.test(counted.lower);
}

/** 'when the two meet'. */
function isBareTwo(document: AnnotatedDocument, { i, lower, deprel }: Token): boolean {
  return (
    lower === 'two' && /^(?:nsubj|obj|obl|nmod)/.test(deprel) && child(document, i, 'det')?.lower === 'the'
  );
}

/** The two states or armed groups named most often before a token, without some: who 'both sides' are where nothing else tells it. */
export function sidesBefore(
  table: EntityTable,
  token: number,
  except: readonly string[] = [],
): readonly string[] {
  return groupsByMentions(table, token, /^(?:state|armed_group)$/)
    .filter(([id]) => !except.includes(id))
    .slice(0, 2)
    .map(([id]) => id);
}

/** A state must be named that often to be a side of its article. */
const leastMentions = 4;

/** The two states an article is about, where it is about two: both named often, any third at most half as often. */
export function twoSides(table: EntityTable): readonly [string, string] | undefined {
  const [first, second, third] = groupsByMentions(table, Number.POSITIVE_INFINITY, /^state$/);
  if (first === undefined || second === undefined || second[1] < leastMentions) return undefined;
  return third !== undefined && third[1] * 2 > second[1] ? undefined : [first[0], second[0]];
}

function groupsByMentions(table: EntityTable, before: number, kinds: RegExp): [string, number][] {
  const counts = new Map<string, number>();
  for (const { entity, first } of table.mentions) {
    const found = table.byId(entity);
    const group = found?.kind === 'place' ? table.counterpart(entity) : found;
    if (first < before && group !== undefined && kinds.test(group.groupKind ?? ''))
      counts.set(group.id, (counts.get(group.id) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}

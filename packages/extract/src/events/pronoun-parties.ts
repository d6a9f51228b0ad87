import type { AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import type { EventMention } from './find.ts';

const ofPerson = /^(?:he|she|him|her)$/;
/** How many sentences back the one a pronoun stands for is told of. */
const reach = 2;

/**
 * Fills in an actor or a target told by a pronoun that coreference leaves open: the person told of last for 'urged him', who is not
 * the other party and not the speaker. Where both are open, neither is guessed.
 */
export function withPronouns(
  document: AnnotatedDocument,
  table: EntityTable,
  mention: EventMention,
  speaker: string | null,
): EventMention {
  const { actors, targets, actorTokens, targetTokens, predication } = mention;
  if (predication.kind !== 'verb' || (actors.length === 0 && targets.length === 0 && targetTokens.length > 0))
    return mention;
  const others = [...actors, ...targets, ...(speaker === null ? [] : [speaker])];
  const meant = ([pronoun, ...more]: readonly number[]): string[] =>
    pronoun === undefined || more.length > 0 ? [] : lastPerson(document, table, pronoun, others);
  if (targets.length === 0 && actors.length > 0) return { ...mention, targets: meant(targetTokens) };
  return actors.length === 0 ? { ...mention, actors: meant(actorTokens) } : mention;
}

function lastPerson(
  document: AnnotatedDocument,
  table: EntityTable,
  index: number,
  others: readonly string[],
): string[] {
  const pronoun = document.tokens[index];
  if (pronoun?.upos !== 'PRON' || !ofPerson.test(pronoun.lower)) return [];
  const last = table.mentions.findLast(
    ({ entity, head }) =>
      head < index &&
      pronoun.sentence - (document.tokens[head]?.sentence ?? 0) <= reach &&
      !others.includes(entity) &&
      table.byId(entity)?.kind === 'person',
  );
  return last === undefined ? [] : [last.entity];
}

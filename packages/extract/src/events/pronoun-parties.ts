import type { AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventMention } from './find.ts';

const people = wordSet(roleVocabulary.classes.people ?? []);
const ofPerson = /^(?:he|she|him|her)$/;
const ofGroup = /^(?:it|they|them)$/;
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
    pronoun === undefined || more.length > 0
      ? []
      : [...lastPerson(document, table, pronoun, others), ...lastSubject(document, table, pronoun, others)];
  if (targets.length === 0 && actors.length > 0) return { ...mention, targets: meant(targetTokens) };
  if (actors.length > 0) return mention;
  const told = meant(actorTokens);
  return { ...mention, actors: told.length > 0 ? told : personBehind(document, table, mention, others) };
}

/** 'Senator representing Yobe North, Ahmad Lawan, moved': the one person named between a title and its verb. */
function personBehind(
  document: AnnotatedDocument,
  table: EntityTable,
  { actorTokens: [title, ...more], trigger, sentence }: EventMention,
  others: readonly string[],
): string[] {
  const noun = title === undefined ? undefined : document.tokens[title];
  if (noun === undefined || more.length > 0 || !/^NNP?$/.test(noun.xpos ?? '')) return [];
  const between = table.mentions.filter(
    ({ entity, head, form }) =>
      form === 'name' &&
      head > noun.i &&
      head < trigger &&
      document.tokens[head]?.sentence === sentence &&
      !others.includes(entity) &&
      table.byId(entity)?.kind === 'person',
  );
  const named = new Set(between.map(({ entity }) => entity));
  const isTitle = noun.upos === 'PROPN' || people.has(noun.lemma);
  return isTitle && named.size === 1 ? [...named] : [];
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

/**
 * 'The front denies it. On Tuesday it attacked …': the one group that is the subject of a clause told right before, in the pronoun's
 * own sentence or the one before it. Where several are, nobody is guessed.
 */
function lastSubject(
  document: AnnotatedDocument,
  table: EntityTable,
  index: number,
  others: readonly string[],
): string[] {
  const pronoun = document.tokens[index];
  if (pronoun === undefined || !ofGroup.test(pronoun.lower)) return [];
  for (let back = 0; back <= 1; back += 1) {
    const subjects = table.mentions.filter(
      ({ head }) =>
        head < index &&
        document.tokens[head]?.sentence === pronoun.sentence - back &&
        document.tokens[head]?.deprel.startsWith('nsubj') === true,
    );
    const groups = new Set(
      subjects.flatMap(({ entity }) => {
        const found = table.byId(entity);
        const group = found?.kind === 'place' ? table.counterpart(entity) : found;
        return group?.kind === 'group' && !others.includes(group.id) ? [group.id] : [];
      }),
    );
    if (groups.size > 0) return groups.size === 1 ? [...groups] : [];
  }
  return [];
}

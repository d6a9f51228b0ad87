import { tokensOf, type AnnotatedDocument } from '@dragoman/nlp';
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
  const meant = ([pronoun, ...more]: readonly number[], acts: boolean): string[] =>
    pronoun === undefined || more.length > 0
      ? []
      : [
          ...lastPerson(document, table, pronoun, others),
          ...lastSubject(document, table, pronoun, others, acts),
        ];
  if (targets.length === 0 && actors.length > 0) return { ...mention, targets: meant(targetTokens, false) };
  if (actors.length > 0) return mention;
  const told = meant(actorTokens, true);
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
 * 'The front denies it. On Tuesday it attacked …': the one group that is a subject in the pronoun's own sentence or else in the one
 * before it. Where several are, or a thing is one too ('the text', which 'it' may mean where it does not act), nobody is guessed.
 */
function lastSubject(
  document: AnnotatedDocument,
  table: EntityTable,
  index: number,
  others: readonly string[],
  acts: boolean,
): string[] {
  const pronoun = document.tokens[index];
  if (pronoun === undefined || !ofGroup.test(pronoun.lower)) return [];
  const here = document.sentences[pronoun.sentence];
  const before = document.sentences[pronoun.sentence - 1];
  for (const sentence of [here, before]) {
    const subjects = (sentence === undefined ? [] : tokensOf(document, sentence)).filter(
      ({ i, deprel, upos }) =>
        i < index && deprel.startsWith('nsubj') && (upos !== 'PRON' || groupAt(table, i) !== undefined),
    );
    const groups = subjects
      .map(({ i }) => groupAt(table, i))
      .filter((id) => !others.includes(id ?? '') && !(acts && id === undefined));
    const [first, ...more] = new Set(groups);
    if (groups.length > 0) return first === undefined || more.length > 0 ? [] : [first];
  }
  return [];
}

/** The group, or the state for its land, that a noun names; undefined for people and things. */
function groupAt(table: EntityTable, token: number): string | undefined {
  const mention = table.mentionHeadedBy(token);
  const found = mention === undefined ? undefined : table.byId(mention.entity);
  const group = found?.kind === 'place' ? table.counterpart(found.id) : found;
  return group?.kind === 'group' ? group.id : undefined;
}

import { type AnnotatedDocument, sentenceOf } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import { z } from 'zod';
import type { EntityTable } from '../context.ts';
import type { LexiconFile } from '../lexicon/load.ts';
import type { FoundTitle } from './find.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const officesSchema = z.strictObject({
  offices: z.record(z.string(), z.string()),
  ministers: words,
  administration: z.string(),
  courts: words,
  partyAdjectives: z.record(z.string(), z.string()),
});
export const officesFile: LexiconFile<typeof officesSchema> = { file: 'offices.yaml', schema: officesSchema };
export type OfficeLexicon = z.output<typeof officesSchema>;

/**
 * The body of an office whose passage names none, where the article names that body elsewhere: by the title itself, by a state whose
 * body the sentence names, for ministers by the state most spoken of, for judges by the court named last. Undefined else.
 */
export function assumedOwner(
  document: AnnotatedDocument,
  table: EntityTable,
  found: FoundTitle,
  lexicon: OfficeLexicon,
): Entity | undefined {
  const { phrase, person } = found;
  if (phrase.kind === 'speaker') return lastBody(document, table, phrase.first);
  if (phrase.kind !== 'office' && phrase.kind !== 'legislator' && phrase.kind !== 'leader') return undefined;
  const title = phrase.title
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(former|then|ex|acting|deputy|incoming)[ -]/, '');
  const known = Object.hasOwn(lexicon.offices, title)
    ? named(table, lexicon.offices[title] ?? '')
    : undefined;
  if (known !== undefined) return known;
  const head = wordsOf(document, found).toLowerCase();
  if (lexicon.courts.has(head)) return lastCourt(table, phrase.first);
  if (
    phrase.kind !== 'office' ||
    /representative|negotiator|envoy|prosecutor|attorney|governor|mayor|commissioner|sheriff/.test(head)
  )
    return undefined;
  if (head === 'president' && leadsAdministration(table, person.entity))
    return named(table, lexicon.administration);
  const here = statesOfBodies(table, document, person.head);
  if (here.length === 1) return here[0];
  if (!lexicon.ministers.has(head) || here.length > 0) return undefined;
  const main = mainState(table, lexicon.administration);
  return main === undefined || isNamedIn(table, document, main.id, person.head) ? undefined : main;
}

function wordsOf(document: AnnotatedDocument, { phrase }: FoundTitle): string {
  return document.tokens
    .slice(phrase.head.first, phrase.head.last + 1)
    .map((token) => token.text)
    .join(' ');
}

function named(table: EntityTable, name: string): Entity | undefined {
  return table.entities.find(
    (entity) => entity.kind === 'group' && (entity.name === name || entity.aliases.includes(name)),
  );
}

function lastCourt(table: EntityTable, before: number): Entity | undefined {
  const mention = table.mentions.findLast(
    (other) => other.first < before && /court|tribunal/i.test(table.byId(other.entity)?.name ?? ''),
  );
  return mention === undefined ? undefined : table.actorAt(mention.head);
}

/** The body named last in the sentence of a spokesperson or the one before: the one that speaks. */
function lastBody(document: AnnotatedDocument, table: EntityTable, before: number): Entity | undefined {
  const sentence = document.tokens[before]?.sentence ?? 0;
  const near = table.mentions.filter(
    (mention) => mention.first < before && sentence - (document.tokens[mention.first]?.sentence ?? 0) <= 1,
  );
  const bodies = near.filter(
    (mention) =>
      mention.form === 'name' &&
      /^(government_body|igo|military|company|ngo|party|armed_group)$/.test(
        table.byId(mention.entity)?.groupKind ?? '',
      ),
  );
  const subject =
    bodies.find((mention) => document.tokens[mention.head]?.deprel.startsWith('nsubj')) ?? bodies.at(-1);
  return subject === undefined ? undefined : table.byId(subject.entity);
}

/** 'the Trump administration': its name begins with the person's surname. */
function leadsAdministration(table: EntityTable, person: string): boolean {
  const surname = table.byId(person)?.name.split(' ').at(-1) ?? '';
  return table.entities.some(
    (entity) => entity.kind === 'group' && entity.name === `${surname} administration`,
  );
}

/** The states whose bodies the sentence of a token names: where the White House is, the president is that state's. */
function statesOfBodies(table: EntityTable, document: AnnotatedDocument, token: number): Entity[] {
  const { first, last } = sentenceOf(document, token);
  const here = table.mentions.filter(
    (mention) => mention.first >= first && mention.last <= last && mention.form !== 'pronoun',
  );
  const states = here.flatMap((mention) => stateOf(table, mention.entity) ?? []);
  return [...new Map(states.map((state) => [state.id, state])).values()];
}

function stateOf(table: EntityTable, id: string): Entity | undefined {
  const entity = table.byId(id);
  if (entity?.country === undefined || !/^(government_body|party|military)$/.test(entity.groupKind ?? ''))
    return undefined;
  return table.entities.find(
    (other) =>
      other.groupKind === 'state' &&
      other.gazetteer === entity.country &&
      table.mentionsOf(other.id).length > 0,
  );
}

/** Does the sentence of a token name an entity? A state named beside a minister is mostly the other one's. */
function isNamedIn(table: EntityTable, document: AnnotatedDocument, id: string, token: number): boolean {
  const { first, last } = sentenceOf(document, token);
  return table.mentionsOf(id).some((mention) => mention.first >= first && mention.last <= last);
}

/** The state with well over half of all mentions of states, but for one that has offices of other names. */
function mainState(table: EntityTable, except: string): Entity | undefined {
  const states = table.entities.filter((entity) => entity.groupKind === 'state' && entity.name !== except);
  const counts = states.map((state) => table.mentionsOf(state.id).length);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return states.find((_, i) => (counts[i] ?? 0) > 1 && (counts[i] ?? 0) >= 0.6 * all);
}

/** The position with an assumed owner, less sure than one the passage states. */
export function withOwner(position: Position, owner: Entity): Position {
  return {
    ...position,
    group: owner.id,
    rule: `${position.rule}+assumed`,
    confidence: position.confidence * 0.7,
  };
}

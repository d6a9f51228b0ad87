import { type AnnotatedDocument, sentenceOf } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import { z } from 'zod';
import type { EntityTable } from '../context.ts';
import type { LexiconFile } from '../lexicon/load.ts';
import { foldName, isCapitalised } from '../names/text.ts';
import { isDateline } from '../names/use-of-place.ts';
import type { FoundTitle } from './find.ts';

const words = z.array(z.string()).transform((list) => new Set(list));
const officesSchema = z.strictObject({
  offices: z.record(z.string(), z.string()),
  national: words,
  holders: z.record(z.string(), words),
  administration: z.string(),
  courts: words,
  partyAdjectives: z.record(z.string(), z.string()),
});
export const officesFile: LexiconFile<typeof officesSchema> = { file: 'offices.yaml', schema: officesSchema };
export type OfficeLexicon = z.output<typeof officesSchema>;

/**
 * The body of an office whose passage names none, where the article names that body elsewhere: by the title itself, by a body that the
 * title begins with, for judges by the court named last, for national offices by the state that is spoken of. Undefined else.
 */
export function assumedOwner(
  document: AnnotatedDocument,
  table: EntityTable,
  found: FoundTitle,
  lexicon: OfficeLexicon,
): Entity | undefined {
  const { phrase, person } = found;
  if (phrase.kind === 'speaker') return lastBody(document, table, phrase.first);
  if (!/^(office|legislator|leader|sovereign)$/.test(phrase.kind)) return undefined;
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
  const body = bodyInTitle(table, found);
  if (body !== undefined) return body;
  if (phrase.kind === 'leader' || phrase.kind === 'legislator') return undefined;
  if (localOffice.test(head)) return undefined;
  if (head === 'president' && leadsAdministration(table, person.entity))
    return named(table, lexicon.administration);
  return lexicon.national.has(head) || phrase.kind === 'sovereign'
    ? stateSpokenOf(document, table, found, lexicon)
    : onlyStateHere(document, table, person);
}

/** Offices that are seldom a state's. */
const localOffice =
  /representative|negotiator|envoy|prosecutor|attorney|governor|^(lt\.? )?gov\.?$|mayor|commissioner|sheriff|^judge/;

/** 'House Speaker', 'committee chairman': a body that the article names, called by a word of the title. */
function bodyInTitle(table: EntityTable, { phrase }: FoundTitle): Entity | undefined {
  const [word = ''] = phrase.title.split(' ');
  if (word === '' || phrase.title === word) return undefined;
  const mention = table.mentions.findLast((other) => {
    const entity = table.byId(other.entity);
    if (entity?.kind !== 'group' || entity.groupKind === 'state' || other.form !== 'name') return false;
    return isCapitalised(word)
      ? entity.name === word || entity.aliases.includes(word)
      : other.first < phrase.first && isCalled(entity.name, word.toLowerCase());
  });
  return mention === undefined ? undefined : table.byId(mention.entity);
}

/** Does a body's name end in a word, or in what the word is short for: 'panel' for a committee? */
function isCalled(name: string, word: string): boolean {
  const last = name.split(' ').at(-1)?.toLowerCase();
  return last === word || (word === 'panel' && /^(committee|commission|subcommittee)$/.test(last ?? ''));
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

/**
 * The states whose bodies the sentence of a token names: where the White House is, the president is that state's. With `near`, only
 * bodies with no other person between.
 */
function statesOfBodies(
  table: EntityTable,
  document: AnnotatedDocument,
  token: number,
  near = false,
): Entity[] {
  const { first, last } = sentenceOf(document, token);
  const within = table.mentions.filter(
    (mention) => mention.first >= first && mention.last <= last && mention.form !== 'pronoun',
  );
  const others = within.filter(
    (mention) => table.byId(mention.entity)?.kind === 'person' && !covers(mention, token),
  );
  const here = near
    ? within.filter(({ head }) => !others.some((person) => isBetween(person.head, head, token)))
    : within;
  const states = here.flatMap((mention) => stateOf(table, mention.entity) ?? []);
  return [...new Map(states.map((state) => [state.id, state])).values()];
}

const covers = ({ first, last }: { first: number; last: number }, token: number): boolean =>
  first <= token && token <= last;

const isBetween = (token: number, a: number, b: number): boolean =>
  token > Math.min(a, b) && token < Math.max(a, b);

function stateOf(table: EntityTable, id: string): Entity | undefined {
  const entity = table.byId(id);
  if (entity?.country === undefined || !/^(government_body|party|military)$/.test(entity.groupKind ?? ''))
    return undefined;
  return namedState(table, entity.country);
}

/** The one state whose bodies the sentence of a person names. */
function onlyStateHere(
  document: AnnotatedDocument,
  table: EntityTable,
  person: FoundTitle['person'],
): Entity | undefined {
  const here = statesOfBodies(table, document, person.head);
  return here.length === 1 ? here[0] : undefined;
}

/**
 * Whose national office is meant: the state that a well-known holder is of, the state whose body the sentence names, the state that
 * the sentence before tells of, the state most spoken of, the one the article was written in, the one named last before.
 */
function stateSpokenOf(
  document: AnnotatedDocument,
  table: EntityTable,
  { person }: FoundTitle,
  lexicon: OfficeLexicon,
): Entity | undefined {
  const surname =
    foldName(table.byId(person.entity)?.name ?? '')
      .split(' ')
      .at(-1) ?? '';
  const own = Object.entries(lexicon.holders).find(([, surnames]) => surnames.has(surname));
  if (own !== undefined) return named(table, own[0]);
  const here = statesOfBodies(table, document, person.head, true);
  if (here.length > 0) return here.length === 1 ? here[0] : undefined;
  const candidates = [
    stateBefore(document, table, person.head),
    mainState(table),
    stateOfDateline(document, table),
    lastState(table, person.first),
  ];
  return candidates.find(
    (state) => state !== undefined && !isNamedIn(table, document, state.id, person.head),
  );
}

/** The state that the sentence before a token tells of: the first one it names, before its verb. */
function stateBefore(document: AnnotatedDocument, table: EntityTable, token: number): Entity | undefined {
  const before = document.sentences[(document.tokens[token]?.sentence ?? 0) - 1];
  if (before === undefined) return undefined;
  const verb = document.tokens
    .slice(before.first, before.last + 1)
    .find(({ upos, deprel }) => upos === 'VERB' && /^(root|ccomp|parataxis)$/.test(deprel));
  const mention = table.mentions.find(
    ({ first, entity }) =>
      first >= before.first &&
      first < (verb?.i ?? before.last) &&
      table.byId(entity)?.groupKind === 'state' &&
      !isOfEmbassy(table, first),
  );
  return mention === undefined ? undefined : table.byId(mention.entity);
}

/** 'the Chinese embassy': a state that is abroad there. */
const isOfEmbassy = (table: EntityTable, token: number): boolean =>
  table
    .mentionsAt(token)
    .some(({ entity }) => /\b(embassy|consulate|ambassador)\b/i.test(table.byId(entity)?.name ?? ''));

/** The state named last before a token. */
function lastState(table: EntityTable, token: number): Entity | undefined {
  const mention = table.mentions.findLast(
    ({ first, entity }) => first < token && table.byId(entity)?.groupKind === 'state',
  );
  return mention === undefined ? undefined : table.byId(mention.entity);
}

/** The state in which an article was written, by the place it opens with. */
function stateOfDateline(document: AnnotatedDocument, table: EntityTable): Entity | undefined {
  const opening = table.mentions.find(({ first, last }) => isDateline(document, { first, last }));
  const country = opening === undefined ? undefined : table.byId(opening.entity)?.country;
  return country === undefined ? undefined : namedState(table, country);
}

/** A state by its gazetteer id, where the article names it, as one who acts or as a place. */
function namedState(table: EntityTable, gazetteer: string): Entity | undefined {
  return table.entities.find((entity) => {
    if (entity.groupKind !== 'state' || entity.gazetteer !== gazetteer) return false;
    const place = table.counterpart(entity.id);
    return (
      table.mentionsOf(entity.id).length > 0 || (place !== undefined && table.mentionsOf(place.id).length > 0)
    );
  });
}

/** Does the sentence of a token name an entity? A state named beside a minister is mostly the other one's. */
function isNamedIn(table: EntityTable, document: AnnotatedDocument, id: string, token: number): boolean {
  const { first, last } = sentenceOf(document, token);
  return table.mentionsOf(id).some((mention) => mention.first >= first && mention.last <= last);
}

/** The state with well over half of all mentions of states, as actors and as places. */
function mainState(table: EntityTable): Entity | undefined {
  const states = table.entities.filter((entity) => entity.groupKind === 'state');
  const counts = states.map(({ id }) => {
    const place = table.counterpart(id);
    return table.mentionsOf(id).length + (place === undefined ? 0 : table.mentionsOf(place.id).length);
  });
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

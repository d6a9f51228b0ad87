import { type AnnotatedDocument, sentenceOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { groupedBy } from '../collections.ts';
import type { EntityTable, Mention } from '../context.ts';
import { foldName } from '../names/text.ts';
import { isDateline } from '../names/use-of-place.ts';
import type { FoundTitle } from './found-title.ts';

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
export function onlyStateHere(
  document: AnnotatedDocument,
  table: EntityTable,
  person: FoundTitle['person'],
): Entity | undefined {
  const here = statesOfBodies(table, document, person.head);
  return here.length === 1 ? here[0] : undefined;
}

/** What counts for a state whose office may be meant: its share of all mentions, the dateline, the sentence before, its own sentence. */
const weights = { share: 6, dateline: 3, before: 3, beside: -2, subject: 0.5 };
const leastScore = 1.5;

/** Crowned heads are rarely the story's: who is called sultan or king is of the state that the text says. */
const crowned = /\b(king|queen|emir|sultan|crown prince|crown princess)\b/i;
/** Offices that the United States do not have. */
const unAmerican = /\b(minister|premier|chancellor|king|queen|emir|sultan)\b/i;

/**
 * Whose national office is meant where the passage does not say it: the state that a well-known holder is of, the state whose body
 * the sentence names, else the state of the story, by its mentions, the dateline and the sentence before. A state beside the person
 * is mostly another one. `holders` are surnames by the name of their state.
 */
export function stateSpokenOf(
  document: AnnotatedDocument,
  table: EntityTable,
  found: FoundTitle,
  holders: Readonly<Record<string, ReadonlySet<string>>>,
  excluded: ReadonlySet<string> = new Set(),
): Entity | undefined {
  const { person, phrase } = found;
  const sure = statesSurelyOf(document, table, found, holders);
  if (sure.length > 0) return sure.length === 1 ? sure[0] : undefined;
  if (crowned.test(phrase.title)) return undefined;
  const states = table.entities.filter(
    ({ id, groupKind, gazetteer }) =>
      groupKind === 'state' &&
      !excluded.has(id) &&
      !(gazetteer === 'state:US' && unAmerican.test(phrase.title)),
  );
  const mentions = new Map(states.map((state) => [state, mentionsOfState(table, state)]));
  const all = [...mentions.values()].reduce((sum, { length }) => sum + length, 0);
  const dateline = stateOfDateline(document, table);
  const before = statesBefore(document, table, person.head);
  const score = (state: Entity): number => {
    const own = mentions.get(state) ?? [];
    if (own.length === 0 || isOfCounterpart(document, own, person)) return 0;
    const beside = besidePerson(document, own, person);
    return (
      (weights.share * own.length) / all +
      (state === dateline ? weights.dateline : 0) +
      (before.includes(state.id) ? weights.before : 0) +
      beside
    );
  };
  const ranked = states.toSorted((a, b) => score(b) - score(a));
  const best = ranked[0];
  return best !== undefined && score(best) >= leastScore && !isOutweighed(table, best) ? best : undefined;
}

/** The state that a well-known holder is of, else those whose bodies the sentence names: several where it cannot be told, none where nothing is known. */
export function statesSurelyOf(
  document: AnnotatedDocument,
  table: EntityTable,
  { person }: FoundTitle,
  holders: Readonly<Record<string, ReadonlySet<string>>>,
): Entity[] {
  const surname =
    foldName(table.byId(person.entity)?.name ?? '')
      .split(' ')
      .at(-1) ?? '';
  const own = Object.entries(holders).find(([, surnames]) => surnames.has(surname));
  const state = table.entities.find(({ groupKind, name }) => groupKind === 'state' && name === own?.[0]);
  return state === undefined ? statesOfBodies(table, document, person.head, true) : [state];
}

/** How many places of one land an article must name for its scene to be there, though it never names the land. */
const fewestPlaces = 3;

/** Do the towns and regions that the article names lie mostly in a land that it does not name? Then no office is of one it names. */
function isOutweighed(table: EntityTable, state: Entity): boolean {
  const byLand = groupedBy(
    table.mentions.flatMap(({ entity }) => {
      const place = table.byId(entity);
      return place?.kind === 'place' && place.country !== undefined && place.placeKind !== 'country'
        ? [place.country]
        : [];
    }),
    (country) => country,
  );
  const own = byLand.get(state.gazetteer ?? '')?.length ?? 0;
  return [...byLand].some(
    ([country, places]) =>
      country !== state.gazetteer &&
      places.length >= fewestPlaces &&
      places.length > own + mentionsOfState(table, state).length &&
      namedState(table, country) === undefined,
  );
}

/** The mentions of a state, as one who acts and as a place, but for those within the name of its embassy. */
function mentionsOfState(table: EntityTable, state: Entity): Mention[] {
  const place = table.counterpart(state.id);
  const all = [...table.mentionsOf(state.id), ...(place === undefined ? [] : table.mentionsOf(place.id))];
  return all.filter(({ first, form }) => form !== 'pronoun' && !isOfEmbassy(table, first));
}

/** What it says of a state that the sentence of a person names it: as a subject behind the person little, else that it is another's. */
function besidePerson(document: AnnotatedDocument, own: readonly Mention[], person: Mention): number {
  const { first, last } = sentenceOf(document, person.head);
  const here = own.filter((mention) => mention.first >= first && mention.last <= last);
  if (here.length === 0) return 0;
  return here.some(({ head }) => document.tokens[head]?.deprel.startsWith('nsubj'))
    ? weights.subject
    : weights.beside;
}

/** 'President X called his Indonesian counterpart, Y': X is of another state. */
function isOfCounterpart(document: AnnotatedDocument, own: readonly Mention[], person: Mention): boolean {
  const sentence = document.tokens[person.head]?.sentence;
  return own.some(
    ({ last, first }) =>
      first > person.last &&
      document.tokens[last]?.sentence === sentence &&
      document.tokens.slice(last + 1, last + 3).some(({ lower }) => lower === 'counterpart'),
  );
}

/** The states that the sentence before a token tells of: those it names before its verb. */
function statesBefore(document: AnnotatedDocument, table: EntityTable, token: number): string[] {
  const before = document.sentences[(document.tokens[token]?.sentence ?? 0) - 1];
  if (before === undefined) return [];
  const verb = document.tokens
    .slice(before.first, before.last + 1)
    .find(({ upos, deprel }) => upos === 'VERB' && /^(root|ccomp|parataxis)$/.test(deprel));
  return table.mentions.flatMap(({ first, head }) => {
    const state = first >= before.first && first < (verb?.i ?? before.last) ? table.actorAt(head) : undefined;
    return state?.groupKind === 'state' && !isOfEmbassy(table, first) ? [state.id] : [];
  });
}

/** 'the Chinese embassy': a state that is abroad there. */
const isOfEmbassy = (table: EntityTable, token: number): boolean =>
  table
    .mentionsAt(token)
    .some(({ entity }) => /\b(embassy|consulate|ambassador)\b/i.test(table.byId(entity)?.name ?? ''));

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

import { type AnnotatedDocument, child, sentenceOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { groupedBy } from '../collections.ts';
import type { EntityTable, Mention } from '../context.ts';
import { foldName } from '../names/text.ts';
import { statesOfBodies } from './bodies-beside.ts';
import type { FoundTitle } from './found-title.ts';
import type { HomeStates } from './home-states.ts';
import { namedState, type ToldStates } from './told-states.ts';

/** Surnames of well-known holders of national offices by the name of their state. */
export type Holders = Readonly<Record<string, ReadonlySet<string>>>;

/** What it takes to tell whose national office is meant. */
export interface Story {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly home: HomeStates;
  readonly told: ToldStates;
  /** The state of those officials of whom the article does not say whose they are: its own. */
  readonly domestic?: Entity;
  /** Codes of the only states that may be meant, where the article tells of a federal government. */
  readonly federations?: ReadonlySet<string>;
  /** Does an official whom the article does not mark hold an office that the United States do not have? Then it is told from elsewhere. */
  readonly elsewhere?: boolean;
}

/** The one state whose bodies the sentence of a person names. */
export function onlyStateHere(
  { document, table, told }: Story,
  { person, phrase }: FoundTitle,
): Entity | undefined {
  const here = statesOfBodies(table, document, person.head).filter(
    (state) => !told.isOfAnother(state, person.entity, phrase.title),
  );
  return here.length === 1 ? here[0] : undefined;
}

/**
 * What counts for a state whose office may be meant: its share of all mentions, that the outlet is there, the dateline, the sentence
 * before, its own sentence, and a town of it in the person's sentence.
 */
const weights = {
  share: 6,
  outlet: 4,
  dateline: 2.5,
  section: 4,
  headline: 3,
  before: 2.5,
  beside: -2,
  subject: 0.5,
  town: 3,
  townShare: 0.5,
  domestic: 2.5,
};
export const leastScore = 1.5;
/** How far the best state must be ahead of the next. */
export const leastLead = 0.3;

/** Crowned heads are rarely the story's: who is called sultan or king is of the state that the text says. */
const crowned = /\b(king|queen|emir|sultan|crown prince|crown princess)\b/i;
/** Offices that the United States do not have. */
export const unAmerican =
  /\b(minister|premier|chancellor|king|queen|emir|sultan|attorney-general|high commissioner|taoiseach|opposition)\b/i;

/**
 * Whose national office is meant where the passage does not say it: the state that a well-known holder is of, that other posts of the
 * person are of, whose body the sentence names, else the state of the story, by its mentions, where the article comes from, the
 * sentence before and the towns beside. A state beside the person is mostly another one; a counterpart's and one whose post somebody
 * else holds surely are. `holders` are surnames by the name of their state.
 */
export function stateSpokenOf(story: Story, found: FoundTitle, holders: Holders): Entity | undefined {
  const { document, table, told } = story;
  const { person, phrase } = found;
  const known = stateOfHolder(table, person, holders) ?? told.stateOf(person.entity);
  if (known !== undefined) return known;
  if (ofWhole.test(phrase.title) && homeOfHolder(table, person, holders) !== undefined) return undefined;
  const here = statesOfBodies(table, document, person.head, true).filter(
    (state) => !told.isOfAnother(state, person.entity, phrase.title),
  );
  if (here.length > 0) return here.length === 1 ? here[0] : undefined;
  return crowned.test(phrase.title) ? undefined : stateOfStory(story, found);
}

/** The state that a well-known holder is of, or the one whose body stands beside: what needs no weighing. */
export function sureState(
  document: AnnotatedDocument,
  table: EntityTable,
  { person }: FoundTitle,
  holders: Holders,
): Entity | undefined {
  const here = statesOfBodies(table, document, person.head, true);
  return stateOfHolder(table, person, holders) ?? (here.length === 1 ? here[0] : undefined);
}

/** Heads of states and governments: a well-known one is of no other state than their own, whether the article names that or not. */
const ofWhole = /^(president|prime minister|premier|chancellor)$/i;

/** The name of the state of which somebody with a surname is a well-known holder. */
function homeOfHolder(
  table: EntityTable,
  { entity }: Pick<Mention, 'entity'>,
  holders: Holders,
): string | undefined {
  // 'Moon Jae-in' by 'jae-in'
  const name = (table.byId(entity)?.name ?? '').split(' ').at(-1) ?? '';
  const surname = foldName(name).replaceAll(' ', '-');
  return Object.entries(holders).find(([, surnames]) => surnames.has(surname))?.[0];
}

export function stateOfHolder(
  table: EntityTable,
  person: Pick<Mention, 'entity'>,
  holders: Holders,
): Entity | undefined {
  const own = homeOfHolder(table, person, holders);
  return own === undefined
    ? undefined
    : table.entities.find(({ groupKind, name }) => groupKind === 'state' && name === own);
}

/** The state where the outlet sits, where the article names it. */
export const outletState = ({ table, home }: Story): Entity | undefined =>
  home.outlet === undefined ? undefined : namedState(table, home.outlet);

/** The state that an article was written in, where it names that more often than another. */
export function sceneState({ table, home }: Story, other: Entity): Entity | undefined {
  const scene = home.dateline === undefined ? undefined : namedState(table, home.dateline);
  return scene !== undefined && mentionsOfState(table, scene).length > mentionsOfState(table, other).length
    ? scene
    : undefined;
}

/** The state that scores best, where it is ahead. */
function stateOfStory(story: Story, found: FoundTitle): Entity | undefined {
  const ranked = rankedStates(story, [found]);
  const [best, next] = ranked;
  const someExcluded = ranked.some(({ points }) => points < 0);
  if (best?.state === undefined || best.points < (someExcluded ? leastScore / 2 : leastScore))
    return undefined;
  if (isOutweighed(story.table, best.state)) return undefined;
  return next !== undefined && best.points - next.points < leastLead ? undefined : best.state;
}

/** A state that an office may be of; one that the article never names has no entity, and only keeps the office from being another's. */
export interface Candidate {
  readonly gazetteer: string;
  readonly state?: Entity;
  readonly mentions: readonly Mention[];
  readonly count: number;
}

/** States by what speaks for their being that of all of some officials, the likeliest first. */
export function rankedStates(
  story: Story,
  officials: readonly FoundTitle[],
): { readonly state: Entity | undefined; readonly points: number }[] {
  const { told, domestic, federations } = story;
  const american =
    story.elsewhere !== true && officials.every(({ phrase }) => !unAmerican.test(phrase.title));
  const states = candidates(story).filter(
    ({ gazetteer }) =>
      (gazetteer !== 'state:US' || american) && federations?.has(gazetteer.replace('state:', '')) !== false,
  );
  const all = states.reduce((sum, { count }) => sum + count, 0);
  return states
    .map((each) => {
      const { state, count } = each;
      const points = officials.map((found) =>
        state !== undefined && told.isOfAnother(state, found.person.entity, found.phrase.title)
          ? -weights.share
          : scoreOf(story, found, each) + (weights.share * count) / all,
      );
      const own = state !== undefined && state === domestic ? weights.domestic : 0;
      return { state, points: points.reduce((sum, each) => sum + each, own) };
    })
    .toSorted((a, b) => b.points - a.points);
}

const candidatesOf = new WeakMap<EntityTable, readonly Candidate[]>();

/** The states that an article names, and those that only its towns, its outlet or its headline point to. Gathered once for each article. */
function candidates({ table, home }: Story): readonly Candidate[] {
  const known = candidatesOf.get(table);
  if (known !== undefined) return known;
  const named = table.entities
    .filter(({ groupKind }) => groupKind === 'state')
    .map((state) => ({ state, gazetteer: state.gazetteer ?? '', mentions: mentionsOfState(table, state) }))
    .filter(({ mentions }) => mentions.length > 0)
    .map((each) => ({
      ...each,
      count: each.mentions.length + weights.townShare * townsOf(table, each.gazetteer),
    }));
  const have = new Set(named.map(({ gazetteer }) => gazetteer));
  const towns = table.entities.flatMap(({ placeKind, country }) =>
    placeKind === 'city' && country !== undefined ? [country] : [],
  );
  const lands = new Set(
    [...towns, home.outlet, home.dateline, home.section, home.headline].filter((land) => land !== undefined),
  );
  const unnamed = [...lands]
    .filter((land) => !have.has(land))
    .map((gazetteer) => ({
      gazetteer,
      mentions: [],
      count: weights.townShare * townsOf(table, gazetteer),
    }));
  const all = [...named, ...unnamed];
  candidatesOf.set(table, all);
  return all;
}

/** What counts for a state beside how often it is named. */
function scoreOf(
  { document, table, home }: Story,
  { person }: FoundTitle,
  { gazetteer, state, mentions }: Candidate,
): number {
  const fromHome = Math.max(
    gazetteer === home.outlet ? weights.outlet : 0,
    gazetteer === home.dateline ? weights.dateline : 0,
    gazetteer === home.section ? weights.section : 0,
    state === undefined && gazetteer === home.headline ? weights.headline : 0,
  );
  const before = state !== undefined && statesBefore(document, table, person.head).includes(state.id);
  return (
    fromHome +
    (before ? weights.before : 0) +
    besidePerson(document, mentions, person) +
    (isInTown(document, table, gazetteer, person) ? weights.town : 0)
  );
}

/** The mentions of a state, as one who acts and as a place, but for those within the name of its embassy. */
function mentionsOfState(table: EntityTable, state: Entity): Mention[] {
  const place = table.counterpart(state.id);
  const all = [...table.mentionsOf(state.id), ...(place === undefined ? [] : table.mentionsOf(place.id))];
  return all.filter(({ first, form }) => form !== 'pronoun' && !isOfEmbassy(table, first));
}

/** How often an article names the towns of a state. */
function townsOf(table: EntityTable, gazetteer: string): number {
  const towns = table.entities.filter(
    ({ placeKind, country }) => placeKind === 'city' && country !== undefined && country === gazetteer,
  );
  return towns.reduce((sum, { id }) => sum + table.mentionsOf(id).length, 0);
}

/** 'at a news conference in Vilnius, Prime Minister X said': a town of the state in the sentence of somebody who does not travel there. */
function isInTown(
  document: AnnotatedDocument,
  table: EntityTable,
  gazetteer: string,
  person: Mention,
): boolean {
  const { first, last } = sentenceOf(document, person.head);
  return table.mentions.some((mention) => {
    const entity = table.byId(mention.entity);
    if (mention.first < first || mention.last > last) return false;
    if (entity?.placeKind !== 'city' || entity.country !== gazetteer) return false;
    return (
      /^(in|at|outside)$/.test(child(document, mention.head, 'case')?.lower ?? '') &&
      isNear(document, mention, person)
    );
  });
}

/** In the same clause, roughly: not many words apart. */
const isNear = ({ tokens }: AnnotatedDocument, town: Mention, person: Mention): boolean =>
  tokens[town.head] !== undefined && Math.abs(town.head - person.head) <= 14;

/** What it says of a state that the sentence of a person names it: as a subject behind the person little, else that it is another's. */
function besidePerson(document: AnnotatedDocument, own: readonly Mention[], person: Mention): number {
  const { first, last } = sentenceOf(document, person.head);
  const here = own.filter((mention) => mention.first >= first && mention.last <= last);
  if (here.length === 0) return 0;
  return here.some(({ head }) => document.tokens[head]?.deprel.startsWith('nsubj'))
    ? weights.subject
    : weights.beside;
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
    .some(({ entity }) =>
      /\b(embassy|consulate|ambassador|high commission)\b/i.test(table.byId(entity)?.name ?? ''),
    );

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

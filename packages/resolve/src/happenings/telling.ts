import { idOf } from '@dragoman/core';
import type { Entity, Event, Meeting, Quantity, Span } from '@dragoman/schemas';
import { isSure } from '../evidence/signatures.ts';
import { countriesOf, entryOf } from '../identity/states.ts';
import { dayOf, type Evidence } from '../evidence/evidence.ts';
import { withOutcomes } from './outcomes.ts';
import { unitOf } from './quantities.ts';

/** A place as tellings compare it. */
export interface ToldPlace {
  readonly node: string;
  readonly kind: string;
  readonly country: string;
  /** The first-order division of a city or a region; '' where it is not known. */
  readonly division: string;
  readonly name: string;
}

/** One article's telling of one meeting or event, with everybody resolved: what the identity of happenings clusters. */
export interface Telling {
  /** The claim's id. */
  readonly id: string;
  readonly article: string;
  readonly local: string;
  /** 'meeting', or a PLOVER root. */
  readonly type: string;
  readonly form: string;
  /** Nodes of people, and of groups, on the side that acts (participants and represented, or actors). */
  readonly persons: readonly string[];
  readonly sides: readonly string[];
  /** The states that its people stand for, whether the article counts them as parties or not: for matching only. */
  readonly states: readonly string[];
  readonly mediators: readonly string[];
  readonly hosts: readonly string[];
  readonly targets: readonly string[];
  /** What the article calls each node that it names here. */
  readonly names: Readonly<Record<string, string>>;
  /** The state of each person, where the article tells: person node -> group node. */
  readonly stateOf: Readonly<Record<string, string>>;
  readonly place: ToldPlace | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly status: string;
  readonly direct: boolean | null;
  readonly numbers: readonly Quantity[];
  readonly attributedTo: string | null;
  readonly confidence: number;
  readonly spans: readonly Span[];
  readonly published: string;
  readonly story: string;
}

/** How a local entity id is read: the node it was resolved to, and what is known of that. */
export interface Standing {
  nodeOf(local: string): string;
  /** The states that all articles together give a person, as gazetteer ids. */
  statesOf(local: string): readonly string[];
}

/** All tellings of an article. */
export function tellingsOf(evidence: Evidence, standing: Standing, story: string): Telling[] {
  const reader = new Reader(evidence, standing, story);
  const { meetings, events } = evidence.extraction;
  const tellings = [
    ...meetings.map((meeting) => reader.meeting(meeting)),
    ...events.map((event) => reader.event(event)),
  ];
  return withOutcomes(withOwnIds(tellings));
}

/** Two tellings with the same words and arguments are numbered, in the order of the article's list. */
function withOwnIds(tellings: readonly Telling[]): Telling[] {
  const seen = new Map<string, number>();
  return tellings.map((telling) => {
    const count = seen.get(telling.id) ?? 0;
    seen.set(telling.id, count + 1);
    return count === 0 ? telling : { ...telling, id: idOf('claim', { id: telling.id, count }) };
  });
}

class Reader {
  readonly #evidence: Evidence;
  readonly #standing: Standing;
  readonly #story: string;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(evidence: Evidence, standing: Standing, story: string) {
    this.#evidence = evidence;
    this.#standing = standing;
    this.#story = story;
    this.#entities = new Map(evidence.extraction.entities.map((entity) => [entity.id, entity]));
  }

  meeting(meeting: Meeting): Telling {
    const acting = [...meeting.participants, ...meeting.represented];
    return {
      ...this.#common(meeting, 'meeting', acting, [...meeting.mediators, ...meeting.hosts]),
      form: meeting.form,
      mediators: this.#nodes(meeting.mediators),
      hosts: this.#nodes(meeting.hosts),
      targets: [],
      direct: meeting.direct,
    };
  }

  event(event: Event): Telling {
    return {
      ...this.#common(event, event.type, event.actors, event.targets),
      form: event.mode ?? '',
      mediators: [],
      hosts: [],
      targets: this.#nodes(event.targets),
      direct: null,
    };
  }

  #common(told: Meeting | Event, type: string, acting: readonly string[], others: readonly string[]) {
    const { article } = this.#evidence;
    const persons = acting.filter((id) => this.#entities.get(id)?.kind === 'person');
    const groups = acting.filter((id) => this.#entities.get(id)?.kind === 'group');
    const states = this.#statesOf([...persons, ...others]);
    const ownStates = persons.flatMap((id) => states[this.#standing.nodeOf(id)] ?? []);
    return {
      id: idOf('claim', {
        article: article.id,
        span: told.spans[0],
        predicate: type,
        args: this.#names([...acting, ...others]),
      }),
      article: article.id,
      local: told.id,
      type,
      persons: this.#nodes(persons),
      sides: this.#nodes(groups),
      states: type === 'meeting' ? [...new Set(ownStates)].toSorted() : [],
      names: this.#calls([...acting, ...others]),
      stateOf: states,
      place: this.#place(told.place),
      start: told.start,
      end: told.end,
      status: told.status,
      numbers: told.numbers.filter((quantity) => unitOf(quantity) !== null),
      attributedTo: told.attributedTo === null ? null : this.#standing.nodeOf(told.attributedTo),
      confidence: told.confidence,
      spans: told.spans,
      published: dayOf(article),
      story: this.#story,
    };
  }

  #nodes(ids: readonly string[]): string[] {
    return [
      ...new Set(ids.filter((id) => this.#entities.has(id)).map((id) => this.#standing.nodeOf(id))),
    ].toSorted();
  }

  #calls(ids: readonly string[]): Record<string, string> {
    const calls = new Map<string, string>();
    const named = ids.flatMap((id) => this.#entities.get(id) ?? []);
    for (const { id, name } of named.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      calls.set(this.#standing.nodeOf(id), name);
    }
    return Object.fromEntries(calls);
  }

  #names(ids: readonly string[]): string[] {
    return ids.map((id) => this.#entities.get(id)?.name ?? id).toSorted();
  }

  #statesOf(ids: readonly string[]): Record<string, string> {
    const states: Record<string, string> = {};
    for (const id of ids.toSorted()) {
      const entity = this.#entities.get(id);
      if (entity?.kind !== 'person') continue;
      const [state] = this.#statesOfPerson(entity);
      if (state !== undefined) states[this.#standing.nodeOf(id)] = `group:${state}`;
    }
    return states;
  }

  #statesOfPerson(person: Entity): string[] {
    const posts = this.#evidence.extraction.positions.filter(
      (position) => position.person === person.id && isSure(position),
    );
    const groups = posts.flatMap(({ group }) => (group === null ? [] : (this.#entities.get(group) ?? [])));
    // What the article itself says comes first; what others say of the same person helps where it says nothing.
    return [...countriesOf(person), ...groups.flatMap(countriesOf), ...this.#standing.statesOf(person.id)];
  }

  #place(id: string | null): ToldPlace | null {
    const entity = id === null ? undefined : this.#entities.get(id);
    if (id === null || entity === undefined) return null;
    const entry = entity.gazetteer ?? '';
    const [state = ''] = countriesOf(entity);
    const country = this.#isOutOfTheWay(entity, state) ? '' : state;
    const kind = entry.startsWith('state:')
      ? 'country'
      : entry.startsWith('city:')
        ? 'city'
        : (entity.placeKind ?? '');
    const division = country === '' ? '' : (entryOf(entry)?.division ?? '');
    return { node: this.#standing.nodeOf(id), kind, country, division, name: entity.name };
  }

  /** A small town in a state that the article otherwise does not speak of: its name may be another town's. */
  #isOutOfTheWay(place: Entity, state: string): boolean {
    const population = entryOf(place.gazetteer ?? '')?.population ?? knownPopulation;
    if (state === '' || population >= knownPopulation) return false;
    return ![...this.#entities.values()].some(
      (other) => other.id !== place.id && countriesOf(other).includes(state),
    );
  }
}

/** A town of so many people is the one that its name means. */
const knownPopulation = 200_000;

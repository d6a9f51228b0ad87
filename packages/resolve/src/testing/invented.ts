import { defaultGazetteer } from '@dragoman/gazetteer';
import { sha256 } from '@dragoman/core';
import type { Entity, Extraction, Meeting } from '@dragoman/schemas';
import type { Evidence } from '../evidence/evidence.ts';

export interface InventedPerson {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly title?: string;
  /** The name of the state or body that the title belongs to. */
  readonly of?: string;
}
export interface InventedMeeting {
  /** Names of people. */
  readonly who?: readonly string[];
  /** Names of states and groups. */
  readonly sides?: readonly string[];
  readonly mediators?: readonly string[];
  readonly hosts?: readonly string[];
  readonly place?: string;
  readonly start?: string;
  readonly end?: string;
  readonly status?: string;
  readonly direct?: boolean;
  readonly form?: string;
  readonly numbers?: Meeting['numbers'];
}
/** An invented article in a few words: everything it names is made an entity of it. */
export interface Invented {
  readonly id: string;
  readonly day?: string;
  readonly source?: string;
  readonly modified?: string;
  readonly text?: string;
  readonly people?: readonly InventedPerson[];
  readonly groups?: readonly { name: string; aliases?: readonly string[]; kind?: string }[];
  readonly meetings?: readonly InventedMeeting[];
  readonly relations?: readonly {
    type: string;
    from: string;
    to: string;
    polarity?: string;
    amount?: string;
  }[];
}

/** The evidence of an invented article, as a perfect extractor would give it. */
export function invented(article: Invented): Evidence {
  const text = article.text ?? `${article.id}\n${namesIn(article).join('. ')}.`;
  const { id, day, source, modified } = article;
  return {
    article: {
      id,
      url: `https://invented.example/${id}`,
      source: source ?? `Outlet of ${id}`,
      language: 'en',
      title: id,
      authors: [],
      published: day ?? '2026-03-02',
      modified: modified ?? null,
      fetched: null,
      text,
      textHash: sha256(text),
      cleanerVersion: 'invented',
    },
    extraction: extractionOf(article, text),
    fingerprint: { bands: [`text ${text}`], sketch: [text.length] },
  };
}

function namesIn(article: Invented): string[] {
  const people = (article.people ?? []).flatMap(({ name, of }) => (of === undefined ? [name] : [name, of]));
  const told = (article.meetings ?? []).flatMap(({ who, sides, mediators, hosts, place }) => [
    ...(who ?? []),
    ...(sides ?? []),
    ...(mediators ?? []),
    ...(hosts ?? []),
    ...(place === undefined ? [] : [place]),
  ]);
  const groups = (article.groups ?? []).map(({ name }) => name);
  return [
    ...new Set([
      ...people,
      ...groups,
      ...told,
      ...(article.relations ?? []).flatMap(({ from, to }) => [from, to]),
    ]),
  ];
}

function extractionOf(article: Invented, text: string): Extraction {
  const ids = new Map<string, string>();
  const persons = new Map((article.people ?? []).map((person) => [person.name, person]));
  const places = new Set((article.meetings ?? []).flatMap(({ place }) => place ?? []));
  const entities = namesIn(article).map((name, at): Entity => {
    ids.set(name, `e${at}`);
    return entityOf(article, name, `e${at}`, persons, places.has(name), text);
  });
  const idOf = (name: string): string => ids.get(name) ?? name;
  const grounded = {
    rule: 'invented',
    confidence: 0.8,
    spans: [{ start: 0, end: 1 }] as [{ start: number; end: number }],
  };
  return {
    articleId: article.id,
    extractorVersion: 'invented',
    read: true,
    entities,
    positions: [...persons.values()].flatMap(({ name, title, of }) =>
      title === undefined
        ? []
        : [
            {
              ...grounded,
              person: idOf(name),
              title,
              group: of === undefined ? null : idOf(of),
              status: 'current',
              since: null,
              until: null,
              attributedTo: null,
            },
          ],
    ),
    relations: (article.relations ?? []).map(({ type, from, to, polarity, amount }) => ({
      ...grounded,
      type,
      from: idOf(from),
      to: idOf(to),
      polarity: polarity ?? 'asserted',
      amount: amount ?? null,
      attributedTo: null,
      quote: '',
    })),
    meetings: (article.meetings ?? []).map((meeting, at) => ({
      ...grounded,
      id: `m${at}`,
      form: meeting.form ?? 'talks',
      participants: (meeting.who ?? []).map(idOf),
      represented: (meeting.sides ?? []).map(idOf),
      mediators: (meeting.mediators ?? []).map(idOf),
      hosts: (meeting.hosts ?? []).map(idOf),
      place: meeting.place === undefined ? null : idOf(meeting.place),
      start: meeting.start ?? null,
      end: meeting.end ?? null,
      status: meeting.status ?? 'held',
      direct: meeting.direct ?? null,
      attributedTo: null,
      quote: '',
      numbers: meeting.numbers ?? [],
    })),
    events: [],
    statements: [],
  };
}

function entityOf(
  article: Invented,
  name: string,
  id: string,
  persons: ReadonlyMap<string, InventedPerson>,
  isPlace: boolean,
  text: string,
): Entity {
  const start = Math.max(0, text.indexOf(name));
  const grounded = {
    rule: 'invented',
    confidence: 0.9,
    spans: [{ start, end: start + name.length }] as [{ start: number; end: number }],
  };
  const person = persons.get(name);
  if (person !== undefined)
    return { ...grounded, id, kind: 'person', name, aliases: [...(person.aliases ?? [])] };
  const [hit] = defaultGazetteer().find(
    name,
    ({ entry }) => (isPlace ? entry.placeKind : entry.groupKind) !== undefined,
  );
  const known = hit === undefined ? {} : { gazetteer: hit.entry.id };
  if (isPlace)
    return {
      ...grounded,
      ...known,
      id,
      kind: 'place',
      placeKind: hit?.entry.placeKind ?? 'city',
      name,
      aliases: [],
    };
  const group = (article.groups ?? []).find((one) => one.name === name);
  return {
    ...grounded,
    ...known,
    id,
    kind: 'group',
    groupKind: group?.kind ?? hit?.entry.groupKind ?? 'other',
    name,
    aliases: [...(group?.aliases ?? [])],
  };
}

/** Two invented texts are copies where they are equal. */
export function sameInvented(
  left: { bands: readonly string[] },
  right: { bands: readonly string[] },
): boolean {
  return left.bands.join() === right.bands.join();
}

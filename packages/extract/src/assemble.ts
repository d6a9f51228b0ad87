import type { Entity, Extraction, Position, Relation } from '@dragoman/schemas';
import { attributionOf } from './attribution/own-acts.ts';
import type { Reading } from './reading.ts';

/**
 * The extraction of a reading: entities that the article names or that an item refers to, numbered in the order of
 * their first span (p1, p2, g1, l1), and all items with the new ids. Meetings and events keep the order they come in.
 */
export function assemble(reading: Reading, version: string): Extraction {
  const kept = keptEntities(reading);
  const ids = renumbered(kept);
  const id = (old: string): string => ids.get(old) ?? old;
  const idOrNull = (old: string | null): string | null => (old === null ? null : id(old));
  const all = (old: readonly string[]): string[] => [...new Set(old.map(id))];
  return {
    articleId: reading.context.article.id,
    extractorVersion: version,
    read: true,
    entities: kept.map((entity) => ({ ...entity, ...describedAs(reading, entity), id: id(entity.id) })),
    positions: reading.positions.map((position) => ({
      ...position,
      person: id(position.person),
      group: idOrNull(position.group),
      attributedTo: idOrNull(position.attributedTo),
    })),
    relations: reading.relations.map((relation) => ({
      ...relation,
      from: id(relation.from),
      to: id(relation.to),
      attributedTo: idOrNull(relation.attributedTo),
    })),
    meetings: reading.meetings.map((meeting, index) => ({
      ...meeting,
      id: `m${index + 1}`,
      place: idOrNull(meeting.place),
      attributedTo: idOrNull(meeting.attributedTo),
      participants: all(meeting.participants),
      represented: all(meeting.represented),
      mediators: all(meeting.mediators),
      hosts: all(meeting.hosts),
    })),
    events: reading.events.map((event, index) => ({
      ...event,
      id: `x${index + 1}`,
      place: idOrNull(event.place),
      attributedTo: idOrNull(attributionOf(event)),
      actors: all(event.actors),
      targets: all(event.targets),
    })),
    statements: reading.statements.map((statement) => ({
      ...statement,
      speaker: idOrNull(statement.speaker),
    })),
  };
}

/** What the article calls a person, where it calls them anything. */
function describedAs({ table }: Reading, { id, kind }: Entity): Pick<Entity, 'descriptions'> {
  const { descriptions } = table.profileOf(id);
  return kind === 'person' && descriptions.size > 0 ? { descriptions: [...descriptions].toSorted() } : {};
}

/** Entities with a name and a mention of their own, and those that an item refers to, in text order: 'police' that nothing is told of is none. */
function keptEntities(reading: Reading): Entity[] {
  const referred = referredIds(reading);
  return reading.table.entities
    .filter(
      (entity) =>
        (isNamed(entity) && reading.table.mentionsOf(entity.id).length > 0) || referred.has(entity.id),
    )
    .toSorted((a, b) => firstOffset(a) - firstOffset(b));
}

/** Has a name or an alias a capital? */
const isNamed = ({ name, aliases }: Entity): boolean =>
  [name, ...aliases].some((surface) => /\p{Lu}/u.test(surface));

const firstOffset = (entity: Entity): number => Math.min(...entity.spans.map((span) => span.start));

function referredIds(reading: Reading): Set<string> {
  const ids = new Set<string>();
  const add = (...found: readonly (string | null)[]): void => {
    for (const id of found) if (id !== null) ids.add(id);
  };
  reading.positions.forEach((position: Position) =>
    add(position.person, position.group, position.attributedTo),
  );
  reading.relations.forEach((relation: Relation) => add(relation.from, relation.to, relation.attributedTo));
  for (const meeting of reading.meetings) {
    add(meeting.place, meeting.attributedTo, ...meeting.participants, ...meeting.represented);
    add(...meeting.mediators, ...meeting.hosts);
  }
  for (const event of reading.events) add(event.place, event.attributedTo, ...event.actors, ...event.targets);
  for (const statement of reading.statements) add(statement.speaker);
  return ids;
}

function renumbered(entities: readonly Entity[]): Map<string, string> {
  const counts = new Map<string, number>();
  const ids = new Map<string, string>();
  for (const entity of entities) {
    const letter = entity.id[0] ?? '';
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    ids.set(entity.id, `${letter}${count}`);
  }
  return ids;
}

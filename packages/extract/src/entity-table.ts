import type { Entity, EntityKind } from '@dragoman/schemas';
import type { EntityTable, Mention, Profile } from './context.ts';

const idLetter: Record<EntityKind, string> = { person: 'p', group: 'g', place: 'l' };

/** An entity before it has an id. */
export type EntityDraft = Omit<Entity, 'id'>;

/** The entity table while it is filled; later passes see it as `EntityTable`. */
export class EntityTableBuilder implements EntityTable {
  readonly entities: Entity[] = [];
  readonly mentions: Mention[] = [];
  readonly #byId = new Map<string, Entity>();
  readonly #profiles = new Map<string, Profile>();
  readonly #ofEntity = new Map<string, Mention[]>();
  readonly #atToken = new Map<number, Mention[]>();
  readonly #joint = new Map<number, readonly string[]>();
  readonly #counterparts = new Map<string, string>();
  readonly #counts: Record<EntityKind, number> = { person: 0, group: 0, place: 0 };

  /** Adds an entity and gives it the next id of its kind: p1, g1, l1. */
  addEntity(draft: EntityDraft): Entity {
    const id = `${idLetter[draft.kind]}${++this.#counts[draft.kind]}`;
    const entity: Entity = { id, ...draft };
    this.entities.push(entity);
    this.#byId.set(id, entity);
    return entity;
  }

  /** Adds a mention of an entity that is in the table; throws RangeError for one that is not. */
  addMention(mention: Mention): void {
    if (!this.#byId.has(mention.entity)) throw new RangeError(`no entity ${mention.entity}`);
    insertSorted(this.mentions, mention, compareMentions);
    const own = this.#ofEntity.get(mention.entity) ?? [];
    insertSorted(own, mention, compareMentions);
    this.#ofEntity.set(mention.entity, own);
    for (let token = mention.first; token <= mention.last; token++) {
      const here = this.#atToken.get(token) ?? [];
      insertSorted(here, mention, (a, b) => width(a) - width(b));
      this.#atToken.set(token, here);
    }
  }

  /** Says that two entities are one state, once as group and once as place. */
  pair(group: string, place: string): void {
    this.#counterparts.set(group, place);
    this.#counterparts.set(place, group);
  }

  /** Says whom the word for several at a token means. */
  addJoint(token: number, entities: readonly string[]): void {
    this.#joint.set(token, entities);
  }

  jointAt(token: number): readonly string[] {
    return this.#joint.get(token) ?? [];
  }

  byId(id: string): Entity | undefined {
    return this.#byId.get(id);
  }

  profileOf(id: string): Profile {
    let profile = this.#profiles.get(id);
    if (profile === undefined) {
      profile = { descriptions: new Set() };
      this.#profiles.set(id, profile);
    }
    return profile;
  }

  mentionsOf(id: string): readonly Mention[] {
    return this.#ofEntity.get(id) ?? [];
  }

  mentionsAt(token: number): readonly Mention[] {
    return this.#atToken.get(token) ?? [];
  }

  mentionAt(token: number): Mention | undefined {
    return this.#atToken.get(token)?.[0];
  }

  mentionHeadedBy(token: number): Mention | undefined {
    return this.mentionsAt(token).findLast((mention) => mention.head === token);
  }

  actorAt(token: number): Entity | undefined {
    const entity = this.#at(token);
    if (entity === undefined || entity.kind !== 'place') return entity;
    return this.counterpart(entity.id);
  }

  placeAt(token: number): Entity | undefined {
    const entity = this.#at(token);
    if (entity === undefined || entity.kind === 'place') return entity;
    return this.counterpart(entity.id);
  }

  counterpart(id: string): Entity | undefined {
    const other = this.#counterparts.get(id);
    return other === undefined ? undefined : this.#byId.get(other);
  }

  #at(token: number): Entity | undefined {
    const mention = this.mentionHeadedBy(token) ?? this.mentionAt(token);
    return mention === undefined ? undefined : this.#byId.get(mention.entity);
  }
}

const width = (mention: Mention): number => mention.last - mention.first;

function compareMentions(a: Mention, b: Mention): number {
  return a.first - b.first || b.last - a.last;
}

/** Inserts after all that compare equal or lower; mentions come nearly in order, so the end is looked at first. */
function insertSorted<T>(list: T[], item: T, compare: (a: T, b: T) => number): void {
  let at = list.length;
  while (at > 0 && compare(list[at - 1] as T, item) > 0) at--;
  list.splice(at, 0, item);
}

/** The state that acts under a gazetteer id, whether or not the article names it. */
export const stateById = (table: EntityTable, gazetteer: string | undefined): Entity | undefined =>
  gazetteer === undefined
    ? undefined
    : table.entities.find((entity) => entity.groupKind === 'state' && entity.gazetteer === gazetteer);

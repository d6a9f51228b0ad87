import { stateById } from '../entity-table.ts';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { foldName } from '../names/text.ts';
import type { CounterpartPhrase } from './counterparts.ts';
import type { PositionEvidence } from './positions.ts';

/** What the article says outright of whose state somebody serves, or does not. */
export interface ToldStates {
  /** The one state that the posts told of a person are of. */
  stateOf(person: string): Entity | undefined;
  /** Is a state surely another's than a person's: that of their counterpart, or one whose same post somebody else holds? */
  isOfAnother(state: Entity, person: string, title: string): boolean;
}

/** Collects what posts with a group and counterparts tell. */
export function toldStates(
  table: EntityTable,
  evidence: readonly PositionEvidence[],
  counterparts: readonly CounterpartPhrase[],
): ToldStates {
  const posts = evidence.flatMap(({ position }) => {
    const state = position.group === null ? undefined : stateOfGroup(table, position.group);
    return state === undefined ? [] : [{ ...position, state, name: foldName(position.title) }];
  });
  return {
    stateOf(person) {
      const own = new Set(posts.filter((post) => post.person === person).map(({ state }) => state));
      const [only] = own;
      return own.size === 1 ? only : undefined;
    },
    isOfAnother(state, person, title) {
      const name = foldName(title);
      return (
        counterparts.some((phrase) => phrase.possessor === person && phrase.state === state.id) ||
        posts.some(
          (post) =>
            post.person !== person &&
            post.state === state &&
            post.name === name &&
            post.status === 'current' &&
            !/^(minister|secretary|ambassador|deputy|official)$/.test(name),
        )
      );
    },
  };
}

/** The state that a group is, or whose body, party or force it is. */
export function stateOfGroup(table: EntityTable, id: string): Entity | undefined {
  const entity = table.byId(id);
  if (entity?.groupKind === 'state') return entity;
  if (entity?.country === undefined || !/^(government_body|party|military)$/.test(entity.groupKind ?? ''))
    return undefined;
  return namedState(table, entity.country);
}

/** A state by its gazetteer id, where the article names it, as one who acts or as a place. */
export function namedState(table: EntityTable, gazetteer: string): Entity | undefined {
  const state = stateById(table, gazetteer);
  const sides = state === undefined ? [] : [state, table.counterpart(state.id)];
  const isNamed = sides.some((side) => side !== undefined && table.mentionsOf(side.id).length > 0);
  return isNamed ? state : undefined;
}

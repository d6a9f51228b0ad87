import type { AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import type { PositionEvidence } from './positions.ts';
import { type Holders, stateOfHolder } from './state-of-office.ts';

/** "Adhikari's deputy", 'her general secretary', 'his finance minister': the post is with the body that the owner has a post with. */
export function withBodiesOfOwners(
  document: AnnotatedDocument,
  table: EntityTable,
  evidence: readonly PositionEvidence[],
  holders: Holders,
): PositionEvidence[] {
  return evidence.map((each) => {
    const { position, found } = each;
    const owner = found?.phrase.owner;
    const isOfCabinet = /\bminister$/i.test(position.title);
    if (owner === undefined || position.group !== null || !(isOfCabinet || besideLeader.test(position.title)))
      return each;
    const groups = groupsOf(evidence, owner);
    if (isOfCabinet) {
      const state =
        groups.find((id) => table.byId(id)?.groupKind === 'state') ??
        stateOfHolder(table, { entity: owner }, holders)?.id;
      return state === undefined ? each : withGroup(each, state);
    }
    const group =
      groups.find((id) => table.byId(id)?.groupKind !== 'state') ??
      bodyOwnedBy(document, table, owner) ??
      (/(secretary|spokes\w+)$/i.test(position.title) ? undefined : groups[0]);
    return group === undefined ? each : withGroup(each, group);
  });
}

const withGroup = (evidence: PositionEvidence, group: string): PositionEvidence => ({
  ...evidence,
  position: { ...evidence.position, group, confidence: evidence.position.confidence * 0.8 },
});

const groupsOf = (evidence: readonly PositionEvidence[], person: string): string[] =>
  evidence.flatMap(({ position }) =>
    position.person === person && position.group !== null ? [position.group] : [],
  );

/** A foreign minister who was 'ambassador to Cairo', a president who was 'vice president': of the state that another post of theirs is of. */
export function withOwnState(table: EntityTable, evidence: readonly PositionEvidence[]): PositionEvidence[] {
  return evidence.map((each) => {
    const { position, found } = each;
    const link = found?.phrase.link;
    if (position.group !== null || !ofState.test(position.title) || (link !== undefined && link !== 'to'))
      return each;
    const state = groupsOf(evidence, position.person).find((id) => table.byId(id)?.groupKind === 'state');
    return state === undefined
      ? each
      : { ...each, position: { ...position, group: state, confidence: position.confidence * 0.7 } };
  });
}

const ofState = /\b(minister|president|premier|ambassador|vice president)\b(?! of)/i;

/** "Basnet's Nepali People's Congress": a body named as somebody's own. */
function bodyOwnedBy(document: AnnotatedDocument, table: EntityTable, person: string): string | undefined {
  const own = table.mentionsOf(person).flatMap(({ last }) => {
    const ending = document.tokens[last + 1];
    const next = ending !== undefined && isPossessive(ending) ? table.mentionsAt(last + 2) : [];
    return next.filter(({ first, form }) => first === last + 2 && form === 'name');
  });
  return own
    .map(({ entity }) => table.byId(entity))
    .find((entity) => entity?.kind === 'group' && entity.groupKind !== 'state')?.id;
}

/** Posts that are said by whose deputy or follower one is. */
const besideLeader =
  /\b(spokesman|spokeswoman|spokesperson|deputy|successor|predecessor|secretary|treasurer|chief of staff|running mate)( (for|of|to) .*)?$/i;

import type { Entity, Position, Relation } from '@dragoman/schemas';
import type { PositionEvidence } from '../positions/positions.ts';
import type { RelationSources } from './source.ts';

/** Leaders of states who are called so: 'the North's leader'. A president or prime minister of a state has the position only. */
const calledLeader = /\b(leader|ruler|dictator|strongman)\b/;

/** Relations that a position tells beside itself: LEADS for heads, SPOKE_FOR for spokespeople, MEMBER_OF for members and staff. */
export function relationsFromPositions(
  sources: RelationSources,
  evidence: readonly PositionEvidence[],
): Relation[] {
  return evidence.flatMap(({ position, found, verbal }) => {
    const owner = ownerOf(sources, position, found?.phrase.owner);
    const over = position.status === 'candidate' || (position.status === 'former' && verbal === undefined);
    if (owner === undefined || over || position.rule.endsWith('+assumed')) return [];
    const kind = verbal === undefined ? found?.phrase.kind : verbal.title === 'founder' ? 'other' : 'leader';
    const type = typeFor(kind, position, owner);
    return type === undefined
      ? []
      : [relation(sources, position, type, owner, found?.phrase.head.last ?? verbal?.verb.i ?? 0)];
  });
}

function ownerOf(
  sources: RelationSources,
  position: Position,
  owner: string | undefined,
): Entity | undefined {
  return sources.table.byId(position.group ?? owner ?? '');
}

function typeFor(kind: string | undefined, position: Position, owner: Entity): string | undefined {
  const title = position.title.toLowerCase();
  if (owner.kind === 'place') return undefined;
  if (kind === 'speaker') return 'SPOKE_FOR';
  if (owner.kind === 'person') return undefined;
  if (calledLeader.test(title)) return 'LEADS';
  if (owner.groupKind === 'state') return undefined;
  if (kind === 'leader' && !/\b(deputy|vice|assistant)\b/.test(title)) return 'LEADS';
  if (/\bpresident\b/.test(title) && !/\b(vice|deputy|assistant)\b/.test(title)) return 'LEADS';
  return kind === 'member' && !/\b(candidate|nominee)\b/.test(title) ? 'MEMBER_OF' : undefined;
}

function relation(
  sources: RelationSources,
  position: Position,
  type: string,
  owner: Entity,
  trigger: number,
): Relation {
  const { text } = sources.context.document;
  const [span] = position.spans;
  return {
    type,
    from: position.person,
    to: owner.id,
    polarity: 'asserted',
    amount: null,
    attributedTo: sources.attributedTo(trigger),
    quote: span === undefined ? '' : text.slice(span.start, span.end).replace(/\s+/g, ' '),
    rule: `relations.from-position.${position.rule}`,
    confidence: position.confidence * 0.9,
    spans: position.spans,
  };
}

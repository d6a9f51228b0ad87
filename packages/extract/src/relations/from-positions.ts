import type { Entity, Position, Relation } from '@dragoman/schemas';
import type { PositionEvidence } from '../positions/positions.ts';
import type { RelationSources } from './source.ts';

/** Leaders of states who are called so: 'the North's leader'. A president or prime minister of a state has the position only. */
const calledLeader = /\b(leader|ruler|dictator|strongman)\b/;

/** Said of people who stand outside the body. */
const outside = /\b(supporter|follower|defector|alumnus|donor|critic|rival|opponent)\b/;

/** Relations that a position tells beside itself: LEADS for heads, SPOKE_FOR for spokespeople, MEMBER_OF for members and staff. */
export function relationsFromPositions(
  sources: RelationSources,
  evidence: readonly PositionEvidence[],
): Relation[] {
  return evidence.flatMap(({ position, found, verbal }) => {
    const owner = ownerOf(sources, position, found?.phrase.owner);
    if (owner === undefined || position.rule.endsWith('+assumed')) return [];
    if (position.status === 'former' && verbal === undefined) return [];
    const kind = verbal === undefined ? found?.phrase.kind : verbal.title === 'founder' ? 'other' : 'leader';
    const type =
      position.status === 'candidate' ? typeOfCandidate(owner) : typeFor(sources, kind, position, owner);
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

const typeOfCandidate = (owner: Entity): string | undefined =>
  owner.groupKind === 'party' ? 'MEMBER_OF' : undefined;

function typeFor(
  sources: RelationSources,
  kind: string | undefined,
  position: Position,
  owner: Entity,
): string | undefined {
  const title = position.title.toLowerCase();
  if (owner.kind === 'place' || outside.test(title)) return undefined;
  if (kind === 'speaker') return 'SPOKE_FOR';
  if (owner.kind === 'person') return undefined;
  if (owner.groupKind === 'state') return calledLeader.test(title) ? 'LEADS' : undefined;
  if (headsBody(kind, title, owner)) {
    if (leadsWhole(sources, title)) return 'LEADS';
    return /^(government_body|igo|military)$/.test(owner.groupKind ?? '') ? undefined : 'MEMBER_OF';
  }
  if (kind === 'legislator') return 'MEMBER_OF';
  if (owner.groupKind === 'igo' && /\bmember$/.test(title)) return undefined;
  return kind === 'member' && !/\b(candidate|nominee)\b/.test(title) ? 'MEMBER_OF' : undefined;
}

/** Is the title one of a head: of any body for leaders and presidents, of an organisation for its secretary-general? */
function headsBody(kind: string | undefined, title: string, { groupKind }: Entity): boolean {
  if (/\b(vice|deputy|assistant)\b/.test(title)) return false;
  if (kind === 'leader' || calledLeader.test(title) || /\bpresident\b/.test(title)) return true;
  return /\bsecretary[- ]general\b/.test(title) && /^(igo|ngo|party|other)$/.test(groupKind ?? '');
}

/** No word of the title narrows it to a part: 'executive director', but not 'Africa director' or 'Senate majority leader'. */
function leadsWhole(sources: RelationSources, title: string): boolean {
  return title
    .split(/[\s-]+/)
    .slice(0, -1)
    .every((word) => sources.lexicon.wholeTitles.has(word));
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

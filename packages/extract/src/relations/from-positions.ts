import type { Entity, Position, Relation } from '@dragoman/schemas';
import type { PositionEvidence } from '../positions/positions.ts';
import type { RelationSources } from './source.ts';

/** Leaders of states who are called so: 'the North's leader'. A president or prime minister of a state has the position only. */
const calledLeader = /\b(leader|ruler|dictator|strongman)\b/;

/** 'panel Chairman' where the article has one committee: sure enough although no body is named beside the title. */
const isCommittee = ({ title }: Position, { groupKind }: Entity): boolean =>
  groupKind !== 'state' && /\b(panel|committee|commission|board|council) (chair|head)/i.test(title);

/** Said of people who stand outside the body. */
const outside = /\b(supporter|follower|defector|alumnus|donor|critic|rival|opponent)\b/;

/** Relations that a position tells beside itself: LEADS for heads, SPOKE_FOR for spokespeople, MEMBER_OF for members and staff. */
export function relationsFromPositions(
  sources: RelationSources,
  evidence: readonly PositionEvidence[],
): Relation[] {
  return evidence.flatMap(({ position, found, verbal }) => {
    const owner = ownerOf(sources, position, found?.phrase.owner);
    if (owner === undefined || (position.rule.endsWith('+assumed') && !isCommittee(position, owner)))
      return [];
    if (position.status === 'former' && verbal === undefined) return [];
    if (verbal !== undefined && owner.groupKind === 'state' && !isNamedAt(sources, verbal.body, owner))
      return [];
    const kind = verbal === undefined ? found?.phrase.kind : verbal.title === 'founder' ? 'other' : 'leader';
    const type =
      position.status === 'candidate'
        ? typeOfCandidate(owner)
        : typeFor(sources, kind, position, owner, found);
    return type === undefined
      ? []
      : [relation(sources, position, type, owner, found?.phrase.head.last ?? verbal?.verb.i ?? 0)];
  });
}

/** "Hungary's Fidesz party, led by X": who leads something of a state does not lead the state. */
function isNamedAt(sources: RelationSources, token: number, owner: Entity): boolean {
  return sources.table.mentionHeadedBy(token)?.entity === owner.id;
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
  found: PositionEvidence['found'],
): string | undefined {
  const title = position.title.toLowerCase();
  if (owner.kind === 'place' || outside.test(title)) return undefined;
  if (kind === 'speaker') return 'SPOKE_FOR';
  if (/\b(owner|shareholder|proprietor)$/.test(title)) return 'OWNS';
  if (owner.kind === 'person') return undefined;
  if (owner.groupKind === 'state') return calledLeader.test(title) ? 'LEADS' : undefined;
  const isOfState = /^(government_body|igo|military)$/.test(owner.groupKind ?? '');
  if (headsBody(kind, title, owner)) {
    if (leadsWhole(sources, position.title, owner) && !isOneOfMany(sources, title, owner, found))
      return 'LEADS';
    return isOfState ? undefined : 'MEMBER_OF';
  }
  if (kind === 'legislator' || (!isOfState && (kind === 'leader' || kind === 'office'))) return 'MEMBER_OF';
  if (owner.groupKind === 'igo' && /\bmember$/.test(title)) return undefined;
  if (kind === 'other' && found?.phrase.link === 'at') return 'MEMBER_OF';
  return kind === 'member' && !/\b(candidate|nominee)\b/.test(title) ? 'MEMBER_OF' : undefined;
}

/** Is the title one of a head: of any body for leaders and presidents, of an organisation for its secretary-general? */
function headsBody(kind: string | undefined, title: string, { groupKind, name }: Entity): boolean {
  if (/\b(vice|deputy|assistant)\b/.test(title)) return false;
  if (kind === 'leader' || calledLeader.test(title) || /\bpresident\b/.test(title)) return true;
  if (title === 'governor') return /\bbank\b/i.test(name);
  if (title === 'administrator') return groupKind === 'government_body';
  return /\bsecretary[- ]general\b/.test(title) && /^(igo|ngo|party|other)$/.test(groupKind ?? '');
}

/** 'an executive at SoftBank', 'a commander of the network', "the group's Middle East director": not the one head of the body. */
function isOneOfMany(
  sources: RelationSources,
  title: string,
  owner: Entity,
  found: PositionEvidence['found'],
): boolean {
  if (/(^|\b(?!chief )\S+ )executive$/.test(title)) return true;
  if (found === undefined) return false;
  const { first, head } = found.phrase;
  const { tokens } = sources.context.document;
  if (/^(an?)$/.test(tokens[first - 1]?.lower ?? '') && /\b(commander|director|manager|captain)$/.test(title))
    return true;
  if (tokens.slice(Math.max(0, first - 1), head.first).some(({ lower }) => chambers.has(lower)))
    return owner.groupKind === 'party';
  return tokens
    .slice(first, head.first)
    .some(({ i }) => sources.table.mentionsAt(i).some(({ entity }) => isElsewhere(sources, entity, owner)));
}

/** 'Senate Republican leader': who leads a party in a chamber does not lead the party. */
const chambers = new Set(['senate', 'house', 'parliamentary', 'congressional', 'assembly']);

/** A region or state among the words of a title, that is not in the body's own name. */
function isElsewhere(sources: RelationSources, entity: string, owner: Entity): boolean {
  const place = sources.table.byId(entity);
  const isArea = place?.kind === 'place' || place?.groupKind === 'state';
  return isArea && place.id !== owner.id && !owner.name.includes(place.name);
}

/** No word of the title narrows it to a part: 'executive director', but not 'Africa director' or 'Senate majority leader'. */
function leadsWhole(sources: RelationSources, title: string, owner: Entity): boolean {
  const names = [owner.name, ...owner.aliases].join(' ').toLowerCase();
  return title
    .split(/[\s-]+/)
    .slice(0, -1)
    .every(
      (word) =>
        !sources.lexicon.partTitles.has(word.toLowerCase()) &&
        (word === word.toLowerCase() || isHead.test(word) || names.includes(word.toLowerCase())),
    );
}

/** Words that titles are written with in capitals: 'Chief Executive', 'Executive Director'. */
const isHead =
  /^(Chief|Executive|Managing|General|Acting|Interim|Founding|Co|Deputy|National|Supreme|Party|Group|First|Secretary|Board|Political|Military|Spiritual|Former)$/;

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

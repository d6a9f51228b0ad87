import { ontology, type Relation } from '@dragoman/schemas';
import { groupedBy } from '../collections.ts';
import type { PositionEvidence } from '../positions/positions.ts';
import { deniedRelations } from './denials.ts';
import { relationsFromPositions } from './from-positions.ts';
import { oppositionToHeads } from './government.ts';
import { mutualRelations } from './mutual.ts';
import { partyLabels } from './party-labels.ts';
import { partyNominals } from './party-nominals.ts';
import { patternRelations } from './patterns.ts';
import { regarded } from './regarded.ts';
import { relationalNouns } from './relational-nouns.ts';
import { asRelation, type RelationSources } from './source.ts';
import { structuralRelations } from './structure.ts';
import { titledOwners } from './titled-owners.ts';

/** The relation pass: lasting ties between people, groups and places, one for each pair, type and polarity; allies are so both ways. */
export function readRelations(sources: RelationSources, positions: readonly PositionEvidence[]): Relation[] {
  const told = patternRelations(sources);
  const posts = new Set(
    positions.flatMap(({ found, position }) =>
      found?.phrase.link === 'pronoun' && position.group !== null ? [found.phrase.head.last] : [],
    ),
  );
  const read = [
    ...relationalNouns(sources).filter(({ type, trigger }) => type !== 'LEADS' || !posts.has(trigger)),
    ...regarded(sources),
    ...told,
    ...deniedRelations(sources, told),
    ...mutualRelations(sources),
    ...structuralRelations(sources),
    ...partyLabels(sources),
    ...oppositionToHeads(sources, positions),
    ...titledOwners(sources, positions),
  ];
  const found = [...read, ...partyNominals(sources, read)].map((relation) => asRelation(sources, relation));
  const all = [...relationsFromPositions(sources, positions), ...found].filter((relation) =>
    isAllowed(sources, relation),
  );
  const same = groupedBy(all, ({ type, from, to, polarity }) =>
    [type, ...(type === 'ALLIED_WITH' ? [from, to].toSorted() : [from, to]), polarity].join(' '),
  );
  return withoutMembersWhoLead([...same.values()].flatMap(joined));
}

/** Who leads a body is not told to be its member as well, and who is its member not to be its ally. */
function withoutMembersWhoLead(relations: readonly Relation[]): Relation[] {
  const led = pairsOf(relations, 'LEADS');
  const joined = pairsOf(relations, 'MEMBER_OF');
  return relations.filter(
    ({ type, from, to }) =>
      (type !== 'MEMBER_OF' || !led.has(`${from} ${to}`)) &&
      (type !== 'ALLIED_WITH' || !(joined.has(`${from} ${to}`) || joined.has(`${to} ${from}`))),
  );
}

const pairsOf = (relations: readonly Relation[], wanted: string): Set<string> =>
  new Set(relations.filter(({ type }) => type === wanted).map(({ from, to }) => `${from} ${to}`));

/** Do the ends have kinds that the ontology allows? */
function isAllowed(sources: RelationSources, { type, from, to }: Relation): boolean {
  const ends = ontology.relationTypes[type];
  const [a, b] = [sources.table.byId(from), sources.table.byId(to)];
  return (
    ends !== undefined &&
    a !== undefined &&
    b !== undefined &&
    a.id !== b.id &&
    ends.from.includes(a.kind) &&
    ends.to.includes(b.kind)
  );
}

/** One relation for several mentions of it: the most certain, with all spans and the first amount. */
function joined(same: readonly Relation[]): Relation[] {
  const best = same.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (best === undefined) return [];
  const spans = [
    ...new Map(
      same.flatMap(({ spans: all }) => all).map((span) => [`${span.start}-${span.end}`, span]),
    ).values(),
  ];
  const amount = same.map((relation) => relation.amount).find((value) => value !== null) ?? null;
  const attributedTo = same.some((relation) => relation.attributedTo === null) ? null : best.attributedTo;
  return [{ ...best, amount, attributedTo, spans: spans as Relation['spans'] }];
}

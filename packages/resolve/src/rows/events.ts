import type { LinkRow, NodeKey, NodeRow } from '@dragoman/schemas';
import { conflictsOf, type Conflict } from '../happenings/conflicts.ts';
import { summarise, type Summary } from '../happenings/summary.ts';
import type { Telling } from '../happenings/telling.ts';
import { nodeKey } from './claims.ts';
import { provenance } from './links.ts';
import { present } from './properties.ts';

export interface EventRows {
  readonly node: NodeRow;
  readonly links: readonly LinkRow[];
  readonly conflicts: readonly Conflict[];
  /** Pairs of people who met here. */
  readonly met: readonly MetSupport[];
}

/** That two people met at one meeting. */
export interface MetSupport {
  readonly event: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly tellings: readonly { claim: string; story: string; date: string; confidence: number }[];
}

/** An event's node, its links to people, groups and places, and what its tellings disagree about. */
export function eventRows(id: string, tellings: readonly Telling[]): EventRows {
  const summary = summarise(tellings);
  const key = nodeKey(id);
  const conflicts = conflictsOf(tellings);
  return {
    node: { ...key, properties: eventProperties(summary, tellings, conflicts) },
    links: [...partyLinks(key, tellings), ...placeLinks(key, summary, tellings), ...conflictLinks(conflicts)],
    conflicts,
    met: summary.type === 'meeting' ? meetings(id, summary, tellings) : [],
  };
}

function eventProperties(summary: Summary, tellings: readonly Telling[], conflicts: readonly Conflict[]) {
  const { claimCount, sources, firstSeen, lastSeen, confidence } = provenance(tellings.map(evidenceOf));
  return present({
    type: summary.type === 'meeting' ? 'CONSULT' : summary.type,
    mode: summary.form,
    title: summary.title,
    status: summary.status,
    direct: summary.direct,
    startAt: summary.start,
    endAt: summary.end,
    datePrecision: summary.precision,
    place: summary.place?.name,
    disputed: [...new Set(conflicts.map(({ slot }) => slot))].toSorted(),
    claimCount,
    sources,
    firstSeen,
    lastSeen,
    confidence,
  });
}

function evidenceOf({ id, story, published, confidence }: Telling) {
  return { claim: id, story, date: published, confidence };
}

function partyLinks(event: NodeKey, tellings: readonly Telling[]): LinkRow[] {
  const byRole = new Map<string, { actor: string; role: string; tellings: Telling[] }>();
  for (const telling of tellings) {
    for (const [role, actors] of rolesOf(telling)) {
      for (const actor of actors) {
        const entry = byRole.get(`${role} ${actor}`) ?? { actor, role, tellings: [] };
        entry.tellings.push(telling);
        byRole.set(`${role} ${actor}`, entry);
      }
    }
  }
  return [...byRole.values()].map(({ actor, role, tellings: told }) => ({
    type: 'PARTICIPATED_IN',
    from: nodeKey(actor),
    to: event,
    key: role,
    properties: present({ role, ...provenance(told.map(evidenceOf)) }),
  }));
}

function rolesOf(telling: Telling): [string, readonly string[]][] {
  const acting = [...telling.persons, ...telling.sides];
  if (telling.type !== 'meeting')
    return [
      ['actor', acting],
      ['target', telling.targets],
    ];
  return [
    ['participant', acting],
    ['mediator', telling.mediators],
    ['host', telling.hosts],
  ];
}

/** Every place that is told; `best` marks the one that the event shows. */
function placeLinks(event: NodeKey, summary: Summary, tellings: readonly Telling[]): LinkRow[] {
  const places = new Set(tellings.flatMap(({ place }) => place?.node ?? []));
  return [...places].map((node) => ({
    type: 'LOCATED_IN',
    from: event,
    to: nodeKey(node),
    key: '',
    properties: present({
      best: node === summary.place?.node,
      ...provenance(tellings.filter(({ place }) => place?.node === node).map(evidenceOf)),
    }),
  }));
}

function conflictLinks(conflicts: readonly Conflict[]): LinkRow[] {
  const links = new Map<string, LinkRow>();
  for (const { slot, pairs } of conflicts) {
    for (const [a, b] of pairs) {
      links.set(`${a} ${b} ${slot}`, {
        type: 'CONFLICTS_WITH',
        from: { label: 'Claim', id: a },
        to: { label: 'Claim', id: b },
        key: slot,
        properties: { slot },
      });
    }
  }
  return [...links.values()];
}

const meetingLimit = 30;

/** Who met whom: every two people of a meeting that took place; at gatherings beyond the limit nobody is said to have met everybody. */
function meetings(id: string, summary: Summary, tellings: readonly Telling[]): MetSupport[] {
  if (summary.status !== 'held' && summary.status !== 'ongoing') return [];
  const asserting = tellings.filter(({ status }) => status === 'held' || status === 'ongoing');
  const pairs = new Map<string, { from: string; to: string; tellings: Telling[] }>();
  for (const telling of asserting) {
    const persons = telling.persons.slice(0, meetingLimit);
    for (const [at, from] of persons.entries()) {
      for (const to of persons.slice(at + 1)) {
        const pair = pairs.get(`${from} ${to}`) ?? { from, to, tellings: [] };
        pair.tellings.push(telling);
        pairs.set(`${from} ${to}`, pair);
      }
    }
  }
  return [...pairs.values()].map(({ from, to, tellings: told }) => ({
    event: id,
    from,
    to,
    at: summary.start ?? '',
    tellings: told.map(evidenceOf).toSorted((a, b) => (a.claim < b.claim ? -1 : 1)),
  }));
}

/** The MET shortcut of two people from all their meetings. */
export function metRow(supports: readonly MetSupport[]): LinkRow | null {
  const [first] = supports;
  if (first === undefined) return null;
  const dates = supports.map(({ at }) => at).filter((at) => at !== '');
  return {
    type: 'MET',
    from: nodeKey(first.from),
    to: nodeKey(first.to),
    key: '',
    properties: present({
      times: new Set(supports.map(({ event }) => event)).size,
      lastAt: dates.toSorted().at(-1),
      ...provenance(supports.flatMap(({ tellings }) => tellings)),
    }),
  };
}

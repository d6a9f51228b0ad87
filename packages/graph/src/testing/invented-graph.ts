import type { LinkRow, NodeKey, NodeLabel, NodeRow, Properties } from '@dragoman/schemas';
import type { GraphStore } from '../store.ts';
import { writeChange } from '../writer/change.ts';

// Two invented states, a meeting that three outlets tell differently, one denial, one text that two outlets carry.

const key = (label: NodeLabel, id: string): NodeKey => ({ label, id });
const node = (label: NodeLabel, id: string, properties: Properties): NodeRow => ({ label, id, properties });
const link = (
  type: string,
  from: NodeKey,
  to: NodeKey,
  properties: Properties = {},
  distinct = '',
): LinkRow => ({
  type,
  from,
  to,
  key: distinct,
  properties,
});

const maren = key('Person', 'person:maren');
const reku = key('Person', 'person:reku');
const adil = key('Person', 'person:adil');
const valdoria = key('Group', 'group:valdoria');
const orsk = key('Group', 'group:orsk');
const league = key('Group', 'group:league');
const bank = key('Group', 'group:bank');
const elin = key('Place', 'place:elin');
const karst = key('Place', 'place:karst');
const dunmore = key('Place', 'place:dunmore');
const talks = key('Meeting', 'meeting:talks');
const summit = key('Meeting', 'meeting:summit');
const visit = key('Meeting', 'meeting:visit');
const loan = key('Meeting', 'meeting:loan');
const laterLoan = key('Meeting', 'meeting:later-loan');
const raid = key('Event', 'event:raid');
const harbour = key('Article', 'article:harbour');
const wire = key('Article', 'article:wire');
const lantern = key('Article', 'article:lantern');
const gazette = key('Article', 'article:gazette');
const posts = ['Harbour Post', 'Northern Wire', 'The Lantern', 'Orsk Gazette'].map((name) =>
  key('Source', name),
);
const stories = ['story:first', 'story:second', 'story:third'].map((id) => key('Story', id));
const provenance = (...claims: string[]): Properties => ({
  claims,
  claimCount: claims.length,
  sources: claims.length,
  firstSeen: '2031-05-04',
  lastSeen: '2031-05-06',
  confidence: 0.9,
});

const article = (of: NodeKey, title: string, publishedAt: string, source: string): NodeRow =>
  node('Article', of.id, {
    title,
    publishedAt,
    source,
    url: `https://${of.id.slice(8)}.example/${publishedAt}`,
    authors: ['A. Writer'],
    language: 'en',
    text: `${title}.\nThe ministers met, "at last".`,
    textHash: of.id,
  });

const claim = (id: string, quote: string, properties: Properties): NodeRow =>
  node('Claim', id, {
    quote,
    polarity: 'asserted',
    start: 0,
    end: quote.length,
    confidence: 0.8,
    rule: 'test',
    ...properties,
  });

export const nodes: readonly NodeRow[] = [
  ...posts.map(({ id }) => node('Source', id, { name: id })),
  ...stories.map(({ id }) => node('Story', id, {})),
  node('Person', maren.id, { name: 'Ilse Maren', aliases: ['Maren', 'Minister Maren'], countries: ['VA'] }),
  node('Person', reku.id, { name: 'Tomas Reku', aliases: ['Reku'] }),
  node('Person', adil.id, { name: 'Sheikh Adil' }),
  node('Group', valdoria.id, { name: 'Valdoria', kind: 'state', aliases: ['Port Elin government'] }),
  node('Group', orsk.id, { name: 'Orsk', kind: 'state' }),
  node('Group', league.id, { name: 'River League', kind: 'armed_group' }),
  node('Group', bank.id, { name: 'Sun Bank', kind: 'company' }),
  node('Place', elin.id, {
    name: 'Port Elin',
    kind: 'city',
    location: { latitude: 48.2083, longitude: 16.3731 },
  }),
  node('Place', karst.id, {
    name: 'Karst',
    kind: 'city',
    location: { latitude: 48.1439, longitude: 17.1097 },
  }),
  node('Place', dunmore.id, {
    name: 'Dunmore',
    kind: 'city',
    location: { latitude: 47.4984, longitude: 19.0408 },
  }),
  node('Meeting', talks.id, {
    type: 'CONSULT',
    mode: 'talks',
    title: 'Maren and Reku, talks in Port Elin',
    status: 'held',
    startAt: '2031-05-03',
    place: 'Port Elin',
    disputed: ['place', 'start', 'status'],
    sources: 3,
    lastSeen: '2031-05-06',
  }),
  node('Meeting', summit.id, {
    type: 'CONSULT',
    title: 'Summit in Dunmore',
    status: 'planned',
    startAt: '2031-04',
    place: 'Dunmore',
    sources: 1,
  }),
  node('Meeting', visit.id, {
    type: 'CONSULT',
    title: 'Visit to Karst',
    status: 'cancelled',
    startAt: '2031-06-01',
    sources: 1,
  }),
  node('Meeting', loan.id, {
    type: 'CONSULT',
    title: 'Loan talks',
    status: 'held',
    startAt: '2031-02-03',
    place: 'Dunmore',
    sources: 1,
  }),
  node('Meeting', laterLoan.id, {
    type: 'CONSULT',
    title: 'Loan talks',
    status: 'held',
    startAt: '2031-02-06',
    place: 'Dunmore',
    sources: 1,
  }),
  node('Event', raid.id, {
    type: 'ASSAULT',
    title: 'Raid on a depot',
    status: 'held',
    startAt: '2031-05-05',
    sources: 1,
  }),
  article(harbour, 'Ministers meet', '2031-05-04', 'Harbour Post'),
  article(wire, 'Ministers meet (wire)', '2031-05-05', 'Northern Wire'),
  article(lantern, 'Talks in Karst', '2031-05-05', 'The Lantern'),
  article(gazette, 'No talks, says Reku', '2031-05-06', 'Orsk Gazette'),
  claim('claim:1', 'Maren met Reku in Port Elin', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'held',
    direct: true,
    startAt: '2031-05-03',
    place: 'Port Elin',
  }),
  claim('claim:2', 'Maren met Reku in Port Elin, the wire said', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'held',
    startAt: '2031-05-03',
    place: 'Port Elin',
  }),
  claim('claim:3', 'The two met in Karst', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'held',
    startAt: '2031-05-02',
    place: 'Karst',
  }),
  claim('claim:4', 'There were no talks', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'denied',
    polarity: 'denied',
  }),
  claim('claim:5', 'Valdoria pays the League', {
    kind: 'relation',
    predicate: 'FUNDS',
    amount: '3 million a year',
  }),
  claim('claim:6', 'Valdoria pays nobody', { kind: 'relation', predicate: 'FUNDS', polarity: 'denied' }),
  claim('claim:7', 'Foreign Minister Ilse Maren', {
    kind: 'position',
    predicate: 'HOLDS_POSITION',
    title: 'Foreign Minister',
  }),
  claim('claim:8', 'The League raided a depot of Orsk', {
    kind: 'event',
    predicate: 'ASSAULT',
    modality: 'held',
    startAt: '2031-05-05',
  }),
  claim('claim:9', 'a summit is to be held in Dunmore in April', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'planned',
    startAt: '2031-04',
  }),
  claim('claim:10', 'the visit to Karst was called off', {
    kind: 'meeting',
    predicate: 'MEETS',
    modality: 'cancelled',
  }),
  claim('claim:11', 'the bank and the League met on Monday', { kind: 'meeting', startAt: '2031-02-03' }),
  claim('claim:12', 'the bank received the League on Thursday', { kind: 'meeting', startAt: '2031-02-06' }),
  node('Decision', 'decision:1', {
    kind: 'merge',
    by: 'rule',
    reason: 'one name',
    decidedAt: '2031-05-06T12:00:00.000Z',
  }),
];

const claimKey = (number: number): NodeKey => key('Claim', `claim:${number}`);
const parts = (meeting: NodeKey, claims: string[], roles: Record<string, readonly NodeKey[]>): LinkRow[] =>
  Object.entries(roles).flatMap(([role, actors]) =>
    actors.map((actor) => link('PARTICIPATED_IN', actor, meeting, { role, ...provenance(...claims) }, role)),
  );
const about = (number: number, roles: Record<string, readonly NodeKey[]>): LinkRow[] =>
  Object.entries(roles).flatMap(([role, ends]) =>
    ends.map((end) => link('ABOUT', claimKey(number), end, { role }, role)),
  );

export const links: readonly LinkRow[] = [
  ...[harbour, wire, lantern, gazette].flatMap((of, at) => [
    link('PUBLISHED_BY', of, posts[at] ?? of),
    link('COPY_OF', of, stories[[0, 0, 1, 2][at] ?? 0] ?? of),
    ...[maren, reku].map((person) =>
      link('MENTIONS', of, person, { surfaces: ['Maren'], spans: [0, 5], count: 1 }),
    ),
  ]),
  link('MENTIONS', gazette, bank, { surfaces: ['Sun Bank'], spans: [0, 8], count: 1 }),
  link('MENTIONS', harbour, valdoria, { surfaces: ['Valdoria'], spans: [0, 8], count: 1 }),
  link('MENTIONS', lantern, valdoria, { surfaces: ['Valdoria'], spans: [0, 8], count: 1 }),
  ...[harbour, wire, lantern, gazette].map((of, at) => link('IN', claimKey(at + 1), of)),
  ...[harbour, gazette, harbour, lantern, harbour, wire].map((of, at) => link('IN', claimKey(at + 5), of)),
  ...[1, 2, 3, 4].map((number) => link('SUPPORTS', claimKey(number), talks)),
  link('SUPPORTS', claimKey(8), raid),
  link('SUPPORTS', claimKey(9), summit),
  link('SUPPORTS', claimKey(10), visit),
  link('IN', claimKey(11), harbour),
  link('IN', claimKey(12), wire),
  link('SUPPORTS', claimKey(11), loan),
  link('SUPPORTS', claimKey(12), laterLoan),
  ...parts(loan, ['claim:11'], { participant: [bank, league] }),
  ...parts(laterLoan, ['claim:12'], { participant: [bank, league] }),
  link('ATTRIBUTED_TO', claimKey(4), reku, { cue: 'said' }),
  link('ATTRIBUTED_TO', claimKey(6), maren, { cue: 'denied' }),
  link('ATTRIBUTED_TO', claimKey(5), orsk, { cue: 'according to' }),
  ...about(1, { participant: [maren, reku], mediator: [adil], place: [elin] }),
  ...about(3, { participant: [maren, reku], place: [karst] }),
  ...about(5, { from: [valdoria], to: [league] }),
  ...about(6, { from: [valdoria], to: [league] }),
  ...about(8, { actor: [league], target: [orsk] }),
  link('CONFLICTS_WITH', claimKey(1), claimKey(3), { slot: 'place' }, 'place'),
  link('CONFLICTS_WITH', claimKey(1), claimKey(3), { slot: 'start' }, 'start'),
  link('CONFLICTS_WITH', claimKey(1), claimKey(4), { slot: 'status' }, 'status'),
  ...parts(talks, ['claim:1', 'claim:3'], { participant: [maren, reku], mediator: [adil] }),
  ...parts(summit, ['claim:9'], { participant: [valdoria, orsk] }),
  ...parts(visit, ['claim:10'], { participant: [maren] }),
  ...parts(raid, ['claim:8'], { actor: [league], target: [orsk] }),
  link('LOCATED_IN', talks, elin, { best: true, ...provenance('claim:1') }),
  link('LOCATED_IN', talks, karst, { best: false, ...provenance('claim:3') }),
  link('LOCATED_IN', summit, dunmore, { best: true, ...provenance('claim:9') }),
  link(
    'HOLDS_POSITION',
    maren,
    valdoria,
    { title: 'Foreign Minister', status: 'current', ...provenance('claim:7') },
    'minister',
  ),
  link('FUNDS', valdoria, league, {
    amounts: ['3 million a year'],
    denials: ['claim:6'],
    ...provenance('claim:5'),
  }),
  link('MET', maren, reku, { times: 1, lastAt: '2031-05-03', ...provenance('claim:1', 'claim:3') }),
  link('MERGED', key('Decision', 'decision:1'), maren),
];

/** Writes the invented graph as an ingestion would, the last article a day after the others. */
export async function writeInventedGraph(store: GraphStore): Promise<void> {
  const [last, others] = [
    nodes.filter(({ id }) => id === gazette.id),
    nodes.filter(({ id }) => id !== gazette.id),
  ];
  await write(store, others, [], '2031-05-05T12:00:00.000Z');
  await write(store, last, links, '2031-05-06T12:00:00.000Z');
}

function write(
  store: GraphStore,
  some: readonly NodeRow[],
  between: readonly LinkRow[],
  now: string,
): Promise<void> {
  const nothing = { articles: [], entities: [], events: [], removedNodes: [], removedLinks: [] };
  const change = { ...nothing, items: { put: [], remove: [] }, nodes: some, links: between };
  return store.transact((transaction) => writeChange(transaction, change, now));
}

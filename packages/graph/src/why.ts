import { PipelineError } from '@dragoman/core';
import { findNode, type Candidate } from './find.ts';
import { numberOf, textOf, textOrNull, textsOf } from './rows.ts';
import type { GraphStore } from './store.ts';
import type { GraphValue, Row } from './values.ts';

/** One piece of text on which a link rests. */
export interface Words {
  readonly claim: string;
  readonly quote: string;
  readonly polarity: string;
  readonly modality: string | null;
  /** Whom the article cites for it. */
  readonly attributedTo: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The article's id, and where the words stand in its text (UTF-16 offsets, end exclusive). */
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
}

/** A link between two nodes, or an event that both took part in, with the words behind it. */
export interface ExplainedLink {
  /** The relationship's type; PARTICIPATED_IN for a shared event. */
  readonly type: string;
  /** Whether it points from the first node to the second; null for a shared event. */
  readonly forward: boolean | null;
  /** The title of the shared event. */
  readonly event: string | null;
  readonly properties: Readonly<Record<string, GraphValue>>;
  readonly words: readonly Words[];
  /** Claims that deny it. */
  readonly denials: readonly Words[];
}

export interface Explanation {
  readonly a: Candidate;
  readonly b: Candidate;
  readonly links: readonly ExplainedLink[];
}

const nodeLabels = ['Person', 'Group', 'Place', 'Event'] as const;
/** Of a link that thousands of claims support, so many are shown. */
const wordsShown = 50;

/**
 * The words behind the links between two nodes: direct links of either direction first, then events that both are in.
 * No link at all gives an empty list.
 * @param a a name in any spelling near enough, or an id
 * @throws PipelineError NOT_FOUND, with candidates; USAGE where both are one node
 */
export async function why(store: GraphStore, a: string, b: string): Promise<Explanation> {
  const first = await findNode(store, a, nodeLabels);
  const second = await findNode(store, b, nodeLabels);
  if (first.id === second.id) {
    const message = `'${a}' and '${b}' are both ${first.name} (${first.id})`;
    throw new PipelineError({ code: 'USAGE', message });
  }
  const links: ExplainedLink[] = [];
  for (const row of await directLinks(store, first, second)) links.push(await explained(store, row));
  for (const row of await sharedEvents(store, first, second)) links.push(await explained(store, row));
  return { a: first, b: second, links };
}

function directLinks(store: GraphStore, a: Candidate, b: Candidate): Promise<Row[]> {
  const cypher = `MATCH (a:${a.label} {id: $a})-[r]-(b:${b.label} {id: $b})
    WHERE r.claims IS NOT NULL
    RETURN type(r) AS type, startNode(r).id = a.id AS forward, null AS event, properties(r) AS properties,
      r.claims AS claims, coalesce(r.denials, []) AS denials
    ORDER BY type, claims`;
  return store.read(cypher, { a: a.id, b: b.id });
}

/** Events are shared by the claims that put both in them; roles differ, so a claim may be on several of the links. */
function sharedEvents(store: GraphStore, a: Candidate, b: Candidate): Promise<Row[]> {
  const cypher = `MATCH (a:${a.label} {id: $a})-[p:PARTICIPATED_IN]->(e:Event)<-[q:PARTICIPATED_IN]-(b:${b.label} {id: $b})
    UNWIND p.claims AS claim
    WITH e, q, claim WHERE claim IN q.claims
    WITH DISTINCT e, claim ORDER BY claim
    WITH e, collect(claim) AS claims
    RETURN 'PARTICIPATED_IN' AS type, null AS forward, coalesce(e.title, e.type) AS event, properties(e) AS properties,
      claims, [] AS denials
    ORDER BY e.startAt, e.id`;
  return store.read(cypher, { a: a.id, b: b.id });
}

async function explained(store: GraphStore, row: Row): Promise<ExplainedLink> {
  return {
    type: textOf(row['type']),
    forward: typeof row['forward'] === 'boolean' ? row['forward'] : null,
    event: textOrNull(row['event']),
    properties: propertiesIn(row['properties']),
    words: await wordsOf(store, textsOf(row['claims'])),
    denials: await wordsOf(store, textsOf(row['denials'])),
  };
}

/** The claims' ids are shown as words; every other property stays. */
function propertiesIn(value: GraphValue | undefined): Record<string, GraphValue> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== 'claims' && name !== 'denials'),
  );
}

async function wordsOf(store: GraphStore, claims: readonly string[]): Promise<Words[]> {
  if (claims.length === 0) return [];
  const cypher = `UNWIND $claims AS id
    MATCH (c:Claim {id: id})-[:IN]->(article:Article)
    OPTIONAL MATCH (article)-[:PUBLISHED_BY]->(s:Source)
    OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(by:Actor)
    RETURN c {.id, .quote, .polarity, .modality, .start, .end, .rule, .confidence} AS claim, by.name AS attributedTo,
      coalesce(s.name, s.id, article.source) AS source, article.publishedAt AS published, article.title AS title,
      article.url AS url, article.id AS article
    ORDER BY published, article, claim.start, claim.id LIMIT $wordsShown`;
  const rows = await store.read(cypher, { claims: [...claims], wordsShown });
  return rows.map(wordsIn);
}

function wordsIn(row: Row): Words {
  const claim = propertiesIn(row['claim']);
  return {
    claim: textOf(claim['id']),
    quote: textOf(claim['quote']),
    polarity: textOf(claim['polarity']),
    modality: textOrNull(claim['modality']),
    attributedTo: textOrNull(row['attributedTo']),
    source: textOrNull(row['source']),
    published: textOrNull(row['published']),
    title: textOrNull(row['title']),
    url: textOrNull(row['url']),
    article: textOf(row['article']),
    start: numberOf(claim['start']),
    end: numberOf(claim['end']),
    rule: textOf(claim['rule']),
    confidence: numberOf(claim['confidence']),
  };
}

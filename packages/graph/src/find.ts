import { PipelineError } from '@dragoman/core';
import type { NodeLabel } from '@dragoman/schemas';
import { folded, likenessOf, near } from './likeness.ts';
import { numberOf, textOf, textsOf } from './rows.ts';
import type { GraphStore } from './store.ts';
import type { Row } from './values.ts';

/** A node that somebody may have meant. */
export interface Candidate {
  readonly label: NodeLabel;
  readonly id: string;
  /** Its name or title. */
  readonly name: string;
  /** What tells it from others of its name: a date, countries; '' where nothing does. */
  readonly detail: string;
  /** How many articles mention it, or how many claims support it. */
  readonly mentions: number;
  /** How like the words given it is: 1 is the same name. */
  readonly likeness: number;
}

/** Which labels are looked through: where their names are, what tells of several, and what is counted. */
const namedBy: readonly { label: NodeLabel; names: string; details: string; mentions: string }[] = [
  ...(['Person', 'Group', 'Place'] as const).map((label) => ({
    label,
    names: '[n.name] + coalesce(n.aliases, [])',
    details: 'coalesce(n.countries, [])',
    mentions: '(n)<-[:MENTIONS]-()',
  })),
  {
    label: 'Event',
    names: '[coalesce(n.title, n.type)]',
    details: "[coalesce(n.startAt, ''), coalesce(n.place, '')]",
    mentions: '(n)<-[:SUPPORTS]-()',
  },
  {
    label: 'Article',
    names: "[coalesce(n.title, ''), coalesce(n.url, '')]",
    details: "[coalesce(n.publishedAt, ''), coalesce(n.source, '')]",
    mentions: '(n)<-[:IN]-()',
  },
];

const rowsLooked = 1_000;
const candidatesShown = 6;

/**
 * The nodes that somebody may have meant by some words, likest first: by id, by name or alias without regard to case
 * and accents, by a part of the name, or by a name with a slip in it.
 */
export async function findNodes(
  store: GraphStore,
  words: string,
  labels: readonly NodeLabel[],
): Promise<Candidate[]> {
  const looked = namedBy.filter(({ label }) => labels.includes(label));
  const known = await findAll(looked, (one) => lookUp(store, one, words));
  if (known.length > 0) return known;
  for (const letters of [3, 2]) {
    const parts = beginnings(words, letters);
    const found = await findAll(looked, (one) => lookThrough(store, one, words, parts));
    const like = found.filter(({ likeness }) => likeness > 0.5).toSorted(byLikeness);
    if (like.length > 0) return like.slice(0, candidatesShown);
  }
  return [];
}

type Named = (typeof namedBy)[number];

async function findAll(
  looked: readonly Named[],
  find: (one: Named) => Promise<Candidate[]>,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const one of looked) found.push(...(await find(one)));
  return found;
}

/** The node with an id. */
async function lookUp(
  store: GraphStore,
  { label, names, details, mentions }: Named,
  id: string,
): Promise<Candidate[]> {
  const cypher = `MATCH (n:${label} {id: $id})
    RETURN n.id AS id, labels(n) AS labels, ${names} AS names, ${details} AS details, COUNT { ${mentions} } AS mentions`;
  const rows = await store.read(cypher, { id });
  return rows.map((row) => candidate(label, row, id));
}

/** Nodes in whose names a part occurs, those named by the very words first. Entities have their folded name as `key`. */
async function lookThrough(
  store: GraphStore,
  { label, names, details, mentions }: Named,
  words: string,
  parts: readonly string[],
): Promise<Candidate[]> {
  const cypher = `MATCH (n:${label})
    WITH n, ${names} AS names
    WHERE any(part IN $parts WHERE coalesce(n.key, '') CONTAINS part)
      OR any(name IN names WHERE any(part IN $parts WHERE toLower(name) CONTAINS part))
    WITH n, names, CASE WHEN any(name IN names WHERE toLower(name) = $whole) OR n.key = $whole THEN 0
      WHEN any(name IN names WHERE toLower(name) CONTAINS $whole) THEN 1 ELSE 2 END AS rank
    ORDER BY rank, n.id LIMIT $rowsLooked
    RETURN n.id AS id, labels(n) AS labels, names, ${details} AS details, COUNT { ${mentions} } AS mentions`;
  const rows = await store.read(cypher, { parts: [...parts], whole: words.toLowerCase(), rowsLooked });
  return rows.map((row) => candidate(label, row, words));
}

/**
 * The one node that somebody meant.
 * @throws PipelineError NOT_FOUND, with those that are like it, where none or several may be meant
 */
export async function findNode(
  store: GraphStore,
  words: string,
  labels: readonly NodeLabel[],
): Promise<Candidate> {
  const candidates = await findNodes(store, words, labels);
  const [best, second] = candidates;
  const clear = best !== undefined && (second === undefined || isClearlyBetter(best, second));
  if (clear && best.likeness >= near) return best;
  const list = candidates.map(({ label, name, detail, id }) => {
    const facts = [label.toLowerCase(), detail, id].filter((text) => text !== '');
    return `${name} (${facts.join(', ')})`;
  });
  const what =
    best !== undefined && best.likeness >= near
      ? `'${words}' may be several`
      : `nothing is called '${words}'`;
  const message = list.length === 0 ? what : `${what}; did you mean ${list.join(', ')}?`;
  throw new PipelineError({ code: 'NOT_FOUND', message });
}

/** Of two with the same name the one of another kind that is told of first, or much more, is meant. */
function isClearlyBetter(best: Candidate, second: Candidate): boolean {
  if (best.likeness > second.likeness) return true;
  return best.label !== second.label || best.mentions >= 3 * Math.max(second.mentions, 1);
}

function byLikeness(a: Candidate, b: Candidate): number {
  const kinds = namedBy.map(({ label }) => label);
  return (
    b.likeness - a.likeness ||
    kinds.indexOf(a.label) - kinds.indexOf(b.label) ||
    b.mentions - a.mentions ||
    (a.id < b.id ? -1 : 1)
  );
}

/** The first letters of each word, which a slip further on leaves alone, as they are given and without accents. */
function beginnings(words: string, letters: number): string[] {
  const given = [words.toLowerCase(), folded(words)];
  const parts = given.flatMap((text) => text.split(/\s+/)).filter((part) => part.length > 1);
  const firsts = parts.map((part) =>
    part.slice(0, Math.max(letters, Math.floor((part.length * letters) / 6))),
  );
  return [...new Set([...given, ...firsts])];
}

function candidate(label: NodeLabel, row: Row, words: string): Candidate {
  const names = textsOf(row['names']);
  const id = textOf(row['id']);
  const likeness = id === words ? 1 : Math.max(0, ...names.map((name) => likenessOf(name, words)));
  const isMeeting = textsOf(row['labels']).includes('Meeting');
  return {
    label: isMeeting ? 'Meeting' : label,
    id,
    name: names[0] ?? id,
    detail: textsOf(row['details'])
      .filter((text) => text !== '')
      .join(', '),
    mentions: numberOf(row['mentions']),
    likeness,
  };
}

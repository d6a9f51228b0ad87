import {
  lockResolution,
  putItems,
  removeItems,
  StoredItems,
  type GraphStore,
  type Transaction,
} from '@dragoman/graph';
import {
  authorityBlocks,
  authorityItem,
  authorityOf,
  authorityOwner,
  type Authority,
  type Signature,
} from '@dragoman/resolve';
import { textOf } from '../rows.ts';

/** How many entries or nodes one transaction takes. */
const atOnce = 500;

/** What a file of ids came to. */
export interface Linked {
  readonly entries: number;
  /** Nodes that bear an id now. */
  readonly nodes: number;
}

/**
 * Puts entries in the place of those that the graph had, and gives every person, group and place the id of the one entry that it is.
 * With no entries all ids go. Nodes that are made or change later get theirs as they are written. Doing it again changes nothing.
 */
export async function linkAuthorities(store: GraphStore, entries: readonly Authority[]): Promise<Linked> {
  const wanted = new Map(entries.map((entry) => [entry.id, authorityItem(entry)]));
  const stood = await store.transact((transaction) =>
    new StoredItems(transaction).byOwner('authority', [authorityOwner]),
  );
  for (const some of inParts(stood.filter(({ id }) => !wanted.has(id))))
    await store.transact((transaction) => removeItems(transaction, some));
  for (const some of inParts([...wanted.values()]))
    await store.transact((transaction) => putItems(transaction, some));
  let nodes = 0;
  for (const label of ['Person', 'Group', 'Place']) {
    let after: string | null = '';
    while (after !== null) {
      const from: string = after;
      const page = await store.transact((transaction) => linkPage(transaction, label, from));
      nodes += page.linked;
      after = page.last;
    }
  }
  return { entries: wanted.size, nodes };
}

/** Gives the nodes of one page their ids; `last` is null where there are no more. */
async function linkPage(
  transaction: Transaction,
  label: string,
  after: string,
): Promise<{ linked: number; last: string | null }> {
  await lockResolution(transaction);
  const cypher = `MATCH (n:${label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT ${atOnce}`;
  const ids = (await transaction.run(cypher, { after })).map((row) => textOf(row['id']));
  if (ids.length === 0) return { linked: 0, last: null };
  const index = new StoredItems(transaction);
  const signatures = new Map<string, Signature[]>();
  for (const { cluster, body } of await index.byCluster('signature', ids))
    signatures.set(cluster, [...(signatures.get(cluster) ?? []), JSON.parse(body) as Signature]);
  const names = new Set([...signatures.values()].flatMap(authorityBlocks));
  const items = await index.byBlock('authority', [...names]);
  const rows = ids.map((id) => ({ id, wikidata: authorityOf(signatures.get(id) ?? [], items) }));
  await transaction.run(
    `UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n.wikidataId = row.wikidata`,
    { rows },
  );
  return { linked: rows.filter(({ wikidata }) => wikidata !== null).length, last: ids.at(-1) ?? null };
}

function inParts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / atOnce) }, (_, at) =>
    list.slice(at * atOnce, (at + 1) * atOnce),
  );
}

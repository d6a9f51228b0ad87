import type { Item, ItemIndex, ItemLevel } from '@dragoman/schemas';
import { textOf } from '../rows.ts';
import type { Transaction } from '../store.ts';
import type { Row } from '../values.ts';

/** Items carry their level in every key, so that one index serves all levels. */
export function levelKey(level: ItemLevel, name: string): string {
  return `${level} ${name}`;
}

const columns =
  'i.level AS level, i.id AS id, i.owner AS owner, i.cluster AS cluster, i.note AS note, i.blocks AS blocks, i.body AS body';

/** The book-keeping in a store, read within one transaction. */
export class StoredItems implements ItemIndex {
  readonly #transaction: Transaction;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  byId(level: ItemLevel, ids: readonly string[]): Promise<Item[]> {
    return this.#find('MATCH (i:Item {key: name})', level, ids);
  }

  byOwner(level: ItemLevel, owners: readonly string[]): Promise<Item[]> {
    return this.#find('MATCH (i:Item {owner: name})', level, owners);
  }

  byCluster(level: ItemLevel, clusters: readonly string[]): Promise<Item[]> {
    return this.#find('MATCH (i:Item {cluster: name})', level, clusters);
  }

  byBlock(level: ItemLevel, blocks: readonly string[]): Promise<Item[]> {
    return this.#find('MATCH (:Block {id: name})<-[:IN_BLOCK]-(i:Item)', level, blocks);
  }

  /** The ids alone of the items in blocks, where their bodies are not needed. */
  async idsByBlock(level: ItemLevel, blocks: readonly string[]): Promise<string[]> {
    if (blocks.length === 0) return [];
    const names = blocks.map((block) => levelKey(level, block));
    const cypher = `UNWIND $names AS name MATCH (:Block {id: name})<-[:IN_BLOCK]-(i:Item) RETURN DISTINCT i.id AS id ORDER BY id`;
    return (await this.#transaction.run(cypher, { names })).map((row) => textOf(row['id']));
  }

  async countByBlock(level: ItemLevel, blocks: readonly string[]): Promise<Map<string, number>> {
    if (blocks.length === 0) return new Map();
    const names = blocks.map((block) => levelKey(level, block));
    const cypher = `UNWIND $names AS name MATCH (b:Block {id: name})
      RETURN name, COUNT { (b)<-[:IN_BLOCK]-(:Item) } AS count`;
    const rows = await this.#transaction.run(cypher, { names });
    return new Map(rows.map((row) => [textOf(row['name']).slice(level.length + 1), Number(row['count'])]));
  }

  async #find(pattern: string, level: ItemLevel, names: readonly string[]): Promise<Item[]> {
    if (names.length === 0) return [];
    const wanted = [...new Set(names)].map((name) => levelKey(level, name));
    const cypher = `UNWIND $names AS name ${pattern} RETURN i.key AS key, ${columns}`;
    const rows = await this.#transaction.run(cypher, { names: wanted });
    return [...new Map(rows.map((row) => [textOf(row['key']), itemFrom(row)])).values()];
  }
}

function itemFrom(row: Row): Item {
  const level = textOf(row['level']) as ItemLevel;
  const blocks = row['blocks'];
  return {
    level,
    id: textOf(row['id']),
    owner: textOf(row['owner']).slice(level.length + 1),
    cluster: textOf(row['cluster']).slice(level.length + 1),
    note: textOf(row['note']),
    blocks: Array.isArray(blocks) ? blocks.map(textOf) : [],
    body: textOf(row['body']),
  };
}

/** Takes items away, and the blocks that they leave empty. */
export async function removeItems(
  transaction: Transaction,
  items: readonly { level: ItemLevel; id: string }[],
): Promise<void> {
  if (items.length === 0) return;
  const keys = items.map(({ level, id }) => levelKey(level, id));
  const leaving = await transaction.run(
    'UNWIND $keys AS key MATCH (:Item {key: key})-[:IN_BLOCK]->(b:Block) RETURN DISTINCT b.id AS id',
    { keys },
  );
  await transaction.run('UNWIND $keys AS key MATCH (i:Item {key: key}) DETACH DELETE i', { keys });
  await removeEmptyBlocks(
    transaction,
    leaving.map((row) => textOf(row['id'])),
  );
}

async function removeEmptyBlocks(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.run(
    'UNWIND $ids AS id MATCH (b:Block {id: id}) WHERE NOT EXISTS { (b)<-[:IN_BLOCK]-(:Item) } DELETE b',
    { ids: [...ids] },
  );
}

/** Writes items, whether they are there already or not, and where they stand. */
export async function putItems(transaction: Transaction, items: readonly Item[]): Promise<void> {
  if (items.length === 0) return;
  const rows = items.map(({ level, id, owner, cluster, note, blocks, body }) => ({
    key: levelKey(level, id),
    properties: {
      key: levelKey(level, id),
      level,
      id,
      owner: levelKey(level, owner),
      cluster: levelKey(level, cluster),
      note,
      blocks: [...blocks],
      body,
    },
  }));
  const leaving = await transaction.run(
    'UNWIND $keys AS key MATCH (i:Item {key: key})-[r:IN_BLOCK]->(b:Block) DELETE r RETURN DISTINCT b.id AS id',
    { keys: rows.map(({ key }) => key) },
  );
  await transaction.run('UNWIND $rows AS row MERGE (i:Item {key: row.key}) SET i = row.properties', { rows });
  const places = items.flatMap(({ level, id, blocks }) =>
    blocks.map((block) => ({ key: levelKey(level, id), block: levelKey(level, block) })),
  );
  const blocks = [...new Set(places.map(({ block }) => block))].toSorted();
  await transaction.run('UNWIND $blocks AS block MERGE (:Block {id: block})', { blocks });
  await transaction.run(
    'UNWIND $places AS place MATCH (i:Item {key: place.key}) MATCH (b:Block {id: place.block}) CREATE (i)-[:IN_BLOCK]->(b)',
    { places },
  );
  await removeEmptyBlocks(
    transaction,
    leaving.map((row) => textOf(row['id'])),
  );
}

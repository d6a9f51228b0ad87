import type { Item, ItemIndex, ItemLevel } from '@dragoman/schemas';
import { textOf, textsOf } from '../rows.ts';
import type { Reader, Statement, Transaction } from '../store.ts';
import type { Row } from '../values.ts';

/**
 * Items carry their level in every key, so that one index serves all levels. Where an item stands is found by an index too: its first
 * block is a property of its own, each further one a small node. No block is a node that grows: a new item costs the same however
 * many there are.
 */
export function levelKey(level: ItemLevel, name: string): string {
  return `${level} ${name}`;
}

const columns =
  'i.key AS key, i.level AS level, i.id AS id, i.owner AS owner, i.cluster AS cluster, i.note AS note, i.blocks AS blocks, i.body AS body';

/** How an item is found by a block: its first, its further ones. */
const inBlock = [
  'MATCH (i:Item {block: name})',
  'MATCH (b:InBlock {block: name}) MATCH (i:Item {key: b.item})',
] as const;

/** The book-keeping in a store, read within one transaction or without. */
export class StoredItems implements ItemIndex {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
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

  async byBlock(level: ItemLevel, blocks: readonly string[]): Promise<Item[]> {
    return itemsFrom(await this.#rows(inBlock, level, blocks, columns));
  }

  /** The ids alone of the items in blocks, where their bodies are not needed. */
  async idsByBlock(level: ItemLevel, blocks: readonly string[]): Promise<string[]> {
    const rows = await this.#rows(inBlock, level, blocks, 'DISTINCT i.id AS id');
    return [...new Set(rows.map((row) => textOf(row['id'])))].toSorted();
  }

  async countByBlock(level: ItemLevel, blocks: readonly string[]): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const row of await this.#rows(inBlock, level, blocks, 'name, count(i) AS count')) {
      const block = textOf(row['name']).slice(level.length + 1);
      counts.set(block, (counts.get(block) ?? 0) + Number(row['count']));
    }
    return counts;
  }

  async #find(pattern: string, level: ItemLevel, names: readonly string[]): Promise<Item[]> {
    return itemsFrom(await this.#rows([pattern], level, names, columns));
  }

  /** What is asked of the items `i` that patterns find by a `name` of a level; an item found by several has a row for each. */
  async #rows(
    patterns: readonly string[],
    level: ItemLevel,
    wanted: readonly string[],
    result: string,
  ): Promise<Row[]> {
    if (wanted.length === 0) return [];
    const names = [...new Set(wanted)].map((name) => levelKey(level, name));
    const rows: Row[] = [];
    for (const pattern of patterns)
      rows.push(...(await this.#reader.run(`UNWIND $names AS name ${pattern} RETURN ${result}`, { names })));
    return rows;
  }
}

/** The items of rows, each once. */
function itemsFrom(rows: readonly Row[]): Item[] {
  return [...new Map(rows.map((row) => [textOf(row['key']), itemFrom(row)])).values()];
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

/** Takes items away, with where they stand. */
export async function removeItems(
  transaction: Transaction,
  items: readonly { level: ItemLevel; id: string }[],
): Promise<void> {
  if (items.length === 0) return;
  const keys = items.map(({ level, id }) => levelKey(level, id));
  await transaction.runAll([
    { cypher: 'UNWIND $keys AS key MATCH (i:Item {key: key}) DETACH DELETE i', params: { keys } },
    leaveBlocks(keys),
  ]);
}

/** Writes items, whether they are there already or not, and where they stand; those whose blocks are the same stay in them. */
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
      block: blocks[0] === undefined ? null : levelKey(level, blocks[0]),
      body,
    },
  }));
  const standing = await transaction.run(
    'UNWIND $keys AS key MATCH (i:Item {key: key}) RETURN key, i.blocks AS blocks',
    { keys: rows.map(({ key }) => key) },
  );
  const stood = new Map(standing.map((row) => [textOf(row['key']), textsOf(row['blocks'])]));
  const moving = rows.filter(
    ({ key, properties }) => stood.get(key)?.join('\n') !== properties.blocks.join('\n'),
  );
  const places = moving.flatMap(({ key, properties: { level, blocks } }) =>
    blocks.slice(1).map((block) => ({ item: key, block: levelKey(level, block) })),
  );
  await transaction.runAll([
    { cypher: 'UNWIND $rows AS row MERGE (i:Item {key: row.key}) SET i = row.properties', params: { rows } },
    leaveBlocks(moving.map(({ key }) => key).filter((key) => stood.has(key))),
    { cypher: 'UNWIND $places AS place CREATE (b:InBlock) SET b = place', params: { places } },
  ]);
}

function leaveBlocks(items: readonly string[]): Statement {
  return {
    cypher: 'UNWIND $items AS item MATCH (b:InBlock {item: item}) DELETE b',
    params: { items: [...items] },
  };
}

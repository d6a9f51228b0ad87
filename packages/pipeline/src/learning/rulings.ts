import { linesOf, type LineShape, lineKey } from '@dragoman/clean';
import { PipelineError, type Clock } from '@dragoman/core';
import {
  lockResolution,
  markUnread,
  putItems,
  removeItems,
  StoredItems,
  type GraphStore,
  type Transaction,
} from '@dragoman/graph';
import { keyOfWords, lineRulingItem, readLineRuling, type LineRuling } from './line-ruling.ts';
import { learningText, readOriginal } from './originals.ts';

const countedShapes: readonly LineShape[] = ['prompt', 'label'];

/**
 * Records what a person says of a line of a source, and marks the articles that have it to be read again. It holds whatever comes in
 * or goes, until it is undone. Returns the ruling's id: the key of the line.
 * @param line the line as an article has it, or the id under which it is listed
 */
export function ruleOnLine(
  store: GraphStore,
  source: string,
  line: string,
  word: Pick<LineRuling, 'kind' | 'by' | 'reason'>,
  clock: Clock,
): Promise<string> {
  return store.transact(async (transaction) => {
    await lockResolution(transaction);
    const { key, text } = await findLine(transaction, source, line);
    await putItems(transaction, [
      lineRulingItem({ ...word, source, line: key, text, at: clock().toISOString() }),
    ]);
    await markHolders(transaction, source, key);
    return key;
  });
}

/**
 * Takes a ruling back: the counts decide again.
 * @throws PipelineError NOT_FOUND
 */
export function undoLineRuling(store: GraphStore, id: string): Promise<void> {
  return store.transact(async (transaction) => {
    await lockResolution(transaction);
    const [item] = await new StoredItems(transaction).byId('line-ruling', [id]);
    if (item === undefined) throw new PipelineError({ code: 'NOT_FOUND', message: `no ruling ${id}` });
    await removeItems(transaction, [item]);
    await markHolders(transaction, readLineRuling(item).source, id);
  });
}

/** A line by its id or its words; where nothing counts it, the words alone say which it is. */
async function findLine(
  transaction: Transaction,
  source: string,
  line: string,
): Promise<{ key: string; text: string }> {
  const items = new StoredItems(transaction);
  const keys = [line, ...countedShapes.map((shape) => lineKey(source, line, shape))];
  const found = (await items.byId('line', keys)).filter(({ owner }) => owner === source);
  const [first] = keys.flatMap((key) => found.find(({ id }) => id === key) ?? []);
  if (first === undefined) return { key: keyOfWords(source, line), text: line };
  return { key: first.id, text: (JSON.parse(first.body) as { text: string }).text };
}

/** A person's word is rare: all articles of the source are looked through. */
async function markHolders(transaction: Transaction, source: string, key: string): Promise<void> {
  const originals = await new StoredItems(transaction).byOwner('original', [source]);
  const holders = originals.map(readOriginal).filter((original) => {
    const text = learningText(original);
    return (
      text !== null && linesOf(text).some((line) => line.key === key || keyOfWords(source, line.text) === key)
    );
  });
  await markUnread(
    transaction,
    holders.map(({ id }) => id),
  );
}

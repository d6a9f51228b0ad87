import type { Article } from '@dragoman/schemas';

/** One line of the input, on the side where it ended up. */
export type DiffRow =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'dropped'; readonly text: string; readonly reason: string };

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Puts the kept and the dropped lines of an article into the order of the input.
 * In: the article, and the input's visible lines. Out: a row for every kept and every dropped line; what
 * the input shows in another form (rows of tables, joined lines) follows the line before it.
 */
export function diffRows(article: Article, inputLines: readonly string[]): readonly DiffRow[] {
  const kept = queueOf(article.text.split('\n').map((text) => ({ kind: 'kept', text })));
  const dropped = queueOf(
    article.dropped.map(({ text, reason, detail }) => ({ kind: 'dropped', text, reason: detail ?? reason })),
  );
  const rows: DiffRow[] = [];
  for (const line of inputLines) {
    const row = take(kept, line) ?? take(dropped, line);
    if (row !== undefined) rows.push(row);
  }
  const rest = [...kept.values(), ...dropped.values()].flat();
  return [...rows, ...rest];
}

type Queue = Map<string, DiffRow[]>;

function queueOf(rows: readonly DiffRow[]): Queue {
  const queue: Queue = new Map();
  for (const row of rows) {
    const same = queue.get(key(row.text));
    if (same === undefined) queue.set(key(row.text), [row]);
    else same.push(row);
  }
  return queue;
}

const take = (queue: Queue, line: string): DiffRow | undefined => queue.get(key(line))?.shift();

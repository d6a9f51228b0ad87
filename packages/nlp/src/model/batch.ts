/**
 * Several sentences in the rows of one buffer, so that weights are read once for all of them. A row of its own stands before each sentence and
 * after the last: zeros for the convolutions, the artificial root for the tree.
 */

/** A sentence's words, and its first row. */
export interface BatchSentence {
  words: readonly string[];
  start: number;
}

export interface Batch {
  sentences: BatchSentence[];
  /** With the rows between. */
  rows: number;
}

export function layOut(sentences: readonly (readonly string[])[]): Batch {
  let rows = 1;
  const placed = sentences.map((words) => {
    const start = rows;
    rows += words.length + 1;
    return { words, start };
  });
  return { sentences: placed, rows };
}

/** The rows that stand between sentences. */
export function separators({ sentences, rows }: Batch): number[] {
  return [...sentences.map(({ start }) => start - 1), rows - 1];
}

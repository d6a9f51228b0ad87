import type { Block } from '../page.ts';

const maxNote = 320;
const maxNotes = 2;

/** An article's blocks, and the notes about its authors that stood at its end. */
export interface WithoutNotes {
  readonly blocks: readonly Block[];
  readonly notes: readonly Block[];
}

/**
 * Takes the notes about the authors off the end of an article: short last paragraphs that begin with the
 * name of one of them.
 */
export function takeAuthorNotes(blocks: readonly Block[], authors: readonly string[]): WithoutNotes {
  let end = blocks.length;
  while (end > 2 && blocks.length - end < maxNotes && isNote(blocks[end - 1], authors)) end -= 1;
  return { blocks: blocks.slice(0, end), notes: blocks.slice(end) };
}

function isNote(block: Block | undefined, authors: readonly string[]): boolean {
  if (block === undefined || block.text.length > maxNote) return false;
  const text = block.text.replace(/^[\s*•–—-]+/, '').toLowerCase();
  return authors.some((author) => author.includes(' ') && text.startsWith(`${author.toLowerCase()} `));
}

import type { Block } from '../page.ts';

const minItems = 3;
const minLinked = 0.2;
const maxItem = 260;
const maxIntroduction = 60;

/** An article's blocks without the list of other articles that follows it, and that list. */
export interface WithoutEndMatter {
  readonly blocks: readonly Block[];
  readonly after: readonly Block[];
}

/** Takes a list of links to other articles, with the line that introduces it, off the end. */
export function takeEndMatter(blocks: readonly Block[]): WithoutEndMatter {
  let end = blocks.length;
  while (end > 0 && isLinkItem(blocks[end - 1])) end -= 1;
  if (blocks.length - end < minItems || end < blocks.length / 2) return { blocks, after: [] };
  if (isIntroduction(blocks[end - 1])) end -= 1;
  return { blocks: blocks.slice(0, end), after: blocks.slice(end) };
}

const isLinkItem = (block: Block | undefined): boolean =>
  block !== undefined && block.inList && block.linkDensity >= minLinked && block.text.length <= maxItem;

const isIntroduction = (block: Block | undefined): boolean =>
  block !== undefined &&
  !block.inList &&
  block.text.length <= maxIntroduction &&
  !/[.!?”"]$/.test(block.text);

import type { Block } from '../page.ts';
import { bare, plainBlocks } from './article-body.ts';
import { linkDensity } from './container.ts';
import { emitBlocks } from './emit.ts';
import { headingElements } from './element-kinds.ts';
import { isLedeName } from './region-names.ts';
import type { Region } from './region.ts';
import { textOf } from './table.ts';

const maxLevels = 9;
const minLede = 45;
const maxLede = 900;
const maxLedeBlocks = 3;
/** Characters between title and text beyond which what lies there is no lede. */
const maxBetween = 4000;
const sentenceEnd = /[.!?…。！？»”"’)]$/;

/** Regions set aside for these reasons may still hold a lede: sites name it 'teaser', browsers hide copies of it. */
const doubtful: ReadonlySet<string> = new Set(['related', 'subscription', 'advertisement', 'player']);

/**
 * Finds the lede: the paragraphs that stand between the title and the container.
 * In: the container, and the title that the page states. Out: at most three blocks, in page order.
 */
export function findLede(container: Region, title: string | null): readonly Block[] {
  const path = pathUp(container);
  const above: (Region | string)[] = [];
  for (let level = 0; level < Math.min(maxLevels, path.length - 1); level += 1) {
    const child = path[level];
    const parent = path[level + 1];
    if (child === undefined || parent === undefined) break;
    const before = parent.children.slice(0, parent.children.indexOf(child));
    const titleAt = before.findLastIndex((part) => typeof part !== 'string' && holdsTitle(part, title));
    above.unshift(...before.slice(titleAt + 1));
    const holder = before[titleAt];
    if (typeof holder === 'object') return ledeBlocks([...afterTitle(holder, title), ...above]);
  }
  return ledeBlocks(above.filter((part) => typeof part === 'object' && isLedeName(part.name)));
}

const pathUp = (region: Region): readonly Region[] => {
  const path = [region];
  for (let at = region.parent; at !== null; at = at.parent) path.push(at);
  return path;
};

function isTitle(region: Region, title: string | null): boolean {
  if (!headingElements.has(region.tag)) return false;
  if (region.tag === 'H1') return true;
  const text = bare(textOf(region));
  return text.length > 12 && title !== null && bare(title).startsWith(text);
}

function holdsTitle(region: Region, title: string | null): boolean {
  if (isTitle(region, title)) return true;
  return region.children.some((child) => typeof child !== 'string' && holdsTitle(child, title));
}

/** The regions that follow the title inside the region that holds it. */
function afterTitle(holder: Region, title: string | null): readonly (Region | string)[] {
  if (isTitle(holder, title)) return [];
  const at = holder.children.findLastIndex((part) => typeof part !== 'string' && holdsTitle(part, title));
  const inner = holder.children[at];
  return typeof inner === 'object' ? [...afterTitle(inner, title), ...holder.children.slice(at + 1)] : [];
}

function ledeBlocks(parts: readonly (Region | string)[]): readonly Block[] {
  const length = parts.reduce(
    (sum, part) => sum + (typeof part === 'string' ? part.length : part.live.length),
    0,
  );
  if (length > maxBetween) return [];
  return distinct(parts.flatMap(blocksOf).filter(isLede)).slice(0, maxLedeBlocks);
}

function blocksOf(region: Region | string): readonly Block[] {
  if (typeof region === 'string') return plainBlocks(region);
  if (region.unwanted !== null && !doubtful.has(region.unwanted.reason)) return [];
  if (linkDensity(region) > 0.4) return [];
  const before = region.unwanted;
  region.unwanted = null;
  const blocks = emitBlocks(region, () => undefined);
  region.unwanted = before;
  return blocks;
}

/** Pages write a lede twice, once for small screens. */
const distinct = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block, index) => blocks.findIndex((other) => other.text === block.text) === index);

/** Dates and times of publication are full of digits. */
const isMostlyFigures = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) > text.length * 0.12;

const isLede = (block: Block): boolean =>
  block.text.length >= minLede &&
  block.text.length <= maxLede &&
  block.linkDensity < 0.35 &&
  !block.inList &&
  !isMostlyFigures(block.text) &&
  (sentenceEnd.test(block.text) || block.text.split(' ').length >= 9);

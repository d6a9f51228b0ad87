import type { Article, Dropped } from '@dragoman/schemas';
import { filterLines } from '../lines/index.ts';
import type { LineContext } from '../lines/index.ts';
import type { Block, Page } from '../page.ts';
import { bare, confirmByStatedBody, lengthOf, statedBlocks, statedBody } from './article-body.ts';
import { pickContainer } from './container.ts';
import { emitBlocks } from './emit.ts';
import { readRegions } from './region.ts';
import type { Region } from './region.ts';
import { settle } from './settle.ts';

export type Aside = Article['asides'][number];

/** The body of a page: its lines, what stands beside it, and what was left out. */
export interface ExtractedBody {
  readonly blocks: readonly Block[];
  readonly asides: readonly Aside[];
  readonly dropped: readonly Dropped[];
}

/** Finds the article's text on a parsed page. In: the page, and what the line filter should know of it. */
export function extractBody(page: Page, context: LineContext): ExtractedBody {
  const body = readRegions(page.body);
  settle(body);
  const container = pickContainer(body);
  const asides: Aside[] = [];
  const dropped: Dropped[] = [];
  const found = emitBlocks(container, (region) => setAside(region, asides, dropped));
  let { kept, dropped: filtered } = filterLines(found, context);
  const stated = statedBody(page.jsonLd);
  if (stated !== null) kept = withStatedBody(kept, stated, dropped);
  for (const { line, reason } of filtered) dropped.push({ text: line.text, reason });
  return { blocks: kept, asides, dropped };
}

function withStatedBody(blocks: readonly Block[], stated: string, dropped: Dropped[]): readonly Block[] {
  if (bare(blocks.map((block) => block.text).join(' ')).length < bare(stated).length * 0.5) {
    return statedBlocks(stated);
  }
  const verdict = confirmByStatedBody(blocks, stated);
  if (verdict === null) return blocks;
  for (const block of verdict.dropped) dropped.push({ text: block.text, reason: 'not-in-stated-body' });
  return lengthOf(verdict.kept) === 0 ? blocks : verdict.kept;
}

const asideKinds: ReadonlyMap<string, Aside['kind']> = new Map([
  ['caption', 'caption'],
  ['credit', 'credit'],
  ['bio', 'bio'],
]);

function setAside(region: Region, asides: Aside[], dropped: Dropped[]): void {
  const reason = region.unwanted?.reason ?? 'outside-article';
  const kind = asideKinds.get(reason);
  for (const block of emitBlocks(region, null)) {
    dropped.push({ text: block.text, reason });
    if (kind !== undefined) asides.push({ kind, text: block.text });
  }
}

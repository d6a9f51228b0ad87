import type { Article, Dropped } from '@dragoman/schemas';
import { filterLines } from '../lines/index.ts';
import type { LineContext } from '../lines/index.ts';
import type { Block, Page } from '../page.ts';
import { bare, confirmByStatedBody, lengthOf, plainBlocks, statedBody } from './article-body.ts';
import { takeAuthorNotes } from './author-notes.ts';
import { pickContainer } from './container.ts';
import { emitBlocks } from './emit.ts';
import { gatherParts } from './gather.ts';
import { takeEndMatter } from './end-matter.ts';
import { leadsOutOf } from './leads-out.ts';
import { findLede } from './lede.ts';
import { readLiveEntries } from './live-entries.ts';
import { readRegions } from './region.ts';
import type { Region } from './region.ts';
import { settle } from './settle.ts';

export type Aside = Article['asides'][number];

/** The body of a page: its lines, what stands beside it, and what was left out. */
export interface ExtractedBody {
  readonly blocks: readonly Block[];
  readonly asides: readonly Aside[];
  /** The entries of a live blog: where each begins in the joined lines, and its time. */
  readonly entries: Article['entries'];
  readonly dropped: readonly Dropped[];
}

/** What is known of the article before its text is found. */
export interface BodyContext extends LineContext {
  readonly authors: readonly string[];
  /** The host of the page, or null. */
  readonly host: string | null;
}

/** Finds the article's text on a parsed page. In: the page, and what is known of its article. */
export function extractBody(page: Page, context: BodyContext): ExtractedBody {
  const body = readRegions(page.body);
  settle(body, 'names');
  const stated = statedBody(page.jsonLd);
  const first = readArticle(page, body, pickContainer(body), context, stated);
  const length = lengthOf(first.blocks);
  if (length >= Math.max(minLength, body.all.paragraph * minShare)) return first;
  return secondAttempt(page, body, context, stated, length) ?? first;
}

const minLength = 250;
/** Share of the page's paragraph text below which names are not believed. */
const minShare = 0.12;

/** Where hardly anything was found, the names of the page mislead: once more without them. */
function secondAttempt(
  page: Page,
  body: Region,
  context: BodyContext,
  stated: string | null,
  length: number,
): ExtractedBody | null {
  settle(body, 'tags');
  const container = pickContainer(body);
  const second = readArticle(page, body, container, context, stated);
  if (lengthOf(second.blocks) > Math.max(length * 1.6, 200)) return second;
  if (length >= minLength) return null;
  const whole = readArticle(page, body, body, context, stated);
  return lengthOf(whole.blocks) > Math.max(length * 1.6, 300) ? whole : null;
}

function readArticle(
  page: Page,
  body: Region,
  container: Region,
  context: BodyContext,
  stated: string | null,
): ExtractedBody {
  const notes: Notes = { asides: [], dropped: [] };
  const parts = gatherParts(container);
  const leadsOut = leadsOutOf(context.host);
  const inside = parts.flatMap((part) => emitBlocks(part, (region) => setAside(region, notes), leadsOut));
  const lede = newIn(findLede(parts[0] ?? container, context.title ?? null), inside);
  const { kept, dropped } = filterLines([...lede, ...inside], context);
  for (const { line, reason } of dropped) note(line.text, reason, notes);
  const confirmed = stated === null ? kept : withStatedBody(kept, new Set(lede), stated, notes);
  const { blocks: article, after } = takeEndMatter(confirmed);
  for (const { text } of after) notes.dropped.push({ text, reason: 'end-matter' });
  const { blocks, notes: authorNotes } = takeAuthorNotes(article, context.authors);
  for (const { text } of authorNotes) note(text, 'author-note', notes);
  noteOutside(body, new Set(parts), new Set(lede.map((block) => block.text)), notes);
  return { blocks, entries: readLiveEntries(page, parts, blocks), ...notes };
}

/** The blocks that the others do not have already. */
function newIn(blocks: readonly Block[], others: readonly Block[]): readonly Block[] {
  if (blocks.length === 0) return blocks;
  const known = bare(others.map((block) => block.text).join(' '));
  return blocks.filter((block) => !known.includes(bare(block.text)));
}

/** What is left out, while the page is read. */
interface Notes {
  readonly asides: Aside[];
  readonly dropped: Dropped[];
}

function withStatedBody(
  blocks: readonly Block[],
  lede: ReadonlySet<Block>,
  stated: string,
  notes: Notes,
): readonly Block[] {
  const inside = blocks.filter((block) => !lede.has(block));
  const verdict = confirmByStatedBody(inside, stated);
  if (verdict === 'stated instead') return plainBlocks(stated);
  if (verdict === null) return blocks;
  for (const block of verdict.dropped) notes.dropped.push({ text: block.text, reason: 'not-in-stated-body' });
  return [...blocks.filter((block) => lede.has(block)), ...verdict.kept];
}

const asideKinds: ReadonlyMap<string, Aside['kind']> = new Map([
  ['caption', 'caption'],
  ['credit', 'credit'],
  ['bio', 'bio'],
  ['author-note', 'bio'],
]);

/** Notes a line that is left out; captions, credits and notes about authors are kept beside the body. */
function note(text: string, reason: string, notes: Notes): void {
  notes.dropped.push({ text, reason });
  const kind = asideKinds.get(reason);
  if (kind !== undefined) notes.asides.push({ kind, text });
}

function setAside(region: Region, notes: Notes): void {
  const reason = region.unwanted?.reason ?? 'outside-article';
  for (const { text } of emitBlocks(region, null)) note(text, reason, notes);
}

/** Notes every line of the page outside the article's parts, each with what is known against it. */
function noteOutside(
  body: Region,
  parts: ReadonlySet<Region>,
  lede: ReadonlySet<string>,
  notes: Notes,
): void {
  const path = new Set<Region>();
  for (const part of parts) for (let at: Region | null = part; at !== null; at = at.parent) path.add(at);
  const outside = (region: Region): void => {
    if (parts.has(region)) return;
    for (const child of region.children) {
      if (typeof child === 'string') noteText(child, notes);
      else if (path.has(child)) outside(child);
      else noteRegion(child, lede, notes);
    }
  };
  outside(body);
}

function noteText(text: string, notes: Notes): void {
  const line = text.trim();
  if (line !== '') notes.dropped.push({ text: line, reason: 'outside-article' });
}

function noteRegion(region: Region, lede: ReadonlySet<string>, notes: Notes): void {
  const reason = region.unwanted?.reason ?? 'outside-article';
  for (const { text } of emitBlocks(region, null)) {
    if (!lede.has(text)) notes.dropped.push({ text, reason });
  }
}

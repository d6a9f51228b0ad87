import { headingElements } from './element-kinds.ts';
import type { Region } from './region.ts';
import { isBodyName } from './region-names.ts';

const textBlocks: ReadonlySet<string> = new Set(['P', 'PRE', 'BLOCKQUOTE']);
const minBlock = 25;
const minItem = 60;

/** The part of its characters that is in links. */
export const linkDensity = (region: Region): number =>
  region.live.length === 0 ? 0 : region.live.linked / region.live.length;

/**
 * The smallest region that holds the article's text: paragraphs give points to what encloses them, much
 * text in links takes points away, telling names add some; then up, as long as a parent adds paragraphs.
 */
export function pickContainer(body: Region): Region {
  const scores = new Map<Region, number>();
  scoreBlocks(body, scores);
  let best = body;
  let bestScore = -1;
  for (const [region, points] of scores) {
    if (region.unwanted !== null) continue;
    const score = points * (1 - Math.min(0.9, linkDensity(region))) * nameFactor(region);
    if (score > bestScore) {
      bestScore = score;
      best = region;
    }
  }
  return climb(best);
}

function nameFactor(region: Region): number {
  let factor = 1;
  if (region.element.attributeAsWritten('itemprop')?.toLowerCase() === 'articlebody') factor = 1.6;
  else if (isBodyName(region.name)) factor = 1.3;
  if (region.tag === 'ARTICLE') factor *= 1.25;
  if (region.tag === 'BODY') factor *= 0.8;
  return factor;
}

function scoreBlocks(region: Region, scores: Map<Region, number>): void {
  if (region.unwanted !== null || region.live.length < minBlock) return;
  scoreBlock(region, scores);
  for (const child of region.children) if (typeof child !== 'string') scoreBlocks(child, scores);
}

function scoreBlock(region: Region, scores: Map<Region, number>): void {
  const { tag, live } = region;
  if (region.isInline || headingElements.has(tag) || tag === 'BODY') return;
  const density = linkDensity(region);
  const { parent } = region;
  if (tag === 'LI') {
    if (live.own >= minItem && density < 0.4) add(scores, parent?.parent, 1);
    return;
  }
  if (live.own < minBlock || density >= 0.6) return;
  const points = (1 + Math.min(live.own / 80, 6) + Math.min(live.punctuation, 8) * 0.5) * (1 - density);
  if (textBlocks.has(tag) || live.own < 400) {
    add(scores, parent, points);
    add(scores, parent?.parent, points * 0.5);
    add(scores, parent?.parent?.parent, points * 0.25);
  } else {
    add(scores, region, points);
    add(scores, parent, points * 0.6);
    add(scores, parent?.parent, points * 0.3);
  }
}

function add(scores: Map<Region, number>, region: Region | null | undefined, points: number): void {
  if (region) scores.set(region, (scores.get(region) ?? 0) + points);
}

const maxClimb = 10;

/** Goes up while a parent adds a good deal of paragraph text with few links in it. */
function climb(from: Region): Region {
  let best = from;
  let current = from;
  for (let level = 0; level < maxClimb && current.tag !== 'BODY'; level += 1) {
    const { parent } = current;
    if (parent === null || parent.unwanted !== null) break;
    const gained = parent.live.paragraph - best.live.paragraph;
    const addedLinks = parent.live.linked - best.live.linked;
    const addedText = parent.live.length - best.live.length;
    const factor = level < 4 ? 1.25 : 1.8;
    const adds = parent.live.paragraph > best.live.paragraph * factor && gained > 200;
    if (adds && addedLinks < addedText * 0.35) best = parent;
    current = parent;
  }
  return best;
}

import { headingElements } from './element-kinds.ts';
import { addCounts, countText, emptyCounts, finishCounts } from './region.ts';
import type { Region, TextCounts } from './region.ts';
import type { Suspicion } from './suspicion.ts';

/** How far names are believed: all of them, or none but those of comments and the like. */
export type TrustInNames = 'names' | 'tags';

/** What a name says so clearly that it is believed wherever the page has other text. */
const clearReasons: ReadonlySet<string> = new Set(['comments', 'cookies', 'newsletter']);
/** What such a region begins with is what its name says, even where its end tag is missing and it swallowed more. */
const unclosedReasons: ReadonlySet<string> = new Set([
  'advertisement',
  'newsletter',
  'sharing',
  'subscription',
]);
const maxOpening = 120;
/** Characters of paragraph text that must be left elsewhere for a clear name to be believed. */
const minElsewhere = 250;

/**
 * Decides which regions are set aside. A name or tag is not believed where the region holds much of the
 * page's paragraph text; then its children are judged on their own. Counts `live` anew without the rest.
 */
export function settle(body: Region, trust: TrustInNames): void {
  const elsewhere = paragraphsElsewhere(body);
  settleRegion(body, { total: body.all.paragraph, elsewhere, trust });
}

interface Settling {
  /** Characters of paragraph text on the page, and of those outside clearly unwanted regions. */
  readonly total: number;
  readonly elsewhere: number;
  readonly trust: TrustInNames;
}

const isClear = (region: Region): boolean =>
  region.suspected !== null && region.suspected.byName && clearReasons.has(region.suspected.reason);

function paragraphsElsewhere(region: Region): number {
  if (region.all.paragraph === 0 || isClear(region)) return 0;
  let inChildren = 0;
  let elsewhere = 0;
  for (const child of region.children) {
    if (typeof child === 'string') continue;
    inChildren += child.all.paragraph;
    elsewhere += paragraphsElsewhere(child);
  }
  return elsewhere + Math.max(0, region.all.paragraph - inChildren);
}

function isBelieved(region: Region, { total, elsewhere, trust }: Settling): boolean {
  const { suspected } = region;
  if (suspected === null || isPartOfSentence(region, suspected)) return false;
  if (region.all.paragraph > (suspected.most ?? Infinity)) return false;
  if (isClear(region) && elsewhere >= minElsewhere) return true;
  if (suspected.byName && trust === 'tags' && !isClear(region)) return false;
  const share = elsewhere >= minElsewhere ? elsewhere : total;
  return region.all.paragraph <= share * suspected.undo;
}

/** Names of what stands in a line of its own; inside a paragraph they name a part of its sentence: a dateline, a tag. */
const ownLineReasons: ReadonlySet<string> = new Set([
  'timestamp',
  'byline',
  'tags',
  'related',
  'navigation',
  'credit',
]);
const minSentence = 60;

function isPartOfSentence(region: Region, suspected: Suspicion): boolean {
  const { parent } = region;
  if (!region.isInline || !suspected.byName || parent === null || parent.tag !== 'P') return false;
  return ownLineReasons.has(suspected.reason) && parent.all.own - region.all.length >= minSentence;
}

/** Settles a region and all in it. Out: whether anything in it is set aside. */
function settleRegion(region: Region, settling: Settling): boolean {
  region.unwanted = isBelieved(region, settling) ? region.suspected : null;
  region.live = region.all;
  if (region.unwanted !== null) return true;
  const opening =
    region.suspected !== null && unclosedReasons.has(region.suspected.reason) ? region.suspected : null;
  let isOpening = opening !== null;
  let changed = false;
  for (const child of region.children) {
    if (typeof child === 'string') {
      isOpening &&= child.trim() === '';
      continue;
    }
    changed = settleRegion(child, settling) || changed;
    isOpening &&=
      child.all.length <= maxOpening && child.all.paragraph === 0 && !headingElements.has(child.tag);
    if (isOpening) {
      child.unwanted ??= opening;
      changed = true;
    }
  }
  if (changed) region.live = countLive(region);
  return changed;
}

function countLive(region: Region): TextCounts {
  const counts = emptyCounts();
  for (const child of region.children) {
    if (typeof child === 'string') countText(child, counts);
    else if (child.unwanted === null) addCounts(child.live, child.isInline, counts);
  }
  finishCounts(region, counts);
  return counts;
}

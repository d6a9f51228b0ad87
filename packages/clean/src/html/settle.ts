import { addCounts, countText, finishCounts } from './region.ts';
import type { Region, TextCounts } from './region.ts';

/**
 * Decides which regions stay set aside. A name or tag is not believed where the region holds much of the
 * page's paragraph text; then its children are judged on their own. Counts `live` anew without the rest.
 */
export function settle(body: Region): void {
  settleRegion(body, body.all.paragraph);
}

function settleRegion(region: Region, total: number): void {
  if (region.unwanted !== null) {
    if (region.all.paragraph <= total * region.unwanted.undo) return;
    region.unwanted = null;
  }
  const counts: TextCounts = { length: 0, linked: 0, punctuation: 0, own: 0, ownLinked: 0, paragraph: 0 };
  for (const child of region.children) {
    if (typeof child === 'string') {
      countText(child, counts);
      continue;
    }
    settleRegion(child, total);
    if (child.unwanted === null) addCounts(child.live, child.isInline, counts);
  }
  finishCounts(region, counts);
  region.live = counts;
}

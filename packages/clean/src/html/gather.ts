import { linkDensity } from './container.ts';
import { headingElements } from './element-kinds.ts';
import type { Region } from './region.ts';

const maxLevels = 4;
const minParagraph = 80;
const textTags: ReadonlySet<string> = new Set(['P', 'BLOCKQUOTE']);

/**
 * The regions that make up the article: the container, and beside it and its ancestors those that go on
 * with its text, such as the paragraphs before a paywall or the next of several sections.
 * Out: in page order.
 */
export function gatherParts(container: Region): readonly Region[] {
  let parts: readonly Region[] = [container];
  let current = container;
  for (let level = 0; level < maxLevels; level += 1) {
    const { parent } = current;
    if (parent === null || parent.unwanted !== null || current.tag === 'BODY' || current.tag === 'ARTICLE')
      break;
    const siblings = parent.children.filter((child): child is Region => typeof child !== 'string');
    const at = siblings.indexOf(current);
    const goesOn = (region: Region): boolean =>
      holdsParagraphs(region) &&
      (level === 0 ? isAlike(region, current) || textTags.has(region.tag) : isAlike(region, current));
    parts = [...siblings.slice(0, at).filter(goesOn), ...parts, ...siblings.slice(at + 1).filter(goesOn)];
    current = parent;
  }
  return parts;
}

function holdsParagraphs(region: Region): boolean {
  const { live } = region;
  if (region.unwanted !== null || live.paragraph < minParagraph || live.paragraph < live.length * 0.5)
    return false;
  return linkDensity(region) < 0.25 && !holdsLinkedHeading(region);
}

/** A heading that is a link announces another article. */
function holdsLinkedHeading(region: Region): boolean {
  return region.children.some((child) => {
    if (typeof child === 'string') return false;
    if (headingElements.has(child.tag)) return linkDensity(child) > 0.7 || child.parent?.tag === 'A';
    return holdsLinkedHeading(child);
  });
}

/** Of one kind: the same tag, and the same first class. */
function isAlike(region: Region, other: Region): boolean {
  if (region.tag !== other.tag) return false;
  const firstClass = (name: string): string => name.split(/\s/, 1)[0] ?? '';
  return firstClass(region.name) === firstClass(other.name) && region.name !== '';
}

import type { PageElement } from '../page-element.ts';
import { headingElements } from './element-kinds.ts';
import { isCreditText, isUnwantedRole, unwantedByName } from './region-names.ts';
import type { Unwanted } from './region-names.ts';
import type { Region } from './region.ts';

/** What speaks against a region, and whether it is only its name. */
export interface Suspicion extends Unwanted {
  readonly byName: boolean;
}

/** Elements of the page's frame, and controls, each with the reason under which its text is dropped. */
const frameElements: ReadonlyMap<string, Unwanted> = new Map([
  ['NAV', { reason: 'navigation', undo: 0.5 }],
  ['FOOTER', { reason: 'navigation', undo: 0.5 }],
  ['ASIDE', { reason: 'sidebar', undo: 0.5 }],
  ['FIGCAPTION', { reason: 'caption', undo: 0.5 }],
  ['FORM', { reason: 'control', undo: 0.3 }],
  ['BUTTON', { reason: 'control', undo: 1 }],
  ['LABEL', { reason: 'control', undo: 0.5 }],
  ['DIALOG', { reason: 'control', undo: 0.5 }],
  ['MENU', { reason: 'navigation', undo: 0.5 }],
]);
const hidden: Unwanted = { reason: 'hidden', undo: 0.6 };
const caption: Unwanted = { reason: 'caption', undo: 0.3 };
const byRole: Unwanted = { reason: 'navigation', undo: 0.5 };

/** What a region's attributes, tag, content or name say against it, in this order; null where nothing does. */
export function suspect(region: Region): Suspicion | null {
  const certain = byAttributes(region.element) ?? byContent(region) ?? frameElements.get(region.tag);
  if (certain !== undefined) return { ...certain, byName: false };
  if (region.name === '' || region.tag === 'ARTICLE' || isPaidFor(region) || isEmbeddedPost(region))
    return null;
  const byName = unwantedByName(region.name);
  return byName === null ? null : { ...byName, byName: true };
}

/** Paragraphs that only subscribers get are marked so, one by one. */
const isPaidFor = ({ tag, name }: Region): boolean =>
  (tag === 'P' || headingElements.has(tag)) && /(?:^|\s)paywall(?:\s|$)/i.test(name);

const minPost = 40;

/** A quotation that is named 'social' is a post that the article embeds, not a button. */
const isEmbeddedPost = ({ tag, name, all }: Region): boolean =>
  tag === 'BLOCKQUOTE' && all.length >= minPost && /(?:^|[\s_-])social(?:$|[\s_-])/i.test(name);

const invisibleStyle = /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i;

function byAttributes(element: PageElement): Unwanted | undefined {
  if (element.rawAttrs === '') return undefined;
  if (isHidden(element)) return hidden;
  const role = element.attributeAsWritten('role');
  return role !== undefined && isUnwantedRole(role) ? byRole : undefined;
}

const isHidden = (element: PageElement): boolean =>
  element.attributeAsWritten('hidden') !== undefined ||
  element.attributeAsWritten('aria-hidden') === 'true' ||
  isInvisible(element.attributeAsWritten('style'));

const isInvisible = (style: string | undefined): boolean => style !== undefined && invisibleStyle.test(style);

const textualTags: ReadonlySet<string> = new Set(['TABLE', 'BLOCKQUOTE', 'PRE']);
const pictureFrames: ReadonlySet<string> = new Set([
  'DIV',
  'TABLE',
  'CENTER',
  'SPAN',
  'A',
  'P',
  'TD',
  'SECTION',
]);
const minParagraph = 120;
/** Characters, white space not counted, of a caption that does not name its source, and of one that does. */
const maxCaption = 120;
const maxCredited = 280;
const maxInParagraph = 90;

function byContent(region: Region): Unwanted | undefined {
  if (region.tag === 'UL' || region.tag === 'OL') return isTeaserList(region) ? teasers : undefined;
  return besidePicture(region) ?? (followsPicture(region) ? caption : undefined);
}

/** Text that stands with a picture is about the picture. */
function besidePicture(region: Region): Unwanted | undefined {
  if (region.tag === 'FIGURE') return holdsText(region) ? undefined : caption;
  if (region.pictures === 0 || !pictureFrames.has(region.tag)) return undefined;
  const { length } = region.all;
  if (length > maxCredited || region.all.linked > length * 0.5 || holdsHeadingOrList(region))
    return undefined;
  if (region.tag === 'P') return length <= maxInParagraph && beginsWithPicture(region) ? caption : undefined;
  const text = plainText(region).trim();
  if (isCreditText(text)) return caption;
  return length <= maxCaption && !isSentence(text) ? caption : undefined;
}

const captionTags: ReadonlySet<string> = new Set(['P', 'DIV', 'CENTER']);
const sentenceEnd = /[.!?:…。！？»”"’)]\s*$/;
const maxFollowing = 100;

/** A short line without links that is no sentence, right after a picture. */
function followsPicture(region: Region): boolean {
  const near = (region.parent?.pictures ?? 0) > 0 && region.all.length <= maxFollowing;
  if (!near || !captionTags.has(region.tag) || region.pictures > 0 || region.all.linked > 0) return false;
  const before = region.parent?.children.findLast((child) =>
    typeof child === 'object' ? child.tag !== 'BR' : child.trim() !== '',
  );
  if (typeof before !== 'object' || before.pictures === 0 || before.all.length > 0) return false;
  const text = plainText(region).trim();
  return text.split(/\s+/).length >= 3 && !sentenceEnd.test(text) && !holdsHeadingOrList(region);
}

const teasers: Unwanted = { reason: 'related', undo: 0.8 };
const minTeasers = 3;
const minHeadline = 20;

/** A list whose items all begin with a headline that is a link, with or without a summary after it. */
function isTeaserList(list: Region): boolean {
  const items = list.children.filter(
    (child): child is Region => typeof child === 'object' && child.all.length > 0,
  );
  return items.length >= minTeasers && items.every((item) => beginsWithHeadline(item));
}

function beginsWithHeadline(region: Region): boolean {
  if (region.tag === 'A') return region.all.length >= minHeadline;
  const first = region.children.find((child) =>
    typeof child === 'string' ? child.trim() !== '' : child.all.length > 0,
  );
  return typeof first === 'object' && beginsWithHeadline(first);
}

const minSentence = 80;

/** A whole sentence with a picture may open the article. */
const isSentence = (text: string): boolean => text.length >= minSentence && /[.!?…。！？]\s*$/.test(text);

/** A figure may hold a table, an embedded post or even paragraphs. */
const holdsText = (region: Region): boolean =>
  region.children.some(
    (child) =>
      typeof child !== 'string' &&
      child.tag !== 'FIGCAPTION' &&
      (textualTags.has(child.tag) || child.all.paragraph > minParagraph || holdsText(child)),
  );

const holdsHeadingOrList = (region: Region): boolean =>
  region.children.some(
    (child) =>
      typeof child !== 'string' &&
      child.all.length > 0 &&
      (headingElements.has(child.tag) || child.tag === 'LI' || holdsHeadingOrList(child)),
  );

function beginsWithPicture(region: Region): boolean {
  const first = region.children.find((child) => typeof child !== 'string' || child.trim() !== '');
  return typeof first === 'object' && first.pictures > 0;
}

const plainText = (region: Region): string =>
  region.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join(' ');

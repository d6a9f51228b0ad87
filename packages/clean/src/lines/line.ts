/**
 * What the filter needs to know of a line. A block of a parsed page has all of it; lines that lost their markup
 * have the text only.
 */
export interface Line {
  readonly text: string;
  /** Upper-case name of the innermost block element. */
  readonly tag?: string;
  /** Share of the characters that lie in links, 0 to 1. */
  readonly linkDensity?: number;
  /** Whether its links lead to other sites: what an article refers to, rather than the site's own lists. */
  readonly leadsOut?: boolean;
  readonly inList?: boolean;
  readonly inTable?: boolean;
  readonly inQuote?: boolean;
}

/** Why a line was left out, with what it means. The names are stable: they are printed, stored and counted. */
export const reasonMeanings = {
  navigation: 'a menu, a skip link or a label of the page',
  newsletter: 'an invitation to a newsletter or to alerts',
  subscription: 'a subscription, login or paywall prompt',
  donation: 'a call to donate or to become a supporter',
  sharing: 'a share, print or follow widget',
  vote: 'a vote or rating widget',
  prompt: 'the page speaks to its reader on its own behalf',
  comments: 'a comment form, or a reader’s comment',
  cookies: 'a cookie or privacy notice',
  advertisement: 'an advertisement or its label',
  'read-more': 'a pointer to another article',
  credit: 'a photo or video credit, with its caption',
  copyright: 'a copyright or licence notice',
  byline: 'the author on a line of its own',
  timestamp: 'a date or a time on a line of its own',
  'reporting-credit': 'who reported, wrote or edited, or where it is from',
  'author-note': 'a note about the author, not a part of the article',
  contact: 'contact details or a request for tips',
  tags: 'tags, topics or categories',
  player: 'a remark of a media player or of the browser',
  release: 'the frame of a press release',
  counter: 'a bare number or counter',
  symbols: 'a line without words',
  address: 'a bare web address',
  'title-repeated': 'the title once more',
  'line-repeated': 'a line that the article already has',
  'post-repeated': 'an embedded post whose words the article quotes',
  'empty-heading': 'a heading with nothing under it',
  'link-list': 'a line that is mostly links',
  'end-matter': 'after the article has ended',
  'outside-article': 'above or below the stretch that the article fills',
  'recurs-at-source': 'recurs over the articles of its source',
  'forbidden-at-source': 'a person said that it is no part of the articles of its source',
} as const;
export type DropReason = keyof typeof reasonMeanings;
export const dropReasons = Object.keys(reasonMeanings) as [DropReason, ...DropReason[]];

export interface DroppedLine<L extends Line = Line> {
  readonly line: L;
  readonly reason: DropReason;
}

/** What is known of the article while its lines are filtered. */
export interface LineContext {
  /** The article's title, so that its repetition is recognised. */
  readonly title?: string | null;
  /** The outlet's name, for 'More from X'. */
  readonly source?: string | null;
  /** Whether the lines lost their markup: what their tags say is guessed. */
  readonly scraped?: boolean;
}

export interface FilterOutcome<L extends Line = Line> {
  readonly kept: readonly L[];
  readonly dropped: readonly DroppedLine<L>[];
}

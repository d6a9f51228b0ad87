export { cleanText } from './clean-text.ts';
export type { CleanedText, TextHints } from './clean-text.ts';
export { readDateline } from './dateline.ts';
export type { Dateline } from './dateline.ts';
export { scrubLine } from './scrub.ts';
export type { TextLine } from './text-line.ts';

export { countLines, learnedBoilerplate } from './learned.ts';
export type { LearnedLines, LineCount } from './learned.ts';
export { lineCounts } from './occurrences.ts';
export type { LineOccurrence, LineShape } from './occurrences.ts';
export { reclean } from './reclean.ts';

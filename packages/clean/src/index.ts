export { clean, cleanerVersion } from './clean.ts';
export type { CleanOptions, CleanResult } from './clean.ts';
export * from './duplicates/index.ts';
export * from './learning/index.ts';
export { defaultLimits } from './limits.ts';
export type { CleanLimits } from './limits.ts';
export { reasonMeanings } from './reasons.ts';
export { visibleText } from './visible-text.ts';

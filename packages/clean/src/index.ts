export { clean, cleanerVersion } from './clean.ts';
export type { CleanOptions, CleanResult } from './clean.ts';
export { defaultLimits } from './limits.ts';
export type { CleanLimits } from './limits.ts';
export { visibleText } from './visible-text.ts';

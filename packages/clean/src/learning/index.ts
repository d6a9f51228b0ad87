export { counted, emptyCount, needsRecount, reasonOf, standingOf } from './line-count.ts';
export type { LineCount, Standing } from './line-count.ts';
export { lineKey, shapeOf } from './line-shape.ts';
export type { LineShape } from './line-shape.ts';
export { reclean } from './reclean.ts';
export type { LineVerdict } from './reclean.ts';
export { linesOf, siteLines } from './site-lines.ts';
export type { CountedLine, CountedShape, LearningText, SiteLine, SiteLines } from './site-lines.ts';

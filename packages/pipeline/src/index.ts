export type { GraphCounts } from './counts.ts';
export { countGraph } from './counts.ts';
export { folderDeadLetters, type DeadLetter, type DeadLetters } from './dead-letters.ts';
export { resolvePending, writeEvidence } from './evidence.ts';
export type { Outcome, Processed, Summary } from './ingest.ts';
export type { LearnedLine } from './learning/learned.ts';
export type { LineRuling } from './learning/line-ruling.ts';
export { withoutLearned } from './learning/verdicts.ts';
export type { Read } from './take-in.ts';
export type { Cleaner, Duplicates, PipelineParts } from './parts.ts';
export { createPipeline, resolveTogether, type Pipeline } from './pipeline.ts';
export type { Removal, RetractOptions } from './retract.ts';
export type { Candidate, Word } from './review.ts';
export { duplicates } from './duplicates.ts';
export {
  productionCleaner,
  productionExtractor,
  productionPipeline,
  type ProductionOptions,
} from './production.ts';
export { unreadableArticle } from './unreadable.ts';
export { linkAuthorities, type Linked } from './wikidata/link-authorities.ts';
export { readAuthorities } from './wikidata/read-authorities.ts';

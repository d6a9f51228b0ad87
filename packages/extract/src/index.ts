export type { EntityTable, ExtractionContext, Mention, MentionForm, Profile } from './context.ts';
export {
  type ExplainedExtraction,
  type Extractor,
  type ExtractorOptions,
  createExtractor,
  extractorVersion,
} from './extract.ts';
export { type CodedText, createEventCoder } from './events/coder.ts';
export { type ExtractionOutput, toGold } from './gold.ts';
export { checkLexicon } from './check-lexicon.ts';
export { type ExplainedFact, explainedFacts, renderExplanation } from './explain.ts';
export type { LexiconFault } from './lexicon/check.ts';

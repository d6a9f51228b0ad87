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

export {
  compareVersions,
  dayOf,
  evidenceOf,
  type Evidence,
  type EvidenceArticle,
  type TextFingerprint,
} from './evidence/evidence.ts';
export { resolveInMemory, type ArticleIdentity, type ConflictRow, type InMemory } from './in-memory.ts';
export {
  authorityBlocks,
  authorityItem,
  authorityOf,
  authorityOwner,
  type Authority,
} from './identity/authorities.ts';
export type { Signature } from './identity/signature.ts';
export { MemoryGraph } from './memory.ts';
export { sourceOf } from './rows/articles.ts';
export { readRuling, rulingItem, rulingOf, type Ruling } from './step/rulings.ts';
export type { Incoming } from './step/scope.ts';
export { resolveStep, type Step } from './step/step.ts';
export type { SameText } from './step/texts.ts';

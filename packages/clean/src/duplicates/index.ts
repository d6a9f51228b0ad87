export { fingerprint, isCopy, similarity } from './fingerprint.ts';
export type { Fingerprint, Similarity } from './fingerprint.ts';

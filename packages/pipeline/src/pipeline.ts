import { evidenceOf, resolveInMemory, type InMemory } from '@dragoman/resolve';
import type { Input } from '@dragoman/sources';
import type { Article, Extraction, RawDocument } from '@dragoman/schemas';
import { resolvePending, writeEvidence } from './evidence.ts';
import { ingest, process, type Outcome, type Processed, type Summary } from './ingest.ts';
import type { PipelineParts } from './parts.ts';
import { retract, type Removal, type RetractOptions } from './retract.ts';
import { candidates, decide, split, undo, type Candidate, type Word } from './review.ts';

/** The whole way from documents to the graph, in one process. */
export interface Pipeline {
  /** Cleans and reads one document; touches no store. */
  process(document: RawDocument): Processed;
  /** Takes inputs into the graph. */
  ingest(inputs: AsyncIterable<Input>, onOutcome?: (outcome: Outcome) => void): Promise<Summary>;
  /** Takes one article that was cleaned and read elsewhere into the graph: what the write worker does. */
  write(article: Article, extraction: Extraction): Promise<void>;
  /** Finishes what a crash left behind. */
  resolvePending(): Promise<void>;
  retract(which: string, options: RetractOptions): Promise<Removal>;
  candidates(limit?: number): Promise<Candidate[]>;
  decide(left: string, right: string, word: Word): Promise<string>;
  split(node: string, name: string, word: Omit<Word, 'kind'>): Promise<string>;
  undo(ruling: string): Promise<void>;
}

export function createPipeline(parts: PipelineParts): Pipeline {
  const { store, clock } = parts;
  const { same } = parts.duplicates;
  return {
    process: (document) => process(parts, document),
    ingest: (inputs, onOutcome) => ingest(parts, inputs, onOutcome),
    async write(article, extraction) {
      await writeEvidence(store, [
        evidenceOf(article, extraction, parts.duplicates.fingerprint(article.text)),
      ]);
      await resolvePending(store, same, clock);
    },
    resolvePending: () => resolvePending(store, same, clock),
    retract: (which, options) => retract(store, which, options, same, clock),
    candidates: (limit) => candidates(store, limit),
    decide: (left, right, word) => decide(store, left, right, word, same, clock),
    split: (node, name, word) => split(store, node, name, word, same, clock),
    undo: (ruling) => undo(store, ruling, same, clock),
  };
}

/** Resolves articles among themselves, with no store: what `extract --resolve` prints. */
export function resolveTogether(
  read: readonly { article: Article; extraction: Extraction }[],
  duplicates: PipelineParts['duplicates'],
): Promise<InMemory> {
  const evidence = read.map(({ article, extraction }) =>
    evidenceOf(article, extraction, duplicates.fingerprint(article.text)),
  );
  return resolveInMemory(evidence, duplicates.same);
}

import { evidenceOf, resolveInMemory, type InMemory } from '@dragoman/resolve';
import type { Input } from '@dragoman/sources';
import type { Article, Extraction, RawDocument } from '@dragoman/schemas';
import { ingest, process, type Outcome, type Processed, type Summary } from './ingest.ts';
import { learnedLines, type LearnedLine } from './learning/learned.ts';
import type { LineRuling } from './learning/line-ruling.ts';
import { ruleOnLine, undoLineRuling } from './learning/rulings.ts';
import type { PipelineParts } from './parts.ts';
import { retract, type Removal, type RetractOptions } from './retract.ts';
import { candidates, decide, split, undo, type Candidate, type Word } from './review.ts';
import { finish, takeIn, type Read } from './take-in.ts';

/** The whole way from documents to the graph, in one process. */
export interface Pipeline {
  /** Cleans and reads one document; touches no store. */
  process(document: RawDocument): Processed;
  /** Takes inputs into the graph. */
  ingest(inputs: AsyncIterable<Input>, onOutcome?: (outcome: Outcome) => void): Promise<Summary>;
  /** Takes articles that were cleaned and read elsewhere into the graph: what the write worker does. */
  write(read: readonly Read[]): Promise<void>;
  /** Finishes what a crash left behind. */
  resolvePending(): Promise<void>;
  retract(which: string, options: RetractOptions): Promise<Removal>;
  candidates(limit?: number): Promise<Candidate[]>;
  decide(left: string, right: string, word: Word): Promise<string>;
  split(node: string, name: string, word: Omit<Word, 'kind'>): Promise<string>;
  undo(ruling: string): Promise<void>;
  /** What is learned of a source, or of all. */
  learned(source?: string): Promise<LearnedLine[]>;
  /** Says of a line of a source that it is the articles' own, or no part of them; returns the ruling's id. */
  ruleOnLine(source: string, line: string, word: Pick<LineRuling, 'kind' | 'by' | 'reason'>): Promise<string>;
  undoLineRuling(id: string): Promise<void>;
}

export function createPipeline(parts: PipelineParts): Pipeline {
  const { store, clock } = parts;
  const { same } = parts.duplicates;
  return {
    process: (document) => process(parts, document),
    ingest: (inputs, onOutcome) => ingest(parts, inputs, onOutcome),
    async write(read) {
      await takeIn(parts, read);
    },
    resolvePending: () => finish(parts),
    async retract(which, options) {
      await finish(parts);
      const removal = await retract(store, which, options, same, clock);
      await finish(parts);
      return removal;
    },
    candidates: (limit) => candidates(store, limit),
    decide: (left, right, word) => decide(store, left, right, word, same, clock),
    split: (node, name, word) => split(store, node, name, word, same, clock),
    undo: (ruling) => undo(store, ruling, same, clock),
    learned: (source) => learnedLines(store, source),
    async ruleOnLine(source, line, word) {
      const ruling = await ruleOnLine(store, source, line, word, clock);
      await finish(parts);
      return ruling;
    },
    async undoLineRuling(id) {
      await undoLineRuling(store, id);
      await finish(parts);
    },
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

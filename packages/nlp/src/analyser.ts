/** From text to the annotated document: sentences and tokens, then the network over each sentence, then corrections. */
import type { AnnotatedDocument } from './document.ts';
import { assemble, type SentenceParts } from './assemble.ts';
import type { NameCorrection } from './corrections/context.ts';
import { ownNames } from './corrections/own.ts';
import type { KernelBuild } from './kernels/kernels.ts';
import { readModelFiles } from './model/files.ts';
import { longestSentence } from './model/limits.ts';
import { type FeatureLists, readFeatureLists } from './model/lists.ts';
import { Network } from './model/network.ts';
import { isRunOn, sentenceStarts } from './tokens/sentences.ts';
import { type TokenBounds, tokenise, wordsOf } from './tokens/tokenise.ts';
import { cutPoints } from './windows.ts';

export interface AnalyserOptions {
  /** Folder of the model's files; the shipped model by default. */
  modelFolder?: URL;
  /** `scalar` forces the path without vector instructions; by default what the engine can run. */
  kernels?: KernelBuild;
  /** Lists of the user's own names (YAML, see @dragoman/gazetteer). */
  ownLists?: readonly (URL | string)[];
}

/** What to leave out of an analysis. */
export interface AnnotateOptions {
  /** False: no predicates; tags, trees and names take about a fifth less time. */
  roles?: boolean;
}

/** Reads the model on first use and keeps it; throws LEXICON_INVALID at once where a list of the user's cannot be used. One analyser serves any number of texts, one at a time. */
export class Analyser {
  readonly #options: AnalyserOptions;
  readonly #own: NameCorrection | undefined;
  #lists: FeatureLists | undefined;
  #network: Network | undefined;

  constructor(options: AnalyserOptions = {}) {
    this.#options = options;
    this.#own = ownNames(options.ownLists ?? []);
  }

  /** The model's lists of places, bodies and names. */
  get lists(): FeatureLists {
    this.#lists ??= readFeatureLists();
    return this.#lists;
  }

  /** The network; loads the model. Throws PipelineError MODEL_MISSING where it is absent or damaged. */
  get network(): Network {
    this.#network ??= new Network(
      readModelFiles(this.#options.modelFolder),
      this.lists,
      this.#options.kernels,
    );
    return this.#network;
  }

  /** Analyses a text (a line a paragraph). Sentences longer than the network reads at once are cut into several. */
  annotate(text: string, { roles = true }: AnnotateOptions = {}): AnnotatedDocument {
    const bounds = tokenise(text);
    const words = wordsOf(text, bounds);
    const starts = this.sentenceStarts(text, bounds, words);
    const pieces = starts.flatMap((start, index) =>
      cutPoints(words, start, starts[index + 1] ?? words.length, longestSentence),
    );
    const parts = this.#analyse(words, pieces, roles);
    return assemble({
      text,
      bounds,
      words,
      parts,
      labels: this.network.labels,
      corrections: { lists: this.lists, isWholeText: true, own: this.#own },
    });
  }

  /** Indices of the tokens that start a sentence. */
  sentenceStarts(
    text: string,
    bounds: TokenBounds,
    words: readonly string[] = wordsOf(text, bounds),
  ): number[] {
    if (!isRunOn(text, bounds)) return sentenceStarts(text, bounds, words);
    const isGlued = bounds.starts.map((start, i) => bounds.ends[i - 1] === start);
    return sentenceStarts(text, bounds, words, this.network.sentenceScores(words, isGlued));
  }

  /** Analyses one sentence given as words; pieces where it is longer than the network reads at once. */
  analyseWords(words: readonly string[]): SentenceParts[] {
    return this.#analyse(words, cutPoints(words, 0, words.length, longestSentence), true);
  }

  #analyse(words: readonly string[], pieces: readonly [number, number][], roles: boolean): SentenceParts[] {
    const analyses = this.network.run(
      pieces.map(([first, last]) => words.slice(first, last)),
      roles,
    );
    return analyses.map((analysis, i) => ({ first: pieces[i]?.[0] ?? 0, analysis }));
  }
}

let shared: Analyser | undefined;

/** An analyser of the shipped model, made on first use. */
export function defaultAnalyser(): Analyser {
  shared ??= new Analyser();
  return shared;
}

/** Analyses a text with the shipped model; see `Analyser.annotate`. */
export function annotate(text: string, options: AnnotateOptions = {}): AnnotatedDocument {
  return defaultAnalyser().annotate(text, options);
}

/** Puts the network's answers for the sentences of a text together to an annotated document. */
import { type CorrectionOptions, correctNames } from './corrections/correct.ts';
import { spansOfBioes } from './decode/bioes.ts';
import {
  type AnnotatedDocument,
  type Entity,
  type EntityKind,
  makeDocument,
  type Predicate,
  type Sentence,
  type Token,
  type Upos,
} from './document.ts';
import { lemmatise } from './lemma/lemmatise.ts';
import type { ModelDescription } from './model/format.ts';
import type { SentenceAnalysis } from './model/network.ts';
import { readPredicates } from './predicates.ts';
import { internedLower } from './tokens/interned.ts';
import type { TokenBounds } from './tokens/tokenise.ts';

/** A sentence's answers; `first` is its first word. */
export interface SentenceParts {
  first: number;
  analysis: SentenceAnalysis;
}

export interface AssembleInput {
  text: string;
  bounds: TokenBounds;
  words: readonly string[];
  /** In text order, covering all words. */
  parts: readonly SentenceParts[];
  labels: ModelDescription['labels'];
  corrections: CorrectionOptions;
}

export function assemble({
  text,
  bounds,
  words,
  parts,
  labels,
  corrections,
}: AssembleInput): AnnotatedDocument {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const entities: Entity[] = [];
  const predicates: Predicate[] = [];
  parts.forEach(({ first, analysis }, index) => {
    const count = analysis.upos.length;
    for (let k = 0; k < count; k++) {
      const i = first + k;
      const word = words[i] ?? '';
      const upos = (labels.upos[analysis.upos[k] ?? 0] ?? 'X') as Upos;
      const xpos = labels.xpos[analysis.xpos[k] ?? 0] ?? '';
      const head = analysis.heads[k] ?? 0;
      tokens.push({
        i,
        sentence: index,
        start: bounds.starts[i] ?? 0,
        end: bounds.ends[i] ?? 0,
        text: word,
        lower: internedLower(word),
        lemma: lemmatise(word, upos, xpos),
        upos,
        xpos,
        head: head === 0 ? -1 : first + head - 1,
        deprel: labels.deprel[analysis.deprel[k] ?? 0] ?? 'dep',
      });
    }
    const last = first + count - 1;
    sentences.push({ index, start: bounds.starts[first] ?? 0, end: bounds.ends[last] ?? 0, first, last });
    const tags = Array.from(analysis.ner, (tag) => labels.ner[tag] ?? 'O');
    for (const { kind, start, end } of spansOfBioes(tags)) {
      entities.push({ kind: kind as EntityKind, start: first + start, end: first + end, by: 'model' });
    }
    predicates.push(...readPredicates(analysis, first, labels.roles, tokens));
  });
  return makeDocument({
    text,
    tokens,
    sentences,
    entities: correctNames(entities, tokens, corrections),
    predicates,
  });
}

/** Sentence and token boundaries on detokenised text, and names on the text of reports. */
import { type Analyser, spanOffsets, tokenise } from '@dragoman/nlp';
import type { ReportDocument, TreeSentence } from './corpora.ts';
import { addSets, type Counts, noCounts } from './counts.ts';

export interface BoundaryScores {
  tokens: Counts;
  /** Both bounds right. */
  sentences: Counts;
  /** Where a sentence starts, but for the first of a document, which is no feat. */
  starts: Counts;
}

/** A document's sentences joined by a separator, with the keys of its gold sentences and tokens. */
function joined(
  sentences: readonly TreeSentence[],
  separator: string,
): { text: string; sentences: Set<string>; tokens: Set<string> } {
  let text = '';
  const spans = new Set<string>();
  const tokens = new Set<string>();
  for (const { t, w } of sentences) {
    if (text !== '') text += separator;
    spans.add(`${text.length}-${text.length + t.length}`);
    let at = 0;
    for (const word of w) {
      while (/\s/.test(t[at] ?? '')) at++;
      tokens.add(`${text.length + at}-${text.length + at + word.length}`);
      at += word.length;
    }
    text += t;
  }
  return { text, sentences: spans, tokens };
}

/** Boundaries of the treebank's documents. Exact spans. */
export function scoreBoundaries(
  trees: readonly TreeSentence[],
  separator: string,
  analyser: Analyser,
): BoundaryScores {
  const scores: BoundaryScores = { tokens: noCounts(), sentences: noCounts(), starts: noCounts() };
  const documents = new Map<string, TreeSentence[]>();
  for (const tree of trees) documents.set(tree.doc, [...(documents.get(tree.doc) ?? []), tree]);
  for (const sentences of documents.values()) {
    const gold = joined(sentences, separator);
    const { starts, ends } = tokenise(gold.text);
    addSets(scores.tokens, gold.tokens, new Set(starts.map((start, i) => `${start}-${ends[i]}`)));
    const firsts = analyser.sentenceStarts(gold.text, { starts, ends });
    const found = new Set(
      firsts.map((first, k) => `${starts[first]}-${ends[(firsts[k + 1] ?? starts.length) - 1]}`),
    );
    addSets(scores.sentences, gold.sentences, found);
    addSets(scores.starts, startsOf(gold.sentences), startsOf(found));
  }
  return scores;
}

/** The starts of spans 'start-end', but for a document's own. */
function startsOf(spans: ReadonlySet<string>): Set<string> {
  return new Set([...spans].map((span) => span.slice(0, span.indexOf('-'))).filter((start) => start !== '0'));
}

/** re3d's types as ours; what has none is not scored. */
const reportKinds: Record<string, string> = { Person: 'PER', Organisation: 'ORG', Location: 'LOC' };

/** Names that overlap a gold entity of their kind, states and places taken for one. */
export function scoreReports(documents: readonly ReportDocument[], analyser: Analyser): Counts {
  const counts = noCounts();
  for (const { text, ents } of documents) {
    const doc = analyser.annotate(text);
    const found = doc.entities
      .filter(({ kind }) => kind === 'PER' || kind === 'ORG' || kind === 'LOC')
      .map((entity) => ({ ...spanOffsets(doc, entity), kind: entity.kind as string }));
    // Descriptions ('a senior official') are entities there too; only those with a capital inside are names.
    const gold = ents
      .map(([start, end, type, surface]) => ({ start, end, kind: reportKinds[type], surface }))
      .filter(
        ({ kind, surface }) => kind !== undefined && /\p{Lu}/u.test(surface.replace(/^(?:The|A|An) /, '')),
      );
    const meets = (
      a: { start: number; end: number; kind?: string | undefined },
      b: { start: number; end: number; kind?: string | undefined },
    ): boolean => a.start < b.end && b.start < a.end && merged(a.kind) === merged(b.kind);
    for (const name of found) {
      if (gold.some((entity) => meets(name, entity))) counts.right++;
      else counts.wrong++;
    }
    counts.missed += gold.filter((entity) => !found.some((name) => meets(name, entity))).length;
  }
  return counts;
}

/** Organisations and places are hard to tell apart where states act. */
const merged = (kind: string | undefined): string | undefined => (kind === 'LOC' ? 'ORG' : kind);

/** What `dragoman analyse` gives: the corpora's own format for given tokens, and a view of a text for eyes. */
import { type Analyser, defaultAnalyser } from './analyser.ts';
import { bioOfSpans } from './decode/bioes.ts';
import type { AnnotatedDocument, Sentence } from './document.ts';
import { assemble } from './assemble.ts';
import { tokenOf } from './walk.ts';

/** A predicate in the corpora's format: word index, arguments with word spans (`b` exclusive). */
export interface AnalysedPredicate {
  i: number;
  args: { role: string; a: number; b: number; head: number }[];
}

/** One sentence in the corpora's format; see the commands' description of `analyse --tokens`. */
export interface AnalysedTokens {
  w: string[];
  u: string[];
  x: string[];
  l: string[];
  /** 1-based, 0 for the root word. */
  h: number[];
  d: string[];
  /** BIO over PER ORG LOC NORP MISC. */
  t: string[];
  preds: AnalysedPredicate[];
}

/** Analyses one sentence that is given as words. The words are taken as they are; there is one root, whatever their number. */
export function analyseTokens(
  words: readonly string[],
  analyser: Analyser = defaultAnalyser(),
): AnalysedTokens {
  const doc = documentOfWords(words, analyser);
  const root = doc.tokens.findIndex((token) => token.head < 0);
  // Pieces of a sentence too long for the network hang on the first one's root.
  const isLaterRoot = (i: number, head: number): boolean => head < 0 && i !== root;
  return {
    w: [...words],
    u: doc.tokens.map((token) => token.upos),
    x: doc.tokens.map((token) => token.xpos ?? '_'),
    l: doc.tokens.map((token) => token.lemma),
    h: doc.tokens.map((token) => (isLaterRoot(token.i, token.head) ? root + 1 : token.head + 1)),
    d: doc.tokens.map((token) => (isLaterRoot(token.i, token.head) ? 'parataxis' : token.deprel)),
    t: bioOfSpans(doc.entities, words.length),
    preds: doc.predicates.map(({ token, args }) => ({
      i: token,
      args: args.map(({ role, start, end, head }) => ({ role, a: start, b: end, head })),
    })),
  };
}

/** The words joined by spaces as a document of one sentence (or of its pieces). */
function documentOfWords(words: readonly string[], analyser: Analyser): AnnotatedDocument {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const word of words) {
    starts.push(at);
    ends.push(at + word.length);
    at += word.length + 1;
  }
  const parts = analyser.analyseWords(words);
  return assemble({
    text: words.join(' '),
    bounds: { starts, ends },
    words,
    parts,
    labels: analyser.network.labels,
    corrections: { lists: analyser.lists, isWholeText: false },
  });
}

/** A document for eyes: each sentence with its tokens, tags, heads and roles, then its names. */
export function renderDocument(doc: AnnotatedDocument): string {
  return doc.sentences.map((sentence) => renderSentence(doc, sentence)).join('\n');
}

function renderSentence(doc: AnnotatedDocument, sentence: Sentence): string {
  const lines = [`# ${doc.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')}`];
  const rows: string[][] = [];
  for (let i = sentence.first; i <= sentence.last; i++) rows.push(tokenRow(doc, sentence, i));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows)
    lines.push(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  const names = doc.entities.filter(
    (entity) => entity.start >= sentence.first && entity.start <= sentence.last,
  );
  for (const { kind, start, end } of names) {
    lines.push(
      `  ${kind} ${doc.text.slice(tokenOf(doc, start).start, tokenOf(doc, end - 1).end).replace(/\s+/g, ' ')}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Number, word, lemma, part of speech, head, relation, the roles it has and for which predicate. */
function tokenRow(doc: AnnotatedDocument, sentence: Sentence, i: number): string[] {
  const token = tokenOf(doc, i);
  const head = token.head < 0 ? 0 : token.head - sentence.first + 1;
  const roles = doc.predicates.flatMap((predicate) =>
    predicate.token < sentence.first || predicate.token > sentence.last
      ? []
      : predicate.args
          .filter((arg) => arg.head === i)
          .map((arg) => `${arg.role} of ${tokenOf(doc, predicate.token).text}`),
  );
  const isPredicate = doc.predicates.some((predicate) => predicate.token === i);
  return [
    String(i - sentence.first + 1),
    token.text,
    token.lemma,
    token.upos,
    String(head),
    token.deprel,
    [isPredicate ? 'PREDICATE' : '', ...roles].filter(Boolean).join('; '),
  ];
}

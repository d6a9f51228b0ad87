import { type AnnotatedDocument, tokenOf } from '@dragoman/nlp';
import type { Run } from '../runs.ts';
import { textBetween } from '../text.ts';

interface Parts {
  /** Words that the model reads as a person's name where they stand alone. */
  readonly people: ReadonlySet<string>;
  /** Words of one-word names that 'and' joins with a person. */
  readonly beside: ReadonlySet<string>;
  /** Names of several words that are read as a group's or place's at more than one place: those are surer than their parts. */
  readonly settled: ReadonlySet<string>;
}

const partsOf = new WeakMap<AnnotatedDocument, Parts>();

/**
 * What the rest of the article says for a name being a person's, 0 to 2: its first or last word alone is read as a person (1), or
 * stands joined with one ('Girmai and Ethiopia's Dawit Mekonnen', 1).
 */
export function partEvidence(document: AnnotatedDocument, { first, last }: Run): number {
  let parts = partsOf.get(document);
  if (parts === undefined) partsOf.set(document, (parts = readParts(document)));
  const { people, beside, settled } = parts;
  if (settled.has(textBetween(document.text, document.tokens, first, last))) return 0;
  const words = [first, last].map((token) => tokenOf(document, token).text);
  return (words.some((word) => people.has(word)) ? 1 : 0) + (words.some((word) => beside.has(word)) ? 1 : 0);
}

function readParts(document: AnnotatedDocument): Parts {
  const people = new Set<string>();
  const beside = new Set<string>();
  const personAt = new Set<number>();
  const once = new Set<string>();
  const settled = new Set<string>();
  for (const { kind, start, end } of document.entities) {
    if (kind !== 'PER') continue;
    for (let token = start; token < end; token++) personAt.add(token);
    if (end === start + 1) people.add(tokenOf(document, start).text);
  }
  for (const { kind, start, end } of document.entities) {
    if (kind === 'PER') continue;
    const name = textBetween(document.text, document.tokens, start, end - 1);
    if (once.has(name)) settled.add(name);
    once.add(name);
    if (end !== start + 1) continue;
    const { i, head, deprel, text } = tokenOf(document, start);
    const joined =
      (deprel === 'conj' && personAt.has(head)) ||
      (document.dependents[i] ?? []).some(
        (other) => personAt.has(other) && tokenOf(document, other).deprel === 'conj',
      );
    if (joined) beside.add(text);
  }
  return { people, beside, settled };
}

/** Functions over an annotated document. All take and give token indices over the document, unless they say characters. */
import type { AnnotatedDocument, Entity, Predicate, Sentence, Token } from './document.ts';

/** Tokens `start` to `end` (exclusive). */
export interface TokenSpan {
  start: number;
  end: number;
}

/** The token at an index. Throws RangeError for an index outside the document. */
export function tokenOf(doc: AnnotatedDocument, index: number): Token {
  const token = doc.tokens[index];
  if (token === undefined) throw new RangeError(`no token ${index} in a document of ${doc.tokens.length}`);
  return token;
}

/** The sentence that holds a token. */
export function sentenceOf(doc: AnnotatedDocument, index: number): Sentence {
  const sentence = doc.sentences[tokenOf(doc, index).sentence];
  if (sentence === undefined) throw new RangeError(`token ${index} is in no sentence`);
  return sentence;
}

/** The tokens of a sentence. */
export function tokensOf(doc: AnnotatedDocument, sentence: Sentence): Token[] {
  return doc.tokens.slice(sentence.first, sentence.last + 1);
}

/** Direct dependents in text order; with `relation` only those whose relation is it or a subtype of it (nsubj finds nsubj:pass). */
export function children(doc: AnnotatedDocument, index: number, relation?: string): Token[] {
  // Most often there is one or none: a list that grows from nothing takes room for seventeen.
  let found: Token[] | undefined;
  for (const i of doc.dependents[index] ?? []) {
    const token = doc.tokens[i];
    if (token === undefined || (relation !== undefined && !hasRelation(token, relation))) continue;
    if (found === undefined) found = [token];
    else found.push(token);
  }
  return found ?? [];
}

/** The first direct dependent with a relation (or a subtype of it), undefined where there is none. */
export function child(doc: AnnotatedDocument, index: number, relation: string): Token | undefined {
  const below = doc.dependents[index];
  if (below === undefined) return undefined;
  for (const i of below) {
    const token = doc.tokens[i];
    if (token !== undefined && hasRelation(token, relation)) return token;
  }
  return undefined;
}

/** Is the token's relation this one or a subtype of it? */
export function hasRelation({ deprel }: Token, relation: string): boolean {
  if (deprel === relation) return true;
  return deprel.length > relation.length && deprel[relation.length] === ':' && deprel.startsWith(relation);
}

/** The head, undefined at the root. */
export function headOf(doc: AnnotatedDocument, index: number): Token | undefined {
  return doc.tokens[tokenOf(doc, index).head];
}

/** Heads from the token's own upwards to the root. */
export function ancestors(doc: AnnotatedDocument, index: number): Token[] {
  const found: Token[] = [];
  for (let token = headOf(doc, index); token !== undefined; token = doc.tokens[token.head]) found.push(token);
  return found;
}

/** The root of the sentence that holds a token. */
export function rootOf(doc: AnnotatedDocument, index: number): Token {
  let token = tokenOf(doc, index);
  while (token.head >= 0) token = tokenOf(doc, token.head);
  return token;
}

/** The token and all below it, in text order. */
export function subtree(doc: AnnotatedDocument, index: number): number[] {
  const found = [index];
  for (let next = 0; next < found.length; next++) {
    for (const i of doc.dependents[found[next] ?? -1] ?? []) found.push(i);
  }
  return found.sort((a, b) => a - b);
}

/**
 * The span from the leftmost to the rightmost token below a token.
 * `skip` leaves out the direct dependents (with all below them) for which it says true: appositions, relative clauses.
 */
export function subtreeSpan(
  doc: AnnotatedDocument,
  index: number,
  skip?: (child: Token) => boolean,
): TokenSpan {
  let start = index;
  let end = index + 1;
  const open = [index];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < start) start = at;
    if (at >= end) end = at + 1;
    for (const i of doc.dependents[at] ?? []) {
      if (at === index && skip?.(tokenOf(doc, i)) === true) continue;
      open.push(i);
    }
  }
  return { start, end };
}

/** The head of a span: the first token whose own head lies outside it. */
export function headOfSpan(doc: AnnotatedDocument, span: TokenSpan): Token {
  for (let i = span.start; i < span.end; i++) {
    const token = tokenOf(doc, i);
    if (token.head < span.start || token.head >= span.end) return token;
  }
  return tokenOf(doc, span.end - 1);
}

/** Is `above` the token itself or one of its ancestors? */
export function dominates(doc: AnnotatedDocument, above: number, index: number): boolean {
  for (let i = index; i >= 0; i = tokenOf(doc, i).head) if (i === above) return true;
  return false;
}

/** The text of a span as it stands in the article, line breaks and all. */
export function spanText(doc: AnnotatedDocument, span: TokenSpan): string {
  if (span.end <= span.start) return '';
  return doc.text.slice(tokenOf(doc, span.start).start, tokenOf(doc, span.end - 1).end);
}

/** Character offsets of a span. */
export function spanOffsets(doc: AnnotatedDocument, span: TokenSpan): { start: number; end: number } {
  return { start: tokenOf(doc, span.start).start, end: tokenOf(doc, Math.max(span.start, span.end - 1)).end };
}

/** The token that covers a character, or the first one after it; undefined past the last token. Binary search. */
export function tokenAt(doc: AnnotatedDocument, offset: number): Token | undefined {
  let low = 0;
  let high = doc.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokenOf(doc, middle).end > offset) high = middle;
    else low = middle + 1;
  }
  return doc.tokens[low];
}

/** The tokens that overlap the characters `start` to `end` (exclusive); empty (start === end) where none does. */
export function tokensBetween(doc: AnnotatedDocument, start: number, end: number): TokenSpan {
  const first = tokenAt(doc, start)?.i ?? doc.tokens.length;
  let last = first;
  while (last < doc.tokens.length && tokenOf(doc, last).start < end) last++;
  return { start: first, end: last };
}

/** The entity that holds a token. */
export function entityAt(doc: AnnotatedDocument, index: number): Entity | undefined {
  return doc.entities[doc.entityAt[index] ?? -1];
}

/** The predicate at a token. Binary search. */
export function predicateAt(doc: AnnotatedDocument, index: number): Predicate | undefined {
  let low = 0;
  let high = doc.predicates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doc.predicates[middle]?.token ?? 0) >= index) high = middle;
    else low = middle + 1;
  }
  const found = doc.predicates[low];
  return found?.token === index ? found : undefined;
}

/** A step of a dependency path: up from a token to its head, or down to a dependent, over a relation. */
export interface PathStep {
  direction: 'up' | 'down';
  deprel: string;
  /** The token the step arrives at. */
  to: number;
}

/** The way through the tree from one token to another; undefined where they are in different sentences. */
export function dependencyPath(doc: AnnotatedDocument, from: number, to: number): PathStep[] | undefined {
  const chain = [from, ...ancestors(doc, from).map((token) => token.i)];
  const depth = new Map(chain.map((token, index) => [token, index]));
  const down: number[] = [];
  let meet = to;
  while (!depth.has(meet)) {
    down.push(meet);
    meet = tokenOf(doc, meet).head;
    if (meet < 0) return undefined;
  }
  const up = chain.slice(0, depth.get(meet) ?? 0);
  return [
    ...up.map((i): PathStep => ({
      direction: 'up',
      deprel: tokenOf(doc, i).deprel,
      to: tokenOf(doc, i).head,
    })),
    ...down.reverse().map((i): PathStep => ({ direction: 'down', deprel: tokenOf(doc, i).deprel, to: i })),
  ];
}

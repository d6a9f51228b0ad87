import { child, children, headOf, sentenceOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';

/** What opens an insert between commas: 'a rebel group', 'which groups owners', 'whose men'. */
const opensInsert =
  /^(?:who|which|whose|whom|where|the|a|an|its|his|her|their|then|now|formerly|once|both|himself|herself)$/;

/**
 * The subject of a sentence whose verb the tree leaves without one: the noun or name right before the verb, or before the insert
 * that closes there ('Halcyon's director, Graham Tolliver, demanded', 'the Column, a rebel group, have agreed'). Only nouns that
 * stand behind no preposition.
 */
export function strayedSubject(document: AnnotatedDocument, verb: Token): Token | undefined {
  if (verb.deprel !== 'root' || !isFinite(document, verb)) return undefined;
  if (children(document, verb.i).some(({ deprel }) => /^(?:nsubj|csubj|expl|cop)/.test(deprel)))
    return undefined;
  const { first } = sentenceOf(document, verb.i);
  const end = lastBefore(document, verb, first);
  if (end === undefined) return undefined;
  if (document.tokens[end]?.text !== ',') return nounEndingAt(document, end, verb);
  const comma = openingComma(document, end, first);
  if (comma === undefined) return undefined;
  const insert = document.tokens.slice(comma + 1, end);
  if (insert.every(({ upos }) => upos === 'PROPN')) return topOf(document, insert);
  return opensInsert.test(insert[0]?.lower ?? '') ? nounEndingAt(document, comma - 1, verb) : undefined;
}

function isFinite(document: AnnotatedDocument, { i, xpos }: Token): boolean {
  if (/^VB[DZP]$/.test(xpos ?? '')) return true;
  return children(document, i, 'aux').some((auxiliary) => /^(?:VB[DZP]|MD)$/.test(auxiliary.xpos ?? ''));
}

/** The token before the verb, its auxiliaries and adverbs. */
function lastBefore(document: AnnotatedDocument, verb: Token, first: number): number | undefined {
  for (let i = verb.i - 1; i > first; i -= 1) {
    const token = document.tokens[i];
    const isPart = token?.head === verb.i && (token.upos === 'AUX' || token.upos === 'ADV');
    if (!isPart) return i;
  }
  return undefined;
}

/** The comma before the insert that the comma at `end` closes. */
function openingComma(document: AnnotatedDocument, end: number, first: number): number | undefined {
  for (let i = end - 1; i > first; i -= 1) {
    if (document.tokens[i]?.text !== ',') continue;
    const opening = document.tokens[i + 1];
    if (opening?.upos === 'PROPN' || opensInsert.test(opening?.lower ?? '')) return i;
  }
  return undefined;
}

/** The noun or name whose phrase ends at a token; undefined behind a preposition. */
function nounEndingAt(document: AnnotatedDocument, end: number, verb: Token): Token | undefined {
  let at = document.tokens[end];
  for (let depth = 0; at !== undefined && depth < 6; depth += 1) {
    if (!/^(?:NOUN|PROPN|PRON|NUM)$/.test(at.upos) || at.i > verb.i) return undefined;
    const governor = headOf(document, at.i);
    const isHeld = child(document, at.i, 'case') !== undefined;
    const isInside =
      /^(?:nmod|compound|flat|appos|conj|amod|nummod)/.test(at.deprel) && governor !== undefined;
    if (!isInside || governor.i > verb.i) return isHeld ? undefined : at;
    if (at.deprel === 'appos' && !isHeld && child(document, governor.i, 'case') !== undefined) return at;
    if (!isHeld && governor.i > at.i) return undefined;
    at = governor;
  }
  return undefined;
}

/** Of the words of a name the one that no other of them governs. */
function topOf(document: AnnotatedDocument, words: readonly Token[]): Token | undefined {
  return words.find(({ head }) => !words.some(({ i }) => i === head));
}

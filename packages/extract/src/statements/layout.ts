import { tokensBetween, type AnnotatedDocument, type TokenSpan } from '@dragoman/nlp';
import { findBlocks } from './blocks.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import { findQuotations, type Quotation } from './quotes.ts';

/** A quotation with its tokens (end exclusive), its paragraph and the quotation it stands in. */
export interface PlacedQuotation extends Quotation {
  readonly index: number;
  readonly tokens: TokenSpan;
  readonly paragraph: number;
  readonly inside: number | undefined;
  /** Whether it is a line of its own that no marks set off. */
  readonly block: boolean;
}

/** Which tokens stand in quotations and in which paragraph. */
export interface QuotationLayout {
  readonly quotations: readonly PlacedQuotation[];
  /** For each token the innermost quotation that holds it, -1 where none does. */
  readonly quotationAt: readonly number[];
  readonly paragraphAt: readonly number[];
}

/** Finds the quotations of a document, with the lines set apart behind a colon, and lays them over its tokens. */
export function layOutQuotations(doc: AnnotatedDocument, lexicon: CueLexicon): QuotationLayout {
  const paragraphAt = paragraphsOf(doc);
  const quotationAt = doc.tokens.map(() => -1);
  const quotations: PlacedQuotation[] = [];
  const marked = findQuotations(doc.text).map((quotation) => ({ ...quotation, block: false }));
  const blocks = findBlocks(doc, lexicon).map((quotation) => ({ ...quotation, block: true }));
  const found = [...marked, ...blocks].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const quotation of found) {
    const tokens = tokensBetween(doc, quotation.start, quotation.end);
    if (tokens.end <= tokens.start) continue;
    const index = quotations.length;
    const outer = quotations[quotationAt[tokens.start] ?? -1];
    quotations.push({
      ...quotation,
      depth: outer?.block === true ? quotation.depth + 1 : quotation.depth,
      index,
      tokens,
      paragraph: paragraphAt[tokens.start] ?? 0,
      inside: outer?.index,
    });
    for (let token = tokens.start; token < tokens.end; token += 1) quotationAt[token] = index;
  }
  return { quotations, quotationAt, paragraphAt };
}

/** Does a token stand in a quotation that marks set off? */
export function isInMarks({ quotations, quotationAt }: QuotationLayout, token: number): boolean {
  let quotation = quotations[quotationAt[token] ?? -1];
  while (quotation?.block === true) quotation = quotations[quotation.inside ?? -1];
  return quotation !== undefined;
}

function paragraphsOf(doc: AnnotatedDocument): number[] {
  let paragraph = 0;
  let end = 0;
  return doc.tokens.map((token) => {
    if (doc.text.slice(end, token.start).includes('\n')) paragraph += 1;
    end = token.end;
    return paragraph;
  });
}

/** Whether a token stands outside the quotation, on the level of its frame: in the same enclosing quotation or in none. */
export function isInFrame(layout: QuotationLayout, token: number, quotation: PlacedQuotation): boolean {
  return (layout.quotationAt[token] ?? -1) === (quotation.inside ?? -1);
}

import { tokensBetween, type AnnotatedDocument, type TokenSpan } from '@dragoman/nlp';
import { findQuotations, type Quotation } from './quotes.ts';

/** A quotation with its tokens (end exclusive), its paragraph and the quotation it stands in. */
export interface PlacedQuotation extends Quotation {
  readonly index: number;
  readonly tokens: TokenSpan;
  readonly paragraph: number;
  readonly inside: number | undefined;
}

/** Which tokens stand in quotations and in which paragraph. */
export interface QuotationLayout {
  readonly quotations: readonly PlacedQuotation[];
  /** For each token the innermost quotation that holds it, -1 where none does. */
  readonly quotationAt: readonly number[];
  readonly paragraphAt: readonly number[];
}

/** Finds the quotations of a document and lays them over its tokens. */
export function layOutQuotations(doc: AnnotatedDocument): QuotationLayout {
  const paragraphAt = paragraphsOf(doc);
  const quotationAt = doc.tokens.map(() => -1);
  const quotations: PlacedQuotation[] = [];
  for (const found of findQuotations(doc.text)) {
    const tokens = tokensBetween(doc, found.start, found.end);
    if (tokens.end <= tokens.start) continue;
    const index = quotations.length;
    const inside = quotationAt[tokens.start] ?? -1;
    quotations.push({
      ...found,
      index,
      tokens,
      paragraph: paragraphAt[tokens.start] ?? 0,
      inside: inside < 0 ? undefined : inside,
    });
    for (let token = tokens.start; token < tokens.end; token += 1) quotationAt[token] = index;
  }
  return { quotations, quotationAt, paragraphAt };
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

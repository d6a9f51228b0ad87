import { headOf, sentenceOf, spanOffsets, subtreeSpan, type AnnotatedDocument } from '@dragoman/nlp';
import type { Span } from '@dragoman/schemas';

/** Below that many tokens a clause does not stand for itself and the one above it is quoted. */
const shortestClause = 8;

/** The words that tell of a trigger: its clause, or its sentence where the clause is short or nearly all of it. */
export function passageOf(document: AnnotatedDocument, trigger: number): { span: Span; quote: string } {
  const sentence = sentenceOf(document, trigger);
  const length = sentence.last - sentence.first + 1;
  for (let at = document.tokens[trigger]; at !== undefined; at = headOf(document, at.i)) {
    const isClause = at.upos === 'VERB' || at.deprel === 'root';
    const { start, end } = subtreeSpan(document, at.i);
    if (isClause && end - start >= shortestClause && end - start < length * 0.6) {
      return quoted(document, spanOffsets(document, { start, end }));
    }
    if (end - start >= length * 0.6) break;
  }
  return quoted(document, { start: sentence.start, end: sentence.end });
}

function quoted(document: AnnotatedDocument, span: Span): { span: Span; quote: string } {
  return { span, quote: document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim() };
}

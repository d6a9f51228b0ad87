import type { AnnotatedDocument } from '@dragoman/nlp';
import type { PlacedQuotation } from './layout.ts';

/** Longer lines are no headings. */
const MAX_WORDS = 16;

/** Whether a quotation is all that its line says, as in a heading, and does not end like a sentence: '“A clear victory”'. */
export function isHeading(doc: AnnotatedDocument, quotation: PlacedQuotation): boolean {
  const lineStart = doc.text.lastIndexOf('\n', quotation.outerStart) + 1;
  const lineEnd = doc.text.indexOf('\n', quotation.end);
  const before = doc.text.slice(lineStart, quotation.outerStart);
  const after = doc.text.slice(quotation.outerEnd, lineEnd < 0 ? undefined : lineEnd);
  const words = doc.text.slice(quotation.start, quotation.end);
  return (
    /^[\d.)#\s]*$/.test(before) &&
    /^[\s.]*$/.test(after) &&
    !/[.!?,]$/.test(words) &&
    words.split(/\s+/).length <= MAX_WORDS
  );
}

/** Fewer common words do not make two quotations the same words. */
const MIN_COMMON = 2;

/** A quotation that somebody speaks, by its words: lower-cased, without marks, a space at both ends. */
export interface SpokenWords {
  readonly words: string;
  readonly speaker: string;
}

/** Headings are looked up among so many quotations. */
const MAX_SPOKEN = 200;

/** The quotations with a speaker (by index), the first of a long article. */
export function spokenWords(
  doc: AnnotatedDocument,
  quotations: readonly PlacedQuotation[],
  speakerOf: readonly (string | null)[],
): SpokenWords[] {
  const spoken: SpokenWords[] = [];
  for (const quotation of quotations) {
    const speaker = speakerOf[quotation.index] ?? null;
    if (speaker !== null) spoken.push({ words: wordsOf(doc, quotation), speaker });
    if (spoken.length === MAX_SPOKEN) break;
  }
  return spoken;
}

/**
 * Who says the words of a heading in the text below or above it: the speaker of a quotation that holds the words, or whose
 * words the heading holds.
 * @returns null where nobody is told
 */
export function speakerOfWords(
  doc: AnnotatedDocument,
  heading: PlacedQuotation,
  spoken: readonly SpokenWords[],
): string | null {
  const words = wordsOf(doc, heading);
  return spoken.find((other) => holdsEither(words, other.words))?.speaker ?? null;
}

function wordsOf(doc: AnnotatedDocument, { start, end }: PlacedQuotation): string {
  const words =
    doc.text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

function holdsEither(one: string, other: string): boolean {
  const shorter = one.length <= other.length ? one : other;
  const longer = shorter === one ? other : one;
  return shorter.split(' ').length - 2 >= MIN_COMMON && longer.includes(shorter);
}

import type { AnnotatedDocument } from '@dragoman/nlp';

/** Characters `start` to `end` (exclusive) of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Among so many lines at the beginning of a text a line with nothing but its writers is looked for. */
const firstLines = 5;

/** 'Anjali Seecharan & Curtis Wijngaarde | October 12', 'Rasmus Vestergaard in Chiang Mai | Wednesday', 'Salwa Ben Khedher, MNW', 'Entela Marku, our reporter in Struga'. */
const byline =
  /^(?:By )?\p{Lu}[\p{L}'’.-]{1,20}(?: \p{L}[\p{L}'’.-]{0,20}){1,4}(?:(?:, | and | & )\p{Lu}[\p{L}'’.-]{1,20}(?: \p{L}[\p{L}'’.-]{0,20}){1,4}){0,3}(?: in \p{Lu}[\p{L}' -]{1,40})?(?:,? ?\|.{0,80}|, (?:\p{Lu}{2,6}|(?:our|special|senior|chief|staff) [^.|]{3,50})(?: ?\|.{0,80})?)?$/u;

/** What a headline does not have. */
const marked = /\||&|, our /;

/**
 * Lines at the beginning of a text that name its writers and nothing else, and 'By X:' or 'By X |' at the beginning of one: who is named only there is
 * no entity. A line counts where the model reads a person's name at its beginning.
 */
export function bylineStretches({ text, tokens, entities }: AnnotatedDocument): Stretch[] {
  const people = new Set(
    entities
      .filter(({ kind, start, end }) => kind === 'PER' && end - start > 1)
      .map(({ start }) => tokens[start]?.start),
  );
  const found: Stretch[] = [];
  let start = 0;
  for (let line = 0; line < firstLines && start < text.length; line++) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(start, end);
    const isSigned = content.startsWith('By ');
    const by = isSigned ? /^By [\p{L} .'’-]{5,60}[:|]/u.exec(content)?.[0].length : undefined;
    if (people.has(isSigned ? start + 3 : start)) {
      if (by !== undefined) found.push({ start, end: start + by });
      else if (
        newline >= 0 &&
        (line > 0 || isSigned || marked.test(content)) &&
        content.length < 160 &&
        byline.test(content)
      )
        found.push({ start, end });
    }
    start = end + 1;
  }
  return found;
}

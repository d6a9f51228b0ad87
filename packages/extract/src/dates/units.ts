/** A word, number or sign of the text, with its place: what the date grammar reads. */
export interface Unit {
  readonly kind: 'word' | 'number' | 'sign' | 'break';
  readonly text: string;
  /** Lower-cased, a possessive ending left out. */
  readonly lower: string;
  /** Character offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the unit before. */
  readonly glued: boolean;
  readonly possessive: boolean;
}

const unitPattern = /\n|\d+(?:[.,:]\d+)*|\p{L}+(?:[’']\p{L}+)?|[^\s]/gu;
const possessiveEnding = /[’']s$/u;

/** Cuts a text into units; independent of the tokens of the annotated document. Linear in the text. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let end = -1;
  for (const match of text.matchAll(unitPattern)) {
    const [found] = match;
    const possessive = possessiveEnding.test(found);
    const lower = found.toLowerCase();
    units.push({
      kind: kindOf(found),
      text: found,
      lower: possessive ? lower.slice(0, -2) : lower,
      start: match.index,
      end: match.index + found.length,
      glued: match.index === end,
      possessive,
    });
    end = match.index + found.length;
  }
  return units;
}

function kindOf(found: string): Unit['kind'] {
  if (found === '\n') return 'break';
  if (/^\d/.test(found)) return 'number';
  return /^\p{L}/u.test(found) ? 'word' : 'sign';
}

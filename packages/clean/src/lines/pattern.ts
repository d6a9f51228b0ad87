import { phraseTokens } from './tokens.ts';

/** A compiled pattern: runs of tokens that must follow one another, with any words between. */
export interface Pattern {
  /** The spellings of each run, as ' token token ', so that a search cannot match inside a word. */
  readonly runs: readonly (readonly string[])[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

/** More spellings than this in one run is a mistake in the data. */
const maxSpellings = 2000;
const gap = '...';

/**
 * Compiles a pattern of the boilerplate files (see data/boilerplate/README.md).
 * Out: one compiled pattern, or several where a gap lies inside an alternative.
 * Throws on unbalanced brackets or on a pattern without words.
 */
export function compilePattern(source: string): Pattern[] {
  const normal = source.replaceAll(`[${gap}]`, gap);
  const parts = splitAtGaps(normal);
  const gapInside = parts.some((part) => part.includes(gap));
  const variants = gapInside ? expand(normal).map(splitAtGaps) : [parts];
  return variants.map((variant) => compileParts(variant, source));
}

function compileParts(parts: readonly string[], source: string): Pattern {
  const spelled = parts.map((part) => [...new Set(expand(part).map(asRun))]);
  const runs = spelled.filter((spellings) => spellings.some((run) => run !== ''));
  if (runs.length === 0) throw new Error(`a pattern without words: ${source}`);
  return { runs, fromStart: hasWords(spelled[0]), toEnd: hasWords(spelled.at(-1)) };
}

const hasWords = (spellings: readonly string[] | undefined): boolean =>
  spellings?.some((run) => run !== '') ?? false;

function asRun(spelling: string): string {
  const tokens = phraseTokens(spelling.replaceAll('#', ' 0 '));
  return tokens.length === 0 ? '' : ` ${tokens.join(' ')} `;
}

/** The parts between the gaps that lie outside brackets. */
function splitAtGaps(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (depth === 0 && source.startsWith(gap, at)) {
      parts.push(source.slice(start, at));
      at += gap.length - 1;
      start = at + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}

/**
 * Whether a line fits a pattern. `line` is ' token token … '.
 * Every run takes the spelling that ends first, so the search never goes back.
 */
export function fits(pattern: Pattern, line: string): boolean {
  const last = pattern.runs.length - 1;
  let position = 0;
  for (const [index, spellings] of pattern.runs.entries()) {
    const atStart = index === 0 && pattern.fromStart;
    const atEnd = index === last && pattern.toEnd;
    const end = endOfRun(spellings, line, position, atStart, atEnd);
    if (end < 0) return false;
    position = end;
  }
  return true;
}

/** Where the run ends (at its closing space), or -1 where no spelling fits from `position` on. */
function endOfRun(
  spellings: readonly string[],
  line: string,
  position: number,
  atStart: boolean,
  atEnd: boolean,
): number {
  let best = -1;
  for (const run of spellings) {
    if (run === '') {
      best = position;
      continue;
    }
    let found = atEnd ? line.length - run.length : atStart ? 0 : line.indexOf(run, position);
    if (atStart && found !== 0) found = -1;
    if (found < position || !line.startsWith(run, found)) continue;
    const end = found + run.length - 1;
    if (best < 0 || end < best) best = end;
  }
  return best;
}

/** Spells out `(a|b)` and `[c]`, which may be nested. */
function expand(source: string): string[] {
  const { spellings, end } = expandSequence(source, 0);
  if (end !== source.length) throw new Error(`unbalanced brackets: ${source}`);
  return spellings;
}

const plain = /^[^()[\]|]+/;

interface Expansion {
  readonly spellings: string[];
  readonly end: number;
}

function expandSequence(source: string, start: number): Expansion {
  let spellings = [''];
  let at = start;
  while (at < source.length) {
    const character = source[at] ?? '';
    if (character === ')' || character === ']' || character === '|') break;
    if (character === '(' || character === '[') {
      const choice = expandChoice(source, at);
      spellings = spellings.flatMap((before) => choice.spellings.map((after) => before + after));
      if (spellings.length > maxSpellings) throw new Error(`too many spellings: ${source}`);
      at = choice.end;
    } else {
      const literal = plain.exec(source.slice(at))?.[0] ?? character;
      spellings = spellings.map((before) => before + literal);
      at += literal.length;
    }
  }
  return { spellings, end: at };
}

function expandChoice(source: string, start: number): Expansion {
  const optional = source[start] === '[';
  const closing = optional ? ']' : ')';
  const spellings: string[] = optional ? [''] : [];
  let at = start + 1;
  for (;;) {
    const option = expandSequence(source, at);
    spellings.push(...option.spellings);
    at = option.end + 1;
    if (source[option.end] === closing) return { spellings, end: at };
    if (source[option.end] !== '|') throw new Error(`unbalanced brackets: ${source}`);
  }
}

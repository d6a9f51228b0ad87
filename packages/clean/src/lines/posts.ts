import type { Line } from './line.ts';
import { phraseTokens } from './tokens.ts';

/** '— Name (@handle) February 5, 2026': what an embedded post ends with. */
const signature = /^[—–-]{1,2}\s?[^()]{1,80}\(@\w{1,30}\).{0,40}$/u;
/** How far above a post the words it repeats are looked for, and how many lines it may be broken into. */
const reach = 14;
const maxPieces = 10;

/**
 * Marks embedded posts whose words stand in the article as a quotation already.
 * In: lines in order. Out: the indices of the lines that only repeat, the signature among them.
 */
export function repeatedPosts(lines: readonly Line[]): ReadonlySet<number> {
  const repeated = new Set<number>();
  const words = new WordsOfLines(lines);
  for (const [index, line] of lines.entries()) {
    if (signature.test(line.text)) markPost(words, index, repeated);
  }
  return repeated;
}

/** The words of lines, each line's found out once: a page may have nothing but signatures. */
class WordsOfLines {
  readonly lines: readonly Line[];
  readonly #words = new Map<number, string>();

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  /** A line's tokens with a space between; '' where there is no such line. */
  of(index: number): string {
    let words = this.#words.get(index);
    if (words === undefined) {
      words = phraseTokens(this.lines[index]?.text ?? '').join(' ');
      this.#words.set(index, words);
    }
    return words;
  }
}

function markPost(words: WordsOfLines, at: number, repeated: Set<number>): void {
  let first = at;
  while (first > 0 && at - first < maxPieces && isRepeated(words, first - 1, first - 1)) first -= 1;
  let last = at;
  while (last - at < maxPieces && isRepeated(words, last + 1, first)) last += 1;
  if (first === last) return;
  for (let index = first; index <= last; index += 1) repeated.add(index);
}

/** Whether a line's words follow one another somewhere in the lines before `end`. */
function isRepeated(words: WordsOfLines, index: number, end: number): boolean {
  const own = words.of(index);
  if (own === '') return false;
  let above = '';
  for (let line = Math.max(0, end - reach); line < end; line += 1) {
    const other = words.of(line);
    if (other !== '') above += ` ${other}`;
  }
  const isCut = words.lines[index]?.text.endsWith('…') === true;
  return `${above} `.includes(isCut ? ` ${own}` : ` ${own} `);
}

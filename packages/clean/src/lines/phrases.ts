import { readdirSync, readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { type DropReason, dropReasons } from './line.ts';
import { compilePattern, fits, type Pattern } from './pattern.ts';
import { wordCount } from './tokens.ts';

const groupSchema = z.strictObject({
  reason: z.enum(dropReasons),
  /** Goes only at the edges of the article or beside another line that went. */
  weak: z.boolean().default(false),
  /** Headlines of other articles stand under it. */
  heads: z.boolean().default(false),
  /** Where the pattern leaves a gap, it does not fit a whole sentence. */
  guarded: z.boolean().default(false),
  maxWords: z.number().int().positive().default(24),
  patterns: z.array(z.string()).nonempty(),
});
const fileSchema = z.strictObject({ language: z.string(), phrases: z.array(groupSchema) });
type Group = z.infer<typeof groupSchema>;

/** What the phrase book says of a line. */
export interface PhraseMatch {
  readonly reason: DropReason;
  readonly weak: boolean;
  readonly heads: boolean;
}

interface Entry extends PhraseMatch {
  readonly pattern: Pattern;
  readonly guarded: boolean;
  readonly maxWords: number;
}

/** Boilerplate phrases of all languages, looked up by the words of a line. */
export class PhraseBook {
  /** Patterns without gaps, by the whole line. */
  readonly #whole = new Map<string, Entry>();
  /** Patterns that begin with the line, by its first token. */
  readonly #byFirst = new Map<string, Entry[]>();
  /** Patterns that may begin anywhere, by the longest token of their first run: it is rarer than the first one. */
  readonly #byAny = new Map<string, Entry[]>();

  /** The longest line, in words, that a pattern with a gap may fit. */
  #longest = 0;
  /** The longest pattern without gaps, in characters. */
  #longestWhole = 0;

  constructor(groups: readonly Group[]) {
    for (const group of groups) {
      for (const source of group.patterns) {
        for (const pattern of compilePattern(source)) this.#add({ ...group, pattern });
      }
    }
  }

  #add(entry: Entry): void {
    const { runs, fromStart, toEnd } = entry.pattern;
    const spellings = runs[0] ?? [];
    if (runs.length === 1 && fromStart && toEnd) {
      for (const spelling of spellings) this.#addWhole(spelling, entry);
      return;
    }
    const index = fromStart ? this.#byFirst : this.#byAny;
    const keyOf = fromStart ? firstToken : longestToken;
    this.#longest = Math.max(this.#longest, entry.maxWords);
    for (const head of new Set(spellings.map(keyOf))) {
      const list = index.get(head);
      if (list === undefined) index.set(head, [entry]);
      else list.push(entry);
    }
  }

  #addWhole(spelling: string, entry: Entry): void {
    const known = this.#whole.get(spelling);
    const better = known === undefined || (known.weak && !entry.weak) || (entry.heads && !known.heads);
    if (better) this.#whole.set(spelling, entry);
    this.#longestWhole = Math.max(this.#longestWhole, spelling.length);
  }

  /**
   * The phrase that a line fits, if any; one that is not weak before a weak one.
   * In: the line's tokens (`phraseTokens`) and whether it reads as a whole sentence.
   */
  match(tokens: readonly string[], isSentence: boolean): PhraseMatch | null {
    const words = wordCount(tokens);
    const withColon = ` ${tokens.join(' ')} `;
    if (words > this.#longest && withColon.length > this.#longestWhole + colon.length) return null;
    const line = withColon.endsWith(colon) ? withColon.slice(0, 1 - colon.length) : withColon;
    const exact = this.#whole.get(withColon) ?? this.#whole.get(line);
    if (exact !== undefined && !exact.weak) return exact;
    if (words > this.#longest) return exact ?? null;
    const suits = (entry: Entry): boolean =>
      words <= entry.maxWords &&
      !(entry.guarded && isSentence) &&
      (fits(entry.pattern, withColon) || (line !== withColon && fits(entry.pattern, line)));
    return this.#firstThat(tokens, suits) ?? exact ?? null;
  }

  /** The first entry that suits, among those whose telling word the line has. */
  #firstThat(tokens: readonly string[], suits: (entry: Entry) => boolean): Entry | undefined {
    const found = this.#byFirst.get(tokens[0] ?? '')?.find(suits);
    if (found !== undefined) return found;
    for (const token of tokens) {
      const entry = this.#byAny.get(token)?.find(suits);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }
}

/** How a line ends that announces something. */
const colon = ' : ';

const firstToken = (spelling: string): string => spelling.slice(1, spelling.indexOf(' ', 1));

const longestToken = (spelling: string): string =>
  spelling
    .trim()
    .split(' ')
    .reduce((longest, token) => (token.length > longest.length ? token : longest), '');

let shipped: PhraseBook | undefined;

/** The phrases that the package ships (`data/boilerplate/*.yaml`), read once. Throws where a file does not fit its schema. */
export function shippedPhrases(): PhraseBook {
  shipped ??= new PhraseBook(readGroups(new URL('../../data/boilerplate/', import.meta.url)));
  return shipped;
}

function readGroups(folder: URL): Group[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => fileSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))).phrases);
}

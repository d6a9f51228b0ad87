import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameLexicons } from './lexicons.ts';
import type { Run } from './runs.ts';
import { phraseEnds, plainWord } from './text.ts';

/** Heads of names by word, for groups and for places. */
export class HeadWords {
  readonly #groups = new Map<string, string>();
  readonly #places = new Map<string, string>();
  readonly #bare = new Map<string, string>();
  /** The words that a bare body's name may end in. */
  readonly #bareEnds = new Set<string>();
  readonly #common = new Map<string, string>();
  readonly #opens = new Map<string, string>();
  readonly #opensPlaces = new Map<string, string>();
  readonly lexicons: NameLexicons;

  constructor(lexicons: NameLexicons) {
    this.lexicons = lexicons;
    for (const [kind, { names, bare }] of Object.entries(lexicons.groupHeads.heads)) {
      for (const word of names) if (!this.#groups.has(word)) this.#groups.set(word, kind);
      for (const word of bare) {
        this.#bare.set(word, kind);
        for (const end of phraseEnds(word)) this.#bareEnds.add(end);
      }
    }
    for (const [kind, words] of Object.entries(lexicons.groupHeads.common))
      for (const word of words) this.#common.set(word, kind);
    for (const [kind, words] of Object.entries(lexicons.groupHeads.opens))
      for (const word of words) this.#opens.set(word, kind);
    for (const [kind, words] of Object.entries(lexicons.placeHeads.opens))
      for (const word of words ?? []) this.#opensPlaces.set(word, kind);
    for (const [kind, words] of Object.entries(lexicons.placeHeads.heads)) {
      for (const word of words) if (!this.#places.has(word)) this.#places.set(word, kind);
    }
  }

  /**
   * The kind of group that a name ending in these lower-cased words is, the last two words tried first; else that of a first word that
   * names bodies in a language that puts it there: 'Banco', 'Partido'.
   */
  groupKind(words: readonly string[]): string | undefined {
    const last = words.at(-1) ?? '';
    if (words.length < 2) return this.#groups.get(last);
    return (
      this.#groups.get(`${words.at(-2)} ${last}`) ?? this.#groups.get(last) ?? this.#opens.get(words[0] ?? '')
    );
  }

  placeKind(words: readonly string[]): string | undefined {
    const last = words.at(-1) ?? '';
    return (
      (words.length < 2 ? undefined : this.#places.get(`${words.at(-2)} ${last}`)) ?? this.#places.get(last)
    );
  }

  /** The kind of place that the last two words name where the last one alone is a body's: 'Hill Road Detention Centre'. */
  sitePlaceKind(words: readonly string[]): string | undefined {
    const two = words.slice(-2).join(' ');
    return this.#groups.has(two) ? undefined : this.#places.get(two);
  }

  /** The kind of place that a first word names in a language that puts it there: 'Rua', 'Hotel'. */
  opensPlace(words: readonly string[]): string | undefined {
    return words.length > 1 ? this.#opensPlaces.get(words[0] ?? '') : undefined;
  }

  /** May a name go on with 'of' after these words: 'Bank of …', 'European Court of …', and any single word? */
  opens(words: readonly string[]): boolean {
    const last = words.at(words.at(-1) === 'general' ? -2 : -1) ?? '';
    return (
      words.length < 2 ||
      this.#groups.has(last) ||
      this.#places.has(last) ||
      this.lexicons.groupHeads.opening.has(last) ||
      this.lexicons.placeHeads.opening.has(last)
    );
  }

  /** May a name go on with 'for' or 'on' after this lower-cased word: 'Committee on …', 'Veterans for …'? */
  joins(word: string): boolean {
    return this.#groups.has(word) || this.lexicons.groupHeads.members.has(word);
  }

  /** May lower-case words that name a body end in this one? */
  endsBare(word: string): boolean {
    return this.#bareEnds.has(word);
  }

  /** The kind of a body that lower-case words name ('foreign ministry'), undefined where they name none. */
  bareKind(words: string): string | undefined {
    return this.#bare.get(words);
  }

  /** The kind of body that a common noun announces: 'newspaper', 'rebel group'. */
  commonKind(words: string): string | undefined {
    return this.#common.get(words);
  }

  /** The kind that the opening of a name tells: 'Ministry of …', 'Directorate General of …'. */
  openingKind(words: readonly string[]): { kind: 'group' | 'place'; subkind: string } | undefined {
    const at = words.findIndex((word, i) => i > 0 && /^(of|for|to|without|against|on)$/.test(word));
    const { groupHeads, placeHeads } = this.lexicons;
    const isGeneral = words[at - 1] === 'general' && groupHeads.opening.has(words[at - 2] ?? '');
    const first = words[isGeneral ? at - 2 : at - 1] ?? '';
    if (groupHeads.members.has(first) && /^(for|against)$/.test(words[at] ?? ''))
      return { kind: 'group', subkind: 'ngo' };
    if (at > 1 && !groupHeads.opening.has(first)) return undefined;
    if (groupHeads.opening.has(first))
      return { kind: 'group', subkind: this.groupKind(words.slice(0, at)) ?? 'other' };
    if (placeHeads.opening.has(first)) return { kind: 'place', subkind: this.#places.get(first) ?? 'other' };
    return undefined;
  }
}

/** The lower-cased words of a run, each without a full stop, hyphens and possessive endings left out. */
export function runWords(document: AnnotatedDocument, run: Run): string[] {
  const words: string[] = [];
  for (let i = run.first; i <= run.last; i++) {
    const token = document.tokens[i];
    if (token !== undefined && !/^(-|['’]s?)$/.test(token.lower)) words.push(plainWord(token));
  }
  return words;
}

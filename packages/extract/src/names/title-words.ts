import { memoised } from '@dragoman/core';
import type { Token } from '@dragoman/nlp';
import type { NameLexicons, TitleKind } from './lexicons.ts';
import { phraseEnds, plainWord } from './text.ts';

/** What a title word is: a form of address, a rank, a crowned or religious head, or the head of a post. */
export type TitleWord =
  | { readonly type: 'honorific' | 'sovereign'; readonly sex: 'm' | 'f' | null }
  | { readonly type: 'rank' }
  | { readonly type: 'post'; readonly kind: TitleKind };

/** A title found in the text: tokens `first` to `last` (inclusive) are the head word or words. */
export interface TitleMatch {
  readonly first: number;
  readonly last: number;
  readonly word: TitleWord;
}

const longestHead = 4;
const shortestAgent = 5;

/** Reads title words off tokens. */
export class TitleReader {
  readonly #lexicons: NameLexicons;
  readonly #postKinds = new Map<string, TitleKind>();
  /** The last words of titles of several words: 'state' of 'secretary of state', 'president' of 'vice-president'. */
  readonly #phraseEnds = new Set<string>();
  /** What a single lower-cased word is as a title. */
  readonly wordOf: (word: string) => TitleWord | undefined = memoised((word) => this.#wordOf(word));

  constructor(lexicons: NameLexicons) {
    this.#lexicons = lexicons;
    for (const [kind, heads] of Object.entries(lexicons.titles.heads)) {
      for (const head of heads)
        if (!this.#postKinds.has(head) || kind === 'leader') this.#postKinds.set(head, kind as TitleKind);
    }
    for (const office of lexicons.titles.heads.office) this.#postKinds.set(office, 'office');
    for (const title of [...this.#postKinds.keys(), ...lexicons.titles.ranks])
      for (const end of phraseEnds(title).slice(1)) this.#phraseEnds.add(end);
  }

  /** The kind of a post by its head word or words, lower case, singular or plural; undefined where it is none. */
  postKind(head: string): TitleKind | undefined {
    const direct = this.#postKinds.get(head);
    if (direct !== undefined) return direct;
    if (head.endsWith('men')) return this.#postKinds.get(`${head.slice(0, -3)}man`);
    return head.endsWith('s') ? this.#postKinds.get(head.slice(0, -1)) : undefined;
  }

  /** The title whose last word is the token at an index, the longest one. */
  endingAt(tokens: readonly Token[], last: number): TitleMatch | undefined {
    const token = tokens[last];
    if (token === undefined) return undefined;
    const mayEndPhrase = this.#phraseEnds.has(plainWord(token));
    for (let length = longestHead; mayEndPhrase && length > 1; length--) {
      const first = last - length + 1;
      if (tokens[first]?.sentence !== token.sentence) continue;
      const phrase = joinedWords(tokens, first, last);
      if (this.#lexicons.titles.ranks.has(phrase)) return { first, last, word: { type: 'rank' } };
      const kind = this.#postKinds.get(phrase);
      if (kind !== undefined) return { first, last, word: { type: 'post', kind } };
    }
    const abbreviated = token.text.endsWith('.')
      ? this.#lexicons.titles.abbreviated[plainWord(token)]
      : undefined;
    if (abbreviated !== undefined) return { first: last, last, word: { type: 'post', kind: abbreviated } };
    const word = this.wordOf(plainWord(token));
    return word === undefined ? undefined : { first: last, last, word };
  }

  /** As `endingAt`, and any common noun for who does something: 'shrimp exporter', 'bus conductor'. */
  tradeEndingAt(tokens: readonly Token[], last: number): TitleMatch | undefined {
    const title = this.endingAt(tokens, last);
    const token = tokens[last];
    if (title !== undefined || token === undefined || token.xpos !== 'NN' || token.text !== token.lower)
      return title;
    return this.isAgent(token.lower)
      ? { first: last, last, word: { type: 'post', kind: 'other' } }
      : undefined;
  }

  /** Does a common noun say what somebody does for a living: 'exporter', 'conductor', 'machinist', 'cook'? */
  isAgent(noun: string): boolean {
    const { endings, words, not } = this.#lexicons.titles.agents;
    if (words.has(noun)) return true;
    return noun.length >= shortestAgent && endings.some((ending) => noun.endsWith(ending)) && !not.has(noun);
  }

  #wordOf(word: string): TitleWord | undefined {
    const { honorifics, sovereigns, ranks } = this.#lexicons.titles;
    if (Object.hasOwn(honorifics, word)) return { type: 'honorific', sex: honorifics[word] ?? null };
    if (Object.hasOwn(sovereigns, word)) return { type: 'sovereign', sex: sovereigns[word] ?? null };
    const kind =
      this.#postKinds.get(word) ??
      (word.endsWith('ologist') ? 'member' : this.#postKinds.get(word.replace(/^ex-/, '')));
    if (kind !== undefined) return { type: 'post', kind };
    return ranks.has(word) ? { type: 'rank' } : undefined;
  }

  /** Is the title word a given name as well ('Dean', 'Earl', 'Duke')? */
  isGivenName(word: string): boolean {
    return this.#lexicons.nameParts.titleGivenNames.has(word);
  }

  /** The sex that a title word or the head of a description tells. */
  sexOf(word: string): 'male' | 'female' | undefined {
    const { honorifics, sovereigns, gendered } = this.#lexicons.titles;
    const sex = Object.hasOwn(honorifics, word)
      ? honorifics[word]
      : Object.hasOwn(sovereigns, word)
        ? sovereigns[word]
        : null;
    if (sex === 'm' || gendered.m.has(word)) return 'male';
    if (sex === 'f' || gendered.f.has(word)) return 'female';
    return undefined;
  }
}

/** Lower-cased words of tokens with single spaces, hyphens joined: 'vice-president', 'secretary of state'. */
export function joinedWords(tokens: readonly Token[], first: number, last: number): string {
  let joined = '';
  for (let i = first; i <= last; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const glued = i > first && token.start === tokens[i - 1]?.end;
    joined += `${i > first && !glued ? ' ' : ''}${plainWord(token)}`;
  }
  return joined;
}

/** Which rows of a table hold which words: rows are given out in turn, so that old words make room for new ones. */

/** A word that may have a row; -1 while it has none. */
export interface CachedWord {
  row: number;
}

export class WordCache {
  readonly #owners: (CachedWord | undefined)[];
  /** The batch that last used each row. */
  readonly #used: Uint32Array;
  readonly #first: number;
  #next = 0;
  #batch = 0;

  /** Rows `first` to `first + size` (exclusive). A batch may use at most `size` of them. */
  constructor(first: number, size: number) {
    this.#first = first;
    this.#owners = Array.from({ length: size });
    this.#used = new Uint32Array(size);
  }

  /** What the words of one batch have is not taken away while it runs. */
  beginBatch(): void {
    this.#batch++;
  }

  /** Does a word have its row? It keeps it for this batch then. */
  has(word: CachedWord): boolean {
    if (word.row < 0) return false;
    this.#used[word.row - this.#first] = this.#batch;
    return true;
  }

  /** Gives a word a row, taking it from the word that got it longest ago. */
  give(word: CachedWord): void {
    while (this.#used[this.#next] === this.#batch) this.#advance();
    const owner = this.#owners[this.#next];
    if (owner !== undefined) owner.row = -1;
    this.#owners[this.#next] = word;
    this.#used[this.#next] = this.#batch;
    word.row = this.#first + this.#next;
    this.#advance();
  }

  #advance(): void {
    this.#next = (this.#next + 1) % this.#owners.length;
  }
}

const MAX_BYTES = 200;

/** Gives each id a file name of its own in one folder. */
export class FileNames {
  readonly #taken: Set<string>;

  /** @param reserved names that no id gets */
  constructor(reserved: readonly string[] = []) {
    this.#taken = new Set(reserved.map(folded));
  }

  /**
   * The name for an id, with '.json': an id may be a URL, so what a file name cannot hold becomes '_', and what would be too long is cut.
   * Where another id has that name already, '~2', '~3', … is added.
   */
  of(id: string): { readonly name: string; readonly isFirst: boolean } {
    const stem = cut(id.replace(/[^\p{L}\p{N}._-]+/gu, '_')) || '_';
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `${stem}.json` : `${stem}~${count}.json`;
      if (this.#taken.has(folded(name))) continue;
      this.#taken.add(folded(name));
      return { name, isFirst: count === 1 };
    }
  }
}

/** Some file systems do not tell case or forms of accents apart. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/** File systems limit a name's bytes. */
function cut(stem: string): string {
  let short = '';
  let bytes = 0;
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > MAX_BYTES) break;
    short += character;
  }
  return short;
}

/** Words of a sentence to the row numbers of the network's tables (train/FORMAT.md, "Per-token ids"). */
import type { ModelDescription } from './format.ts';
import { hashFeature } from './hash.ts';
import { beginsKey, type FeatureLists, type KeyWord, matchKeys } from './lists.ts';
import { normaliseToken, wordShape } from './normalise.ts';
import type { CachedWord } from './word-cache.ts';

/** What is known of a word form, whatever its sentence. */
interface WordForm extends KeyWord, CachedWord {
  /** Word id, then the hashed features' rows. */
  ids: Int32Array;
  /** Capitalised, and a key of the list begins with it. */
  beginsPlace: boolean;
  beginsGroup: boolean;
  hasSmallAscii: boolean;
  /** Of four or more ASCII letters; and then whether its first is a capital. */
  isLong: boolean;
  startsUpper: boolean;
  nameRow: number;
}

/** Words `start` to `end` (exclusive), and the row of their kind. */
interface Mark {
  base: number;
  start: number;
  end: number;
}

const beginsPlace = (form: WordForm): boolean => form.beginsPlace;
const beginsGroup = (form: WordForm): boolean => form.beginsGroup;

/** Forms kept between sentences; news repeats its words. */
const cacheLimit = 40_000;
/** Longer words are looked up by their beginning and end only, so that no form is expensive. */
const longestForm = 64;

/** The suffix of a list of characters. */
const tail = (characters: string[], length: number): string => characters.slice(-length).join('');

export class FeatureExtractor {
  readonly #features: ModelDescription['features'];
  readonly #lists: FeatureLists;
  readonly #ids: Map<string, number>;
  readonly #forms = new Map<string, WordForm>();

  constructor(features: ModelDescription['features'], vocabulary: readonly string[], lists: FeatureLists) {
    this.#features = features;
    this.#lists = lists;
    this.#ids = new Map(vocabulary.map((word, index) => [word, index + 1]));
  }

  /** Ids a token: the word's and one for each slot. */
  get width(): number {
    return this.#features.slots + 1;
  }

  /** Writes `words.length` rows of `width` ids to `target` from index `at`; gives what stands for each word's form. */
  write(words: readonly string[], target: Int32Array, at: number): readonly CachedWord[] {
    const forms = words.map((word) => this.#form(word));
    const { placeKinds, placeOffset, groupOffset } = this.#features;
    const flag = this.#features.flagOffset + sentenceCase(forms);
    const hashed = this.#features.hashed.length + 1;
    let row = at;
    for (const { ids, nameRow } of forms) {
      for (let k = 0; k < hashed; k++) target[row + k] = ids[k] ?? 0;
      target[row + hashed] = flag;
      target[row + hashed + 1] = placeOffset;
      target[row + hashed + 2] = nameRow;
      target[row + hashed + 3] = groupOffset;
      row += this.width;
    }
    for (const { kind, start, end } of matchKeys(this.#lists.places, forms, beginsPlace))
      this.#mark(target, at + hashed + 1, {
        base: placeOffset + 1 + 4 * placeKinds.indexOf(kind),
        start,
        end,
      });
    for (const { start, end } of matchKeys(this.#lists.groups, forms, beginsGroup))
      this.#mark(target, at + hashed + 3, { base: groupOffset + 1, start, end });
    return forms;
  }

  /** Does a row of ids depend on nothing but its word: is it in no list, and its sentence of ordinary case? */
  isPlain(target: Int32Array, at: number): boolean {
    const { hashed, flagOffset, placeOffset, groupOffset } = this.#features;
    const flag = at + hashed.length + 1;
    return (
      target[flag] === flagOffset && target[flag + 1] === placeOffset && target[flag + 3] === groupOffset
    );
  }

  /** Marks what a list found: begin 0, inside 1, end 2, single 3 above the kind's row. */
  #mark(target: Int32Array, at: number, { base, start, end }: Mark): void {
    const last = end - 1;
    for (let i = start; i <= last; i++) {
      const position = start === last ? 3 : i === start ? 0 : i === last ? 2 : 1;
      target[at + i * this.width] = base + position;
    }
  }

  #form(word: string): WordForm {
    const known = this.#forms.get(word);
    if (known !== undefined) return known;
    if (this.#forms.size >= cacheLimit) this.#forms.clear();
    const form = this.#makeForm(word);
    this.#forms.set(word, form);
    return form;
  }

  #makeForm(word: string): WordForm {
    const short = word.length > longestForm ? word.slice(0, longestForm - 8) + word.slice(-8) : word;
    const text = normaliseToken(short);
    const lower = text.toLowerCase();
    const isCapital = /^\p{Lu}/u.test(text);
    const kind = isCapital ? this.#lists.names.get(lower)?.kind : undefined;
    const nameRow =
      this.#features.nameOffset + (kind === 'first' ? 1 : kind === 'last' ? 2 : kind === 'both' ? 3 : 0);
    return {
      row: -1,
      lower,
      ids: this.#rows(text, lower),
      beginsPlace: isCapital && beginsKey(this.#lists.places, lower),
      beginsGroup: isCapital && beginsKey(this.#lists.groups, lower),
      hasSmall: /\p{Ll}/u.test(text),
      hasSmallAscii: /[a-z]/.test(text),
      isLong: /^[A-Za-z]{4,}/.test(text),
      startsUpper: /^[A-Z]/.test(text),
      nameRow,
    };
  }

  /** The word as it is, with zeros for digits, without its last stop, the part after its last hyphen: the first that is known. */
  #wordId(lower: string): number {
    const ids = this.#ids;
    const found = ids.get(lower) ?? ids.get(lower.replace(/[0-9]/g, '0'));
    if (found !== undefined) return found;
    const bare = lower.length > 1 && lower.endsWith('.') ? ids.get(lower.slice(0, -1)) : undefined;
    return bare ?? ids.get(lower.slice(lower.lastIndexOf('-') + 1)) ?? 0;
  }

  #rows(text: string, lower: string): Int32Array {
    const cased = Array.from(text);
    const small = Array.from(lower);
    const values: Record<string, string> = {
      p1: cased[0] ?? '',
      p2: small.slice(0, 2).join(''),
      p3: small.slice(0, 3).join(''),
      s1: cased.at(-1) ?? '',
      s2: tail(small, 2),
      s3: tail(small, 3),
      s4: tail(small, 4),
      sh: wordShape(text),
    };
    const { hashed } = this.#features;
    const ids = new Int32Array(hashed.length + 1);
    ids[0] = this.#wordId(lower);
    hashed.forEach(({ name, rows, offset }, index) => {
      ids[index + 1] = offset + (hashFeature(name + (values[name] ?? '')) % rows);
    });
    return ids;
  }
}

/** 1: no small letter in more than three words; 2: most longer words begin with a capital, as in headlines; else 0. */
function sentenceCase(forms: readonly WordForm[]): number {
  if (forms.length > 3 && !forms.some((form) => form.hasSmallAscii)) return 1;
  let long = 0;
  let upper = 0;
  for (const form of forms) {
    if (!form.isLong) continue;
    long++;
    if (form.startsUpper) upper++;
  }
  return long >= 4 && upper / long > 0.8 ? 2 : 0;
}

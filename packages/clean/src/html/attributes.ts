const maxAttributes = 60;
const maxValueLength = 4000;

const isSpace = (code: number): boolean => code <= 32;
const equals = 0x3d;
const slash = 0x2f;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/**
 * Goes through what stands between a tag's name and its '>', attribute by attribute: at most 60 of them.
 * Linear in the length of the text, whatever it holds.
 */
class AttributeCursor {
  #text = '';
  #at = 0;
  #left = 0;
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd = 0;

  start(text: string): void {
    this.#text = text;
    this.#at = 0;
    this.#left = maxAttributes;
  }

  /** Goes to the next attribute. False where there is none. */
  next(): boolean {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === slash)) at += 1;
    if (at >= text.length || this.#left === 0) return false;
    this.#left -= 1;
    this.nameStart = at;
    this.nameEnd = endOfName(text, at + 1);
    at = skipSpace(text, this.nameEnd);
    this.valueStart = at;
    this.valueEnd = at;
    if (text.charCodeAt(at) === equals) at = this.#readValue(skipSpace(text, at + 1));
    this.#at = at;
    return true;
  }

  #readValue(from: number): number {
    const text = this.#text;
    const quote = text.charCodeAt(from);
    if (quote === doubleQuote || quote === singleQuote) {
      const end = text.indexOf(quote === doubleQuote ? '"' : "'", from + 1);
      this.valueStart = from + 1;
      this.valueEnd = end === -1 ? text.length : end;
      return this.valueEnd + 1;
    }
    let at = from;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
    this.valueStart = from;
    this.valueEnd = at;
    return at;
  }
}

const cursor = new AttributeCursor();

/**
 * Finds an attribute in what stands between a tag's name and its '>'.
 * In: that text, and the name in lower case. Out: the value as written, '' where there is none, or undefined.
 * Values of more than 4,000 characters count as absent.
 */
export function findAttribute(text: string, name: string): string | undefined {
  cursor.start(text);
  while (cursor.next()) {
    if (!isNamed(text, cursor.nameStart, cursor.nameEnd, name)) continue;
    const { valueStart, valueEnd } = cursor;
    return valueEnd - valueStart > maxValueLength ? undefined : text.slice(valueStart, valueEnd);
  }
  return undefined;
}

/** Attributes that are asked for on every element: which of them it has is found out for all at once. */
const surveyed = [
  'class',
  'id',
  'rel',
  'itemprop',
  'href',
  'role',
  'style',
  'hidden',
  'aria-hidden',
] as const;
const bits: ReadonlyMap<string, number> = new Map(surveyed.map((name, index) => [name, 1 << index]));
const byLength: readonly (readonly string[])[] = Array.from(
  { length: Math.max(...surveyed.map((name) => name.length)) + 1 },
  (_, length) => surveyed.filter((name) => name.length === length),
);

/** The bit of an attribute by its lower-case name; 0 where it is not surveyed. */
export const surveyBit = (name: string): number => bits.get(name) ?? 0;

/** Which of the surveyed attributes stand between a tag's name and its '>', a bit for each. */
export function surveyAttributes(text: string): number {
  let found = 0;
  cursor.start(text);
  while (cursor.next()) {
    const { nameStart, nameEnd } = cursor;
    for (const name of byLength[nameEnd - nameStart] ?? []) {
      if (isNamed(text, nameStart, nameEnd, name)) found |= surveyBit(name);
    }
  }
  return found;
}

/** Whether the name that stands there is this one, in whatever case. */
function isNamed(text: string, start: number, end: number, name: string): boolean {
  if (end - start !== name.length) return false;
  for (let at = 0; at < name.length; at += 1) {
    const code = text.charCodeAt(start + at);
    const wanted = name.charCodeAt(at);
    if (code !== wanted && (code < 65 || code > 90 || code + 32 !== wanted)) return false;
  }
  return true;
}

function endOfName(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code) || code === equals || code === slash) break;
    at += 1;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

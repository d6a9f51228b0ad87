const maxAttributes = 60;
const maxValueLength = 4000;

const isSpace = (code: number): boolean => code <= 32;
const equals = 0x3d;
const slash = 0x2f;

/**
 * Finds an attribute in what stands between a tag's name and its '>'.
 * In: that text, and the name in lower case. Out: the value as written, '' where there is none, or undefined.
 * Linear in the length of the text, whatever it holds; at most 60 attributes are looked at, and values of
 * more than 4,000 characters count as absent.
 */
export function findAttribute(text: string, name: string): string | undefined {
  if (!text.includes(name) && !text.includes(inCapitals(name))) return undefined;
  let at = 0;
  for (let count = 0; count < maxAttributes; count += 1) {
    while (at < text.length && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === slash)) at += 1;
    if (at >= text.length) return undefined;
    const nameStart = at;
    const nameEnd = endOfName(text, at + 1);
    at = skipSpace(text, nameEnd);
    let valueStart = at;
    let valueEnd = at;
    if (text.charCodeAt(at) === equals) {
      at = skipSpace(text, at + 1);
      const quote = text[at];
      if (quote === '"' || quote === "'") {
        const end = text.indexOf(quote, at + 1);
        valueStart = at + 1;
        valueEnd = end === -1 ? text.length : end;
        at = valueEnd + 1;
      } else {
        valueStart = at;
        while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
        valueEnd = at;
      }
    }
    if (nameEnd - nameStart !== name.length || !isNamed(text, nameStart, name)) continue;
    return valueEnd - valueStart > maxValueLength ? undefined : text.slice(valueStart, valueEnd);
  }
  return undefined;
}

const capitals = new Map<string, string>();

function inCapitals(name: string): string {
  let upper = capitals.get(name);
  if (upper === undefined) {
    upper = name.toUpperCase();
    capitals.set(name, upper);
  }
  return upper;
}

const isNamed = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) || text.slice(at, at + name.length).toLowerCase() === name;

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

import type { JsonObject, JsonValue } from '../page.ts';

const maxObjects = 2000;
const maxUnfolding = 6;

/**
 * The objects of a page's JSON-LD scripts in page order, with lists, `@graph` and `mainEntity` unfolded.
 * Scripts that are not quite JSON (raw line breaks, a trailing comma, a comment around) are mended; those
 * that still do not parse are left out.
 */
export function readJsonLd(texts: readonly string[]): readonly JsonObject[] {
  const found: JsonObject[] = [];
  for (const text of texts) {
    const value = parseTolerantly(text);
    if (value !== undefined) unfold(value, 0, found);
  }
  return found;
}

function parseTolerantly(text: string): JsonValue | undefined {
  const trimmed = text
    .trim()
    .replace(/^(?:\/\/\s*)?(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>)$/, '')
    .replace(/;\s*$/, '');
  return parsed(trimmed) ?? parsed(mended(trimmed));
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

const mended = (text: string): string =>
  text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,(?=\s{0,50}[}\]])/g, '');

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unfold(value: JsonValue, level: number, found: JsonObject[]): void {
  if (level > maxUnfolding || found.length >= maxObjects) return;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) unfold(item, level + 1, found);
  } else if (isObject(value)) {
    found.push(value);
    for (const key of ['@graph', 'mainEntity']) {
      const inner = value[key];
      if (inner !== undefined) unfold(inner, level + 1, found);
    }
  }
}

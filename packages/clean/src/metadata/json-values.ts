import { decodeEntities, singleSpaced } from '../html/entities.ts';
import type { JsonObject, JsonValue } from '../page.ts';

const articleType = /Article|BlogPosting|Report|Recipe|Review|LiveBlog/;

/** The object that describes the page's article, if one does: the first of an article type, else a web page. */
export function articleObject(objects: readonly JsonObject[]): JsonObject | null {
  const typed = (pattern: RegExp) =>
    objects.find((object) => typesOf(object).some((type) => pattern.test(type)));
  return typed(articleType) ?? typed(/WebPage|CreativeWork|VideoObject/) ?? null;
}

export function typesOf(object: JsonObject): string[] {
  return texts(object['@type']);
}

/** The strings of a value: itself, or the items of a list; decoded, with single spaces, empty ones left out. */
export function texts(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') {
    const text = singleSpaced(decodeEntities(value));
    return text === '' ? [] : [text];
  }
  return Array.isArray(value) ? (value as readonly JsonValue[]).flatMap(texts) : [];
}

export const firstText = (value: JsonValue | undefined): string | null => texts(value)[0] ?? null;

/** The names of what a value names: a string, an object's `name`, or lists of these; `@id` references are looked up. */
export function namesIn(value: JsonValue | undefined, objects: readonly JsonObject[], level = 0): string[] {
  if (value === undefined || value === null || level > 3) return [];
  if (typeof value === 'string') return texts(value);
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).flatMap((item) => namesIn(item, objects, level + 1));
  if (typeof value !== 'object') return [];
  const object = value as JsonObject;
  if (object['name'] !== undefined) return namesIn(object['name'], objects, level + 1);
  const id = object['@id'];
  const referred =
    typeof id === 'string' ? objects.find((other) => other['@id'] === id && other !== object) : undefined;
  return referred === undefined ? [] : namesIn(referred['name'], objects, level + 1);
}

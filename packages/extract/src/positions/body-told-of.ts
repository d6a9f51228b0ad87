import type { Entity } from '@dragoman/schemas';
import { isOnlyTold } from './bodies-near.ts';
import type { FoundTitle } from './found-title.ts';
import type { BodyOfPosts } from './office-lexicon.ts';
import type { Story } from './state-of-office.ts';

/**
 * The body of a post whose passage and whose sentence before name none: the one of a fitting kind that the article tells of, or the
 * one it names far oftener than others. Undefined where several are as likely and for one of many ('a director').
 */
export function bodyToldOf(
  { document, table }: Story,
  { phrase }: FoundTitle,
  classes: readonly BodyOfPosts[],
): Entity | undefined {
  if (/^an?$/.test(document.tokens[phrase.first - 1]?.lower ?? '')) return undefined;
  const title = phrase.title.toLowerCase();
  const found = classes.find(
    ({ titles = [], wholeTitles = [] }) => wholeTitles.includes(title) || holdsOne(title, titles),
  );
  if (found === undefined) return undefined;
  const { kinds, names } = found;
  const bodies = table.entities.filter(
    ({ id, kind, groupKind, name }) =>
      kind === 'group' &&
      !(groupKind === 'media' && isOnlyTold(document, table, id)) &&
      (kinds?.includes(groupKind ?? '') === true || holdsOne(name.toLowerCase(), names ?? [])),
  );
  const named = bodies.map((body) => ({ body, mentions: table.mentionsOf(body.id) }));
  const before = named.filter(({ mentions }) =>
    mentions.some(({ form, first }) => form === 'name' && first < phrase.first),
  );
  const [best, next] = (before.length > 0 || names === undefined ? before : named)
    .map(({ body, mentions }) => ({ body, count: mentions.length }))
    .toSorted((one, other) => other.count - one.count);
  if (best === undefined) return undefined;
  return next === undefined || best.count >= clearLead * next.count ? best.body : undefined;
}

const clearLead = 2;

/** Does a text hold one of the phrases as whole words? */
const holdsOne = (text: string, phrases: readonly string[]): boolean => {
  const spaced = ` ${text.replace(/[^\p{L}\p{N}-]+/gu, ' ')} `;
  return phrases.some((phrase) => spaced.includes(` ${phrase} `));
};

import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { ownCopy } from './own-copy.ts';

const kindSchema = z.strictObject({
  undo: z.number().min(0).max(1),
  most: z.number().int().positive().optional(),
  tokens: z.array(z.string()),
  parts: z.array(z.string()),
});
const regionNamesSchema = z.strictObject({
  unwanted: z.record(z.string(), kindSchema),
  layout: z.array(z.string()),
  embedded: z.array(z.string()),
  body: z.array(z.string()),
  lede: z.array(z.string()),
  roles: z.array(z.string()),
  credits: z.array(z.string()),
});

/** Why a part of a page is set aside, and the share of the paragraph text above which it is not. */
export interface Unwanted {
  readonly reason: string;
  readonly undo: number;
  /** Characters of paragraph text above which it is not either. */
  readonly most?: number | undefined;
}

interface NameKind extends Unwanted {
  readonly tokens: ReadonlySet<string>;
  readonly parts: RegExp | null;
}

const data = regionNamesSchema.parse(
  parse(readFileSync(new URL('../../data/region-names.yaml', import.meta.url), 'utf8')),
);

/** 'post-meta' finds 'post-meta', 'post_meta' and 'postmeta'. */
const flexible = (part: string): string => (/[\\()]/.test(part) ? part : part.replaceAll('-', '[-_]?'));
const anyOf = (parts: readonly string[]): RegExp | null =>
  parts.length === 0 ? null : new RegExp(parts.map(flexible).join('|'), 'i');

const kinds: readonly NameKind[] = Object.entries(data.unwanted).map(([reason, kind]) => ({
  reason,
  undo: kind.undo,
  most: kind.most,
  tokens: new Set(kind.tokens),
  parts: anyOf(kind.parts),
}));
const layout = new RegExp(data.layout.join('|'), 'gi');
const embedded = anyOf(data.embedded);
const body = anyOf(data.body);
const lede = new RegExp(`(?:^|[^a-z])(?:${data.lede.map(flexible).join('|')})(?:$|[^a-z])`, 'i');
const credits = new RegExp(data.credits.join('|'), 'iu');
const roles: ReadonlySet<string> = new Set(data.roles);

const maxRemembered = 20_000;
const maxNameLength = 600;

/** Names recur on a page and across a site, so each is judged once. */
function remembered<T>(judge: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || known.has(name)) return before as T;
    const judged = judge(name.slice(0, maxNameLength));
    if (known.size >= maxRemembered) known.clear();
    known.set(ownCopy(name), judged);
    return judged;
  };
}

const tokensOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/);

const stemLength = 4;
/** How the pieces of all names in the data begin: a quick way to see that a name is none of them. */
const stems: ReadonlySet<string> = new Set(
  Object.values(data.unwanted)
    .flatMap(({ tokens, parts }) => [...tokens, ...parts])
    .concat(data.embedded)
    .flatMap((name) => name.split(/[^a-z]+/))
    .filter((piece) => piece !== '')
    .map((piece) => piece.slice(0, stemLength)),
);

/** The index of the kind that one class or id belongs to, or Infinity. */
const kindOfWord = remembered((word: string): number => {
  if (!tokensOf(word).some((token) => stems.has(token.slice(0, stemLength)))) return Infinity;
  if (embedded?.test(word)) return -1;
  const own = word.replace(layout, '');
  if (own === '') return Infinity;
  const tokens = tokensOf(own);
  const found = kinds.findIndex(
    (kind) => kind.parts?.test(own) || tokens.some((token) => kind.tokens.has(token)),
  );
  return found === -1 ? Infinity : found;
});

function judgeByWords(name: string): Unwanted | null {
  let first = Infinity;
  for (const word of name.split(/\s+/)) first = Math.min(first, kindOfWord(word));
  return kinds[first] ?? null;
}
const judgedByWords = remembered(judgeByWords);

/** What the classes and the id of an element say against it, or null. */
export const unwantedByName = (name: string): Unwanted | null =>
  name.length > maxNameLength ? judgeByWords(name) : judgedByWords(name);

/** Whether the name is one that sites give to the part with the article's text. */
export const isBodyName = remembered((name: string): boolean => body?.test(name) ?? false);

/** Whether the name is one that sites give to an opening paragraph. */
export const isLedeName = remembered((name: string): boolean => lede.test(name));

export const isUnwantedRole = (role: string): boolean => roles.has(role.trim().toLowerCase());

/** Whether a text names the source of a picture. */
export const isCreditText = (text: string): boolean => credits.test(text);

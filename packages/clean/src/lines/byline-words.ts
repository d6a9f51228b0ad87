import { readFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { z } from 'zod';
import { fold } from './tokens.ts';

const fileSchema = z.strictObject({
  prefixes: z.array(z.string()).nonempty(),
  connectors: z.array(z.string()),
  roles: z.array(z.string()),
  agencies: z.array(z.string()),
  noteVerbs: z.array(z.string()),
  noteRoles: z.array(z.string()),
  copulas: z.array(z.string()),
  noteHeadings: z.array(z.string()),
  reporting: z.array(z.string()),
  creditWords: z.array(z.string()).nonempty(),
  notNames: z.array(z.string()),
  notPlaces: z.array(z.string()),
});

/** The words around names on bylines and credits, folded to lower case. */
export interface BylineWords {
  /** By their first word, longest first. */
  readonly prefixes: ReadonlyMap<string, readonly string[]>;
  readonly between: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  readonly noteVerbs: ReadonlySet<string>;
  readonly noteRoles: ReadonlySet<string>;
  readonly copulas: ReadonlySet<string>;
  readonly noteHeadings: readonly string[];
  readonly reporting: ReadonlySet<string>;
  /** Matches 'photo: …' at the start of a folded text. */
  readonly credit: RegExp;
  /** Matches '. Photo: …' at the end of a folded caption. */
  readonly creditAtEnd: RegExp;
  readonly notNames: ReadonlySet<string>;
  readonly notPlaces: ReadonlySet<string>;
}

let shipped: BylineWords | undefined;

/** The words of `data/bylines.yaml`, read once. Throws where the file does not fit its schema. */
export function bylineWords(): BylineWords {
  shipped ??= readBylineWords(new URL('../../data/bylines.yaml', import.meta.url));
  return shipped;
}

function readBylineWords(file: URL): BylineWords {
  const data = fileSchema.parse(parse(readFileSync(file, 'utf8')));
  const credits = data.creditWords.map(fold).join('|');
  const by = '(?: (?:by|credit|courtesy|source|from|de|von|via))?';
  return {
    prefixes: byFirstWord(data.prefixes.map(fold)),
    between: new Set(data.connectors.map(fold)),
    roles: new Set(data.roles.map(fold)),
    agencies: new Set(data.agencies.map(fold)),
    noteVerbs: new Set(data.noteVerbs.map(fold)),
    noteRoles: new Set(data.noteRoles.map(fold)),
    copulas: new Set(data.copulas.map(fold)),
    noteHeadings: data.noteHeadings.map(fold),
    reporting: new Set(data.reporting),
    credit: new RegExp(String.raw`^(?:${credits})${by}\s?[:/©]`, 'u'),
    creditAtEnd: new RegExp(String.raw`[.!?]\s(?:${credits})${by}\s?[:©]\s?[^.!?]{2,60}$`, 'u'),
    notNames: new Set(data.notNames.map(fold)),
    notPlaces: new Set(data.notPlaces.map(fold)),
  };
}

function byFirstWord(prefixes: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const prefix of [...prefixes].sort((a, b) => b.length - a.length)) {
    const first = firstWord(prefix);
    grouped.set(first, [...(grouped.get(first) ?? []), prefix]);
  }
  return grouped;
}

const firstWord = (text: string): string => /^[^\s:]+/.exec(text)?.[0] ?? '';

/** The byline prefix that a folded text begins with, or null; the text may consist of it. */
export function bylinePrefix(folded: string): string | null {
  const candidates = bylineWords().prefixes.get(firstWord(folded)) ?? [];
  return (
    candidates.find(
      (prefix) => folded === prefix || folded.startsWith(`${prefix} `) || folded.startsWith(`${prefix}:`),
    ) ?? null
  );
}

/** What a correction sees: the words with their tags, and the lists. */
import type { Entity, EntityKind, Token } from '../document.ts';
import type { FeatureLists } from '../model/lists.ts';
import type { NameLexicon } from './lexicon.ts';

export interface NameContext {
  tokens: readonly Token[];
  lexicon: NameLexicon;
  lists: FeatureLists;
}

/** A correction: names in text order, not overlapping, to the same. */
export type NameCorrection = (entities: readonly Entity[], context: NameContext) => Entity[];

export const textOf = ({ tokens }: NameContext, { start, end }: { start: number; end: number }): string =>
  tokens
    .slice(start, end)
    .map((token) => token.lower)
    .join(' ');

/** The same name with another kind. */
export const withKind = (entity: Entity, kind: EntityKind, by: string): Entity => ({ ...entity, kind, by });

/** Adds names where no name is yet, in text order. */
export function addFree(entities: readonly Entity[], added: readonly Entity[]): Entity[] {
  if (added.length === 0) return [...entities];
  const taken = new Set<number>();
  for (const { start, end } of entities) for (let i = start; i < end; i++) taken.add(i);
  const free = added.filter(({ start, end }) => {
    for (let i = start; i < end; i++) if (taken.has(i)) return false;
    for (let i = start; i < end; i++) taken.add(i);
    return true;
  });
  return [...entities, ...free].toSorted((a, b) => a.start - b.start);
}

export const isCapitalised = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.text);

/** One name, one kind, over a whole text: what is said in full once is known later by its surname or its acronym. */
import type { Entity, EntityKind } from '../document.ts';
import {
  addFree,
  isCapitalised,
  type NameContext,
  type NameCorrection,
  textOf,
  withKind,
} from './context.ts';

/** Surnames of the persons named in full, read otherwise or passed over elsewhere. */
export const surnames: NameCorrection = (entities, context) => {
  const known = fullNames(entities, context);
  if (known.size === 0) return [...entities];
  const kinds = kindsOfSingles(entities, context);
  const tails = surnamesWithParticles(entities, context);
  const corrected = entities.map((entity) => {
    if (entity.kind !== 'PER' && tails.has(textOf(context, entity)))
      return withKind(entity, 'PER', 'surname');
    const word = singleWord(entity, context);
    if (word === undefined || entity.kind === 'PER' || !known.has(word)) return entity;
    return isMostlyPerson(kinds.get(word)) || !context.lists.places.entries.has(word.toLowerCase())
      ? withKind(entity, 'PER', 'surname')
      : entity;
  });
  const missed = context.tokens.filter(
    (token) => known.has(token.text) && token.upos === 'PROPN' && isCapitalised(token),
  );
  return addFree(
    corrected,
    missed.map((token) => ({ kind: 'PER', start: token.i, end: token.i + 1, by: 'surname' })),
  );
};

/** Last words of persons of two and more words. */
function fullNames(entities: readonly Entity[], { tokens }: NameContext): Set<string> {
  const known = new Set<string>();
  for (const { kind, start, end } of entities) {
    const last = tokens[end - 1];
    if (
      kind === 'PER' &&
      end - start > 1 &&
      last !== undefined &&
      isCapitalised(last) &&
      last.text.length > 2
    )
      known.add(last.text);
  }
  return known;
}

/** 'de la Sota' of 'Jose Manuel de la Sota', in small letters: from the first particle of a person's full name to its end. */
function surnamesWithParticles(entities: readonly Entity[], context: NameContext): Set<string> {
  const tails = new Set<string>();
  for (const { kind, start, end } of entities) {
    if (kind !== 'PER' || end - start < 3) continue;
    for (let at = start + 1; at < end - 1; at++) {
      if (isCapitalised(context.tokens[at]) || context.tokens[at]?.upos === 'PUNCT') continue;
      tails.add(textOf(context, { start: at, end }));
      break;
    }
  }
  return tails;
}

function singleWord({ start, end }: Entity, { tokens }: NameContext): string | undefined {
  return end - start === 1 ? tokens[start]?.text : undefined;
}

function kindsOfSingles(
  entities: readonly Entity[],
  context: NameContext,
): Map<string, Map<EntityKind, number>> {
  const kinds = new Map<string, Map<EntityKind, number>>();
  for (const entity of entities) {
    const word = singleWord(entity, context);
    if (word === undefined) continue;
    const counts = kinds.get(word) ?? new Map<EntityKind, number>();
    counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
    kinds.set(word, counts);
  }
  return kinds;
}

function isMostlyPerson(counts: Map<EntityKind, number> | undefined): boolean {
  if (counts === undefined) return false;
  const persons = counts.get('PER') ?? 0;
  return [...counts.values()].every((count) => count <= persons);
}

/** 'Setu Relief Network (SRN)': the acronym has the kind of what it stands for. */
export const acronyms: NameCorrection = (entities, context) => {
  const kinds = definedAcronyms(entities, context);
  if (kinds.size === 0) return [...entities];
  const corrected = entities.map((entity) => {
    const kind = kinds.get(singleWord(entity, context) ?? '');
    return kind === undefined || kind === entity.kind ? entity : withKind(entity, kind, 'acronym');
  });
  const missed = context.tokens.filter((token) => kinds.has(token.text));
  return addFree(
    corrected,
    missed.map((token) => ({
      kind: kinds.get(token.text) ?? 'ORG',
      start: token.i,
      end: token.i + 1,
      by: 'acronym',
    })),
  );
};

function definedAcronyms(entities: readonly Entity[], { tokens }: NameContext): Map<string, EntityKind> {
  const kinds = new Map<string, EntityKind>();
  for (const { kind, start, end } of entities) {
    const [open, acronym, close] = [tokens[end], tokens[end + 1], tokens[end + 2]];
    if (end - start < 2 || open?.text !== '(' || close?.text !== ')' || acronym === undefined) continue;
    if (kind === 'PER' || !/^\p{Lu}[\p{Lu}.&-]{1,7}$/u.test(acronym.text)) continue;
    const initials = tokens
      .slice(start, end)
      .filter((token) => isCapitalised(token))
      .map((token) => token.text[0])
      .join('');
    if (initials.startsWith(acronym.text[0] ?? '')) kinds.set(acronym.text, kind === 'MISC' ? 'ORG' : kind);
  }
  return kinds;
}

/** 'improvised explosive device (IED)': what is short for words in small letters is no name, but for a listed body. */
export const wordAcronyms: NameCorrection = (entities, context) => {
  const shortened = new Set<string>();
  const { tokens, lists } = context;
  for (let open = 1; open + 2 < tokens.length; open++) {
    const acronym = tokens[open + 1];
    if (tokens[open]?.text !== '(' || tokens[open + 2]?.text !== ')' || acronym === undefined) continue;
    if (!/^\p{Lu}{2,6}$/u.test(acronym.text) || lists.groups.entries.has(acronym.lower)) continue;
    if (isShortFor(acronym.lower, tokens, open)) shortened.add(acronym.text);
  }
  if (shortened.size === 0) return [...entities];
  return entities.filter((entity) => !shortened.has(singleWord(entity, context) ?? ''));
};

/** Do the words before `end`, none of them capitalised, begin with the letters of an acronym? Hyphens and small words between do not count. */
function isShortFor(acronym: string, tokens: NameContext['tokens'], end: number): boolean {
  let letters = acronym.length;
  for (let i = end - 1; i >= 0 && i >= end - 3 * acronym.length && letters > 0; i--) {
    const token = tokens[i];
    if (token === undefined || isCapitalised(token)) return false;
    if (token.text[0] === acronym[letters - 1]) letters--;
    else if (token.upos !== 'ADP' && token.upos !== 'PUNCT' && token.upos !== 'CCONJ') return false;
  }
  return letters === 0;
}

/** Titles are no part of a person's name; what follows 'Mr.' is a person. */
import type { Entity } from '../document.ts';
import { addFree, isCapitalised, type NameContext, type NameCorrection, textOf } from './context.ts';

/** 'South Korean President Park' -> 'Park'. The state before it stays a name of its own. */
export const stripTitles: NameCorrection = (entities, context) =>
  entities.flatMap((entity) => {
    // Read as a place, it begins with one: 'South Korean President Park Geun-hye'.
    if (
      entity.kind !== 'PER' &&
      (entity.kind === 'ORG' || placeLength(entity.start, entity.end, context) === 0)
    )
      return [entity];
    const from = afterTitles(entity, context);
    if (from === entity.start || from === entity.end) return [entity];
    return [...leadingPlace(entity, from, context), { ...entity, kind: 'PER', start: from, by: 'title' }];
  });

/** A title alone is nobody's name: 'Vice President', 'Saudi crown prince'. */
export const dropBareTitles: NameCorrection = (entities, context) =>
  entities.flatMap((entity) => {
    if (afterTitles(entity, context) < entity.end) return [entity];
    const place = leadingPlace(entity, entity.end, context);
    return entity.kind === 'PER' || place.length > 0 ? place : [entity];
  });

/** 'Al-Shifa Hospital director Mohammed Abu Salmiya' read as one person: the body before the title, the person after it. */
export const splitAtTitles: NameCorrection = (entities, context) =>
  entities.flatMap((entity) => {
    const title = innerTitle(entity, context);
    if (entity.kind !== 'PER' || title < 0) return [entity];
    const { tokens, lexicon } = context;
    const isBody = lexicon.organisationEndings.has(tokens[title - 1]?.lower ?? '');
    const body: Entity[] = isBody ? [{ kind: 'ORG', start: entity.start, end: title, by: 'title' }] : [];
    return [...body, { ...entity, start: title + 1, by: 'title' }];
  });

/** The last title in small letters that stands within a name, before a capital; -1 for none. */
function innerTitle({ start, end }: Entity, { tokens, lexicon }: NameContext): number {
  for (let i = end - 2; i > start; i--) {
    const token = tokens[i];
    if (
      token !== undefined &&
      token.text === token.lower &&
      lexicon.titles.has(token.lower) &&
      isCapitalised(tokens[i + 1])
    )
      return i;
  }
  return -1;
}

/** Where the name begins after its titles; the entity's end where there is nothing else. */
function afterTitles({ start, end }: Entity, context: NameContext): number {
  const { tokens, lexicon, lists } = context;
  let from = start;
  for (let i = start; i < end;) {
    const word = tokens[i]?.lower ?? '';
    const isTitle = lexicon.titles.has(word) && (end - start > 1 || !lists.names.has(word));
    const length = isTitle || lexicon.titleParts.has(word) ? 1 : placeLength(i, end, context);
    if (length === 0) break;
    i += length;
    if (isTitle) from = i;
  }
  const name = afterComplement(from, start, end, context);
  // What is left has to look like a name.
  return name < end && !isCapitalised(tokens[name]) ? start : name;
}

/** 'Speaker of the House': what the title is of belongs to it. */
function afterComplement(from: number, start: number, end: number, context: NameContext): number {
  const { tokens, lexicon } = context;
  if (from === start || !/^(?:of|for)$/.test(tokens[from]?.lower ?? '')) return from;
  let at = from + 1;
  while (at < end) {
    const length = lexicon.titleParts.has(tokens[at]?.lower ?? '') ? 1 : placeLength(at, end, context);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** How many words (up to two) of a state or nationality begin here; 0 for none. */
function placeLength(at: number, end: number, context: NameContext): number {
  for (const length of [2, 1])
    if (at + length <= end && placeKind({ start: at, end: at + length }, context) !== undefined)
      return length;
  return 0;
}

/** NORP for a nationality ('Iranian', 'South Korean'), LOC for a state, undefined for all else. */
function placeKind(
  { start, end }: { start: number; end: number },
  context: NameContext,
): 'NORP' | 'LOC' | undefined {
  const { entries } = context.lists.places;
  const kind = entries.get(textOf(context, { start, end }))?.kind;
  if (kind === 'country') return 'LOC';
  const isQuarter =
    end - start === 2 && /^(?:south|north|east|west)$/.test(context.tokens[start]?.lower ?? '');
  const isDemonym =
    kind === 'demonym' ||
    (isQuarter && entries.get(context.tokens[end - 1]?.lower ?? '')?.kind === 'demonym');
  return isDemonym ? 'NORP' : undefined;
}

/** The state or nationality that stood before the title. */
function leadingPlace({ start }: Entity, to: number, context: NameContext): Entity[] {
  const end = start + placeLength(start, to, context);
  const kind = placeKind({ start, end }, context);
  return kind === undefined ? [] : [{ kind, start, end, by: 'title' }];
}

/** 'Ms Banu' read as an organisation, or not as a name: the capitalised words after the title are a person. */
export const nameAfterTitle: NameCorrection = (entities, context) => {
  const { tokens, lexicon } = context;
  const kept = entities.filter(
    ({ start, end }) => !(end - start === 1 && lexicon.personTitles.has(tokens[start]?.lower ?? '')),
  );
  const added: Entity[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !lexicon.personTitles.has(token.lower) || !isCapitalised(token)) continue;
    let end = i + 1;
    while (
      end < i + 4 &&
      isCapitalised(tokens[end]) &&
      tokens[end]?.upos === 'PROPN' &&
      tokens[end]?.sentence === token.sentence
    )
      end++;
    if (end > i + 1) added.push({ kind: 'PER', start: i + 1, end, by: 'name after title' });
  }
  return addFree(kept, added);
};

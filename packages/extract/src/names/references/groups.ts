import { type AnnotatedDocument, headOfSpan, spanOffsets } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { groupedBy } from '../../collections.ts';
import type { EntityTableBuilder } from '../../entity-table.ts';
import { mergeReferences } from './merge-references.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import { stateInKey } from './owned-bodies.ts';
import { readReferences, type Reference } from './references.ts';
import type { NameLexicons } from '../lexicons.ts';
import type { NameSpan } from '../spans.ts';
import { peopleOfBody } from '../candidates/people-of.ts';
import { unnamedPart } from '../candidates/unnamed-bodies.ts';

/** Joins the names of groups and places to entities. A state that acts and the same state as a place become two, paired. */
export function addGroupsAndPlaces(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  table: EntityTableBuilder,
  tools: SpanTools,
): void {
  const references = withOrigins(readReferences(document, spans, tools));
  mergeReferences(document, references, tools.heads);
  const byKey = groupedBy(references, (reference) => reference.key);
  for (const [key, all] of byKey) if (all.every(({ weak }) => weak === true)) byKey.delete(key);
  const keys = [...byKey.keys()].toSorted((a, b) => firstToken(byKey.get(a)) - firstToken(byKey.get(b)));
  for (const key of keys) addEntity(document, byKey.get(key) ?? [], table, tools.heads.lexicons);
  pairStates(table);
}

/** Adjectives of origin are of the state where it acts elsewhere in the article, else of the state as a place. */
function withOrigins(references: Reference[]): Reference[] {
  const acting = new Set(references.filter(({ origin }) => origin !== true).map(({ key }) => key));
  return references.map((reference): Reference => {
    if (reference.origin !== true || acting.has(reference.key)) return reference;
    const { groupKind: _groupKind, ...rest } = reference;
    return { ...rest, kind: 'place', key: `place:${reference.key}`, placeKind: 'country' };
  });
}

const firstToken = (references: readonly Reference[] = []): number =>
  Math.min(...references.map(({ span }) => span.first));

function addEntity(
  document: AnnotatedDocument,
  unsorted: readonly Reference[],
  table: EntityTableBuilder,
  lexicons: NameLexicons,
): void {
  const references = unsorted.toSorted((a, b) => a.span.first - b.span.first);
  const [first] = references;
  if (first === undefined) return;
  const entity = table.addEntity(draftOf(document, references, first, lexicons));
  for (const { span, form } of references) {
    const head = headOfSpan(document, { start: span.first, end: span.last + 1 }).i;
    table.addMention({ entity: entity.id, form, first: span.first, last: span.last, head, rule: span.rule });
  }
}

function draftOf(
  document: AnnotatedDocument,
  references: readonly Reference[],
  first: Reference,
  lexicons: NameLexicons,
): Omit<Entity, 'id'> {
  const fullest = references.reduce((best, reference) =>
    reference.words.length > best.words.length ? reference : best,
  );
  const known = references.find((reference) => reference.known !== undefined)?.known;
  const uncounted = fullest.span.rule === peopleOfBody ? withoutNumber(fullest.surface) : fullest.surface;
  const name = known?.name ?? uncounted;
  const country = known?.country ?? stateInKey(first.key);
  const kinds =
    first.kind === 'group'
      ? { groupKind: kindOfFullest(fullest) ?? kindOf(references, 'groupKind') }
      : { placeKind: kindOf(references, 'placeKind') };
  return {
    kind: first.kind,
    ...kinds,
    name,
    aliases: [...new Set(references.flatMap((reference) => surfacesOf(reference, lexicons)))].filter(
      (surface) => surface !== name,
    ),
    ...(known === undefined ? {} : { gazetteer: known.id }),
    ...(country === undefined ? {} : { country }),
    rule: first.span.rule,
    confidence: Math.max(...references.map(({ span }) => span.confidence)),
    spans: references.map(({ span }) => spanOffsets(document, { start: span.first, end: span.last + 1 })),
  };
}

/** 'Guyanese rangers' of 'seven Guyanese rangers', 'Sixty-two Guyanese rangers'. */
const withoutNumber = (surface: string): string =>
  surface.replace(/^[^\p{Lu}]+(?=\p{Lu})/u, '').replace(numberWord, '');

const numberWord =
  /^(?:(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-\p{Ll}+)?) /u;

/** A name as it stands, and without a lower-case head behind it: 'Logar province' and 'Logar', 'Bright Road party' and 'Bright Road'. */
function surfacesOf({ surface, span, words, known }: Reference, { groupHeads }: NameLexicons): string[] {
  const headed =
    span.kind === 'place' ||
    span.rule === 'names.lower-head' ||
    (known === undefined && words.length > 2 && groupHeads.lowerCase.has(words.at(-1) ?? ''));
  const seat =
    span.rule === 'names.bare-body' ? [surface.replace(/(?<= (?:embassy|consulate)) in .*$/, '')] : [];
  if (span.rule === unnamedPart || (span.rule === 'names.owned' && /['’]s? \S+ \S/.test(surface)))
    return [surface, surface.replace(/^.*['’]s? /, '')];
  if (span.rule === peopleOfBody) return [surface, withoutNumber(surface)];
  return headed ? [surface, surface.replace(/( \p{Ll}+)+$/u, '')] : [surface, ...seat];
}

/** What a longer name tells by its own words: 'Merchants Trust Bank' is no trust. */
const kindOfFullest = ({ groupKind, words, known }: Reference): string | undefined =>
  known === undefined && words.length > 2 && !/^(other|party)$/.test(groupKind ?? 'other')
    ? groupKind
    : undefined;

/** The kind most references give, 'other' only where none gives another. */
function kindOf(references: readonly Reference[], slot: 'groupKind' | 'placeKind'): string {
  const kinds = references.map((reference) => reference[slot] ?? 'other').filter((kind) => kind !== 'other');
  const counts = groupedBy(kinds, (kind) => kind);
  return [...counts.entries()].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 'other';
}

/** Gives each state its other side, so that a later pass that needs the place finds it; unused ones are left out at the end. */
function pairStates(table: EntityTableBuilder): void {
  for (const entity of table.entities.slice()) {
    if (entity.gazetteer?.startsWith('state:') !== true || table.counterpart(entity.id) !== undefined)
      continue;
    const other =
      table.entities.find(
        (candidate) => candidate.gazetteer === entity.gazetteer && candidate.kind !== entity.kind,
      ) ?? table.addEntity(otherSide(entity));
    const [group, place] = entity.kind === 'group' ? [entity, other] : [other, entity];
    table.pair(group.id, place.id);
  }
}

function otherSide(entity: Entity): Omit<Entity, 'id'> {
  const { id: _id, groupKind: _groupKind, placeKind: _placeKind, ...shared } = entity;
  return entity.kind === 'group'
    ? { ...shared, kind: 'place', placeKind: 'country' }
    : { ...shared, kind: 'group', groupKind: 'state' };
}

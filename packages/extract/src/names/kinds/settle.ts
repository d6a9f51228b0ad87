import type { AnnotatedDocument } from '@dragoman/nlp';
import { groupedBy } from '../../collections.ts';
import { isProminent } from '../known-names.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import { extended } from '../candidates/name-bounds.ts';
import { isAddressed, isAlias, otherThanPerson } from './person-evidence.ts';
import { isNameWord } from '../runs.ts';
import { type NameSpan, SpanIndex, type SpanKind } from '../spans.ts';
import { isTeam } from './teams.ts';
import { foldName, textBetween } from '../text.ts';
import { isOpen, weighedKinds } from './weighed-kinds.ts';

/**
 * Makes an article's reading of its names consistent: a name is of one kind throughout, a surname of somebody named in full
 * is a person wherever it stands, and names the model overlooked at some places are found there too.
 */
export function settleKinds(
  document: AnnotatedDocument,
  found: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const surface = (span: NameSpan): string =>
    foldName(textBetween(document.text, document.tokens, span.first, span.last));
  const weighed = weighedKinds(document, found, surface, tools);
  const spans = found.flatMap((span) => asWeighed(document, span, weighed.get(surface(span)), tools));
  const people = fullNames(document, spans, surface, tools);
  const majority = majorityKinds(spans, surface);
  const groups = spans
    .filter((span) => span.kind === 'group' && !/^names\.(named-after|owned)$/.test(span.rule))
    .map(surface);
  const settled = spans
    .flatMap((span) => splitPair(document, span, people))
    .map((span): NameSpan => {
      const name = surface(span);
      if (span.readings.some((reading) => isProminent(reading.entry)) && span.kind !== 'person')
        return isNamesake(span, name, people)
          ? { ...span, kind: 'person', rule: 'names.part-of-person', readings: [] }
          : span;
      if (span.kind === 'person' && isKnownElse(span, name, people, tools)) return asKnown(span, name, tools);
      if (
        span.kind !== 'person' &&
        people.parts.has(name) &&
        span.groupKind === undefined &&
        span.placeKind === undefined
      )
        return { ...span, kind: 'person', rule: 'names.part-of-person' };
      if (weighed.get(name) === span.kind) return span;
      if (span.kind === 'person' && !people.parts.has(name)) {
        const kind = otherThanPerson(document, span, name, groups, tools);
        if (kind !== undefined) return { ...span, kind, rule: 'names.no-person' };
      }
      if (isAlias(document, span, spans)) return { ...span, kind: 'person', rule: 'names.alias' };
      if (isTeam(document, span, tools))
        return { ...span, kind: 'group', groupKind: 'other', rule: 'names.team' };
      if (span.kind === 'place' && shortensGroup(document, span, name, groups, tools))
        return { ...span, kind: 'group', rule: 'names.short-group' };
      if (people.parts.has(name) || span.rule === 'names.introduced') return span;
      const kind = majority.get(name);
      const bare = { ...span, rule: '' };
      if (kind === 'person' && otherThanPerson(document, bare, name, groups, tools) !== undefined)
        return span;
      return kind === undefined || kind === span.kind ? span : { ...span, kind, rule: 'names.majority' };
    });
  const consistent = bodiesThroughout(settled, surface);
  return [...consistent, ...overlooked(document, consistent, people, tools)].toSorted(
    (a, b) => a.first - b.first || b.last - a.last,
  );
}

/** A name of the kind that the article tells it to be; of what the model took for no such name, only where that is told. */
function asWeighed(
  document: AnnotatedDocument,
  span: NameSpan,
  kind: SpanKind | undefined,
  tools: SpanTools,
): NameSpan[] {
  if (kind === undefined || !isOpen(span)) return span.kind === 'misc' ? [] : [span];
  if (kind === span.kind) return [{ ...span, rule: 'names.told' }];
  const run = kind === 'person' ? extended(document, span, tools) : {};
  return [{ ...span, ...run, kind, readings: [], rule: 'names.told' }];
}

/** 'Rafael' where the article has a Rafael Cruz: a company or paper called as somebody is. */
function isNamesake(span: NameSpan, name: string, people: People): boolean {
  const kind = span.readings[0]?.entry.groupKind ?? '';
  return span.first === span.last && people.parts.has(name) && /^(company|media|ngo|other)$/.test(kind);
}

/** 'Gulf Meridian' where 'Gulf Meridian Shipbuilding' is named: an unknown place that begins a group's name and stands as no place. */
function shortensGroup(
  document: AnnotatedDocument,
  span: NameSpan,
  name: string,
  groups: readonly string[],
  { known, heads }: SpanTools,
): boolean {
  if (span.readings.length > 0 || span.placeKind !== undefined) return false;
  const { members } = heads.lexicons.groupHeads;
  /** 'Guet Ndar' of "Guet Ndar Fishermen's Collective" is where its people are from. */
  const ofPeople = (group: string): boolean =>
    /\b\p{Ll}+(men|women)\b/u.test(group) || group.split(' ').some((word) => members.has(word));
  if (known.lookup(textBetween(document.text, document.tokens, span.first, span.last)).length > 0)
    return false;
  const before = document.tokens[span.first - 1]?.lower ?? '';
  return (
    !/^(in|near|outside|across|inside)$/.test(before) &&
    groups.some((group) => group.startsWith(`${name} `) && !ofPeople(group))
  );
}

/** What a passage calls a body ('the crane maker Gru Adriatica') is one wherever its name stands. */
function bodiesThroughout(spans: readonly NameSpan[], surface: (span: NameSpan) => string): NameSpan[] {
  const bodies = new Map(
    spans
      .filter(({ kind, rule }) => kind === 'group' && rule === 'names.introduced')
      .map((span) => [surface(span), span]),
  );
  return spans.map((span): NameSpan => {
    const isOpen = span.kind === 'person' || (span.kind === 'place' && span.readings.length === 0);
    const body = isOpen ? bodies.get(surface(span)) : undefined;
    if (body === undefined) return span;
    const groupKind = body.groupKind === undefined ? {} : { groupKind: body.groupKind };
    return { ...span, kind: 'group', rule: body.rule, ...groupKind };
  });
}

/** 'the Araghchi-Witkoff meeting': two people of the article joined by a hyphen. */
function splitPair(document: AnnotatedDocument, span: NameSpan, people: People): NameSpan[] {
  const middle = span.first + 1;
  if (span.last !== span.first + 2 || document.tokens[middle]?.text !== '-') return [span];
  const known = [span.first, span.last].every((token) =>
    people.parts.has(foldName(document.tokens[token]?.text ?? '')),
  );
  if (!known) return [span];
  return [span.first, span.last].map((token) => ({
    ...span,
    first: token,
    last: token,
    kind: 'person' as const,
    rule: 'names.pair',
  }));
}

interface People {
  /** Folded last words of full names. */
  readonly surnames: ReadonlySet<string>;
  /** Folded first and last words of full names, and names of one word that stand with a form of address. */
  readonly parts: ReadonlySet<string>;
}

function fullNames(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
  tools: SpanTools,
): People {
  const surnames = new Set<string>();
  const parts = new Set<string>();
  for (const span of spans) {
    if (span.kind !== 'person') continue;
    const words = surface(span)
      .split(' ')
      .filter((word) => !tools.heads.lexicons.nameParts.particles.has(word));
    if (span.last === span.first + 2 && document.tokens[span.first + 1]?.text === '-') continue;
    if (
      words.length === 1 &&
      !span.rule.startsWith('names.title') &&
      !isAddressed(document, span.first, tools)
    )
      continue;
    surnames.add(words.at(-1) ?? '');
    parts.add(words.at(-1) ?? '').add(words[0] ?? '');
    if (words.length > 2) parts.add(words.slice(1).join(' '));
    const [, ...family] = surface(span).split(' ');
    if (family.length > words.length - 1) parts.add(family.join(' '));
  }
  return { surnames, parts };
}

/** A single word that the gazetteer has as a well-known state or body is no person, unless somebody in the article is called so. */
function isKnownElse(span: NameSpan, name: string, people: People, tools: SpanTools): boolean {
  if (people.surnames.has(name) || span.rule.startsWith('names.title')) return false;
  if (
    isNamesake(
      { ...span, readings: span.readings.length > 0 ? span.readings : tools.known.lookup(name) },
      name,
      people,
    )
  )
    return false;
  const readings = span.readings.length > 0 ? span.readings : tools.known.lookup(name);
  return readings.some((reading) => isProminent(reading.entry));
}

function asKnown(span: NameSpan, name: string, tools: SpanTools): NameSpan {
  const readings = span.readings.length > 0 ? span.readings : tools.known.lookup(name);
  return {
    ...span,
    kind: readings[0]?.entry.groupKind === undefined ? 'place' : 'group',
    readings,
    rule: 'names.gazetteer',
  };
}

/** The kind that most mentions of a name have, for names with several; people win a tie. */
function majorityKinds(
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
): Map<string, SpanKind> {
  const kinds = new Map<string, SpanKind>();
  for (const [name, same] of groupedBy(spans, surface)) {
    if (new Set(same.map((span) => span.kind)).size < 2) continue;
    const count = (kind: SpanKind): number => same.filter((span) => span.kind === kind).length;
    const ranked: SpanKind[] = name.includes(' ')
      ? ['person', 'group', 'place']
      : ['group', 'person', 'place'];
    kinds.set(name, ranked.toSorted((a, b) => count(b) - count(a))[0] ?? 'person');
  }
  return kinds;
}

/** Surnames of people named in full that stand capitalised where no name was found. */
function overlooked(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  people: People,
  { heads }: SpanTools,
): NameSpan[] {
  const found: NameSpan[] = [];
  const index = new SpanIndex(spans);
  for (const token of document.tokens) {
    if (!isNameWord(document, token.i) || isNameWord(document, token.i + 1)) continue;
    if (!people.surnames.has(foldName(token.text)) || heads.lexicons.notNames.times.has(token.lower))
      continue;
    const span: NameSpan = {
      first: token.i,
      last: token.i,
      kind: 'person',
      rule: 'names.surname',
      confidence: 0.7,
      readings: [],
    };
    if (index.meeting(span).length === 0) found.push(span);
  }
  return found;
}

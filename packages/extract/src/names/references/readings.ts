import type { GazetteerEntry, NameHit } from '@dragoman/gazetteer';
import { isProminent } from '../known-names.ts';
import { type NameSpan, SpanIndex } from '../spans.ts';
import { foldName } from '../text.ts';

/** The spans of an article, with the states it names. */
export interface ArticleSpans {
  readonly index: SpanIndex;
  readonly states: ReadonlySet<string>;
  /** These, and the states of which it names a party as only that is called, a great city or a public body: 'Tories', 'London', 'the Kremlin'. */
  readonly lands: ReadonlySet<string>;
  /** The larger regions it names, by country. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks through the spans of an article once. */
export function articleSpans(spans: readonly NameSpan[]): ArticleSpans {
  const hits = spans.flatMap(({ readings }) => readings.filter(({ entry }) => entry.groupKind === 'state'));
  const regions = new Map<string, Set<string>>();
  for (const { entry } of spans.flatMap(({ readings }) => readings)) {
    if (entry.placeKind !== 'region' || entry.country === undefined || (entry.population ?? 0) < 1e6)
      continue;
    regions.set(entry.country, (regions.get(entry.country) ?? new Set()).add(entry.id));
  }
  const states = new Set(hits.map(({ entry }) => entry.id));
  return { index: new SpanIndex(spans), states, lands: new Set([...states, ...landsOf(spans)]), regions };
}

/** 'Labour' of 'Labour Party', 'Social Democrats' of 'Social Democratic Party': an alias of the name's own words, which other lands' parties have too; 'Tories' is none. */
export function isCommonAlias({ entry, spelling, use }: NameHit): boolean {
  const full = foldName(entry.name).split(' ');
  const isOfName = (word: string): boolean => {
    const stem = word.replace(/s$/, '');
    return full.some((other) => other === word || (stem.length > 3 && other.startsWith(stem)));
  };
  return use === 'alias' && foldName(spelling).split(' ').every(isOfName);
}

const landsOf = (spans: readonly NameSpan[]): string[] =>
  spans.flatMap(({ kind, readings: [best] }) =>
    kind !== 'person' && best?.entry.country !== undefined && tellsLand(best) ? [best.entry.country] : [],
  );

/** Of one land only; many states have a 'Home Office' that is called otherwise elsewhere. */
function tellsLand(hit: NameHit): boolean {
  if (hit.entry.groupKind === 'party') return !isCommonAlias(hit);
  return hit.entry.groupKind === undefined
    ? isGreat(hit.entry)
    : hit.entry.groupKind === 'government_body' && hit.use === 'name';
}

const isGreat = (entry: GazetteerEntry): boolean =>
  isProminent(entry) && (entry.capitalOf !== undefined || (entry.population ?? 0) > 1e6);

/** The reading that fits the kind the span was given; a state before all others. */
export function likeliest(
  readings: readonly NameHit[],
  span: NameSpan,
  spans: ArticleSpans,
): NameHit | undefined {
  const state = readings.find((reading) => reading.entry.groupKind === 'state');
  if (state !== undefined) return regionOfOther(state, readings, spans) ?? state;
  const fitting = readings.filter(
    (reading) => (reading.entry.groupKind === undefined ? 'place' : 'group') === span.kind,
  );
  const atHome = fitting.find(({ entry }) => entry.country !== undefined && spans.states.has(entry.country));
  const first = fitting[0]?.entry.country === undefined || fitting[0].entry.groupKind === undefined;
  return largestRegion(fitting, spans) ?? (first ? undefined : atHome) ?? fitting[0] ?? readings[0];
}

/** Georgia among the states of America, where the article names three of them and no neighbour of the other Georgia. */
function regionOfOther(
  state: NameHit,
  readings: readonly NameHit[],
  { regions, states }: ArticleSpans,
): NameHit | undefined {
  const region = readings.find(
    ({ entry }) =>
      entry.placeKind === 'region' && entry.country !== state.entry.id && (entry.population ?? 0) > 1e6,
  );
  const country = region?.entry.country;
  if (region === undefined || country === undefined || states.has('state:RU')) return undefined;
  return (regions.get(country)?.size ?? 0) >= 3 ? region : undefined;
}

/** A capital with fewer people is meant only where its state is named as well. */
const smallCapital = 50_000;

/**
 * Virginia the state before a town called so: a region with many times the people of the likeliest city; Victoria in Australia before the
 * capital of the Seychelles.
 */
function largestRegion(
  [first, ...others]: readonly NameHit[],
  { states }: ArticleSpans,
): NameHit | undefined {
  if (first?.entry.placeKind !== 'city') return undefined;
  const { capitalOf, population: people = 0 } = first.entry;
  if (capitalOf !== undefined && (people > smallCapital || states.has(capitalOf))) return undefined;
  return others.find(
    ({ entry }) =>
      entry.placeKind === 'region' && (entry.population ?? 0) > 1e6 && (entry.population ?? 0) > 5 * people,
  );
}

import { reasonOf, type LineCount, type Standing } from '@dragoman/clean';
import { compareText } from '@dragoman/core';
import { StoredItems, type GraphStore, type Reader } from '@dragoman/graph';
import { articlesOf } from './counting.ts';
import { allRulings, readLineRuling, type LineRuling } from './line-ruling.ts';

/** A line that is boilerplate at its source, or that a person ruled on. */
export interface LearnedLine {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  /** Where it is taken out: wherever it stands, at the edges of articles only, or nowhere. */
  readonly removed: Standing;
  /** How many articles have it, where it is counted, and how many its source has. */
  readonly articles: number | null;
  readonly articlesOfSource: number;
  readonly reason: string;
  readonly ruling: Pick<LineRuling, 'kind' | 'by' | 'reason' | 'at'> | null;
}

/** What is learned of a source, or of all: the lines that most articles have first. */
export async function learnedLines(store: GraphStore, source?: string): Promise<LearnedLine[]> {
  const reading: Reader = { run: (cypher, params) => store.read(cypher, params) };
  const items = new StoredItems(reading);
  const sites = await (source === undefined ? items.byOwner('site', ['']) : items.byId('site', [source]));
  const articles = new Map(sites.map((site) => [site.id, articlesOf(site)]));
  const sources = source === undefined ? [...articles.keys()] : [source];
  const rulings = (
    await (source === undefined
      ? items.byCluster('line-ruling', [allRulings])
      : items.byOwner('line-ruling', [source]))
  ).map(readLineRuling);
  const ruled = new Map(rulings.map((ruling) => [ruling.line, ruling]));
  const lines = await items.byOwner('line', sources);
  const listed = lines.filter(({ id, note }) => note !== '' || ruled.has(id));
  const counted = listed.map(({ id, note, body }) => {
    const count = JSON.parse(body) as LineCount;
    const standing = note === '' ? null : (note as Standing);
    return described(id, count.source, count.text, count, standing, ruled.get(id), articles);
  });
  const known = new Set(listed.map(({ id }) => id));
  const others = rulings
    .filter(({ line }) => !known.has(line))
    .map((ruling) => described(ruling.line, ruling.source, ruling.text, null, null, ruling, articles));
  return [...counted, ...others].toSorted(
    (a, b) =>
      compareText(a.source, b.source) || (b.articles ?? 0) - (a.articles ?? 0) || compareText(a.text, b.text),
  );
}

function described(
  id: string,
  source: string,
  text: string,
  count: LineCount | null,
  standing: Standing,
  ruling: LineRuling | undefined,
  sizes: ReadonlyMap<string, number>,
): LearnedLine {
  const articlesOfSource = sizes.get(source) ?? 0;
  const recurs = count === null ? '' : reasonOf(count, articlesOfSource);
  const told =
    ruling === undefined ? '' : `${ruling.kind === 'forbid' ? 'forbidden' : 'allowed'} by ${ruling.by}`;
  const removedByRuling = ruling?.kind === 'forbid' ? 'everywhere' : null;
  return {
    id,
    source,
    text,
    removed: ruling === undefined ? standing : removedByRuling,
    articles: count?.articles ?? null,
    articlesOfSource,
    reason: [recurs, told].filter(Boolean).join('; '),
    ruling:
      ruling === undefined
        ? null
        : { kind: ruling.kind, by: ruling.by, reason: ruling.reason, at: ruling.at },
  };
}

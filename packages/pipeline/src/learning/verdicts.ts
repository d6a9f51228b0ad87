import {
  reasonOf,
  reclean,
  type LineCount,
  type LineVerdict,
  type SiteLine,
  type Standing,
} from '@dragoman/clean';
import { StoredItems, type GraphStore, type Reader } from '@dragoman/graph';
import type { Article } from '@dragoman/schemas';
import { articlesOf } from './counting.ts';
import { articleFrom, learningText, originalOf, siteLinesOf, type Original } from './originals.ts';
import { keyOfWords, readLineRuling, type LineRuling } from './line-ruling.ts';

/** A line's standing, and its count where words for it are wanted. */
interface Known {
  readonly standing: Standing;
  readonly reason: string;
}

/** What is thought of the lines of some articles, by what is counted and what people ruled. */
export class Verdicts {
  readonly #known: ReadonlyMap<string, Known>;
  readonly #rulings: ReadonlyMap<string, LineRuling>;

  private constructor(known: ReadonlyMap<string, Known>, rulings: ReadonlyMap<string, LineRuling>) {
    this.#known = known;
    this.#rulings = rulings;
  }

  static async load(transaction: Reader, originals: readonly Original[]): Promise<Verdicts> {
    const articles = originals.flatMap((original) => siteLinesOf(original) ?? []);
    const sources = [...new Set(articles.map(({ source }) => source))];
    const keys = [...new Set(articles.flatMap(({ lines }) => lines.map(({ key }) => key)))];
    const items = new StoredItems(transaction);
    const lines = (await items.byId('line', keys)).filter(({ note }) => note !== '');
    const sites = new Map(
      (await items.byId('site', [...new Set(lines.map(({ owner }) => owner))])).map((item) => [
        item.id,
        articlesOf(item),
      ]),
    );
    const known = lines.map(({ id, owner, note, body }): [string, Known] => [
      id,
      {
        standing: note as Standing,
        reason: reasonOf(JSON.parse(body) as LineCount, sites.get(owner) ?? 0),
      },
    ]);
    const rulings = (await items.byOwner('line-ruling', sources)).map(readLineRuling);
    return new Verdicts(new Map(known), new Map(rulings.map((ruling) => [ruling.line, ruling])));
  }

  /** An article without what is boilerplate at its source; each line that goes is dropped with the reason, in words too. */
  clean(article: Article): Article {
    const text = learningText(originalOf(article));
    if (text === null || this.#known.size + this.#rulings.size === 0) return article;
    const rulingOn = (line: SiteLine): LineRuling | undefined =>
      this.#rulings.size === 0
        ? undefined
        : (this.#rulings.get(line.key) ?? this.#rulings.get(keyOfWords(text.source, line.text)));
    const judge = (line: SiteLine): LineVerdict | null => {
      const ruling = rulingOn(line);
      if (ruling !== undefined) return ruling.kind === 'forbid' ? 'forbidden-at-source' : null;
      const standing = line.counts ? this.#known.get(line.key)?.standing : undefined;
      return standing === 'everywhere' || (standing === 'edges' && line.atEdge) ? 'recurs-at-source' : null;
    };
    const explain = (line: SiteLine): string | undefined => {
      const ruling = rulingOn(line);
      return ruling === undefined ? this.#known.get(line.key)?.reason : `forbidden by ${ruling.by}`;
    };
    return reclean(article, text.source, judge, explain);
  }

  /** The same for an original: what of it is to be read. */
  toRead(original: Original): Original {
    return originalOf(this.clean(articleFrom(original)));
  }
}

/** Articles without what their sources' stores know as boilerplate at present. */
export async function withoutLearned(store: GraphStore, articles: readonly Article[]): Promise<Article[]> {
  const transaction: Reader = { run: (cypher, params) => store.read(cypher, params) };
  const verdicts = await Verdicts.load(transaction, articles.map(originalOf));
  return articles.map((article) => verdicts.clean(article));
}

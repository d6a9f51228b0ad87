import { memoised } from '@dragoman/core';
import { type Gazetteer, type GazetteerEntry, type NameHit, nameKey } from '@dragoman/gazetteer';
import type { AnnotatedDocument, Sentence } from '@dragoman/nlp';
import { isCapitalised } from './text.ts';

/** A name of the gazetteer found in a text: the tokens `first` to `last` (inclusive) and all it may stand for, the likeliest first. */
export interface KnownMatch {
  readonly first: number;
  readonly last: number;
  readonly readings: readonly NameHit[];
}

/** A city with so many people is meant wherever its name stands capitalised. */
const greatCity = 1_000_000;

/** Finds the names of a gazetteer in annotated text. */
export class KnownNames {
  readonly #gazetteer: Gazetteer;
  /** What a surface may stand for, by its text alone; small towns too. */
  readonly lookup: (text: string) => readonly NameHit[];

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    this.lookup = memoised((text) => this.#find(text));
  }

  /** The entry with a gazetteer id. */
  byId(id: string): GazetteerEntry | undefined {
    return this.#gazetteer.get(id);
  }

  #find(text: string): readonly NameHit[] {
    const found = this.#gazetteer.find(text);
    return found.length > 0
      ? found
      : this.#gazetteer.find(
          text
            .replace(/^N\. ?/, 'North ')
            .replace(/^S\. ?/, 'South ')
            .replace(/^[RDI]-(?=\p{L})/u, '')
            .replace(/ & /g, ' and '),
        );
  }

  /** The known names of a document, sentence by sentence, the longest from left to right. All begin with a capital letter. */
  matches(document: AnnotatedDocument): KnownMatch[] {
    return document.sentences.flatMap((sentence) =>
      nameStretches(document, sentence).flatMap(([first, last]) => this.#matchesIn(document, first, last)),
    );
  }

  #matchesIn(document: AnnotatedDocument, from: number, to: number): KnownMatch[] {
    const words = document.tokens.slice(from, to + 1).map((token) => token.text);
    return this.#gazetteer.match(words).flatMap(({ start, end, hits }): KnownMatch[] => {
      const bare =
        nameKey(words[start] ?? '') === '' || words[start]?.toLowerCase() === 'the' ? start + 1 : start;
      const [first, last] = [from + bare, from + end - 1];
      const readings = hits.filter((hit) => hit.entry.own === true || !isCommonWord(document, first, last));
      const natural = isNatural(document, first, last);
      const meant = readings.filter(({ entry }) => (entry.groupKind === undefined) === natural);
      const isArticled = document.tokens[first - 1]?.lower === 'the';
      if (bare + 1 === end && needsArticle.test(words[bare] ?? '') && !isArticled) return [];
      return bare >= end || readings.length === 0 || !words.slice(bare, end).some(isCapitalised)
        ? []
        : [{ first, last, readings: isRiverOrBody(readings) ? meant : readings }];
    });
  }
}

/** Short names that are one with an article only: 'the States', 'the Channel', not 'Channel 4'. */
const needsArticle = /^(?:States|Channel)$/;

/** Words that may stand in lower case within a known name. */
const connecting = new Set([
  'of',
  'the',
  'and',
  'for',
  'without',
  'against',
  'on',
  'to',
  'in',
  'de',
  'du',
  'des',
  'la',
  'le',
  'el',
  'al',
  'da',
  'do',
  'dos',
  'di',
  'y',
  'e',
  'und',
  'der',
  'bin',
  '&',
  ',',
  '-',
  '–',
  '.',
  "'s",
  '’s',
  "'",
  '’',
]);

/** So many nouns and adjectives in lower case may end a known name: 'UN general assembly', 'State department'. */
const lowerTail = 3;

/** The stretches of a sentence in which names may stand: capitalised words and numbers with connecting words between them. */
function nameStretches(document: AnnotatedDocument, { first, last }: Sentence): [number, number][] {
  const stretches: [number, number][] = [];
  let start = -1;
  let lower = 0;
  for (let i = first; i <= last + 1; i++) {
    const token = i <= last ? document.tokens[i] : undefined;
    const named =
      token !== undefined &&
      (isCapitalised(token.text) ||
        (start >= 0 &&
          (connecting.has(token.lower) ||
            /^\d/.test(token.text) ||
            (/^(NOUN|ADJ|PROPN)$/.test(token.upos) && ++lower <= lowerTail))));
    if (token !== undefined && isCapitalised(token.text)) lower = 0;
    if (named && start < 0) start = i;
    if (!named && start >= 0) {
      stretches.push([start, i - 1]);
      start = -1;
    }
  }
  return stretches;
}

/** Is a name both a company's and a river's: 'Amazon'? */
function isRiverOrBody(readings: readonly NameHit[]): boolean {
  return (
    readings.some(({ entry }) => entry.groupKind === 'company') &&
    readings.some(
      ({ entry }) =>
        /^(waters|facility|region)$/.test(entry.placeKind ?? '') && entry.groupKind === undefined,
    )
  );
}

/** 'the Amazon', 'Amazon deforestation'. */
function isNatural({ tokens }: AnnotatedDocument, first: number, last: number): boolean {
  return (
    tokens[first - 1]?.lower === 'the' ||
    /^(rainforest|deforestation|basin|river|forest|jungle|fires|region|tribes?|delta)$/.test(
      tokens[last + 1]?.lower ?? '',
    )
  );
}

/** A single capitalised word that the language model reads as a verb, an adverb or another function word is no name. */
function isCommonWord(document: AnnotatedDocument, first: number, last: number): boolean {
  if (/[$€£]/.test(document.tokens[last]?.text ?? '')) return true;
  return (
    first === last && /^(VERB|AUX|ADV|ADP|DET|SCONJ|CCONJ|INTJ)$/.test(document.tokens[first]?.upos ?? '')
  );
}

/** Is the entry known well enough that its name means it without another sign? */
export function isProminent(entry: GazetteerEntry): boolean {
  if (entry.own === true || entry.groupKind !== undefined || entry.capitalOf !== undefined) return true;
  return entry.placeKind === 'city' ? (entry.population ?? 0) >= greatCity : true;
}

/** Is the name used as an adjective ('Iranian') or for the people ('Iranians')? */
export function isDemonym(hit: NameHit): boolean {
  return hit.use === 'adjective' || hit.use === 'people';
}

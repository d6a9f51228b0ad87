import {
  children,
  spanOffsets,
  spanText,
  subtreeSpan,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import type { EntityTableBuilder } from '../entity-table.ts';
import { prepositionOf } from '../roles/coordination.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';

/** What stands before a phrase for people and is no part of it: 'that the 63 men', 'his supporters'. */
const outsidePhrase: ReadonlySet<string> = new Set([
  'DET',
  'PUNCT',
  'SCONJ',
  'CCONJ',
  'VERB',
  'AUX',
  'ADV',
  'ADP',
]);
const crowds = wordSet(roleVocabulary.crowds);
const fighting =
  /^(?:fighter|militant|soldier|officer|policeman|rebel|insurgent|gunman|militiaman|jihadist|sailor|gendarme|hacker)$/;
/** How many counting words may stand before the noun. */
const deepest = 3;

/** A plural noun for people and the words before it. */
interface Crowd {
  readonly noun: Token;
  readonly phrase: string;
}

/** Gives the people whom an event tells of without a name ('protesters', 'gunmen') an entity each, one for each noun of an article. */
export class UnnamedParties {
  readonly #document: AnnotatedDocument;
  readonly #table: EntityTableBuilder;
  readonly #byNoun = new Map<string, string>();

  constructor(document: AnnotatedDocument, table: EntityTableBuilder) {
    this.#document = document;
    this.#table = table;
  }

  /** The entities of the crowds at tokens, each once; none where the tokens are no crowd or already stand for somebody. */
  at(tokens: readonly number[]): string[] {
    const nouns = tokens.flatMap((token) => this.#crowdAt(token));
    return [...new Set(nouns.map((noun) => this.#entityOf(noun)))];
  }

  /** As `at`, but only whom a name describes, and nobody who fights for it: 'Beninese engineers'; 'Hamas fighters' are Hamas. */
  civiliansAt(tokens: readonly number[]): string[] {
    const described = tokens.filter((token) =>
      children(this.#document, token).some(
        ({ deprel, text }) => /^(?:amod|compound|nmod)/.test(deprel) && /^\p{Lu}/u.test(text),
      ),
    );
    return this.at(described.filter((token) => !fighting.test(this.#document.tokens[token]?.lemma ?? '')));
  }

  /** Who demonstrates where the text does not say who: the article's protesters, if it has any. */
  protesters(): string[] {
    const known = ['protester', 'demonstrator'].flatMap((noun) => this.#byNoun.get(noun) ?? []);
    return known.slice(0, 1);
  }

  /** The plural noun for people at a token, or behind 'hundreds of'. */
  #crowdAt(token: number): Crowd[] {
    const noun = this.#counted(token).find(({ xpos, lemma }) => xpos === 'NNS' && crowds.has(lemma));
    return noun === undefined ? [] : [{ noun, phrase: this.#phrase(token, noun.i) }];
  }

  /** A token and what stands behind it and 'of': 'tens of thousands of teachers'. */
  #counted(token: number, depth = 0): Token[] {
    const own = this.#document.tokens[token];
    if (own === undefined || depth > deepest) return [];
    const behind = children(this.#document, token, 'nmod').filter(
      ({ i }) => prepositionOf(this.#document, i) === 'of',
    );
    return [own, ...behind.flatMap(({ i }) => this.#counted(i, depth + 1))];
  }

  /** 'several hundred fishermen', 'hundreds of teachers': the words up to the noun, without a determiner or what stands before the phrase. */
  #phrase(token: number, noun: number): string {
    const { start } = subtreeSpan(this.#document, token);
    const before = this.#document.tokens.slice(start, noun);
    const foreign = before.findLastIndex(({ upos }) => outsidePhrase.has(upos) && upos !== 'ADP');
    const opening = before[foreign + 1]?.upos === 'ADP' ? foreign + 2 : foreign + 1;
    return spanText(this.#document, { start: start + opening, end: noun + 1 });
  }

  /** 'water engineers' in 'two Tajik water engineers'. */
  #compound(noun: Token): string {
    const parts = children(this.#document, noun.i).filter(
      ({ i, deprel, upos }) => i < noun.i && deprel === 'compound' && upos === 'NOUN',
    );
    return spanText(this.#document, { start: Math.min(noun.i, ...parts.map(({ i }) => i)), end: noun.i + 1 });
  }

  #entityOf({ noun, phrase }: Crowd): string {
    const known = this.#table.mentionHeadedBy(noun.i)?.entity ?? this.#byNoun.get(noun.lemma);
    if (known !== undefined) return known;
    const span = { start: noun.i, end: noun.i + 1 };
    const name = noun.lower;
    const { id } = this.#table.addEntity({
      kind: 'group',
      groupKind: 'other',
      name,
      aliases: [...new Set([phrase, withoutCount(phrase), this.#compound(noun)])].filter(
        (alias) => alias.toLowerCase() !== name,
      ),
      unnamed: true,
      rule: 'events.unnamed',
      confidence: 0.5,
      spans: [spanOffsets(this.#document, span)],
    });
    this.#table.addMention({
      entity: id,
      form: 'nominal',
      first: noun.i,
      last: noun.i,
      head: noun.i,
      rule: 'events.unnamed',
    });
    this.#byNoun.set(noun.lemma, id);
    return id;
  }
}

/** 'Beninese engineers' for 'five Beninese engineers', 'some 400 sailors', 'hundreds of teachers'. */
const withoutCount = (phrase: string): string =>
  phrase.replace(
    /^(?:(?:at least|more than|up to|some|about|around|nearly|almost|several|many|the|these|those|other|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|dozens|scores|hundred|hundreds|thousand|thousands|of) )+/i,
    '',
  );

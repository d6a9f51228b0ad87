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

const crowds = wordSet(roleVocabulary.crowds);
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

  /** 'several hundred fishermen', 'hundreds of teachers': the words up to the noun, without its determiner. */
  #phrase(token: number, noun: number): string {
    const { start } = subtreeSpan(this.#document, token);
    const first = this.#document.tokens[start]?.upos === 'DET' ? start + 1 : start;
    return spanText(this.#document, { start: Math.min(first, noun), end: noun + 1 });
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
      aliases: phrase.toLowerCase() === name ? [] : [phrase],
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

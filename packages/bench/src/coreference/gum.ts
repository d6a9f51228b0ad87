import {
  type AnnotatedDocument,
  type Entity,
  type EntityKind,
  headOfSpan,
  makeDocument,
  type Sentence,
  type Token,
  type Upos,
} from '@dragoman/nlp';
import { z } from 'zod';
import { readGzippedJson } from '../corpora.ts';

const treeSchema = z.array(
  z.object({
    doc: z.string(),
    g: z.string(),
    w: z.array(z.string()),
    l: z.array(z.string()),
    u: z.array(z.string()),
    x: z.array(z.string()),
    h: z.array(z.number()),
    d: z.array(z.string()),
    sp: z.array(z.number()),
  }),
);
const namesSchema = z.array(z.object({ doc: z.string(), w: z.array(z.string()), t: z.array(z.string()) }));
const chainsSchema = z.array(
  z.object({
    doc: z.string(),
    genre: z.string(),
    mentions: z.array(
      z.object({
        s: z.number(),
        a: z.number(),
        b: z.number(),
        id: z.string(),
        infstat: z.string().nullable(),
      }),
    ),
  }),
);
type Tree = z.infer<typeof treeSchema>[number];

/** A mention of a gold chain: tokens `first` to `last` (inclusive) of the document. */
export interface GoldMention {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly chain: string;
}

/** A document of GUM with gold trees, names and chains. */
export interface GumDocument {
  readonly name: string;
  readonly genre: string;
  readonly document: AnnotatedDocument;
  readonly mentions: readonly GoldMention[];
}

/** Reads a part of GUM: its treebank, its names and its coreference. */
export function readGum(part: 'train' | 'dev'): GumDocument[] {
  const trees = treeSchema.parse(readGzippedJson(`corpora/nlp/treebank/gum-${part}.json.gz`));
  const names = namesSchema.parse(readGzippedJson(`corpora/nlp/ner/gum-${part}.json.gz`));
  return chainsSchema.parse(readGzippedJson(`corpora/nlp/coref/gum-${part}.json.gz`)).map((gold) => {
    const sentences = trees.filter((tree) => tree.doc === gold.doc);
    const tags = names.filter((sentence) => sentence.doc === gold.doc).flatMap((sentence) => sentence.t);
    const document = documentOf(sentences, tags);
    const mentions = gold.mentions.map(({ s, a, b, id }): GoldMention => {
      const start = document.sentences[s]?.first ?? 0;
      const span = { start: start + a, end: start + b };
      return { first: span.start, last: span.end - 1, head: headOfSpan(document, span).i, chain: id };
    });
    return { name: gold.doc, genre: gold.genre, document, mentions };
  });
}

function documentOf(trees: readonly Tree[], tags: readonly string[]): AnnotatedDocument {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let text = '';
  trees.forEach((tree, index) => {
    const first = tokens.length;
    tree.w.forEach((word, i) => {
      const head = tree.h[i] ?? 0;
      const shared = {
        i: tokens.length,
        sentence: index,
        start: text.length,
        end: text.length + word.length,
        text: word,
        lower: word.toLowerCase(),
      };
      tokens.push({
        ...shared,
        lemma: tree.l[i] ?? word,
        upos: (tree.u[i] ?? 'X') as Upos,
        xpos: tree.x[i] ?? '',
        head: head === 0 ? -1 : first + head - 1,
        deprel: tree.d[i] ?? 'dep',
      });
      text += word + ((tree.sp[i] ?? 1) === 1 ? ' ' : '');
    });
    sentences.push({
      index,
      start: tokens[first]?.start ?? 0,
      end: tokens.at(-1)?.end ?? 0,
      first,
      last: tokens.length - 1,
    });
  });
  return makeDocument({ text, tokens, sentences, entities: entitiesOf(tags), predicates: [] });
}

function entitiesOf(tags: readonly string[]): Entity[] {
  const entities: Entity[] = [];
  tags.forEach((tag, i) => {
    if (tag.startsWith('B-'))
      entities.push({ kind: tag.slice(2) as EntityKind, start: i, end: i + 1, by: 'gold' });
    const open = entities.at(-1);
    if (tag.startsWith('I-') && open !== undefined) open.end = i + 1;
  });
  return entities;
}

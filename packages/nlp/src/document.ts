/**
 * The annotated document: what the language analysis hands to the packages that read it.
 * Plain data. `walk.ts` has the functions over it (children, subtree, spans, paths).
 *
 * Conventions: a character offset is an index into `AnnotatedDocument.text` in UTF-16 code units (as `String.slice` takes it);
 * a token index counts over the whole document; every `end` is exclusive.
 */

/** The universal parts of speech. */
export const uposTags = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type Upos = (typeof uposTags)[number];

/** One token, with its place in the text and in the sentence's tree. */
export interface Token {
  /** Index in `AnnotatedDocument.tokens`. */
  i: number;
  /** Index of the sentence it belongs to. */
  sentence: number;
  /** Character offsets into the text. */
  start: number;
  end: number;
  text: string;
  lower: string;
  lemma: string;
  upos: Upos;
  /** Penn Treebank tag, where the model has one. */
  xpos?: string;
  /** Token index of the head (over the document), -1 for the root of a sentence. */
  head: number;
  /** Universal dependency relation; subtypes kept: nsubj:pass, aux:pass, nmod:poss, obl:agent, acl:relcl, compound:prt. */
  deprel: string;
}

export interface Sentence {
  index: number;
  /** Character offsets of the first token's start and the last token's end. */
  start: number;
  end: number;
  /** Token indices; the tokens are `first` to `last`, both included. */
  first: number;
  last: number;
}

export const entityKinds = ['PER', 'ORG', 'LOC', 'NORP', 'MISC'] as const;
/** PER person, ORG organisation, LOC place, NORP nationality, religious or political group, MISC other names. */
export type EntityKind = (typeof entityKinds)[number];

/** A named entity mention: the tokens `start` to `end` (exclusive). */
export interface Entity {
  kind: EntityKind;
  start: number;
  end: number;
  /** `model` as the network said it, else the name of the correction that made or changed it. */
  by: string;
}

/** PropBank's role names: ARG0 (doer), ARG1 (done to), ARG2 … ARGM-TMP, ARGM-LOC, ARGM-NEG, ARGM-MOD, ARGM-MNR, ARGM-CAU, ARGM-PRP, ARGM-ADV … */
export type Role = string;

/** What fills a role of a predicate: the tokens `start` to `end` (exclusive) around `head`. */
export interface Argument {
  role: Role;
  head: number;
  start: number;
  end: number;
}

/** A verb, noun or adjective that says what happens, with who and what it happens to. */
export interface Predicate {
  /** Token index of the predicate itself. */
  token: number;
  args: Argument[];
  /** It has ARGM-NEG, or a negation hanging on it ('denied' and its like are not negation). */
  negated: boolean;
  /** The modal verb that governs it ('may', 'will'), lower-cased, where there is one. */
  modal?: string;
}

export interface AnnotatedDocument {
  text: string;
  tokens: Token[];
  sentences: Sentence[];
  /** In text order, not overlapping. */
  entities: Entity[];
  /** In text order. */
  predicates: Predicate[];
  /** Token indices of the direct dependents of each token, in text order. */
  dependents: number[][];
  /** Index into `entities` for each token, -1 where it is in no entity. */
  entityAt: number[];
}

/** What `makeDocument` derives the rest from. */
export interface DocumentParts {
  text: string;
  tokens: Token[];
  sentences: Sentence[];
  entities: Entity[];
  predicates: Predicate[];
}

/**
 * Completes a document: fills `dependents` and `entityAt`.
 * Heads must be token indices within the same sentence or -1.
 */
export function makeDocument(parts: DocumentParts): AnnotatedDocument {
  const dependents: number[][] = parts.tokens.map(() => []);
  const entityAt: number[] = [];
  for (const { i, head } of parts.tokens) {
    const above = dependents[head];
    // As in `children`: a list of one takes no more room than it needs.
    if (above?.length === 0) dependents[head] = [i];
    else above?.push(i);
    entityAt.push(-1);
  }
  parts.entities.forEach((entity, index) => {
    for (let i = entity.start; i < entity.end; i++) entityAt[i] = index;
  });
  // Written out: a spread gives objects whose hidden class is collected with them, and all that reads documents is compiled anew.
  const { text, tokens, sentences, entities, predicates } = parts;
  return { text, tokens, sentences, entities, predicates, dependents, entityAt };
}

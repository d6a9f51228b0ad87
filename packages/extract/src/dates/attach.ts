import {
  ancestors,
  child,
  children,
  headOf,
  predicateAt,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { DatedExpression } from './read.ts';

/** Finds the time of what a token tells. */
export interface Dating {
  readonly expressions: readonly DatedExpression[];
  /** The tokens of all times: a number among them counts nothing. */
  readonly tokens: ReadonlySet<number>;
  /** The time of a verb or a noun, undefined where its sentence gives it none. */
  dateOf(token: number): DatedExpression | undefined;
}

/** Relations over which a time does not pass from a dependent clause to the word above it. */
const clauseBoundary = /^(?:acl|advcl|ccomp|csubj|parataxis|conj)/;

/**
 * Ties times to what they date: by the semantic role (ARGM-TMP), by the tree within the clause, then by what governs the
 * word (a noun takes the time of its verb, an infinitive that of the verb it completes, a joined verb a time told before).
 */
export function attachDates(document: AnnotatedDocument, expressions: readonly DatedExpression[]): Dating {
  const bySentence = new Map<number, DatedExpression[]>();
  for (const expression of expressions) {
    const sentence = document.tokens[expression.head]?.sentence ?? -1;
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), expression]);
  }
  const inSentenceOf = (token: Token): DatedExpression[] => bySentence.get(token.sentence) ?? [];
  return {
    expressions,
    tokens: new Set(
      expressions.flatMap(({ first, last }) => document.tokens.slice(first, last + 1).map(({ i }) => i)),
    ),
    dateOf(index) {
      const token = document.tokens[index];
      if (token === undefined) return undefined;
      const here = inSentenceOf(token).filter((expression) => isUsable(document, expression));
      if (here.length === 0) return undefined;
      return (
        pointed(here, index) ??
        own(document, here, token) ??
        rightBehind(document, here, token) ??
        notSpeakersDay(document, token, inherited(document, here, token)) ??
        adjacent(document, here, token) ??
        opening(document, here, token) ??
        beforeColon(document, here, token)
      );
    },
  };
}

/** 'before Friday' dates nothing, 'the first since 2016' only the comparison, 'since the 1979 revolution' the revolution. */
function isUsable(document: AnnotatedDocument, { bound, head, last }: DatedExpression): boolean {
  const governor = headOf(document, head);
  if (bound !== null && governor?.upos === 'NOUN' && governor.i > last) return false;
  if (bound === 'since') return !/^(?:ADJ|NUM|ADV)$/.test(governor?.upos ?? '');
  return bound !== 'before' && bound !== 'after';
}

function pointed(here: readonly DatedExpression[], index: number): DatedExpression | undefined {
  return here.find(({ of }) => of === index);
}

function own(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  token: Token,
): DatedExpression | undefined {
  const times = predicateAt(document, token.i)?.args.filter(({ role }) => role === 'ARGM-TMP') ?? [];
  const free = here.filter(({ of }) => of === null);
  const byRole = free.find(({ head, first, last }) =>
    times.some(
      (time) => time.head === head || (time.start <= first && last < time.end && time.end - time.start < 8),
    ),
  );
  const byTree = nearestBelow(document, free, token.i);
  // 'said on Monday that they met in December': the roles may give a verb the time of the one that tells of it.
  const isOthers =
    byRole !== undefined && byTree !== undefined && stepsUp(document, byRole.head, token.i) === undefined;
  return isOthers ? byTree : (byRole ?? byTree);
}

/** 'will meet again today after talks last night failed': a time next to a noun, which the tree hangs on the verb behind it. */
function rightBehind(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  noun: Token,
): DatedExpression | undefined {
  if (noun.upos !== 'NOUN') return undefined;
  return here.find(({ first, head, of }) => {
    const owner = headOf(document, head);
    return of === null && first === noun.i + 1 && owner?.upos === 'VERB' && owner.i > head;
  });
}

/** The time that hangs on a token with the fewest steps, no clause between. */
function nearestBelow(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  index: number,
): DatedExpression | undefined {
  let best: { expression: DatedExpression; steps: number } | undefined;
  for (const expression of here) {
    const steps = stepsUp(document, expression.head, index);
    if (steps !== undefined && (best === undefined || steps < best.steps)) best = { expression, steps };
  }
  return best?.expression;
}

function stepsUp(document: AnnotatedDocument, from: number, to: number): number | undefined {
  let steps = 0;
  for (let at = document.tokens[from]; at !== undefined; at = document.tokens[at.head]) {
    if (at.i === to) return steps;
    if (
      clauseBoundary.test(at.deprel) &&
      !isOfDocument(document, at) &&
      (!isRelativeOf(at, to) || isOutdated(document, at))
    )
      return undefined;
    steps++;
  }
  return undefined;
}

const documents = wordSet(roleVocabulary.documents);

/** 'In a joint statement published Oct. 25, the ministries accused …': the day it came out is that of what it says. */
function isOfDocument(document: AnnotatedDocument, clause: Token): boolean {
  if (clause.deprel !== 'acl' || clause.xpos !== 'VBN') return false;
  if (!/^(?:publish|issue|release|date|send|post|sign|air|broadcast)$/.test(clause.lemma)) return false;
  const noun = headOf(document, clause.i);
  if (noun === undefined || !documents.has(noun.lemma) || !noun.deprel.startsWith('obl')) return false;
  return children(document, noun.i, 'case').some(({ lower }) => lower === 'in');
}

/** 'a summit originally set for June 3'. */
function isOutdated(document: AnnotatedDocument, clause: Token): boolean {
  return children(document, clause.i, 'advmod').some(({ lower }) =>
    /^(?:originally|initially|previously)$/.test(lower),
  );
}

/** 'talks that were held on Friday': the relative clause tells of its noun. */
function isRelativeOf(clause: Token, noun: number): boolean {
  return clause.deprel.startsWith('acl') && clause.head === noun;
}

function inherited(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  token: Token,
): DatedExpression | undefined {
  const governor = headOf(document, token.i);
  if (governor === undefined || isSaidAfter(document, token, governor)) return undefined;
  const theirs =
    pointed(here, governor.i) ?? own(document, here, governor) ?? inherited(document, here, governor);
  if (/^(?:nsubj|obj|obl|nmod|compound)/.test(token.deprel)) return theirs;
  if (isPurpose(document, token)) return theirs;
  if (token.deprel === 'xcomp') {
    const isAspect = /^(?:begin|start|continue|resume|keep)$/.test(governor.lemma);
    return theirs !== undefined && (isAspect || theirs.first > token.i) ? theirs : undefined;
  }
  if (token.deprel === 'conj') {
    return theirs !== undefined && theirs.last < token.i ? theirs : undefined;
  }
  if (opensWithWhere(document, token) || isSameTime(document, token)) return theirs;
  return /^(?:advcl|acl)/.test(token.deprel) && token.xpos === 'VBG' ? theirs : undefined;
}

const reporting = wordSet(roleVocabulary.modality.reportVerbs);

/** The time a token inherits, unless it stands behind 'after' and the time is that of a verb of saying: '…, officials said on Wednesday'. */
function notSpeakersDay(
  document: AnnotatedDocument,
  token: Token,
  date: DatedExpression | undefined,
): DatedExpression | undefined {
  if (date === undefined) return undefined;
  const saying = ancestors(document, date.head).find(({ upos }) => upos === 'VERB');
  if (saying === undefined || saying.i === token.i || !reporting.has(saying.lemma)) return date;
  const path = [token, ...ancestors(document, token.i)];
  const below = path.slice(
    0,
    path.findIndex(({ i }) => i === saying.i),
  );
  const isAfter = below.some(({ i }) =>
    children(document, i, 'case').some(({ lower }) => lower === 'after' || lower === 'following'),
  );
  return isAfter ? undefined : date;
}

/** 'officials said on Thursday after two days of talks': the day they spoke is not that of the talks. */
function isSaidAfter(document: AnnotatedDocument, token: Token, governor: Token): boolean {
  return (
    reporting.has(governor.lemma) &&
    children(document, token.i, 'case').some(({ lower }) => lower === 'after' || lower === 'following')
  );
}

/** 'will travel to Berlin on Wednesday to meet …'. */
function isPurpose(document: AnnotatedDocument, token: Token): boolean {
  return token.deprel === 'advcl' && child(document, token.i, 'mark')?.lower === 'to';
}

/** 'dropped its veto on Wednesday night after the minister telephoned …', 'fell on Friday when shells hit …'. */
function isSameTime(document: AnnotatedDocument, token: Token): boolean {
  if (token.deprel !== 'advcl') return false;
  return children(document, token.i).some(
    ({ deprel, lower }) => /^(?:mark|advmod)/.test(deprel) && sameTime.test(lower),
  );
}

const sameTime = /^(?:after|when|as|while)$/;

/** 'is in Lima next week, where he will meet …': the clause happens where and when the one above it does. */
export function opensWithWhere(document: AnnotatedDocument, verb: Token): boolean {
  return children(document, verb.i, 'advmod').some(({ lower }) => lower === 'where');
}

/** How many tokens into the sentence a time may begin that holds for all of it. */
const openingReach = 3;

/** 'On Wednesday, she added, the minister was receiving …': a time at the head of a sentence dates its main clause. */
function opening(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  token: Token,
): DatedExpression | undefined {
  const sentence = document.sentences[token.sentence];
  if (sentence === undefined || !/^(?:root|ccomp|parataxis)/.test(token.deprel)) return undefined;
  return here.find(
    ({ first, of }) => of === null && first - sentence.first < openingReach && first < token.i,
  );
}

/** 'The sides traded charges on Friday: Minsk accused Vilnius of …': what a colon opens happened then. */
function beforeColon(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  token: Token,
): DatedExpression | undefined {
  if (token.xpos !== 'VBD') return undefined;
  return here.find(
    ({ last, of }) => of === null && last < token.i && document.tokens[last + 1]?.text === ':',
  );
}

/** How far behind a noun its time may stand where the tree hangs the time elsewhere. */
const adjacentReach = 7;

/** 'She said a second round in Nairobi in January was …': a time behind a noun, no verb between, hung on the verb of saying. */
function adjacent(
  document: AnnotatedDocument,
  here: readonly DatedExpression[],
  noun: Token,
): DatedExpression | undefined {
  if (noun.upos !== 'NOUN') return undefined;
  return here.find(({ first, head, of }) => {
    const gap = first - noun.i;
    const owner = headOf(document, head);
    if (of !== null || gap <= 0 || gap > adjacentReach || owner === undefined || owner.i > noun.i)
      return false;
    return document.tokens
      .slice(noun.i + 1, first)
      .every(({ upos }) => /^(?:ADP|DET|PROPN|NOUN|ADJ)$/.test(upos));
  });
}

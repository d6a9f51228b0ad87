import { child, children, sentenceOf, subtreeSpan, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { vocabulary } from '../dates/vocabulary.ts';
import { onceAToken } from './once-a-token.ts';

/**
 * The subject that the tree takes from a finite verb: 'The company, which denied wrongdoing, sued Guinea' read as a company
 * with two clauses below it, 'The UPDF blamed Turkana warriors' with the name hung on the noun behind the verb.
 */
export const resumedSubject: (document: AnnotatedDocument, verb: number) => Token | undefined = onceAToken(
  (document, verb) => {
    const token = document.tokens[verb];
    if (token?.upos !== 'VERB' || !/^VB[DZPN]$/.test(token.xpos ?? '')) return undefined;
    if (children(document, verb).some(({ deprel }) => /^(?:nsubj|csubj|aux|mark|cop)/.test(deprel)))
      return undefined;
    return (
      crossingSubject(document, token) ??
      subjectBehindTime(document, token) ??
      subjectBeforeInsert(document, token) ??
      subjectOfClause(document, token)
    );
  },
);

/** A name right before the verb that hangs on what stands behind it. */
function crossingSubject(document: AnnotatedDocument, verb: Token): Token | undefined {
  const before = document.tokens[verb.i - 1];
  if (before?.upos !== 'PROPN' || verb.deprel === 'amod' || before.sentence !== verb.sentence)
    return undefined;
  return before.head > verb.i && /^(?:compound|amod|nmod|flat)/.test(before.deprel) ? before : undefined;
}

/** 'On Friday police in Lagos seized …' read as 'on Friday police': the noun behind the day that opens the sentence. */
function subjectBehindTime(document: AnnotatedDocument, verb: Token): Token | undefined {
  const { first } = sentenceOf(document, verb.i);
  const day = document.tokens[first + 1];
  const noun = day === undefined ? undefined : document.tokens[day.head];
  if (day === undefined || noun?.head !== verb.i || noun.i < day.i || noun.i > verb.i) return undefined;
  const isDay = vocabulary.weekdays.has(day.lower) || vocabulary.months.has(day.lower);
  const isOpening = isDay && /^(?:on|in|by|since)$/.test(document.tokens[first]?.lower ?? '');
  return isOpening && noun.deprel.startsWith('obl') && document.tokens[first]?.head === noun.i
    ? noun
    : undefined;
}

/** Words that open a clause and that the tree may take for prepositions. */
const opensClause = /^(?:after|before|as|since|until|till)$/;

/** 'acted after its chairman, Bola Tinubu, spoke with …' read as 'acted after its chairman' and 'spoke': the noun behind the conjunction. */
function subjectOfClause(document: AnnotatedDocument, verb: Token): Token | undefined {
  if (verb.deprel !== 'conj' || !isBehindComma(document, verb) || child(document, verb.i, 'cc') !== undefined)
    return undefined;
  return children(document, verb.head).find(
    ({ i, deprel }) =>
      i > verb.head &&
      i < verb.i &&
      deprel.startsWith('obl') &&
      opensClause.test(child(document, i, 'case')?.lower ?? '') &&
      children(document, i, 'appos').some(
        (apposed) => apposed.i > i && subtreeSpan(document, apposed.i).end >= verb.i - 1,
      ),
  );
}

/** How many adverbs may stand between the comma and the verb: 'which was founded in 1990, later sued', 'Ms Suk, yesterday invited'. */
const widestAdverb = 2;

/** The noun that opens the sentence and heads its tree, where an insert between commas stands before the verb. */
function subjectBeforeInsert(document: AnnotatedDocument, verb: Token): Token | undefined {
  if (!/^(?:acl|advcl|conj|amod|ccomp|parataxis|root)/.test(verb.deprel)) return undefined;
  if (!isBehindComma(document, verb)) return undefined;
  const { first } = sentenceOf(document, verb.i);
  const before = document.tokens.slice(first, verb.i);
  const opening = first + before.findLastIndex(({ text }) => text === ';') + 1;
  const head = headOfOpening(document, opening, verb);
  return head !== undefined && hasInsert(document, head, verb) ? head : undefined;
}

function isBehindComma(document: AnnotatedDocument, verb: Token): boolean {
  for (let i = verb.i - 1; i >= verb.i - 1 - widestAdverb; i -= 1) {
    const before = document.tokens[i];
    if (before?.text === ',') return true;
    if (before?.upos !== 'ADV' && !/^(?:yesterday|today|tonight)$/.test(before?.lower ?? '')) return false;
  }
  return false;
}

/** The root of the sentence, or a subject of its later verb, where it is the sentence's first noun. */
function headOfOpening(document: AnnotatedDocument, first: number, verb: Token): Token | undefined {
  for (let i = first; i < verb.i; i += 1) {
    const token = document.tokens[i];
    if (token === undefined || token.text === ',') return undefined;
    const heads =
      /^(?:root|parataxis|conj|nsubj)$/.test(token.deprel) && (token.head < first || token.head >= verb.i);
    if (heads && (token.upos === 'NOUN' || token.upos === 'PROPN'))
      return child(document, i, 'case') === undefined ? token : undefined;
    if (token.upos === 'VERB' || token.upos === 'AUX' || token.upos === 'ADP') return undefined;
  }
  return undefined;
}

/** Is the first comma behind the noun the opening of a clause or an apposition, and is the one before the verb its close? */
function hasInsert(document: AnnotatedDocument, { i }: Token, verb: Token): boolean {
  const between = document.tokens.slice(i + 1, verb.i);
  const open = between.findIndex(({ text }) => text === ',');
  if (open < 0 || between.filter(({ text }) => text === ',').length < 2) return false;
  if (between.slice(0, open).some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false;
  const opening = between[open + 1];
  if (opening === undefined) return false;
  const insert = between.slice(open + 1);
  const isName =
    opening.upos === 'PROPN' &&
    verb.deprel === 'amod' &&
    insert.every(({ upos }) => upos !== 'VERB' && upos !== 'SCONJ');
  return (
    isName ||
    /^(?:which|who|whose|whom|where|the|a|an|its|his|her|their|once|now|then|formerly)$/.test(
      opening.lower,
    ) ||
    opening.xpos === 'VBN'
  );
}

import { type AnnotatedDocument, child, children, hasRelation, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { fieldsOf, landsAt } from './portraits.ts';
import type { PhraseContext } from './phrases.ts';

/** A definite description: 'the retired judge', 'the Tokyo-based carrier', 'this body', 'the 34-year-old', 'the Iranian'. */
export interface Definite {
  readonly head: Token;
  readonly first: number;
  /** What it calls the one it means; undefined for 'the 34-year-old' and 'the Iranian'. */
  readonly noun: string | undefined;
  /** Words that narrow the noun: 'trade' of 'the trade minister'. */
  readonly fields: readonly string[];
  /** For each place or state said in it the ids that it goes by. */
  readonly lands: readonly (readonly string[])[];
  readonly age: string | undefined;
}

/** Reads the definite description that a token heads; undefined where it heads none, is named itself or tells of another one. */
export function definiteAt(context: PhraseContext, token: Token): Definite | undefined {
  const { document, table } = context;
  if (!mayHead.has(token.upos)) return undefined;
  const aged = isAged(document, token);
  const determiner = aged ? document.tokens[token.i - 5] : child(document, token.i, 'det');
  if (determiner === undefined || !pointing.test(determiner.lower) || determiner.i > token.i)
    return undefined;
  const people = peopleAt(context, token);
  if (people === undefined && !aged && !isCommonNoun(context, token)) return undefined;
  if (
    /^(?:compound|flat|fixed|appos)/.test(token.deprel) ||
    isNarrowed(context, token) ||
    isCounted(document, token)
  )
    return undefined;
  const inside = document.tokens.slice(determiner.i + 1, token.i + (people === undefined && !aged ? 0 : 1));
  if (inside.some(({ lower }) => otherwise.test(lower))) return undefined;
  const lands = new Map<Mention, readonly string[]>();
  for (const { i, text } of inside) {
    const mention = table.mentionAt(i);
    const ids = mention === undefined ? [] : landsAt(table, i);
    if (mention !== undefined && ids.length > 0) lands.set(mention, ids);
    // 'the Monti government' is that of somebody named.
    else if (/^\p{Lu}/u.test(text)) return undefined;
  }
  return {
    head: token,
    first: determiner.i,
    noun: people === undefined && !aged ? nounOf(context, token) : undefined,
    fields: fieldsOf(document, table, token).map(({ lower }) => lower),
    lands: [...lands.values()],
    age: ageIn([...inside, token]),
  };
}

const mayHead: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'ADJ']);
const pointing = /^(?:the|this|that|these|those)$/;

/** 'the 34-year-old', with nothing behind it that is 34 years old. */
const isAged = ({ tokens }: AnnotatedDocument, { i, lower }: Token): boolean =>
  lower === 'old' &&
  tokens[i - 2]?.lower === 'year' &&
  !/^(?:NOUN|ADJ|PROPN)$/.test(tokens[i + 1]?.upos ?? '');

/** Words by which a noun means another one than was told of, or one of several. */
const otherwise =
  /^(?:other|same|new|first|second|third|next|last|whole|entire|latter|former-day|only|best|worst|previous|rival|local|neighbou?ring|different|largest|biggest|main|host|two|three|four|five|several|many|most|few|various)$/;

/** Plurals that mean one body. */
const nounOf = ({ lexicon }: PhraseContext, { lower, lemma }: Token): string =>
  Object.hasOwn(lexicon.nominals.groups, lower) ? lower : lemma.toLowerCase().replace(/^ex-/, '');

/** A noun in the singular, or a plural for one body ('the rebels'), named nowhere itself; a title with a capital counts. */
function isCommonNoun({ table, lexicon, reader }: PhraseContext, token: Token): boolean {
  const isTitle = token.upos === 'PROPN' && reader.postKind(token.lower) !== undefined;
  if (!(token.upos === 'NOUN' || isTitle) || /^NNPS?$/.test(isTitle ? '' : (token.xpos ?? ''))) return false;
  if (token.xpos === 'NNS' && !Object.hasOwn(lexicon.nominals.groups, token.lower)) return false;
  return table.mentionAt(token.i) === undefined;
}

/** The state's adjective in 'the Iranian said', where it stands for one of its people. */
function peopleAt({ table }: PhraseContext, token: Token): Mention | undefined {
  const mention = table.mentionHeadedBy(token.i);
  const isOne =
    /(?:n|i|ian|ean|er|k|ot|q)$/.test(token.lower) && /^(?:nsubj|obj|iobj|obl|nmod)/.test(token.deprel);
  return mention?.form === 'adjective' && isOne && mention.first === token.i ? mention : undefined;
}

const isCounted = (document: AnnotatedDocument, { i }: Token): boolean =>
  child(document, i, 'nummod') !== undefined;

/** Does a complement or clause tell it apart: 'the company that built the bridge', not 'the company, which …'? */
export function isNarrowed(context: PhraseContext, token: Token): boolean {
  const { document } = context;
  const hasComma = document.tokens[token.i + 1]?.text === ',';
  return children(document, token.i).some((part) => {
    if (part.i < token.i) return false;
    if (/^(?:flat|compound)/.test(part.deprel)) return true;
    if (hasRelation(part, 'nmod')) return isComplement(context, token, part);
    // 'accused the court of hiding it', 'urged the court to act' tell what of, not which.
    if (hasRelation(part, 'acl')) return !hasComma && child(document, part.i, 'mark') === undefined;
    if (part.deprel === 'appos') return !hasComma || part.upos === 'PROPN';
    return part.deprel === 'conj' && isBareConjunct(document, part);
  });
}

/** 'of the river' and the like; a phrase of when, where or why is the verb's, whatever the tree hangs it on. */
function isComplement({ document, lexicon }: PhraseContext, noun: Token, phrase: Token): boolean {
  const preposition = child(document, phrase.i, 'case')?.lower ?? '';
  if (
    phrase.deprel === 'nmod:tmod' ||
    /^(?:on|at|over|after|before|during|until|since|with|to|into|about|against|by)$/.test(preposition)
  )
    return false;
  // 'accused the party of fraud'.
  if (preposition === 'of' && hasRelation(noun, 'obj'))
    return !lexicon.nominals.verbsWithOf.has(document.tokens[noun.head]?.lemma ?? '');
  if (/^(?:in|for)$/.test(preposition))
    return document.tokens[phrase.i - 1]?.lower !== 'the' && phrase.upos === 'NOUN';
  return true;
}

/** 'the president and prime minister': what is joined without a determiner of its own. */
const isBareConjunct = (document: AnnotatedDocument, part: Token): boolean =>
  /^(?:NOUN)$/.test(part.upos) &&
  !children(document, part.i).some(({ deprel }) => /^(?:det|nmod:poss)/.test(deprel));

/** '34' of '34-year-old'. */
function ageIn(tokens: readonly Token[]): string | undefined {
  const year = tokens.findIndex(({ lower }, at) => lower === 'year' && tokens[at + 2]?.lower === 'old');
  return year < 2 ? undefined : tokens[year - 2]?.text;
}

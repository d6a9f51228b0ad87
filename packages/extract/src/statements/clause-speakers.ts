import {
  ancestors,
  child,
  children,
  entityAt,
  hasRelation,
  headOfSpan,
  tokenOf,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import type { Cue } from './cues.ts';
import { isInFrame, type PlacedQuotation, type QuotationLayout } from './layout.ts';
import { subjectByOrder } from './order.ts';
import { isWithin } from './placement.ts';
import { sourceOf } from './sources.ts';
import { speakingOf, type Speaking } from './speaking.ts';
import { ownerOfWords, type WordNouns } from './word-nouns.ts';

/** How many tokens after a quotation its verb may stand where it is no cue. */
const BESIDE = 10;

/** '"…," he went on', '"…!" laughed Rui Tavares': any verb does right after words that end with a comma or a call. */
export function fromVerbBeside(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
): Speaking | undefined {
  if (!/[,!?]$/.test(doc.text.slice(quotation.start, quotation.end))) return undefined;
  const after = doc.tokens.slice(quotation.tokens.end, quotation.tokens.end + BESIDE);
  const verb = after.find(({ upos }) => upos === 'VERB');
  if (verb === undefined) return fromPastBefore(doc, quotation) ?? fromShortClause(doc, quotation);
  if (!/^VB[DZ]$/.test(verb.xpos ?? '')) return fromPastBefore(doc, quotation);
  const isOutside = after.every(({ i }) => i > verb.i || isInFrame(layout, i, quotation));
  const source = sourceOf(doc, verb.i) ?? subjectByOrder(doc, verb.i);
  const isNear = source !== undefined && source.i >= quotation.tokens.end && source.i - verb.i < BESIDE;
  return isOutside && isNear ? speakingOf(quotation, 'beside', source.i, undefined) : undefined;
}

/** '"…," was how Ana Lopes put it', '“…”: that is how she sees it': the subject of the clause. */
export function fromHow(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const behind = doc.tokens.slice(quotation.tokens.end, quotation.tokens.end + BESIDE);
  const be = behind.find(({ upos, lower }) => upos !== 'PUNCT' && !/^(?:that|this|which|so)$/.test(lower));
  const how = be && doc.tokens[be.i + 1];
  if (be?.lemma !== 'be' || how === undefined || !/^(?:how|what)$/.test(how.lower)) return undefined;
  const subject = doc.tokens
    .slice(how.i + 1, how.i + 1 + BESIDE)
    .find((token) => hasRelation(token, 'nsubj') || entityAt(doc, token.i)?.kind === 'PER');
  return subject && speakingOf(quotation, 'beside', subject.i, undefined);
}

/** So long is a clause that says nothing but who speaks. */
const SHORT = 5;

/** '“…,” Ana Lopes shot back.': the name right behind the words, in a clause so short that it only tells who speaks, however its verb is tagged. */
function fromShortClause(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const first = quotation.tokens.end + 1;
  const name = entityAt(doc, first);
  if (name === undefined || name.start !== first || name.kind === 'LOC') return undefined;
  const rest = doc.tokens.slice(name.end, name.end + SHORT);
  const closes = rest.findIndex(({ text }) => /^[.,;]$/.test(text));
  return closes > 0 && !/^['’]/.test(rest[0]?.text ?? '')
    ? speakingOf(quotation, 'beside', name.end - 1, undefined)
    : undefined;
}

/** '"…," fumed party leader Ana Lopes': a past tense that the tree takes for part of the title, and the name behind it. */
function fromPastBefore(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const past = doc.tokens[quotation.tokens.end + 1];
  if (past === undefined || !/^[a-z]+ed$/.test(past.text)) return undefined;
  const title = doc.tokens.slice(past.i + 1, past.i + 1 + BESIDE);
  const name = title.find(({ i }) => entityAt(doc, i)?.kind === 'PER');
  const isPlain = title.every(({ i, upos }) => name === undefined || i >= name.i || TITLE_WORD.test(upos));
  return name !== undefined && isPlain ? speakingOf(quotation, 'beside', name.i, undefined) : undefined;
}

const TITLE_WORD = /^(?:NOUN|PROPN|ADJ|DET)$/;

/**
 * '"…," Ana Lopes, head of the port.': a name in full right behind the words, and no verb in what is left of the line. Captions and
 * releases set names so.
 */
export function fromNameBehind(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const first = doc.tokens[quotation.tokens.end + 1];
  if (first?.upos !== 'PROPN' || !/[,!?.]$/.test(doc.text.slice(quotation.start, quotation.end)))
    return undefined;
  let last = first.i;
  while (doc.tokens[last + 1]?.upos === 'PROPN') last += 1;
  if (last === first.i || doc.tokens[last + 1]?.text !== ',') return undefined;
  const end = doc.text.indexOf('\n', first.start);
  for (let at = last + 1; at < doc.tokens.length; at += 1) {
    const token = tokenOf(doc, at);
    if ((end >= 0 && token.start > end) || /^[.!?]$/.test(token.text)) break;
    if (/^(?:VB[DPZ]|MD)$/.test(token.xpos ?? '')) return undefined;
  }
  return speakingOf(quotation, 'beside', last, undefined);
}

/** The subject of a clause that ends in a colon before whole quoted sentences: 'Ana Lopes was blunter in a call: "…"'. */
export function fromColon(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
  words: WordNouns,
): Speaking | undefined {
  const paragraph = quotation.block ? quotation.paragraph - 1 : quotation.paragraph;
  const colon = doc.tokens
    .slice(Math.max(0, quotation.tokens.start - 2), quotation.tokens.start)
    .find(({ i, text }) => text === ':' && layout.paragraphAt[i] === paragraph);
  if (colon === undefined) return undefined;
  for (let at = colon.i - 1; at >= -1; at -= 1) {
    const token = doc.tokens[at];
    const isOutside = layout.paragraphAt[at] !== paragraph || !isInFrame(layout, at, quotation);
    if (token === undefined || isOutside || /^[.!?]$/.test(token.text))
      return fromVerbless(quotation, doc.tokens.slice(at + 1, colon.i), doc);
    const isMain =
      hasRelation(token, 'nsubj') &&
      /^(?:root|conj|ccomp|parataxis)$/.test(doc.tokens[token.head]?.deprel ?? '');
    if (isMain)
      return speakingOf(quotation, 'colon', ownerOfWords(doc, token, words)?.i ?? token.i, undefined);
  }
  return undefined;
}

/** 'Then Ana Lopes: “…”', 'This from the mayor: “…”': whom a few words without a verb name. */
function fromVerbless(
  quotation: PlacedQuotation,
  tokens: readonly Token[],
  doc: AnnotatedDocument,
): Speaking | undefined {
  if (tokens.length > BESIDE || tokens.some(({ upos }) => /^(?:VERB|AUX)$/.test(upos))) return undefined;
  const noun = tokens.findLast(({ i, upos }) => upos === 'NOUN' && child(doc, i, 'det') !== undefined);
  const named = onlyNamed(doc, tokens) ?? noun?.i;
  return named === undefined ? undefined : speakingOf(quotation, 'colon', named, undefined);
}

/** The last token of the one person's name among some tokens. */
export function onlyNamed(doc: AnnotatedDocument, tokens: readonly Token[]): number | undefined {
  const people = new Set(tokens.map(({ i }) => entityAt(doc, i)).filter((name) => name?.kind === 'PER'));
  const [person] = people;
  return people.size === 1 && person !== undefined ? person.end - 1 : undefined;
}

/** Whether all that is quoted is a word with a capital: a title or a name, as in 'the set of "Fargo"'. */
function isName(doc: AnnotatedDocument, quotation: PlacedQuotation): boolean {
  return /^\p{Lu}[\p{L}\p{N}]*,?$/u.test(doc.text.slice(quotation.start, quotation.end));
}

/** Words before marks that set off what something is called by others or in general. */
const CALLED = /\b(?:so-called|known as|nicknamed|dubbed|titled|entitled|codenamed|code-named)\s*$/i;

/** 'the so-called “corridor”', 'known as “the Shark”', 'three “organic” farms': marks that set off a name or a word that stands before its noun, and nobody's words. */
function isScare(doc: AnnotatedDocument, quotation: PlacedQuotation): boolean {
  if (CALLED.test(doc.text.slice(Math.max(0, quotation.outerStart - 20), quotation.outerStart))) return true;
  const { deprel, head } = headOfSpan(doc, quotation.tokens);
  return /^(?:amod|compound)/.test(deprel) && head > quotation.tokens.end;
}

/** The subject of the clause that a fragment is part of: 'X admires Y as a "strong leader"'. */
export function fromSubject(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  if (isName(doc, quotation) || isScare(doc, quotation)) return undefined;
  for (const above of ancestors(doc, headOfSpan(doc, quotation.tokens).i)) {
    if (isWithin(above.i, quotation)) continue;
    const convinced = ofConviction(doc, above);
    if (above.upos !== 'VERB' && convinced === undefined) continue;
    const source = convinced ?? sourceOf(doc, above.i);
    return source && !isWithin(source.i, quotation)
      ? speakingOf(quotation, 'subject', source.i, undefined)
      : undefined;
  }
  return undefined;
}

/** 'Ana Lopes is convinced that the plan is “a farce”', 'she is adamant that …': who has the conviction which a clause tells. */
function ofConviction(doc: AnnotatedDocument, { i, upos, xpos }: Token): Token | undefined {
  if (upos !== 'ADJ' && xpos !== 'VBN') return undefined;
  const isTold = children(doc, i, 'ccomp').some((clause) =>
    children(doc, clause.i, 'mark').some(({ lower }) => lower === 'that'),
  );
  return isTold ? children(doc, i, 'nsubj').find((subject) => subject.i < i) : undefined;
}

/** A verb in a tense, or its auxiliary. */
const TENSED = /^(?:VB[DPZ]|MD)$/;

/** 'The ministry “condemns any attempt”', 'the board has been “studying it”': the subject outside the marks of the verb that is quoted. */
export function fromPredicate(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const { start } = quotation.tokens;
  const before = doc.tokens[start - 2];
  const isOpen = TENSED.test(tokenOf(doc, start).xpos ?? '') || before?.upos === 'AUX';
  const head = headOfSpan(doc, quotation.tokens);
  const subject = isOpen ? children(doc, head.i, 'nsubj').findLast(({ i }) => i < start) : undefined;
  const isOwn =
    subject !== undefined &&
    tokenOf(doc, start).sentence === subject.sentence &&
    !/^(?:ccomp|advcl|acl)/.test(head.deprel);
  return isOwn ? speakingOf(quotation, 'subject', subject.i, undefined) : undefined;
}

/** The noun that a phrase from a token on ends with: 'the mayor' of 'the mayor said', a name's last token. */
function nounFrom(doc: AnnotatedDocument, at: number): Token | undefined {
  const name = entityAt(doc, at);
  if (name !== undefined) return tokenOf(doc, name.end - 1);
  if (doc.tokens[at]?.upos === 'PRON') return doc.tokens[at];
  let last = at;
  while (/^(?:DET|ADJ|NUM|NOUN|PROPN)$/.test(doc.tokens[last]?.upos ?? '') && last - at < BESIDE) last += 1;
  const noun = last > at ? tokenOf(doc, last - 1) : undefined;
  const named = noun === undefined ? undefined : entityAt(doc, noun.i);
  return named === undefined ? noun : tokenOf(doc, named.end - 1);
}

/** 'the plan was called “a farce” by Ana Lopes': who the words of a passive are by, which the tree hangs on the quoted words. */
export function fromAgent(
  doc: AnnotatedDocument,
  quotation: PlacedQuotation,
  cues: readonly Cue[],
): Speaking | undefined {
  const by = doc.tokens[quotation.tokens.end + 1];
  if (by?.lower !== 'by') return undefined;
  const { sentence } = tokenOf(doc, quotation.tokens.start);
  const passive = cues.findLast(
    ({ token, kind }) =>
      token < quotation.tokens.start &&
      quotation.tokens.start - token < BESIDE &&
      kind !== 'noun' &&
      tokenOf(doc, token).xpos === 'VBN' &&
      tokenOf(doc, token).sentence === sentence,
  );
  const agent = passive && nounFrom(doc, by.i + 1);
  return agent && speakingOf(quotation, 'governed', agent.i, passive);
}

/** 'For Ana Lopes, the plan is “a farce”': whom the opening of the sentence says that it is the view of. */
export function fromTopic(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const first = doc.sentences[tokenOf(doc, quotation.tokens.start).sentence]?.first ?? -1;
  if (!/^(?:for|to)$/.test(doc.tokens[first]?.lower ?? '')) return undefined;
  const whose = nounFrom(doc, first + 1);
  const closes =
    whose !== undefined && doc.tokens[whose.i + 1]?.text === ',' && !isWithin(whose.i, quotation);
  return closes ? speakingOf(quotation, 'possessive', whose.i, undefined) : undefined;
}

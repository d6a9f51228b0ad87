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
import type { CueLexicon } from './cue-lexicon.ts';
import { isInFrame, type PlacedQuotation, type QuotationLayout } from './layout.ts';
import { subjectByOrder } from './order.ts';
import { isWithin } from './placement.ts';
import { sourceOf } from './sources.ts';
import { speakingOf, type Speaking } from './speaking.ts';

/** How many tokens after a quotation its verb may stand where it is no cue. */
const BESIDE = 8;

/** '"…," he went on', '"…!" laughed Rui Tavares': any verb does right after words that end with a comma or a call. */
export function fromVerbBeside(
  doc: AnnotatedDocument,
  layout: QuotationLayout,
  quotation: PlacedQuotation,
): Speaking | undefined {
  if (!/[,!?]$/.test(doc.text.slice(quotation.start, quotation.end))) return undefined;
  const after = doc.tokens.slice(quotation.tokens.end, quotation.tokens.end + BESIDE);
  const verb = after.find(({ upos }) => upos === 'VERB');
  const manner = fromHow(doc, quotation);
  if (manner !== undefined) return manner;
  if (verb === undefined) return fromPastBefore(doc, quotation);
  if (!/^VB[DZ]$/.test(verb.xpos ?? '')) return fromPastBefore(doc, quotation);
  const isOutside = after.every(({ i }) => i > verb.i || isInFrame(layout, i, quotation));
  const source = sourceOf(doc, verb.i) ?? subjectByOrder(doc, verb.i);
  const isNear = source !== undefined && source.i >= quotation.tokens.end && source.i - verb.i < BESIDE;
  return isOutside && isNear ? speakingOf(quotation, 'beside', source.i, undefined) : undefined;
}

/** '"…," was how Ana Lopes put it', '“…” is what she calls it': the subject of the clause. */
function fromHow(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const [be, how] = doc.tokens.slice(quotation.tokens.end + 1, quotation.tokens.end + 3);
  if (be?.lemma !== 'be' || !/^(?:how|what)$/.test(how?.lower ?? '')) return undefined;
  const subject = doc.tokens
    .slice(quotation.tokens.end + 3, quotation.tokens.end + 3 + BESIDE)
    .find((token) => hasRelation(token, 'nsubj') || entityAt(doc, token.i)?.kind === 'PER');
  return subject && speakingOf(quotation, 'beside', subject.i, undefined);
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
): Speaking | undefined {
  const paragraph = quotation.block ? quotation.paragraph - 1 : quotation.paragraph;
  const colon = doc.tokens
    .slice(Math.max(0, quotation.tokens.start - 2), quotation.tokens.start)
    .find(({ i, text }) => text === ':' && layout.paragraphAt[i] === paragraph);
  if (colon === undefined) return undefined;
  for (let at = colon.i - 1; at >= 0; at -= 1) {
    const token = tokenOf(doc, at);
    if (layout.paragraphAt[at] !== paragraph || !isInFrame(layout, at, quotation)) return undefined;
    if (/^[.!?]$/.test(token.text)) return undefined;
    const isMain =
      hasRelation(token, 'nsubj') &&
      /^(?:root|conj|ccomp|parataxis)$/.test(doc.tokens[token.head]?.deprel ?? '');
    if (isMain) return speakingOf(quotation, 'colon', token.i, undefined);
  }
  return undefined;
}

/** Whether all that is quoted is a word with a capital: a title or a name, as in 'the set of "Fargo"'. */
function isName(doc: AnnotatedDocument, quotation: PlacedQuotation): boolean {
  return /^\p{Lu}[\p{L}\p{N}]*,?$/u.test(doc.text.slice(quotation.start, quotation.end));
}

/** The subject of the clause that a fragment is part of: 'X admires Y as a "strong leader"'. */
export function fromSubject(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  if (isName(doc, quotation)) return undefined;
  for (const above of ancestors(doc, headOfSpan(doc, quotation.tokens).i)) {
    if (above.upos !== 'VERB' || isWithin(above.i, quotation)) continue;
    const source = sourceOf(doc, above.i);
    return source && !isWithin(source.i, quotation)
      ? speakingOf(quotation, 'subject', source.i, undefined)
      : undefined;
  }
  return undefined;
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

/** "in Hoyer's words, '…'", "the minister's 'final offer'": the owner of the quoted words. */
export function fromPossessive(doc: AnnotatedDocument, quotation: PlacedQuotation): Speaking | undefined {
  const before = doc.text.slice(Math.max(0, quotation.outerStart - 40), quotation.outerStart);
  const phrase =
    /['’]s?\s+(?:own\s+)?(?:words|phrase|slogan|motto|description|view|term|telling|account|reckoning|formulation|verdict)\s*[,:]?\s*$/.exec(
      before,
    );
  if (phrase === null) return undefined;
  const markAt = quotation.outerStart - phrase[0].length;
  const owner = doc.tokens
    .slice(Math.max(0, quotation.tokens.start - 10), quotation.tokens.start)
    .findLast((token) => token.end <= markAt);
  return owner && speakingOf(quotation, 'possessive', owner.i, undefined);
}

/** So many tokens before a colon may stand the noun for the words behind it. */
const LEADING = 8;

/**
 * "Byrd's strategy of “massive resistance”", 'her answer: “…”', 'this statement by Rui Tavares on June 11: “…”': whose words a noun right
 * before the marks stands for.
 */
export function fromOwnedNoun(
  doc: AnnotatedDocument,
  quotation: PlacedQuotation,
  { nouns, papers, courses }: Pick<CueLexicon, 'nouns' | 'papers' | 'courses'>,
): Speaking | undefined {
  const mark = quotation.tokens.start - 1;
  const last = doc.tokens[mark - 1];
  if (last === undefined) return undefined;
  const isWord = ({ upos, lemma }: Token): boolean =>
    upos === 'NOUN' && (nouns.has(lemma) || papers.has(lemma) || courses.has(lemma));
  const noun =
    last.text === ':'
      ? doc.tokens.slice(Math.max(0, last.i - LEADING), last.i).findLast(isWord)
      : doc.tokens.slice(mark - 2, mark - 1).find((token) => last.lower === 'of' && isWord(token));
  if (noun === undefined || noun.sentence !== last.sentence) return undefined;
  const isBy = last.text === ':' && /^(?:by|from)$/.test(doc.tokens[noun.i + 1]?.lower ?? '');
  const behind = isBy ? doc.tokens.slice(noun.i + 2, last.i) : [];
  const owner =
    child(doc, noun.i, 'nmod:poss') ?? behind.find(({ upos }) => /^(?:NOUN|PROPN|PRON)$/.test(upos));
  const isLast =
    owner !== undefined && !doc.tokens.slice(noun.i + 1, last.i).some(({ upos }) => upos === 'VERB');
  return isLast ? speakingOf(quotation, 'possessive', owner.i, undefined) : undefined;
}

/**
 * 'his "hands off" policy': the owner, where the marks stand before a noun for words or a line of action; nobody where the
 * owned thing is of another kind ('her "work" emails').
 */
export function fromOwner(
  doc: AnnotatedDocument,
  quotation: PlacedQuotation,
  wordNouns: ReadonlySet<string>,
): Speaking | undefined {
  const { start, end } = quotation.tokens;
  const before = doc.tokens.slice(Math.max(0, start - 2), start).findLast(({ upos }) => upos !== 'PUNCT');
  if (before === undefined) return undefined;
  const isPronoun = before.xpos === 'PRP$';
  if (!isPronoun && !/^['’]s?$/.test(before.text)) return undefined;
  const owned = doc.tokens.slice(end, end + 2).find(({ upos }) => upos !== 'PUNCT');
  if (owned === undefined || !wordNouns.has(owned.lemma))
    return speakingOf(quotation, 'none', undefined, undefined);
  return speakingOf(quotation, 'possessive', isPronoun ? before.i : before.i - 1, undefined);
}

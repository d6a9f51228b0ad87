import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { CueLexicon } from './cue-lexicon.ts';
import type { PlacedQuotation } from './layout.ts';
import { speakingOf, type Speaking } from './speaking.ts';

/** The nouns that stand for words. */
export type WordNouns = Pick<CueLexicon, 'nouns' | 'papers' | 'courses'>;

const standsForWords = ({ nouns, papers, courses }: WordNouns, { upos, lemma }: Token): boolean =>
  upos === 'NOUN' && (nouns.has(lemma) || papers.has(lemma) || courses.has(lemma));

/** Whose words a noun for words is said to hold: 'her reply', 'the reply of the ministry'; for a paper without an owner itself. */
export function ownerOfWords(doc: AnnotatedDocument, noun: Token, words: WordNouns): Token | undefined {
  if (!standsForWords(words, noun)) return undefined;
  const owner =
    child(doc, noun.i, 'nmod:poss') ??
    children(doc, noun.i, 'nmod').find(({ i }) =>
      /^(?:by|from|of)$/.test(child(doc, i, 'case')?.lower ?? ''),
    );
  return words.papers.has(noun.lemma) ? noun : owner;
}

/** Verbs between quoted words and the noun for them. */
const LINKING = new Set(['be', 'come', 'run', 'go', 'read', 'say', 'state']);
/** So many tokens may stand between such a verb and its noun. */
const NEAR = 9;

/** '“…,” was her comment', '“…,” came the reply from the ministry', '“…,” read a post on her page': whose words a noun behind the marks stands for. */
export function fromNounBehind(
  doc: AnnotatedDocument,
  quotation: PlacedQuotation,
  words: WordNouns,
): Speaking | undefined {
  const behind = doc.tokens.slice(quotation.tokens.end, quotation.tokens.end + 3);
  const verb = behind.find(({ upos }) => upos !== 'PUNCT');
  if (verb === undefined || !LINKING.has(verb.lemma) || !/^(?:VERB|AUX)$/.test(verb.upos)) return undefined;
  const phrase = doc.tokens.slice(verb.i + 1, verb.i + 1 + NEAR);
  const noun = phrase.find((token) => standsForWords(words, token));
  const isPlain = phrase.every(({ i, upos }) => noun === undefined || i >= noun.i || PHRASE_WORD.test(upos));
  const owner = noun !== undefined && isPlain ? ownerOfWords(doc, noun, words) : undefined;
  return owner && speakingOf(quotation, 'beside', owner.i, undefined);
}

const PHRASE_WORD = /^(?:DET|ADJ|NOUN|PROPN|PRON|PART)$/;

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

/** Nouns of which one says the words themselves: 'her motto is “…”', but 'her claim is “nonsense”'. */
const THEMSELVES = new Set([
  'motto',
  'mantra',
  'slogan',
  'message',
  'answer',
  'reply',
  'response',
  'advice',
  'plea',
]);

/** The noun for words before what leads to the marks: 'her answer, on Monday:', 'her advice?', 'her strategy of', 'her motto is'. */
function nounBefore(doc: AnnotatedDocument, last: Token, words: WordNouns): Token | undefined {
  const isWord = (token: Token | undefined): token is Token =>
    token !== undefined && standsForWords(words, token);
  const near = doc.tokens.slice(Math.max(0, last.i - LEADING), last.i);
  if (last.text === ':') return near.findLast(isWord);
  const noun = near.at(-1);
  if (!isWord(noun)) return undefined;
  if (last.text === '?') return child(doc, noun.i, 'nmod:poss') && noun;
  return last.lower === 'of' || (last.lemma === 'be' && THEMSELVES.has(noun.lemma)) ? noun : undefined;
}

/**
 * "Byrd's strategy of “massive resistance”", 'her answer: “…”', 'his advice? “…”', 'this statement by Rui Tavares on June 11: “…”': whose words a noun right
 * before the marks stands for.
 */
export function fromOwnedNoun(
  doc: AnnotatedDocument,
  quotation: PlacedQuotation,
  words: WordNouns,
): Speaking | undefined {
  const mark = quotation.tokens.start - 1;
  const last = doc.tokens[mark - 1];
  if (last === undefined) return undefined;
  const noun = nounBefore(doc, last, words);
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

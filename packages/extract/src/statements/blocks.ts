import { tokensBetween, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Quotation } from './quotes.ts';
import type { CueLexicon } from './cue-lexicon.ts';

/** Words set apart are at least so many. */
const MIN_WORDS = 8;
/** So many tokens before the colon may stand between it and the word that leads in. */
const NEAR = 4;

/** 'The governor added:' and the line below it without marks, which the page sets apart: what is said. */
export function findBlocks(doc: AnnotatedDocument, lexicon: CueLexicon): Quotation[] {
  const blocks: Quotation[] = [];
  let start = 0;
  let before: { readonly start: number; readonly words: string } | undefined;
  for (const line of doc.text.split('\n')) {
    const words = line.trim();
    if (before !== undefined && isSetApart(words) && leadsIn(doc, lexicon, before.start, before.words)) {
      const from = start + line.indexOf(words);
      const span = { start: from, end: from + words.length };
      blocks.push({ ...span, outerStart: span.start, outerEnd: span.end, depth: 0, continues: false });
    }
    if (words !== '') before = { start: start + line.indexOf(words), words };
    start += line.length + 1;
  }
  return blocks;
}

/** A whole sentence without a mark, bullet or number before it. */
const isSetApart = (words: string): boolean =>
  /^[\p{L}[…]/u.test(words) &&
  /[.!?…][)\]]?$/.test(words) &&
  !/^[^.!?]{0,60}:\s/.test(words) &&
  words.split(/\s+/).length >= MIN_WORDS;

/** Does a line end with a colon behind a verb of saying or a noun for words? */
function leadsIn(doc: AnnotatedDocument, lexicon: CueLexicon, start: number, words: string): boolean {
  if (!words.endsWith(':') || /^["“]/.test(words) || !/\s/.test(words)) return false;
  const line = tokensBetween(doc, start, start + words.length);
  const near = doc.tokens.slice(Math.max(line.start, line.end - 1 - NEAR), line.end - 1);
  return near.some((token) => isSaying(lexicon, token));
}

const isSaying = ({ verbs, nouns, papers }: CueLexicon, { upos, lemma }: Token): boolean =>
  upos === 'VERB' ? verbs.speech.has(lemma) : upos === 'NOUN' && (nouns.has(lemma) || papers.has(lemma));

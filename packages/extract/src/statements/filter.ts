import { tokenOf, type AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import type { Speaking } from './speaking.ts';

/** Words that titles write small. */
const SMALL = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/**
 * Whether marks set off something that nobody says: a nickname inside a name, an aside of a transcript, or the title of a book, a film, a law.
 * Scare quotes stay, without a speaker.
 */
export function isNoStatement(doc: AnnotatedDocument, table: EntityTable, speaking: Speaking): boolean {
  if (isNickname(table, speaking) || isAside(doc, speaking)) return true;
  return (
    isTitle(doc, speaking) &&
    !endsLikeSpeech(doc, speaking) &&
    !isShouted(speaking) &&
    !isNaming(doc, speaking)
  );
}

/** '“(CROSSTALK)': what a transcript tells between the words. */
const isAside = (doc: AnnotatedDocument, { quotation }: Speaking): boolean =>
  /^\([^()]*\)\.?$/.test(doc.text.slice(quotation.start, quotation.end).trim());

/** Verbs whose words are a work by somebody as likely as their own. */
const OF_WORKS = new Set([
  'sing',
  'read',
  'write',
  'publish',
  'discuss',
  'deliver',
  'promote',
  'cite',
  'quote',
  'mention',
  'list',
  'recite',
  'recall',
  'recommend',
  'submit',
  'offer',
  'unveil',
  'announce',
  'call',
  'describe',
  'name',
]);

/** 'The crowd chanted "Lock Her Up"': capitals do not make a title of what somebody says. */
const isShouted = ({ cue, rule }: Speaking): boolean =>
  rule === 'introduced' && cue?.kind === 'speech' && !OF_WORKS.has(cue.lemma);

/** 'the rival he calls “Little Marco”', 'hailed him as “The Comeback Kid”': a name that somebody gives is what he says. */
const isNaming = (doc: AnnotatedDocument, { cue, rule }: Speaking): boolean =>
  (rule === 'governed' || rule === 'introduced') &&
  cue?.kind === 'judgement' &&
  cue.source !== undefined &&
  tokenOf(doc, cue.token).xpos !== 'VBN' &&
  GIVING.has(cue.lemma);

/** Verbs that give somebody or something a name. */
const GIVING = new Set([
  'call',
  'dub',
  'nickname',
  'label',
  'brand',
  'hail',
  'deride',
  'mock',
  'tag',
  'ridicule',
  'blast',
]);

function isNickname(table: EntityTable, { quotation }: Speaking): boolean {
  const { start, end } = quotation.tokens;
  const before = table.mentionAt(start - 2);
  const after = table.mentionAt(end + 1);
  return end - start <= 3 && before !== undefined && before === after && before.form === 'name';
}

function isTitle(doc: AnnotatedDocument, { quotation }: Speaking): boolean {
  const words = doc.tokens
    .slice(quotation.tokens.start, quotation.tokens.end)
    .filter((token) => /^\p{L}/u.test(token.text));
  const large = words.filter((token) => !SMALL.has(token.lower));
  return large.length >= 2 && large.every((token) => /^\p{Lu}/u.test(token.text));
}

function endsLikeSpeech(doc: AnnotatedDocument, { quotation }: Speaking): boolean {
  return (
    /[,.!?…]$/.test(doc.text.slice(quotation.start, quotation.end)) &&
    quotation.tokens.end - quotation.tokens.start > 4
  );
}

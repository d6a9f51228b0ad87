import { children, sentenceOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Dating, DatedExpression } from '../dates/dates.ts';
import type { EventMention } from './find.ts';

/** How many sentences back a day is still the day of what is told. */
const reach = 2;
const dayLength = 10;

/**
 * The day that a paragraph has named before an event told in the simple past without a time of its own: 'The motion failed on
 * Tuesday. Fourteen people were arrested.' Null where there is none.
 */
export function dayTold(
  document: AnnotatedDocument,
  dating: Dating,
  { date, status, predication, trigger }: EventMention,
): DatedExpression | null {
  if (date !== null) return date;
  const verb = document.tokens[predication.verb ?? trigger];
  if (status !== 'held' || verb === undefined || !isSimplePast(document, verb)) return null;
  const sentence = sentenceOf(document, trigger);
  const before = dating.expressions.filter(({ first, start, bound }) => {
    const told = document.tokens[first];
    if (told === undefined || start === null || start.length < dayLength || bound !== null) return false;
    return first < sentence.first && sentence.index - told.sentence <= reach;
  });
  const last = before.at(-1);
  const from = last === undefined ? undefined : document.tokens[last.first];
  if (last === undefined || from === undefined) return null;
  return document.text.slice(from.start, sentence.start).includes('\n') ? null : last;
}

/** What a lead tells in the perfect. */
const leadSentences = 2;

/**
 * The month of publication for what the lead tells in the present perfect without a time: 'The two sides have agreed to …, mediators
 * said on Thursday.' Undefined where it tells none.
 */
export function monthTold(
  document: AnnotatedDocument,
  published: string | null,
  { date, status, predication, trigger }: EventMention,
): Pick<DatedExpression, 'start' | 'end'> | undefined {
  const verb = document.tokens[predication.verb ?? trigger];
  if (published === null || date !== null || status !== 'held' || verb === undefined) return undefined;
  const isLead = sentenceOf(document, trigger).index < leadSentences;
  return isLead && isPresentPerfect(document, verb) ? { start: published.slice(0, 7), end: null } : undefined;
}

/** 'have agreed', 'has been arrested'. */
const isPresentPerfect = (document: AnnotatedDocument, { i, xpos }: Token): boolean =>
  xpos === 'VBN' && children(document, i, 'aux').some(({ lower }) => /^(?:has|have|'ve|’ve)$/.test(lower));

/** 'arrested', 'were arrested', not 'had arrested', 'have arrested'. */
function isSimplePast(document: AnnotatedDocument, verb: Token): boolean {
  const auxiliaries = children(document, verb.i).filter(({ deprel }) => deprel.startsWith('aux'));
  if (verb.xpos === 'VBD') return auxiliaries.length === 0;
  return (
    verb.xpos === 'VBN' &&
    auxiliaries.length > 0 &&
    auxiliaries.every(({ lower }) => /^(?:was|were)$/.test(lower))
  );
}

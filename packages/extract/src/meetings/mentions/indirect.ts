import type { AnnotatedDocument } from '@dragoman/nlp';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingMention } from './mention.ts';

/** How many sentences from the words that they did not meet it may be told who went between them. */
const reach = 2;

/**
 * 'The two stayed in adjoining villas and did not meet, according to the facilitator, who carried drafts across a garden': not
 * that there were no talks, but that they were indirect. Told by nobody who denies anything, near words for go-betweens or for rooms
 * of their own.
 */
export function asIndirectTalks(
  document: AnnotatedDocument,
  words: MeetingWords,
  mention: MeetingMention,
): MeetingMention {
  const { status, predication, trigger, joint, participants, pattern, date, place } = mention;
  if (status !== 'denied' || predication.kind !== 'verb' || predication.modality === 'denied') return mention;
  const { object = [], with: company = [] } = predication.slots;
  if (company.length > 0 || (object.length > 0 && pattern.together !== true)) return mention;
  if (participants.length < 2 && !joint) return mention;
  const isThere = date !== null || place !== null || pattern.together === true;
  if (!isThere && !hasGoBetween(document, words, trigger, 0)) return mention;
  return hasGoBetween(document, words, trigger, reach)
    ? { ...mention, form: 'talks', status: 'held', direct: false }
    : mention;
}

function hasGoBetween(
  document: AnnotatedDocument,
  words: MeetingWords,
  trigger: number,
  distance: number,
): boolean {
  const at = document.tokens[trigger]?.sentence ?? 0;
  const [from, to] = [document.sentences[Math.max(0, at - distance)], document.sentences[at + distance]];
  const near = document.tokens.slice(from?.first ?? 0, (to?.last ?? document.tokens.length - 1) + 1);
  return near.some(
    ({ i, lemma, lower }) =>
      words.mediators.has(lemma) ||
      words.ferryingVerbs.has(lemma) ||
      (words.apartWords.has(lower) && words.rooms.has(document.tokens[i + 1]?.lemma ?? '')),
  );
}

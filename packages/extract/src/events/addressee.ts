import { sentenceOf, tokensOf } from '@dragoman/nlp';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventSources } from './find.ts';

const addressing = wordSet(roleVocabulary.attendance.addressing);
/** How many sentences around one in a quotation the words that name who is spoken to may stand. */
const reach = 1;

/** Whom a speaker speaks to in the words at a token: 'Stumpf' for 'you' in '“You lied,” Warren told Stumpf'. */
export function addresseeAt(
  { document, roles, actors }: EventSources,
  token: number,
  speaker: string,
): readonly string[] {
  const { index } = sentenceOf(document, token);
  const around = document.sentences.slice(Math.max(0, index - reach), index + reach + 1);
  for (const verb of around.flatMap((sentence) => tokensOf(document, sentence))) {
    if (verb.upos !== 'VERB' || !addressing.has(verb.lemma)) continue;
    const { slots } = roles.at(verb.i);
    if (!actors.actors(slots.subject ?? []).includes(speaker)) continue;
    const told = actors.actors([...(slots.indirect ?? []), ...(slots.object ?? [])]);
    if (told.length > 0) return told;
  }
  return [];
}

import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { readAhead } from '../dates/dates.ts';
import { realityOf } from '../roles/modality.ts';
import type { MeetingDraft } from './draft.ts';
import type { MeetingWords } from './lexicon.ts';
import type { MeetingSources } from './mention.ts';
import { isToldBefore } from './nearness.ts';
import { placeOfMeeting } from './place.ts';

/** How many sentences back 'it' is looked for. */
const reach = 3;

/** Forms that are called 'it'. */
const announced = /^(?:talks|round|meeting|summit|conference|visit|hearing|session|ceremony)$/;

/**
 * 'It is now to be held from August 25 to 27', told of a meeting just before: its new date. What was called off stays so, and
 * the new one stands beside it.
 */
export function addRescheduled(sources: MeetingSources, words: MeetingWords, drafts: MeetingDraft[]): void {
  const { document, dating, roles } = sources;
  for (const verb of document.tokens) {
    if (verb.upos !== 'VERB' || !words.holdingVerbs.has(verb.lemma) || !isOfIt(document, verb)) continue;
    if (realityOf(document, verb.i).modality !== 'planned') continue;
    const date = dating.dateOf(verb.i);
    const meant = drafts.findLast(
      (draft) => announced.test(draft.form) && isToldBefore(document, draft, verb.i, reach),
    );
    const lead = meant?.mentions[0];
    if (date === undefined || meant === undefined || lead === undefined) continue;
    const predication = roles.at(verb.i);
    const place = placeOfMeeting(sources, words, predication, lead.pattern) ?? meant.place;
    const mention = {
      ...lead,
      trigger: verb.i,
      predication,
      place,
      date: readAhead(date),
      status: 'planned' as const,
    };
    if (meant.status === 'planned' && meant.date === null)
      Object.assign(meant, { date: mention.date, place });
    else drafts.push({ ...meant, mentions: [mention], place, date: mention.date, status: 'planned' });
  }
}

function isOfIt(document: AnnotatedDocument, verb: Token): boolean {
  const subject = child(document, verb.i, 'nsubj:pass') ?? child(document, verb.i, 'nsubj');
  return subject?.lower === 'it';
}

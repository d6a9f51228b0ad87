import { child, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { readAhead } from '../../dates/dates.ts';
import { realityOf } from '../../roles/modality.ts';
import type { MeetingDraft } from './draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingMention, MeetingSources } from '../mentions/mention.ts';
import { isToldBefore } from './nearness.ts';
import { placeOfMeeting } from '../places/place.ts';
import { tokensTagged } from '../../word-index.ts';

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
  for (const verb of tokensTagged(document, 'VERB')) {
    if (!words.holdingVerbs.has(verb.lemma) || !isOfIt(document, verb)) continue;
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

/** Verbs of moving a date: 'put off to October 5', 'brought forward to Monday'. */
const moving = /^(?:put|push|postpone|move|shift|bring|delay|defer|reschedule|adjourn)$/;

/** How many words behind the verb its new date may open. */
const newDateReach = 8;

/** 'The round, due on September 28, has been put off to October 5': what is told as called off has a new date beside the old one. */
export function addMoved({ document, dating, published }: MeetingSources, drafts: MeetingDraft[]): void {
  for (const draft of drafts.slice()) {
    const told = draft.mentions.flatMap((mention) => {
      const verb = mention.predication.kind === 'verb' ? undefined : moverOf(document, mention.predication);
      return verb === undefined ? [] : [{ mention, verb }];
    })[0];
    if (told === undefined || draft.status === 'denied') continue;
    const { mention, verb } = told;
    const date = dating.expressions.find(
      ({ first, bound }) =>
        bound !== 'since' &&
        first > verb &&
        first - verb <= newDateReach &&
        document.tokens
          .slice(Math.max(verb + 1, first - 1), first + 1)
          .some(({ lower }) => /^(?:to|until|till)$/.test(lower)),
    );
    if (date === undefined) continue;
    const read = readAhead(date);
    const ahead = { ...read, start: read.start ?? read.end, bound: null };
    if (ahead.start === null || ahead.start < (published ?? '')) continue;
    const moved = { date: ahead, status: 'planned' as const };
    const isOld = draft.status === 'cancelled' && draft.date?.first !== date.first;
    if (isOld) drafts.push({ ...draft, ...moved, mentions: [{ ...mention, ...moved }] });
    else Object.assign(draft, moved);
  }
}

/** The verb that moves a meeting: the one its noun hangs on, or the one above. */
function moverOf(
  document: AnnotatedDocument,
  { verb, trigger }: MeetingMention['predication'],
): number | undefined {
  return (
    [verb, headOf(document, trigger)?.i].find(
      (token) => typeof token === 'number' && moving.test(document.tokens[token]?.lemma ?? ''),
    ) ?? undefined
  );
}

function isOfIt(document: AnnotatedDocument, verb: Token): boolean {
  const subject = child(document, verb.i, 'nsubj:pass') ?? child(document, verb.i, 'nsubj');
  return subject?.lower === 'it';
}

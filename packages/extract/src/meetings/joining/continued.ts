import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { realityOf } from '../../roles/modality.ts';
import { settingsAgree } from './affinity.ts';
import type { MeetingDraft } from './draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { isToldBefore } from './nearness.ts';
import { placeOfMeeting } from '../places/place.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences back 'it' is looked for. */
const reach = 3;

/** Forms that are called 'it' or 'they'. */
const called = /^(?:talks|round|meeting|summit|conference|visit|hearing|session|call|ceremony|signing)$/;

/**
 * 'According to two people, it took place on Sunday at the residence of the governor': when and where the meeting told last was.
 * What contradicts the time or place told before is another version of it, of the same parties.
 */
export function addContinued(sources: MeetingSources, words: MeetingWords, drafts: MeetingDraft[]): void {
  const { document, dating, roles } = sources;
  for (const verb of tokensTagged(document, 'VERB')) {
    if (!tellsOfIt(document, words, verb)) continue;
    if (realityOf(document, verb.i).modality !== 'actual') continue;
    const meant = drafts.findLast(
      (draft) =>
        called.test(draft.form) && draft.status === 'held' && isToldBefore(document, draft, verb.i, reach),
    );
    const [lead] = meant?.mentions ?? [];
    if (meant === undefined || lead === undefined) continue;
    const predication = roles.at(verb.i);
    const told = {
      date: dating.dateOf(verb.i) ?? null,
      place: placeOfMeeting(sources, words, predication, lead.pattern) ?? null,
    };
    if (told.date === null && told.place === null) continue;
    if (settingsAgree(meant, { ...meant, ...told })) {
      meant.date ??= told.date;
      meant.place ??= told.place;
    } else {
      const version = { date: told.date ?? meant.date, place: told.place ?? meant.place };
      drafts.push({
        ...meant,
        ...version,
        mentions: [{ ...lead, ...version, trigger: verb.i, predication }],
      });
    }
  }
}

/** 'it took place', 'it was held', not 'it took him'. */
function tellsOfIt(document: AnnotatedDocument, words: MeetingWords, { i, lemma }: Token): boolean {
  if (!words.holdingVerbs.has(lemma)) return false;
  const passive = child(document, i, 'nsubj:pass');
  const subject = passive ?? child(document, i, 'nsubj');
  if (subject?.lower !== 'it') return false;
  const object = child(document, i, 'obj');
  return lemma === 'take' ? object?.lower === 'place' : passive !== undefined || object === undefined;
}

import type { Token } from '@dragoman/nlp';
import { argumentsOf } from '../../roles/arguments.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { GroupsOf } from '../joining/affinity.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { sentencesBefore } from '../joining/nearness.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences behind a hearing those who speak there are told. */
const reach = 8;

/**
 * Seats those who speak at a hearing by their office: the judge who sentences, the prosecutor who asks, the chair or a member
 * of the committee that hears, told right behind it.
 */
export function seatHearers(
  sources: MeetingSources,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
): void {
  const hearings = drafts.filter(({ form, status }) => form === 'hearing' && status === 'held');
  if (hearings.length === 0) return;
  for (const verb of tokensTagged(sources.document, 'VERB')) {
    if (!words.hearingVerbs.has(verb.lemma)) continue;
    const near = hearings.findLast((draft) =>
      sentencesBefore(sources.document, draft, verb.i).some((gap) => gap >= 0 && gap <= reach),
    );
    if (near === undefined) continue;
    const seated = speakersAt(sources, verb).filter((person) =>
      mayHear(sources, words, near, person, groupsOf),
    );
    near.participants = [...new Set([...near.participants, ...seated])];
  }
}

function speakersAt({ document, actors }: MeetingSources, verb: Token): string[] {
  const { slots } = argumentsOf(document, verb.i);
  return actors.actors(slots.subject ?? []).filter((id) => actors.kind(id) === 'person');
}

/** Does somebody hold an office of hearings, or one of the body that hears? */
function mayHear(
  { positions }: MeetingSources,
  words: MeetingWords,
  { hosts, groups }: MeetingDraft,
  person: string,
  groupsOf: GroupsOf,
): boolean {
  if (groupsOf(person).some((id) => hosts.includes(id) && groups.includes(id))) return true;
  return positions.some(
    ({ person: holder, title, status }) =>
      holder === person &&
      status !== 'former' &&
      title
        .toLowerCase()
        .split(/[\s-]+/)
        .some((word) => words.hearingOffices.has(word)),
  );
}

import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import type { ActorFinder } from '../../roles/actors.ts';
import { partiesOf, type GroupsOf } from '../joining/affinity.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import { sentencesBefore } from '../joining/nearness.ts';
import { tokensTagged } from '../../word-index.ts';

/** How many sentences a mediator may stand from the talks. */
const reach = 1;

/**
 * Gives talks of several parties those who are called their mediators nearby ('Mauritanian mediators said …') but are told
 * in no clause of theirs; where one meeting alone of an article can have them, however far.
 */
export function addMediators(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
): void {
  const open = drafts.filter((draft) => isBetweenParties(draft) && draft.mediators.length === 0);
  if (open.length === 0) return;
  for (const noun of tokensTagged(document, 'NOUN')) {
    if (!words.mediators.has(noun.lemma)) continue;
    const found = actors.actors([noun.i]);
    if (found.length === 0) continue;
    const near = open.filter((draft) => isNear(document, draft, noun));
    for (const draft of near.length > 0 || open.length > 1 ? near : open) {
      const others = found.filter((id) => !draft.participants.includes(id) && !draft.groups.includes(id));
      draft.mediators = [...new Set([...draft.mediators, ...others])];
    }
  }
}

const isBetweenParties = ({ form, groups, participants }: MeetingDraft): boolean =>
  /^(?:talks|round|meeting)$/.test(form) && groups.length + participants.length > 1;

function isNear(document: AnnotatedDocument, draft: MeetingDraft, noun: Token): boolean {
  return sentencesBefore(document, draft, noun.i).some((gap) => Math.abs(gap) <= reach);
}

/** Forms in which who is in the chair may be a third party; the chair of a hearing is the body that hears. */
const betweenSides = /^(?:talks|round|meeting|summit|session|conference|ceremony|signing)$/;

/** Who led or chaired a meeting of two others, standing for neither, mediated it; any other chair is a host who takes part. */
export function seatChairs(
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
  isPerson: (id: string) => boolean,
): void {
  for (const draft of drafts) {
    const parties = partiesOf(draft, groupsOf);
    const others = (id: string): boolean =>
      betweenSides.test(draft.form) &&
      !parties.has(id) &&
      !groupsOf(id).some((group) => parties.has(group)) &&
      parties.size > 1;
    const mediating = draft.chairs.filter(others);
    draft.mediators = [...new Set([...draft.mediators, ...mediating])];
    const own = draft.chairs.filter((id) => !mediating.includes(id));
    draft.hosts = [...new Set([...draft.hosts, ...own])];
    draft.participants = [...new Set([...draft.participants, ...own.filter(isPerson)])];
  }
}

/** 'President Lopez hosted a delegation of the World Bank': a host of one party alone is the other; of several, whoever has the house. */
export function seatHosts(drafts: readonly MeetingDraft[], isPerson: (id: string) => boolean): void {
  for (const draft of drafts) {
    const sides = new Set([...draft.groups, ...draft.participants]);
    if (draft.hosts.length === 0 || sides.size !== 1) continue;
    const hosts = draft.hosts.filter((id) => !sides.has(id) && !draft.mediators.includes(id));
    draft.participants = [...draft.participants, ...hosts.filter(isPerson)];
    draft.groups = [...draft.groups, ...hosts.filter((id) => !isPerson(id))];
  }
}

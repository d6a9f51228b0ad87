import { isDenialOf, isOtherVersion, partiesOf, settingsAgree, type GroupsOf } from './affinity.ts';
import { absorb, draftOf, type MeetingDraft } from './draft.ts';
import type { JoinTools } from './join.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/** How many sentences from a denial of 'such a meeting' the one that is denied may be told. */
const denialReach = 2;

/** '"No such meeting took place," the ministry said of reports that A had met B in C': the denial is of what is told beside it. */
export function denialsBeside(
  mentions: readonly MeetingMention[],
  drafts: readonly MeetingDraft[],
  { sentenceOf, groupsOf }: JoinTools,
): MeetingDraft[] {
  return mentions.flatMap((mention) => {
    const { status, participants, groups, trigger } = mention;
    if (status !== 'denied' || participants.length + groups.length > 0) return [];
    if (drafts.some((draft) => draft.mentions.some((told) => told.trigger === trigger))) return [];
    const known = drafts.findLast(
      (draft) =>
        draft.status === 'denied' &&
        (draft.ordinal === null) === (mention.ordinal === null) &&
        settingsAgree(draft, mention),
    );
    if (known !== undefined) {
      absorb(known, mention);
      return [];
    }
    const meant = drafts.find(
      (draft) =>
        draft.status !== 'denied' &&
        draft.mentions.some(
          (told) => Math.abs(sentenceOf(told.trigger) - sentenceOf(trigger)) <= denialReach,
        ),
    );
    if (meant === undefined || partiesOf(meant, groupsOf).size < 2) return [];
    const { place, date } = mention;
    return [
      {
        ...draftOf({ ...mention, form: meant.form }),
        participants: meant.participants,
        groups: meant.groups,
        place: place ?? meant.place,
        date: date ?? meant.date,
      },
    ];
  });
}

/** How many sentences behind indirect talks it may be said that the parties did not meet. */
const apartReach = 4;

/** 'They stayed in adjoining villas and did not meet', told right behind talks through a go-between, denies no talks. */
export function asIndirect(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  { sentenceOf }: JoinTools,
): MeetingMention {
  const { status, predication, trigger, participants } = mention;
  const { object = [], with: company = [] } = predication.slots;
  if (status !== 'denied' || predication.kind !== 'verb' || predication.modality === 'denied') return mention;
  if (object.length + company.length > 0 || participants.length < 2) return mention;
  const isTold = drafts.some(
    ({ direct, mentions }) =>
      direct === false &&
      mentions.some((told) => sentenceOf(trigger) - sentenceOf(told.trigger) <= apartReach),
  );
  return isTold ? { ...mention, status: 'held', direct: false } : mention;
}

/** One meeting told as direct and as indirect is two versions; what one tells of time and place holds for both. */
export function shareSetting(drafts: readonly MeetingDraft[], groupsOf: GroupsOf): void {
  for (const draft of drafts) {
    const other = drafts.find((candidate) => isOtherVersion(candidate, draft, groupsOf));
    draft.date ??= other?.date ?? null;
    draft.place ??= other?.place ?? null;
    if (draft.status !== 'denied' || draft.date !== null || draft.place !== null) continue;
    const denied = drafts.findLast((candidate) => isDenialOf(draft, candidate, groupsOf));
    draft.date = denied?.date ?? null;
    draft.place = denied?.place ?? null;
  }
}

import { affinityOf, partiesOf, settingsAgree, type GroupsOf } from './affinity.ts';
import { absorb, draftOf, wholeOf, type MeetingDraft } from './draft.ts';
import { withPartiesBefore, withPartiesIfAnother, withPartiesOfVersion, withSides } from './fill.ts';
import type { MeetingMention } from '../mentions/mention.ts';
import { asIndirect, denialsBeside, shareSetting } from './versions.ts';

export type { GroupsOf } from './affinity.ts';

/** From here on a mention is taken to tell of the meeting. */
const enoughAffinity = 1;

/** What joining needs to know beside the mentions. */
export interface JoinTools {
  readonly groupsOf: GroupsOf;
  /** The two groups that the text before a token speaks of most: who 'both sides' are where no meeting has told it. */
  readonly sidesBefore: (token: number) => readonly string[];
  /** Is a group one that meets by itself: a council, a cabinet, an alliance? */
  readonly isBody: (group: string) => boolean;
  /** Is a group one that reports? */
  readonly isPress: (group: string) => boolean;
  /** The name of an entity. */
  readonly nameOf: (id: string) => string;
  /** The number of the sentence a token stands in. */
  readonly sentenceOf: (token: number) => number;
  /** Forms that are never one meeting with another form. */
  readonly apart: ReadonlySet<string>;
}

/** Joins the mentions of one meeting and keeps different ones apart, in the order in which they are first told. */
export function joinMeetings(mentions: readonly MeetingMention[], tools: JoinTools): MeetingDraft[] {
  const { groupsOf } = tools;
  const drafts: MeetingDraft[] = [];
  for (const named of mentions) {
    const told = asIndirect(named, drafts, tools);
    const mention =
      told.joint && partiesOf(told, groupsOf).size < 2 ? withPartiesBefore(told, drafts, tools) : told;
    const best =
      draftWith(drafts, mention.partOf) ??
      bestDraft(drafts, mention, tools) ??
      draftOfPosts(drafts, mention, tools) ??
      draftAttended(drafts, mention, tools);
    if (best !== undefined) {
      if (best.isFaint) best.status = mention.status;
      absorb(best, mention);
      if (best.isFaint) best.isFaint = !standsAlone(wholeOf(best), tools);
      continue;
    }
    const settled = withSides(
      withPartiesOfVersion(withPartiesIfAnother(mention, drafts, tools), drafts, groupsOf),
      drafts,
      tools,
    );
    const isFaint = !standsAlone(settled, tools);
    if (!isFaint || mayGrow(settled) || impliesAnother(settled, tools))
      drafts.push({ ...draftOf(settled), isFaint });
  }
  fillOpen(drafts, tools);
  const known = drafts.filter((draft) => !draft.isFaint || impliesAnother(wholeOf(draft), tools));
  known.push(...denialsBeside(mentions, known, tools));
  shareSetting(known, groupsOf);
  return known;
}

/** 'The ministers meet again in May', told before anybody says who they are, as in a live blog: those of the first meeting told behind. */
function fillOpen(drafts: readonly MeetingDraft[], tools: JoinTools): void {
  for (const draft of drafts) {
    const [lead] = draft.mentions;
    if (lead?.joint !== true || draft.participants.length + draft.groups.length > 0) continue;
    const filled = withPartiesBefore({ ...lead, again: false }, drafts, tools);
    draft.participants = [...filled.participants];
    draft.groups = [...filled.groups];
  }
}

/** 'After all-night talks with the minister …': too little for a meeting, unless what follows tells when, where or with whom. */
function mayGrow({ form, status, participants, groups, chairs }: MeetingMention): boolean {
  return (
    /^(?:talks|round|meeting|summit)$/.test(form) &&
    status === 'held' &&
    participants.length + groups.length + chairs.length > 0
  );
}

function draftWith(drafts: readonly MeetingDraft[], token: number | null): MeetingDraft | undefined {
  return token === null
    ? undefined
    : drafts.find(({ mentions }) => mentions.some(({ trigger }) => trigger === token));
}

/** How many sentences behind the posts of those who met their names may follow. */
const postReach = 2;

/**
 * 'The fisheries ministers of Senegal and Mauritania have sat down … Sarr and Ould Sidaty met at the Tanji Bay Hotel': people whom
 * the text gives no side, told to have met right behind a meeting of two sides that names nobody, are those who met there; so are people of whom one stands for a side.
 */
function draftOfPosts(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  { groupsOf, sentenceOf, nameOf }: JoinTools,
): MeetingDraft | undefined {
  const { participants, groups, status, trigger } = mention;
  if (participants.length < 2) return undefined;
  const sides = [...groups, ...participants.flatMap(groupsOf)];
  return drafts.findLast((draft) => {
    const near = draft.mentions.some((told) => sentenceOf(trigger) - sentenceOf(told.trigger) <= postReach);
    const isUnnamed = draft.participants.length === 0 && draft.groups.length >= participants.length;
    const isTheirs =
      sides.length === 0 ||
      sides.some((id) => draft.groups.some((side) => nameOf(id).includes(nameOf(side))));
    return near && isUnnamed && isTheirs && draft.status === status && settingsAgree(draft, mention);
  });
}

/** How many sentences behind a meeting 'the meeting' is still that one. */
const attendedReach = 2;

/** Forms of meetings that one who comes to them is told of. */
const attended = /^(?:talks|round|meeting|summit|conference|session|ceremony|signing|visit)$/;

/** 'Also at the meeting was the envoy', 'the adviser took part in the talks': one more of those who were at the meeting just told. */
function draftAttended(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  { sentenceOf }: JoinTools,
): MeetingDraft | undefined {
  const { definite, predication, another, form, participants, groups, status, trigger } = mention;
  const { between = [], with: company = [], of = [], possessive = [] } = predication.slots;
  const isToldOf = between.length + company.length + of.length + possessive.length > 0;
  if (!definite || predication.kind === 'verb' || another || isToldOf || !attended.test(form))
    return undefined;
  if (participants.length + groups.length === 0) return undefined;
  const last = drafts.findLast(({ mentions }) =>
    mentions.some((told) => sentenceOf(trigger) - sentenceOf(told.trigger) <= attendedReach),
  );
  const isCalledSo = last?.form === form || /^(?:talks|meeting)$/.test(form);
  const isSame = last !== undefined && isCalledSo && attended.test(last.form) && last.status === status;
  if (mention.place !== null && last?.place === null) return undefined;
  return isSame && settingsAgree(last, mention) ? last : undefined;
}

function bestDraft(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  { groupsOf, apart, sentenceOf }: JoinTools,
): MeetingDraft | undefined {
  let best: { draft: MeetingDraft; affinity: number } | undefined;
  // 'met Abbas after talks with Sharon', 'had breakfast with her before visiting the office': two meetings of one sentence.
  const isAnother = mention.aside && mention.form !== 'hearing';
  for (const draft of drafts.toReversed()) {
    const isBesideIt = draft.mentions.some(
      ({ trigger }) => sentenceOf(trigger) === sentenceOf(mention.trigger),
    );
    if (isAnother && isBesideIt) continue;
    const affinity = affinityOf(draft, mention, groupsOf, apart);
    if (affinity < enoughAffinity) continue;
    const isBetter = (known: MeetingDraft): boolean => isAside(known) || (known.isFaint && !draft.isFaint);
    if (
      best === undefined ||
      affinity > best.affinity ||
      (affinity === best.affinity && isBetter(best.draft))
    )
      best = { draft, affinity };
  }
  return best?.draft;
}

const isAside = ({ mentions }: MeetingDraft): boolean => mentions.every(({ background }) => background);

/** Does a mention that tells of none of the known meetings say enough for one of its own? */
function standsAlone(mention: MeetingMention, { isBody }: JoinTools): boolean {
  const named = mention.participants.length + mention.groups.length;
  const parties = named + mention.hosts.length + mention.chairs.length + mention.unnamed.length;
  const settled = mention.place !== null || mention.date !== null;
  const hasBody = mention.groups.some(isBody) || mention.unnamed.length > 0;
  if (mention.form === 'session' && !hasBody) return false;
  if (parties >= 2) return true;
  if (mention.form === 'debate' && mention.date !== null) return true;
  if (mention.status === 'denied' && named > 0 && /^(?:talks|round|meeting|summit|visit)$/.test(mention.form))
    return true;
  if (mention.another) return settled;
  if (
    mention.form === 'conference' &&
    mention.status === 'held' &&
    !mention.definite &&
    mention.participants.length > 0
  )
    return true;
  if (mention.form === 'meeting' && mention.status === 'held' && mention.groups.some(isBody)) return true;
  if (parties === 1)
    return (
      settled ||
      (named > 0 && /^(?:held|cancelled)$/.test(mention.status) && isFormal(mention)) ||
      mention.joint
    );
  return mention.place !== null && mention.date !== null;
}

/** 'Talks with the rebels go on', 'met villagers', 'a meeting chaired by Lee': the other party goes without saying where one that speaks for itself is named. */
function impliesAnother(
  { form, status, participants, groups, chairs, habitual }: MeetingMention,
  { isPress, isBody }: JoinTools,
): boolean {
  const named = [...participants, ...groups, ...chairs];
  const isOfBody = form === 'conference' && groups.some(isBody);
  return (
    named.length > 0 &&
    !habitual &&
    !named.every(isPress) &&
    (isOfBody || /^(?:talks|meeting|call)$/.test(form)) &&
    /^(?:held|cancelled|ongoing)$/.test(status)
  );
}

/** Forms in which the other party goes without saying. */
const isFormal = ({ form }: MeetingMention): boolean => form === 'hearing' || form === 'interview';

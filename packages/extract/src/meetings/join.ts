import type { Entity } from '@dragoman/schemas';
import { parseDay } from '../dates/calendar.ts';
import type { DatedExpression } from '../dates/dates.ts';
import type { Status } from '../roles/status.ts';
import { affinityOf, isOtherVersion, partiesOf, settingsAgree, type GroupsOf } from './affinity.ts';
import type { MeetingMention } from './mention.ts';

export type { GroupsOf } from './affinity.ts';

/** A meeting as far as the mentions read so far tell it. */
export interface MeetingDraft {
  readonly mentions: MeetingMention[];
  readonly form: string;
  /** The word that said which one it is: 'second', 'next'. */
  ordinal: string | null;
  participants: string[];
  /** Groups named as parties. */
  groups: string[];
  mediators: string[];
  hosts: string[];
  chairs: string[];
  place: Entity | null;
  date: DatedExpression | null;
  status: Status;
  direct: boolean | null;
}

/** From here on a mention is taken to tell of the meeting. */
const enoughAffinity = 1;

/** What joining needs to know beside the mentions. */
export interface JoinTools {
  readonly groupsOf: GroupsOf;
  /** The two groups that the text before a token speaks of most: who 'both sides' are where no meeting has told it. */
  readonly sidesBefore: (token: number) => readonly string[];
  /** Is a group one that meets by itself: a council, a cabinet, an alliance? */
  readonly isBody: (group: string) => boolean;
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
      draftOfPosts(drafts, mention, tools);
    if (best !== undefined) {
      absorb(best, mention);
      continue;
    }
    const settled = withSides(
      withPartiesOfVersion(withPartiesIfAnother(mention, drafts, tools), drafts, groupsOf),
      drafts,
      tools,
    );
    if (standsAlone(settled, tools)) drafts.push(draftOf(settled));
  }
  shareSetting(drafts, groupsOf);
  return drafts;
}

/** How many sentences behind indirect talks it may be said that the parties did not meet. */
const apartReach = 4;

/** 'They stayed in adjoining villas and did not meet', told right behind talks through a go-between, denies no talks. */
function asIndirect(
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
function shareSetting(drafts: readonly MeetingDraft[], groupsOf: GroupsOf): void {
  for (const draft of drafts) {
    const other = drafts.find((candidate) => isOtherVersion(candidate, draft, groupsOf));
    draft.date ??= other?.date ?? null;
    draft.place ??= other?.place ?? null;
  }
}

function withPartiesOfVersion(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
): MeetingMention {
  if (partiesOf(mention, groupsOf).size > 0) return mention;
  const other = drafts.findLast((draft) => isOtherVersion(draft, mention, groupsOf));
  if (other === undefined) return mention;
  return {
    ...mention,
    participants: other.participants,
    groups: other.groups,
    date: mention.date ?? other.date,
  };
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
 * the text gives no side, told to have met right behind a meeting of two sides that names nobody, are those who met there.
 */
function draftOfPosts(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  { groupsOf, sentenceOf }: JoinTools,
): MeetingDraft | undefined {
  const { participants, groups, status, trigger } = mention;
  if (participants.length < 2 || groups.length > 0 || participants.flatMap(groupsOf).length > 0)
    return undefined;
  return drafts.findLast((draft) => {
    const near = draft.mentions.some((told) => sentenceOf(trigger) - sentenceOf(told.trigger) <= postReach);
    const isUnnamed = draft.participants.length === 0 && draft.groups.length === participants.length;
    return near && isUnnamed && draft.status === status && settingsAgree(draft, mention);
  });
}

function bestDraft(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  { groupsOf, apart }: JoinTools,
): MeetingDraft | undefined {
  let best: { draft: MeetingDraft; affinity: number } | undefined;
  for (const draft of drafts.toReversed()) {
    const affinity = affinityOf(draft, mention, groupsOf, apart);
    if (affinity < enoughAffinity) continue;
    if (best === undefined || affinity > best.affinity || (affinity === best.affinity && isAside(best.draft)))
      best = { draft, affinity };
  }
  return best?.draft;
}

const isAside = ({ mentions }: MeetingDraft): boolean => mentions.every(({ background }) => background);

function draftOf(mention: MeetingMention): MeetingDraft {
  const { form, ordinal, participants, groups, mediators, hosts, chairs, place, date, status, direct } =
    mention;
  return {
    mentions: [mention],
    form,
    ordinal,
    participants: [...participants],
    groups: [...groups],
    mediators: [...mediators],
    hosts: [...hosts],
    chairs: [...chairs],
    place,
    date,
    status,
    direct,
  };
}

function absorb(draft: MeetingDraft, mention: MeetingMention): void {
  draft.mentions.push(mention);
  draft.participants = union(draft.participants, mention.participants);
  draft.groups = union(draft.groups, mention.groups);
  draft.mediators = union(draft.mediators, mention.mediators);
  draft.hosts = union(draft.hosts, mention.hosts);
  draft.chairs = union(draft.chairs, mention.chairs);
  draft.ordinal ??= mention.ordinal;
  draft.direct ??= mention.direct;
  draft.place = finerPlace(draft.place, mention.place);
  draft.date = finerDate(draft.date, mention.date);
  if (mention.status === 'cancelled' || (draft.status === 'possible' && mention.status === 'planned')) {
    draft.status = mention.status;
  }
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

function finerPlace(a: Entity | null, b: Entity | null): Entity | null {
  return a === null || (a.placeKind === 'country' && b !== null && b.placeKind !== 'country') ? (b ?? a) : a;
}

function finerDate(a: DatedExpression | null, b: DatedExpression | null): DatedExpression | null {
  if (a?.start === null || a?.start === undefined) return b ?? a;
  if (isWithinDays(b, a)) return b;
  return b?.start !== undefined && b.start !== null && b.start.length > a.start.length ? b : a;
}

/** So many days are told vaguely: 'this week'. */
const vagueDays = 5;

/** 'This week' and then 'on Tuesday and Wednesday'; of two days that are named neither is the finer date. */
function isWithinDays(inner: DatedExpression | null, outer: DatedExpression): boolean {
  const [outerDays, innerDays] = [stretchOf(outer), stretchOf(inner)];
  if (outerDays === undefined || innerDays === undefined) return false;
  const isInside = innerDays.first >= outerDays.first && innerDays.last <= outerDays.last;
  return (
    isInside && outerDays.last - outerDays.first + 1 >= vagueDays && lengthOf(innerDays) < lengthOf(outerDays)
  );
}

interface Stretch {
  readonly first: number;
  readonly last: number;
}

const lengthOf = ({ first, last }: Stretch): number => last - first + 1;

/** The days of a date that is told to the day. */
function stretchOf(date: DatedExpression | null): Stretch | undefined {
  if (date?.grain !== 'day' || date.start === null) return undefined;
  const first = parseDay(date.start.slice(0, 10));
  const last = parseDay((date.end ?? date.start).slice(0, 10));
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** 'Both sides will meet': the parties of the meeting told last, else the two groups the text is about. */
function withPartiesBefore(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  { groupsOf, sidesBefore }: JoinTools,
): MeetingMention {
  const several = drafts.filter((draft) => partiesOf(draft, groupsOf).size > 1);
  const alike = several.findLast(({ form }) => form === mention.form);
  const talks = several.findLast(({ form }) => form === 'talks' || form === 'round');
  const last = alike ?? talks ?? several.at(-1);
  const ofStates = several.findLast(({ groups }) => groups.length > 1);
  const isUnplaced =
    last !== undefined && last.groups.length < 2 && last.participants.flatMap(groupsOf).length < 2;
  const before =
    isUnplaced && mention.another && /^(?:talks|round|meeting|summit)$/.test(mention.form)
      ? (ofStates ?? last)
      : last;
  if (before === undefined)
    return { ...mention, groups: union(mention.groups, sidesBefore(mention.trigger)) };
  const sides =
    before.groups.length > 1
      ? before.groups
      : [...partiesOf({ ...before, participants: [] }, groupsOf), ...before.participants.flatMap(groupsOf)];
  const people = sides.length > 1 ? [] : before.participants;
  return {
    ...mention,
    participants: union(mention.participants, people),
    groups: union(mention.groups, sides),
  };
}

function withPartiesIfAnother(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  tools: JoinTools,
): MeetingMention {
  const nobody = mention.participants.length + mention.groups.length === 0;
  return nobody && mention.another ? withPartiesBefore(mention, drafts, tools) : mention;
}

/** 'The talks', 'last weekend's call', 'the closing ceremony' where nobody has been named: those who met before, or the two sides. */
function withSides(
  mention: MeetingMention,
  drafts: readonly MeetingDraft[],
  tools: JoinTools,
): MeetingMention {
  const nobody = mention.participants.length + mention.groups.length + mention.hosts.length === 0;
  const pointed = mention.definite || mention.date !== null;
  const goesOn = mention.form === 'hearing' && drafts.some(({ form }) => form === 'hearing');
  const named =
    /^(?:talks|call|round|ceremony)$/.test(mention.form) || mention.status === 'cancelled' || goesOn;
  if (!nobody || !pointed || !named) return mention;
  if (goesOn)
    return withBodyOf(
      mention,
      drafts.findLast(({ form }) => form === 'hearing'),
    );
  const filled = withPartiesBefore(mention, drafts, tools);
  return filled.participants.length + filled.groups.length > 1 ? filled : mention;
}

/** 'The hearing resumes on October 28': before the same body, whoever will be heard then. */
function withBodyOf(mention: MeetingMention, hearing: MeetingDraft | undefined): MeetingMention {
  if (hearing === undefined) return mention;
  const bodies = hearing.groups.filter((id) => hearing.hosts.includes(id));
  return { ...mention, groups: bodies.length > 0 ? bodies : hearing.groups };
}

/** Does a mention that tells of none of the known meetings say enough for one of its own? */
function standsAlone(mention: MeetingMention, { isBody }: JoinTools): boolean {
  const named = mention.participants.length + mention.groups.length;
  const parties = named + mention.hosts.length + mention.chairs.length;
  const settled = mention.place !== null || mention.date !== null;
  if (mention.form === 'session' && !mention.groups.some(isBody)) return false;
  if (parties >= 2) return true;
  if (mention.another) return settled;
  if (mention.form === 'meeting' && mention.status === 'held' && mention.groups.some(isBody)) return true;
  if (parties === 1)
    return (
      settled ||
      (named > 0 && /^(?:held|cancelled)$/.test(mention.status) && isFormal(mention)) ||
      mention.joint
    );
  return mention.place !== null && mention.date !== null;
}

/** Forms in which the other party goes without saying. */
const isFormal = ({ form }: MeetingMention): boolean => form === 'hearing' || form === 'interview';

import type { Entity } from '@dragoman/schemas';
import type { DatedExpression } from '../dates/dates.ts';
import type { Status } from '../roles/status.ts';
import type { MeetingMention } from './find.ts';

/** A meeting as far as the mentions read so far tell it. */
export interface MeetingDraft {
  readonly mentions: MeetingMention[];
  participants: string[];
  /** Groups named as parties. */
  groups: string[];
  mediators: string[];
  hosts: string[];
  place: Entity | null;
  date: DatedExpression | null;
  status: Status;
  direct: boolean | null;
}

/** From here on a mention is taken to tell of the meeting. */
const enoughAffinity = 1;

/** The groups that a person stands for. */
export type GroupsOf = (person: string) => readonly string[];

/** Joins the mentions of one meeting and keeps different ones apart, in the order in which they are first told. */
export function joinMeetings(mentions: readonly MeetingMention[], groupsOf: GroupsOf): MeetingDraft[] {
  const drafts: MeetingDraft[] = [];
  for (const told of mentions) {
    const mention = told.joint && partiesOf(told, groupsOf).size < 2 ? withPartiesBefore(told, drafts) : told;
    const best = bestDraft(drafts, mention, groupsOf);
    if (best !== undefined) absorb(best, mention);
    else if (standsAlone(mention)) drafts.push(draftOf(withPartiesIfAnother(mention, drafts)));
  }
  return drafts;
}

/** People and groups, the groups of the people counted in. */
export function partiesOf(
  { participants, groups }: Pick<MeetingMention, 'participants' | 'groups'>,
  groupsOf: GroupsOf,
): Set<string> {
  return new Set([...participants, ...groups, ...participants.flatMap(groupsOf)]);
}

function bestDraft(
  drafts: readonly MeetingDraft[],
  mention: MeetingMention,
  groupsOf: GroupsOf,
): MeetingDraft | undefined {
  let best: { draft: MeetingDraft; affinity: number } | undefined;
  for (const draft of drafts.toReversed()) {
    const affinity = affinityOf(draft, mention, groupsOf);
    if (affinity >= enoughAffinity && (best === undefined || affinity > best.affinity))
      best = { draft, affinity };
  }
  return best?.draft;
}

function affinityOf(draft: MeetingDraft, mention: MeetingMention, groupsOf: GroupsOf): number {
  const when = dateAffinity(draft.date, mention.date);
  const where = placeAffinity(draft.place, mention.place);
  const who = partyAffinity(draft, mention, groupsOf);
  if (when < 0 || where < 0 || who < 0) return -1;
  if (!statusesAgree(draft.status, mention.status, when)) return -1;
  if (draft.direct !== null && mention.direct !== null && draft.direct !== mention.direct) return -1;
  if (mention.another) return when > 0 || where > 0 ? when + where + who : -1;
  const pointed = mention.definite ? 1 : 0;
  const named = partiesOf(mention, groupsOf).size > 0;
  if (!named && !mention.definite && when === 0 && where === 0) return 0.5;
  return when + where + who + pointed;
}

/** 2 where both are known and agree, -1 where they disagree, 0 where one is not known. */
function dateAffinity(a: DatedExpression | null, b: DatedExpression | null): number {
  const [x, y] = [daysOf(a), daysOf(b)];
  if (x === undefined || y === undefined) return 0;
  if (x.start.startsWith(y.start) || y.start.startsWith(x.start)) return 2;
  return x.start <= y.end && y.start <= x.end ? 2 : -1;
}

function daysOf(date: DatedExpression | null): { start: string; end: string } | undefined {
  const start = date?.start?.slice(0, 10) ?? date?.end;
  if (start === undefined || start === null) return undefined;
  const end = date?.end ?? start;
  return { start, end: end < start ? start : end };
}

function placeAffinity(a: Entity | null, b: Entity | null): number {
  if (a === null || b === null) return 0;
  if (a.id === b.id) return 2;
  const [outer, inner] = a.placeKind === 'country' ? [a, b] : [b, a];
  if (outer.placeKind === 'country' && inner.placeKind !== 'country') {
    const known = inner.country !== undefined && outer.gazetteer !== undefined;
    return known && inner.country !== outer.gazetteer ? -1 : 0.5;
  }
  return a.placeKind === 'facility' || b.placeKind === 'facility' ? 0 : -1;
}

function partyAffinity(draft: MeetingDraft, mention: MeetingMention, groupsOf: GroupsOf): number {
  const [a, b] = [partiesOf(draft, groupsOf), partiesOf(mention, groupsOf)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...b].filter((id) => a.has(id)).length;
  const share = shared / Math.min(a.size, b.size);
  if (share < 0.5) return -1;
  const people = [draft.participants, mention.participants] as const;
  if (people[0].length > 1 && people[1].length > 1) {
    const together = people[1].filter((id) => people[0].includes(id)).length;
    if (together < Math.min(people[0].length, people[1].length)) return -1;
  }
  return 2 * share;
}

function statusesAgree(a: Status, b: Status, when: number): boolean {
  if (a === b) return true;
  if (a === 'denied' || b === 'denied') return false;
  const ahead = (status: Status): boolean =>
    status === 'planned' || status === 'possible' || status === 'cancelled';
  return ahead(a) === ahead(b) || when > 1;
}

function draftOf(mention: MeetingMention): MeetingDraft {
  const { participants, groups, mediators, hosts, place, date, status, direct } = mention;
  return {
    mentions: [mention],
    participants: [...participants],
    groups: [...groups],
    mediators: [...mediators],
    hosts: [...hosts],
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
  return b?.start !== undefined && b.start !== null && b.start.length > a.start.length ? b : a;
}

/** 'Both sides will meet': the parties of the meeting told last. */
function withPartiesBefore(mention: MeetingMention, drafts: readonly MeetingDraft[]): MeetingMention {
  const before = drafts.findLast(({ groups, participants }) => groups.length + participants.length > 1);
  if (before === undefined) return mention;
  const groups = before.groups.length > 1 ? before.groups : [...before.groups, ...mention.groups];
  return { ...mention, groups: union(mention.groups, groups) };
}

function withPartiesIfAnother(mention: MeetingMention, drafts: readonly MeetingDraft[]): MeetingMention {
  const nobody = mention.participants.length + mention.groups.length === 0;
  return nobody && mention.another ? withPartiesBefore(mention, drafts) : mention;
}

/** Does a mention that tells of none of the known meetings say enough for one of its own? */
function standsAlone(mention: MeetingMention): boolean {
  const parties = mention.participants.length + mention.groups.length + mention.hosts.length;
  const settled = mention.place !== null || mention.date !== null;
  if (parties >= 2) return true;
  if (mention.another) return settled;
  if (parties === 1) return settled || mention.form === 'hearing' || mention.joint;
  return mention.place !== null && mention.date !== null;
}

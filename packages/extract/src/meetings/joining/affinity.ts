import type { Entity } from '@dragoman/schemas';
import type { DatedExpression } from '../../dates/dates.ts';
import type { Status } from '../../roles/status.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/** The groups that a person stands for. */
export type GroupsOf = (person: string) => readonly string[];

/** Who is at a meeting, posts not counted in. */
export interface Company {
  readonly participants: readonly string[];
  readonly groups: readonly string[];
}

/** What two tellings of meetings are compared by. */
export interface Version extends Company {
  readonly place: Entity | null;
  readonly date: DatedExpression | null;
  readonly status: Status;
  readonly direct: boolean | null;
}

/** People and groups, the groups of the people counted in. */
export function partiesOf({ participants, groups }: Company, groupsOf: GroupsOf): Set<string> {
  return new Set([...participants, ...groups, ...participants.flatMap(groupsOf)]);
}

/** How well a mention fits a meeting: below 0 where they cannot be the same, higher the more they share. */
export function affinityOf(
  draft: Version & { readonly form: string; readonly ordinal: string | null },
  mention: MeetingMention,
  groupsOf: GroupsOf,
  apart: ReadonlySet<string>,
): number {
  if (draft.form !== mention.form) {
    const oneGoesOn = (draft.status === 'ongoing') !== (mention.status === 'ongoing');
    if (oneGoesOn || apart.has(draft.form) || apart.has(mention.form)) return -1;
  }
  if (isSessionOfOther(draft.form, mention.form)) return -1;
  const when = dateAffinity(draft.date, mention.date);
  const where = placeAffinity(draft.place, mention.place);
  const isAttended = mention.definite && mention.predication.kind !== 'verb';
  const shared = partyAffinity(draft, mention, groupsOf, isAttended);
  const who = isOneHearing(draft, mention, when) ? Math.max(shared, 0) : shared;
  if (when < 0 || where < 0 || who < 0) return -1;
  if (!statusesAgree(draft.status, mention.status, when)) return -1;
  if (draft.direct !== null && mention.direct !== null && draft.direct !== mention.direct) return -1;
  if (mention.another && mention.form !== 'session') {
    const areDenied = draft.status === 'denied' && mention.status === 'denied';
    const isKnown =
      areDenied || isSameOther(draft, mention) || when > 0 || (where > 0 && !isEarlierOne(mention.ordinal));
    return isKnown ? 1 + when + where + who : -1;
  }
  if (mention.indefinite && when <= 0 && where <= 0 && !isWithin(mention, draft, groupsOf)) return -1;
  const pointed = mention.definite ? 1 : 0;
  const named = partiesOf(mention, groupsOf).size > 0;
  // 'Leaders gathered Friday … the plan was part of a conclave held in Gao': of nobody, it says where the dated one was.
  const isWhere =
    draft.date !== null && draft.place === null && mention.place !== null && mention.date === null;
  if (!named && !mention.definite && when === 0 && where === 0) return isWhere ? 1 : 0.5;
  return when + where + who + pointed;
}

/** Many are heard at one hearing: 'attended the hearing by video link', 'resumes on October 28, when his brother is to testify'. */
function isOneHearing(
  draft: { readonly form: string },
  { form, definite }: MeetingMention,
  when: number,
): boolean {
  return draft.form === 'hearing' && form === 'hearing' && (definite || when > 0);
}

/** A session is one of talks, a conference or a body, and no call on an ambassador. */
function isSessionOfOther(a: string, b: string): boolean {
  if (a === b || (a !== 'session' && b !== 'session')) return false;
  return !/^(?:talks|round|summit|conference|debate|hearing)$/.test(a === 'session' ? b : a);
}

const ahead = (status: Status): boolean =>
  status === 'planned' || status === 'possible' || status === 'cancelled' || status === 'denied';

/** 'A second round', 'the next talks': told again where it is the same one by its number, or both are the next to come. */
function isSameOther(
  draft: { readonly status: Status; readonly ordinal: string | null },
  { status, ordinal }: MeetingMention,
): boolean {
  if (draft.ordinal === null || ordinal === null) return false;
  if (draft.ordinal === ordinal) return true;
  return ahead(draft.status) && ahead(status) && (isNext(ordinal) || isNext(draft.ordinal));
}

/** Words for one that was before those the text is about. */
const isEarlierOne = (ordinal: string | null): boolean =>
  /^(?:previous|earlier|last|first)$/.test(ordinal ?? '');

/** Words for the one to come that do not count. */
const isNext = (ordinal: string): boolean =>
  /^(?:next|new|another|further|fresh|future|additional|subsequent)$/.test(ordinal);

/** Are all parties of a mention among those of the meeting? */
function isWithin(mention: Company, draft: Company, groupsOf: GroupsOf): boolean {
  const known = partiesOf(draft, groupsOf);
  return [...partiesOf(mention, groupsOf)].every((id) => known.has(id));
}

/** Do two tellings not contradict each other about time and place? */
export function settingsAgree(a: Version, b: Version): boolean {
  return dateAffinity(a.date, b.date) >= 0 && placeAffinity(a.place, b.place) >= 0;
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
  if (isNamedAfter(a, b) || isNamedAfter(b, a)) return 0.5;
  return isSettled(a) && isSettled(b) ? -1 : 0;
}

/** 'Grodno' and 'Grodno Region'. */
const isNamedAfter = (region: Entity, town: Entity): boolean => region.name.startsWith(`${town.name} `);

/** A place that is told apart from another by its name: a palace may stand in any city. */
const isSettled = ({ placeKind }: Entity): boolean =>
  /^(?:city|country|region|waters)$/.test(placeKind ?? '');

function partyAffinity(
  draft: Company,
  mention: Company,
  groupsOf: GroupsOf,
  /** 'The minister opened the meeting': one of those who were there. */
  isAttended = false,
): number {
  const [a, b] = [partiesOf(draft, groupsOf), partiesOf(mention, groupsOf)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...b].filter((id) => a.has(id)).length;
  const share = shared / Math.min(a.size, b.size);
  const isOneOfThem = isAttended && mention.participants.length === 1;
  if (share < 0.5 || (!isOneOfThem && othersMeet(draft.participants, mention.participants))) return -1;
  const sides = [groupsAt(draft, groupsOf), groupsAt(mention, groupsOf)] as const;
  if (sides.every(({ length }) => length > 1) && othersMeet(...sides)) return -1;
  return 2 * share;
}

function statusesAgree(a: Status, b: Status, when: number): boolean {
  if (a === b) return true;
  if (a === 'denied' || b === 'denied') return false;
  return isToCome(a) === isToCome(b) || when > 1;
}

const isToCome = (status: Status): boolean =>
  status === 'planned' || status === 'possible' || status === 'cancelled';

/** Do two differ in nothing but whether the parties sat together? */
export function isOtherVersion(a: Version, b: Version, groupsOf: GroupsOf): boolean {
  if (a.direct === null || b.direct === null || a.direct === b.direct) return false;
  return (
    dateAffinity(a.date, b.date) >= 0 &&
    placeAffinity(a.place, b.place) >= 0 &&
    partyAffinity(a, b, groupsOf) >= 0 &&
    statusesAgree(a.status, b.status, 0)
  );
}

/** Does one deny the other: told without time or place, of the same parties, both the one that is to follow or neither? */
export function isDenialOf(
  denial: Version & { readonly form: string; readonly ordinal: string | null },
  other: Version & { readonly form: string; readonly ordinal: string | null },
  groupsOf: GroupsOf,
): boolean {
  if (other.status === 'denied' || other.status === 'cancelled') return false;
  if ((denial.ordinal === null) !== (other.ordinal === null)) return false;
  if (denial.form !== other.form && !(joinable.test(denial.form) && joinable.test(other.form))) return false;
  const parties = partiesOf(denial, groupsOf);
  return parties.size > 1 && isWithin(denial, other, groupsOf);
}

const joinable = /^(?:talks|round|meeting|summit)$/;

const groupsAt = ({ participants, groups }: Company, groupsOf: GroupsOf): string[] => [
  ...new Set([...groups, ...participants.flatMap(groupsOf)]),
];

/** Of two companies, is neither a part of the other? One person alone is told from any others. */
function othersMeet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const shared = b.filter((id) => a.includes(id)).length;
  return a.length === 1 && b.length === 1 ? false : shared < Math.min(a.length, b.length);
}

import type { Entity } from '@dragoman/schemas';
import { parseDay } from '../../dates/calendar.ts';
import type { DatedExpression } from '../../dates/dates.ts';
import type { Status } from '../../roles/status.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/** A meeting as far as the mentions read so far tell it. */
export interface MeetingDraft {
  readonly mentions: MeetingMention[];
  readonly form: string;
  /** The word that said which one it is: 'second', 'next'. */
  ordinal: string | null;
  participants: string[];
  /** Groups named as parties. */
  groups: string[];
  /** Parties without a name. */
  unnamed: string[];
  mediators: string[];
  hosts: string[];
  chairs: string[];
  place: Entity | null;
  date: DatedExpression | null;
  status: Status;
  direct: boolean | null;
  /** Told by too little for a meeting of its own so far. */
  isFaint: boolean;
}

export function draftOf(mention: MeetingMention): MeetingDraft {
  const {
    form,
    ordinal,
    participants,
    groups,
    unnamed,
    mediators,
    hosts,
    chairs,
    place,
    date,
    status,
    direct,
  } = mention;
  return {
    mentions: [mention],
    form,
    ordinal,
    participants: [...participants],
    groups: [...groups],
    unnamed: [...unnamed],
    mediators: [...mediators],
    hosts: [...hosts],
    chairs: [...chairs],
    place,
    date,
    status,
    direct,
    isFaint: false,
  };
}

export function absorb(draft: MeetingDraft, mention: MeetingMention): void {
  draft.mentions.push(mention);
  draft.participants = union(draft.participants, mention.participants);
  draft.groups = union(draft.groups, mention.groups);
  draft.unnamed = union(draft.unnamed, mention.unnamed);
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

/** The mention that a draft comes to by now. */
export function wholeOf(draft: MeetingDraft): MeetingMention {
  const { participants, groups, unnamed, mediators, hosts, chairs, place, date, status } = draft;
  const [lead] = draft.mentions;
  if (lead === undefined) throw new RangeError('a meeting has at least one mention');
  return { ...lead, participants, groups, unnamed, mediators, hosts, chairs, place, date, status };
}

export const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

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

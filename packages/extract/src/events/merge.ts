import type { DatedExpression } from '../dates/dates.ts';
import type { EventMention } from './find.ts';

/** Mentions of one event, the fullest first in `lead`. */
export interface JoinedEvent {
  readonly lead: EventMention;
  readonly mentions: readonly EventMention[];
}

/** Joins mentions that tell of one event: same root and status, the same actors, nothing that speaks against it. In text order. */
export function joinEvents(mentions: readonly EventMention[]): JoinedEvent[] {
  const groups: EventMention[][] = [];
  for (const mention of mentions) {
    const group = groups.find((members) => members.every((member) => isSameEvent(member, mention)));
    if (group === undefined) groups.push([mention]);
    else group.push(mention);
  }
  return groups.map((members) => ({ lead: completed(members), mentions: members }));
}

function isSameEvent(a: EventMention, b: EventMention): boolean {
  if (a.type !== b.type || !datesAgree(a.date, b.date)) return false;
  if (a.place !== null && b.place !== null && a.place !== b.place) return false;
  if (isMention(b)) return isPartOf(b.actors, a.actors) && isPartOf(b.targets, a.targets);
  if (a.status !== b.status || !sameMembers(a.actors, b.actors)) return false;
  if (a.actors.length === 0)
    return a.mode === b.mode && a.targets.length > 0 && sameMembers(a.targets, b.targets);
  if (a.targets.length > 0 && b.targets.length > 0 && !sameMembers(a.targets, b.targets)) return false;
  return a.predication.lemma === b.predication.lemma || isOneDeed(a, b);
}

/** 'fired on the patrol, killing four': two verbs of one sentence, the second without a target of its own. */
function isOneDeed(a: EventMention, b: EventMention): boolean {
  return a.sentence === b.sentence && (a.targets.length === 0 || b.targets.length === 0);
}

/** A noun that may only point back: 'the attack', 'the sanctions'. */
const isMention = ({ predication }: EventMention): boolean => predication.kind === 'noun';

const isPartOf = (a: readonly string[], b: readonly string[]): boolean => a.every((id) => b.includes(id));

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));

/** Two dates agree where one is missing or the coarser is the beginning of the finer. */
export function datesAgree(a: DatedExpression | null, b: DatedExpression | null): boolean {
  const x = a?.start ?? a?.end;
  const y = b?.start ?? b?.end;
  if (x === undefined || x === null || y === undefined || y === null) return true;
  return x.slice(0, 10).startsWith(y.slice(0, 10)) || y.slice(0, 10).startsWith(x.slice(0, 10));
}

/** The first mention, with what the others add to it. */
function completed(members: readonly EventMention[]): EventMention {
  const [first, ...rest] = members;
  if (first === undefined) throw new RangeError('an event has at least one mention');
  return rest.reduce(
    (lead, other) => ({
      ...lead,
      targets: lead.targets.length > 0 ? lead.targets : other.targets,
      place: lead.place ?? other.place,
      date: lead.date ?? other.date,
    }),
    first,
  );
}

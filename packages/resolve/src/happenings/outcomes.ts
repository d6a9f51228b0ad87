import type { Telling } from './telling.ts';
import { shared } from '../identity/overlap.ts';

/** Kinds of event that talks end in: what was agreed, given up, withdrawn or promised. */
const outcomes = new Set(['AGREE', 'CONCEDE', 'RETREAT', 'COOPERATE', 'AID']);

/**
 * Gives each meeting the numbers of what its parties agreed in the same article: '40 observers' is told of the withdrawal, but it is
 * what the talks came to, and where articles differ about it they differ about the talks.
 */
export function withOutcomes(tellings: readonly Telling[]): Telling[] {
  const numbers = new Map<string, Telling['numbers'][number][]>();
  for (const event of tellings) {
    if (!outcomes.has(event.type) || event.numbers.length === 0) continue;
    const meeting = meetingBehind(event, tellings);
    if (meeting !== null) numbers.set(meeting.id, [...(numbers.get(meeting.id) ?? []), ...event.numbers]);
  }
  return tellings.map((telling) => ({
    ...telling,
    numbers: [...telling.numbers, ...(numbers.get(telling.id) ?? [])],
  }));
}

/**
 * The meeting that most of an event's parties held: of equals the first that the article tells of. An event of one party, whose other
 * the article leaves to be understood, belongs to the meeting that it held where it held but one.
 */
function meetingBehind(event: Telling, tellings: readonly Telling[]): Telling | null {
  const parties = partiesOf(event);
  const held = tellings
    .filter(({ type, status }) => type === 'meeting' && (status === 'held' || status === 'ongoing'))
    .map((meeting) => ({ meeting, count: shared(parties, partiesOf(meeting)).length }))
    .filter(({ count }) => count > 0);
  const both = held.filter(({ count }) => count >= 2);
  const most = Math.max(...both.map(({ count }) => count));
  const found =
    both.find(({ count }) => count === most) ??
    (held.length === 1 && parties.length === 1 ? held[0] : undefined);
  return found?.meeting ?? null;
}

function partiesOf(telling: Telling): string[] {
  return [...new Set([...telling.persons, ...telling.sides, ...telling.states])];
}

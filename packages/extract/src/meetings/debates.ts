import type { Position } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import type { MeetingDraft } from './draft.ts';

/** So often both of two people must be named to be the rivals of an article. */
const leastMentions = 3;

/**
 * Seats the rivals at a debate that is told with nobody, with one of them or with one who only speaks of it: the two who run for
 * one office in the article, else the two people it names most, where one of them was told to have been there.
 */
export function seatRivals(
  table: EntityTable,
  positions: readonly Position[],
  drafts: readonly MeetingDraft[],
): void {
  const debates = drafts.filter(({ form, participants }) => form === 'debate' && participants.length < 2);
  if (debates.length === 0) return;
  const running = new Set(positions.filter(isRunning).map(({ person }) => person));
  const [first, second] = mostNamed(table);
  for (const draft of debates) {
    const [only] = draft.participants;
    const rivals = running.size === 2 ? [...running] : [];
    const named = first !== undefined && second !== undefined && (only === first || only === second);
    const both = rivals.length === 2 ? rivals : named ? [first, second] : [];
    if (both.length < 2) continue;
    draft.participants = both.filter((id) => !draft.mediators.includes(id));
    draft.groups = draft.groups.filter((id) => table.byId(id)?.groupKind !== 'party');
  }
}

const isRunning = ({ status, title }: Position): boolean =>
  status === 'candidate' || /\b(?:nominee|candidate|hopeful|contender)\b/i.test(title);

/** The two people that an article names most, both often. */
function mostNamed(table: EntityTable): string[] {
  const counts = new Map<string, number>();
  for (const { entity, form } of table.mentions) {
    if (form !== 'name' || table.byId(entity)?.kind !== 'person') continue;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count >= leastMentions);
  return often
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([id]) => id);
}

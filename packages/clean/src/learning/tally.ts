/**
 * Counts distinct values of a set that grows and shrinks, in bounded room: up to `tallyRoom` values are told apart, of further ones
 * only the number is kept. `distinct` is then a lower bound, and exact while nothing is beyond.
 */
export interface Tally {
  readonly counts: Readonly<Record<string, number>>;
  /** How many additions of values there was no room for. */
  readonly beyond: number;
}

export const emptyTally: Tally = { counts: {}, beyond: 0 };

const tallyRoom = 32;
/** As many as any threshold asks for; with fewer at hand, and others beyond, the set has to be counted again. */
export const tallySuffices = 24;

export function added({ counts, beyond }: Tally, value: string): Tally {
  const known = counts[value];
  if (known === undefined && distinct({ counts, beyond }) >= tallyRoom) return { counts, beyond: beyond + 1 };
  return { counts: { ...counts, [value]: (known ?? 0) + 1 }, beyond };
}

/** The counterpart of `added`, for a value that was added before. */
export function taken({ counts, beyond }: Tally, value: string): Tally {
  const { [value]: known, ...others } = counts;
  if (known === undefined) return { counts, beyond: Math.max(0, beyond - 1) };
  return { counts: known === 1 ? others : { ...others, [value]: known - 1 }, beyond };
}

/** How many values there are at least. */
export const distinct = ({ counts }: Tally): number => Object.keys(counts).length;

/** Whether so few values are left that those beyond may matter. */
export const isSpent = (tally: Tally): boolean => tally.beyond > 0 && distinct(tally) < tallySuffices;

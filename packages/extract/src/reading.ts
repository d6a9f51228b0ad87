import type { Event, Meeting, Position, Relation, Statement } from '@dragoman/schemas';
import type { ExtractionContext } from './context.ts';
import type { Dating } from './dates/dates.ts';
import type { EntityTableBuilder } from './entity-table.ts';
import type { PositionEvidence } from './positions/positions.ts';
import type { ActorFinder } from './roles/actors.ts';
import type { Roles } from './roles/roles.ts';

/** What the passes over happenings share: who does what to whom, who that is, and when. */
export interface HappeningTools {
  readonly roles: Roles;
  readonly actors: ActorFinder;
  readonly dating: Dating;
}

/** What the passes have read of one article so far. Each pass adds its own part and reads those of earlier ones. */
export interface Reading {
  readonly context: ExtractionContext;
  readonly table: EntityTableBuilder;
  /** To whom the article attributes what a token tells; null for the article itself. Set by the statement pass. */
  attributedTo: (token: number) => string | null;
  /** Does a token stand in quotation marks? Set by the statement pass. */
  isQuoted: (token: number) => boolean;
  positionEvidence: readonly PositionEvidence[];
  /** Set by the role pass. */
  happening: HappeningTools | undefined;
  positions: Position[];
  relations: Relation[];
  meetings: Meeting[];
  events: Event[];
  statements: Statement[];
}

/** A reading with nothing read yet. */
export function emptyReading(context: ExtractionContext, table: EntityTableBuilder): Reading {
  return {
    context,
    table,
    attributedTo: () => null,
    isQuoted: () => false,
    positionEvidence: [],
    happening: undefined,
    positions: [],
    relations: [],
    meetings: [],
    events: [],
    statements: [],
  };
}

/** One step of the extraction. */
export interface Pass {
  readonly number: number;
  readonly name: string;
  run(reading: Reading): void;
}

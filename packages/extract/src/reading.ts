import type { Event, Meeting, Position, Relation, Statement } from '@dragoman/schemas';
import type { ExtractionContext } from './context.ts';
import type { EntityTableBuilder } from './entity-table.ts';

/** What the passes have read of one article so far. Each pass adds its own part and reads those of earlier ones. */
export interface Reading {
  readonly context: ExtractionContext;
  readonly table: EntityTableBuilder;
  positions: Position[];
  relations: Relation[];
  meetings: Meeting[];
  events: Event[];
  statements: Statement[];
}

/** One step of the extraction. */
export interface Pass {
  readonly number: number;
  readonly name: string;
  run(reading: Reading): void;
}

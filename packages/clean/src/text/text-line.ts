import type { Line } from '../lines/index.ts';

/** A line of scraped text. */
export interface TextLine extends Line {
  /** Whether an empty line, or one that was dropped, stood between it and the line before. */
  readonly blankBefore: boolean;
}

import type { GraphValue } from './values.ts';

/** A value that is text, as text; '' for anything else, null among it. */
export function textOf(value: GraphValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A value that may be missing, as text or null. */
export function textOrNull(value: GraphValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** The texts of a list; none for anything else. */
export function textsOf(value: GraphValue | undefined): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}

/** A value that is a number, else 0. */
export function numberOf(value: GraphValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}

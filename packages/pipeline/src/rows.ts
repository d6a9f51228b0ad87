import type { GraphValue } from '@dragoman/graph';

/** A column as text; '' where it holds none. */
export function textOf(value: GraphValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

import type { Properties, Property } from '@dragoman/schemas';

/** Properties without those that are absent, empty texts or empty lists: nulls are not stored. */
export function present(values: Readonly<Record<string, Property | null | undefined>>): Properties {
  const kept = Object.entries(values).filter(([, value]) => {
    if (value === null || value === undefined || value === '') return false;
    return !(Array.isArray(value) && value.length === 0);
  });
  return Object.fromEntries(kept) as Properties;
}

/** Values without repetitions, in order. */
export function sortedSet(values: Iterable<string>): string[] {
  return [...new Set(values)].toSorted();
}

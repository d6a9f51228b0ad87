import type { NodeRow } from '@dragoman/schemas';
import { entryOf } from '../identity/states.ts';
import type { Signature } from '../identity/signature.ts';
import { foldName, words } from '../names/fold.ts';
import { nodeKey } from './claims.ts';
import { present, sortedSet } from './properties.ts';

const aliasLimit = 40;

/** The node of a person, group or place from the signatures that are it, with its id in a list of the user's. */
export function entityRow(id: string, signatures: readonly Signature[], wikidataId: string | null): NodeRow {
  const key = nodeKey(id);
  const [first] = signatures;
  const entry = first === undefined ? undefined : entryOf(first.gazetteer);
  const name = bestName(signatures);
  const others = sortedSet(
    signatures
      .flatMap((signature) => [signature.name, ...signature.aliases, ...signature.calls])
      .filter((other) => other !== name),
  );
  const countries = sortedSet(signatures.flatMap((signature) => signature.countries));
  const kind = commonest(signatures.map(({ subkind }) => subkind).filter((subkind) => subkind !== ''));
  return {
    ...key,
    properties: present({
      name,
      aliases: entry === undefined ? others.slice(0, aliasLimit) : sortedSet(entry.aliases),
      kind,
      countries: countries.map((state) => state.replace('state:', '')),
      location: entry?.location === undefined ? null : { ...entry.location },
      gazetteer: first?.gazetteer,
      wikidataId,
    }),
  };
}

/** The name that most signatures bear; of equals one with more words (up to four), then the longer, then the first in order. */
function bestName(signatures: readonly Signature[]): string {
  const counts = new Map<string, number>();
  for (const { name } of signatures) counts.set(name, (counts.get(name) ?? 0) + 1);
  const length = (name: string): number => Math.min(words(foldName(name)).length, 4);
  const ranked = [...counts].toSorted(
    ([a, left], [b, right]) =>
      Math.min(length(b), 2) - Math.min(length(a), 2) ||
      right - left ||
      length(b) - length(a) ||
      b.length - a.length ||
      (a < b ? -1 : 1),
  );
  return ranked[0]?.[0] ?? '';
}

function commonest(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ranked = [...counts].toSorted(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}

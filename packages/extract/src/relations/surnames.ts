import { foldName } from '../names/text.ts';
import type { RelationSources } from './source.ts';

/** The last parts of a name, apart where a hyphen joins them: 'Houngbédji-Sossou'. */
function surnamesOf(name: string): string[] {
  const words = name.split(' ');
  return words.length < 2
    ? []
    : (words.at(-1) ?? '')
        .split('-')
        .map(foldName)
        .filter((word) => word.length > 2);
}

/** Of some people those who share a surname with a person: relatives mostly do. */
export function namesakesOf(
  sources: RelationSources,
  person: string,
  people: readonly string[],
): readonly string[] {
  const own = surnamesOf(sources.table.byId(person)?.name ?? '');
  return people.filter(
    (other) =>
      other !== person &&
      surnamesOf(sources.table.byId(other)?.name ?? '').some((surname) => own.includes(surname)),
  );
}

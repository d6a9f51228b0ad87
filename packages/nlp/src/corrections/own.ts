/** Names of a list of the user's own: they hold whatever the network says. */
import { Gazetteer, type GazetteerEntry, ownEntries } from '@dragoman/gazetteer';
import type { Entity, EntityKind } from '../document.ts';
import type { NameCorrection } from './context.ts';

/** The correction that applies lists (YAML, see @dragoman/gazetteer); undefined where there are none. Throws LEXICON_INVALID. */
export function ownNames(files: readonly (URL | string)[]): NameCorrection | undefined {
  if (files.length === 0) return undefined;
  const gazetteer = new Gazetteer(files.flatMap(ownEntries));
  return (entities, { tokens }) => {
    const found = gazetteer
      .match(tokens.map((token) => token.text))
      .flatMap(({ start, end, hits: [best] }): Entity[] =>
        best === undefined ? [] : [{ kind: kindOf(best.entry), start, end, by: 'own list' }],
      );
    const meets = (a: Entity, b: Entity): boolean => a.start < b.end && b.start < a.end;
    const kept = entities.filter((entity) => !found.some((own) => meets(own, entity)));
    return [...kept, ...found].toSorted((a, b) => a.start - b.start);
  };
}

const kindOf = (entry: GazetteerEntry): EntityKind => (entry.placeKind === undefined ? 'ORG' : 'LOC');

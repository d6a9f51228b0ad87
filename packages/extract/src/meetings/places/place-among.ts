import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { ActorFinder } from '../../roles/actors.ts';
import { mostExact } from '../../roles/setting.ts';

/** What a place is looked up in. */
export interface PlaceSources {
  readonly document: AnnotatedDocument;
  readonly actors: ActorFinder;
}

/** The most exact of the places at some tokens that are accepted. */
export function placeAmong(
  actors: ActorFinder,
  tokens: readonly number[],
  accepts: (place: Entity) => boolean = () => true,
): Entity | undefined {
  return mostExact(
    tokens.flatMap((token) => {
      const place = actors.place(token);
      return place?.kind === 'place' && accepts(place) ? [place] : [];
    }),
  );
}

/** A place where people can sit together: no country or sea, which before a noun are mostly parties. */
export function isPoint({ placeKind }: Entity): boolean {
  return placeKind === 'city' || placeKind === 'facility';
}

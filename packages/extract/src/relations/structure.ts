import { kinship } from './kinship.ts';
import { labelledMembers, ownParties, partyMembers } from './membership.ts';
import { bodiesInBodies, ownedBodies, partsByName, placesInPlaces, placesOfStates } from './parts.ts';
import { seats } from './seats.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Relations that the build of a noun phrase tells: relatives, seats, parts of bodies and places. */
export function structuralRelations(sources: RelationSources): FoundRelation[] {
  return [
    ...kinship(sources),
    ...seats(sources),
    ...ownedBodies(sources),
    ...bodiesInBodies(sources),
    ...placesInPlaces(sources),
    ...labelledMembers(sources),
    ...partsByName(sources),
    ...placesOfStates(sources),
    ...partyMembers(sources),
    ...ownParties(sources),
  ];
}

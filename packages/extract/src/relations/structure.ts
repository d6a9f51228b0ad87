import { calledByOwner } from './called-by-owner.ts';
import { candidacies } from './candidacies.ts';
import { alliedBodies, compounds, stances } from './compounds.ts';
import { demandedDepartures } from './demands.ts';
import { fellows } from './fellows.ts';
import { oppositionParties } from './government.ts';
import { homes } from './homes.ts';
import { kinship } from './kinship.ts';
import { labelledMembers, peopleOfBodies } from './membership.ts';
import { ownBodies } from './own-bodies.ts';
import { bodiesInBodies, ownedBodies, partsByName } from './parts.ts';
import { pairsOfStates } from './pairs-of-states.ts';
import { partyLists, partySides } from './party-lists.ts';
import { ownParties, partiesOfLeaders, partyMembers } from './party-members.ts';
import { placesWithin } from './places.ts';
import { possessions, stateOfPerson } from './possessions.ts';
import { renamedBodies } from './renamed.ts';
import { seats } from './seats.ts';
import { inLaws, noRelations, survivors } from './survivors.ts';
import { successions } from './successions.ts';
import { shares } from './shares.ts';
import { speakersFor } from './speakers.ts';
import { stateOwned } from './state-owned.ts';
import { underLeaders } from './under-leaders.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Relations that the build of a noun phrase tells: relatives, seats, parts of bodies and places. */
export function structuralRelations(sources: RelationSources): FoundRelation[] {
  return [
    ...kinship(sources),
    ...survivors(sources),
    ...noRelations(sources),
    ...inLaws(sources),
    ...candidacies(sources),
    ...successions(sources),
    ...compounds(sources),
    ...stances(sources),
    ...alliedBodies(sources),
    ...calledByOwner(sources),
    ...seats(sources),
    ...homes(sources),
    ...possessions(sources),
    ...stateOfPerson(sources),
    ...ownedBodies(sources),
    ...stateOwned(sources),
    ...shares(sources),
    ...pairsOfStates(sources),
    ...bodiesInBodies(sources),
    ...labelledMembers(sources),
    ...peopleOfBodies(sources),
    ...partsByName(sources),
    ...placesWithin(sources),
    ...partyMembers(sources),
    ...partyLists(sources),
    ...partySides(sources),
    ...fellows(sources),
    ...demandedDepartures(sources),
    ...oppositionParties(sources),
    ...renamedBodies(sources),
    ...ownParties(sources),
    ...ownBodies(sources),
    ...partiesOfLeaders(sources),
    ...underLeaders(sources),
    ...speakersFor(sources),
  ];
}

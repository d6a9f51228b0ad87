export { bodyOf, type StateBody } from './bodies.ts';
export { ownEntries, stateId } from './build.ts';
export { type GroupKind, groupKinds, type PlaceKind, placeKinds } from './entry.ts';
export type { GazetteerEntry, Location, NameHit, NameUse } from './entry.ts';
export {
  defaultGazetteer,
  Gazetteer,
  type GazetteerMatch,
  type GazetteerOptions,
  loadGazetteer,
} from './gazetteer.ts';
export { caseFits, nameKey, slug } from './key.ts';

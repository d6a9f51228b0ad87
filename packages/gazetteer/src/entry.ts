/** What a gazetteer knows of a name. */

/** The ontology's kinds of groups and places; a test holds them against it. */
export const groupKinds = [
  'state',
  'government_body',
  'igo',
  'party',
  'armed_group',
  'military',
  'media',
  'company',
  'ngo',
  'other',
] as const;
export type GroupKind = (typeof groupKinds)[number];
export const placeKinds = ['country', 'region', 'city', 'facility', 'waters', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A point in degrees. */
export interface Location {
  latitude: number;
  longitude: number;
}

/**
 * One state, place or body. A state has both a group kind (it acts) and a place kind (things happen in it); other entries have one of the two.
 * Ids: 'state:IR', 'region:US:texas', 'city:OM:muscat', 'waters:red-sea', 'igo:iaea', 'armed_group:hamas'.
 */
export interface GazetteerEntry {
  id: string;
  name: string;
  aliases: readonly string[];
  groupKind?: GroupKind;
  placeKind?: PlaceKind;
  /** The id of the state it lies in or belongs to. */
  country?: string;
  location?: Location;
  /** Of a city or a region: the first-order division it is or lies in, a code of its state's own. */
  division?: string;
  population?: number;
  /** Of a state: 'Iranian', and what its people are called: 'Iranians'. */
  adjectives?: readonly string[];
  people?: readonly string[];
  /** Of a state: ISO 3166-1 alpha-3. */
  iso3?: string;
  /** Of a state: the id of its capital. */
  capital?: string;
  /** Of a state: is it a territory that another one rules, 'Hong Kong'? */
  territory?: boolean;
  /** Of a capital: the id of the state. */
  capitalOf?: string;
  /** Whether it comes from a list of the user's own. */
  own?: boolean;
}

/** Why a name leads to an entry. */
export type NameUse = 'name' | 'alias' | 'adjective' | 'people' | 'code';

/** An entry that a name leads to. */
export interface NameHit {
  entry: GazetteerEntry;
  use: NameUse;
  /** The entry's own spelling. */
  spelling: string;
}

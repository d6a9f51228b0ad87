/** Entries out of the shipped lists. */
import { type GazetteerEntry, type GroupKind, type PlaceKind, placeKinds } from './entry.ts';
import {
  type CitySpelling,
  dataFile,
  type GeoRow,
  groupsSchema,
  igoSchema,
  type ListedGroup,
  type ListedPlace,
  ownListSchema,
  placesSchema,
  readGeoRows,
  readYaml,
  statesSchema,
} from './files.ts';
import { nameKey, slug } from './key.ts';

/** The id of a state by its key in states.yaml. */
export const stateId = (key: string): string => `state:${key}`;

/** All shipped entries, states first; of two with one id the first stays. */
export function shippedEntries(): GazetteerEntry[] {
  const places = readYaml(dataFile('places.yaml'), placesSchema);
  const cities = cityEntries(readGeoRows(dataFile('cities.tsv')), places.spellings);
  const states = stateEntries(cities);
  const entries = [
    ...states,
    ...groupEntries(),
    ...(['region', 'waters', 'facility'] as const).flatMap((kind) => placeEntries(kind, places[kind])),
    ...divisionEntries(readGeoRows(dataFile('regions.tsv'))),
    ...cities.values(),
  ];
  const byId = new Map<string, GazetteerEntry>();
  for (const entry of entries) if (!byId.has(entry.id)) byId.set(entry.id, entry);
  return [...byId.values()];
}

/** States; marks their capitals among the cities. */
function stateEntries(cities: Map<string, GazetteerEntry>): GazetteerEntry[] {
  const byCountry = new Map<string, GazetteerEntry[]>();
  for (const city of cities.values()) {
    const others = byCountry.get(city.country ?? '');
    if (others === undefined) byCountry.set(city.country ?? '', [city]);
    else others.push(city);
  }
  return Object.entries(readYaml(dataFile('states.yaml'), statesSchema)).map(([key, state]) => {
    const capital = capitalOf(stateId(key), state.capital, byCountry.get(stateId(key)) ?? []);
    if (capital !== undefined) cities.set(capital.id, capital);
    const plurals = state.adjectives
      .filter((adjective) => /(?:an|i|ian|ean|ot|k|n|t|l)$/.test(adjective))
      .map((adjective) => `${adjective}s`);
    return {
      id: stateId(key),
      name: state.name,
      aliases: state.aliases,
      groupKind: 'state' satisfies GroupKind,
      placeKind: 'country' satisfies PlaceKind,
      adjectives: state.adjectives,
      people: [...state.people, ...plurals],
      ...(state.iso3 === undefined ? {} : { iso3: state.iso3 }),
      ...(state.kind === 'territory' && state.iso3 !== undefined ? { territory: true } : {}),
      ...(capital === undefined
        ? {}
        : { capital: capital.id, ...(capital.location === undefined ? {} : { location: capital.location }) }),
    };
  });
}

/** The largest of a state's cities with one of the capital's names, with all of them. */
function capitalOf(
  country: string,
  names: readonly string[],
  cities: readonly GazetteerEntry[],
): GazetteerEntry | undefined {
  const keys = new Set(names.map(nameKey));
  const found = cities
    .filter((city) => [city.name, ...city.aliases].some((name) => keys.has(nameKey(name))))
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))[0];
  if (found === undefined) return undefined;
  const aliases = new Set([...names.slice(1), found.name, ...found.aliases]);
  return { ...found, name: names[0] ?? found.name, aliases: [...aliases], capitalOf: country };
}

function groupEntries(): GazetteerEntry[] {
  const byKind = Object.entries(readYaml(dataFile('groups.yaml'), groupsSchema)) as [
    GroupKind,
    ListedGroup[],
  ][];
  const igo: [GroupKind, ListedGroup[]] = ['igo', readYaml(dataFile('igo.yaml'), igoSchema)];
  return [igo, ...byKind].flatMap(([groupKind, groups]) =>
    groups.map(({ name, aliases, country }) => ({
      id: `${groupKind}:${slug(name)}`,
      name,
      aliases,
      groupKind,
      ...(country === undefined ? {} : { country: stateId(country) }),
    })),
  );
}

function placeEntries(placeKind: PlaceKind, places: readonly ListedPlace[]): GazetteerEntry[] {
  return places.map(({ name, aliases, country, at: [latitude, longitude] }) => ({
    id: country === undefined ? `${placeKind}:${slug(name)}` : `${placeKind}:${country}:${slug(name)}`,
    name,
    aliases,
    placeKind,
    location: { latitude, longitude },
    ...(country === undefined ? {} : { country: stateId(country) }),
  }));
}

function divisionEntries(rows: readonly GeoRow[]): GazetteerEntry[] {
  return rows.map((row) => geoEntry('region', row, []));
}

/** Cities by id, the largest of those that share name and state; with the spellings that news gives them. */
function cityEntries(
  rows: readonly GeoRow[],
  spellings: readonly CitySpelling[],
): Map<string, GazetteerEntry> {
  const cities = new Map<string, GazetteerEntry>();
  for (const row of rows) {
    const entry = geoEntry('city', row, []);
    if ((cities.get(entry.id)?.population ?? -1) < row.population) cities.set(entry.id, entry);
  }
  for (const spelling of spellings) {
    const { city, country, names, at } = spelling;
    const [latitude, longitude] = at;
    const known =
      [city, ...names]
        .map((name) => cities.get(`city:${country}:${slug(name)}`))
        .find((entry) => entry !== undefined) ??
      geoEntry('city', { name: city, country, division: '', population: 0, latitude, longitude }, []);
    const name = names[0] ?? known.name;
    const aliases = [...names.slice(1), known.name];
    cities.set(known.id, {
      ...known,
      name,
      aliases: [...new Set(aliases)].filter((alias) => alias !== name),
    });
  }
  return cities;
}

function geoEntry(placeKind: 'city' | 'region', row: GeoRow, aliases: readonly string[]): GazetteerEntry {
  return {
    id: `${placeKind}:${row.country}:${slug(row.name)}`,
    name: row.name,
    aliases,
    placeKind,
    country: stateId(row.country),
    location: { latitude: row.latitude, longitude: row.longitude },
    ...(row.population > 0 ? { population: row.population } : {}),
    ...(row.division === '' ? {} : { division: row.division }),
  };
}

/** 'other' is a group's kind here. */
const isPlaceKind = (kind: GroupKind | PlaceKind): kind is PlaceKind =>
  kind !== 'other' && (placeKinds as readonly string[]).includes(kind);

/** Entries of a user's own list (YAML). Throws LEXICON_INVALID where it is not as the schema says. */
export function ownEntries(file: URL | string): GazetteerEntry[] {
  return readYaml(file, ownListSchema).map(({ id, name, aliases, kind, country, at }) => ({
    id: id ?? `${kind}:${slug(name)}`,
    name,
    aliases,
    ...(isPlaceKind(kind) ? { placeKind: kind } : { groupKind: kind }),
    ...(country === undefined ? {} : { country: stateId(country) }),
    ...(at === undefined ? {} : { location: { latitude: at[0], longitude: at[1] } }),
    own: true,
  }));
}

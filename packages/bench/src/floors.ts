import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const floorsSchema = z.record(z.string(), z.number());

/** Figures that a bench must not fall below, by name, from floors/NAME.json; empty where there is no file. */
export function readFloors(name: string): Record<string, number> {
  const file = floorsFile(name);
  return existsSync(file) ? floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** The floors that a run's figures fall below by more than `slack`; a figure that the run did not take is no fall. */
export function floorsBroken(
  name: string,
  figures: Readonly<Record<string, number>>,
  slack: number,
): { readonly figure: string; readonly value: number; readonly floor: number }[] {
  return Object.entries(readFloors(name)).flatMap(([figure, floor]) => {
    const value = figures[figure];
    return value !== undefined && value < floor - slack ? [{ figure, value, floor }] : [];
  });
}

/** Raises floors to the figures of a run that are better. Floors are never lowered. */
export function raiseFloors(name: string, figures: Readonly<Record<string, number>>): void {
  const floors = readFloors(name);
  for (const [figure, value] of Object.entries(figures))
    floors[figure] = Math.max(floors[figure] ?? 0, roundedDown(value));
  const sorted = Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(floorsFile(name), `${JSON.stringify(sorted, null, 2)}\n`);
}

/** To four digits, so that no floor hangs on the last bits of a share. */
function roundedDown(value: number): number {
  if (value <= 0) return value;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 3);
  return Number((Math.floor(value / unit + 1e-9) * unit).toPrecision(4));
}

function floorsFile(name: string): URL {
  return new URL(`../floors/${name}.json`, import.meta.url);
}

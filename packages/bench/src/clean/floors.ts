import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const floorsSchema = z.record(z.string(), z.number());
const file = new URL('../../floors/clean.json', import.meta.url);

/** By this much a figure may differ without being a fall: dates and pages per second depend on the machine a little. */
const slack = 0.0005;

/** Figures that fell below the floors of floors/clean.json, as lines to print. */
export function belowFloors(figures: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(readFloors()).flatMap(([name, floor]) => {
    const figure = figures[name];
    return figure !== undefined && figure < floor - slack
      ? [`${name}: ${figure.toFixed(4)} is below its floor ${floor.toFixed(4)}`]
      : [];
  });
}

/** Raises the floors to the figures that are better; none is ever lowered. */
export function raiseFloors(figures: Readonly<Record<string, number>>): void {
  const floors = readFloors();
  for (const [name, figure] of Object.entries(figures)) {
    floors[name] = Math.max(floors[name] ?? 0, Math.floor(figure * 10_000) / 10_000);
  }
  const sorted = Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

function readFloors(): Record<string, number> {
  return existsSync(file) ? floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

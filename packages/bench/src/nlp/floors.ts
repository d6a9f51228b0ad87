/** Figures that must not fall: kept in floors/nlp.json and raised where a run is better. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const floorsSchema = z.record(z.string(), z.number());
const file = new URL('../../floors/nlp.json', import.meta.url);

/** A figure may differ by this without being a fall: the corpora are small. */
const slack = 0.0005;

/** Names of the figures that fell below their floor. */
export function belowFloors(figures: Readonly<Record<string, number>>): string[] {
  const floors = readFloors();
  return Object.entries(floors).flatMap(([name, floor]) => {
    const figure = figures[name];
    return figure !== undefined && figure < floor - slack
      ? [`${name}: ${figure.toFixed(4)} below ${floor.toFixed(4)}`]
      : [];
  });
}

/** Raises floors to the figures that are better, adds new ones. */
export function raiseFloors(figures: Readonly<Record<string, number>>): void {
  const floors = readFloors();
  for (const [name, figure] of Object.entries(figures))
    floors[name] = Math.max(floors[name] ?? 0, Math.floor(figure * 10_000) / 10_000);
  const sorted = Object.fromEntries(Object.entries(floors).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
}

function readFloors(): Record<string, number> {
  return existsSync(file) ? floorsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

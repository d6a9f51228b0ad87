import { raiseFloors as raiseCommonFloors, readFloors } from '../floors.ts';

const bench = 'clean';
/** Floors are kept to so many decimals, rounded down. */
const precision = 10_000;
/** By this much a figure may differ without being a fall: dates and pages per second depend on the machine a little. */
const slack = 0.0005;

/** Figures that fell below the floors of floors/clean.json, as lines to print. */
export function belowFloors(figures: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(readFloors(bench)).flatMap(([name, floor]) => {
    const figure = figures[name];
    return figure !== undefined && figure < floor - slack
      ? [`${name}: ${figure.toFixed(4)} is below its floor ${floor.toFixed(4)}`]
      : [];
  });
}

/** Raises the floors to the figures that are better; none is ever lowered. */
export function raiseFloors(figures: Readonly<Record<string, number>>): void {
  const rounded = Object.entries(figures).map(([name, figure]) => [
    name,
    Math.floor(figure * precision) / precision,
  ]);
  raiseCommonFloors(bench, Object.fromEntries(rounded));
}

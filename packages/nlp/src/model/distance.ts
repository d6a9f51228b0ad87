/** Classes of the signed distance from a dependent to its head (train/FORMAT.md, "Arcs"). */

const edges = [2, 3, 4, 5, 7, 10, 15, 25];
/** The class of the artificial root as head. */
export const rootClass = 18;
const selfClass = 19;

/** The class of `head - dependent`. */
function distanceClass(distance: number): number {
  if (distance === 0) return selfClass;
  const far = edges.filter((edge) => edge <= Math.abs(distance)).length;
  return distance < 0 ? far : far + 9;
}

/** Where distance 0 stands in `distanceClasses(longest)`. */
export const selfCentre = (longest: number): number => longest;

/** Classes of the distances `-longest` to `longest`. */
export function distanceClasses(longest: number): Int32Array {
  return Int32Array.from({ length: 2 * longest + 1 }, (_, i) => distanceClass(i - longest));
}

/** Orders texts by their UTF-16 units: the same on every machine, whatever its language. For `toSorted` and the like. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Elements that two sorted or unsorted lists without repetitions share. */
export function shared(left: readonly string[], right: readonly string[]): string[] {
  if (left.length === 0 || right.length === 0) return [];
  const other = new Set(right);
  return left.filter((element) => other.has(element));
}

/** Whether both lists say something and nothing of it is the same. */
export function contradict(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0 && shared(left, right).length === 0;
}

/** What company in common is worth: nothing for none, more for each of the first three. */
export function companyScore(left: readonly string[], right: readonly string[]): number {
  const count = shared(left, right).length;
  return [0, 0.1, 0.22, 0.3][Math.min(count, 3)] ?? 0;
}

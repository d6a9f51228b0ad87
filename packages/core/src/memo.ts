/**
 * A pure function of a text that remembers its answers. Where `limit` answers are held all are forgotten, so memory stays
 * bounded however many texts come; what it gives never depends on what it remembers.
 */
export function memoised<T>(compute: (text: string) => T, limit = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let answer = known.get(text);
    if (answer === undefined && !known.has(text)) {
      answer = compute(text);
      if (known.size >= limit) known.clear();
      known.set(text, answer);
    }
    return answer as T;
  };
}

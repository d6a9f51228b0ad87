/** Tag sequences to spans and back. */

/** A labelled span over word indices, end exclusive. */
export interface LabelledSpan<Kind extends string = string> {
  kind: Kind;
  start: number;
  end: number;
}

/** Spans of a legal BIOES sequence ('B-PER', 'S-LOC', 'O'). An open span at the end or before a break is closed there. */
export function spansOfBioes(tags: readonly string[]): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  let open: LabelledSpan | undefined;
  tags.forEach((tag, i) => {
    const position = tag[0];
    const kind = tag.slice(2);
    if (
      open !== undefined &&
      (position === 'O' || position === 'B' || position === 'S' || kind !== open.kind)
    ) {
      spans.push(open);
      open = undefined;
    }
    if (position === 'O') return;
    open ??= { kind, start: i, end: i };
    open.end = i + 1;
    if (position === 'E' || position === 'S') {
      spans.push(open);
      open = undefined;
    }
  });
  if (open !== undefined) spans.push(open);
  return spans;
}

/** Spans that do not overlap as BIO tags over `length` words. */
export function bioOfSpans(spans: readonly LabelledSpan[], length: number): string[] {
  const tags = Array.from({ length }, () => 'O');
  for (const { kind, start, end } of spans) {
    for (let i = start; i < end; i++) tags[i] = `${i === start ? 'B' : 'I'}-${kind}`;
  }
  return tags;
}

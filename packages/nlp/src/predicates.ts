/** Predicates with their arguments' spans, out of the role head's answers. */
import type { Argument, Predicate, Token } from './document.ts';
import type { SentenceAnalysis } from './model/network.ts';

/**
 * The predicates of one sentence. `first` is the index of its first token in `tokens`; indices in the result count over `tokens`.
 * An argument's span is its head's subtree, without the predicate's side where the head lies above the predicate.
 */
export function readPredicates(
  analysis: SentenceAnalysis,
  first: number,
  roles: readonly string[],
  tokens: readonly Token[],
): Predicate[] {
  if (analysis.roles.length === 0) return [];
  const spans = subtreeSpans(analysis.heads);
  return analysis.roles.map(({ predicate, roles: assigned }) => {
    const args: Argument[] = [];
    assigned.forEach((role, k) => {
      if (role === 0 || k === predicate) return;
      const [start, end] = argumentSpan(spans, k, predicate);
      args.push({ role: roles[role] ?? '_', head: first + k, start: first + start, end: first + end });
    });
    const token = first + predicate;
    const modal = args.find((arg) => arg.role === 'ARGM-MOD');
    const negated = args.some((arg) => arg.role === 'ARGM-NEG');
    return modal === undefined
      ? { token, args, negated }
      : { token, args, negated, modal: tokens[modal.head]?.lower ?? '' };
  });
}

/** The subtree's span; cut at the predicate where the predicate lies inside of it (relative clauses). */
function argumentSpan(spans: readonly [number, number][], k: number, predicate: number): [number, number] {
  const [start, end] = spans[k] ?? [k, k + 1];
  if (predicate < start || predicate >= end) return [start, end];
  return predicate < k ? [Math.max(start, predicate + 1), end] : [start, Math.min(end, predicate)];
}

/** For every word the span [first, past the last) of all words below it; heads 1-based. */
function subtreeSpans(heads: Int32Array): [number, number][] {
  const spans = Array.from(heads, (_, i): [number, number] => [i, i + 1]);
  heads.forEach((_, i) => {
    // Upwards from each word; a tree's depth is small beside its length.
    for (let above = (heads[i] ?? 0) - 1; above >= 0; above = (heads[above] ?? 0) - 1) {
      const span = spans[above];
      if (span === undefined || (span[0] <= i && span[1] > i)) break;
      span[0] = Math.min(span[0], i);
      span[1] = Math.max(span[1], i + 1);
    }
  });
  return spans;
}

/** What a comparison of two pieces of evidence says. It depends on the two alone and is symmetric. */
export interface Verdict {
  /** 'different' also keeps apart the clusters that the two are in; 'doubt' neither joins nor parts. */
  readonly kind: 'same' | 'doubt' | 'different';
  /** How strongly they agree: stronger pairs are joined first. */
  readonly weight: number;
  /** Whether they are alike enough that somebody may want to know why they were kept apart. */
  readonly alike: boolean;
  readonly reasons: readonly string[];
}

export const different: Verdict = { kind: 'different', weight: 0, alike: false, reasons: [] };

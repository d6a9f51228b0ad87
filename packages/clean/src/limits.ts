/** What one document may cost at most. Beyond it the document is set aside with a code of its own. */
export interface CleanLimits {
  /** Bytes of one document. */
  readonly maxBytes: number;
  /** Elements on one page. */
  readonly maxElements: number;
  /** Levels of nesting; the walks over the tree are recursive. */
  readonly maxDepth: number;
}

export const defaultLimits: CleanLimits = {
  maxBytes: 10_000_000,
  maxElements: 400_000,
  maxDepth: 700,
};

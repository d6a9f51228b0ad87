/** How real what is told is. */
export type Modality =
  /** Told as a fact. */
  | 'actual'
  /** It goes on. */
  | 'ongoing'
  | 'planned'
  | 'possible'
  /** Somebody tried to. */
  | 'attempted'
  /** Under 'if', 'unless', 'whether'. */
  | 'conditional'
  /** 'should', 'must', or the content of a demand. */
  | 'required'
  | 'denied'
  | 'cancelled';

/**
 * What fills a place of a predication: token indices of the heads, coordination expanded.
 * `subject` does it and `object` undergoes it, passive and control undone; a preposition names the phrase it opens
 * ('with', 'on', 'according-to'); `possessive` and `modifier` stand before a noun ('Iran's attack', 'the US attack');
 * `complement` holds the verbs of infinitives and content clauses.
 */
export type Slots = Readonly<Record<string, readonly number[]>>;

/** Who does what to whom, uniform over verbs, nouns and light verbs with their nouns. */
export interface Predication {
  /** The token that says what happens: the verb, or the noun. */
  readonly trigger: number;
  readonly lemma: string;
  /** 'out' in 'carried out'; null where the verb has none. */
  readonly particle: string | null;
  readonly kind: 'verb' | 'noun' | 'light';
  /** The verb of the clause: the trigger itself, the light verb, or the verb that has the noun as its subject or object. */
  readonly verb: number | null;
  readonly slots: Slots;
  readonly negated: boolean;
  readonly modality: Modality;
  /** It is told by somebody in the text ('said that …', 'according to …', 'reportedly'). */
  readonly reported: boolean;
  /** 'roles' where the semantic roles gave the subject or the object, 'tree' where the tree alone did. */
  readonly source: 'tree' | 'roles';
}

/** The fillers of the first slot that has any. */
export function firstFilled(slots: Slots, names: readonly string[]): readonly number[] {
  for (const name of names) {
    const filled = slots[name];
    if (filled !== undefined && filled.length > 0) return filled;
  }
  return [];
}

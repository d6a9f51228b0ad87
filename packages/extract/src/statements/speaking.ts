import type { Cue } from './cues.ts';
import type { PlacedQuotation } from './layout.ts';

/** Why a quotation was given its speaker; the statement's rule is named after it. */
export type SpeakerRule =
  | 'governed'
  | 'follows'
  | 'introduced'
  | 'beside'
  | 'same-sentence'
  | 'colon'
  | 'next-to'
  | 'possessive'
  | 'subject'
  | 'carried'
  | 'continued'
  | 'none';

/** Who speaks a quotation: the head token of the source and the cue, where there is one. */
export interface Speaking {
  readonly quotation: PlacedQuotation;
  readonly source: number | undefined;
  readonly cue: Cue | undefined;
  /** Who speaks where the source is nobody: the head token of whom the sentence before reports. */
  readonly otherwise?: number | undefined;
  readonly rule: SpeakerRule;
  readonly confidence: number;
}

const CONFIDENCE: Record<SpeakerRule, number> = {
  governed: 0.95,
  follows: 0.95,
  introduced: 0.95,
  possessive: 0.85,
  subject: 0.6,
  beside: 0.8,
  'same-sentence': 0.8,
  colon: 0.7,
  'next-to': 0.6,
  continued: 0.9,
  carried: 0.7,
  none: 0.3,
};

/** The assignment of a quotation to a source by a rule, with the rule's confidence. */
export function speakingOf(
  quotation: PlacedQuotation,
  rule: SpeakerRule,
  source: number | undefined,
  cue: Cue | undefined,
): Speaking {
  return { quotation, source, cue, rule, confidence: CONFIDENCE[rule] };
}

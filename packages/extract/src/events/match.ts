import { type ConditionContext, holds } from '../roles/conditions.ts';
import type { Predication } from '../roles/predication.ts';
import { entriesFor } from '../roles/trigger.ts';
import type { EventLexicon, NumberedPattern } from './lexicon.ts';

/** What a pattern is matched against. */
export interface MatchContext extends ConditionContext {
  readonly lexicon: EventLexicon;
}

/** The pattern that reads a predication: of those whose conditions hold, the one with most of them. */
export function matchPattern(context: MatchContext, predication: Predication): NumberedPattern | undefined {
  const { lexicon } = context;
  const patterns = predication.kind === 'verb' ? lexicon.verbs : lexicon.nouns;
  const token = context.document.tokens[predication.trigger];
  const candidates = token === undefined ? [] : (entriesFor(patterns, token) ?? []);
  return candidates.find(
    ({ pattern }) => pattern.needs === undefined || holds(context, predication, pattern.needs),
  );
}

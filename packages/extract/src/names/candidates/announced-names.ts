import type { AnnotatedDocument } from '@dragoman/nlp';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from './model-spans.ts';
import type { Run } from '../runs.ts';
import { isCapitalised, isSmallNoun, textBetween } from '../text.ts';

/** 'bloc' of 'West African bloc ECOWAS', 'stevedore' of 'Rotterdam stevedore Maasdok': a noun for a body between a land or town and the body's name. */
export function announcingNoun(
  document: AnnotatedDocument,
  run: Run,
  { heads, known }: SpanTools,
): number | undefined {
  const { text, tokens } = document;
  for (let at = run.first + 1; at < run.last; at++) {
    const token = tokens[at];
    if (!isSmallNoun(token) || token === undefined) continue;
    const isBody = heads.commonKind(token.lower) ?? heads.groupKind([token.lower]);
    const isName = tokens.slice(at + 1, run.last + 1).every((word) => isCapitalised(word.text));
    const land = known.lookup(textBetween(text, tokens, run.first, at - 1));
    return isBody !== undefined && isName && land.length > 0 ? at : undefined;
  }
  return undefined;
}

/** 'Rotterdam' and 'French', not 'West African'. */
export const isLandName = (
  { text, tokens }: AnnotatedDocument,
  { first, last }: Run,
  { known }: SpanTools,
): boolean =>
  known
    .lookup(textBetween(text, tokens, first, last))
    .some((hit) => hit.entry.groupKind === 'state' || !isDemonym(hit));

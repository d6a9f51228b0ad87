import type { NameHit } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { ArticleSpans } from './readings.ts';
import { peopleOfBody } from '../candidates/people-of.ts';
import { isPossessive } from '../runs.ts';
import { covers, type NameSpan } from '../spans.ts';
import { isSmallNoun } from '../text.ts';

/**
 * Is a known name said only in passing, so that it would make no actor by itself: a people ('Americans'), a state's name within or before
 * another's ('USA Today', 'U.S. Securities and Exchange Commission'), one of several platforms in a row?
 */
export function isWeak(
  document: AnnotatedDocument,
  span: NameSpan,
  reading: NameHit,
  spans: ArticleSpans,
  tools: SpanTools,
): boolean {
  if (reading.entry.groupKind === 'state')
    return (
      isPeople(document, span, reading) ||
      isWithinName(span, spans) ||
      isBeforeFederalBody(document, span, reading, spans)
    );
  return isChamberOfPanel(document, span) || isPlatform(document, span, tools);
}

/** 'a House panel', 'the House vote': the chamber only tells which panel or vote it is. */
const isChamberOfPanel = ({ tokens }: AnnotatedDocument, { rule, last }: NameSpan): boolean =>
  rule === 'names.chamber' && isSmallNoun(tokens[last + 1]);

/** 'Americans agree', "an American's laptop"; 'the Americans' are the state, and '150 Indians' are they who act. */
function isPeople({ tokens }: AnnotatedDocument, { first, last }: NameSpan, { use }: NameHit): boolean {
  const before = tokens[first - 1];
  if (before?.lower === 'the' || before?.upos === 'NUM') return false;
  const next = tokens[last + 1];
  return use === 'people' || (use === 'adjective' && next !== undefined && isPossessive(next));
}

/** 'USA Today', 'Biman Bangladesh Airlines': within the name of a company, a paper, a private body. */
function isWithinName(span: NameSpan, spans: ArticleSpans): boolean {
  return spans.index.meeting(span).some((other) => {
    const kind =
      other.groupKind ?? other.readings[0]?.entry.groupKind ?? (other.kind === 'group' ? 'other' : '');
    if (other.rule === peopleOfBody || other.rule === 'names.owned') return false;
    return other !== span && covers(other, span) && /^(media|company|ngo|other)$/.test(kind ?? '');
  });
}

/** 'the U.S. Court of Appeals', 'a U.S. Attorney': the state's initials within or before the name of one of its bodies or offices. */
function isBeforeFederalBody(
  { tokens }: AnnotatedDocument,
  span: NameSpan,
  { spelling, entry }: NameHit,
  spans: ArticleSpans,
): boolean {
  if (entry.id !== 'state:US' || !/^U\.?S\.?$/.test(spelling)) return false;
  if (/^(Attorney|District|Circuit|Marshal|Marshals)$/.test(tokens[span.last + 1]?.text ?? '')) return true;
  return spans.index
    .meeting({ first: span.first, last: span.last + 1 })
    .some((other) => other !== span && other.last > span.last && kindOf(other) === 'government_body');
}

const kindOf = (span: NameSpan): string | undefined => span.groupKind ?? span.readings[0]?.entry.groupKind;

/** Where people post, and no actor: one of several platforms in a row ('Follow us on Instagram, Facebook and YouTube'), and before what is posted ('WhatsApp messages'). */
function isPlatform({ tokens }: AnnotatedDocument, { first, last }: NameSpan, { heads }: SpanTools): boolean {
  const { platforms, posted } = heads.lexicons.groupHeads;
  const name = tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
  if (!platforms.has(name)) return false;
  const beside = (step: 1 | -1): boolean => {
    let at = step < 0 ? first - 1 : last + 1;
    while (/^(,|and|or|\||\/|&)$/.test(tokens[at]?.lower ?? '')) at += step;
    return platforms.has(tokens[at]?.lower ?? '');
  };
  return beside(-1) || beside(1) || posted.has(tokens[last + 1]?.lower ?? '');
}

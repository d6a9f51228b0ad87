import { type AnnotatedDocument, child, hasRelation, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import { groupedBy } from '../collections.ts';
import type { SpanTools } from './model-spans.ts';
import { describedAsBody, tellsPerson } from './person-evidence.ts';
import { isPossessive } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { textBetween } from './text.ts';

/** So much must speak for a body; what no person does or has is enough by itself. */
const enough = 2;

/**
 * The names of two to four words, by `surface`, that the model takes for people and that do what companies do and people don't, over all of
 * the article: 'Alma Cruz operates 40 mines', 'shares in Luna Verde', 'Ivo Petrol of Bulgaria bought …'. A given name in front tells nothing
 * then; whatever tells a person of one of its places, does.
 */
export function tradingBodies(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
  tools: SpanTools,
): ReadonlySet<string> {
  const people = spans.filter(({ kind }) => kind === 'person');
  const single = new Set(people.filter(({ first, last }) => first === last).map(surface));
  const open = people.filter((span) => {
    const words = surface(span).split(' ');
    return words.length > 1 && words.length <= 4 && !single.has(words.at(-1) ?? '');
  });
  const trading = [...groupedBy(open, surface)].filter(
    ([, same]) =>
      sum(same, (span) => evidenceAt(document, span, tools)) >= enough &&
      !same.some((span) => isNamedAsPerson(document, span, tools)),
  );
  return new Set(trading.map(([name]) => name));
}

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

function isNamedAsPerson(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  return (
    /^names\.(title|ruler|kin|alias)/.test(span.rule) ||
    tools.known.lookup(textBetween(document.text, document.tokens, span.first, span.last)).length > 0 ||
    tellsPerson(document, span, tools)
  );
}

function evidenceAt(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): number {
  return (
    deedEvidence(document, span, tools) +
    (isWithinBusiness(document, span, tools) || ownsBusiness(document, span, tools) ? 2 : 0) +
    (describedAsBody(document, span, tools) ? 2 : 0) +
    (isFromLand(document, span, tools) ? 1 : 0) +
    (document.tokens[span.last + 1]?.text === ',' && document.tokens[span.last + 2]?.lower === 'which'
      ? 1
      : 0)
  );
}

/** What is done by it or to it. */
function deedEvidence(document: AnnotatedDocument, span: NameSpan, { heads }: SpanTools): number {
  const { trades } = heads.lexicons.groupHeads;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const verb = headOf(document, head.i);
  if (verb?.upos !== 'VERB') return 0;
  const lemma = verb.lemma.toLowerCase();
  if (hasRelation(head, 'nsubj') && !head.deprel.endsWith(':pass')) {
    const object = child(document, verb.i, 'obj')?.lemma.toLowerCase() ?? '';
    if (trades.does.has(lemma) || (trades.reports.has(lemma) && trades.results.has(object))) return 2;
    return trades.may.has(lemma) ? 1 : 0;
  }
  const isDoneTo = hasRelation(head, 'obj') || head.deprel === 'nsubj:pass';
  if (!isDoneTo) return 0;
  return trades.done.has(lemma) ? 2 : trades.mayBeDone.has(lemma) ? 1 : 0;
}

/** 'shares in Luna Verde', 'workers at Alma Cruz', 'the takeover of Buna Energji'. */
function isWithinBusiness({ tokens }: AnnotatedDocument, span: NameSpan, { heads }: SpanTools): boolean {
  const { of: owned, at } = heads.lexicons.groupHeads.trades;
  const preposition = tokens[span.first - 1]?.lower ?? '';
  const noun = tokens[span.first - 2]?.lemma.toLowerCase() ?? '';
  return /^(of|in)$/.test(preposition)
    ? owned.has(noun)
    : preposition === 'at' && (at.has(noun) || owned.has(noun));
}

/** "Luna Verde's shareholders", 'Alma Cruz workers'. */
function ownsBusiness({ tokens }: AnnotatedDocument, span: NameSpan, { heads }: SpanTools): boolean {
  const { owns } = heads.lexicons.groupHeads.trades;
  const mark = tokens[span.last + 1];
  let at = span.last + (mark !== undefined && isPossessive(mark) ? 2 : 1);
  for (const end = at + 3; at < end && /^(NOUN|ADJ)$/.test(tokens[at]?.upos ?? ''); at++)
    if (owns.has(tokens[at]?.lemma.toLowerCase() ?? '')) return true;
  return false;
}

/** 'Boi Sereno of Brazil'. */
function isFromLand(document: AnnotatedDocument, span: NameSpan, { known }: SpanTools): boolean {
  const of: Token | undefined = document.tokens[span.last + 1];
  const land = document.tokens[span.last + 2];
  return (
    of?.lower === 'of' && known.lookup(land?.text ?? '').some(({ entry }) => entry.groupKind === 'state')
  );
}

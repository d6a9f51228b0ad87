import { type AnnotatedDocument, child, hasRelation, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import { groupedBy } from '../collections.ts';
import type { SpanTools } from './model-spans.ts';
import { describedAsBody } from './called-bodies.ts';
import { tellsPerson } from './person-evidence.ts';
import { isPossessive } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { isCapitalised, textBetween } from './text.ts';

/** So much must speak for a body; what no person does or has is enough by itself. */
const enough = 2;

/**
 * The names, by `surface`, that the model takes for people and that do and have what companies and other bodies do and people don't, over all of
 * the article: 'Alma Cruz operates 40 mines', 'shares in Luna Verde', 'Ivo Petrol of Bulgaria bought …', "Kumtor's six directors", 'Sacco
 * chair X'. A given name in front tells nothing then; whatever tells a person of one of its places, does. A single word must be told surely,
 * since people are called by their family name.
 */
export function tradingBodies(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
  tools: SpanTools,
): ReadonlyMap<string, 'company' | 'other'> {
  const { givenNames } = tools.heads.lexicons;
  const people = spans.filter(({ kind }) => kind === 'person');
  const single = new Set(people.filter(({ first, last }) => first === last).map(surface));
  const open = people.filter((span) => {
    const words = surface(span).split(' ');
    return words.length === 1
      ? !givenNames.has(words[0] ?? '')
      : words.length <= 4 && !single.has(words.at(-1) ?? '');
  });
  const found = new Map<string, 'company' | 'other'>();
  for (const [name, same] of groupedBy(open, surface)) {
    const least = name.includes(' ') ? 1 : enough;
    const business = sum(same, (span) => atLeast(least, businessEvidence(document, span, tools)));
    const body = sum(same, (span) => bodyEvidence(document, span, tools));
    if (business + body < enough || same.some((span) => isNamedAsPerson(document, span, tools))) continue;
    found.set(name, business >= enough ? 'company' : 'other');
  }
  return found;
}

const atLeast = (least: number, evidence: number): number => (evidence < least ? 0 : evidence);

const sum = <T>(items: readonly T[], count: (item: T) => number): number =>
  items.reduce((total, item) => total + count(item), 0);

function isNamedAsPerson(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  return (
    /^names\.(title|ruler|kin|alias)/.test(span.rule) ||
    tools.known.lookup(textBetween(document.text, document.tokens, span.first, span.last)).length > 0 ||
    (tellsPerson(document, span, tools) &&
      !isArticled(document, span, tools) &&
      !isOneOfBodies(document, span, tools))
  );
}

function businessEvidence(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): number {
  return (
    deedEvidence(document, span, tools) +
    (isWithinBusiness(document, span, tools) || ownsBusiness(document, span, tools) ? 2 : 0) +
    (isFromLand(document, span, tools) ? 1 : 0)
  );
}

/** What tells any body: an apposition, 'which' behind it, posts that people have there, an article before a single word. */
function bodyEvidence(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): number {
  const { tokens } = document;
  const [next, relative] = [tokens[span.last + 1], tokens[span.last + 2]];
  return (
    (describedAsBody(document, span, tools) ? 2 : 0) +
    (next?.text === ',' && relative?.lower === 'which' ? 1 : 0) +
    (hasPosts(document, span, tools) ? 2 : 0) +
    (isArticled(document, span, tools) || isOneOfBodies(document, span, tools) ? 2 : 0)
  );
}

/** "Marcopper's president", "Basketly's six directors", 'Sacco chair Consolata Achieng': nobody has a post at a person. */
function hasPosts({ tokens }: AnnotatedDocument, { last }: NameSpan, { heads }: SpanTools): boolean {
  const { postsOf, postsBefore } = heads.lexicons.groupHeads.staffed;
  const next = tokens[last + 1];
  if (next === undefined) return false;
  if (!isPossessive(next))
    return (
      !isCapitalised(next.text) && postsBefore.has(next.lower) && isCapitalised(tokens[last + 2]?.text ?? '')
    );
  let at = last + 2;
  while (at < last + 5 && /^(NUM|ADJ)$/.test(tokens[at]?.upos ?? '')) at++;
  const post = [tokens[at]?.lemma, `${tokens[at]?.lower} ${tokens[at + 1]?.lemma}`];
  return post.some((word) => postsOf.has(word ?? '')) && tokens[at + 1]?.lower !== 'of';
}

/** 'the communist Akel', 'the Sandline': a single word with an article that is no modifier, no plural of a family's name. */
function isArticled({ tokens }: AnnotatedDocument, { first, last }: NameSpan, { heads }: SpanTools): boolean {
  const token = tokens[first];
  if (token === undefined || first !== last || token.lower.endsWith('s')) return false;
  if (!/^(nsubj|obj|obl|nmod|root|appos)/.test(token.deprel) || token.deprel === 'nmod:poss') return false;
  const before = tokens[first - 1];
  const isPolitical = heads.lexicons.groupHeads.politics.stands.has(before?.lower ?? '');
  const article = isPolitical ? tokens[first - 2] : before;
  const next = tokens[last + 1];
  return article?.lower === 'the' && next?.lower !== 'of' && next?.upos !== 'NOUN' && next?.lower !== 'who';
}

/** 'the British mercenaries Sandline': a plural for people who make a body right before it. */
function isOneOfBodies({ tokens }: AnnotatedDocument, { first }: NameSpan, { heads }: SpanTools): boolean {
  const before = tokens[first - 1];
  return (
    before?.xpos === 'NNS' &&
    heads.lexicons.groupHeads.staffed.crews.has(before.lower) &&
    /^(appos|flat)/.test(tokens[first]?.deprel ?? '')
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

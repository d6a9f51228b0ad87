import { type AnnotatedDocument, hasRelation, headOfSpan, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isPossessive } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised } from '../text.ts';

/** The rule of a part of a body that has no name: "its women's league", "parliament's transport committee". */
export const unnamedPart = 'names.unnamed-part';

/** 'the army', 'the Cabinet', 'parliament', 'an army spokesman': the one body of its kind, where the article names none. */
export function bodiesAlone(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  { heads }: SpanTools,
): NameSpan[] {
  const { alone } = heads.lexicons.groupHeads.unnamed;
  return occurrencesOf(document, Object.keys(alone)).flatMap((token): NameSpan[] => {
    const kind = alone[token.lower];
    if (kind === undefined || isPartOfName(document, token) || !isByItself(document, token)) return [];
    return isNamed(document, spans, token, kind) ? [] : [bodySpan(token.i, token.i, kind, 'names.bare-body')];
  });
}

/** Has the noun a capital of its own? Not in 'the Cabinet approved it'. */
const isPartOfName = ({ tokens }: AnnotatedDocument, { i, text }: Token): boolean =>
  isCapitalised(text) && (tokens[i - 1]?.lower !== 'the' || isCapitalised(tokens[i + 1]?.text ?? ''));

/** Behind 'the' or with no word of its own, and no modifier of another noun than a post. */
function isByItself({ tokens }: AnnotatedDocument, { i, upos, lower }: Token): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (/^(spokes(man|woman|person)|chief|commander)$/.test(next?.lower ?? ''))
    return /^(the|an?|,)$/.test(before?.lower ?? 'the') || lower === 'army';
  if (upos !== 'NOUN' || next?.upos === 'NOUN' || next?.text === '-') return false;
  if (/^(the|its)$/.test(before?.lower ?? '')) return true;
  return (
    lower === 'parliament' && /^(ADP|VERB|SCONJ|PUNCT)$/.test(before?.upos ?? 'PUNCT') && before?.text !== '-'
  );
}

/** Does the article name a body of that kind, or one that ends with that word? */
function isNamed(
  { tokens }: AnnotatedDocument,
  spans: readonly NameSpan[],
  { lower }: Token,
  kind: string,
): boolean {
  return spans.some((span) => {
    if (span.kind !== 'group') return false;
    if (tokens.slice(span.first, span.last + 1).some((word) => word.lower === lower)) return true;
    if (kind === 'military')
      return (
        span.groupKind === 'military' || span.readings.some(({ entry }) => entry.groupKind === 'military')
      );
    return (
      lower === 'parliament' &&
      /^(senate|congress|assembly|duma|knesset|house|commons|bundestag|majlis)$/.test(
        tokens[span.last]?.lower ?? '',
      )
    );
  });
}

/** Parts of a body by whose they are, and bodies by the posts that somebody named has there. */
export function unnamedParts(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const { unnamed } = tools.heads.lexicons.groupHeads;
  const names = namesByEnd(spans);
  return occurrencesOf(document, Object.keys(unnamed.part)).flatMap((noun): NameSpan[] => {
    const kind = unnamed.part[noun.lower];
    const next = document.tokens[noun.i + 1];
    if (kind === undefined || noun.upos !== 'NOUN' || isCapitalised(noun.text) || next?.upos === 'NOUN')
      return [];
    if (next?.text === ',' && namedAt(spans, noun.i + 2)) return [];
    const first = phraseStart(document, noun.i);
    const from =
      ownedFrom(document, first, noun.i, names, unnamed.owners) ??
      (isHeldByNamed(document, spans, first, noun.i, tools) ||
      isOwnerOfPost(document, spans, first, noun.i, tools)
        ? first
        : undefined);
    return from === undefined ? [] : [bodySpan(from, concernEnd(document, noun), kind, unnamedPart)];
  });
}

/** "the EU's naval mission, Navfor": the body's own name stands over the comma. */
const namedAt = (spans: readonly NameSpan[], first: number): boolean =>
  spans.some((span) => span.first === first && span.kind === 'group' && span.adjective !== true);

/** 'the Danish market regulator Finanstilsyn', 'the financial watchdog, the Harbour Commission (HC)': what a body is, right before its own name. */
export function isDescriptionOfNext(
  document: AnnotatedDocument,
  { rule, first, last }: NameSpan,
  spans: readonly NameSpan[],
): boolean {
  if (!/^names\.(bare-body|owned|unnamed-part)$/.test(rule)) return false;
  const { tokens } = document;
  const isOver = tokens[last + 1]?.text === ',';
  const start = isOver ? (tokens[last + 2]?.lower === 'the' ? last + 3 : last + 2) : last + 1;
  return spans.some((name) => {
    if (name.first !== start || name.kind !== 'group' || name.adjective === true) return false;
    if (name.readings.some(({ entry }) => entry.groupKind === 'state')) return false;
    const head = headOfSpan(document, { start: name.first, end: name.last + 1 });
    // The parser takes an apposition with an 'and' of its own for one of a row.
    const isJoint = tokens.slice(name.first, name.last).some(({ lower }) => lower === 'and');
    const hangs = head.head >= first && head.head <= last && (isJoint || hasRelation(head, 'appos'));
    return !isOver || hangs;
  });
}

/** How many words, with possessive endings, may stand before the noun. */
const longestPhrase = 4;

/** Where the lower-case words before a noun begin: "lower house's trade" before 'commission'; at the noun where one says nothing of it. */
function phraseStart({ tokens }: AnnotatedDocument, noun: number): number {
  let first = noun;
  while (noun - first < longestPhrase) {
    const token = tokens[first - 1];
    if (token === undefined || (isCapitalised(token.text) && !isSentenceStart(tokens, token))) break;
    const isMark =
      isPossessive(token) &&
      /^(NOUN|PROPN)$/.test(tokens[first - 2]?.upos ?? '') &&
      !isCapitalised(tokens[first - 2]?.text ?? '');
    if (!isMark && !/^(ADJ|NOUN)$/.test(token.upos) && token.text !== '-') break;
    if (vague.test(token.lower)) return noun;
    first--;
  }
  return first;
}

const vague =
  /^(largest|biggest|main|top|new|own|first|second|third|next|last|other|whole|entire|old|same|only|many|several|such|chief|former)$/;

const isSentenceStart = (tokens: readonly Token[], { i, sentence }: Token): boolean =>
  tokens[i - 1]?.sentence !== sentence;

/** Groups that are no states, by their last token. */
function namesByEnd(spans: readonly NameSpan[]): ReadonlyMap<number, NameSpan> {
  const owners = spans.filter(
    ({ kind, adjective, readings }) =>
      kind === 'group' && adjective !== true && !readings.some(({ entry }) => entry.groupKind === 'state'),
  );
  return new Map(owners.map((span) => [span.last, span]));
}

/** Where the body begins with whose it is; behind 'its' without that. */
function ownedFrom(
  { tokens }: AnnotatedDocument,
  first: number,
  noun: number,
  names: ReadonlyMap<number, NameSpan>,
  owners: ReadonlySet<string>,
): number | undefined {
  const before = tokens[first - 1];
  if (/^(its|whose)$/.test(before?.lower ?? '')) return first < noun ? first : undefined;
  if (before !== undefined && isPossessive(before)) {
    const name = names.get(first - 2);
    return name !== undefined && first < noun ? name.first : undefined;
  }
  const mark = tokens.slice(first, noun).findLast(isPossessive);
  const owner = mark === undefined ? undefined : tokens[mark.i - 1];
  const isOwned = owner !== undefined && owners.has(owner.lower) && mark !== undefined && mark.i + 1 < noun;
  return isOwned ? first : undefined;
}

/** 'a spokeswoman for the ministry, X', 'X, the head of the election commission': behind the post of somebody named beside it. */
function isHeldByNamed(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  first: number,
  noun: number,
  { titles }: SpanTools,
): boolean {
  const { tokens } = document;
  if (tokens[first - 1]?.lower !== 'the' || !/^(of|for|at|in)$/.test(tokens[first - 2]?.lower ?? ''))
    return false;
  const body = tokens[noun];
  const post = titles.endingAt(tokens, first - 3);
  if (body === undefined || post === undefined || isNamed(document, spans, body, 'part')) return false;
  return spans.some(
    (span) =>
      span.kind === 'person' &&
      ((span.first > noun && span.first <= noun + 4 && tokens[noun + 1]?.text === ',') ||
        (span.last < post.first && span.last >= post.first - 4 && tokens[span.last + 1]?.text === ',')),
  );
}

/** "The committee's chairman, Senator X": a public body by who holds a post of it. */
function isOwnerOfPost(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  first: number,
  noun: number,
  { titles }: SpanTools,
): boolean {
  const { tokens } = document;
  const [body, mark] = [tokens[noun], tokens[noun + 1]];
  if (body === undefined || mark === undefined || !isPossessive(mark) || !publicBody.test(body.lower))
    return false;
  if (tokens[first - 1]?.lower !== 'the' || isNamed(document, spans, body, 'part')) return false;
  for (let last = noun + 2; last <= noun + longestPhrase; last++)
    if (titles.endingAt(tokens, last) !== undefined && tokens[last + 1]?.upos !== 'NOUN')
      return spans.some(({ kind, first: start }) => kind === 'person' && start > last && start <= last + 3);
  return false;
}

const publicBody = /^(committee|subcommittee|commission|panel|ministry|council|delegation|tribunal)$/;

/** 'committee on economy': the field in lower case belongs to the name. */
function concernEnd({ tokens }: AnnotatedDocument, { i, lower }: Token): number {
  const [on, field, next] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  const isField = field?.upos === 'NOUN' && next?.upos !== 'NOUN';
  return /^(committee|subcommittee|commission|panel)$/.test(lower) && on?.lower === 'on' && isField
    ? i + 2
    : i;
}

const bodySpan = (first: number, last: number, groupKind: string, rule: string): NameSpan => ({
  first,
  last,
  kind: 'group',
  rule,
  confidence: 0.65,
  readings: [],
  groupKind,
});

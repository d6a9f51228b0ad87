import { type AnnotatedDocument, children, type Token } from '@dragoman/nlp';
import type { HeadWords } from '../head-words.ts';
import { isNameWord, isPossessive } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, plainWord } from '../text.ts';
import { joinedWords } from '../title-words.ts';

/** Tokens of names: of all that may own a body, of states and places, of public bodies. */
export interface OwnerTokens {
  readonly all: ReadonlySet<number>;
  readonly lands: ReadonlySet<number>;
  readonly bodies: ReadonlySet<number>;
}

type IsOwner = (token: number) => boolean;

/**
 * Bodies named in lower case: "Ethiopia's foreign ministry", "the Iranian military", "the interior ministry".
 * `owners`: tokens at which something is named that may own a body.
 */
export function bareBodySpans(
  document: AnnotatedDocument,
  heads: HeadWords,
  owners: OwnerTokens,
): NameSpan[] {
  const [isOwner, isLand, isBody] = [owners.all, owners.lands, owners.bodies].map(
    (tokens) => (token: number) => tokens.has(token),
  ) as [IsOwner, IsOwner, IsOwner];
  const found: NameSpan[] = [];
  for (let last = 0; last < document.tokens.length; last++) {
    const token = document.tokens[last];
    if (token === undefined || !isCommonNoun(token) || isOfPost(document, token)) continue;
    const court = courtAt(document, token, heads, isLand);
    if (court !== undefined) found.push(court);
    const ofChamber = /^(committee|subcommittee)$/.test(token.lower) ? isBody : isLand;
    const body = bodyEndingAt(document, last, heads) ?? ownedBodyEndingAt(document, last, heads, ofChamber);
    if (body === undefined || court !== undefined) continue;
    const first = ownedFrom(document, body.first, isOwner);
    const qualified = body.first < body.last;
    const owned = first < body.first || ownedByOf(document, last, isOwner);
    if (!owned && !qualified && token.lower !== 'police') continue;
    const seat = /^(embassy|consulate|mission|delegation)$/.test(token.lower)
      ? seatAfter(document, last)
      : last;
    if (token.lower === 'delegation' && seat === last) continue;
    found.push({
      first,
      last: seat,
      kind: 'group',
      rule: 'names.bare-body',
      confidence: owned ? 0.8 : 0.6,
      readings: [],
      groupKind: body.kind,
    });
  }
  return found;
}

/** 'cabinet secretary', 'cabinet ministers': what a post is in. */
const isOfPost = ({ tokens }: AnnotatedDocument, { i, lower }: Token): boolean =>
  lower === 'cabinet' && /^(secretar(y|ies)|ministers?)$/.test(tokens[i + 1]?.lower ?? '');

/** A noun in lower case; 'guard' of 'coast guard' is one whatever its tag. */
const isCommonNoun = (token: Token): boolean =>
  token.upos === 'NOUN' || (token.upos === 'PROPN' && !isCapitalised(token.text));

/** 'a Hong Kong court', 'the U.S. district court', 'a military court in Tel Aviv': a court by where it sits. */
function courtAt(
  document: AnnotatedDocument,
  token: Token,
  heads: HeadWords,
  isLand: (token: number) => boolean,
): NameSpan | undefined {
  const { tokens } = document;
  if (!heads.lexicons.groupHeads.courts.has(token.text)) return undefined;
  const kept = (first: number, last: number): NameSpan => ({
    first,
    last,
    kind: 'group',
    rule: 'names.bare-body',
    confidence: 0.7,
    readings: [],
    groupKind: 'government_body',
  });
  const qualified = modifiersBefore(document, token.i, isLand);
  const before = tokens[qualified - 1];
  const owner = before !== undefined && isPossessive(before) ? qualified - 2 : qualified - 1;
  if (owner >= 0 && isLand(owner)) {
    let first = owner;
    while (first > 0 && isLand(first - 1)) first--;
    return kept(first, token.i);
  }
  const seat = tokens[token.i + 1]?.lower === 'in' && isLand(token.i + 2) ? token.i + 2 : undefined;
  if (seat === undefined || tokens[token.i - 1]?.lower === 'in') return undefined;
  let last = seat;
  while (isLand(last + 1)) last++;
  return kept(qualified, last);
}

/** The end of 'in London' after an embassy or 'to the UN in Geneva' after a mission, whose name it completes. */
function seatAfter(document: AnnotatedDocument, last: number): number {
  const to = document.tokens[last + 1]?.lower === 'to';
  const body = document.tokens[last + 2]?.lower === 'the' ? last + 3 : last + 2;
  if (to && isNameWord(document, body)) {
    let end = body;
    while (isNameWord(document, end + 1)) end++;
    return seatAfter(document, end);
  }
  const [preposition, name] = [document.tokens[last + 1], document.tokens[last + 2]];
  return preposition?.lower === 'in' && name !== undefined && isNameWord(document, name.i) ? name.i : last;
}

function bodyEndingAt(
  document: AnnotatedDocument,
  last: number,
  heads: HeadWords,
): { first: number; last: number; kind: string } | undefined {
  const head = document.tokens[last];
  if (head === undefined || !heads.endsBare(plainWord(head))) return undefined;
  for (let first = Math.max(0, last - 4); first <= last; first++) {
    const kind = heads.bareKind(joinedWords(document.tokens, first, last));
    if (kind !== undefined) {
      const qualified = withQualifiers(document, first, heads);
      return {
        first: first === last && qualified === first ? fieldBefore(document, last) : qualified,
        last,
        kind,
      };
    }
  }
  return undefined;
}

/** How many words the field of a ministry may have: 'energy and mines'. */
const longestField = 4;

/** Where 'natural resources ministry', 'energy and mines ministry' begin: any nouns, behind an adjective at most and joined at most once. */
function fieldBefore({ tokens }: AnnotatedDocument, noun: number): number {
  if (!/^(ministry|department)$/.test(tokens[noun]?.lower ?? '')) return noun;
  let first = noun;
  for (let at = noun - 1; at >= noun - longestField; at--) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[noun]?.sentence || isCapitalised(token.text)) break;
    const isJoint = token.lower === 'and' && tokens[at - 1]?.upos === 'NOUN' && first === at + 1;
    if (token.upos === 'NOUN') first = at;
    else if (token.upos === 'ADJ' && first < noun && !vague.test(token.lower)) return at;
    else if (!isJoint) break;
  }
  return first;
}

/** Bodies that a government has beside others: 'Syrian government forces'. */
const armed = /^(forces|troops|army|soldiers)$/;

/** Words before a head that tell no kind of body apart. */
const vague =
  /^(largest|biggest|main|top|new|own|first|second|third|next|last|other|whole|entire|old|news|local|foreign|government)$/;

/**
 * "Hong Kong's legislative council", 'the Russian space agency': a head with one to four words before it and then its owner. With 'a'
 * or 'an' it is any such body.
 */
function ownedBodyEndingAt(
  document: AnnotatedDocument,
  last: number,
  heads: HeadWords,
  isOwner: (token: number) => boolean,
): { first: number; last: number; kind: string } | undefined {
  const { tokens } = document;
  const head = tokens[last] as Token;
  const { owned } = heads.lexicons.groupHeads;
  if (!Object.hasOwn(owned, head.lower) || /^(compound|flat)/.test(head.deprel)) return undefined;
  const first = modifiersBefore(document, last, isOwner);
  const before = tokens[first - 1];
  if (first === last || before === undefined) return undefined;
  const possessive = isPossessive(before);
  const owner = possessive ? first - 2 : first - 1;
  if (owner < 0 || !isOwner(owner)) return undefined;
  let start = owner;
  while (start > 0 && isOwner(start - 1)) start--;
  if (!possessive && /^(a|an|any|some|another)$/.test(tokens[start - 1]?.lower ?? '')) return undefined;
  return { first, last, kind: owned[head.lower] ?? 'other' };
}

/** Where the lower-case modifiers of a noun begin, at most four tokens before it; at the noun where one of them is vague. */
function modifiersBefore(
  document: AnnotatedDocument,
  noun: number,
  isOwner: (token: number) => boolean,
): number {
  let first = noun;
  while (first > 0 && noun - first < 4) {
    const token = document.tokens[first - 1];
    if (
      token === undefined ||
      isOwner(token.i) ||
      !(
        /^(ADJ|NOUN|NUM)$/.test(token.upos) ||
        token.text === '-' ||
        token.deprel === 'amod' ||
        isInnerPossessive(token)
      ) ||
      isCapitalised(token.text)
    )
      break;
    if (
      vague.test(token.lower) &&
      !(token.lower === 'government' && armed.test(document.tokens[noun]?.lower ?? ''))
    )
      return noun;
    first--;
  }
  return first;

  function isInnerPossessive(token: Token): boolean {
    return isPossessive(token) && !isOwner(token.i - 1);
  }
}

function withQualifiers(document: AnnotatedDocument, first: number, heads: HeadWords): number {
  let at = first;
  while (at > 0 && heads.lexicons.groupHeads.qualifiers.has(document.tokens[at - 1]?.lower ?? '')) at--;
  return at;
}

/** Where the name begins with its owner: over a possessive ending, to the owner's first token. */
function ownedFrom(document: AnnotatedDocument, first: number, isOwner: (token: number) => boolean): number {
  let owner = first - 1;
  const before = document.tokens[owner];
  const modified =
    before === undefined || isPossessive(before) ? first : modifiersBefore(document, first, isOwner);
  if (before !== undefined && isPossessive(before)) owner--;
  else if (modified < first && isPossessive(document.tokens[modified - 1] as Token)) owner = modified - 2;
  else if (modified < first && armed.test(document.tokens[first]?.lower ?? '')) owner = modified - 1;
  if (owner < 0 || !isOwner(owner)) return first;
  while (owner > 0 && isOwner(owner - 1)) owner--;
  return owner;
}

function ownedByOf(document: AnnotatedDocument, head: number, isOwner: (token: number) => boolean): boolean {
  return children(document, head, 'nmod').some(
    (token) =>
      isOwner(token.i) &&
      children(document, token.i, 'case').some((preposition) => preposition.lower === 'of'),
  );
}

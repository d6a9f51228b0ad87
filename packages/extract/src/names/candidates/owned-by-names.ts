import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isSmallNoun } from '../text.ts';
import { joinedWords } from '../title-words.ts';

/** So many lower-case words may stand between an owner and the body: 'local subsidiary', 'congressional campaign'. */
const BETWEEN = 2;

/**
 * Bodies that have no name but their owner's: 'the Obama administration', "Omar's office", "Gazprom's Armenian subsidiary", 'the
 * Kennedy family', 'the Texas delegation', "the attorney general's office".
 */
export function bodiesOfNames(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  const owned = spans.flatMap((span): NameSpan[] => {
    const body = calledAfter(document, span, tools) ?? heldBy(document, span, tools);
    return body === undefined
      ? []
      : [bodySpan(span.first, body.last, body.kind, body.rule ?? 'names.named-after')];
  });
  return [...owned, ...officesOfPosts(document, tools)];
}

interface Body {
  readonly last: number;
  readonly kind: string;
  readonly rule?: string;
}

const bodySpan = (first: number, last: number, groupKind: string, rule: string): NameSpan => ({
  first,
  last,
  kind: 'group',
  rule,
  confidence: 0.8,
  readings: [],
  groupKind,
});

/** 'the Obama administration', 'the Kennedy family', 'the Texas delegation': the noun right behind the name. */
function calledAfter(document: AnnotatedDocument, span: NameSpan, { heads }: SpanTools): Body | undefined {
  const next = document.tokens[span.last + 1];
  if (next === undefined) return undefined;
  const { called } = heads.lexicons.groupHeads.ownedBy;
  const articled = document.tokens[span.first - 1]?.lower === 'the';
  const isRegion =
    span.kind === 'place' && span.readings.some(({ entry }) => entry.placeKind === 'region') && articled;
  if (isRegion) return next.lower === 'delegation' ? { last: next.i, kind: 'other' } : undefined;
  if (span.kind === 'place' || span.adjective === true) return undefined;
  const kin = called[next.lower];
  if (kin === undefined || !(articled || (span.kind === 'person' && !isFamily(next)))) return undefined;
  return ofPeopleOnly.test(next.lower) && span.kind !== 'person' ? undefined : { last: next.i, kind: kin };
}

/** What is called by somebody's name: 'the Clinton camp', not 'the NASA team'. */
const ofPeopleOnly = /^(family|clan|dynasty|camp|team)$/;

const isFamily = ({ lower }: Token): boolean => /^(family|clan|dynasty)$/.test(lower);

/** "Omar's office", "Halcyon's local subsidiary", "Cuba's federation", 'a Tajik patrol': a body behind a possessive or a state's adjective, with few words between. */
function heldBy(document: AnnotatedDocument, span: NameSpan, { heads }: SpanTools): Body | undefined {
  const mark = document.tokens[span.last + 1];
  if (mark === undefined || span.kind === 'misc') return undefined;
  const { person, group, state } = heads.lexicons.groupHeads.ownedBy;
  const isState = span.readings.some(({ entry }) => entry.groupKind === 'state');
  if (!isPossessive(mark)) {
    return isState && span.adjective === true ? bodyFrom(document, mark.i, state) : undefined;
  }
  if (span.adjective === true) return undefined;
  const isOpen = span.readings.length === 0 && span.placeKind === undefined;
  if (span.kind === 'place' && !isState && !isOpen) return undefined;
  return bodyFrom(document, mark.i + 1, isState ? state : span.kind === 'person' ? person : group);
}

/** The body that a noun at a token or few words behind it names. */
function bodyFrom(
  document: AnnotatedDocument,
  first: number,
  bodies: Readonly<Record<string, string>>,
): Body | undefined {
  for (let last = first; last <= first + BETWEEN; last++) {
    const token = document.tokens[last];
    if (token === undefined || !/^(NOUN|ADJ|PROPN)$/.test(token.upos)) return undefined;
    const isHead = !isSmallNoun(document.tokens[last + 1]);
    const kind = bodies[joinedWords(document.tokens, last - 1, last)] ?? bodies[token.lower];
    if (kind !== undefined && isHead)
      return isNamedBeside(document, last) ? undefined : { last, kind, rule: 'names.owned' };
  }
  return undefined;
}

/** 'the Montenegrin grid operator, Zetska Mreža': its own name stands behind it. */
function isNamedBeside(document: AnnotatedDocument, last: number): boolean {
  return isNameWord(document, document.tokens[last + 1]?.text === ',' ? last + 2 : last + 1);
}

/** "the attorney general's office", "the governor's office": an office called by the post. */
function officesOfPosts(document: AnnotatedDocument, { titles }: SpanTools): NameSpan[] {
  const { tokens } = document;
  return occurrencesOf(document, ['office']).flatMap((office): NameSpan[] => {
    const mark = tokens[office.i - 1];
    if (office.text !== 'office' || mark === undefined || !isPossessive(mark)) return [];
    const post = titles.endingAt(tokens, mark.i - 1);
    const isPublic = post?.word.type === 'post' && post.word.kind === 'office';
    if (post === undefined || !isPublic || !isDefinite(tokens, post.first)) return [];
    let { first } = post;
    while (isNameWord(document, first - 1) && isNameWord(document, first)) first--;
    return [bodySpan(first, office.i, 'government_body', 'names.office-of-post')];
  });
}

/** Behind 'the', or with a capital. */
const isDefinite = (tokens: readonly Token[], first: number): boolean =>
  tokens[first - 1]?.lower === 'the' || /^\p{Lu}/u.test(tokens[first]?.text ?? '');

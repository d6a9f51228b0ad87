import { children, type AnnotatedDocument } from '@dragoman/nlp';
import { parseDay } from '../../dates/calendar.ts';
import type { DatedExpression, Dating } from '../../dates/dates.ts';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import type { Predication } from '../../roles/predication.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { MeetingMention } from '../mentions/mention.ts';

/**
 * Gives hearings told without a place that of another one of the same people or body, or the only one where hearings of the
 * article are: 'the trial resumes on September 22'; a court that bears the name of a town sits there.
 */
export function placeHearings(table: EntityTable, drafts: readonly MeetingDraft[]): void {
  const hearings = drafts.filter(({ form }) => form === 'hearing');
  for (const hearing of hearings)
    hearing.place ??= townOf(table, [...hearing.hosts, ...hearing.groups]) ?? null;
  const placed = hearings.filter(({ place }) => place !== null);
  const only = new Set(placed.map(({ place }) => place?.id)).size === 1 ? placed[0] : undefined;
  for (const hearing of hearings) {
    const own = new Set([...hearing.participants, ...hearing.groups]);
    const same = placed.find(({ participants, groups }) =>
      [...participants, ...groups].some((id) => own.has(id)),
    );
    const isElsewhere =
      only !== undefined &&
      hearing.hosts.some((id) => ![...only.hosts, ...only.groups, ...only.unnamed].includes(id));
    hearing.place ??= same?.place ?? (isElsewhere ? null : (only?.place ?? null));
  }
}

/** The town in 'Durban High Court' and 'a court in Gafsa', where the article has it. */
function townOf(table: EntityTable, bodies: readonly string[]): Entity | undefined {
  const names = bodies
    .flatMap((id) => table.byId(id)?.name ?? [])
    .filter((name) => /\bcourt(?:$| in )/i.test(name));
  return table.entities.find(
    ({ kind, placeKind, name }) =>
      kind === 'place' &&
      placeKind === 'city' &&
      names.some((body) => body.startsWith(`${name} `) || body.endsWith(` in ${name}`)),
  );
}

/** A day of the opening sentences is that of the news if it lies no more than so many days before the day of writing. */
const freshness = 2;
const openingSentences = 6;
/** Meetings told in so many first sentences may be those of the news. */
const newsSentences = 14;

/**
 * The day that an article tells of where it does not say so of every clause: the last few days' one that its opening names, else
 * the day it was written; undefined where that is not known.
 */
export function newsDay(
  document: AnnotatedDocument,
  dating: Dating,
  published: string | null,
): DatedExpression | undefined {
  const today = published === null ? undefined : parseDay(published);
  if (published === null || today === undefined) return undefined;
  const told = dating.expressions.find(({ first, start, grain, bound }) => {
    const day = start === null ? undefined : parseDay(start);
    const isOpening = (document.tokens[first]?.sentence ?? openingSentences) < openingSentences;
    return (
      isOpening &&
      grain === 'day' &&
      bound === null &&
      day !== undefined &&
      day <= today &&
      today - day <= freshness
    );
  });
  return (
    told ?? {
      first: 0,
      last: 0,
      head: 0,
      start: published,
      end: published,
      grain: 'day',
      bound: null,
      of: null,
      rule: 'published',
    }
  );
}

/** Dates meetings that the opening tells by a verb in the past, in a sentence without any time: they are the news of the day. */
export function dateNews(
  document: AnnotatedDocument,
  dating: Dating,
  published: string | null,
  drafts: readonly MeetingDraft[],
): void {
  const day = newsDay(document, dating, published);
  if (day === undefined) return;
  for (const draft of drafts) {
    const isNews =
      draft.date === null &&
      draft.status === 'held' &&
      draft.mentions.every((mention) => isSimplyPast(document, dating, mention));
    if (isNews) draft.date = day;
  }
}

/** Is it an unspecified one that stands behind 'after'? */
function isOneBefore(document: AnnotatedDocument, { kind, trigger }: Predication): boolean {
  const opening = children(document, trigger, 'case').some(({ lower }) =>
    /^(?:after|following)$/.test(lower),
  );
  const isPointed = children(document, trigger).some(({ deprel, lower }) =>
    deprel === 'det' ? lower !== 'a' && lower !== 'an' : deprel === 'nmod:poss',
  );
  return kind !== 'verb' && opening && !isPointed;
}

/** 'in recent meetings', 'at several meetings': of no one day. */
const severalTimes =
  /^(?:recent|past|previous|earlier|former|successive|repeated|several|numerous|many|various)$/;

function isSimplyPast(
  document: AnnotatedDocument,
  dating: Dating,
  { predication, background }: MeetingMention,
): boolean {
  // 'said after talks with her', 'issued a statement following a meeting': of the same day as what is told.
  const isJustOver = background && isOneBefore(document, predication);
  const token = document.tokens[predication.verb ?? -1];
  if (token === undefined || token.sentence >= newsSentences) return false;
  if (children(document, predication.trigger).some(({ lower }) => severalTimes.test(lower))) return false;
  if (
    (background && !isJustOver) ||
    predication.reported ||
    !/^(?:root|conj|acl|advcl|parataxis)/.test(token.deprel)
  )
    return false;
  if (!/^VB[DN]$/.test(token.xpos ?? '')) return false;
  const auxiliaries = children(document, token.i).filter(({ deprel }) => deprel.startsWith('aux'));
  const isFinite =
    token.xpos === 'VBD' || auxiliaries.some(({ lower }) => /^(?:was|were|has|have|'ve|’ve)$/.test(lower));
  const isTimed = dating.expressions.some(({ first }) => document.tokens[first]?.sentence === token.sentence);
  return isFinite && !isTimed;
}

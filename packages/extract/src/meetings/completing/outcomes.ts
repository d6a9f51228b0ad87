import { ancestors, child, children, type AnnotatedDocument, type Sentence, type Token } from '@dragoman/nlp';
import type { Quantity } from '@dragoman/schemas';
import { quantitiesBelow } from '../../roles/quantities.ts';
import type { MeetingDraft } from '../joining/draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import { sentencesBefore } from '../joining/nearness.ts';

/** How many sentences behind a meeting its outcome is told. */
const reach = 5;

/** Forms of meetings that come to something. */
const fruitful = /^(?:talks|round|meeting|summit|conference|signing|session|ceremony)$/;

/**
 * The numbers of what a meeting came to, by meeting: 'agreed to pull 300 soldiers back', '500 soldiers will leave'. They are told
 * of the agreement, but where articles differ about them they differ about the meeting. `excluded` are the tokens of dates.
 */
export function outcomesOf(
  document: AnnotatedDocument,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
  excluded: ReadonlySet<number>,
): ReadonlyMap<MeetingDraft, readonly Quantity[]> {
  const outcomes = new Map<MeetingDraft, Quantity[]>();
  const held = drafts.filter(
    ({ form, status, groups, participants }) =>
      fruitful.test(form) &&
      (status === 'held' || status === 'ongoing') &&
      groups.length + participants.length > 1,
  );
  if (held.length === 0) return outcomes;
  for (const sentence of document.sentences) {
    const meeting = meetingBefore(document, held, sentence.first);
    if (meeting === undefined) continue;
    const told = verbsOfOutcome(document, words, sentence).flatMap((token) =>
      quantitiesBelow(document, token, excluded),
    );
    if (told.length > 0) outcomes.set(meeting, [...(outcomes.get(meeting) ?? []), ...told]);
  }
  return outcomes;
}

/** The meeting told last, a few sentences before the sentence of a token or in it. */
function meetingBefore(
  document: AnnotatedDocument,
  held: readonly MeetingDraft[],
  token: number,
): MeetingDraft | undefined {
  let best: { draft: MeetingDraft; gap: number } | undefined;
  for (const draft of held) {
    for (const gap of sentencesBefore(document, draft, token)) {
      if (gap >= 0 && gap <= reach && (best === undefined || gap < best.gap)) best = { draft, gap };
    }
  }
  return best?.draft;
}

/** The verbs of a sentence that tell what was agreed: those of agreeing, and those of what is to come of it; the uppermost only. */
function verbsOfOutcome(
  document: AnnotatedDocument,
  words: MeetingWords,
  { first, last }: Sentence,
): number[] {
  const verbs = document.tokens.slice(first, last + 1).filter(({ upos }) => upos === 'VERB');
  const told = verbs.filter((verb) => words.agreementVerbs.has(verb.lemma) || isToCome(document, verb));
  return told
    .filter(({ i }) => !ancestors(document, i).some((above) => told.includes(above)))
    .map(({ i }) => i);
}

/** 'will leave', 'would be sent'. */
function isToCome(document: AnnotatedDocument, verb: Token): boolean {
  const auxiliaries = children(document, verb.i, 'aux');
  return (
    auxiliaries.some(({ lower }) => /^(?:will|would|shall|'ll|’ll)$/.test(lower)) &&
    child(document, verb.i, 'mark')?.lower !== 'if'
  );
}

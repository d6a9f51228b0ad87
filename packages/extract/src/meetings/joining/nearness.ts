import type { AnnotatedDocument } from '@dragoman/nlp';
import type { MeetingDraft } from './draft.ts';

/** How many sentences each mention of a meeting stands before a token; negative behind it. */
export function sentencesBefore(
  { tokens }: AnnotatedDocument,
  { mentions }: Pick<MeetingDraft, 'mentions'>,
  token: number,
): number[] {
  const at = tokens[token]?.sentence;
  return mentions.flatMap(({ trigger }) => {
    const told = tokens[trigger]?.sentence;
    return at === undefined || told === undefined ? [] : [at - told];
  });
}

/** Whether a meeting was told before a token, in its sentence or in the `reach` sentences above. */
export function isToldBefore(
  document: AnnotatedDocument,
  { mentions }: Pick<MeetingDraft, 'mentions'>,
  token: number,
  reach: number,
): boolean {
  const earlier = mentions.filter(({ trigger }) => trigger < token);
  return sentencesBefore(document, { mentions: earlier }, token).some((gap) => gap <= reach);
}

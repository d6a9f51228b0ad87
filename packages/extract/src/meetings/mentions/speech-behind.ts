import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../../context.ts';
import type { Predication } from '../../roles/predication.ts';

/** Verbs by which somebody speaks to a gathering, behind what they said. */
const speaking = /^(?:tell|inform|assure|remind|warn)$/;

/** How many words before its verb the name of a speaker with their office may begin. */
const reach = 16;

/**
 * 'Norway will give 15 million euros, Anna Berg, the commissioner, told the conference': where the tree joins the verb of speech
 * to what was said, its subject is the name before it, and the conference is no more to come than the speech.
 */
export function withSpeakerBehind(
  document: AnnotatedDocument,
  table: EntityTable,
  predication: Predication,
): Predication {
  const verb = document.tokens[predication.verb ?? -1];
  if (verb === undefined || !isTrailing(document, verb)) return predication;
  const speaker = nameBefore(document, table, verb);
  if (speaker === undefined) return predication;
  const slot = predication.kind === 'verb' ? 'subject' : 'causer';
  const slots = { ...predication.slots, [slot]: [speaker] };
  return { ...predication, slots, modality: 'actual', negated: false };
}

function isTrailing(document: AnnotatedDocument, { i, lemma, xpos, deprel }: Token): boolean {
  return (
    xpos === 'VBD' &&
    speaking.test(lemma) &&
    /^(?:conj|parataxis|ccomp|advcl)$/.test(deprel) &&
    child(document, i, 'nsubj') === undefined
  );
}

/** The name that the last phrase before a verb opens with, behind a comma. */
function nameBefore(
  document: AnnotatedDocument,
  table: EntityTable,
  { i, sentence }: Token,
): number | undefined {
  const first = Math.max(document.sentences[sentence]?.first ?? 0, i - reach);
  const named = table.mentions.findLast(
    ({ form, first: start, last, entity }) =>
      form === 'name' &&
      start > first &&
      last < i &&
      table.byId(entity)?.kind === 'person' &&
      /^[,”"’]$/.test(document.tokens[start - 1]?.text ?? ''),
  );
  const between = document.tokens.slice((named?.last ?? i) + 1, i);
  const isBeside = between.length === 0 || (between[0]?.text === ',' && between.at(-1)?.text === ',');
  return named === undefined || !isBeside || between.some(({ upos }) => upos === 'VERB')
    ? undefined
    : named.head;
}

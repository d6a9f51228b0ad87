import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { Predication } from '../roles/predication.ts';
import type { MeetingWords } from './lexicon.ts';

/** Whether the words say that the parties sat together (true), or that others carried words between them (false); else null. */
export function directnessOf(
  document: AnnotatedDocument,
  words: MeetingWords,
  predication: Predication,
): boolean | null {
  const near = [predication.trigger, ...(predication.verb === null ? [] : [predication.verb])];
  const lemmas = near
    .flatMap((token) => children(document, token))
    .filter(({ deprel }) => isModifying(deprel))
    .flatMap(({ lower, lemma }) => [lower, lemma]);
  if (lemmas.some((lemma) => words.indirectWords.has(lemma)) || throughMediators(document, predication))
    return false;
  return lemmas.some((lemma) => words.directWords.has(lemma)) ? true : null;
}

const isModifying = (deprel: string): boolean => /^(?:amod|advmod|compound|obl|nmod)/.test(deprel);

function throughMediators(document: AnnotatedDocument, { slots }: Predication): boolean {
  return (slots.through ?? []).some((token) =>
    /^(?:mediator|intermediary|go-between)$/.test(document.tokens[token]?.lemma ?? ''),
  );
}

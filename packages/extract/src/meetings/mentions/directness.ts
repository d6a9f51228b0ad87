import { children, type AnnotatedDocument } from '@dragoman/nlp';
import type { ActorFinder } from '../../roles/actors.ts';
import type { Predication } from '../../roles/predication.ts';
import type { MeetingWords } from '../lexicon.ts';

/** Whether the words say that the parties sat together (true), or that others carried words between them (false); else null. */
export function directnessOf(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  predication: Predication,
): boolean | null {
  const near = [predication.trigger, ...(predication.verb === null ? [] : [predication.verb])];
  const lemmas = near
    .flatMap((token) => children(document, token))
    .filter(({ deprel }) => isModifying(deprel))
    .flatMap(({ lower, lemma }) => [lower, lemma]);
  const rooms = [
    ...(predication.slots.in ?? []),
    ...(predication.slots.on ?? []),
    ...(predication.slots.at ?? []),
  ];
  const whose = rooms.flatMap((token) => children(document, token)).map(({ lower }) => lower);
  if (lemmas.some((lemma) => words.indirectWords.has(lemma)) || throughOthers(document, actors, predication))
    return false;
  if (whose.includes('separate')) return false;
  const together =
    rooms.some((token) => sharedRooms.test(document.tokens[token]?.lemma ?? '')) &&
    whose.some((word) => word === 'same' || word === 'one');
  return together || lemmas.some((lemma) => words.directWords.has(lemma)) ? true : null;
}

/** Where those who sit together sit. */
const sharedRooms = /^(?:room|table|tent|hall)$/;

const isModifying = (deprel: string): boolean => /^(?:amod|advmod|compound|obl|nmod)/.test(deprel);

function throughOthers(document: AnnotatedDocument, actors: ActorFinder, { slots }: Predication): boolean {
  return [...(slots.through ?? []), ...(slots.via ?? [])].some(
    (token) =>
      /^(?:mediator|intermediary|go-between)$/.test(document.tokens[token]?.lemma ?? '') ||
      actors.actors([token]).length > 0,
  );
}

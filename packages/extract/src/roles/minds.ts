import { child, children, headOf, predicateAt, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { prepositionalSlots } from './phrases.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const minded = wordSet([...roleVocabulary.modality.plannedNouns, ...roleVocabulary.modality.possibleNouns]);

const lightVerbs = wordSet(roleVocabulary.lightVerbs);

/** A noun that tells what somebody has in mind, and the word for whose mind that is. */
export interface Mind {
  readonly noun: Token;
  readonly owner: number | undefined;
}

/**
 * The promise, plan or threat whose content an infinitive tells: 'a promise from the premier to resign', also where the tree hangs
 * the infinitive on the verb ('reacted to the promise to resign') and only the roles give it to the noun.
 */
export function mindOver(document: AnnotatedDocument, verb: Token): Mind | undefined {
  const governor = headOf(document, verb.i);
  if (governor === undefined || child(document, verb.i, 'mark')?.lower !== 'to') return undefined;
  const noun =
    verb.deprel === 'acl'
      ? governor
      : document.tokens
          .slice(governor.i, verb.i)
          .findLast(
            ({ i, upos, lemma }) => upos === 'NOUN' && minded.has(lemma) && tells(document, i, verb.i),
          );
  return noun === undefined || !minded.has(noun.lemma) ? undefined : { noun, owner: ownerOf(document, noun) };
}

const tells = (document: AnnotatedDocument, noun: number, verb: number): boolean =>
  predicateAt(document, noun)?.args.some(({ head }) => head === verb) === true;

/** 'their plan', 'an offer by Syria', 'a Chadian threat'. */
function ownerOf(document: AnnotatedDocument, { i }: Token): number | undefined {
  const { by = [], from = [] } = prepositionalSlots(document, i);
  const before = children(document, i).find(
    ({ deprel, upos, text }) =>
      deprel === 'nmod:poss' ||
      (deprel === 'compound' && upos === 'PROPN') ||
      (deprel === 'amod' && /^\p{Lu}/u.test(text)),
  );
  return from[0] ?? by[0] ?? before?.i ?? takerOf(document, i);
}

/** 'The front took a decision to leave', 'announced plans to leave': who has it in mind. */
function takerOf(document: AnnotatedDocument, noun: number): number | undefined {
  const verb = document.tokens[noun]?.deprel === 'obj' ? headOf(document, noun) : undefined;
  if (verb === undefined || !lightVerbs.has(verb.lemma)) return undefined;
  return child(document, verb.i, 'nsubj')?.i;
}

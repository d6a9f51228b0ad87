import { child, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { argumentsOf } from './arguments.ts';
import { isReported, realityOf } from './modality.ts';
import { predicationOfNoun } from './nouns.ts';
import type { Predication } from './predication.ts';
import { isNominalGerund } from './trigger.ts';

/** The predications of a document, read when asked for and kept. */
export interface Roles {
  /** What the verb or noun at a token tells. */
  at(token: number): Predication;
}

/** Makes the role reader of a document (the method: dependency rules over UD, completed by the semantic roles of verbs). */
export function readRoles(document: AnnotatedDocument): Roles {
  const kept = new Map<number, Predication>();
  return {
    at(index) {
      const known = kept.get(index);
      if (known !== undefined) return known;
      const token = document.tokens[index];
      if (token === undefined) throw new RangeError(`no token ${index}`);
      const isVerb = (token.upos === 'VERB' || token.upos === 'AUX') && !isNominalGerund(document, token);
      const made = isVerb ? predicationOfVerb(document, token) : predicationOfNoun(document, token);
      kept.set(index, made);
      return made;
    },
  };
}

function predicationOfVerb(document: AnnotatedDocument, verb: Token): Predication {
  const { slots, byRoles } = argumentsOf(document, verb.i);
  return {
    trigger: verb.i,
    lemma: verb.lemma,
    particle: child(document, verb.i, 'compound:prt')?.lower ?? null,
    kind: 'verb',
    verb: verb.i,
    slots,
    ...realityOf(document, verb.i),
    reported: isReported(document, verb.i),
    source: byRoles ? 'roles' : 'tree',
  };
}

import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { prepositionOf } from './coordination.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const givingVerbs = wordSet(roleVocabulary.givingVerbs);
const phrasalVerbs = new Map(
  Object.entries(roleVocabulary.phrasalVerbs).map(([verb, particles]) => [verb, wordSet(particles)]),
);

/** Objects without a preposition; of two the second says what the first is called ('called Japan a friend'); in 'told visiting minister Berg' the guest. */
export function plainObjects(document: AnnotatedDocument, verb: number): Token[] {
  const objects = children(document, verb, 'obj').filter(({ i }) => prepositionOf(document, i) === undefined);
  if (objects.length > 0) return objects;
  const measured = children(document, verb, 'obl').filter(({ i }) => isMeasured(document, i));
  if (measured.length > 0) return measured;
  const visiting = document.tokens[verb + 1];
  if (visiting?.lower === 'visiting' && visiting.head === verb) return children(document, visiting.i, 'obj');
  return secondSubject(document, verb);
}

/** 'Lord Berg met then Home Office minister Lord Laine': of two subjects the one behind the verb, whose own stands before it, is its object. */
function secondSubject(document: AnnotatedDocument, verb: number): Token[] {
  const [first, ...others] = children(document, verb, 'nsubj');
  const behind = others.filter(({ i }) => i > verb);
  return first !== undefined && first.i < verb && behind.length === 1 ? behind : [];
}

/** 'paid at least 12 million euros', 'killed up to 20 people': an object that the tree takes for a phrase. */
function isMeasured(document: AnnotatedDocument, token: number): boolean {
  const opening = children(document, token, 'case')[0];
  const next = opening === undefined ? undefined : document.tokens[opening.i + 1]?.lower;
  if (opening?.lower === 'at') return next === 'least' || next === 'most';
  return opening?.lower === 'up' && next === 'to';
}

/** Of a verb of giving with a receiver ('gave Ukraine tanks', however the tree labels it): the receiver, then what is given. */
export function objectsInOrder(document: AnnotatedDocument, verb: number, isPassive: boolean): Token[] {
  const receiver = child(document, verb, 'iobj');
  const objects = plainObjects(document, verb);
  if (receiver !== undefined) return [receiver, ...objects.slice(0, 1)];
  const gives = givingVerbs.has(document.tokens[verb]?.lemma ?? '');
  return gives && objects.length > 1 && !isPassive ? objects.slice(0, 2) : [];
}

/** 'handed over the base', 'bailed out Greece': where the tree reads the particle as a preposition, its noun is the object. */
export function phrasalObject(document: AnnotatedDocument, verb: number): Token | undefined {
  const particle = document.tokens[verb + 1];
  const known = phrasalVerbs.get(document.tokens[verb]?.lemma ?? '');
  if (particle === undefined || known?.has(particle.lower) !== true || particle.deprel !== 'case')
    return undefined;
  const noun = document.tokens[particle.head];
  return noun?.head === verb ? noun : undefined;
}

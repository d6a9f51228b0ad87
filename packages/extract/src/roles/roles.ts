import { child, children, hasRelation, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { argumentsOf, isPassive, prepositionalSlots } from './arguments.ts';
import { coordinated, prepositionOf } from './coordination.ts';
import { isReported, realityOf } from './modality.ts';
import type { Predication, Slots } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const lightVerbs = wordSet(roleVocabulary.lightVerbs);
const sufferingVerbs = wordSet(roleVocabulary.sufferingVerbs);
const attendanceVerbs = wordSet(roleVocabulary.attendance.verbs);
const attendancePrepositions = wordSet(roleVocabulary.attendance.prepositions);

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
      const made =
        token.upos === 'VERB' || token.upos === 'AUX' ? ofVerb(document, token) : ofNoun(document, token);
      kept.set(index, made);
      return made;
    },
  };
}

function ofVerb(document: AnnotatedDocument, verb: Token): Predication {
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

function ofNoun(document: AnnotatedDocument, noun: Token): Predication {
  const verb = verbOf(document, noun);
  const light = verb !== undefined && isObjectOf(document, noun, verb);
  const own = nominalSlots(document, noun.i);
  return {
    trigger: noun.i,
    lemma: noun.lemma,
    particle: null,
    kind: light ? 'light' : 'noun',
    verb: verb?.i ?? null,
    slots: verb === undefined ? own : joined(own, clauseSlots(document, noun, verb)),
    ...realityOf(document, noun.i),
    reported: isReported(document, noun.i),
    source: 'tree',
  };
}

function nominalSlots(document: AnnotatedDocument, noun: number): Record<string, readonly number[]> {
  const possessors = children(document, noun, 'nmod:poss').flatMap(({ i }) => coordinated(document, i));
  const modifiers = children(document, noun).filter(
    ({ deprel }) => deprel === 'amod' || deprel === 'compound',
  );
  const subject = copularSubject(document, noun);
  return {
    ...prepositionalSlots(document, noun),
    ...(subject === undefined ? {} : { subject: coordinated(document, subject) }),
    possessive: possessors,
    complement: children(document, noun, 'acl')
      .filter(({ i }) => child(document, i, 'mark') !== undefined)
      .map(({ i }) => i),
    modifier: modifiers.flatMap(({ i }) => coordinated(document, i)),
  };
}

/** Who is said to be the noun: 'Norway is a donor', 'Norway remains a donor'. */
function copularSubject(document: AnnotatedDocument, noun: number): number | undefined {
  if (child(document, noun, 'cop') !== undefined) return child(document, noun, 'nsubj')?.i;
  const token = document.tokens[noun];
  const governor = headOf(document, noun);
  if (token?.deprel !== 'xcomp' || governor === undefined) return undefined;
  return child(document, governor.i, 'nsubj')?.i;
}

/** The verb whose clause a noun stands in, or the participle behind it ('talks held in Oman'). */
function verbOf(document: AnnotatedDocument, noun: Token): Token | undefined {
  const participle = children(document, noun.i, 'acl').find(
    ({ xpos, deprel, lemma }) => xpos === 'VBN' && deprel === 'acl' && lightVerbs.has(lemma),
  );
  const relative = children(document, noun.i, 'acl:relcl').find(({ lemma }) => lightVerbs.has(lemma));
  const clause = participle ?? relative;
  const governor =
    noun.deprel === 'conj'
      ? headOf(document, headOf(document, noun.i)?.i ?? noun.i)
      : headOf(document, noun.i);
  if (governor?.upos === 'VERB' && /^(?:obj|nsubj|obl|conj)/.test(noun.deprel)) {
    return clause !== undefined && !lightVerbs.has(governor.lemma) ? clause : governor;
  }
  return clause;
}

/** Is the noun what the verb is done to: its object, its passive subject, or the noun before the participle? */
function isObjectOf(document: AnnotatedDocument, noun: Token, verb: Token): boolean {
  if (!lightVerbs.has(verb.lemma)) return false;
  if (verb.head === noun.i) return true;
  const heading = noun.deprel === 'conj' ? headOf(document, noun.i) : noun;
  if (heading?.deprel === 'obj' || heading?.deprel === 'nsubj:pass') return true;
  return heading?.deprel === 'nsubj' && isPassive(document, verb.i);
}

/** What the clause adds to a noun: the verb's subject as doer, undergoer or one who attends, and its phrases. */
function clauseSlots(document: AnnotatedDocument, noun: Token, verb: Token): Slots {
  const { slots } = argumentsOf(document, verb.i);
  const phrases = Object.fromEntries(
    Object.entries(slots).filter(([name]) => !/^(?:subject|object|indirect|complement)$/.test(name)),
  );
  const withoutNoun = Object.fromEntries(
    Object.entries(phrases).map(([name, fillers]) => [name, fillers.filter((filler) => filler !== noun.i)]),
  );
  const subject = slots.subject ?? [];
  if (isObjectOf(document, noun, verb)) return { ...withoutNoun, subject, indirect: slots.indirect ?? [] };
  if (noun.deprel === 'obj') {
    return sufferingVerbs.has(verb.lemma)
      ? { ...withoutNoun, object: subject }
      : { ...withoutNoun, causer: subject };
  }
  if (hasRelation(noun, 'nsubj')) return withoutNoun;
  if (!hasRelation(noun, 'obl')) return {};
  const preposition = prepositionOf(document, noun.i) ?? '';
  if (preposition === 'under') return { object: subject };
  const attends = attendanceVerbs.has(verb.lemma) && attendancePrepositions.has(preposition);
  return attends
    ? { attendant: [...subject, ...(isPassive(document, verb.i) ? (slots.object ?? []) : [])] }
    : {};
}

/** The noun's own slots come first; what the clause has under the same name is added. */
function joined(own: Slots, added: Slots): Slots {
  const all: Record<string, readonly number[]> = { ...own };
  for (const [name, fillers] of Object.entries(added)) all[name] = [...(all[name] ?? []), ...fillers];
  return all;
}

import {
  child,
  children,
  entityAt,
  headOf,
  predicateAt,
  sentenceOf,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import { sayingBefore } from './clause-forms.ts';
import { antecedentOf, prepositionOf } from './coordination.ts';
import { mindOver } from './minds.ts';
import { onceAToken } from './once-a-token.ts';
import { resumedSubject } from './resumed-subject.ts';
import { strayedSubject } from './strayed-subject.ts';
import { objectsInOrder, phrasalObject, plainObjects } from './objects.ts';
import type { Slots } from './predication.ts';
import { expanded, gerundSlots, isTime, prepositionalSlots } from './phrases.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

export { prepositionalSlots } from './phrases.ts';

const objectControl = wordSet(roleVocabulary.objectControl);

/** Phrases that the tree often hangs on the object although they belong to the verb: 'discussed the delay with Kyiv'. */
const reachingVerb = [
  'with',
  'on',
  'against',
  'to',
  'from',
  'into',
  'before',
  'between',
  'off',
  'out-of',
  'out',
];

/** The slots of a verb, and whether the semantic roles were needed to fill them. */
export interface VerbArguments {
  readonly slots: Slots;
  readonly byRoles: boolean;
}

/**
 * Who a verb's subject and object are and which phrases hang on it. The tree first, the semantic roles (ARG0, ARG1) where
 * it has none; passives turned round, relative pronouns followed, subjects of infinitives, participles and joined verbs
 * taken from the verb above.
 */
export const argumentsOf: (document: AnnotatedDocument, verb: number) => VerbArguments = onceAToken(
  (document, verb) => {
    const slots: Record<string, readonly number[]> = {
      ...gerundSlots(document, verb),
      ...prepositionalSlots(document, verb),
    };
    const treeSubject = subjectOf(document, verb);
    const treeObject = objectOf(document, verb);
    const roleSubject = treeSubject === undefined ? argument(document, verb, 'ARG0') : undefined;
    const roleObject = treeObject === undefined ? argument(document, verb, 'ARG1') : undefined;
    const token = document.tokens[verb];
    const strayed = (): Token | undefined =>
      token === undefined || isPassive(document, verb) ? undefined : strayedSubject(document, token);
    const subject = treeSubject ?? roleSubject ?? strayed()?.i;
    const object = treeObject ?? (roleObject === subject ? undefined : roleObject);
    if (subject !== undefined) slots.subject = expanded(document, subject);
    if (object !== undefined) slots.object = expanded(document, object);
    const objectPhrases = (slots.object ?? []).map((token) => prepositionalSlots(document, token));
    for (const name of objectPhrases.length > 0 ? reachingVerb : []) {
      if (slots[name] !== undefined) continue;
      const inside = objectPhrases.flatMap((phrases) => phrases[name] ?? []);
      if (inside.length > 0) slots[name] = inside;
    }
    const called = naming.has(document.tokens[verb]?.lemma ?? '') ? child(document, verb, 'iobj') : undefined;
    if (called !== undefined) slots.object = expanded(document, called.i);
    const [receiver, ...given] =
      called === undefined ? objectsInOrder(document, verb, isPassive(document, verb)) : [];
    const handed = isGivenTo(document, verb) ? plainObjects(document, verb)[0] : undefined;
    if (handed !== undefined && object !== undefined) {
      slots.indirect = expanded(document, object);
      slots.object = expanded(document, handed.i);
    }
    if (receiver !== undefined) {
      slots.indirect = expanded(document, receiver.i);
      const thing = given[0];
      if (thing !== undefined) slots.object = expanded(document, thing.i);
      // 'told NATO to prepare': whom the infinitive is for, whichever object the tree takes it for.
      else if (objectControl.has(document.tokens[verb]?.lemma ?? '')) slots.object ??= slots.indirect;
    }
    const objects = plainObjects(document, verb);
    const saidOf = objects.flatMap(({ i }) => saidOfObject(document, verb, i));
    const predicates = given.length > 0 ? [] : [...objects.slice(called === undefined ? 1 : 0), ...saidOf];
    slots.complement = [...complements(document, verb), ...predicates].flatMap(({ i }) =>
      coordinatedVerbs(document, i),
    );
    return { slots, byRoles: roleSubject !== undefined || roleObject !== undefined };
  },
);

const naming = wordSet(roleVocabulary.namingVerbs);
const giving = wordSet(roleVocabulary.givingVerbs);

/** 'The museum was promised two million': a passive that keeps an object tells to whom it is given by its subject. */
const isGivenTo = (document: AnnotatedDocument, verb: number): boolean =>
  giving.has(document.tokens[verb]?.lemma ?? '') && isPassive(document, verb);

/** 'called the deal of Obama a disaster', 'held the union responsible': what an object is called or held to be may hang on the object. */
function saidOfObject(document: AnnotatedDocument, verb: number, object: number): Token[] {
  const behind = children(document, object, 'amod').filter(({ i, upos }) => i > object && upos === 'ADJ');
  const said = [...children(document, object, 'obj'), ...behind];
  if (!naming.has(document.tokens[verb]?.lemma ?? '')) return said;
  const bare = children(document, object, 'nmod').filter(
    ({ i, upos }) =>
      i > object && upos === 'NOUN' && prepositionOf(document, i) === undefined && child(document, i, 'det'),
  );
  return [...said, ...bare];
}

function coordinatedVerbs(document: AnnotatedDocument, verb: number): number[] {
  return [verb, ...children(document, verb, 'conj').map(({ i }) => i)];
}

/** Is the verb in the passive? A bare participle behind its noun is. */
export const isPassive: (document: AnnotatedDocument, verb: number) => boolean = onceAToken(
  (document, verb) => {
    const token = document.tokens[verb];
    if (child(document, verb, 'aux:pass') !== undefined || child(document, verb, 'obl:agent') !== undefined)
      return true;
    if (resumedSubject(document, verb) !== undefined) return false;
    const undergoer = child(document, verb, 'nsubj:pass');
    if (undergoer !== undefined) return !doesItAfterAll(document, verb, undergoer.i);
    if (token?.deprel === 'conj') return isJoinedPassive(document, token);
    if (token?.deprel === 'advcl' && isBareParticiple(document, token)) return true;
    const isBare = token?.deprel === 'acl' && token.xpos === 'VBN' && !isFiniteAfterAll(document, token);
    return isBare && !children(document, verb, 'aux').some(({ lemma }) => lemma === 'have');
  },
);

/**
 * 'Its leader, Mr Canales, called for …', 'Obama has long called for …' read as passives: without 'be', 'have' or a comma before the verb
 * make a clause active, and else the roles tell whether the subject does it.
 */
function doesItAfterAll(document: AnnotatedDocument, verb: number, subject: number): boolean {
  if (children(document, verb, 'aux').some(({ lemma }) => lemma === 'have')) return true;
  if (document.tokens[verb - 1]?.text === ',' && subject < verb) return true;
  if (isOnlyVerb(document, verb)) return true;
  return (
    predicateAt(document, verb)?.args.some(({ role, head }) => role === 'ARG0' && head === subject) === true
  );
}

/** 'The first six tankers crossed on Thursday.': a sentence with a full stop has a finite verb, so one without 'be' is active. */
function isOnlyVerb(document: AnnotatedDocument, verb: number): boolean {
  if (document.tokens[verb]?.deprel !== 'root') return false;
  if (children(document, verb).some(({ deprel }) => deprel.startsWith('aux'))) return false;
  return document.tokens[sentenceOf(document, verb).last]?.text === '.';
}

/** 'Accused of fraud on Monday, Brancu fled': a participle that heads a clause of its own, with nobody who does it and nothing it is done to. */
function isBareParticiple(document: AnnotatedDocument, { i, xpos, lemma }: Token): boolean {
  if (xpos !== 'VBN' || unaccusative.has(lemma)) return false;
  return !children(document, i).some(({ deprel }) => /^(?:nsubj|csubj|obj|iobj|aux|cop)/.test(deprel));
}

/** 'was convicted and sentenced': a verb joined to a passive that the roles do to the same one. */
function isJoinedPassive(document: AnnotatedDocument, verb: Token): boolean {
  if (!/^VB[ND]$/.test(verb.xpos ?? '') || unaccusative.has(verb.lemma)) return false;
  const governor = headOf(document, verb.i);
  if (governor === undefined || !isPassive(document, governor.i)) return false;
  if (children(document, verb.i).some(({ deprel }) => /^(?:nsubj|obj|aux)/.test(deprel))) return false;
  const roles = predicateAt(document, verb.i)?.args ?? [];
  const undergoes = roles.find(({ role }) => role === 'ARG1')?.head;
  if (undergoes === undefined || undergoes > verb.i) return false;
  const done = [nearestSubject(document, governor.i)?.i, objectOf(document, governor.i)];
  return done.includes(undergoes) && roles.every(({ role, head }) => role !== 'ARG0' || head !== undergoes);
}

/** Verbs whose subject undergoes what they tell although they have no passive. */
const unaccusative: ReadonlySet<string> = new Set([
  'die',
  'perish',
  'fall',
  'collapse',
  'disappear',
  'vanish',
  'survive',
]);

/**
 * 'Smith, the minister, called on Iran …' read as a noun with a participle: where the noun is the root of its sentence and
 * a comma stands before the verb, the verb is the sentence's own.
 */
function isFiniteAfterAll(document: AnnotatedDocument, verb: Token): boolean {
  const noun = headOf(document, verb.i);
  if (noun?.deprel !== 'root' || document.tokens[verb.i - 1]?.text !== ',') return false;
  const isFull =
    child(document, noun.i, 'appos') !== undefined ||
    ((verb.xpos === 'VBD' || noun.upos === 'NOUN') && child(document, noun.i, 'conj')?.upos === 'PROPN');
  return isFull && child(document, noun.i, 'nsubj') === undefined;
}

function complements(document: AnnotatedDocument, verb: number): Token[] {
  const controls = objectControl.has(document.tokens[verb]?.lemma ?? '');
  const names = naming.has(document.tokens[verb]?.lemma ?? '');
  return children(document, verb)
    .filter(
      ({ i, deprel }) =>
        deprel === 'xcomp' ||
        deprel === 'ccomp' ||
        (names && /^(?:advcl|obl)$/.test(deprel) && prepositionOf(document, i) === 'as') ||
        (controls && /^(?:advcl|obl)$/.test(deprel) && child(document, i, 'mark')?.lower === 'to'),
    )
    .concat(controls ? infinitivesOfObject(document, verb) : []);
}

/** 'want the army to leave' with the infinitive hung on the army: what a party is to do is the verb's, what a thing is for is not. */
function infinitivesOfObject(document: AnnotatedDocument, verb: number): Token[] {
  return children(document, verb, 'obj')
    .flatMap(({ i }) => [i, ...children(document, i, 'appos').map((part) => part.i)])
    .filter((index) => isParty(document, index))
    .flatMap((index) => children(document, index, 'acl'))
    .filter(({ i, xpos }) => xpos === 'VB' && child(document, i, 'mark')?.lower === 'to');
}

const parties = wordSet([...(roleVocabulary.classes.people ?? []), ...(roleVocabulary.classes.bodies ?? [])]);

function isParty(document: AnnotatedDocument, index: number): boolean {
  const token = document.tokens[index];
  return (
    token !== undefined &&
    (token.upos === 'PROPN' || parties.has(token.lemma) || entityAt(document, index)?.kind === 'PER')
  );
}

function argument(document: AnnotatedDocument, verb: number, role: string): number | undefined {
  const found = predicateAt(document, verb)?.args.find((arg) => arg.role === role);
  const head = found === undefined ? undefined : document.tokens[found.head];
  if (head === undefined || head.upos === 'VERB' || head.upos === 'ADP') return undefined;
  return prepositionOf(document, head.i) === undefined ? head.i : undefined;
}

/** The doer of a verb by the tree. `depth` bounds the climb over malformed trees. */
function subjectOf(document: AnnotatedDocument, verb: number, depth = 0): number | undefined {
  if (isPassive(document, verb)) return agentOf(document, verb);
  const own =
    nearestSubject(document, verb) ??
    child(document, verb, 'csubj') ??
    doerOfAttribute(document, verb) ??
    resumedSubject(document, verb);
  if (own !== undefined) return own.upos === 'VERB' ? undefined : antecedentOf(document, own.i);
  return depth < 6 ? inheritedSubject(document, verb, depth + 1) : undefined;
}

/**
 * 'Saudi Arabia severed ties with Iran' read as one noun phrase: the name right before a past form that is hung on the noun
 * behind it as an attribute.
 */
export function doerOfAttribute(document: AnnotatedDocument, verb: number): Token | undefined {
  const token = document.tokens[verb];
  if (token?.deprel !== 'amod' || !/^VB[DN]$/.test(token.xpos ?? '') || token.head <= verb) return undefined;
  const before = document.tokens[verb - 1];
  return before?.upos === 'PROPN' && (before.head === token.head || before.head === verb)
    ? before
    : undefined;
}

/** Of several subjects the one next to the verb: a place before a dash ('BAMAKO - Armed men …') is read as one too. */
function nearestSubject(document: AnnotatedDocument, verb: number): Token | undefined {
  const told = children(document, verb, 'nsubj');
  const subjects = told.length > 1 ? told.filter((token) => !isTime(token)) : told;
  return subjects.findLast(({ i }) => i < verb) ?? subjects[0];
}

/** Who does it, behind 'by'; the tree may hang that on the phrase before ('questioned about the payments by a committee'). */
function agentOf(document: AnnotatedDocument, verb: number): number | undefined {
  const phrases = children(document, verb, 'obl');
  const isAgent = ({ i }: Token): boolean => prepositionOf(document, i) === 'by';
  return (phrases.find(isAgent) ?? phrases.flatMap(({ i }) => children(document, i, 'nmod')).find(isAgent))
    ?.i;
}

function inheritedSubject(document: AnnotatedDocument, verb: number, depth: number): number | undefined {
  const token = document.tokens[verb];
  const governor = headOf(document, verb);
  if (token === undefined || governor === undefined) return undefined;
  if (token.deprel === 'acl:relcl') return undefined;
  if (token.deprel === 'acl') {
    if (token.xpos === 'VBG' || isFiniteAfterAll(document, token)) return governor.i;
    return child(document, governor.i, 'nmod:poss')?.i ?? mindOver(document, token)?.owner;
  }
  if (!/^(?:xcomp|ccomp|conj|advcl|parataxis)/.test(token.deprel)) return undefined;
  const saying = sayingBefore(document, token);
  if (saying !== undefined) return passedDown(document, saying, depth);
  const own =
    token.deprel === 'conj' && verb < governor.i ? subjectAhead(document, governor.i, verb) : undefined;
  if (own !== undefined) return own;
  const mind = token.deprel === 'advcl' ? mindOver(document, token)?.owner : undefined;
  if (mind !== undefined) return mind;
  const mark = child(document, verb, 'mark')?.lower;
  if (
    token.deprel === 'advcl' &&
    token.xpos === 'VBG' &&
    (mark === 'for' || mark === 'of' || mark === 'from')
  ) {
    return objectOf(document, governor.i) ?? passedDown(document, governor, depth);
  }
  if (token.deprel === 'advcl' && mark !== undefined && token.xpos !== 'VB') {
    return token.xpos === 'VBG' ? passedDown(document, governor, depth) : undefined;
  }
  if (token.deprel === 'ccomp' && token.xpos !== 'VB' && token.xpos !== 'VBG') return undefined;
  if (token.deprel === 'xcomp' && objectControl.has(governor.lemma)) {
    const controller = objectOf(document, governor.i) ?? obliqueOf(document, governor.i);
    if (controller !== undefined) return controller;
  }
  return passedDown(document, governor, depth);
}

/** Of two sentences that the tree takes for one the first verb is joined to the second: its subject stands before it. */
function subjectAhead(document: AnnotatedDocument, governor: number, verb: number): number | undefined {
  const subject = children(document, governor, 'nsubj').findLast(({ i }) => i < verb);
  return subject === undefined ? undefined : antecedentOf(document, subject.i);
}

/** The subject that a verb, adjective or noun in predicate position hands to what hangs below it. */
function passedDown(document: AnnotatedDocument, governor: Token, depth: number): number | undefined {
  if (isPassive(document, governor.i)) return nearestSubject(document, governor.i)?.i;
  return subjectOf(document, governor.i, depth);
}

/** 'called on Iran to leave': the one called on. */
function obliqueOf(document: AnnotatedDocument, verb: number): number | undefined {
  return children(document, verb, 'obl').find((phrase) => {
    const preposition = prepositionOf(document, phrase.i);
    return preposition !== undefined && /^(?:on|upon|to|with)$/.test(preposition);
  })?.i;
}

/** What a verb is done to, by the tree. */
function objectOf(document: AnnotatedDocument, verb: number): number | undefined {
  const token = document.tokens[verb];
  if (isPassive(document, verb)) {
    const passive = nearestSubject(document, verb);
    if (passive !== undefined) return antecedentOf(document, passive.i);
    return passiveInherited(document, verb);
  }
  const own = plainObjects(document, verb)[0] ?? phrasalObject(document, verb);
  if (own !== undefined) return antecedentOf(document, own.i);
  if (doerOfAttribute(document, verb) !== undefined) return token?.head;
  if (token?.deprel === 'amod' && resumedSubject(document, verb) !== undefined) return token.head;
  const controlled = objectControl.has(token?.lemma ?? '') ? controlledSubject(document, verb) : undefined;
  if (controlled !== undefined) return controlled;
  return token?.deprel === 'acl:relcl' && lacksObject(document, verb) ? token.head : undefined;
}

/** 'wants Trump to leave', 'let the men go': where the tree gives the name to the infinitive, it is the object all the same. */
function controlledSubject(document: AnnotatedDocument, verb: number): number | undefined {
  const infinitive = complements(document, verb).find(({ i, xpos }) => {
    const mark = child(document, i, 'mark')?.lower;
    return mark === 'to' || (mark === undefined && xpos === 'VB');
  });
  return infinitive === undefined ? undefined : child(document, infinitive.i, 'nsubj')?.i;
}

function passiveInherited(document: AnnotatedDocument, verb: number): number | undefined {
  const token = document.tokens[verb];
  const governor = headOf(document, verb);
  if (token === undefined || governor === undefined) return undefined;
  if (token.deprel === 'acl') return governor.i;
  if (!/^(?:conj|xcomp|advcl)/.test(token.deprel)) return undefined;
  return isPassive(document, governor.i) ? objectOf(document, governor.i) : subjectOf(document, governor.i);
}

/** 'the sanctions it imposed': a relative clause with a subject of its own and no object takes its noun. */
function lacksObject(document: AnnotatedDocument, verb: number): boolean {
  const subject = child(document, verb, 'nsubj');
  if (subject === undefined) return false;
  return antecedentOf(document, subject.i) === subject.i;
}

import { child, children, type AnnotatedDocument } from '@dragoman/nlp';
import { onceEach } from '../collections.ts';
import type { ActorFinder } from './actors.ts';
import { isPassive, prepositionalSlots } from './arguments.ts';
import { classOf, type Conditions } from './condition-schema.ts';
import { prepositionOf } from './coordination.ts';
import type { Predication } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

/** What conditions are looked up in. */
export interface ConditionContext {
  readonly document: AnnotatedDocument;
  readonly actors: ActorFinder;
}

type Check = (context: ConditionContext, predication: Predication, wanted: never) => boolean;

const checks: { readonly [K in keyof Required<Conditions>]: Check } = {
  particle: hasParticle,
  particleNot: (context, predication, wanted: string[]) => !hasParticle(context, predication, wanted),
  preposition: ({ document }, { slots }, wanted: string[]) =>
    wanted.some((name) => isFilled(slots[name]) || isPlacedInside(document, slots.object, name)),
  withoutPreposition: ({ document }, { slots }, wanted: string[]) =>
    !wanted.some((name) => isFilled(slots[name]) || isPlacedInside(document, slots.object, name)),
  object: (context, { slots }, wanted: string[]) => hasLemma(context.document, slots.object, wanted),
  objectNot: (context, { slots }, wanted: string[]) => !hasLemma(context.document, slots.object, wanted),
  subject: (context, { slots }, wanted: string[]) => hasLemma(context.document, slots.subject, wanted),
  subjectNot: (context, { slots }, wanted: string[]) => !hasLemma(context.document, slots.subject, wanted),
  intransitive: (_context, { slots }, wanted: boolean) => isFilled(slots.object) !== wanted,
  phrase: (context, { slots }, wanted: Record<string, string[]>) =>
    hasPhrase(context.document, slots, wanted),
  phraseNot: (context, { slots }, wanted: Record<string, string[]>) =>
    !hasPhrase(context.document, slots, wanted),
  complement: (context, { slots }, wanted: NonNullable<Conditions['complement']>) =>
    hasComplement(context.document, slots.complement ?? [], wanted),
  complementLemma: (context, { slots }, wanted: string[]) =>
    (slots.complement ?? []).some((token) => isOneOf(context.document, token, wanted)),
  complementNot: (context, { slots }, wanted: string[]) =>
    !(slots.complement ?? []).some((token) => isOneOf(context.document, token, wanted)),
  complementModal: (context, { slots }, wanted: string[]) =>
    (slots.complement ?? []).some((token) =>
      children(context.document, token, 'aux').some(({ lower }) => wanted.includes(lower)),
    ),
  complementSubject: (context, { slots }, wanted: string[]) =>
    (slots.complement ?? []).some((token) => isAboutOwn(context.document, token, wanted)),
  complementUnless: (context, { slots }, wanted: boolean) =>
    (slots.complement ?? []).some((token) => isUnless(context.document, token)) === wanted,
  objectKind: (context, { slots }, wanted: string[]) => hasKind(context, slots.object, wanted),
  objectNamed: ({ actors }, { slots }, wanted: string[]) =>
    actors.named(slots.object ?? []).some((id) => wanted.includes(actors.kind(id) ?? '')),
  subjectKind: (context, { slots }, wanted: string[]) =>
    hasKind(context, slots.subject, wanted) || isDoerOf(context, slots.subject ?? [], wanted),
  subjectKindNot: (context, { slots }, wanted: string[]) => !hasKind(context, slots.subject, wanted),
  phraseKind: (context, { slots }, wanted: Record<string, string[]>) => hasPhraseKind(context, slots, wanted),
  phraseKindNot: (context, { slots }, wanted: Record<string, string[]>) =>
    !hasPhraseKind(context, slots, wanted),
  objectGroup: (context, { slots }, wanted: string[]) => hasGroup(context, slots.object, wanted),
  subjectGroup: (context, { slots }, wanted: string[]) => hasGroup(context, slots.subject, wanted),
  phraseGroup: (context, { slots }, wanted: Record<string, string[]>) =>
    Object.entries(wanted).some(([name, kinds]) => hasGroup(context, slots[name], kinds)),
  beside: (context, predication, wanted: string[]) =>
    children(context.document, predication.trigger).some(
      ({ i, deprel, xpos }) => deprel === 'advcl' && xpos === 'VBG' && isOneOf(context.document, i, wanted),
    ),
  complementNegated: (context, { slots }, wanted: boolean) =>
    (slots.complement ?? []).some((token) => isNegated(context.document, token)) === wanted,
  verb: (context, predication, wanted: string[]) => hasVerb(context.document, predication, wanted),
  modifier: (context, { slots }, wanted: string[]) =>
    (slots.modifier ?? []).some((token) => isOneOf(context.document, token, wanted)),
  modifierNot: (context, { slots }, wanted: string[]) =>
    !(slots.modifier ?? []).some((token) => isOneOf(context.document, token, wanted)),
  passive: (context, { trigger }, wanted: boolean) => isPassive(context.document, trigger) === wanted,
};

/** Do all the conditions hold of a predication? */
export function holds(context: ConditionContext, predication: Predication, needs: Conditions): boolean {
  for (const { check, wanted } of inOrderOfCost(needs))
    if (!check(context, predication, wanted)) return false;
  return true;
}

/** A condition of a pattern and what is looked up for it. */
interface Condition {
  readonly check: Check;
  readonly wanted: never;
}

/** Those that ask for entities cost most. */
const isCostly = (name: string): boolean => /(?:Kind|KindNot|Named|Group)$/.test(name);

/** The conditions of a pattern, the cheap ones first, put in order once. */
const inOrderOfCost: (needs: Conditions) => readonly Condition[] = onceEach((needs) =>
  Object.entries(needs)
    .toSorted(([a], [b]) => Number(isCostly(a)) - Number(isCostly(b)))
    .map(([name, wanted]) => ({ check: checks[name as keyof Conditions], wanted: wanted as never })),
);

function hasParticle(
  { document }: ConditionContext,
  { particle, trigger }: Predication,
  wanted: readonly string[],
): boolean {
  return (
    (particle !== null && wanted.includes(particle)) ||
    isFollowedBy(document, trigger, wanted) ||
    children(document, trigger).some(
      ({ lower, deprel }) => wanted.includes(lower) && (deprel === 'advmod' || deprel === 'compound:prt'),
    )
  );
}

function hasComplement(
  document: AnnotatedDocument,
  verbs: readonly number[],
  wanted: NonNullable<Conditions['complement']>,
): boolean {
  if (wanted === 'none') return verbs.length === 0;
  if (wanted === 'any') return verbs.length > 0;
  if (wanted === 'subjunctive') return verbs.some((verb) => isSubjunctive(document, verb));
  return verbs.some((verb) => {
    const mark = child(document, verb, 'mark')?.lower;
    const infinitive = mark === 'to' || (document.tokens[verb]?.deprel === 'xcomp' && mark === undefined);
    return (wanted === 'infinitive') === infinitive && (infinitive || mark === 'that' || mark === undefined);
  });
}

/** 'that he resign', 'that he should resign', not 'that he resigned'. */
function isSubjunctive(document: AnnotatedDocument, verb: number): boolean {
  const form = document.tokens[verb]?.xpos;
  const subject = child(document, verb, 'nsubj');
  if (subject === undefined || child(document, verb, 'mark')?.lower === 'to') return false;
  if (form === 'VBP') return /^NNP?$/.test(subject.xpos ?? '');
  if (children(document, verb).some(({ lower, deprel }) => lower === 'be' && deprel === 'aux:pass'))
    return children(document, verb, 'aux').every(({ lower }) => lower === 'should' || lower === 'be');
  return form === 'VB' && children(document, verb, 'aux').every(({ lower }) => lower === 'should');
}

/**
 * 'handed over the base', 'carried off 30 children': a particle that the tree took for a preposition or for part of a number, with
 * nothing between it and its verb. 'killed over 30 children' counts them.
 */
function isFollowedBy(document: AnnotatedDocument, verb: number, particles: readonly string[]): boolean {
  const next = document.tokens[verb + 1];
  if (next === undefined || !particles.includes(next.lower)) return false;
  const governor = document.tokens[next.head];
  if (next.deprel === 'case') return governor?.head === verb;
  const counts = next.lower === 'over' && !handsOver.has(document.tokens[verb]?.lemma ?? '');
  return next.deprel === 'advmod' && governor?.upos === 'NUM' && !counts;
}

const handsOver: ReadonlySet<string> = new Set(['take', 'hand', 'turn']);

type Slot = readonly number[] | undefined;

const isFilled = (slot: Slot): boolean => slot !== undefined && slot.length > 0;

/** As `isOneOf`, but in so many words: 'student protests' are no students, whatever class a list names. */
const isListed = (document: AnnotatedDocument, token: number, wanted: readonly string[]): boolean =>
  isOneOf(document, token, wanted, asWords(wanted));

/** By lemma or by the word itself; plural-only nouns ('troops') also by their singular. */
function isOneOf(
  document: AnnotatedDocument,
  token: number,
  wanted: readonly string[],
  list: ReadonlySet<string> = asSet(wanted),
): boolean {
  const found = document.tokens[token];
  if (found === undefined) return false;
  const lemma = found.lemma.toLowerCase();
  if (list.has(lemma) || list.has(found.lower)) return true;
  return found.upos === 'NOUN' && lemma.endsWith('s') && list.has(lemma.slice(0, -1));
}

/** A word list of a pattern as a set, its classes written out. */
const asSet: (list: readonly string[]) => ReadonlySet<string> = onceEach(
  (list) => new Set(list.flatMap((word) => classOf(word) ?? [word])),
);
/** As `asSet`, without the classes. */
const asWords: (list: readonly string[]) => ReadonlySet<string> = onceEach(
  (list) => new Set(list.filter((word) => classOf(word) === undefined)),
);

const barriers = wordSet(roleVocabulary.barriers);

/** Does a filler, what it is made of ('millions of dollars') or what it is about ('aid deliveries', not 'arms embargo') have one of the lemmas? */
function hasLemma(
  document: AnnotatedDocument,
  slot: readonly number[] | undefined,
  wanted: readonly string[],
): boolean {
  return (slot ?? []).some(
    (token) =>
      isOneOf(document, token, wanted) ||
      children(document, token, 'nmod').some(
        ({ i }) => isOneOf(document, i, wanted) && prepositionOf(document, i) === 'of',
      ) ||
      (!barriers.has(document.tokens[token]?.lemma ?? '') &&
        children(document, token, 'compound').some(({ i }) => isListed(document, i, wanted))),
  );
}

function hasPhrase(
  document: AnnotatedDocument,
  slots: Predication['slots'],
  wanted: Record<string, string[]>,
): boolean {
  return Object.entries(wanted).some(
    ([name, lemmas]) =>
      hasLemma(document, slots[name], lemmas) ||
      hasLemma(document, objectsOfGerunds(document, slots[name]), lemmas) ||
      (slots.object ?? []).some((token) =>
        hasLemma(document, prepositionalSlots(document, token)[name], lemmas),
      ),
  );
}

/** 'warned of taking action', 'of escalating strikes': what a gerund in a slot is done to. */
const objectsOfGerunds = (document: AnnotatedDocument, slot: Slot): number[] =>
  (slot ?? [])
    .filter((token) => document.tokens[token]?.xpos === 'VBG')
    .flatMap((token) => children(document, token, 'obj').map(({ i }) => i));

function hasKind(
  context: ConditionContext,
  slot: readonly number[] | undefined,
  wanted: readonly string[],
): boolean {
  const { actors } = context;
  const tokens = slot ?? [];
  if (wanted.includes('place') && tokens.some((token) => actors.place(token)?.kind === 'place')) return true;
  return actors.actors(tokens).some((id) => wanted.some((kind) => actors.kind(id) === kind));
}

/** 'an ad of the campaign hitting Trump': whoever made what does it. */
const isDoerOf = (
  { actors }: ConditionContext,
  tokens: readonly number[],
  wanted: readonly string[],
): boolean => actors.doers(tokens).some((id) => wanted.some((kind) => actors.kind(id) === kind));

function hasPhraseKind(
  context: ConditionContext,
  slots: Predication['slots'],
  wanted: Record<string, string[]>,
): boolean {
  const inObject = (slots.object ?? []).map((token) => prepositionalSlots(context.document, token));
  return Object.entries(wanted).some(
    ([name, kinds]) =>
      hasKind(context, slots[name], kinds) ||
      inObject.some((inside) => hasKind(context, inside[name], kinds)),
  );
}

/** 'welcomed the premier in Tokyo' with the place hung on the premier. */
function isPlacedInside(document: AnnotatedDocument, objects: Slot, preposition: string): boolean {
  if (preposition !== 'in' && preposition !== 'at') return false;
  return (objects ?? []).some((token) => isFilled(prepositionalSlots(document, token)[preposition]));
}

function hasGroup(
  { actors }: ConditionContext,
  slot: readonly number[] | undefined,
  wanted: readonly string[],
): boolean {
  return actors.named(slot ?? []).some((id) => wanted.includes(actors.groupKind(id) ?? ''));
}

/** Is the subject of a clause one of these pronouns, or theirs? */
function isAboutOwn(document: AnnotatedDocument, verb: number, wanted: readonly string[]): boolean {
  return children(document, verb)
    .filter(({ deprel }) => deprel.startsWith('nsubj'))
    .some(
      ({ i, lower }) =>
        wanted.includes(lower) || wanted.includes(child(document, i, 'nmod:poss')?.lower ?? ''),
    );
}

/** 'unless they were paid', 'if the ship was not released', 'if no buyer was found', on the verb or its infinitive. */
function isUnless(document: AnnotatedDocument, verb: number): boolean {
  const verbs = [verb, ...children(document, verb, 'xcomp').map(({ i }) => i)];
  return verbs
    .flatMap((index) => children(document, index, 'advcl'))
    .some(({ i }) => {
      const mark = child(document, i, 'mark')?.lower;
      return mark === 'unless' || (mark === 'if' && (isNegated(document, i) || isAboutNone(document, i)));
    });
}

/** 'if no buyer was found'. */
const isAboutNone = (document: AnnotatedDocument, verb: number): boolean =>
  children(document, verb).some(({ i }) => child(document, i, 'det')?.lower === 'no');

function isNegated(document: AnnotatedDocument, token: number): boolean {
  return (
    children(document, token).some(({ lower }) => /^(?:not|n't|n’t|never)$/.test(lower)) ||
    document.tokens[token - 1]?.lower === 'not'
  );
}

/** Is the noun's verb one of these, or is the noun itself the predicate ('is a donor')? */
function hasVerb(
  document: AnnotatedDocument,
  { trigger, verb }: Predication,
  wanted: readonly string[],
): boolean {
  if (verb !== null && isOneOf(document, verb, wanted)) return true;
  if (wanted.includes('be') && child(document, trigger, 'cop') !== undefined) return true;
  const token = document.tokens[trigger];
  return token?.deprel === 'xcomp' && isOneOf(document, token.head, wanted);
}

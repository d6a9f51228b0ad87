import {
  ancestors,
  child,
  children,
  headOf,
  predicateAt,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import { isFinite, isInverted } from './clause-forms.ts';
import { isPartitive, prepositionOf } from './coordination.ts';
import type { Modality } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const words = roleVocabulary.modality;
const lists = {
  planned: wordSet(words.planned),
  possible: wordSet(words.possible),
  hypothetical: wordSet(words.hypothetical),
  required: wordSet(words.required),
  plannedVerbs: wordSet(words.plannedVerbs),
  possibleVerbs: wordSet(words.possibleVerbs),
  possibleWords: wordSet(words.possibleWords),
  plannedWords: wordSet(words.plannedWords),
  plannedNouns: wordSet(words.plannedNouns),
  possibleNouns: wordSet(words.possibleNouns),
  requiredNouns: wordSet(words.requiredNouns),
  refusalNouns: wordSet(words.refusalNouns),
  refusalVerbs: wordSet(words.refusalVerbs),
  preventionVerbs: wordSet(words.preventionVerbs),
  thoughtNouns: wordSet(words.thoughtNouns),
  guardWords: wordSet(words.guardWords),
  conditions: wordSet(words.conditions),
  denialVerbs: wordSet(words.denialVerbs),
  cancelVerbs: wordSet(words.cancelVerbs),
  missingVerbs: wordSet(words.missingVerbs),
  hearsayNouns: wordSet(words.hearsayNouns),
  agendaNouns: wordSet(words.agendaNouns),
  reportVerbs: wordSet(words.reportVerbs),
  ongoingVerbs: wordSet(words.ongoingVerbs),
  attemptVerbs: wordSet(words.attemptVerbs),
  appearanceVerbs: wordSet(words.appearanceVerbs),
  lightVerbs: wordSet(roleVocabulary.lightVerbs),
  occurrenceVerbs: wordSet(roleVocabulary.occurrenceVerbs),
  demands: wordSet(roleVocabulary.objectControl),
};

const phrases = (
  list: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(list).map(([verb, particles]) => [verb, wordSet(particles)]));
const cancelPhrases = phrases(words.cancelPhrases);
const failPhrases = phrases(words.failPhrases);

/** How real a verb or a noun is told to be, and whether it is negated. */
export interface Reality {
  readonly modality: Modality;
  readonly negated: boolean;
}

const longestClimb = 8;

/** Reads auxiliaries, governing verbs and nouns, conditions and negation from the tree above and beside a token. */
export function realityOf(document: AnnotatedDocument, index: number, depth = 0): Reality {
  const token = document.tokens[index];
  if (token === undefined || depth > longestClimb) return { modality: 'actual', negated: false };
  return isVerbal(document, token)
    ? verbReality(document, token, depth)
    : nounReality(document, token, depth);
}

function isVerbal(document: AnnotatedDocument, token: Token): boolean {
  if (token.upos === 'VERB' || token.upos === 'AUX') return true;
  return child(document, token.i, 'cop') !== undefined && child(document, token.i, 'case') === undefined;
}

function verbReality(document: AnnotatedDocument, verb: Token, depth: number): Reality {
  const negated = isNegated(document, verb);
  const auxiliary = auxiliaryModality(document, verb);
  if (hasCondition(document, verb) || isMereThought(document, verb))
    return { modality: 'conditional', negated };
  if (isDenied(document, verb)) return { modality: 'denied', negated: false };
  if (auxiliary !== undefined) return { modality: auxiliary, negated };
  const above = governedReality(document, verb, depth);
  return { modality: above.modality, negated: negated !== above.negated };
}

/** 'denied that the two would meet', 'denied reports that they had met'. */
function isDenied(document: AnnotatedDocument, verb: Token): boolean {
  if (verb.deprel === 'ccomp' && lists.denialVerbs.has(headOf(document, verb.i)?.lemma ?? '')) return true;
  const hearsay = ancestors(document, verb.i)
    .slice(0, hearsayReach)
    .find(({ upos, lemma }) => upos === 'NOUN' && lists.hearsayNouns.has(lemma));
  if (hearsay === undefined || verb.i < hearsay.i) return false;
  return hearsay.deprel === 'obj' && lists.denialVerbs.has(headOf(document, hearsay.i)?.lemma ?? '');
}

/** How far above a clause the report may stand that tells it: 'denied reports carried by media according to which …'. */
const hearsayReach = 6;

function isNegated(document: AnnotatedDocument, token: Token): boolean {
  const marks = children(document, token.i);
  const negating = marks.find(
    ({ lower, deprel }) => /^(?:not|n't|n’t|never|neither|nor)$/.test(lower) && /^(?:advmod|cc)/.test(deprel),
  );
  if (negating !== undefined) return document.tokens[negating.i + 1]?.lower !== 'only';
  if (marks.some(({ lower, deprel }) => lower === 'without' && deprel === 'mark')) return true;
  return predicateAt(document, token.i)?.negated === true && !marks.some(({ lower }) => lower === 'not');
}

/** 'no talks'; 'it was not a meeting', but not 'he was not on the call'. */
function isNegatedNoun(document: AnnotatedDocument, noun: Token): boolean {
  const marks = children(document, noun.i);
  if (marks.some(({ lower, deprel }) => lower === 'no' && deprel === 'det')) return true;
  return (
    marks.every(({ deprel }) => deprel !== 'case') &&
    marks.some(({ deprel }) => deprel === 'cop') &&
    isNegated(document, noun)
  );
}

function hasCondition(document: AnnotatedDocument, verb: Token): boolean {
  return (
    children(document, verb.i, 'mark').some(({ lower }) => lists.conditions.has(lower)) ||
    isInverted(document, verb)
  );
}

function auxiliaryModality(document: AnnotatedDocument, verb: Token): Modality | undefined {
  const auxiliaries = children(document, verb.i).filter(
    ({ deprel }) => deprel === 'aux' || deprel.startsWith('cop'),
  );
  const has = (list: ReadonlySet<string>): boolean => auxiliaries.some(({ lower }) => list.has(lower));
  if (has(lists.planned) || isToBe(document, verb)) return 'planned';
  if (has(lists.possible)) return 'possible';
  if (has(lists.required)) return 'required';
  if (has(lists.hypothetical)) return isReported(document, verb.i) ? 'planned' : 'possible';
  const progressive =
    verb.xpos === 'VBG' && auxiliaries.some(({ lower }) => /^(?:is|are|am|'re|’re|been)$/.test(lower));
  return progressive ? 'ongoing' : undefined;
}

/** 'is to be held', 'are to meet': a form of 'be' before the 'to' of a verb that hangs on no other. */
function isToBe(document: AnnotatedDocument, verb: Token): boolean {
  const mark = child(document, verb.i, 'mark');
  if (mark?.lower !== 'to' || /^(?:xcomp|advcl|acl|csubj)$/.test(verb.deprel)) return false;
  return children(document, verb.i).some(
    ({ i, deprel, lower }) =>
      i < mark.i && /^(?:aux|cop)/.test(deprel) && /^(?:is|are|was|were|am)$/.test(lower),
  );
}

/** What the verb or noun over an infinitive, a content clause or a joined verb makes of it. */
function governedReality(document: AnnotatedDocument, verb: Token, depth: number): Reality {
  const actual: Reality = { modality: 'actual', negated: false };
  const governor = headOf(document, verb.i);
  if (governor === undefined) return actual;
  const infinitive = child(document, verb.i, 'mark')?.lower === 'to';
  switch (verb.deprel.split(':')[0]) {
    case 'xcomp':
      return underVerb(document, governor, depth);
    case 'ccomp':
      return infinitive || (lists.demands.has(governor.lemma) && !isFinite(document, verb))
        ? underVerb(document, governor, depth)
        : actual;
    case 'conj':
      return child(document, verb.i, 'nsubj') === undefined
        ? joinedReality(document, verb, governor, depth)
        : actual;
    case 'acl':
      return infinitive ? underNoun(document, governor, depth) : actual;
    case 'advcl':
      if (verb.xpos === 'VBG' && isForgone(document, verb, governor))
        return { modality: 'actual', negated: true };
      return infinitive ? purpose(document, governor, depth) : actual;
    default:
      return actual;
  }
}

/** 'balked at signing', 'refrained from attacking'. */
function isForgone(document: AnnotatedDocument, gerund: Token, governor: Token): boolean {
  const mark = child(document, gerund.i, 'mark')?.lower ?? '';
  return /^(?:at|from|of)$/.test(mark) && lists.refusalVerbs.has(governor.lemma);
}

/** A joined verb is as real as the first; 'never shared a room and communicated …' negates the first alone, 'did not meet or talk' both. */
function joinedReality(document: AnnotatedDocument, verb: Token, first: Token, depth: number): Reality {
  const { modality, negated } = realityOf(document, first.i, depth + 1);
  const joiner = child(document, verb.i, 'cc')?.lower;
  return { modality, negated: negated && (verb.xpos === 'VB' || joiner === 'or' || joiner === 'nor') };
}

function underVerb(document: AnnotatedDocument, governor: Token, depth: number): Reality {
  const { lemma, lower } = governor;
  if (lists.denialVerbs.has(lemma)) return { modality: 'denied', negated: false };
  if (lists.refusalVerbs.has(lemma)) return { modality: 'actual', negated: true };
  const above = realityOf(document, governor.i, depth + 1);
  if (above.modality === 'conditional' || above.modality === 'required') return above;
  if (lists.required.has(lemma)) return { modality: 'required', negated: above.negated };
  if (lemma === 'go' && governor.xpos === 'VBG') return { modality: 'planned', negated: above.negated };
  if (lists.plannedWords.has(lower) || lists.plannedVerbs.has(lemma)) {
    return { modality: above.modality === 'denied' ? 'denied' : 'planned', negated: above.negated };
  }
  if (lists.possibleWords.has(lower) || lists.possibleVerbs.has(lemma)) {
    return { modality: 'possible', negated: above.negated };
  }
  if (lists.attemptVerbs.has(lemma)) {
    return { modality: above.modality === 'actual' ? 'attempted' : above.modality, negated: above.negated };
  }
  if (lists.ongoingVerbs.has(lemma) && above.modality === 'actual') {
    return { modality: 'ongoing', negated: above.negated };
  }
  if (lists.demands.has(lemma) && lemma !== 'help' && lemma !== 'force' && lemma !== 'cause') {
    return { modality: 'required', negated: above.negated };
  }
  return above;
}

/** 'the idea that the army is training them'. */
function isMereThought(document: AnnotatedDocument, verb: Token): boolean {
  const noun = /^(?:acl|ccomp)/.test(verb.deprel) ? headOf(document, verb.i) : undefined;
  return (
    noun !== undefined &&
    lists.thoughtNouns.has(noun.lemma) &&
    child(document, verb.i, 'mark')?.lower === 'that'
  );
}

function underNoun(document: AnnotatedDocument, governor: Token, depth: number): Reality {
  if (lists.refusalNouns.has(governor.lemma)) return { modality: 'actual', negated: true };
  if (lists.requiredNouns.has(governor.lemma)) return { modality: 'required', negated: false };
  if (lists.possibleNouns.has(governor.lemma)) return { modality: 'possible', negated: false };
  if (lists.plannedNouns.has(governor.lemma)) return { modality: 'planned', negated: false };
  if (lists.possibleWords.has(governor.lower)) return { modality: 'possible', negated: false };
  return lists.plannedWords.has(governor.lower)
    ? { modality: 'planned', negated: false }
    : realityOf(document, governor.i, depth + 1);
}

/** 'flew to Cairo to meet …' is as real as the flight. */
function purpose(document: AnnotatedDocument, governor: Token, depth: number): Reality {
  return realityOf(document, governor.i, depth + 1);
}

function nounReality(document: AnnotatedDocument, noun: Token, depth: number): Reality {
  const none = isNegatedNoun(document, noun);
  if (isCancelledBelow(document, noun)) return { modality: 'cancelled', negated: false };
  const reality = nounUnderGovernor(document, noun, depth);
  if (reality.modality === 'cancelled' || reality.modality === 'denied') return reality;
  if (liesAhead(document, noun)) return { modality: 'planned', negated: false };
  const modifiers = children(document, noun.i).filter(({ deprel }) => deprel === 'amod' || deprel === 'acl');
  if (modifiers.some(({ lower, lemma }) => lists.plannedWords.has(lower) || lemma === 'schedule')) {
    return { modality: 'planned', negated: none };
  }
  if (modifiers.some(({ lower }) => lists.possibleWords.has(lower)))
    return { modality: 'possible', negated: none };
  return { modality: reality.modality, negated: none !== reality.negated };
}

function nounUnderGovernor(document: AnnotatedDocument, noun: Token, depth: number): Reality {
  const actual: Reality = { modality: 'actual', negated: false };
  const governor = headOf(document, noun.i);
  if (governor === undefined) return actual;
  if (noun.deprel === 'conj' || isPartitive(document, noun))
    return nounUnderGovernor(document, governor, depth + 1);
  if (governor.upos === 'NOUN' && noun.deprel.startsWith('nmod') && noun.deprel !== 'nmod:poss') {
    if (lists.possibleNouns.has(governor.lemma)) return { modality: 'possible', negated: false };
    if (isGuardedAgainst(document, noun, governor)) return { modality: 'conditional', negated: false };
    return governor.lemma === 'plan' ? { modality: 'planned', negated: false } : actual;
  }
  if (!/^(?:nsubj|obj|obl|ccomp|xcomp)/.test(noun.deprel)) return actual;
  if (noun.deprel === 'obl' && /^(?:after|following)$/.test(prepositionOf(document, noun.i) ?? ''))
    return actual;
  if (isGuardedAgainst(document, noun, governor)) return { modality: 'conditional', negated: false };
  if (lists.agendaNouns.has(governor.lemma)) return { modality: 'planned', negated: false };
  if (!isVerbal(document, governor)) return actual;
  return verbOfNoun(document, noun, governor, depth);
}

/** 'protection against air strikes', 'protect them from attacks': nothing has happened. */
function isGuardedAgainst(document: AnnotatedDocument, noun: Token, governor: Token): boolean {
  if (!/^(?:against|from)$/.test(prepositionOf(document, noun.i) ?? '')) return false;
  const above = governor.deprel.startsWith('nmod') ? headOf(document, governor.i) : undefined;
  return [governor, above].some((word) => word !== undefined && lists.guardWords.has(word.lemma));
}

function verbOfNoun(document: AnnotatedDocument, noun: Token, verb: Token, depth: number): Reality {
  const affected = noun.deprel === 'obj' || noun.deprel === 'nsubj:pass';
  if (noun.deprel === 'obl' && lists.plannedWords.has(verb.lower) && verb.upos === 'ADJ') {
    return { modality: 'planned', negated: false };
  }
  if (noun.deprel.startsWith('nsubj') && /^(?:supposed|due|scheduled|expected|slated)$/.test(verb.lower)) {
    return { modality: 'planned', negated: false };
  }
  const above = realityOf(document, verb.i, depth + 1);
  const { modality } = above;
  if ((affected && isCancelling(document, verb)) || (noun.deprel === 'nsubj' && isFailing(document, verb))) {
    return { modality: modality === 'actual' ? 'cancelled' : modality, negated: above.negated };
  }
  if (isMissed(document, noun, verb)) return { modality: 'cancelled', negated: false };
  const joined = children(document, verb.i, 'conj').filter(
    (next) => child(document, next.i, 'nsubj') === undefined,
  );
  if (noun.deprel === 'nsubj:pass' && joined.some((next) => isCancelling(document, next))) {
    return { modality: 'cancelled', negated: false };
  }
  if (
    noun.deprel === 'obl' &&
    lists.plannedVerbs.has(verb.lemma) &&
    prepositionOf(document, noun.i) === 'to'
  ) {
    return { modality: 'planned', negated: above.negated };
  }
  if (affected && lists.denialVerbs.has(verb.lemma)) return { modality: 'denied', negated: false };
  if (affected && lists.preventionVerbs.has(verb.lemma)) return { modality: 'conditional', negated: false };
  if (affected && lists.refusalVerbs.has(verb.lemma)) return { modality: 'actual', negated: true };
  if (affected && /^(?:plan|schedule|expect|arrange|propose|set|slate)$/.test(verb.lemma)) {
    if (modality === 'denied') return above;
    return { modality: verb.lemma === 'propose' ? 'possible' : 'planned', negated: above.negated };
  }
  if (affected && lists.possibleVerbs.has(verb.lemma))
    return { modality: 'possible', negated: above.negated };
  if (lists.appearanceVerbs.has(verb.lemma) && above.negated)
    return { modality: 'cancelled', negated: false };
  const bearing = affected
    ? lists.lightVerbs.has(verb.lemma)
    : noun.deprel === 'nsubj' && lists.occurrenceVerbs.has(verb.lemma);
  return { modality, negated: above.negated && bearing };
}

/** 'pulled out of a meeting', 'skipped the hearing': the one who was to come did not. */
function isMissed(document: AnnotatedDocument, noun: Token, verb: Token): boolean {
  if (noun.deprel === 'obj') return lists.missingVerbs.has(verb.lemma);
  return (
    /^(?:obl|nmod|obj)/.test(noun.deprel) &&
    /^(?:of|from|out-of|out|away)$/.test(prepositionOf(document, noun.i) ?? '') &&
    ((verb.lemma === 'pull' && isFollowedBy(document, verb, outwards)) ||
      (verb.lemma === 'back' && isFollowedBy(document, verb, outwards)) ||
      (verb.lemma === 'stay' && document.tokens[verb.i + 1]?.lower === 'away'))
  );
}

const outwards = wordSet(['out']);

/** 'a meeting that was cancelled'. */
function isCancelledBelow(document: AnnotatedDocument, noun: Token): boolean {
  return children(document, noun.i, 'acl').some(
    (clause) => isCancelling(document, clause) && clause.xpos === 'VBN',
  );
}

/** 'days before the debate', told in the present. */
function liesAhead(document: AnnotatedDocument, noun: Token): boolean {
  const before = children(document, noun.i, 'case').some(
    ({ lower }) => lower === 'before' || lower === 'ahead',
  );
  const verb = before ? ancestors(document, noun.i).find(({ upos }) => upos === 'VERB') : undefined;
  return verb?.xpos === 'VBZ' || verb?.xpos === 'VBP';
}

function isCancelling(document: AnnotatedDocument, verb: Token): boolean {
  const particles = cancelPhrases.get(verb.lemma);
  if (particles === undefined) return lists.cancelVerbs.has(verb.lemma);
  return isFollowedBy(document, verb, particles);
}

/** 'fell through', 'never materialised': what was to be did not come about. */
function isFailing(document: AnnotatedDocument, verb: Token): boolean {
  const particles = failPhrases.get(verb.lemma);
  return particles !== undefined && isFollowedBy(document, verb, particles);
}

/** Does a particle stand beside a verb, however the tree hangs it? */
function isFollowedBy(document: AnnotatedDocument, verb: Token, particles: ReadonlySet<string>): boolean {
  return (
    particles.has(document.tokens[verb.i + 1]?.lower ?? '') ||
    children(document, verb.i, 'compound:prt').some(({ lower }) => particles.has(lower))
  );
}

/** Is the token inside what somebody is told to have said, or marked as hearsay? */
export function isReported(document: AnnotatedDocument, index: number): boolean {
  for (let at = document.tokens[index]; at !== undefined; at = document.tokens[at.head]) {
    if (children(document, at.i, 'advmod').some(({ lower }) => /^(?:reportedly|allegedly)$/.test(lower)))
      return true;
    const governor = document.tokens[at.head];
    if (governor === undefined) return false;
    if (/^(?:ccomp|parataxis)/.test(at.deprel) && lists.reportVerbs.has(governor.lemma)) return true;
  }
  return false;
}

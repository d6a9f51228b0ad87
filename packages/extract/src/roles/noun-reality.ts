import { ancestors, child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isPartitive, prepositionOf } from './coordination.ts';
import {
  cancelPhrases,
  failPhrases,
  isDeniedHearsay,
  isNegated,
  isVerbal,
  lists,
  type Reality,
} from './reality-words.ts';
import { wordSet } from './vocabulary.ts';

/** The reality of the token above, at one step deeper in the climb. */
type Above = (index: number, depth: number) => Reality;

/**
 * Reads how real a noun is from what stands beside it and from the verb or noun above, whose reality `above` tells.
 */
export function nounReality(document: AnnotatedDocument, noun: Token, depth: number, above: Above): Reality {
  const none = isNegatedNoun(document, noun);
  if (isCancelledBelow(document, noun)) return { modality: 'cancelled', negated: false };
  const reality = nounUnderGovernor(document, noun, depth, above);
  if (reality.modality === 'cancelled' || reality.modality === 'denied') return reality;
  if (liesAhead(document, noun)) return { modality: 'planned', negated: false };
  const modifiers = children(document, noun.i).filter(({ deprel }) => deprel === 'amod' || deprel === 'acl');
  if (modifiers.some(({ lower, lemma }) => lists.plannedWords.has(lower) || lemma === 'schedule')) {
    return { modality: 'planned', negated: none };
  }
  if (modifiers.some(({ lower }) => lists.possibleWords.has(lower)))
    return { modality: 'possible', negated: none };
  // 'no agreement was reached': the noun and its verb are negated by one word.
  return { modality: reality.modality, negated: none || reality.negated };
}

function nounUnderGovernor(document: AnnotatedDocument, noun: Token, depth: number, above: Above): Reality {
  const actual: Reality = { modality: 'actual', negated: false };
  const governor = headOf(document, noun.i);
  if (governor === undefined) return actual;
  if (noun.deprel === 'conj' || isPartitive(document, noun))
    return nounUnderGovernor(document, governor, depth + 1, above);
  if (children(document, governor.i, 'case').some(({ lower }) => lower === 'due'))
    return { modality: 'planned', negated: false };
  if (governor.upos === 'NOUN' && noun.deprel.startsWith('nmod') && noun.deprel !== 'nmod:poss') {
    if (isDeniedHearsay(document, governor)) return { modality: 'denied', negated: false };
    if (isSceneOf(document, noun, governor)) return actual;
    if (lists.possibleNouns.has(governor.lemma)) return { modality: 'possible', negated: false };
    if (isGuardedAgainst(document, noun, governor)) return { modality: 'conditional', negated: false };
    return governor.lemma === 'plan' ? { modality: 'planned', negated: false } : actual;
  }
  if (!/^(?:nsubj|obj|obl|ccomp|xcomp)/.test(noun.deprel)) return actual;
  if (
    noun.deprel === 'obl' &&
    /^(?:after|following|despite|amid|since)$/.test(prepositionOf(document, noun.i) ?? '')
  )
    return actual;
  if (isGuardedAgainst(document, noun, governor)) return { modality: 'conditional', negated: false };
  if (lists.agendaNouns.has(governor.lemma))
    return { modality: 'planned', negated: isNegated(document, governor) };
  if (noun.deprel === 'obl' && governor.lower === 'due' && governor.upos === 'ADJ')
    return { modality: 'planned', negated: false };
  if (!isVerbal(document, governor)) return actual;
  return verbOfNoun(document, noun, governor, above(governor.i, depth + 1));
}

/** 'an offer in talks on Monday', 'her plan at the summit', not 'hopes of talks', 'an attempt at talks': where it was made, not what it is for. */
function isSceneOf(document: AnnotatedDocument, noun: Token, governor: Token): boolean {
  const preposition = prepositionOf(document, noun.i) ?? '';
  if (preposition === 'at') return !/^(?:attempt|chance|effort)$/.test(governor.lemma);
  return /^(?:in|during|after|following|since|before)$/.test(preposition);
}

/** 'protection against air strikes', 'protect them from attacks': nothing has happened. */
function isGuardedAgainst(document: AnnotatedDocument, noun: Token, governor: Token): boolean {
  if (!/^(?:against|from)$/.test(prepositionOf(document, noun.i) ?? '')) return false;
  const above = governor.deprel.startsWith('nmod') ? headOf(document, governor.i) : undefined;
  return [governor, above].some((word) => word !== undefined && lists.guardWords.has(word.lemma));
}

function verbOfNoun(document: AnnotatedDocument, noun: Token, verb: Token, above: Reality): Reality {
  const affected = noun.deprel === 'obj' || noun.deprel === 'nsubj:pass';
  if (noun.deprel === 'obl' && lists.plannedWords.has(verb.lower) && verb.upos === 'ADJ') {
    return { modality: 'planned', negated: false };
  }
  const { modality } = above;
  const isDue =
    noun.deprel.startsWith('nsubj') && /^(?:supposed|due|scheduled|expected|slated)$/.test(verb.lower);
  if (isDue && modality !== 'denied') return { modality: 'planned', negated: above.negated };
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

import { ancestors, child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isFinite, isInverted, isOutgrown } from './clause-forms.ts';
import { mindOver } from './minds.ts';
import { nounReality } from './noun-reality.ts';
import type { Modality } from './predication.ts';
import { isDeniedHearsay, isNegated, isVerbal, lists, type Reality } from './reality-words.ts';

const longestClimb = 8;

/** Reads auxiliaries, governing verbs and nouns, conditions and negation from the tree above and beside a token. */
export function realityOf(document: AnnotatedDocument, index: number, depth = 0): Reality {
  const token = document.tokens[index];
  if (token === undefined || depth > longestClimb) return { modality: 'actual', negated: false };
  return isVerbal(document, token)
    ? verbReality(document, token, depth)
    : nounReality(document, token, depth, (above, deeper) => realityOf(document, above, deeper));
}

function verbReality(document: AnnotatedDocument, verb: Token, depth: number): Reality {
  const negated = isNegated(document, verb);
  const auxiliary = auxiliaryModality(document, verb);
  if (hasCondition(document, verb) || isMereThought(document, verb) || isUnfounded(document, verb))
    return { modality: 'conditional', negated };
  if (isDenied(document, verb)) return { modality: 'denied', negated: false };
  if (auxiliary !== undefined) return { modality: auxiliary, negated };
  const above = governedReality(document, verb, depth);
  return { modality: above.modality, negated: negated !== above.negated };
}

/** 'denied that the two would meet', 'denied reports that they had met'. */
function isDenied(document: AnnotatedDocument, verb: Token): boolean {
  const above = headOf(document, verb.i);
  if (verb.deprel === 'ccomp' && above !== undefined && lists.denialVerbs.has(above.lemma))
    return !isNegated(document, above);
  if (isInRelative(document, verb)) return true;
  if (
    verb.deprel === 'ccomp' &&
    children(document, verb.head, 'obj').some((noun) => isDeniedHearsay(document, noun))
  )
    return true;
  const hearsay = ancestors(document, verb.i)
    .slice(0, hearsayReach)
    .find(({ upos, lemma }) => upos === 'NOUN' && lists.hearsayNouns.has(lemma));
  if (hearsay === undefined || verb.i < hearsay.i) return false;
  return isDeniedHearsay(document, hearsay);
}

/** 'denied reports according to which the two had met', where the tree joins the clause to the denial. */
function isInRelative(document: AnnotatedDocument, verb: Token): boolean {
  const denial = headOf(document, verb.i);
  if (denial === undefined || denial.i > verb.i || !lists.denialVerbs.has(denial.lemma)) return false;
  const isRelative = children(document, verb.i).some(({ lower, i }) => lower === 'which' && i < verb.i);
  return isRelative && children(document, denial.i, 'obj').some(({ lemma }) => lists.hearsayNouns.has(lemma));
}

/** How far above a clause the report may stand that tells it: 'denied reports carried by media according to which …'. */
const hearsayReach = 6;

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
      return child(document, verb.i, 'nsubj') === undefined && !isOutgrown(document, verb)
        ? joinedReality(document, verb, governor, depth)
        : actual;
    case 'acl':
      return infinitive || isContentOf(document, verb, governor)
        ? underNoun(document, governor, depth)
        : actual;
    case 'advcl':
      if (verb.xpos === 'VBG' && isForgone(document, verb, governor))
        return { modality: 'actual', negated: true };
      // 'is due to meet': the tree takes the infinitive of an adjective for a purpose.
      if (infinitive && governor.upos === 'ADJ') return underVerb(document, governor, depth);
      return infinitive ? purpose(document, verb, governor, depth) : actual;
    default:
      return actual;
  }
}

/** 'his offer of holding talks', 'the possibility of meeting her': what the noun before a gerund is only about. */
function isContentOf(document: AnnotatedDocument, gerund: Token, noun: Token): boolean {
  if (gerund.xpos !== 'VBG' || child(document, gerund.i, 'mark')?.lower !== 'of') return false;
  return (
    lists.possibleNouns.has(noun.lemma) ||
    lists.requiredNouns.has(noun.lemma) ||
    lists.plannedNouns.has(noun.lemma)
  );
}

/** 'there is no sign that they left', 'no evidence of it': what is told has nothing for it. */
function isUnfounded(document: AnnotatedDocument, verb: Token): boolean {
  const noun = /^(?:acl|ccomp)/.test(verb.deprel) ? headOf(document, verb.i) : undefined;
  return (
    noun !== undefined &&
    /^(?:sign|evidence|indication|proof|hint|suggestion|confirmation|trace)$/.test(noun.lemma) &&
    children(document, noun.i, 'det').some(({ lower }) => lower === 'no')
  );
}

/** 'balked at signing', 'refrained from attacking'. */
function isForgone(document: AnnotatedDocument, gerund: Token, governor: Token): boolean {
  const mark = child(document, gerund.i, 'mark')?.lower ?? '';
  return /^(?:at|from|of)$/.test(mark) && lists.refusalVerbs.has(governor.lemma);
}

/** A joined verb is as real as the first; 'never shared a room and communicated …' negates the first alone, 'did not meet or talk' both. */
function joinedReality(document: AnnotatedDocument, verb: Token, first: Token, depth: number): Reality {
  // 'vowing to fight on and slamming the offer': a participle is joined to the one over the infinitive.
  if (verb.xpos === 'VBG' && first.xpos === 'VB') return { modality: 'actual', negated: false };
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
  if (lists.plannedNouns.has(governor.lemma)) {
    const isNone = children(document, governor.i, 'det').some(({ lower }) => lower === 'no');
    return { modality: 'planned', negated: isNone };
  }
  if (lists.possibleWords.has(governor.lower)) return { modality: 'possible', negated: false };
  return lists.plannedWords.has(governor.lower)
    ? { modality: 'planned', negated: false }
    : realityOf(document, governor.i, depth + 1);
}

/** 'flew to Cairo to meet …' is as real as the flight, 'reacted to the promise to meet …' as the promise. */
function purpose(document: AnnotatedDocument, verb: Token, governor: Token, depth: number): Reality {
  const mind = mindOver(document, verb);
  return mind === undefined
    ? realityOf(document, governor.i, depth + 1)
    : underNoun(document, mind.noun, depth);
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

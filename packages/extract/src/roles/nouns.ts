import {
  child,
  children,
  hasRelation,
  headOf,
  subtreeSpan,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import { argumentsOf, doerOfAttribute, isPassive, prepositionalSlots } from './arguments.ts';
import { antecedentOf, coordinated, headingOf, prepositionOf } from './coordination.ts';
import { isReported, realityOf } from './modality.ts';
import { isTime } from './phrases.ts';
import type { Predication, Slots } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const lightVerbs = wordSet(roleVocabulary.lightVerbs);
const sufferingVerbs = wordSet(roleVocabulary.sufferingVerbs);
const occurrenceVerbs = wordSet(roleVocabulary.occurrenceVerbs);
const chargingVerbs = wordSet(roleVocabulary.chargingVerbs);
const outbreakVerbs = wordSet(roleVocabulary.outbreakVerbs);
const attendanceVerbs = wordSet(roleVocabulary.attendance.verbs);
const attendancePrepositions = wordSet(roleVocabulary.attendance.prepositions);
const addressingVerbs = wordSet(roleVocabulary.attendance.addressing);
const reporting = wordSet(roleVocabulary.modality.reportVerbs);
const biddingVerbs = wordSet(roleVocabulary.attendance.bidding);
/** Prepositions of what speaker and hearer share: 'told her in a call', not 'told reporters at the summit'. */
const sharedBy = /^(?:in|during|over|by)$/;
const attendedByAny = wordSet(roleVocabulary.attendance.anyVerb);

/** Verbs whose object is there too, wherever 'there' is: 'joined her at the talks', 'accompanied him on a visit'. */
const goingAlong = /^(?:join|accompany)$/;

/** What a noun tells: its own phrases, and what the verb of its clause adds to them. */
export function predicationOfNoun(document: AnnotatedDocument, noun: Token): Predication {
  const heading = headingOf(document, noun);
  const verb = verbOf(document, noun, heading);
  const own = nominalSlots(document, noun.i);
  const ofHeading = heading === noun ? {} : without(nominalSlots(document, heading.i), noun.i);
  const ofClause = verb === undefined ? ownerAbove(document, heading) : clauseSlots(document, heading, verb);
  const light = verb !== undefined && isObjectOf(document, heading, verb);
  return {
    trigger: noun.i,
    lemma: noun.lemma,
    particle: null,
    kind: light ? 'light' : 'noun',
    verb: verb?.i ?? null,
    slots: joined(joined(joined(own, ofHeading), ofClause), attendedSlots(document, heading, verb)),
    ...realityOf(document, noun.i),
    reported: isReported(document, noun.i),
    source: 'tree',
  };
}

/** 'spent two days in talks led by an envoy': beside the participle's, the slots of the verb that tells who was there. */
function attendedSlots(document: AnnotatedDocument, heading: Token, verb: Token | undefined): Slots {
  const governor = headOf(document, heading.i);
  // A verb of saying above the noun's own governor has the noun in its clause.
  if (verb === undefined || governor?.upos !== 'VERB' || verb.i <= governor.i) return {};
  return prepositionOf(document, heading.i) === undefined ? {} : clauseSlots(document, heading, governor);
}

function nominalSlots(document: AnnotatedDocument, noun: number): Slots {
  const below = children(document, noun);
  const modifiers = below.filter(({ deprel }) => deprel === 'amod' || deprel === 'compound');
  const infinitives = below.filter(
    ({ i, deprel }) => /^(?:acl|xcomp)$/.test(deprel) && child(document, i, 'mark') !== undefined,
  );
  const subject = copularSubject(document, noun);
  const undergoer = undergoerOf(document, noun, subject);
  // 'talks of two days in Oslo', 'a meeting last May in Oslo', 'talks on Monday between …': the tree may hang the rest on the time.
  const measure = children(document, noun, 'nmod').find(
    (time) =>
      time.deprel === 'nmod:unmarked' || child(document, time.i, 'nummod') !== undefined || isTime(time),
  );
  // 'ministers meeting in Oslo agreed …', the participle read as a noun.
  const doer = child(document, noun, 'cop') === undefined ? child(document, noun, 'nsubj') : undefined;
  return {
    ...strayedPhrases(document, noun),
    ...doerBehindName(document, noun),
    ...(measure === undefined ? {} : prepositionalSlots(document, measure.i)),
    ...prepositionalSlots(document, noun),
    possessive: children(document, noun, 'nmod:poss').flatMap(({ i }) => coordinated(document, i)),
    modifier: modifiers.flatMap(({ i }) => coordinated(document, i)),
    complement: infinitives.map(({ i }) => i),
    apposed: apposedTo(document, noun),
    ...(doer === undefined ? {} : { subject: coordinated(document, doer.i) }),
    ...(subject === undefined ? {} : { subject: coordinated(document, subject) }),
    ...(undergoer === undefined ? {} : { subject: [], object: coordinated(document, undergoer) }),
  };
}

/** 'the arrest of Brancu by Chad', 'an attack on Ovando by rebels': the tree hangs the doer on the name before it. */
function doerBehindName(document: AnnotatedDocument, noun: number): Slots {
  const doers = children(document, noun, 'nmod')
    .filter(({ upos }) => upos === 'PROPN' || upos === 'PRON')
    .flatMap(({ i }) => prepositionalSlots(document, i).by ?? []);
  return doers.length > 0 ? { by: doers } : {};
}

/** Prepositions of phrases that go with the noun they follow. */
const ofNounBefore = /^(?:with|between|in|at)$/;

/**
 * 'known for his departure from a meeting last February in Hanoi with Kim': phrases right behind a noun that is itself inside a phrase,
 * which the tree hangs on the verb of the clause.
 */
function strayedPhrases(document: AnnotatedDocument, noun: number): Slots {
  const above = headOf(document, noun);
  const isInside = document.tokens[noun]?.deprel.startsWith('nmod') === true && above?.upos === 'NOUN';
  const verb = isInside ? headOf(document, above.i) : undefined;
  if (verb?.upos !== 'VERB' || verb.i > noun) return {};
  const slots: Record<string, readonly number[]> = {};
  let end = subtreeSpan(document, noun).end;
  for (const phrase of children(document, verb.i, 'obl')) {
    const { start, end: last } = subtreeSpan(document, phrase.i);
    const preposition = prepositionOf(document, phrase.i) ?? '';
    if (start !== end || !ofNounBefore.test(preposition)) continue;
    slots[preposition] = coordinated(document, phrase.i);
    end = last;
  }
  return slots;
}

/** For 'a critic of the deal' in 'Ron Wyden, a critic of the deal' the one it explains. */
function apposedTo(document: AnnotatedDocument, noun: number): number[] {
  const token = document.tokens[noun];
  return token?.deprel === 'appos' ? [token.head] : [];
}

/** 'is under investigation', 'is the target of an inquiry': the subject undergoes the noun. */
function undergoerOf(
  document: AnnotatedDocument,
  noun: number,
  subject: number | undefined,
): number | undefined {
  const preposition = prepositionOf(document, noun);
  if (preposition === 'under') return subject;
  const governor = preposition === 'of' ? headOf(document, noun) : undefined;
  return /^(?:subject|target|focus|object|victim)$/.test(governor?.lemma ?? '')
    ? copularSubject(document, governor?.i ?? noun)
    : undefined;
}

/** Is a noun or an adjective said of its subject with 'be', however the tree labels that ('is opposed to')? */
export function isPredicate(document: AnnotatedDocument, index: number): boolean {
  return child(document, index, 'cop') !== undefined || child(document, index, 'aux:pass') !== undefined;
}

/** Who is said to be the noun: 'Norway is a donor', 'Norway remains a donor'. */
function copularSubject(document: AnnotatedDocument, noun: number): number | undefined {
  const token = document.tokens[noun];
  const governor = headOf(document, noun);
  if (/^(?:against|for|about|behind)$/.test(child(document, noun, 'case')?.lower ?? '')) return undefined;
  const holder = isPredicate(document, noun) ? token : governor;
  if (holder === undefined || (holder === governor && token?.deprel !== 'xcomp')) return undefined;
  const subject = child(document, holder.i, 'nsubj') ?? child(document, holder.i, 'nsubj:pass');
  if (subject === undefined) return undefined;
  const named = antecedentOf(document, subject.i);
  return named !== subject.i && isPredicate(document, named) ? copularSubject(document, named) : named;
}

/** The verb whose clause a noun stands in, or the participle or relative clause behind it ('talks held in Oman'). */
function verbOf(document: AnnotatedDocument, noun: Token, heading: Token): Token | undefined {
  const clause = children(document, noun.i, 'acl').find(
    ({ i, xpos, deprel, lemma }) =>
      (lightVerbs.has(lemma) || outbreakVerbs.has(lemma)) &&
      (deprel === 'acl:relcl' ? !opensWithPlace(document, i) : xpos === 'VBN') &&
      !(occurrenceVerbs.has(lemma) && hasOwnSubject(document, i)),
  );
  const attribute = children(document, noun.i, 'amod').find(
    ({ i, lemma }) => lightVerbs.has(lemma) && doerOfAttribute(document, i) !== undefined,
  );
  if (attribute !== undefined) return attribute;
  const governor = headOf(document, heading.i);
  if (governor?.upos === 'ADJ' && heading.deprel === 'nsubj') return clause ?? governor;
  if (governor !== undefined && isStay(document, heading, governor)) return clause ?? governor;
  if (governor?.upos !== 'VERB' || !/^(?:obj|nsubj|obl|conj)/.test(heading.deprel)) return clause;
  if (clause !== undefined && !lightVerbs.has(governor.lemma)) return clause;
  return sayingAbove(document, heading, governor) ?? governor;
}

/** 'said that the talks would go on, in a call with her': the verb of saying that a phrase behind a comma belongs to. */
function sayingAbove(document: AnnotatedDocument, heading: Token, verb: Token): Token | undefined {
  const saying = verb.deprel === 'ccomp' ? headOf(document, verb.i) : undefined;
  if (saying === undefined || saying.i > verb.i || !reporting.has(saying.lemma)) return undefined;
  const preposition = child(document, heading.i, 'case');
  if (heading.deprel !== 'obl' || heading.i < verb.i || !/^(?:in|during|at)$/.test(preposition?.lower ?? ''))
    return undefined;
  return isBehindComma(document, heading) ? saying : undefined;
}

/** ', in a call with her': does a comma stand before the phrase? */
function isBehindComma(document: AnnotatedDocument, heading: Token): boolean {
  const preposition = child(document, heading.i, 'case');
  return preposition !== undefined && document.tokens[preposition.i - 1]?.text === ',';
}

/** 'is in Ankara for talks', 'is due in Tbilisi for talks': somebody's being at a place is what the noun is tied to. */
function isStay(document: AnnotatedDocument, heading: Token, predicate: Token): boolean {
  if (predicate.upos === 'VERB' || !/^(?:obl|nmod)/.test(heading.deprel)) return false;
  if (!attendancePrepositions.has(prepositionOf(document, heading.i) ?? '')) return false;
  return child(document, predicate.i, 'cop') !== undefined || isDue(predicate);
}

/** 'is due in Tbilisi': the tree often takes the place for the predicate. */
const isDue = ({ lower, upos }: Token): boolean => lower === 'due' && upos === 'ADJ';

/** 'a round at which the text would be initialled': the clause tells what happens there, not the round. */
function opensWithPlace(document: AnnotatedDocument, verb: number): boolean {
  return children(document, verb).some(
    ({ deprel, lower }) =>
      (deprel === 'obl' && lower === 'which') || (deprel === 'advmod' && /^(?:where|when)$/.test(lower)),
  );
}

/** 'a call on Thursday that aid would continue': what continues is not the call. */
function hasOwnSubject(document: AnnotatedDocument, verb: number): boolean {
  const subject = child(document, verb, 'nsubj');
  return subject !== undefined && antecedentOf(document, subject.i) === subject.i;
}

/**
 * 'his departure from a meeting', 'her remarks at the summit', 'made an offer in talks with …', 'Fiji, in a meeting chaired by …, decided':
 * whoever owns the noun above or does it was there.
 */
function ownerAbove(document: AnnotatedDocument, heading: Token): Slots {
  const governor = headOf(document, heading.i);
  if (governor === undefined || !heading.deprel.startsWith('nmod')) return {};
  if (governor.upos === 'PROPN' && hasRelation(governor, 'nsubj'))
    return /^(?:in|at|during)$/.test(prepositionOf(document, heading.i) ?? '')
      ? { attendant: [governor.i] }
      : {};
  if (governor.upos !== 'NOUN') return {};
  const preposition = prepositionOf(document, heading.i) ?? '';
  if (!/^(?:from|at|during|in|for)$/.test(preposition)) return {};
  const owners = children(document, governor.i, 'nmod:poss').map(({ i }) => i);
  const verb =
    governor.deprel === 'obj' && !isBehindComma(document, heading) ? headOf(document, governor.i) : undefined;
  if (owners.length > 0 || verb?.upos !== 'VERB' || !attendedByAny.has(preposition))
    return { attendant: owners };
  return { attendant: argumentsOf(document, verb.i).slots.subject ?? [] };
}

/** Is the noun what the verb is done to: its object, its passive subject, or the noun before the participle? */
function isObjectOf(document: AnnotatedDocument, heading: Token, verb: Token): boolean {
  if (!lightVerbs.has(verb.lemma) || sufferingVerbs.has(verb.lemma)) return false;
  if (/^(?:acl|amod)/.test(verb.deprel)) return true;
  if (heading.deprel === 'obj' || heading.deprel === 'nsubj:pass') return true;
  return heading.deprel === 'nsubj' && isPassive(document, verb.i);
}

/** What the clause adds to a noun: the verb's subject as doer, undergoer or one who attends ('on the last day of hearings, the firm asked …'), and its phrases. */
function clauseSlots(document: AnnotatedDocument, heading: Token, verb: Token): Slots {
  const { slots } = argumentsOf(document, verb.i);
  const {
    subject = [],
    object = [],
    indirect = [],
    complement: _complement,
    ...phrases
  } = without(slots, heading.i);
  if (isObjectOf(document, heading, verb)) return { ...phrases, subject, indirect };
  const preposition = prepositionOf(document, heading.i) ?? '';
  if (heading.deprel === 'obj' && preposition === '') {
    return sufferingVerbs.has(verb.lemma) ? { ...phrases, object: subject } : { ...phrases, causer: subject };
  }
  if (hasRelation(heading, 'nsubj') || outbreakVerbs.has(verb.lemma)) {
    const { by: _doer, ...others } = phrases;
    return behind(others, heading.i);
  }
  const isAt = isStay(document, heading, verb);
  if (!hasRelation(heading, 'obl') && heading.deprel !== 'obj' && !isAt) return {};
  if (preposition === 'under') return { object: subject };
  if (chargingVerbs.has(verb.lemma) && /^(?:of|with)$/.test(preposition)) return { subject: object };
  const listed = isAt || (attendanceVerbs.has(verb.lemma) && attendancePrepositions.has(preposition));
  const isOneDay = preposition === 'on' && heading.lemma === 'day';
  if (!listed && !attendedByAny.has(preposition) && !isOneDay) return {};
  const { with: company = [], in: inside = [], at = [] } = behind(phrases, Math.min(heading.i, verb.i));
  const isShared = addressingVerbs.has(verb.lemma) && sharedBy.test(preposition);
  const isBidden =
    biddingVerbs.has(verb.lemma) &&
    (/^(?:to|for)$/.test(preposition) ||
      (goingAlong.test(verb.lemma) && /^(?:in|at|on|during)$/.test(preposition)));
  const spokenTo = isShared || isBidden ? [...indirect, ...object] : [];
  const present = isPassive(document, verb.i) ? [...subject, ...object] : [...subject, ...spokenTo];
  const seat = isAt && /^(?:in|at|due)$/.test(prepositionOf(document, verb.i) ?? '') ? [verb.i] : [];
  const awaited = isDue(verb) && present.length === 0 ? subjectOfPlace(document, phrases.in ?? []) : [];
  return {
    attendant: [...present, ...awaited],
    with: company,
    in: [...inside, ...(isAt ? (phrases.in ?? []) : []), ...seat],
    at,
  };
}

/** The subject of a place that the tree takes for the predicate. */
function subjectOfPlace(document: AnnotatedDocument, places: readonly number[]): number[] {
  return places.flatMap((place) => {
    const subject = child(document, place, 'nsubj');
    return subject === undefined ? [] : coordinated(document, antecedentOf(document, subject.i));
  });
}

/** What stands before the noun opens the sentence and is not about it: 'In an interview with CBS the shooting was …'. */
function behind(slots: Slots, token: number): Record<string, readonly number[]> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, fillers]) => [name, fillers.filter((filler) => filler > token)]),
  );
}

function without(slots: Slots, token: number): Record<string, readonly number[]> {
  return Object.fromEntries(
    Object.entries(slots).map(([name, fillers]) => [name, fillers.filter((filler) => filler !== token)]),
  );
}

/** The slots of the first come first; what the second has under the same name is added. */
function joined(first: Slots, second: Slots): Slots {
  const all: Record<string, readonly number[]> = { ...first };
  for (const [name, fillers] of Object.entries(second)) {
    all[name] = [...new Set([...(all[name] ?? []), ...fillers])];
  }
  return all;
}

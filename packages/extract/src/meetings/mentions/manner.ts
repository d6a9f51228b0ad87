import { child, children, headOf, rootOf, type AnnotatedDocument } from '@dragoman/nlp';
import { prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { statusOf, type Status } from '../../roles/status.ts';
import { directnessOf } from './directness.ts';
import type { MeetingLexicon, MeetingPattern, MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from './mention.ts';
import { isAheadOfIt, isBackOn, isDropped, isUnderWay, isWished, isYetToBe } from './outlook.ts';
import { isTime } from '../parties/widen.ts';

/** The status by the words around, else what the pattern says of the present or of any tense. */
export function statusIn(
  document: AnnotatedDocument,
  { form, status, present, asserted, ahead }: MeetingPattern,
  predication: Predication,
): Status | undefined {
  const read = isAskedAndDenied(document, predication) ? 'denied' : statusOf(predication);
  const isOver = read === 'ongoing' && document.tokens[predication.trigger]?.xpos === 'VBD';
  const told = isOver ? 'held' : read;
  if (told === 'denied' && (asserted === true || isOnlySince(document, predication))) return undefined;
  if (ahead === true && told !== 'planned' && told !== 'possible' && told !== 'cancelled') return undefined;
  if (told === undefined && form === 'hearing' && predication.modality === 'required' && !predication.negated)
    return 'possible';
  if (told === 'held' && (isYetToBe(document, predication) || isAny(document, predication))) return undefined;
  if ((told === 'held' || told === 'planned') && isDropped(document, predication)) return 'cancelled';
  if (told === 'planned' && isUnderWay(document, predication)) return 'ongoing';
  if (told === 'held' && isAheadOfIt(document, predication)) return 'planned';
  if (told !== 'held') return told;
  if (isWished(document, predication)) return 'possible';
  if (form === 'talks' && isBackOn(document, predication)) return 'ongoing';
  if (isMooted(document, predication)) return 'possible';
  if (isFixed(document, predication)) return 'planned';
  const isPresent = /^VB[PZ]$/.test(document.tokens[predication.trigger]?.xpos ?? '');
  if (form === 'talks' && isBackdrop(document, predication)) return 'ongoing';
  return (isPresent ? present : undefined) ?? status ?? told;
}

/** 'evidence in any trial', 'at each meeting': no one of them is told. */
const isAny = (document: AnnotatedDocument, { kind, trigger }: Predication): boolean =>
  kind !== 'verb' && /^(?:any|every|each)$/.test(child(document, trigger, 'det')?.lower ?? '');

/** 'The hearing is on Monday'. */
function isFixed(document: AnnotatedDocument, { trigger, kind }: Predication): boolean {
  const predicate = kind === 'verb' ? undefined : headOf(document, trigger);
  if (predicate === undefined || document.tokens[trigger]?.deprel !== 'nsubj') return false;
  const copula = child(document, predicate.i, 'cop');
  const isPhrase = /^(?:on|in|at)$/.test(child(document, predicate.i, 'case')?.lower ?? '');
  const times = [
    predicate,
    ...children(document, predicate.i).filter(({ deprel }) => /^(?:nmod|obl)/.test(deprel)),
  ];
  return copula?.xpos === 'VBZ' && isPhrase && times.some(({ lower }) => isTime(lower));
}

/** 'Nairobi has been mooted for a third round'. */
export function isMooted(document: AnnotatedDocument, { trigger, kind }: Predication): boolean {
  const verb = kind === 'verb' ? undefined : headOf(document, trigger);
  if (verb?.xpos !== 'VBN' || !mooting.test(verb.lemma)) return false;
  return /^(?:for|as)$/.test(prepositionOf(document, trigger) ?? '');
}

const mooting = /^(?:moot|float|suggest|propose|tip|mention|name|offer|consider|discuss)$/;

const denying = /^(?:no|not|n't|n’t|never|none|nothing|nobody|neither|nor)$/;

/** 'Asked about a second round, the minister said that no invitation had been issued.' */
function isAskedAndDenied(document: AnnotatedDocument, { trigger, kind }: Predication): boolean {
  const asking = headOf(document, trigger);
  if (kind === 'verb' || asking === undefined || !/^(?:ask|question|press)$/.test(asking.lemma)) return false;
  if (!/^(?:about|on|over|of)$/.test(prepositionOf(document, trigger) ?? '')) return false;
  const last = document.sentences[asking.sentence]?.last ?? trigger;
  return document.tokens.slice(trigger + 1, last + 1).some(({ lower }) => denying.test(lower));
}

/** 'They had not met since 1965': no meeting is denied. */
function isOnlySince(document: AnnotatedDocument, { modality, trigger }: Predication): boolean {
  const isSince = (token: number): boolean =>
    children(document, token).some(
      ({ lower, deprel }) => lower === 'since' && /^(?:case|mark)$/.test(deprel),
    );
  return modality !== 'denied' && children(document, trigger).some(({ i }) => isSince(i));
}

/** 'people familiar with the talks say': talks that a sentence in the present only mentions go on. */
function isBackdrop(document: AnnotatedDocument, { trigger, kind, verb }: Predication): boolean {
  if (kind !== 'noun' || verb !== null || !isDefinite(document, trigger)) return false;
  return /^VB[PZ]$/.test(rootOf(document, trigger).xpos ?? '');
}

/** Whether the parties sat together, by the pattern or by the words around; null where neither tells. */
export function directIn(
  { document, actors }: MeetingSources,
  words: MeetingWords,
  { indirect, together }: MeetingPattern,
  predication: Predication,
): boolean | null {
  if (indirect === true) return false;
  return together === true ? true : directnessOf(document, actors, words, predication);
}

/** Words that open a clause or a phrase about what was before or will be after. */
const aside = /^(?:after|before|since|following)$/;

/** Is a meeting told only to place another thing in time? */
export function isBackground(document: AnnotatedDocument, { trigger, verb }: Predication): boolean {
  return [trigger, verb].some((token) => token !== null && followsAside(document, token));
}

/** As `isBackground`, with no clause of its own: 'after talks', 'before visiting', not 'before he received her' or 'after talks failed'. */
export function isAside(document: AnnotatedDocument, { kind, trigger, verb }: Predication): boolean {
  const isGerund = (token: number): boolean => document.tokens[token]?.xpos === 'VBG';
  const heads = kind === 'verb' ? [] : [trigger];
  return [...heads, ...(verb !== null && isGerund(verb) ? [verb] : [])].some((token) =>
    followsAside(document, token),
  );
}

const followsAside = (document: AnnotatedDocument, token: number): boolean =>
  children(document, token).some(({ deprel, lower }) => /^(?:mark|case)$/.test(deprel) && aside.test(lower));

/** 'Did the two sides meet?' tells of nothing. */
export function isAsked(document: AnnotatedDocument, { trigger, kind }: Predication): boolean {
  const token = document.tokens[trigger];
  const last = document.sentences[token?.sentence ?? -1]?.last;
  return kind === 'verb' && token?.deprel === 'root' && document.tokens[last ?? -1]?.text === '?';
}

/** 'learned of the talks', 'asked about the summit': spoken of only, so that the verb's time and place are not theirs. */
export function isTopic(document: AnnotatedDocument, { trigger, kind }: Predication): boolean {
  const governor = headOf(document, trigger);
  if (kind === 'verb' || governor === undefined || governor.upos === 'NOUN') return false;
  return /^(?:of|about|regarding|concerning)$/.test(prepositionOf(document, trigger) ?? '');
}

/** 'are to meet again'. */
export function isAgain(document: AnnotatedDocument, trigger: number): boolean {
  return children(document, trigger).some(({ lower, deprel }) => lower === 'again' && deprel === 'advmod');
}

/** 'their first talks in a decade', 'the first direct negotiation since 2021': no other one, but what the first time is said of. */
export function isTheFirst(document: AnnotatedDocument, noun: number, ordinal: string): boolean {
  const owner = child(document, noun, 'det') ?? child(document, noun, 'nmod:poss');
  return (
    ordinal === 'first' &&
    /^(?:the|their|its|his|her)$/.test(owner?.lower ?? '') &&
    document.tokens[noun]?.lemma !== 'round'
  );
}

/** 'the talks', 'these talks'. */
export function isDefinite(document: AnnotatedDocument, noun: number): boolean {
  const determiner = child(document, noun, 'det');
  return determiner !== undefined && /^(?:the|this|these|that|those|both)$/.test(determiner.lower);
}

/** The word that tells a meeting from the one before: 'second', 'next'. */
export function ordinalOf(
  document: AnnotatedDocument,
  { words }: MeetingLexicon,
  noun: number,
): string | null {
  const word = children(document, noun).find(
    ({ deprel, lemma, lower }) =>
      (deprel === 'amod' || deprel === 'det') &&
      (words.anotherRound.has(lemma) || words.anotherRound.has(lower)),
  );
  return word?.lower ?? null;
}

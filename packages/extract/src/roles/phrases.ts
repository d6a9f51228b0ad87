import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { vocabulary } from '../dates/vocabulary.ts';
import { antecedentOf, coordinated, prepositionOf, speakerFor } from './coordination.ts';
import { onceAToken } from './once-a-token.ts';
import type { Slots } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const naming = wordSet(roleVocabulary.namingVerbs);

/** A day, a month or a year: 'on Tuesday' is no party to anything. */
export function isTime({ lower, text }: Token): boolean {
  if (vocabulary.dayParts.includes(lower) || vocabulary.units.has(lower) || vocabulary.words.has(lower))
    return true;
  if (vocabulary.weekdays.has(lower) || /^(?:1[5-9]|20)\d\d$/.test(text)) return true;
  return vocabulary.months.has(lower) && /^\p{Lu}/u.test(text);
}

/** Phrases below a token by their preposition, joined ones apart. */
export const prepositionalSlots: (document: AnnotatedDocument, index: number) => Slots = onceAToken(
  (document, index) => {
    const slots: Record<string, readonly number[]> = {};
    for (const phrase of children(document, index)) {
      if (!/^(?:obl|nmod|obj)/.test(phrase.deprel)) continue;
      if (phrase.deprel === 'nmod:poss') continue;
      const preposition = prepositionOf(document, phrase.i);
      if (preposition === undefined || (isTime(phrase) && !/^(?:until|till)$/.test(preposition))) continue;
      if (preposition === 'in' && phrase.lower === 'front') addFront(document, slots, phrase.i);
      slots[preposition] = [...(slots[preposition] ?? []), ...expanded(document, phrase.i)];
    }
    return slots;
  },
);

/** 'camped in front of the embassy': the phrase is the verb's. */
function addFront(
  document: AnnotatedDocument,
  slots: Record<string, readonly number[]>,
  front: number,
): void {
  const behind = children(document, front, 'nmod').filter(({ i }) => prepositionOf(document, i) === 'of');
  if (behind.length > 0) slots['in-front-of'] = behind.flatMap(({ i }) => expanded(document, i));
}

/** 'accused of sending', 'decided against recommending', 'prevented from leaving': gerunds by the preposition that opens them. */
export function gerundSlots(document: AnnotatedDocument, verb: number): Record<string, number[]> {
  const slots: Record<string, number[]> = {};
  const ofObject = children(document, verb, 'obj').flatMap(({ i }) => children(document, i, 'acl'));
  const kept = ofObject.filter(({ i }) => child(document, i, 'mark')?.lower === 'from');
  for (const gerund of [...children(document, verb, 'advcl'), ...kept]) {
    const mark = gerund.xpos === 'VBG' ? child(document, gerund.i, 'mark') : undefined;
    if (mark === undefined || mark.upos === 'PART') continue;
    slots[mark.lower] = [...(slots[mark.lower] ?? []), gerund.i];
  }
  return slots;
}

/**
 * The words that a filler stands for: what a relative pronoun takes up, who says 'he', all that are joined to it: in 'the minister says
 * he and his deputy met' the minister and the deputy.
 */
export function expanded(document: AnnotatedDocument, token: number): readonly number[] {
  const filler = calledSo(document, antecedentOf(document, token));
  const speaker = speakerFor(document, filler);
  const [, ...joined] = speaker === filler ? [] : coordinated(document, filler);
  return [...coordinated(document, speaker), ...joined];
}

/** For 'what' in 'condemned what he called the occupation of Crimea' what it is called. */
function calledSo(document: AnnotatedDocument, token: number): number {
  if (document.tokens[token]?.lower !== 'what') return token;
  const verb = children(document, token, 'acl').find(({ lemma }) => naming.has(lemma));
  if (verb === undefined) return token;
  const called = child(document, verb.i, 'obj') ?? child(document, verb.i, 'xcomp');
  return called?.i ?? token;
}

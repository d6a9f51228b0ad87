import { children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { vocabulary } from '../dates/vocabulary.ts';
import { prepositionalSlots } from '../roles/arguments.ts';
import type { Predication, Slots } from '../roles/predication.ts';

/** Words that the tree hangs the counterpart on although it is the verb's: 'met for an hour with', 'spoke face to face with'. */
const measures = /^(?:face|table|room|time|while|length|detail|sidelines?|margins?|privat\w*)$/;

/** A predication with the phrases that hang on the measure or the manner of its verb, and in `presence` those who were there. */
export function widened(document: AnnotatedDocument, predication: Predication): Predication {
  const { verb, slots } = predication;
  if (verb === null) return predication;
  const below = [verb, ...(predication.trigger === verb ? [] : [predication.trigger])].flatMap((token) =>
    children(document, token).filter(isMeasure),
  );
  const presence = (slots.in ?? []).filter((token) => document.tokens[token]?.lower === 'presence');
  const present = presence.flatMap((token) => prepositionalSlots(document, token).of ?? []);
  if (below.length === 0 && present.length === 0) return predication;
  const added = [...below.map(({ i }) => withNested(document, i)), { presence: present }];
  const names = new Set(added.flatMap((inner) => Object.keys(inner)));
  const wider: Record<string, readonly number[]> = { ...slots };
  for (const name of names) {
    wider[name] = [...new Set([...(slots[name] ?? []), ...added.flatMap((inner) => inner[name] ?? [])])];
  }
  return { ...predication, slots: wider };
}

function isMeasure({ deprel, lower }: Token): boolean {
  return /^(?:obl|obj|advmod|nmod)/.test(deprel) && (measures.test(lower) || isTime(lower));
}

const { units, dayParts, weekdays, months } = vocabulary;

/** 'for two hours with', 'on Monday evening between': a time that took the counterpart along. */
function isTime(word: string): boolean {
  return (
    units.has(word) ||
    dayParts.includes(word) ||
    weekdays.has(word) ||
    months.has(word) ||
    /^(?:(?:hour|minute)s?|\d{1,4}(?:st|nd|rd|th)?)$/.test(word)
  );
}

/** The phrases of a word and of the words of its own kind below: 'face to face with' hangs on the second. */
function withNested(document: AnnotatedDocument, token: number): Slots {
  const inner = children(document, token).filter(isMeasure);
  return Object.assign(
    {},
    ...inner.map(({ i }) => prepositionalSlots(document, i)),
    prepositionalSlots(document, token),
  ) as Slots;
}

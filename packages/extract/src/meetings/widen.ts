import { children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { vocabulary } from '../dates/vocabulary.ts';
import { prepositionalSlots } from '../roles/arguments.ts';
import type { Predication, Slots } from '../roles/predication.ts';

/** Words that the tree hangs the counterpart on although it is the verb's: 'met for an hour with', 'spoke face to face with'. */
const measures = /^(?:face|table|room|time|while|length|detail|sidelines?|margins?|privat\w*)$/;

/** A predication with the phrases that hang on the measure or the manner of its verb. */
export function widened(document: AnnotatedDocument, predication: Predication): Predication {
  const { verb, slots } = predication;
  if (verb === null) return predication;
  const below = [verb, ...(predication.trigger === verb ? [] : [predication.trigger])].flatMap((token) =>
    children(document, token).filter(isMeasure),
  );
  if (below.length === 0) return predication;
  const added = below.map(({ i }) => withNested(document, i));
  const names = new Set(added.flatMap((inner) => Object.keys(inner)));
  const wider: Record<string, readonly number[]> = { ...slots };
  for (const name of names) {
    wider[name] = [...new Set([...(slots[name] ?? []), ...added.flatMap((inner) => inner[name] ?? [])])];
  }
  return { ...predication, slots: wider };
}

function isMeasure({ deprel, lower }: Token): boolean {
  return (
    /^(?:obl|obj|advmod|nmod)/.test(deprel) &&
    (measures.test(lower) || vocabulary.units.has(lower) || /^hours?$|^minutes?$/.test(lower))
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

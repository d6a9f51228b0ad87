import { child, children, spanText, subtree, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Quantity } from '@dragoman/schemas';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const joint = wordSet(roleVocabulary.joint);

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
};

/** The counted things below a token: 'three Houthi drone boats', '$100 million'. Years and days are left out. */
export function quantitiesBelow(
  document: AnnotatedDocument,
  index: number,
  excluded: ReadonlySet<number>,
): Quantity[] {
  return subtree(document, index).flatMap((token) => {
    const counted = document.tokens[token];
    return counted === undefined || excluded.has(token) ? [] : quantityOf(document, counted, excluded);
  });
}

function quantityOf(document: AnnotatedDocument, noun: Token, excluded: ReadonlySet<number>): Quantity[] {
  const number = children(document, noun.i, 'nummod').find(({ i }) => !excluded.has(i));
  if (number === undefined || isTold(document, noun)) return [];
  const value = valueOf(document, number);
  if (value === undefined) return [];
  const first = Math.min(noun.i, ...subtree(document, number.i));
  const text = spanText(document, { start: first, end: Math.max(number.i, noun.i) + 1 });
  return [{ value: rounded(value), unit: noun.lemma, text }];
}

/** 'the two sides': parties told before are no number of anything. */
function isTold(document: AnnotatedDocument, noun: Token): boolean {
  return joint.has(noun.lemma) && child(document, noun.i, 'det')?.lower === 'the';
}

/** 4.1 million is 4100000 whatever the product of binary fractions says. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** The value of a numeral with the scale beside it: '3,000', 'twelve', '1.2 million'. */
function valueOf(document: AnnotatedDocument, number: Token): number | undefined {
  const base = /^\d[\d,]*(?:\.\d+)?$/.test(number.text)
    ? Number(number.text.replaceAll(',', ''))
    : words[number.lower];
  const parts = children(document, number.i).filter(
    ({ deprel }) => deprel === 'compound' || deprel === 'nummod',
  );
  if (base !== undefined) return parts.reduce((value, { lower }) => value * (scales[lower] ?? 1), base);
  const scale = scales[number.lower];
  const inner = parts.map((part) => valueOf(document, part)).find((value) => value !== undefined);
  return scale === undefined || inner === undefined ? undefined : scale * inner;
}

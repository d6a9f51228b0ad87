import { children, spanText, subtreeSpan, type Token } from '@dragoman/nlp';
import type { Predication } from '../roles/predication.ts';
import { thingsOf } from './fillers.ts';
import type { RelationPattern } from './lexicon.ts';
import type { RelationSources } from './source.ts';

/** The words of an amount beside a verb: '$700 million annually', '240 million taka'. */
export function amountOf(
  sources: RelationSources,
  pattern: RelationPattern,
  predication: Predication,
): string | undefined {
  const { document } = sources.context;
  const near =
    pattern.object === 'money'
      ? thingsOf(sources, predication)
      : children(document, predication.trigger)
          .filter(({ deprel }) => !deprel.startsWith('nsubj'))
          .flatMap(({ i }) => [i, ...amountsBehind(sources, i)]);
  for (const index of near) {
    const { start, end } = subtreeSpan(document, index, (part) => /^(acl|appos|conj|case)/.test(part.deprel));
    const money = document.tokens
      .slice(start, end)
      .find(
        (token) =>
          sources.lexicon.money.has(token.lower) ||
          sources.lexicon.money.has(token.lemma.toLowerCase()) ||
          inCurrency.test(token.text),
      );
    if (money !== undefined) return amountAround(sources, money, end);
  }
  return undefined;
}

/** 'gave the party $20,000': the amount right behind a name, which the tree takes for what the name is. */
const amountsBehind = ({ context: { document } }: RelationSources, object: number): number[] =>
  children(document, object, 'appos')
    .filter(({ i, upos }) => upos === 'SYM' && document.tokens[i - 1]?.text !== ',')
    .map(({ i }) => i);

/** 'R38', 'Rs25', 'KSh5m', 'HK$10': an amount with the letters of its currency before it. */
const inCurrency = /^(R|Rs\.?|Rp|RM|kr\.?|KSh|Sh|NT\$|HK\$|A\$|C\$|S\$|US\$|CHF|N|Tk)\d[\d.,]*(m|bn|k|tn)?$/;

function amountAround(sources: RelationSources, money: Token, end: number): string {
  const { document } = sources.context;
  let first = money.i;
  while (first > 0 && isAmountPart(document.tokens[first - 1])) first--;
  let last = money.i;
  while (last + 1 < Math.max(end, money.i + 3) && isAmountPart(document.tokens[last + 1])) last++;
  const rate = document.tokens[last + 1];
  if (rate !== undefined && /^(annually|yearly|monthly|weekly|daily)$/.test(rate.lower)) last++;
  else if (
    /^(a|per|each|every)$/.test(rate?.lower ?? '') &&
    /^(year|month|week|day)$/.test(document.tokens[last + 2]?.lower ?? '')
  )
    last += 2;
  return spanText(document, { start: first, end: last + 1 }).replace(/\s+/g, ' ');
}

function isAmountPart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.upos === 'NUM' ||
      token.upos === 'SYM' ||
      /^(million|billion|trillion|thousand|hundred|us\$?)$/.test(token.lower) ||
      /^[$€£¥]/.test(token.text))
  );
}

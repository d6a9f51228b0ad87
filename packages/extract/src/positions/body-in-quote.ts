import { sentenceOf } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { FoundTitle } from './found-title.ts';
import type { Story } from './state-of-office.ts';

/** Heads of bodies, who speak of their own. */
const speaksOfOwn =
  /^((managing|executive) director|director[- ]general|chief executive( officer)?|chair(man|woman)?|chief \w+ officer|finance director|general secretary|boss)$/i;

/**
 * '"Corvex is sound," said managing director X': the one body, no state, party or paper, that the words quoted before a head's post name
 * as a subject.
 */
export function bodyInQuote({ document, table }: Story, { phrase, rule }: FoundTitle): Entity | undefined {
  const { tokens } = document;
  const { first } = sentenceOf(document, phrase.first);
  if (rule !== 'positions.title-before' || !speaksOfOwn.test(phrase.title)) return undefined;
  if (!/^["“']/.test(tokens[first]?.text ?? '')) return undefined;
  const bodies = table.mentions.flatMap((mention) => {
    const group = table.byId(mention.entity);
    const isBody = group?.kind === 'group' && !/^(state|media|party)$/.test(group.groupKind ?? '');
    const isWithin = mention.form === 'name' && mention.first > first && mention.last < phrase.first;
    return isWithin && isBody && tokens[mention.head]?.deprel.startsWith('nsubj') === true ? [group] : [];
  });
  const [only, other] = new Set(bodies);
  return other === undefined ? only : undefined;
}

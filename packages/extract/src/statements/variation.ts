import { child, type Token } from '@dragoman/nlp';
import { earlierSubject } from './pronouns.ts';
import type { SourceContext } from './resolve-source.ts';

/**
 * Whom a definite description means that takes up the person of the sentence before under another name, as newswriters do:
 * 'Ana Lopes was less shy. "…," the head of the Liberal Alliance said.' Only for descriptions that the text has not brought
 * in for somebody unnamed ('a lawyer … the lawyer').
 */
export function variedName(context: SourceContext, token: Token): string | undefined {
  const { table, lexicon } = context;
  if (token.xpos !== 'NN' || child(context.doc, token.i, 'det')?.lower !== 'the') return undefined;
  if (!Object.hasOwn(lexicon.standsFor, token.lemma) || isBroughtIn(context, token)) return undefined;
  const isPerson = (id: string | undefined): id is string =>
    id !== undefined && table.byId(id)?.kind === 'person';
  return earlierSubject(context, token, isPerson);
}

/** Does the article use the noun for somebody before, with an indefinite article or none? */
function isBroughtIn({ doc, table }: SourceContext, { i, lemma }: Token): boolean {
  return doc.tokens
    .slice(0, i)
    .some(
      (earlier) =>
        earlier.lemma === lemma &&
        earlier.upos === 'NOUN' &&
        table.actorAt(earlier.i) === undefined &&
        child(doc, earlier.i, 'det')?.lower !== 'the',
    );
}

import { child, children, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import type { RelationSources } from './source.ts';

/** The phrases below a token that a preposition opens. */
export function withPreposition(sources: RelationSources, token: Token, preposition: string): Token[] {
  const { document } = sources.context;
  return children(document, token.i, 'nmod').filter(
    (phrase) => child(document, phrase.i, 'case')?.lower === preposition,
  );
}

/** The name before a possessive ending right before a mention: "Tufts University's …". */
export function possessorBefore(sources: RelationSources, mention: Mention): Mention[] {
  const ending = sources.context.document.tokens[mention.first - 1];
  if (ending === undefined || !isPossessive(ending)) return [];
  const owner = sources.table.mentionsAt(ending.i - 1).findLast((other) => other.last === ending.i - 1);
  return owner === undefined ? [] : [owner];
}

import { ancestors, child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
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

/** The widest name that begins at a token. */
export function nameFrom(sources: RelationSources, token: number): Mention | undefined {
  return sources.table
    .mentionsAt(token)
    .findLast((mention) => mention.first === token && mention.form === 'name');
}

/** The widest name or adjective that ends at a token. */
export function nameUpTo(sources: RelationSources, token: number): Mention | undefined {
  return sources.table
    .mentionsAt(token)
    .findLast(
      (mention) => mention.last === token && (mention.form === 'name' || mention.form === 'adjective'),
    );
}

/** How many words may stand between an article and a name of a list: 'the Baltic countries Estonia'. */
const longestLead = 3;

/** The names of a list that begins at a token: 'Poland, the Baltic countries Estonia and Latvia, and the Czech Republic'. */
export function namesListed(sources: RelationSources, first: number): Mention[] {
  const { tokens } = sources.context.document;
  const found: Mention[] = [];
  let at = first;
  for (;;) {
    const name = nameAfterLead(sources, at);
    if (name === undefined) return found;
    found.push(name);
    at = name.last + 1;
    const comma = tokens[at]?.text === ',';
    if (comma) at++;
    if (/^(and|or|&)$/.test(tokens[at]?.lower ?? '')) at++;
    else if (!comma) return found;
  }
}

function nameAfterLead(sources: RelationSources, first: number): Mention | undefined {
  const { tokens } = sources.context.document;
  if (tokens[first]?.upos !== 'DET') return nameFrom(sources, first);
  for (let at = first + 1; at <= first + 1 + longestLead; at++) {
    const name = nameFrom(sources, at);
    if (name !== undefined && !isLead(sources, name)) return name;
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[at]?.upos ?? '')) return undefined;
  }
  return undefined;
}

/** 'Baltic countries' before 'Estonia': a region that only tells what the names behind it are. */
function isLead(sources: RelationSources, name: Mention): boolean {
  const { tokens } = sources.context.document;
  return [name.last, name.last + 1].some(
    (at) => tokens[at]?.xpos === 'NNS' && nameFrom(sources, at + 1) !== undefined,
  );
}

/** Who is called by a noun: the name right after it, behind a comma, or in apposition either way; joined names as well. */
export function namedBy(sources: RelationSources, noun: Token): Token[] {
  const { document } = sources.context;
  const governor = headOf(document, noun.i);
  const above =
    governor !== undefined && (hasRelation(noun, 'appos') || hasRelation(noun, 'compound')) ? [governor] : [];
  const next = document.tokens[noun.i + 1];
  const after = next !== undefined && nameFrom(sources, next.i) !== undefined ? [next] : [];
  return [
    ...after,
    ...overComma(sources, noun),
    ...children(document, noun.i, 'appos'),
    ...children(document, noun.i, 'flat'),
    ...above,
  ];
}

/** "his successor, Prabowo Subianto," where the parser took the name for one more of a list. */
function overComma(sources: RelationSources, noun: Token): Token[] {
  const { document } = sources.context;
  const name = document.tokens[noun.i + 2];
  const owned = children(document, noun.i, 'nmod:poss').length > 0;
  return owned &&
    document.tokens[noun.i + 1]?.text === ',' &&
    name !== undefined &&
    nameFrom(sources, name.i) !== undefined
    ? [name]
    : [];
}

/** How many tokens may stand in brackets. */
const longestAside = 6;

/** Over '(R-Utah)' or '(OPS)' behind a name. */
export function overBrackets(sources: RelationSources, last: number): number {
  const { tokens } = sources.context.document;
  if (tokens[last]?.text !== ')') return last;
  for (let at = last - 1; at > last - longestAside; at--) if (tokens[at]?.text === '(') return at - 1;
  return last;
}

/** The verb that a token is, or hangs on over at most so many heads. */
export function verbOver({ context }: RelationSources, token: Token, steps: number): Token | undefined {
  return [token, ...ancestors(context.document, token.i).slice(0, steps)].find(({ upos }) => upos === 'VERB');
}

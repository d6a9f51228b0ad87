import { child, children, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../entity-table.ts';
import type { Definite } from './definites.ts';
import { fitsOf } from './fits.ts';
import type { PhraseContext } from './phrases.ts';
import type { Portrait } from './portraits.ts';
import { fellowsOf } from './salience.ts';

/** Those whom a word for several means are told of within so many sentences. */
const reach = 3;

/** A word for a number of those told before: 'the two companies', 'both men', 'the pair', 'the three'. */
interface Several {
  readonly head: Token;
  readonly count: number;
  /** What each is called; undefined for 'the pair', 'both'. */
  readonly noun: string | undefined;
}

/** Notes whom words for two or three mean: as many as they say, told of last, of the kind that the noun is for. */
export function resolveSeveral(
  context: PhraseContext,
  table: EntityTableBuilder,
  portraits: readonly Portrait[],
): void {
  for (const token of context.document.tokens) {
    const several = severalAt(context, token);
    const meant = several === undefined ? [] : meantBy(context, portraits, several);
    if (meant.length > 0) table.addJoint(token.i, meant);
  }
}

/** Reads a word for several that nothing behind it tells apart. */
function severalAt({ document, table }: PhraseContext, token: Token): Several | undefined {
  if (table.mentionHeadedBy(token.i) !== undefined) return undefined;
  const isTold = children(document, token.i).some(({ deprel }) =>
    /^(?:nmod$|appos|acl|flat|conj)/.test(deprel),
  );
  if (isTold || !argument.test(token.deprel)) return undefined;
  const determiner = child(document, token.i, 'det')?.lower ?? '';
  const count =
    numbers[child(document, token.i, 'nummod')?.lower ?? ''] ?? (determiner === 'both' ? 2 : undefined);
  if (token.xpos === 'NNS' && count !== undefined && /^(?:the|these|those|both|all)$/.test(determiner))
    return { head: token, count, noun: token.lemma.toLowerCase() };
  const own =
    words[token.lower] ?? (determiner === 'the' || token.lower === 'both' ? numbers[token.lower] : undefined);
  const isAlone = token.lower === 'both' || determiner === 'the';
  return own !== undefined && isAlone ? { head: token, count: own, noun: undefined } : undefined;
}

const argument = /^(?:nsubj|obj|iobj|obl|nmod:poss|nmod|conj)/;
const numbers: Readonly<Record<string, number>> = { two: 2, three: 3, '2': 2, '3': 3, both: 2 };
const words: Readonly<Record<string, number>> = { pair: 2, duo: 2, couple: 2, trio: 3, rivals: 2, both: 2 };

function meantBy(context: PhraseContext, portraits: readonly Portrait[], several: Several): string[] {
  const fitting = fittingEach(context, portraits, several);
  const fellows = fellowsOf(context.document, context.table, several.head);
  const free = (entity: Entity): boolean => !fellows.has(entity.id) && fitting(entity);
  return (
    lastOf(context, several, (entity) => free(entity) && entity.kind === 'person') ??
    lastOf(context, several, (entity) => free(entity) && entity.kind === 'group') ??
    []
  );
}

/** Who may be one of several: those whom the noun in the singular fits, anybody but a state where there is none. */
function fittingEach(
  context: PhraseContext,
  portraits: readonly Portrait[],
  { head, noun }: Several,
): (entity: Entity) => boolean {
  if (noun === undefined)
    return ({ kind, groupKind }) => kind !== 'place' && groupKind !== 'state' && groupKind !== 'media';
  const each: Definite = { head, first: head.i, noun, fields: [], lands: [], age: undefined };
  const ids = new Set(fitsOf(context, portraits, each).map(({ entity }) => entity.id));
  return ({ id, groupKind }) => ids.has(id) && groupKind !== 'state';
}

/** As many as are said, going back sentence by sentence; undefined where a sentence makes them more or there are fewer. */
function lastOf(
  { document, table }: PhraseContext,
  { head, count }: Several,
  fits: (entity: Entity) => boolean,
): string[] | undefined {
  const found = new Set<string>();
  let sentence = head.sentence;
  for (const { entity: id, head: told, form } of table.mentions
    .filter(({ first }) => first < head.i)
    .toReversed()) {
    const at = document.tokens[told]?.sentence ?? 0;
    if (at < sentence && found.size >= count) break;
    if (head.sentence - at > reach) break;
    sentence = at;
    const entity = form === 'pronoun' ? undefined : table.byId(id);
    if (entity !== undefined && fits(entity)) found.add(id);
  }
  return found.size === count ? [...found].toReversed() : undefined;
}

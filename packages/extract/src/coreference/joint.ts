import { child, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTableBuilder } from '../entity-table.ts';
import { type Definite, isNarrowed } from './definites.ts';
import { fitsOf, sexes } from './fits.ts';
import { type PhraseContext, sexOfPerson } from './phrases.ts';
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
function severalAt(context: PhraseContext, token: Token): Several | undefined {
  const { document, table } = context;
  const mayBe = token.xpos === 'NNS' || words.has(token.lower) || numbers.has(token.lower);
  if (!mayBe || table.mentionHeadedBy(token.i) !== undefined) return undefined;
  if (!argument.test(token.deprel) || isNarrowed(context, token)) return undefined;
  const determiner = child(document, token.i, 'det')?.lower ?? '';
  const count =
    numbers.get(child(document, token.i, 'nummod')?.lower ?? '') ?? (determiner === 'both' ? 2 : undefined);
  if (token.xpos === 'NNS' && count !== undefined && /^(?:the|these|those|both|all)$/.test(determiner))
    return { head: token, count, noun: token.lemma.toLowerCase() };
  const own =
    words.get(token.lower) ??
    (determiner === 'the' || token.lower === 'both' ? numbers.get(token.lower) : undefined);
  const isAlone = token.lower === 'both' || determiner === 'the';
  return own !== undefined && isAlone ? { head: token, count: own, noun: undefined } : undefined;
}

const argument = /^(?:nsubj|obj|iobj|obl|nmod:poss|nmod|conj)/;
const numbers: ReadonlyMap<string, number> = new Map(
  Object.entries({ two: 2, three: 3, '2': 2, '3': 3, both: 2 }),
);
const words: ReadonlyMap<string, number> = new Map(
  Object.entries({ pair: 2, duo: 2, couple: 2, trio: 3, rivals: 2, both: 2 }),
);

/** Those whom the noun in the singular fits; where there are none, of 'the two presidents' any people, of 'the pair' people or bodies. */
function meantBy(context: PhraseContext, portraits: readonly Portrait[], several: Several): string[] {
  const { lexicon, reader, document, table } = context;
  const { head, noun } = several;
  const fellows = fellowsOf(document, table, head);
  const last = (fits: (entity: Entity) => boolean): string[] | undefined =>
    lastOf(context, several, (entity) => !fellows.has(entity.id) && fits(entity));
  if (noun === undefined) return last(isPerson) ?? last(isBody) ?? [];
  const sex = sexes[noun];
  if (sex !== undefined)
    return (
      last((entity) => isPerson(entity) && (sexOfPerson(context, entity.id, entity.name) ?? sex) === sex) ??
      []
    );
  const each: Definite = { head, first: head.i, noun, fields: [], lands: [], age: undefined };
  const ids = new Set(fitsOf(context, portraits, each).map(({ entity }) => entity.id));
  const isOfPeople = lexicon.nominals.persons.has(noun) || reader.postKind(noun) !== undefined;
  return (
    last((entity) => ids.has(entity.id) && entity.groupKind !== 'state' && entity.kind !== 'place') ??
    (isOfPeople ? last(isPerson) : undefined) ??
    []
  );
}

const isPerson = ({ kind }: Entity): boolean => kind === 'person';
const isBody = ({ kind, groupKind }: Entity): boolean =>
  kind === 'group' && groupKind !== 'state' && groupKind !== 'media';

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

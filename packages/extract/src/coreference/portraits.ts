import { type AnnotatedDocument, child, children, hasRelation, subtree, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import type { PhraseContext } from './phrases.ts';

/** What the article says of somebody beside their names. */
export interface Portrait {
  readonly entity: Entity;
  /** The nouns they are called by, each with the words that narrow it there: 'minister' with 'trade'. */
  readonly nouns: ReadonlyMap<string, ReadonlySet<string>>;
  /** States and places said with those nouns, by gazetteer id where they have one. */
  readonly lands: ReadonlySet<string>;
  readonly age: string | undefined;
}

/** The noun phrase before a name has no more tokens. */
const longestTitle = 7;
/** A description behind a name that is looked at for places has no more tokens. */
const longestDescription = 14;

/** Draws what a document says of each person and body by apposition, by the nouns before the name, by 'X is a …', and by the name itself. */
export function drawPortraits(context: PhraseContext): Portrait[] {
  return context.table.entities
    .filter(({ kind, groupKind, unnamed }) => kind !== 'place' && groupKind !== 'state' && unnamed !== true)
    .map((entity) => draw(context, entity));
}

function draw(context: PhraseContext, entity: Entity): Portrait {
  const { document, table } = context;
  const nouns = new Map<string, Set<string>>();
  const call = (noun: string, fields: Iterable<string>): void => {
    const known = nouns.get(noun) ?? new Set();
    for (const field of fields) known.add(field);
    nouns.set(noun, known);
  };
  const lands = new Set<string>(entity.country === undefined ? [] : [entity.country]);
  let age: string | undefined;
  for (const mention of table.mentionsOf(entity.id)) {
    if (mention.form !== 'name') continue;
    const phrases = [
      titleBefore(context, mention.first),
      ...officeBefore(context, mention),
      ...descriptionsBehind(context, mention),
    ];
    for (const { head, fields, tokens } of phrases) {
      const noun = head?.lemma.toLowerCase() ?? '';
      if (head !== undefined && isCalling(context, entity, noun))
        call(
          noun,
          fields.map(({ lower }) => lower),
        );
      for (const token of tokens) for (const id of landsAt(table, token.i)) lands.add(id);
    }
    age ??= ageBehind(document, mention);
  }
  for (const noun of table.profileOf(entity.id).descriptions)
    if (entity.kind === 'person' && !nouns.has(noun)) call(noun, []);
  if (entity.kind === 'group')
    for (const noun of headsOf(entity.name)) if (isCalling(context, entity, noun)) call(noun, []);
  return { entity, nouns, lands, age };
}

/** Nouns for those who do something. */
const agent = /(?:er|or|ist|ian|man|woman|ee|crat|ant|logist)$/;

/** Is a noun one for people, said of a person, or one for bodies, said of a body? */
function isCalling(
  { lexicon: { nominals }, reader }: PhraseContext,
  { kind }: Entity,
  noun: string,
): boolean {
  if (kind === 'group')
    return Object.hasOwn(nominals.groups, noun) || Object.hasOwn(nominals.groups, `${noun}s`);
  if (Object.hasOwn(nominals.groups, noun) || nominals.times.has(noun)) return false;
  return (
    nominals.persons.has(noun) ||
    reader.postKind(noun) !== undefined ||
    Object.hasOwn(nominals.standsFor, noun) ||
    agent.test(noun)
  );
}

interface Description {
  readonly head: Token | undefined;
  readonly fields: readonly Token[];
  readonly tokens: readonly Token[];
}

/** 'Peruvian Environment Minister', 'the Tokyo-based carrier' right before a name. */
function titleBefore({ document, table }: PhraseContext, first: number): Description {
  const { tokens } = document;
  let at = first;
  while (at > 0 && first - at < longestTitle && isTitleWord(tokens, at - 1, first)) at--;
  const head = tokens[first - 1];
  const isNoun = at < first && head !== undefined && /^(?:NOUN|PROPN)$/.test(head.upos);
  const title = tokens.slice(at, first);
  const fields = title.slice(0, -1).filter((token) => isField(table, token));
  return { head: isNoun ? head : undefined, fields, tokens: title };
}

/** "Chad's trade minister, X, …" whatever the tree makes of it: an office that somebody has, and a comma before the name. */
function officeBefore(context: PhraseContext, { first }: Mention): Description[] {
  const { tokens } = context.document;
  const office = tokens[first - 2];
  if (tokens[first - 1]?.text !== ',' || office === undefined || office.xpos === 'NNS') return [];
  const title = titleBefore(context, first - 1);
  const start = tokens[first - 2 - title.tokens.length];
  const isHeld =
    start?.lower === 'the' || start?.upos === 'PRON' || title.tokens.some(({ upos }) => upos === 'PART');
  return isHeld && context.reader.postKind(office.lower) !== undefined ? [title] : [];
}

const isTitleWord = (tokens: readonly Token[], at: number, first: number): boolean => {
  const token = tokens[at];
  return (
    token !== undefined &&
    token.sentence === tokens[first]?.sentence &&
    (/^(?:NOUN|PROPN|ADJ|PART)$/.test(token.upos) || token.text === '-' || token.lower === 'based')
  );
};

/** The nouns that stand beside a name or are said of it, with what hangs on them. */
function descriptionsBehind({ document, table }: PhraseContext, mention: Mention): Description[] {
  const name = document.tokens[mention.head];
  if (name === undefined) return [];
  const above = document.tokens[name.head];
  const predicate =
    above !== undefined && hasRelation(name, 'nsubj') && child(document, above.i, 'cop') !== undefined;
  const beside = above !== undefined && (hasRelation(name, 'appos') || predicate) ? [above] : [];
  const below = document.tokens
    .slice(mention.first, mention.last + 1)
    .flatMap(({ i }) => children(document, i, 'appos'))
    .filter(({ i }) => i < mention.first || i > mention.last);
  return [...below, ...relativePredicates(document, name), ...beside]
    .filter(({ upos }) => upos === 'NOUN')
    .map((head) => ({ head, fields: fieldsOf(document, table, head), tokens: phraseOf(document, head) }));
}

/** 'X, which is a Danish lender, …'. */
const relativePredicates = (document: AnnotatedDocument, { i }: Token): Token[] =>
  children(document, i, 'acl').filter(
    (clause) => clause.upos === 'NOUN' && child(document, clause.i, 'cop') !== undefined,
  );

/** A noun with the words of its phrase, up to a comma behind it. */
function phraseOf(document: AnnotatedDocument, head: Token): Token[] {
  const tokens = subtree(document, head.i)
    .flatMap((i) => document.tokens[i] ?? [])
    .filter(({ i }) => Math.abs(i - head.i) <= longestDescription);
  const comma = tokens.find(({ i, text }) => i > head.i && text === ',');
  return comma === undefined ? tokens : tokens.filter(({ i }) => i < comma.i);
}

/** The words that tell a noun's kind apart: 'trade' of 'trade minister', 'mining' of 'mining company'. */
export function fieldsOf(document: AnnotatedDocument, table: EntityTable, noun: Token): Token[] {
  return children(document, noun.i).filter(
    (part) => part.i < noun.i && /^(?:compound|amod)/.test(part.deprel) && isField(table, part),
  );
}

/** Any noun, and the adjectives that are part of what a post is called; no name. */
const isField = (table: EntityTable, { i, upos, lower }: Token): boolean =>
  (/^(?:NOUN|PROPN)$/.test(upos) || fieldAdjective.test(lower)) && table.mentionAt(i) === undefined;

/** Adjectives that are part of what a post or body is called. */
const fieldAdjective =
  /^(?:foreign|prime|interior|deputy|vice|general|chief|public|social|electoral|supreme|high|constitutional|military|civil|environmental|financial|religious|medical|political|private|provincial|municipal|regional|federal|national|armed|militant|separatist|insurgent|ruling|governing)$/;

/** The ids under which a place or state at a token is known: its own, and for a town that of its state. */
export function landsAt(table: EntityTable, token: number): string[] {
  return table.mentionsAt(token).flatMap(({ entity: id }) => {
    const entity = table.byId(id);
    if (entity === undefined || !(entity.kind === 'place' || entity.groupKind === 'state')) return [];
    return [entity.gazetteer ?? entity.id, ...(entity.country === undefined ? [] : [entity.country])];
  });
}

/** 'X, 61, …'. */
function ageBehind({ tokens }: AnnotatedDocument, { last }: Mention): string | undefined {
  const [comma, age, next] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
  if (age?.upos !== 'NUM' || !/^\d\d$/.test(age.text)) return undefined;
  return (comma?.text === ',' && /^[,.;)]$/.test(next?.text ?? '')) ||
    (comma?.text === '(' && next?.text === ')')
    ? age.text
    : undefined;
}

/** The nouns that a body's name ends in or has before 'of': 'association' of 'Fish Farmers' Association', 'union' of 'Union of Teachers'. */
export function headsOf(name: string): string[] {
  const words = name.toLowerCase().split(/\s+/);
  const of = words.findIndex((word) => /^(?:of|for|de|du|des)$/.test(word));
  const heads = [...(words.length > 1 ? words.slice(-1) : []), ...(of > 0 ? words.slice(of - 1, of) : [])];
  return [...new Set(heads)];
}

import { child, children, hasRelation, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { onceEach } from '../collections.ts';
import type { EntityTable, Mention } from '../context.ts';

/** What the article says of a person beside the name: words and entities of the phrases around the name. */
interface Portrait {
  readonly person: string;
  readonly first: number;
  readonly words: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

/** Finds the person that a definite noun means; `last` is who spoke last, meant where nothing else is said of him. */
export type NominalReader = (token: Token, last?: string) => string | undefined;

/** How many tokens before a name describe its bearer, and how many of an apposition after it. */
const BEFORE = 6;
const AFTER = 12;
/** A description is told the name of within so many tokens: 'the commander of the navy … Commander Ann Lee'. */
const SOON = 60;
/** A person is not meant by a noun alone after so many tokens without a mention. */
const REACH = 600;

/** The descriptions that nouns for posts stand for, and all these words. */
const wordsForPosts = onceEach((standsFor: Readonly<Record<string, readonly string[]>>) => {
  const descriptionsOf = new Map(Object.entries(standsFor));
  return { descriptionsOf, posts: new Set([...descriptionsOf].flat(2)) };
});

/**
 * Reads who is meant by "the information minister", "China's ambassador to Britain": the person whom the article describes with
 * the noun and all that narrows it. The one mentioned last before the noun; where there is none, the only one
 * named after it, if the noun is narrowed.
 */
export function createNominalReader(
  doc: AnnotatedDocument,
  table: EntityTable,
  standsFor: Readonly<Record<string, readonly string[]>>,
): NominalReader {
  const portraits = table.entities
    .filter(({ kind }) => kind === 'person')
    .map(({ id }) => portray(doc, table, id));
  const { descriptionsOf, posts } = wordsForPosts(standsFor);
  const portraitOf = new Map(portraits.map((portrait) => [portrait.person, portrait]));
  return (token, last) => {
    const body = bodyNamedBy(doc, table, token);
    if (body !== undefined) return body;
    if (!isDefinite(doc, table, token)) return undefined;
    const noun = token.lemma.toLowerCase();
    const heads = takesUpUnnamed(doc, token) ? [noun] : [noun, ...(descriptionsOf.get(noun) ?? [])];
    const narrowing = narrowingOf(doc, token);
    const holders = portraits.filter(({ words }) => heads.some((head) => words.has(head)));
    const fitting = holders.filter((portrait) =>
      narrowing.every((part) => isSaidOf(table, portrait, part) || isHome(table, part, portrait, holders)),
    );
    const named = fitting.filter(({ first }) => first < token.i);
    const nearest = latest(table, named, token.i);
    if (nearest !== undefined) return nearest;
    if (named.length === 0 && fitting.length === 1 && narrowing.length > 0) return fitting[0]?.person;
    const soon = holders.filter(({ first }) => first > token.i && first - token.i <= SOON);
    if (narrowing.length > 0 && holders.length === 1 && soon[0]?.words.has(token.lemma) === true)
      return soon[0].person;
    const spoke = last === undefined ? undefined : portraitOf.get(last);
    const isOwned = child(doc, token.i, 'nmod:poss') !== undefined;
    const mayBeLast = posts.has(token.lemma) && holders.length === 0 && !isOwned;
    return mayBeLast && spoke && !isDescribed(table, spoke) ? last : undefined;
  };
}

/** 'a senior official … the official': the noun takes up somebody unnamed, and nobody whom it might describe. */
function takesUpUnnamed(doc: AnnotatedDocument, { i, lemma }: Token): boolean {
  return doc.tokens
    .slice(Math.max(0, i - SOON * 2), i)
    .some(
      (earlier) =>
        earlier.lemma === lemma &&
        earlier.xpos === 'NN' &&
        /^(?:an?|one|another)$/.test(child(doc, earlier.i, 'det')?.lower ?? ''),
    );
}

/** 'the Chilean and Peruvian defence ministries': the first of the bodies, by the words of its name. */
function bodyNamedBy(doc: AnnotatedDocument, table: EntityTable, token: Token): string | undefined {
  if (token.xpos !== 'NNS') return undefined;
  const adjective = child(doc, token.i, 'amod');
  const isJoint = adjective !== undefined && child(doc, adjective.i, 'conj') !== undefined;
  if (!isJoint) return undefined;
  const words = [
    token.lemma,
    adjective.lower,
    ...children(doc, token.i, 'compound').map(({ lower }) => lower),
  ];
  return table.entities.find(({ kind, name }) => {
    const named = new Set(name.toLowerCase().split(' '));
    return kind === 'group' && words.every((word) => named.has(word));
  })?.id;
}

/** Whether the article says of a person more than the name. */
function isDescribed(table: EntityTable, { person, words }: Portrait): boolean {
  const entity = table.byId(person);
  const names = [entity?.name ?? '', ...(entity?.aliases ?? [])].join(' ').toLowerCase().split(' ');
  const own = new Set(names);
  return [...words].some((word) => !own.has(word) && /^\p{L}{3}/u.test(word));
}

function portray(doc: AnnotatedDocument, table: EntityTable, person: string): Portrait {
  const words = new Set(table.profileOf(person).descriptions);
  const entities = new Set<string>();
  const names = table.mentionsOf(person).filter(({ form }) => form === 'name');
  for (const mention of names)
    for (const token of describing(doc, mention)) {
      if (token.upos !== 'PRON') words.add(token.lemma.toLowerCase().replace(/\.$/, ''));
      const entity = table.mentionAt(token.i)?.entity;
      if (entity !== undefined) entities.add(entity);
    }
  return { person, first: names[0]?.first ?? Infinity, words, entities };
}

const describing = (doc: AnnotatedDocument, mention: Mention): Token[] => [
  ...beforeName(doc, mention),
  ...afterName(doc, mention),
  ...besideName(doc, mention),
];

/** "Chile's ambassador to Peru, Ana Lopes": the noun that the name stands beside, with what hangs on it. */
function besideName(doc: AnnotatedDocument, mention: Mention): Token[] {
  const name = tokenOf(doc, mention.head);
  const noun = hasRelation(name, 'appos') ? tokenOf(doc, name.head) : undefined;
  return noun?.upos === 'NOUN' ? [noun, ...children(doc, noun.i)] : [];
}

const DESCRIBING = /^(?:NOUN|PROPN|ADJ|PART|ADP|DET)$/;

function beforeName(doc: AnnotatedDocument, mention: Mention): Token[] {
  const found: Token[] = [];
  const { sentence } = tokenOf(doc, mention.first);
  for (let at = mention.head; at >= 0 && mention.first - at <= BEFORE; at -= 1) {
    const token = tokenOf(doc, at);
    if (token.sentence !== sentence || !DESCRIBING.test(token.upos)) break;
    // 'the mother of Ana Lopes' tells of somebody else.
    if (at === mention.first - 1 && token.upos === 'ADP') break;
    found.push(token);
  }
  return found;
}

/** The apposition between commas after a name. */
function afterName(doc: AnnotatedDocument, mention: Mention): Token[] {
  if (doc.tokens[mention.last + 1]?.text !== ',' || doc.tokens[mention.last + 2]?.upos === 'ADP') return [];
  const found: Token[] = [];
  for (const token of doc.tokens.slice(mention.last + 2, mention.last + 2 + AFTER)) {
    if (!DESCRIBING.test(token.upos)) break;
    found.push(token);
  }
  return found;
}

const DETERMINERS = new Set(['the', 'this', 'that']);

/** 'the chief executive said', where the tagger takes the noun for an adjective. */
export const isSubjectAdjective = (token: Token): boolean =>
  token.upos === 'ADJ' && hasRelation(token, 'nsubj');

function isDefinite(doc: AnnotatedDocument, table: EntityTable, token: Token): boolean {
  const isTitle = token.upos === 'PROPN' && table.mentionAt(token.i) === undefined;
  if (!(token.upos === 'NOUN' || isTitle || isSubjectAdjective(token)) || /^NNP?S$/.test(token.xpos ?? ''))
    return false;
  const determiner = child(doc, token.i, 'det')?.lower;
  if (determiner !== undefined) return DETERMINERS.has(determiner);
  const owner = child(doc, token.i, 'nmod:poss');
  return owner !== undefined && table.mentionAt(owner.i) !== undefined;
}

/** Words before a noun that tell nobody apart. */
const EMPTY = new Set(['former', 'then', 'senior', 'top', 'veteran', 'late', 'new', 'longtime', 'chief']);

/** The words that narrow a noun: owner, adjectives, nouns before it and phrases after it. */
function narrowingOf(doc: AnnotatedDocument, token: Token): Token[] {
  return children(doc, token.i).filter(
    (part) =>
      ['compound', 'amod', 'nmod'].some((relation) => hasRelation(part, relation)) && !EMPTY.has(part.lower),
  );
}

function isSaidOf(table: EntityTable, portrait: Portrait, part: Token): boolean {
  if (part.upos !== 'PRON' && portrait.words.has(part.lemma.toLowerCase())) return true;
  const entity = table.mentionAt(part.i)?.entity;
  if (entity === undefined) return false;
  const counterpart = table.counterpart(entity)?.id;
  return portrait.entities.has(entity) || (counterpart !== undefined && portrait.entities.has(counterpart));
}

/** 'the Texas senator' where the article has one senator of whom it tells no other home: which is his may be told nowhere else. */
function isHome(table: EntityTable, part: Token, portrait: Portrait, holders: readonly Portrait[]): boolean {
  const isRegional = (kind: string | undefined): boolean => kind === 'region' || kind === 'city';
  const homeless = holders.filter(
    ({ entities }) => ![...entities].some((id) => isRegional(table.byId(id)?.placeKind)),
  );
  return (
    isRegional(table.placeAt(part.i)?.placeKind) &&
    (holders.length === 1 || (homeless.length === 1 && homeless[0] === portrait))
  );
}

/** Of some people the one mentioned last before a token, within reach. */
function latest(table: EntityTable, portraits: readonly Portrait[], before: number): string | undefined {
  let best: { readonly at: number; readonly person: string } | undefined;
  for (const { person } of portraits) {
    const at = table.mentionsOf(person).findLast(({ first }) => first < before)?.first ?? -1;
    if (at >= 0 && before - at <= REACH && (best === undefined || at > best.at)) best = { at, person };
  }
  return best?.person;
}

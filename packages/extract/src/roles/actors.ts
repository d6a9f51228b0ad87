import { children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Entity, EntityKind } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { argumentsOf } from './arguments.ts';
import { coordinated, prepositionOf } from './coordination.ts';
import { hyphenated } from './hyphenated.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const representatives = wordSet(roleVocabulary.representatives);
const deepest = 3;

/** Finds the people, groups and places that the fillers of a slot stand for. */
export interface ActorFinder {
  /** People and groups at tokens, each once, in order. */
  readonly actors: (tokens: readonly number[]) => string[];
  /** As `actors`, for those who do something: what a noun is about ('talks on Iran') does not act. */
  readonly doers: (tokens: readonly number[]) => string[];
  /** As `actors`, but only what the tokens themselves name, nothing that merely owns or describes them. */
  readonly named: (tokens: readonly number[]) => string[];
  /** The kind of an entity. */
  readonly kind: (id: string) => EntityKind | undefined;
  /** The kind of a group; undefined for people and places. */
  readonly groupKind: (id: string) => string | undefined;
  /** The place at a token. */
  readonly place: (token: number) => Entity | undefined;
}

/**
 * Makes the finder of an article. A noun without a name of its own stands for the name that owns or describes it
 * ('Iranian officials', 'Israel's decision', 'leaders of France'), then for what it is about ('the attack on Iran').
 */
export function findActors(document: AnnotatedDocument, table: EntityTable): ActorFinder {
  const namedAt = (token: number): Entity[] => {
    const own = table.mentionHeadedBy(token);
    const apposed = [
      ...beside(document, token),
      ...behindOffice(document, table, token),
      ...behindHyphen(document, table, token),
    ].flatMap((index) => entityOf(table, index));
    const person = apposed.find(({ kind }) => kind === 'person');
    if (person !== undefined) return [person];
    if (own !== undefined || isProper(document.tokens[token])) {
      const entity = table.actorAt(token);
      if (entity !== undefined) return [entity];
    }
    return apposed.length > 0 ? apposed.slice(0, 1) : nameApposedTo(document, table, token);
  };
  const opening = datelineEnd(document);
  const standsFor = (token: number, depth: number, acting = false): Entity[] => {
    if (token < opening)
      return depth < deepest
        ? behindDateline(document, token, opening).flatMap((i) => standsFor(i, depth + 1, acting))
        : [];
    const named = isSharedNominal(document, table, token) ? [] : namedAt(token);
    if (named.length > 0 || depth >= deepest) return named;
    const isPrivate = acting && privateNouns.has(document.tokens[token]?.lemma ?? '');
    for (const below of describing(document, token, acting)) {
      const found = below
        .flatMap((index) => coordinated(document, index))
        .flatMap((i) => standsFor(i, depth + 1, acting))
        .filter(({ groupKind }) => !isPrivate || groupKind !== 'state');
      if (found.length > 0) return found;
    }
    return [];
  };
  const idsOf = (found: readonly Entity[]): string[] => [...new Set(found.map(({ id }) => id))];
  return {
    actors: (tokens) => idsOf(tokens.flatMap((token) => standsFor(token, 0))),
    doers: (tokens) => idsOf(tokens.flatMap((token) => standsFor(token, 0, true))),
    named: (tokens) => idsOf(tokens.flatMap(namedAt)),
    kind: (id) => table.byId(id)?.kind,
    groupKind: (id) => table.byId(id)?.groupKind,
    place: (token) => {
      const mention =
        table.mentionHeadedBy(token) ??
        (isProper(document.tokens[token]) ? table.mentionAt(token) : undefined);
      if (mention === undefined) return undefined;
      const acts = table.byId(mention.entity)?.kind !== 'place';
      return acts && mention.form !== 'name' ? undefined : table.placeAt(token);
    },
  };
}

/** Is a token a name, what stands for one, or a word for people who act for one: 'Israeli forces', not 'use by the police'? */
export function isParty(document: AnnotatedDocument, actors: ActorFinder, token: number): boolean {
  return representatives.has(document.tokens[token]?.lower ?? '') || actors.named([token]).length > 0;
}

/** 'the leaders of Armenia and Azerbaijan', 'Peruvian and Chilean officials' stand for both, whichever the nominal was read as. */
function isSharedNominal(document: AnnotatedDocument, table: EntityTable, token: number): boolean {
  if (table.mentionHeadedBy(token)?.form !== 'nominal') return false;
  return children(document, token).some(({ i, deprel }) => {
    if (deprel === 'nmod') return prepositionOf(document, i) === 'of' && coordinated(document, i).length > 1;
    if (i > token || !/^(?:amod|compound)$/.test(deprel)) return false;
    return coordinated(document, i).filter((joined) => entityOf(table, joined).length > 0).length > 1;
  });
}

/** Where the first dash of a text stands within that many tokens, what is before it may be a dateline. */
const longestDateline = 20;

/** The token behind the dash of 'DJIBOUTI CITY, Nov 13 (Agency) — '; 0 where the text does not open like that. */
function datelineEnd(document: AnnotatedDocument): number {
  const dash = document.tokens.slice(0, longestDateline).findIndex(({ text }) => /^[-–—]+$/.test(text));
  if (dash <= 0) return 0;
  const before = document.tokens.slice(0, dash);
  return before.every(({ upos, text }) => upos === 'PUNCT' || upos === 'NUM' || /^\p{Lu}/u.test(text))
    ? dash + 1
    : 0;
}

/** The words behind a dateline that the tree hangs on a name inside it. */
function behindDateline(document: AnnotatedDocument, token: number, end: number): number[] {
  return children(document, token)
    .filter(({ i, upos }) => i >= end && upos !== 'VERB')
    .map(({ i }) => i);
}

/** For 'a firm' in 'SPPC, a firm in Isfahan' the name it explains. */
function nameApposedTo(document: AnnotatedDocument, table: EntityTable, token: number): Entity[] {
  const noun = document.tokens[token];
  return noun?.deprel === 'appos' && noun.upos === 'NOUN' ? entityOf(table, noun.head) : [];
}

/** Names that stand beside a noun as the same thing: 'the envoy, Folasade Cole', 'the minister Alun Prosser'. */
function beside(document: AnnotatedDocument, token: number): number[] {
  return children(document, token)
    .filter(
      ({ i, deprel, upos }) =>
        deprel === 'appos' || (i > token && upos === 'PROPN' && /^(?:flat|nmod:desc|compound)/.test(deprel)),
    )
    .map(({ i }) => i);
}

/** 'US Secretary of State Marco Rubio', 'Chief of Staff Mark Milley': the tree takes the holder for what the office is of. */
function behindOffice(document: AnnotatedDocument, table: EntityTable, token: number): number[] {
  if (!/^(?:secretary|chief|minister|director|speaker)$/i.test(document.tokens[token]?.text ?? '')) return [];
  return children(document, token, 'nmod')
    .filter(({ i }) => {
      const mention = table.mentionHeadedBy(i);
      if (mention?.form !== 'name' || table.byId(mention.entity)?.kind !== 'person') return false;
      const office = document.tokens.slice(token + 1, mention.first);
      return office.length === 2 && office[0]?.lower === 'of' && offices.has(office[1]?.lower ?? '');
    })
    .map(({ i }) => i);
}

/** 'the Governor-General, Dr Marie Oduya': a title in two parts, whose tree seldom finds the name behind it. */
function behindHyphen(document: AnnotatedDocument, table: EntityTable, token: number): number[] {
  if (hyphenated(document, token) === undefined) return [];
  const first = document.tokens[token + 3]?.text === ',' ? token + 4 : token + 3;
  const named = table.mentions.find(
    ({ first: start, form }) => form === 'name' && (start === first || start === first + 1),
  );
  return named === undefined ? [] : [named.head];
}

function entityOf(table: EntityTable, token: number): Entity[] {
  const entity = table.mentionHeadedBy(token) === undefined ? undefined : table.actorAt(token);
  return entity === undefined ? [] : [entity];
}

function isProper(token: Token | undefined): boolean {
  return token?.upos === 'PROPN' || token?.upos === 'PRON';
}

const offices = wordSet(roleVocabulary.offices);
const documents = wordSet(roleVocabulary.documents);
const agents = wordSet(roleVocabulary.agents);
const ownAgents = wordSet(Object.values(roleVocabulary.ownAgents).flat());
const privateNouns = wordSet(roleVocabulary.privateNouns);

/** For 'a report accusing …' the one who put it out. */
function authorOf(document: AnnotatedDocument, token: number): number[] {
  const noun = document.tokens[token];
  if (noun === undefined || !documents.has(noun.lemma) || noun.deprel !== 'obj') return [];
  return argumentsOf(document, noun.head).slots.subject?.slice() ?? [];
}

/** 'threats made by Iran': the doers of participles behind a noun. */
function makers(document: AnnotatedDocument, below: readonly Token[]): number[] {
  return below
    .filter(({ deprel, xpos }) => deprel === 'acl' && xpos === 'VBN')
    .flatMap(({ i }) =>
      children(document, i, 'obl').filter((phrase) => prepositionOf(document, phrase.i) === 'by'),
    )
    .map(({ i }) => i);
}

/** What tells whom a noun stands for, the closest kind first; those who act for themselves stand for nobody who describes them. */
function describing(document: AnnotatedDocument, token: number, acting: boolean): number[][] {
  if (acting && ownAgents.has(document.tokens[token]?.lemma ?? '')) return [];
  const below = children(document, token);
  const owners = below.filter(({ deprel }) => deprel === 'nmod:poss');
  const modifiers = below.filter(
    ({ deprel }) => deprel === 'amod' || deprel === 'compound' || deprel === 'flat',
  );
  const phrases = below.filter(({ deprel }) => deprel === 'nmod');
  const by = (wanted: readonly string[]): number[] =>
    phrases.filter(({ i }) => wanted.includes(prepositionOf(document, i) ?? '')).map(({ i }) => i);
  const stands = representatives.has(document.tokens[token]?.lower ?? '');
  const isAgent = agents.has(document.tokens[token]?.lemma ?? '');
  const origin = [
    ...by(isAgent ? ['for', 'of', 'from', 'by'] : ['of', 'from', 'by']),
    ...makers(document, below),
  ];
  const rest = by([
    'including',
    'such-as',
    'like',
    'on',
    'against',
    'with',
    'between',
    'to',
    'in',
    'for',
    'at',
  ]);
  const first = [owners.map(({ i }) => i), modifiers.map(({ i }) => i)];
  if (stands) return [...first, origin, by(['in'])];
  if (acting) return [...first, origin, authorOf(document, token)];
  return [...first, origin, rest];
}

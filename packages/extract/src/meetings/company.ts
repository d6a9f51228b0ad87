import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { coordinated } from '../roles/coordination.ts';
import type { Predication } from '../roles/predication.ts';
import { isJoint } from '../roles/sides.ts';
import type { MeetingSources } from './mention.ts';
import type { MeetingWords } from './lexicon.ts';

/** Two people whom the text named side by side, and the verb of the clause that did. */
export interface Pair {
  /** The heads of their phrases and names. */
  readonly tokens: readonly number[];
  /** The verb they are the subject of; null where they are none. */
  readonly verb: number | null;
}

/** A predication with the people that its words for several stand for. */
export interface Accompanied {
  readonly predication: Predication;
  /** The slots that have a word for several: 'both sides', 'they'. */
  readonly joint: ReadonlySet<string>;
  /** The two people whom that word stands for, where the text named two. */
  readonly pair: Pair | undefined;
}

/** Puts the two people just named in the place of 'they', 'the two ministers', 'each of the two men', 'between them'. */
export function withPair(
  sources: MeetingSources,
  words: MeetingWords,
  predication: Predication,
): Accompanied {
  const { document } = sources;
  const joint = new Set<string>();
  let pair: Pair | undefined;
  const slots: Record<string, readonly number[]> = {};
  for (const [name, tokens] of Object.entries(predication.slots)) {
    slots[name] = tokens.flatMap((token) => {
      const word = jointWithin(document, token);
      if (word === undefined || namesPeople(sources, word)) return [token];
      joint.add(name);
      const found = pairBefore(sources, words, word);
      pair ??= found;
      if (found === undefined) return [token];
      return word === token ? [...found.tokens] : [token, ...found.tokens];
    });
  }
  return { predication: pair === undefined ? predication : { ...predication, slots }, joint, pair };
}

/** 'the two ministers, Rasa Venckutė and Viktor Grinkevich' name those they stand for. */
function namesPeople({ document, actors }: MeetingSources, token: number): boolean {
  return (
    document.tokens[token]?.upos === 'NOUN' &&
    actors.actors([token]).some((id) => actors.kind(id) === 'person')
  );
}

/** How many sentences back the people of 'the two ministers' are looked for. */
const pairReach = 3;

/**
 * Who holds the posts that a noun names of groups: 'the foreign ministers of Peru and Ecuador' are those whom the article
 * calls foreign ministers of the two. A post that several hold tells of nobody.
 */
export function holdersOf(
  { document, table, actors, positions }: MeetingSources,
  words: MeetingWords,
  token: number,
): string[] {
  const noun = document.tokens[token];
  if (noun?.upos !== 'NOUN') return [];
  const found = actors.actors([token]);
  if (found.some((id) => actors.kind(id) !== 'group')) return [];
  const post = postOf(document, noun);
  return found.flatMap((group) => {
    const holders = positions.filter(
      (position) => position.group === group && isCurrent(position) && isTitled(position, post, words),
    );
    const people = [...new Set(holders.map(({ person }) => person))];
    const only = people.length === 1 ? people : [];
    return only.filter((person) => table.byId(person) !== undefined);
  });
}

interface Post {
  readonly head: string;
  readonly qualifiers: readonly string[];
}

/** 'foreign minister' of 'their foreign ministers'. */
function postOf(document: AnnotatedDocument, noun: Token): Post {
  const qualifiers = children(document, noun.i)
    .filter(
      ({ i, deprel, text }) => /^(?:amod|compound)/.test(deprel) && i < noun.i && !/^\p{Lu}/u.test(text),
    )
    .map(({ lower }) => lower);
  return { head: noun.lemma.toLowerCase(), qualifiers };
}

const isCurrent = ({ status }: Position): boolean => status !== 'former' && status !== 'candidate';

/** Titles of those who stand in for another. */
const deputising = /^(?:deputy|vice|assistant|acting|junior|under|deputy-|vice-)/;

/** Who leads a part of a state does not lead the state. */
const ofAPart =
  /^(?:opposition|party|minority|majority|house|senate|parliamentary|rebel|militia|union|council|committee)$/;

function isTitled({ title }: Position, { head, qualifiers }: Post, words: MeetingWords): boolean {
  const parts = title.toLowerCase().split(/[\s-]+/);
  const heads = head === 'leader' ? words.leaders : new Set([head]);
  if (!parts.some((part) => heads.has(part))) return false;
  if (head === 'leader' && parts.some((part) => ofAPart.test(part))) return false;
  if (!qualifiers.every((qualifier) => parts.includes(qualifier))) return false;
  return parts.some((part) => deputising.test(part)) === qualifiers.some((word) => deputising.test(word));
}

/**
 * The people that a word for several stands for ('the two ministers', 'they', 'between them'): the last two whom one clause
 * names side by side, no more than a few sentences back; of a title only those who hold it.
 */
function pairBefore(sources: MeetingSources, words: MeetingWords, token: number): Pair | undefined {
  const { document, table } = sources;
  const word = document.tokens[token];
  if (word === undefined) return undefined;
  const told = table.mentions.filter(
    ({ head }) => head < token && word.sentence - (document.tokens[head]?.sentence ?? 0) <= pairReach,
  );
  const near = told.filter(({ form }) => form === 'name');
  const isBody = words.bodies.has(word.lemma) || word.lower === 'their';
  const people = isBody ? [] : near.filter(({ entity }) => isMeant(sources, words, word, entity));
  const bodies =
    isBody || word.upos === 'PRON'
      ? near.filter(({ entity }) =>
          isBodyNamed(sources, entity, words.lands.has(word.lemma) || word.lower === 'their'),
        )
      : [];
  return (
    lastTwo(document, people) ??
    apposedBefore(sources, word) ??
    (isBody ? undefined : onlyTwo(sources, told, word)) ??
    lastTwo(document, bodies)
  );
}

/** The last two mentions of a list that one phrase joins. */
function lastTwo(document: AnnotatedDocument, named: readonly Mention[]): Pair | undefined {
  for (const mention of named.toReversed()) {
    const heads = besideIt(document, named, mention);
    if (heads.length !== 2) continue;
    const tokens = heads.flatMap((head) => [...new Set([phraseOf(document, head), head])]);
    return { tokens, verb: verbOver(document, mention) };
  }
  return undefined;
}

/** 'The deputy ministers', of whom the text has said 'the two deputy foreign ministers, Venckutė and Grinkevich'. */
function apposedBefore({ document, actors }: MeetingSources, word: Token): Pair | undefined {
  if (word.upos !== 'NOUN') return undefined;
  const named = document.tokens.findLast(
    ({ i, lemma, xpos }) =>
      i < word.i &&
      lemma === word.lemma &&
      xpos === 'NNS' &&
      children(document, i, 'appos').length > 0 &&
      actors.actors(namesBeside(document, i)).filter((id) => actors.kind(id) === 'person').length === 2,
  );
  return named === undefined ? undefined : { tokens: namesBeside(document, named.i), verb: null };
}

const namesBeside = (document: AnnotatedDocument, noun: number): number[] =>
  children(document, noun, 'appos').flatMap(({ i }) => coordinated(document, i));

/** 'Trump told Putin that they would meet': the only two people that the sentence has named. */
function onlyTwo(
  { document, table }: MeetingSources,
  told: readonly Mention[],
  { sentence, i }: Token,
): Pair | undefined {
  const here = told.filter(
    ({ head, entity }) =>
      head !== i && document.tokens[head]?.sentence === sentence && table.byId(entity)?.kind === 'person',
  );
  const heads = new Map(here.map(({ entity, head }) => [entity, head]));
  return heads.size === 2 ? { tokens: [...heads.values()], verb: null } : undefined;
}

/** A state for 'the two countries', else any group but one that reports. */
function isBodyNamed({ table }: MeetingSources, entity: string, isLand: boolean): boolean {
  const found = table.byId(entity);
  if (found?.kind !== 'group') return false;
  return isLand ? found.groupKind === 'state' : found.groupKind !== 'media';
}

function isMeant(
  { table, positions }: MeetingSources,
  words: MeetingWords,
  word: Token,
  entity: string,
): boolean {
  if (table.byId(entity)?.kind !== 'person') return false;
  if (word.upos !== 'NOUN' || /^(?:man|woman|rival|team)$/.test(word.lemma)) return true;
  const post = { head: word.lemma, qualifiers: [] };
  return positions.some((position) => position.person === entity && isTitled(position, post, words));
}

/** The heads of the names joined to a mention by 'and', its own among them. */
function besideIt(document: AnnotatedDocument, people: readonly Mention[], mention: Mention): number[] {
  const first = topOf(document, mention.head);
  const joined = new Set([first, ...coordinated(document, first)]);
  const named = people.filter(({ head }) => joined.has(phraseOf(document, head)));
  return [...new Map(named.map(({ entity, head }) => [entity, head])).values()];
}

/** The head of the phrase a name is an apposition of. */
function phraseOf(document: AnnotatedDocument, head: number): number {
  const token = document.tokens[head];
  return token?.deprel === 'appos' ? phraseOf(document, token.head) : head;
}

/** The first of the joined phrases that a name stands in. */
function topOf(document: AnnotatedDocument, head: number): number {
  const phrase = phraseOf(document, head);
  const token = document.tokens[phrase];
  return token?.deprel === 'conj' ? topOf(document, token.head) : phrase;
}

function verbOver(document: AnnotatedDocument, mention: Mention): number | null {
  const top = document.tokens[topOf(document, mention.head)];
  if (top === undefined) return null;
  const verb = top.deprel.startsWith('nsubj') ? headOf(document, top.i) : clauseOf(document, top);
  return verb?.upos === 'VERB' ? verb.i : null;
}

/** 'A, the minister, and B, hers, spent …' read as a noun with a participle: the verb behind joined names is theirs. */
function clauseOf(document: AnnotatedDocument, top: Token): Token | undefined {
  return top.deprel === 'root' ? children(document, top.i, 'acl').find(({ i }) => i > top.i) : undefined;
}

/** The word for several that a token is, owns or is made up of: 'a joint commission of the two countries', 'each of the two men'. */
function jointWithin(document: AnnotatedDocument, token: number): number | undefined {
  if (isJoint(document, token)) return token;
  const owner = child(document, token, 'nmod:poss');
  if (owner?.lower === 'their' && document.tokens[token]?.xpos === 'NNS') return owner.i;
  return children(document, token).find(({ i, deprel }) => deprel.startsWith('nmod') && isJoint(document, i))
    ?.i;
}

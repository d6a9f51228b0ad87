import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Mention } from '../../context.ts';
import { coordinated, prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { isJoint, sidesBefore } from '../../roles/sides.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { isCurrent, isTitled, postOf } from './posts.ts';
import type { MeetingWords } from '../lexicon.ts';

/** Two people whom the text named side by side, and the verb of the clause that did. */
export interface Pair {
  /** The heads of their phrases and names. */
  readonly tokens: readonly number[];
  /** The verb they are the subject of, or the place they are said to be in; null where they are none. */
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
      const found = pairBefore(sources, words, word, predication.kind === 'verb');
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
 * The people that a word for several stands for ('the two ministers', 'they', 'between them'): the last two whom one clause
 * names side by side, no more than a few sentences back; of a title only those who hold it.
 */
function pairBefore(
  sources: MeetingSources,
  words: MeetingWords,
  token: number,
  isVerb: boolean,
): Pair | undefined {
  const { document, table } = sources;
  const word = document.tokens[token];
  if (word === undefined) return undefined;
  if (isJointBody(document, token)) return statesOf(sources, token);
  const titled = titledPair(sources, words, word);
  if (titled !== undefined) return titled;
  const told = table.mentions.filter(
    ({ head }) => head < token && word.sentence - (document.tokens[head]?.sentence ?? 0) <= pairReach,
  );
  const near = told.filter(({ form, head }) => form === 'name' || isHeOrShe(document, head));
  const isBody = words.bodies.has(word.lemma) || word.lower === 'their' || isSentBySides(document, token);
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
    (isBody
      ? undefined
      : (onlyTwo(sources, told, word) ?? (isVerb ? onlyTwo(sources, told, word, 1) : undefined))) ??
    lastTwo(document, bodies) ??
    toldBehind(sources, word)
  );
}

/** 'When they last met, Trump warned Putin that …': the only two people that the sentence names behind the pronoun's clause. */
function toldBehind({ document, table }: MeetingSources, { i, upos, sentence }: Token): Pair | undefined {
  const clause = headOf(document, i);
  const above = clause?.deprel.startsWith('advcl') === true ? headOf(document, clause.i) : undefined;
  if (upos !== 'PRON' || above?.upos !== 'VERB' || above.i < i) return undefined;
  const named = table.mentions.filter(
    ({ entity, head, form }) =>
      head > i &&
      form === 'name' &&
      document.tokens[head]?.sentence === sentence &&
      table.byId(entity)?.kind === 'person',
  );
  const heads = new Map(named.map(({ entity, head }) => [entity, head]));
  return heads.size === 2 ? { tokens: [...heads.values()], verb: null } : undefined;
}

/** 'the two foreign ministers': the only two who hold that post, whoever else the clause names left out. */
function titledPair(
  { document, table, positions }: MeetingSources,
  words: MeetingWords,
  word: Token,
): Pair | undefined {
  const post = postOf(document, word);
  if (word.upos !== 'NOUN' || post.qualifiers.length === 0) return undefined;
  const holders = new Set(
    positions
      .filter((position) => isCurrent(position) && isTitled(position, post, words))
      .map(({ person }) => person),
  );
  const named = table.mentions.filter(
    ({ entity, head, form }) => form === 'name' && head < word.i && holders.has(entity),
  );
  const here = new Set(
    named.filter(({ head }) => document.tokens[head]?.sentence === word.sentence).map(({ entity }) => entity),
  );
  const heads = new Map(
    named.filter(({ entity }) => !here.has(entity)).map(({ entity, head }) => [entity, head]),
  );
  return heads.size === 2 ? { tokens: [...heads.values()], verb: null } : undefined;
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

/** 'She and her counterpart, Rodrigo Vergara': a pronoun for one. */
const isHeOrShe = (document: AnnotatedDocument, head: number): boolean =>
  /^(?:he|she)$/.test(document.tokens[head]?.lower ?? '');

/** 'Trump told Putin that they would meet': the only two people that the sentence has named, or the one `back` sentences before it. */
function onlyTwo(
  { document, table }: MeetingSources,
  told: readonly Mention[],
  { sentence, i }: Token,
  back = 0,
): Pair | undefined {
  const here = told.filter(
    ({ head, entity }) =>
      head !== i &&
      document.tokens[head]?.sentence === sentence - back &&
      table.byId(entity)?.kind === 'person',
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
  const isThere = verb !== undefined && verb.upos === 'PROPN' && child(document, verb.i, 'cop') !== undefined;
  return verb?.upos === 'VERB' || isThere ? verb.i : null;
}

/** 'A, the minister, and B, hers, spent …' read as a noun with a participle: the verb behind joined names is theirs. */
function clauseOf(document: AnnotatedDocument, top: Token): Token | undefined {
  return top.deprel === 'root' ? children(document, top.i, 'acl').find(({ i }) => i > top.i) : undefined;
}

/** The two states that the text speaks of most, by their last mentions. */
function statesOf({ table }: MeetingSources, token: number): Pair | undefined {
  const heads = sidesBefore(table, token).flatMap((id) => {
    const last = table.mentions.findLast(({ head, entity }) => head < token && entity === id);
    return last === undefined ? [] : [last.head];
  });
  return heads.length === 2 ? { tokens: heads, verb: null } : undefined;
}

/** 'the joint commission' is that of the two states the text is about. */
function isJointBody(document: AnnotatedDocument, token: number): boolean {
  return (
    /^(?:commission|committee|council|panel|body)$/.test(document.tokens[token]?.lemma ?? '') &&
    children(document, token, 'amod').some(({ lower }) => lower === 'joint') &&
    children(document, token, 'nmod').every(
      ({ i }) => !/^(?:of|between)$/.test(prepositionOf(document, i) ?? ''),
    )
  );
}

/** 'the pair met'. */
function isPair(document: AnnotatedDocument, token: number): boolean {
  const noun = document.tokens[token];
  return (
    noun !== undefined &&
    /^(?:pair|duo)$/.test(noun.lemma) &&
    child(document, token, 'det')?.lower === 'the' &&
    child(document, token, 'nmod') === undefined
  );
}

/** 'insists that nobody met anybody': none of those who are told to have met. */
const isNobody = ({ tokens }: AnnotatedDocument, token: number): boolean =>
  /^(?:nobody|no-one|noone|neither)$/.test(tokens[token]?.lower ?? '') ||
  (tokens[token]?.lower === 'one' && tokens[token - 1]?.lower === 'no');

/** 'Negotiators met in Geneva': whoever is sent by the sides of the text, where nothing says by whom. */
function isSentBySides(document: AnnotatedDocument, token: number): boolean {
  const noun = document.tokens[token];
  if (
    noun?.xpos !== 'NNS' ||
    !/^(?:negotiator|delegation|envoy|minister|official|diplomat|leader|technician)$/.test(noun.lemma)
  )
    return false;
  return children(document, token).every(
    ({ deprel, lower }) => /^(?:punct|case|cc)$/.test(deprel) || /^(?:the|chief|lead|both)$/.test(lower),
  );
}

/** The word for several that a token is, owns or is made up of: 'a joint commission of the two countries', 'each of the two men'. */
export function jointWithin(document: AnnotatedDocument, token: number): number | undefined {
  if (isJoint(document, token) || isPair(document, token) || isSentBySides(document, token)) return token;
  if (isNobody(document, token)) return token;
  if (isJointBody(document, token)) return token;
  const owner = child(document, token, 'nmod:poss');
  if (owner?.lower === 'their' && document.tokens[token]?.xpos === 'NNS') return owner.i;
  return children(document, token).find(({ i, deprel }) => deprel.startsWith('nmod') && isJoint(document, i))
    ?.i;
}

import { ancestors, child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { onceEach } from '../collections.ts';
import { argumentsOf, prepositionalSlots } from '../roles/arguments.ts';
import { entriesFor } from '../roles/trigger.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventSources } from './find.ts';
import type { Evaluations } from './lexicon.ts';

const claims = wordSet([
  'allegation',
  'accusation',
  'claim',
  'charge',
  'report',
  'idea',
  'suggestion',
  'insinuation',
  'innuendo',
  'notion',
  'rumor',
  'rumour',
  'complaint',
  'criticism',
]);

/** What a word says of somebody. */
export interface Judgement {
  readonly type: 'ACCUSE' | 'SUPPORT';
  /** Who is judged. */
  readonly targets: readonly string[];
  /** 'you' is judged: whoever is spoken to. */
  readonly isAddressee: boolean;
}

/** The words that judge, for look-up. */
export interface JudgingWords {
  readonly negative: ReadonlySet<string>;
  readonly positive: ReadonlySet<string>;
  readonly praise: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly misdeeds: ReadonlyMap<string, true>;
  readonly lapses: ReadonlyMap<string, true>;
  readonly harms: ReadonlySet<string>;
  readonly backing: ReadonlyMap<string, true>;
  readonly backed: ReadonlySet<string>;
  readonly opposing: ReadonlySet<string>;
  readonly untrue: ReadonlySet<string>;
}

/** The lexicon's lists, ready for look-up. */
export const readJudgingWords: (evaluations: Evaluations) => JudgingWords = onceEach((lists) => {
  const index = (list: readonly string[]): ReadonlyMap<string, true> =>
    new Map(list.map((word) => [word, true]));
  return {
    negative: wordSet(lists.negative),
    positive: wordSet(lists.positive),
    praise: wordSet(lists.praise),
    plain: wordSet(lists.plain),
    misdeeds: index(lists.misdeeds),
    lapses: index(lists.lapses),
    harms: wordSet(lists.harms),
    backing: index(lists.backing),
    backed: wordSet(lists.backed),
    opposing: wordSet(lists.opposing),
    untrue: wordSet(lists.untrue),
  };
});

/** The judgement that a word makes of somebody; undefined where it makes none. */
export function judgementAt(sources: EventSources, words: JudgingWords, word: Token): Judgement | undefined {
  const { document } = sources;
  if (word.upos === 'VERB' && !isAttributive(document, word)) {
    const deed = deedAt(sources, words, word);
    if (deed !== undefined) return deed;
  }
  if (isBehind(document, word)) return blamed(subjectOf(sources, word));
  if (words.harms.has(word.lemma) && word.upos === 'NOUN') return harmAt(sources, words, word);
  const isNegative = words.negative.has(word.lemma) || words.negative.has(word.lower);
  if (!isNegative && !words.positive.has(word.lemma)) return undefined;
  if (isDisowned(document, word) || isOpposed(document, words, word) || isTopic(document, word))
    return undefined;
  const negated = isNegated(document, word);
  if (isNegative && (isOfClaim(document, word) || isRuled(document, word))) return undefined;
  if (isNegative) return negated ? undefined : blamed(judgedBy(sources, word), addresses(sources, word));
  const said = word.deprel === 'amod' ? headOf(document, word.i) : word;
  if (said === undefined || !isPredicated(said) || !isSaidOf(document, said)) return undefined;
  const judged = blamed(subjectOf(sources, said), addresses(sources, said));
  return negated ? judged : { ...judged, type: 'SUPPORT' };
}

const blamed = (targets: readonly string[], isAddressee = false): Judgement => ({
  type: 'ACCUSE',
  targets,
  isAddressee,
});

/** 'was behind the attack'. */
function isBehind(document: AnnotatedDocument, { i, upos }: Token): boolean {
  if (upos !== 'NOUN' || child(document, i, 'cop') === undefined) return false;
  return child(document, i, 'case')?.lower === 'behind';
}

/** 'intrusions from Russia', 'the army's siege': harm blamed on whoever makes it, not on what the clause is about. */
function harmAt(sources: EventSources, words: JudgingWords, word: Token): Judgement | undefined {
  const { document, actors } = sources;
  if (isDisowned(document, word) || isOpposed(document, words, word) || isNegated(document, word))
    return undefined;
  const makers = actors.doers(makersOf(document, word, word));
  return makers.length === 0 ? undefined : blamed(makers);
}

/** 'forced or coerced relocations'. */
const isAttributive = (document: AnnotatedDocument, { i, deprel }: Token): boolean =>
  deprel === 'amod' || (deprel === 'conj' && headOf(document, i)?.deprel === 'amod');

/** 'has lied', 'does not understand', 'arms the rebels': blame by what somebody does or leaves undone. */
function deedAt(sources: EventSources, words: JudgingWords, verb: Token): Judgement | undefined {
  const isMisdeed = entriesFor(words.misdeeds, verb) !== undefined || backsBadPeople(sources, words, verb);
  if (!isMisdeed && entriesFor(words.lapses, verb) === undefined) return undefined;
  const { modality, negated } = sources.roles.at(verb.i);
  if (negated === isMisdeed || /^(?:conditional|required|denied)$/.test(modality)) return undefined;
  if (!isMisdeed && modality !== 'actual') return undefined;
  return blamed(subjectOf(sources, verb), addresses(sources, verb));
}

function backsBadPeople(
  { document, actors }: EventSources,
  { backing, backed }: JudgingWords,
  verb: Token,
): boolean {
  if (entriesFor(backing, verb) === undefined) return false;
  const objects = argumentsOf(document, verb.i).slots.object ?? [];
  return (
    objects.some((token) => backed.has(document.tokens[token]?.lemma ?? '')) ||
    actors.named(objects).some((id) => actors.groupKind(id) === 'armed_group')
  );
}

/** 'you' in the place of the one who is judged. */
function addresses({ document }: EventSources, word: Token): boolean {
  const subject = argumentsOf(document, word.i).slots.subject ?? [];
  return subject.some((token) => document.tokens[token]?.lower === 'you');
}

/** 'declared the ban unconstitutional', 'found him guilty': a ruling, which strikes down or convicts. */
const isRuled = (document: AnnotatedDocument, word: Token): boolean =>
  word.deprel === 'xcomp' && /^(?:declare|rule|find|hold)$/.test(headOf(document, word.i)?.lemma ?? '');

/** A word for what somebody says, which may be untrue. */
export const isClaim = (noun: Token | undefined): boolean => noun !== undefined && claims.has(noun.lemma);

/** 'the idea that … is absurd', 'their allegations are false': a claim is judged, not a deed. */
function isOfClaim(document: AnnotatedDocument, word: Token): boolean {
  const subject = child(document, word.i, 'nsubj');
  const object =
    word.deprel === 'obl' || word.deprel === 'xcomp' ? child(document, word.head, 'obj') : undefined;
  return isClaim(subject) || isClaim(object);
}

function subjectOf({ document, actors }: EventSources, word: Token): readonly string[] {
  return actors.doers(argumentsOf(document, word.i).slots.subject ?? []);
}

/** Negated itself, or what a negated verb is about: 'did not commit crimes', not 'crimes cannot be tolerated'. */
function isNegated(document: AnnotatedDocument, token: Token): boolean {
  const governor = /^(?:obj|obl|xcomp|amod|nmod|advmod)/.test(token.deprel)
    ? headOf(document, token.i)
    : undefined;
  return [token, governor].some(
    (at) =>
      at !== undefined &&
      children(document, at.i).some(({ lower }) =>
        /^(?:not|no|never|n't|n’t|neither|nor|without)$/.test(lower),
      ),
  );
}

const denial = wordSet(roleVocabulary.modality.denialVerbs);

/** 'deny accusations of brutality'. */
function isDisowned(document: AnnotatedDocument, token: Token): boolean {
  return ancestors(document, token.i).some(
    ({ lemma }) => denial.has(lemma) || /^(?:accusation|allegation)$/.test(lemma),
  );
}

/** 'fight corruption', 'a struggle against tyranny', 'victims of terrorism': somebody stands against what is bad. */
function isOpposed(document: AnnotatedDocument, { opposing }: JudgingWords, word: Token): boolean {
  const phrase = word.deprel === 'amod' || word.deprel === 'compound' ? headOf(document, word.i) : word;
  if (phrase === undefined || !/^(?:obj|obl|nmod|conj|nsubj:pass|compound)/.test(phrase.deprel)) return false;
  if (child(document, phrase.i, 'case')?.lower === 'against') return true;
  const governor = headOf(document, phrase.i);
  return governor !== undefined && opposing.has(governor.lemma);
}

/** 'the counter-terrorism bill', 'propaganda exercise', 'whether the suspected terrorist leader is here': nobody is called so. */
function isTopic(document: AnnotatedDocument, word: Token): boolean {
  return (
    word.deprel === 'compound' ||
    ancestors(document, word.i).some(({ i }) => child(document, i, 'mark')?.lower === 'whether')
  );
}

const isSaidOf = (document: AnnotatedDocument, { i, deprel }: Token): boolean =>
  deprel === 'xcomp' || child(document, i, 'cop') !== undefined;

/** Praise is said of something, not only a word before a noun ('a historic deal'). */
const isPredicated = ({ deprel, xpos }: Token): boolean =>
  /^(?:root|ccomp|xcomp|conj|parataxis)/.test(deprel) && xpos !== 'JJS';

const farthestClimb = 4;

/**
 * What a judging word is said of: the owner or maker of the noun, the noun that it modifies, the subject of its clause or the
 * object it is predicated of. No clause beyond the word's own.
 */
function judgedBy({ document, actors }: EventSources, word: Token): readonly string[] {
  let at: Token | undefined = word;
  for (let depth = 0; at !== undefined && depth < farthestClimb; depth++, at = headOf(document, at.i)) {
    const { slots } = argumentsOf(document, at.i);
    const subject = slots.subject ?? [];
    for (const tokens of [makersOf(document, at, word), subject, at === word ? [] : (slots.object ?? [])]) {
      const ids = actors.doers(tokens);
      if (ids.length > 0) return ids;
    }
    if (subject.length > 0 || at.deprel.startsWith('nmod')) return [];
  }
  return [];
}

/** 'Russian aggression', 'the lies of the minister', 'his reckless policy': whose the noun is. */
function makersOf(document: AnnotatedDocument, noun: Token, word: Token): readonly number[] {
  if (noun.upos !== 'NOUN') return [];
  if (noun !== word) return [noun.i];
  const { by = [], from = [] } = prepositionalSlots(document, noun.i);
  const before = children(document, noun.i).filter(
    ({ deprel }) => deprel === 'nmod:poss' || deprel === 'amod' || deprel === 'compound',
  );
  return [...before.map(({ i }) => i), ...by, ...from];
}

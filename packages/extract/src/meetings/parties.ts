import { children, headOf, subtree, type AnnotatedDocument } from '@dragoman/nlp';
import { argumentsOf } from '../roles/arguments.ts';
import type { Predication } from '../roles/predication.ts';
import { isJoint } from '../roles/sides.ts';
import { holdersOf, jointWithin, pairBefore, type Pair } from './company.ts';
import type { MeetingSources } from './find.ts';
import type { MeetingPattern, MeetingWords } from './lexicon.ts';

/** Who is at a meeting, as entity ids; `groups` before the posts of the people are counted in. */
export interface Parties {
  readonly participants: readonly string[];
  readonly groups: readonly string[];
  readonly mediators: readonly string[];
  readonly hosts: readonly string[];
  /** Who led or chaired it: one who stands for none of the parties mediates. */
  readonly chairs: readonly string[];
  /** 'both sides', 'the two ministers': parties told elsewhere. */
  readonly joint: boolean;
  /** The two people that such words stand for. */
  readonly pair: Pair | undefined;
}

/** Reads the parties out of the slots of a pattern, the words before a noun, and the verbs of hosting and mediating around it. */
export function partiesOf(
  sources: MeetingSources,
  words: MeetingWords,
  predication: Predication,
  pattern: MeetingPattern,
): Parties {
  const { actors, document } = sources;
  const filled = (names: readonly string[]): number[] =>
    names.flatMap((name) => [...(predication.slots[name] ?? [])]);
  const around = rolesAround(sources, words, predication);
  const telling = new Set(isTold(document, words, predication) ? (predication.slots.subject ?? []) : []);
  const tokens = [...filled(pattern.parties), ...around.parties].filter(
    (token) =>
      !around.claimed.has(token) &&
      (!telling.has(token) || isJoint(document, token)) &&
      !isBetweenThem(document, predication, token),
  );
  const hosts = unique([...actors.actors(filled(pattern.hosts ?? [])), ...around.hosts]);
  const mediators = unique([...actors.actors(filled(pattern.mediators ?? [])), ...around.mediators]);
  const before = predication.kind === 'verb' ? [] : namesBefore(sources, predication.trigger, pattern);
  const visited = visitedGroups(sources, filled(pattern.visited ?? []));
  const described = describedBy(sources, tokens);
  const joint = filled(pattern.parties).filter((token) => jointWithin(document, token));
  const [pair] = joint.flatMap((token) => pairBefore(sources, words, token) ?? []);
  const holders = tokens.flatMap((token) => holdersOf(sources, words, token));
  const all = unique([
    ...(pair?.people ?? []),
    ...actors.actors(tokens.filter((token) => pair === undefined || !joint.includes(token))),
    ...holders,
    ...described,
    ...before,
    ...visited,
  ]).filter((id) => !mediators.includes(id));
  const people = all.filter((id) => actors.kind(id) === 'person');
  return {
    participants: people,
    groups: all.filter((id) => !people.includes(id)),
    mediators,
    hosts,
    chairs: around.chairs.filter((id) => !mediators.includes(id)),
    joint: joint.length > 0,
    pair,
  };
}

/** 'between them' are several, whomever the pronoun was resolved to. */
function isBetweenThem(document: AnnotatedDocument, { slots }: Predication, token: number): boolean {
  return document.tokens[token]?.lower === 'them' && (slots.between ?? []).includes(token);
}

/** The state in 'his Ecuadorean counterpart, Jose Valencia', beside the person. */
function describedBy({ document, table, actors }: MeetingSources, tokens: readonly number[]): string[] {
  const nouns = tokens.filter((token) => document.tokens[token]?.upos === 'NOUN');
  const describing = nouns.flatMap((token) =>
    children(document, token).filter(({ deprel }) => /^(?:amod|compound|nmod:poss)$/.test(deprel)),
  );
  return actors.named(describing.map(({ i }) => i)).filter((id) => table.byId(id)?.groupKind === 'state');
}

/** Is the noun what somebody only tells of: 'announced talks'? */
function isTold(document: AnnotatedDocument, words: MeetingWords, { kind, verb }: Predication): boolean {
  return kind === 'light' && verb !== null && words.tellingVerbs.has(document.tokens[verb]?.lemma ?? '');
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Names that stand before a noun: 'Iran-US talks', 'the GCC summit', 'Mr. Trump's February meeting'. */
function namesBefore(
  { document, actors, table }: MeetingSources,
  noun: number,
  { parties }: MeetingPattern,
): string[] {
  if (!parties.includes('modifier')) return [];
  return subtree(document, noun)
    .filter((token) => token < noun && sameNounPhrase(document, token, noun))
    .flatMap((token) => (table.mentionHeadedBy(token) === undefined ? [] : actors.named([token])));
}

function sameNounPhrase(document: AnnotatedDocument, token: number, noun: number): boolean {
  for (let at = document.tokens[token]; at !== undefined && at.i !== noun; at = headOf(document, at.i)) {
    if (!/^(?:compound|amod|nmod|conj|flat|dep|appos)/.test(at.deprel)) return false;
  }
  return true;
}

/** The states visited, also where only a city of theirs is named. */
function visitedGroups({ actors, table }: MeetingSources, visited: readonly number[]): string[] {
  return visited.flatMap((token) => {
    const named = actors.actors([token]);
    if (named.length > 0) return named;
    const country = actors.place(token)?.country;
    const state = table.entities.find(
      ({ kind, gazetteer }) => kind === 'group' && gazetteer !== undefined && gazetteer === country,
    );
    return state === undefined ? [] : [state.id];
  });
}

/** Who is around a meeting beside its parties. */
interface RolesAround {
  readonly hosts: readonly string[];
  readonly mediators: readonly string[];
  /** Who led or chaired it: one who stands for none of the parties mediates. */
  readonly chairs: readonly string[];
  /** Tokens behind 'between' and 'with' of those verbs: 'talks brokered by Oman between …'. */
  readonly parties: readonly number[];
  /** Tokens that host or mediate and so are no parties. */
  readonly claimed: ReadonlySet<number>;
}

/** Who hosts, chairs or mediates, from the verb that has the meeting as object, the participles that hang on it, and its phrases. */
function rolesAround(sources: MeetingSources, words: MeetingWords, predication: Predication): RolesAround {
  const { document, actors } = sources;
  const hosts: number[] = [];
  const mediators: number[] = goBetweens(document, words, predication);
  const chairs: number[] = [];
  const parties: number[] = [];
  const { with: company = [], between = [] } = predication.slots;
  const isThird = company.length === 0 || between.length > 0;
  for (const verb of verbsAround(document, words, predication)) {
    const lemma = document.tokens[verb]?.lemma ?? '';
    const { slots } = argumentsOf(document, verb);
    const doers = slots.subject ?? [];
    if (document.tokens[verb]?.deprel === 'acl')
      parties.push(...(slots.between ?? []), ...(slots.with ?? []));
    if (words.mediationVerbs.has(lemma)) mediators.push(...doers);
    else if (words.leadVerbs.has(lemma) && isThird) chairs.push(...doers);
    else if (words.hostVerbs.has(lemma)) hosts.push(...doers);
  }
  const isCalled = (token: number): boolean => isCalledMediator(document, words, token);
  return {
    hosts: actors.actors(hosts),
    mediators: actors.actors([...mediators, ...chairs.filter(isCalled)]),
    chairs: actors.actors(chairs.filter((token) => !isCalled(token))),
    parties,
    claimed: new Set([
      ...mediators,
      ...(predication.kind === 'verb'
        ? []
        : [...hosts, ...chairs.filter((token) => !isJoint(document, token))]),
    ]),
  };
}

/** 'through Omani mediators', 'under the mediation of the EU', 'with the UN envoy as mediator', 'with Norway in the chair'. */
function goBetweens(document: AnnotatedDocument, words: MeetingWords, { slots }: Predication): number[] {
  const phrases = ['through', 'via', 'by', 'with', 'from', 'under', 'thanks-to'].flatMap(
    (name) => slots[name] ?? [],
  );
  return phrases.filter((token) => {
    const noun = document.tokens[token];
    if (words.mediators.has(noun?.lemma ?? '') || words.mediationNouns.has(noun?.lemma ?? '')) return true;
    return (slots.with ?? []).includes(token) && isSeatedBetween(document, words, token);
  });
}

/** How far behind a name 'as mediator' may stand. */
const seatReach = 12;

function isSeatedBetween(document: AnnotatedDocument, words: MeetingWords, name: number): boolean {
  const following = document.tokens.slice(name + 1, name + seatReach);
  const stop = following.findIndex(({ upos, text }) => upos === 'VERB' || text === '.');
  return (stop < 0 ? following : following.slice(0, stop)).some(({ i, lower, lemma }) => {
    const before = document.tokens.slice(i - 2, i).map((token) => token.lower);
    if (lower === 'chair') return before.includes('in');
    const isBetween =
      words.mediators.has(lemma) || (lower === 'go' && document.tokens[i + 2]?.lower === 'between');
    return isBetween && before.includes('as');
  });
}

/** 'the envoy Folasade Cole', 'Folasade Cole, the mediator'. */
function isCalledMediator(document: AnnotatedDocument, words: MeetingWords, token: number): boolean {
  const titles = children(document, token).filter(({ deprel }) =>
    /^(?:appos|nmod:desc|compound|flat)/.test(deprel),
  );
  return [document.tokens[token], ...titles].some(
    (title) => title !== undefined && words.mediators.has(title.lemma),
  );
}

function verbsAround(
  document: AnnotatedDocument,
  words: MeetingWords,
  { trigger, verb }: Predication,
): number[] {
  const below = [trigger, ...(verb === null ? [] : [verb])].flatMap((token) =>
    children(document, token).filter(
      ({ deprel, upos }) => upos === 'VERB' && /^(?:acl|advcl|conj|parataxis)/.test(deprel),
    ),
  );
  const mediation = subtree(document, trigger).filter((token) => isMediation(document, words, token));
  return [
    ...new Set([
      ...(verb === null || verb === trigger ? [] : [verb]),
      ...below.map(({ i }) => i),
      ...mediation,
    ]),
  ];
}

/** 'mediated by …', 'with Qatar mediating' anywhere below: the tree often hangs it on the place or the last name. */
function isMediation(document: AnnotatedDocument, words: MeetingWords, token: number): boolean {
  const verb = document.tokens[token];
  return (verb?.xpos === 'VBN' || verb?.xpos === 'VBG') && words.mediationVerbs.has(verb.lemma);
}

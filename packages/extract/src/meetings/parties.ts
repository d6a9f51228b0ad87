import { children, headOf, subtree, type AnnotatedDocument } from '@dragoman/nlp';
import { argumentsOf } from '../roles/arguments.ts';
import type { Predication } from '../roles/predication.ts';
import { isJoint } from '../roles/sides.ts';
import type { MeetingSources } from './find.ts';
import type { MeetingPattern, MeetingWords } from './lexicon.ts';

/** Who is at a meeting, as entity ids; `groups` before the posts of the people are counted in. */
export interface Parties {
  readonly participants: readonly string[];
  readonly groups: readonly string[];
  readonly mediators: readonly string[];
  readonly hosts: readonly string[];
  /** 'both sides', 'the two ministers': parties told elsewhere. */
  readonly joint: boolean;
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
  const all = unique([...actors.actors(tokens), ...described, ...before, ...visited]).filter(
    (id) => !mediators.includes(id),
  );
  const people = all.filter((id) => actors.kind(id) === 'person');
  return {
    participants: people,
    groups: all.filter((id) => !people.includes(id)),
    mediators,
    hosts,
    joint: filled(pattern.parties).some((token) => isJoint(document, token)),
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

interface RolesAround {
  readonly hosts: readonly string[];
  readonly mediators: readonly string[];
  /** Tokens behind 'between' and 'with' of those verbs: 'talks brokered by Oman between …'. */
  readonly parties: readonly number[];
  /** Tokens that host or mediate and so are no parties. */
  readonly claimed: ReadonlySet<number>;
}

/** Who hosts or mediates, from the verb that has the meeting as object or the participles that hang on it. */
function rolesAround(sources: MeetingSources, words: MeetingWords, predication: Predication): RolesAround {
  const { document, actors } = sources;
  const hosts: number[] = [];
  const mediators: number[] = [];
  const parties: number[] = [];
  for (const verb of verbsAround(document, words, predication)) {
    const lemma = document.tokens[verb]?.lemma ?? '';
    const { slots } = argumentsOf(document, verb);
    const doers = slots.subject ?? [];
    if (document.tokens[verb]?.deprel === 'acl')
      parties.push(...(slots.between ?? []), ...(slots.with ?? []));
    if (words.mediationVerbs.has(lemma)) mediators.push(...doers);
    else if (
      words.leadVerbs.has(lemma) &&
      (doers.some((token) => isCalledMediator(document, words, token)) ||
        actors.actors(doers).some((id) => isEnvoyOfBody(sources, id)))
    )
      mediators.push(...doers);
    else if (words.hostVerbs.has(lemma)) hosts.push(...doers);
  }
  const goBetweens = ['through', 'via', 'by', 'with', 'from'].flatMap((name) =>
    (predication.slots[name] ?? []).filter((token) =>
      words.mediators.has(document.tokens[token]?.lemma ?? ''),
    ),
  );
  mediators.push(...goBetweens);
  return {
    hosts: actors.actors(hosts),
    mediators: actors.actors(mediators),
    parties,
    claimed: new Set([...mediators, ...(predication.kind === 'verb' ? [] : hosts)]),
  };
}

/** 'the envoy Folasade Cole', 'Folasade Cole, the mediator'. */
function isCalledMediator(document: AnnotatedDocument, words: MeetingWords, token: number): boolean {
  const titles = children(document, token).filter(({ deprel }) =>
    /^(?:appos|nmod:desc|compound|flat)/.test(deprel),
  );
  return [document.tokens[token], ...titles].some(
    (title) => title !== undefined && (title.lemma === 'envoy' || words.mediators.has(title.lemma)),
  );
}

/** Does a person hold a post in a world body? */
function isEnvoyOfBody({ table, positions }: MeetingSources, id: string): boolean {
  return positions.some(
    ({ person, group }) => person === id && group !== null && table.byId(group)?.groupKind === 'igo',
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

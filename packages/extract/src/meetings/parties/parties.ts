import { ancestors, children, headOf, subtree, type AnnotatedDocument } from '@dragoman/nlp';
import { coordinated, prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { isJoint } from '../../roles/sides.ts';
import { roleVocabulary, wordSet } from '../../roles/vocabulary.ts';
import { rolesAround, withAbsolute } from './around.ts';
import { attendants } from './attendants.ts';
import { othersElsewhere } from '../mentions/fits.ts';
import { holdersOf } from './posts.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import type { MeetingPattern, MeetingWords } from '../lexicon.ts';

/** Who is at a meeting, as entity ids; `groups` before the posts of the people are counted in. */
export interface Parties {
  readonly participants: readonly string[];
  readonly groups: readonly string[];
  /** Parties without a name: 'the city council', 'party leaders'. */
  readonly unnamed: readonly string[];
  readonly mediators: readonly string[];
  readonly hosts: readonly string[];
  /** Who led or chaired it: one who stands for none of the parties mediates. */
  readonly chairs: readonly string[];
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
    names.flatMap((name) =>
      name === 'attendant' ? attendants(sources, words, predication) : [...(predication.slots[name] ?? [])],
    );
  const around = rolesAround(sources, words, predication, pattern);
  const telling = new Set(isTold(document, words, predication) ? (predication.slots.subject ?? []) : []);
  const told = [
    ...filled(pattern.parties),
    ...around.parties,
    ...besideLastOf(sources, predication),
    ...(pattern.apart === true ? othersElsewhere(sources, words, predication) : []),
  ];
  const tokens = [...told, ...told.flatMap((token) => namedTogether(document, token))].filter(
    (token) =>
      token !== predication.trigger &&
      !around.claimed.has(token) &&
      !isMatter(document, token) &&
      (!telling.has(token) || isJoint(document, token)) &&
      !isBetweenThem(document, predication, token),
  );
  const hosts = unique([...housesAt(sources, pattern, filled(pattern.hosts ?? [])), ...around.hosts]);
  const between = filled(pattern.mediators ?? []);
  const goBetween =
    withAbsolute(document, predication.trigger) ??
    (between.length > 0 && !isOfClauseBefore(document, predication, between)
      ? between
      : doerBefore(sources, predication));
  const mediators = unique([
    ...(pattern.mediators === undefined ? [] : peopleOrGroups(sources, words, goBetween)),
    ...around.mediators,
  ]);
  const before = predication.kind === 'verb' ? [] : namesBefore(sources, predication.trigger, pattern);
  const visited = visitedGroups(sources, filled(pattern.visited ?? []));
  const described = describedBy(sources, tokens);
  const holders = tokens.flatMap((token) => [
    ...holdersOf(sources, words, token),
    ...bodyNamedLast(sources, words, token),
  ]);
  // A name of the meeting that was taken for somebody's: 'the gala dinner'.
  const called = sources.table.mentionAt(predication.trigger);
  const itself = called?.form === 'name' ? called.entity : undefined;
  const all = unique([...actors.actors(tokens), ...holders, ...described, ...before, ...visited]).filter(
    (id) => !mediators.includes(id) && id !== itself,
  );
  const people = all.filter((id) => actors.kind(id) === 'person');
  return {
    participants: people,
    groups: all.filter((id) => !people.includes(id)),
    unnamed: unnamedAmong(sources, tokens, holders, all.length > 1),
    mediators,
    hosts,
    chairs: around.chairs.filter((id) => !mediators.includes(id)),
  };
}

/** 'The proposals, including a German one, were part of the talks': what is talked about takes no part. */
const isMatter = ({ tokens }: AnnotatedDocument, token: number): boolean =>
  matters.has(tokens[token]?.lemma ?? '') && tokens[token]?.upos === 'NOUN';

const matters = wordSet([
  ...roleVocabulary.documents,
  'proposal',
  'idea',
  'plan',
  'issue',
  'measure',
  'question',
]);

/** Who has the house where a pattern says so; 'told the court of their sorrow' does not make them hosts of a hearing. */
function housesAt({ actors }: MeetingSources, { form }: MeetingPattern, tokens: readonly number[]): string[] {
  if (form !== 'hearing') return actors.actors(tokens);
  const named = actors.named(tokens);
  return actors.actors(tokens).filter((id) => actors.kind(id) === 'group' || named.includes(id));
}

/** The parties that have no name, of those that stand for nobody who has one. */
function unnamedAmong(
  { actors, unnamedSide }: MeetingSources,
  tokens: readonly number[],
  holders: readonly string[],
  areNamed: boolean,
): string[] {
  if (unnamedSide === undefined || holders.length > 0) return [];
  const nameless = tokens.filter((token) => actors.actors([token]).length === 0);
  return unique(nameless.flatMap((token) => unnamedSide(token, areNamed) ?? []));
}

/** 'Presidents Hakainde Hichilema and Felix Tshisekedi': all names that a plural noun is explained by. */
function namedTogether(document: AnnotatedDocument, token: number): number[] {
  const noun = document.tokens[token];
  if (noun?.upos !== 'NOUN' || noun.xpos !== 'NNS') return [];
  return children(document, token, 'appos')
    .filter(({ upos }) => upos === 'PROPN')
    .flatMap(({ i }) => coordinated(document, i));
}

/** 'before the same committee', 'told the court', 'talks with the company', 'between the government and …': the body of that kind that the text named last. */
function bodyNamedLast(
  { document, table, actors }: MeetingSources,
  words: MeetingWords,
  token: number,
): string[] {
  const noun = document.tokens[token];
  if (noun?.upos !== 'NOUN' || noun.xpos !== 'NN') return [];
  const kinds = kindsOf(words, noun.lemma);
  if (kinds === undefined) return [];
  const pointing = children(document, token).some(({ lower }) => /^(?:the|that|this|same)$/.test(lower));
  if (!pointing || actors.actors([token]).length > 0) return [];
  const isDescribed = children(document, token).some(({ deprel }) =>
    /^(?:amod|compound|nmod|acl)/.test(deprel),
  );
  if (isDescribed && !words.hearingBodies.has(noun.lemma)) return [];
  if (noun.lemma === 'government') return onlyState(table, token);
  const named = table.mentions.findLast(({ entity, form, first }) => {
    const body = table.byId(entity);
    if (body?.kind !== 'group' || form !== 'name' || first >= token) return false;
    return kinds === 'named'
      ? body.name.toLowerCase().split(/\s+/).includes(noun.lemma)
      : kinds.test(body.groupKind ?? '');
  });
  return named === undefined ? [] : [named.entity];
}

/** Which bodies a noun may mean: those that bear the word in their name, or those of a kind; undefined for other nouns. */
function kindsOf({ hearingBodies }: MeetingWords, lemma: string): RegExp | 'named' | undefined {
  if (hearingBodies.has(lemma) || namedSo.test(lemma)) return 'named';
  if (/^(?:company|firm|airline|manufacturer|carmaker|employer|developer|operator|contractor)$/.test(lemma))
    return /^company$/;
  if (lemma === 'party') return /^party$/;
  return lemma === 'government' ? /^state$/ : undefined;
}

/** Bodies that are mostly called by the last word of their names. */
const namedSo =
  /^(?:union|association|federation|league|guild|agency|ministry|authority|university|front|movement|alliance|coalition|church|club|foundation|cooperative|bank)$/;

/** 'the government': of the state that the text opens with, unless it speaks twice as much of another. */
function onlyState(table: MeetingSources['table'], token: number): string[] {
  const counts = new Map<string, number>();
  for (const { entity, first } of table.mentions) {
    const found = table.byId(entity);
    const state = found?.kind === 'place' ? table.counterpart(entity) : found;
    if (first < token && state?.groupKind === 'state') counts.set(state.id, (counts.get(state.id) ?? 0) + 1);
  }
  const [opening] = counts;
  return opening === undefined || Math.max(...counts.values()) > 2 * opening[1] ? [] : [opening[0]];
}

/** Who stands at tokens: those who hold the post that a noun names, else the people and groups it names. */
export function peopleOrGroups(
  sources: MeetingSources,
  words: MeetingWords,
  tokens: readonly number[],
): string[] {
  return tokens.flatMap((token) => {
    const holders = holdersOf(sources, words, token);
    return holders.length > 0 ? holders : sources.actors.actors([token]);
  });
}

/**
 * 'A and B, who had not spoken since the war, met …': where the tree hangs the clause on the last of joined subjects, the
 * others meet too, as one alone meets nobody.
 */
function besideLastOf({ document, actors }: MeetingSources, { kind, slots }: Predication): readonly number[] {
  const [only, ...others] = slots.subject ?? [];
  if (kind !== 'verb' || only === undefined || others.length > 0) return [];
  const counterparts = [...(slots.object ?? []), ...(slots.with ?? []), ...(slots.to ?? [])];
  if (actors.actors(counterparts).length > 0) return [];
  const name = [document.tokens[only], ...ancestors(document, only)].find(
    (token) => token !== undefined && !/^(?:flat|appos|nmod:desc)/.test(token.deprel),
  );
  if (name?.deprel !== 'conj') return [];
  const first = ancestors(document, name.i).find(({ deprel }) => deprel !== 'conj');
  return first === undefined || first.upos === 'VERB' ? [] : coordinated(document, first.i);
}

/** '…; a Caribbean envoy, Rita Lewis, carried messages': what the tree gives as subject stands before the semicolon. */
function isOfClauseBefore(
  { tokens }: AnnotatedDocument,
  { trigger }: Predication,
  doers: readonly number[],
): boolean {
  const last = Math.max(...doers);
  return last < trigger && tokens.slice(last, trigger).some(({ text }) => text === ';');
}

/** 'Isatou Jallow, the envoy of the council, passed drafts': where the tree loses the subject, the name before the verb with no other verb between. */
function doerBefore({ document, table }: MeetingSources, { trigger, kind }: Predication): number[] {
  const sentence = document.sentences[document.tokens[trigger]?.sentence ?? -1];
  if (kind !== 'verb' || sentence === undefined) return [];
  for (let at = trigger - 1; at >= sentence.first; at--) {
    const mention = table.mentionHeadedBy(at);
    if (mention?.form === 'name' && table.byId(mention.entity)?.kind === 'person') return [at];
    if (document.tokens[at]?.upos === 'VERB') return [];
  }
  return [];
}

/** 'between them' are several, whomever the pronoun was resolved to. */
function isBetweenThem(document: AnnotatedDocument, { slots }: Predication, token: number): boolean {
  return document.tokens[token]?.lower === 'them' && (slots.between ?? []).includes(token);
}

/** Whom the words beside a person give: the state in 'his Ecuadorean counterpart, Jose Valencia', 'Russia's Sergei Lavrov', the body in 'Fabrizio Carboni of the ICRC'. */
function describedBy({ document, table, actors }: MeetingSources, tokens: readonly number[]): string[] {
  const describing = tokens.flatMap((token) => {
    const isName = document.tokens[token]?.upos === 'PROPN';
    return children(document, token).filter(({ i, deprel }) =>
      isName
        ? deprel === 'nmod:poss' || (deprel === 'nmod' && prepositionOf(document, i) === 'of')
        : /^(?:amod|compound|nmod:poss)$/.test(deprel),
    );
  });
  const origins = tokens.flatMap((token) => originsOf(document, token));
  const offices = tokens.flatMap((token) => officesBeside(document, token));
  const seats = tokens.flatMap((token) => seatsOf(document, token));
  const bodies = describing.filter(
    ({ i, deprel }) => deprel === 'nmod' && document.tokens[i]?.upos === 'PROPN',
  );
  return [
    ...[...actors.named([...describing.map(({ i }) => i), ...origins]), ...actors.actors(offices)].filter(
      (id) => table.byId(id)?.groupKind === 'state',
    ),
    ...actors.named(seats).filter((id) => table.byId(id)?.groupKind === 'government_body'),
    ...actors
      .named(bodies.map(({ i }) => i))
      .filter((id) =>
        /^(?:igo|ngo|party|armed_group|company|other|government_body)$/.test(table.byId(id)?.groupKind ?? ''),
      ),
  ];
}

/** 'Democrats on the Oversight Committee', 'a senator on the panel': where those who meet sit. */
function seatsOf(document: AnnotatedDocument, token: number): number[] {
  return children(document, token)
    .flatMap((below) => [
      below,
      ...children(document, below.i, 'nmod'),
      ...children(document, below.i, 'conj'),
    ])
    .filter(({ i, deprel }) => deprel === 'nmod' && prepositionOf(document, i) === 'on')
    .map(({ i }) => i);
}

/** 'OAU ministers from Ghana, Togo and Benin': the lands that those who stand for a body come from. */
function originsOf(document: AnnotatedDocument, token: number): number[] {
  const noun = document.tokens[token];
  if (noun?.upos !== 'NOUN' || noun.xpos !== 'NNS') return [];
  return children(document, token, 'nmod')
    .filter(({ i }) => prepositionOf(document, i) === 'from')
    .flatMap(({ i }) => coordinated(document, i));
}

/** 'A and B, the water ministers of Kazakhstan and Uzbekistan': posts in the plural beside a name. */
function officesBeside(document: AnnotatedDocument, token: number): number[] {
  return children(document, token, 'appos')
    .filter(({ upos, xpos }) => upos === 'NOUN' && xpos === 'NNS')
    .map(({ i }) => i);
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
  const before = subtree(document, noun).filter(
    (token) => token < noun && sameNounPhrase(document, token, noun),
  );
  return before.flatMap((token) => [
    ...(table.mentionHeadedBy(token) === undefined ? [] : actors.named([token])),
    ...surnameOf(document, table, token),
  ]);
}

/** 'the Araghchi-Witkoff meeting': one of two surnames that a hyphen joins, where one person alone of the article has it. */
function surnameOf(document: AnnotatedDocument, table: MeetingSources['table'], token: number): string[] {
  const isJoined = [token - 1, token + 1].some((at) => /^[-–]$/.test(document.tokens[at]?.text ?? ''));
  const word = document.tokens[token]?.text ?? '';
  if (!isJoined || !/^\p{Lu}/u.test(word)) return [];
  const called = table.entities.filter(
    ({ kind, name }) => kind === 'person' && name.split(' ').at(-1) === word,
  );
  return called.length === 1 ? called.map(({ id }) => id) : [];
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

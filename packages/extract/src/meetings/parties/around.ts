import { children, subtree, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { argumentsOf } from '../../roles/arguments.ts';
import type { Predication } from '../../roles/predication.ts';
import { isJoint } from '../../roles/sides.ts';
import { wordSet } from '../../roles/vocabulary.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import type { MeetingPattern, MeetingWords } from '../lexicon.ts';
import { peopleOrGroups } from './parties.ts';

/** Who is around a meeting beside its parties. */
export interface RolesAround {
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
export function rolesAround(
  sources: MeetingSources,
  words: MeetingWords,
  predication: Predication,
  { apart }: MeetingPattern,
): RolesAround {
  const { document, actors } = sources;
  const hosts: number[] = [];
  const mediators: number[] = goBetweens(sources, words, predication);
  if (apart === true) mediators.push(...carriersBehind(sources, words, predication.trigger));
  const chairs: number[] = [];
  const parties: number[] = [];
  const { with: company = [], between = [] } = predication.slots;
  const isThird = company.length === 0 || between.length > 0;
  for (const verb of verbsAround(document, words, predication)) {
    const lemma = document.tokens[verb]?.lemma ?? '';
    const { slots } = argumentsOf(document, verb);
    const opened = (slots.while ?? []).filter((token) => token < verb);
    const doers = opened.length > 0 ? opened : (slots.subject ?? []);
    if (document.tokens[verb]?.deprel === 'acl')
      parties.push(...(slots.between ?? []), ...(slots.with ?? []));
    if (
      words.mediationVerbs.has(lemma) ||
      carriesWords(document, words, verb, slots) ||
      goesToAndFro(document, verb)
    )
      mediators.push(...(withAbsolute(document, verb) ?? doers));
    else if (words.leadVerbs.has(lemma) && isThird) chairs.push(...doers);
    else if (words.hostVerbs.has(lemma)) hosts.push(...doers);
  }
  const seated = company.filter((token) => isSeatedAsHost(document, token));
  const envoys = (predication.slots.presence ?? []).filter((token) => isEnvoy(sources, token));
  const isCalled = (token: number): boolean => isCalledMediator(document, words, token);
  return {
    hosts: actors.actors([...hosts, ...seated]),
    mediators: peopleOrGroups(sources, words, [...mediators, ...chairs.filter(isCalled)]),
    chairs: peopleOrGroups(sources, words, [...chairs.filter((token) => !isCalled(token)), ...envoys]),
    parties,
    claimed: new Set([
      ...mediators,
      ...envoys,
      ...seated,
      ...(predication.kind === 'verb'
        ? []
        : [...hosts, ...chairs.filter((token) => !isJoint(document, token))]),
    ]),
  };
}

/** 'while the envoy carried drafts up and down the stairs', 'with the envoy shuttling between them'. */
function carriesWords(
  document: AnnotatedDocument,
  words: MeetingWords,
  verb: number,
  { object = [] }: Predication['slots'],
): boolean {
  const { tokens } = document;
  return tellsCarrying(
    words,
    tokens[verb],
    object.flatMap((token) => tokens[token] ?? []),
  );
}

/** Does a verb go between sides, or take one of some things that are messages there? */
const tellsCarrying = (words: MeetingWords, verb: Token | undefined, things: readonly Token[]): boolean =>
  verb !== undefined &&
  (words.ferryingVerbs.has(verb.lemma) ||
    (words.carryingVerbs.has(verb.lemma) && things.some(({ lemma }) => words.messages.has(lemma))));

const going = wordSet([
  'go',
  'walk',
  'run',
  'row',
  'cross',
  'move',
  'travel',
  'drive',
  'commute',
  'hurry',
  'dash',
  'pad',
]);
/** How many words behind a verb of going it may be told between whom. */
const wayReach = 9;

/** 'went up and down between them', 'was rowed from one to the other', 'walked back and forth'. */
function goesToAndFro(document: AnnotatedDocument, verb: number): boolean {
  const token = document.tokens[verb];
  if (token === undefined || !going.has(token.lemma)) return false;
  const way = document.tokens
    .slice(verb + 1, verb + wayReach)
    .map(({ lower }) => lower)
    .join(' ');
  return /\b(?:between (?:them|the)|from one to|back and forth|to and fro|from \p{L}+ to)\b/u.test(way);
}

/** How many words behind its verb a message may stand. */
const messageReach = 4;

/** 'stayed on different floors while the envoy, Jo Klein, carried drafts up and down': the name before that verb, whatever the tree makes of it. */
function carriersBehind({ document, table }: MeetingSources, words: MeetingWords, trigger: number): number[] {
  const last = document.sentences[document.tokens[trigger]?.sentence ?? -1]?.last ?? trigger;
  const behind = document.tokens.slice(trigger + 1, last + 1);
  const verb = behind.find(
    (word) =>
      goesToAndFro(document, word.i) ||
      tellsCarrying(words, word, document.tokens.slice(word.i + 1, word.i + messageReach)),
  );
  if (verb === undefined) return [];
  const opening = behind.find(({ lower }) => /^(?:while|as|with|and|;)$/.test(lower));
  const name = behind.findLast(({ i }) => {
    const mention = i < verb.i && i > (opening?.i ?? trigger) ? table.mentionHeadedBy(i) : undefined;
    return mention?.form === 'name' && table.byId(mention.entity)?.kind === 'person';
  });
  return name === undefined ? [] : [name.i];
}

/** How many words may stand between 'with the envoy' and what the envoy does: a name. */
const absoluteReach = 12;

/** 'with the envoy of the board, Klaus Edelmann, shuttling between them': whom the tree hangs on the verb above as company does it. */
export function withAbsolute(document: AnnotatedDocument, verb: number): number[] | undefined {
  const token = document.tokens[verb];
  if (token?.xpos !== 'VBG' || !/^(?:advcl|acl)$/.test(token.deprel)) return undefined;
  const { with: company = [] } = argumentsOf(document, token.head).slots;
  const doer = company.filter((at) => at < verb && verb - at <= absoluteReach);
  return doer.length > 0 ? doer : undefined;
}

/** In whose presence parties meet as the envoy of somebody else. */
function isEnvoy({ document, actors, positions }: MeetingSources, token: number): boolean {
  if (document.tokens[token]?.lemma === 'envoy') return true;
  const people = actors.actors([token]);
  return positions.some(({ person, title }) => people.includes(person) && /\benvoy\b/i.test(title));
}

/** 'through Omani mediators', 'through her', 'under the mediation of the EU', 'with the UN envoy as mediator'. */
function goBetweens(
  { document, actors }: MeetingSources,
  words: MeetingWords,
  { slots }: Predication,
): number[] {
  const filled = (names: readonly string[]): number[] => names.flatMap((name) => [...(slots[name] ?? [])]);
  const called = filled(['through', 'via', 'by', 'with', 'from', 'under', 'thanks-to']).filter((token) => {
    const lemma = document.tokens[token]?.lemma ?? '';
    return words.mediators.has(lemma) || words.mediationNouns.has(lemma);
  });
  const seated = (slots.with ?? []).filter((token) => isSeatedBetween(document, words, token));
  const between = filled(['through', 'via']).filter((token) => actors.actors([token]).length > 0);
  return [...new Set([...called, ...seated, ...between])];
}

/** How far behind a name 'as mediator' may stand. */
const seatReach = 18;

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

/** 'with Brunei as host'. */
function isSeatedAsHost(document: AnnotatedDocument, name: number): boolean {
  const following = document.tokens.slice(name + 1, name + 4).map(({ lower }) => lower);
  return following[0] === 'as' && following.includes('host');
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

import { ancestors, child, children, headOf, rootOf, type AnnotatedDocument } from '@dragoman/nlp';
import { argumentsOf } from '../../roles/arguments.ts';
import type { Predication } from '../../roles/predication.ts';
import { coordinated } from '../../roles/coordination.ts';
import { roleVocabulary, wordSet } from '../../roles/vocabulary.ts';
import type { MeetingWords } from '../lexicon.ts';
import type { MeetingSources } from '../mentions/mention.ts';
import { isAheadOfIt, isWished } from '../mentions/outlook.ts';

/** Words for those who tell of a meeting without being named. */
const sourceNouns = wordSet([...roleVocabulary.sources]);

/**
 * Who was there: whoever does what is told to be done at the meeting. 'X and Y have agreed to …, officials said after two days of
 * talks': those who only speak of it were not, but the subject of the sentence was.
 */
export function attendants(
  sources: MeetingSources,
  { cancelVerbs, pursuingVerbs }: MeetingWords,
  { slots, verb, trigger, ...rest }: Predication,
): number[] {
  const { document } = sources;
  const lemma = verb === null ? '' : (document.tokens[verb]?.lemma ?? '');
  const speaking = addressing.has(lemma);
  const isPursued = pursuingVerbs.has(lemma) && (slots.with ?? []).length > 0;
  const above = headOf(document, trigger);
  const isCalledOff =
    document.tokens[trigger]?.deprel === 'obj' &&
    above !== undefined &&
    cancelVerbs.has(above.lemma) &&
    (above.lemma !== 'call' || child(document, above.i, 'compound:prt')?.lower === 'off');
  const cancelling = isCalledOff ? argumentsOf(document, above.i).slots.subject : [];
  const told = [
    ...(slots.attendant ?? []),
    ...(speaking || isUsedTo(document, verb) ? (slots.causer ?? []) : []),
    ...(cancelling ?? []),
    ...(isPursued ? (slots.causer ?? []) : []),
    ...leavers(document, verb, trigger),
    ...travellers(document, verb, trigger),
    ...namedBehind(document, trigger),
    ...wishers(document, { ...rest, slots, verb, trigger }),
    ...expecting(sources, { ...rest, slots, verb, trigger }),
  ];
  if (told.length === 0 && isEmpty(slots) && isBehindAfter(document, trigger)) {
    const agreeing = argumentsOf(document, rootOf(document, trigger).i).slots.subject ?? [];
    return agreeing.length > 1 ? [...agreeing] : [];
  }
  const isTelling = verb !== null && reporting.has(document.tokens[verb]?.lemma ?? '');
  // 'made the offer in a call with her, his office reported': whoever stands between the noun and the verb only tells of it.
  const isBehind = (token: number): boolean => token > trigger && isTrailing(document, verb, trigger);
  const telling = told.filter(
    (token) => sourceNouns.has(document.tokens[token]?.lemma ?? '') || isBehind(token),
  );
  if (!isTelling || telling.length === 0 || telling.length < told.length) return told;
  const saidOf = rootOf(document, verb).i === verb ? child(document, verb, 'ccomp') : rootOf(document, verb);
  return saidOf === undefined ? [] : [...(argumentsOf(document, saidOf.i).slots.subject ?? [])];
}

/** Does a verb of saying stand behind the noun, and what is said before it? */
function isTrailing(document: AnnotatedDocument, verb: number | null, noun: number): boolean {
  const saying = verb === null ? undefined : document.tokens[verb];
  if (saying === undefined || saying.i < noun) return false;
  const isBeside = saying.deprel === 'parataxis' && saying.head < noun;
  return isBeside || children(document, saying.i).some(({ i, deprel }) => deprel === 'ccomp' && i < noun);
}

/** 'used the summit to press her plan'. */
function isUsedTo(document: AnnotatedDocument, verb: number | null): boolean {
  if (verb === null || document.tokens[verb]?.lemma !== 'use') return false;
  return children(document, verb).some(
    ({ i, deprel }) => /^(?:xcomp|advcl)$/.test(deprel) && child(document, i, 'mark')?.lower === 'to',
  );
}

/** 'walked out of the talks': whoever leaves was there. */
function leavers(document: AnnotatedDocument, verb: number | null, meeting: number): readonly number[] {
  if (verb === null || !leaving.has(document.tokens[verb]?.lemma ?? '')) return [];
  const { out = [], subject = [] } = argumentsOf(document, verb).slots;
  return out.includes(meeting) ? subject : [];
}

/** 'called for talks with the rebels', 'remains open to talks': who wishes for a meeting would be there. */
function wishers(document: AnnotatedDocument, predication: Predication): readonly number[] {
  const above = headOf(document, predication.trigger);
  if (above === undefined || !isWished(document, predication)) return [];
  const verb = above.deprel === 'xcomp' ? headOf(document, above.i) : above;
  return verb === undefined ? [] : (argumentsOf(document, verb.i).slots.subject ?? []);
}

/** 'Speaking ahead of a meeting with her, he said …': who does what is told before a meeting will be there. */
function expecting({ document, actors }: MeetingSources, predication: Predication): readonly number[] {
  if (!isAheadOfIt(document, predication)) return [];
  for (const { i, upos } of ancestors(document, predication.trigger)) {
    const doers = upos === 'VERB' ? (argumentsOf(document, i).slots.subject ?? []) : [];
    if (actors.actors(doers).length > 0) return doers;
  }
  return [];
}

/** Journeys that somebody is on. */
const journeys = /^(?:visit|trip|tour|mission|journey|stopover|stay)$/;

/** 'at the start of a tour of Africa', 'on the second leg of his trip'. */
const stages = /^(?:start|beginning|end|outset|close|leg|stage|day|part)$/;

/** 'On a visit to Turkey, the minister promised aid', 'ended a visit to Turkey': whoever is told of is the traveller. */
function travellers(document: AnnotatedDocument, verb: number | null, meeting: number): readonly number[] {
  const noun = document.tokens[meeting];
  const above = headOf(document, meeting);
  if (noun === undefined || above === undefined || !journeys.test(noun.lemma)) return [];
  const mover = stages.test(above.lemma) && noun.deprel === 'nmod' ? headOf(document, above.i) : undefined;
  if (mover?.upos === 'VERB' && above.deprel.startsWith('obl'))
    return argumentsOf(document, mover.i).slots.subject ?? [];
  const owner = child(document, meeting, 'det') ?? child(document, meeting, 'nmod:poss');
  const isOn =
    child(document, meeting, 'case')?.lower === 'on' && /^(?:an?|his|her|their)$/.test(owner?.lower ?? '');
  if (isOn && above.upos !== 'VERB' && above.upos !== 'NOUN')
    return /^(?:acl|nmod|appos)/.test(noun.deprel) ? [above.i] : [];
  if (verb === null) return [];
  const isDone = noun.deprel === 'obj' && travelling.has(document.tokens[verb]?.lemma ?? '');
  return isOn || isDone ? (argumentsOf(document, isOn ? above.i : verb).slots.subject ?? []) : [];
}

const travelling = wordSet([
  'end',
  'conclude',
  'complete',
  'finish',
  'wrap',
  'cut',
  'shorten',
  'extend',
  'begin',
  'start',
  'postpone',
  'delay',
  'make',
  'plan',
]);

/** 'Also at the meeting was C', 'Present at the talks were A and B', 'Among those who attended the talks was C': the names behind 'was'. */
function namedBehind(document: AnnotatedDocument, meeting: number): readonly number[] {
  const root = rootOf(document, meeting);
  const copula = root.i === meeting ? undefined : child(document, root.i, 'cop');
  if (copula === undefined || copula.i < meeting || copula.i > root.i || root.upos === 'ADJ') return [];
  const first = document.tokens[document.sentences[root.sentence]?.first ?? meeting];
  const isPresence = presence.has(first?.lower ?? '');
  return isPresence && child(document, root.i, 'case') === undefined ? coordinated(document, root.i) : [];
}

const presence = wordSet(['also', 'at', 'in', 'present', 'among', 'attending', 'absent', 'including']);

const leaving = wordSet(['walk', 'storm', 'stalk', 'march', 'stomp', 'come', 'emerge']);

/** 'told a conference in Abu Dhabi', 'opened the forum': who speaks to it or leads it is there. */
const addressing = wordSet([
  'tell',
  'address',
  'inform',
  'remind',
  'assure',
  'warn',
  'urge',
  'open',
  'close',
  'adjourn',
  'leave',
  'quit',
  'exit',
  'begin',
  'start',
  'continue',
  'resume',
  'end',
  'conclude',
  'complete',
  'suspend',
  'extend',
]);

/** Does nothing beside a noun say who was there? */
const isEmpty = ({
  between = [],
  with: company = [],
  subject = [],
  possessive = [],
}: Predication['slots']): boolean =>
  between.length + company.length + subject.length + possessive.length === 0;

/** 'agreed to the handover of rifles after two days of talks'. */
function isBehindAfter(document: AnnotatedDocument, noun: number): boolean {
  const path = [noun, ...ancestors(document, noun).map(({ i }) => i)].slice(0, 4);
  return path.some((token) =>
    children(document, token, 'case').some(({ lower }) => lower === 'after' || lower === 'following'),
  );
}

const reporting = wordSet(roleVocabulary.modality.reportVerbs);

import { child, children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Position } from '@dragoman/schemas';
import type { EntityTable } from '../../context.ts';
import type { ActorFinder } from '../../roles/actors.ts';
import { argumentsOf } from '../../roles/arguments.ts';
import { coordinated, prepositionOf } from '../../roles/coordination.ts';
import { realityOf } from '../../roles/modality.ts';
import { partiesOf, type GroupsOf } from '../joining/affinity.ts';
import { union, type MeetingDraft } from '../joining/draft.ts';
import type { MeetingWords } from '../lexicon.ts';
import { sentencesBefore } from '../joining/nearness.ts';

/** How many sentences behind a mention of a meeting it is told who else was there. */
const reach = 2;

/** Who is told to have been at the table behind a meeting. */
interface Presence {
  readonly present: readonly string[];
  /** The parties they stand for, who must be those of the meeting; undefined where the words are about the meeting itself. */
  readonly sides?: readonly string[];
}

/**
 * Adds those whom the sentences right behind a meeting tell to have been there: 'C also attended', 'Also in the room was C', 'The
 * delegation included C', 'Kenya was represented by C', 'C led the Kenyan side'.
 */
export function addDelegates(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
): void {
  const open = drafts.filter(
    ({ status, participants, groups }) =>
      /^(?:held|ongoing|planned)$/.test(status) && participants.length + groups.length > 0,
  );
  if (open.length === 0) return;
  for (const token of document.tokens) {
    const told = presenceAt(document, actors, words, token);
    if (told === undefined || told.present.length === 0) continue;
    const meant = open.findLast(
      (draft) =>
        sentencesBefore(document, draft, token.i).some((gap) => gap >= 0 && gap <= reach) &&
        draft.mentions.some(({ trigger }) => trigger < token.i) &&
        standFor(draft, told, groupsOf),
    );
    if (meant === undefined) continue;
    const added = told.present.filter((id) => !meant.mediators.includes(id) && !meant.chairs.includes(id));
    meant.participants = union(
      meant.participants,
      added.filter((id) => actors.kind(id) === 'person'),
    );
    if (told.sides === undefined)
      meant.groups = union(
        meant.groups,
        added.filter((id) => actors.kind(id) === 'group'),
      );
  }
}

/** Posts of those who sit at the table for somebody. */
const tablePosts =
  /\b(?:negotiator|delegate|mediator for|head of (?:the |its |their )?(?:delegation|team)|delegation (?:head|leader|chief))\b/i;

/** How many sentences from a meeting those who negotiated there are named by their post. */
const postReach = 3;

/** 'the rebels' chief negotiator, Denis Maradiaga', named beside talks of the rebels, sat there, unless somebody else did for them. */
export function addNegotiators(
  document: AnnotatedDocument,
  table: EntityTable,
  positions: readonly Position[],
  drafts: readonly MeetingDraft[],
  groupsOf: GroupsOf,
): void {
  const posts = positions.filter(
    ({ title, group, status }) => tablePosts.test(title) && group !== null && status !== 'former',
  );
  if (posts.length === 0) return;
  for (const draft of drafts) {
    if (!/^(?:held|ongoing)$/.test(draft.status) || !/^(?:talks|round|meeting)$/.test(draft.form)) continue;
    const represented = new Set(draft.participants.flatMap(groupsOf));
    for (const { person, group } of posts) {
      if (group === null || !draft.groups.includes(group) || represented.has(group)) continue;
      const isNear = table
        .mentionsOf(person)
        .some(({ head }) => sentencesBefore(document, draft, head).some((gap) => Math.abs(gap) <= postReach));
      if (isNear) draft.participants = union(draft.participants, [person]);
    }
  }
}

function standFor(draft: MeetingDraft, { sides }: Presence, groupsOf: GroupsOf): boolean {
  if (sides === undefined) return true;
  const parties = partiesOf(draft, groupsOf);
  return sides.some((id) => parties.has(id));
}

function presenceAt(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  token: Token,
): Presence | undefined {
  if (token.upos === 'VERB') {
    const reader = readerOf(words, token.lemma);
    if (reader === undefined) return undefined;
    const { modality, negated } = realityOf(document, token.i);
    const isReal = !negated && /^(?:actual|ongoing|planned)$/.test(modality);
    return isReal ? reader(document, actors, words, token) : undefined;
  }
  if (token.lower === 'present' && token.upos === 'ADJ') return { present: saidOf(document, actors, token) };
  return /^(?:PROPN|NOUN)$/.test(token.upos) && child(document, token.i, 'cop') !== undefined
    ? inverted(document, actors, token)
    : undefined;
}

/** How a verb tells that somebody was there. */
type PresenceReader = (
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  verb: Token,
) => Presence | undefined;

function readerOf(words: MeetingWords, lemma: string): PresenceReader | undefined {
  if (words.delegateVerbs.has(lemma)) return representing;
  if (/^(?:speak|spoke|appear|act|argue|negotiate|sign|initial|open|be)$/.test(lemma)) return speakingFor;
  if (words.attendanceVerbs.has(lemma)) return attending;
  if (lemma === 'take') return takingPart;
  return /^(?:include|comprise|feature)$/.test(lemma) ? including : undefined;
}

/** 'C spoke for Kenya', 'Hohepa appeared for the company', 'For the Jie there was C'. */
function speakingFor(
  document: AnnotatedDocument,
  actors: ActorFinder,
  _words: MeetingWords,
  verb: Token,
): Presence | undefined {
  const { slots } = argumentsOf(document, verb.i);
  const { for: stoodFor = [], subject = [] } = slots;
  const sides = actors.actors(stoodFor).filter((id) => actors.kind(id) === 'group');
  if (sides.length === 0 || (verb.lemma === 'be' && child(document, verb.i, 'expl') === undefined))
    return undefined;
  return { present: actors.named(subject).filter((id) => actors.kind(id) === 'person'), sides };
}

/** 'C also attended', 'C sat in', not 'C attended school'. */
function attending(
  document: AnnotatedDocument,
  actors: ActorFinder,
  _words: MeetingWords,
  verb: Token,
): Presence | undefined {
  const { slots } = argumentsOf(document, verb.i);
  const { object = [], in: inside = [], on: topic = [], at = [] } = slots;
  const isAlone = object.every((at) => document.tokens[at]?.lower === 'it');
  const isIn = verb.lemma !== 'sit' || document.tokens[verb.i + 1]?.lower === 'in';
  const isBare = topic.length + at.length === 0 && (inside.length === 0 || verb.lemma === 'sit');
  return isAlone && isIn && isBare ? { present: actors.actors(slots.subject ?? []) } : undefined;
}

/** 'C also took part', of the meeting just told; what is named there is a mention of its own. */
function takingPart(
  document: AnnotatedDocument,
  actors: ActorFinder,
  _words: MeetingWords,
  verb: Token,
): Presence | undefined {
  const part = child(document, verb.i, 'obj');
  if (part?.lower !== 'part') return undefined;
  const { slots } = argumentsOf(document, verb.i);
  return (slots.in ?? []).length > 0 ? undefined : { present: actors.actors(slots.subject ?? []) };
}

/** 'Participants included C', 'the delegation included C and D'. */
function including(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  verb: Token,
): Presence | undefined {
  const { subject = [], object = [] } = argumentsOf(document, verb.i).slots;
  const isBody = subject.some((at) => words.attendeeNouns.has(document.tokens[at]?.lemma ?? ''));
  return isBody ? { present: actors.named(object) } : undefined;
}

/** 'C represented Kenya', 'Kenya was represented by C', 'C headed the Kenyan delegation', 'Kenya sent C'. */
function representing(
  document: AnnotatedDocument,
  actors: ActorFinder,
  words: MeetingWords,
  verb: Token,
): Presence | undefined {
  const { slots } = argumentsOf(document, verb.i);
  const { subject = [], object = [] } = slots;
  const isSending = /^(?:send|dispatch)$/.test(verb.lemma);
  const [stands, stoodFor] = isSending ? [object, subject] : [subject, object];
  const isTable = (at: number): boolean =>
    verb.lemma === 'represent' || isSending || words.delegationNouns.has(document.tokens[at]?.lemma ?? '');
  const bodies = stoodFor.filter(isTable);
  if (bodies.length === 0) return undefined;
  const present = actors.named(stands).filter((id) => actors.kind(id) === 'person');
  const sides = actors.actors(bodies).filter((id) => actors.kind(id) === 'group');
  return { present: [...present, ...others(document, actors, verb)], sides };
}

/** 'The Kenyan side was headed by A and the Serbian side by B', 'Kenya was represented by A, Serbia by B': whom the tree hangs on A. */
function others(document: AnnotatedDocument, actors: ActorFinder, verb: Token): string[] {
  const agents = children(document, verb.i, 'obl:agent');
  const named = agents
    .flatMap(({ i }) => children(document, i).filter(({ deprel }) => /^(?:conj|appos|nmod)$/.test(deprel)))
    .flatMap(({ i }) => [i, ...children(document, i, 'nmod').map((below) => below.i)])
    .concat(agents.slice(1).map(({ i }) => i))
    .filter((at) => at > verb.i && prepositionOf(document, at) === 'by');
  return actors.named(named).filter((id) => actors.kind(id) === 'person');
}

/** 'C was present.' */
function saidOf(document: AnnotatedDocument, actors: ActorFinder, token: Token): string[] {
  const subject =
    child(document, token.i, 'cop') === undefined ? undefined : child(document, token.i, 'nsubj');
  return subject === undefined ? [] : actors.actors(coordinated(document, subject.i));
}

/** Where those sit who are told behind 'also in the room was', 'among those present were'. */
const seats =
  /^(?:room|table|hand|those|them|present|attendance|participant|attendee|guest|party|delegation)$/;

/** 'Also in the room was C', 'Among those present were C and D', 'With the minister was C', 'Representing Kenya was C'. */
function inverted(document: AnnotatedDocument, actors: ActorFinder, name: Token): Presence | undefined {
  const opening = children(document, name.i).find(
    ({ i, deprel }) => i < name.i && /^(?:obl|nsubj|csubj|advcl)/.test(deprel),
  );
  if (opening === undefined || headOf(document, name.i) !== undefined) return undefined;
  const present = actors.actors(coordinated(document, name.i));
  if (/^(?:represent|face|flank|accompany|join)$/.test(opening.lemma))
    return { present, sides: actors.actors(argumentsOf(document, opening.i).slots.object ?? []) };
  const first = document.tokens[document.sentences[name.sentence]?.first ?? name.i];
  if (first?.lower === 'with') return { present, sides: actors.actors([opening.i]) };
  return seats.test(opening.lemma) || seats.test(opening.lower) ? { present } : undefined;
}

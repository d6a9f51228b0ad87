import { ancestors, child, children, dominates, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Dating, DatedExpression } from '../dates/dates.ts';
import type { ActorFinder } from '../roles/actors.ts';
import { isOutgrown } from '../roles/clause-forms.ts';
import { isPredicate } from '../roles/nouns.ts';
import type { Predication } from '../roles/predication.ts';
import type { Roles } from '../roles/roles.ts';
import { placeOf, placeOfObject } from '../roles/setting.ts';
import type { Status } from '../roles/status.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import { entriesFor, isNominalGerund } from '../roles/trigger.ts';
import { eventLexicon } from './lexicon.ts';
import type { EventLexicon, EventPattern, NumberedPattern } from './lexicon.ts';
import { matchPattern, type MatchContext } from './match.ts';
import { obligationAt } from './obligation.ts';
import { placeBefore, withoutScene } from './scene-before.ts';
import { defaultActor, fill, fillAnywhere, impliedTarget } from './parties.ts';
import { hostileRoots, realityOf } from './reality.ts';

/** What the event pass reads. */
export interface EventSources {
  readonly document: AnnotatedDocument;
  readonly actors: ActorFinder;
  readonly roles: Roles;
  readonly dating: Dating;
  /** Additional or other patterns; the shipped ones where it is left out. */
  readonly lexicon?: EventLexicon;
}

/** An event as one trigger tells it. */
export interface EventMention {
  readonly trigger: number;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly type: string;
  readonly mode: string | null;
  readonly rule: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** The words in the actor's and the target's place, whether or not they name anybody. */
  readonly actorTokens: readonly number[];
  readonly targetTokens: readonly number[];
  readonly place: string | null;
  readonly date: DatedExpression | null;
  readonly status: Status;
  readonly predication: Predication;
}

/** Roots whose infinitives and content clauses say what is wanted, not what happens. */
const contentRoots = new Set(['REQUEST', 'THREATEN', 'REJECT', 'AGREE', 'ACCUSE']);
/** Roots of words about somebody's doings: 'supports sanctions on Iran' does not support Iran, 'denied a role in the raid on Gao' refuses Gao nothing. */
const judging = new Set(['ACCUSE', 'SUPPORT', 'REJECT']);
const objectControl = wordSet(roleVocabulary.objectControl);
const decidingVerbs = wordSet(roleVocabulary.decidingVerbs);
/** Roots of deeds: who is charged with one is told to have done it. */
const deedRoots = new Set(['ASSAULT', 'COERCE']);

/** All events that the patterns find in a document, one for each trigger, in text order. */
export function findEvents(sources: EventSources): EventMention[] {
  const { document, roles } = sources;
  const context = { ...sources, lexicon: sources.lexicon ?? eventLexicon() };
  const found: EventMention[] = [];
  const consumed = new Set<number>();
  for (const token of document.tokens) {
    if (!canTrigger(document, token)) continue;
    const match =
      isPurpose(document, token) && !isReached(context, token) ? undefined : matchAt(context, token);
    const mention = match === undefined ? undefined : mentionOf(context, roles.at(token.i), match);
    for (const object of match === undefined ? [] : objectsRead(match.pattern, roles.at(token.i)))
      consumed.add(object);
    const told = mention ?? (token.upos === 'VERB' ? obligationAt(sources, token) : undefined);
    if (told !== undefined) found.push(told);
  }
  const told = found.filter(({ trigger }) => !consumed.has(trigger));
  const triggers = new Set(told.flatMap(({ trigger, status }) => (status === 'denied' ? [] : [trigger])));
  const answered = told
    .flatMap((mention) => answeredBy(context, mention))
    .filter(({ trigger }) => !triggers.has(trigger));
  return [...told, ...answered]
    .filter((mention) => !isContent(document, mention, found) && !isFulfilled(document, mention, found))
    .toSorted((a, b) => a.trigger - b.trigger);
}

const answering = new Set(['REJECT', 'CONCEDE', 'AGREE']);
const answerable = new Set(['REQUEST', 'ACCUSE', 'THREATEN']);

/** 'rejected a request from the union': what somebody else asked or charged is told beside the answer, and is aimed at who answers. */
function answeredBy(context: MatchContext & EventSources, answer: EventMention): EventMention[] {
  if (!answering.has(answer.type) || answer.predication.kind !== 'verb') return [];
  return (answer.predication.slots.object ?? []).flatMap((noun) => {
    const token = context.document.tokens[noun];
    const match = token?.upos === 'NOUN' ? matchAt(context, token) : undefined;
    if (match === undefined || !answerable.has(match.pattern.root)) return [];
    const { from = [] } = answer.predication.slots;
    const own = context.roles.at(noun);
    const said = { ...own, slots: { from, ...own.slots }, negated: false, modality: 'actual' as const };
    const mention = mentionOf(context, said, match);
    if (mention === undefined || mention.actors.length === 0) return [];
    if (mention.actors.some((id) => answer.actors.includes(id))) return [];
    return [{ ...mention, targets: mention.targets.length > 0 ? mention.targets : answer.actors }];
  });
}

/** Verbs that are told and nouns that head their phrase: no subjects ('lifting tariffs would …'), modifiers. */
function canTrigger(document: AnnotatedDocument, token: Token): boolean {
  if (token.upos === 'NOUN') return token.deprel !== 'compound';
  if (token.upos === 'ADJ') return isPredicative(document, token);
  return token.upos === 'VERB' && token.deprel !== 'csubj';
}

/** 'to fight crime', 'met the governor to ask for money'. */
function isPurpose(document: AnnotatedDocument, token: Token): boolean {
  if (token.upos !== 'VERB' || token.deprel !== 'advcl') return false;
  const governor = document.tokens[token.head]?.lemma ?? '';
  return (
    child(document, token.i, 'mark')?.lower === 'to' &&
    !objectControl.has(governor) &&
    !decidingVerbs.has(governor)
  );
}

/** Roots of what is said, which whoever goes, writes or meets for it does say: 'met the governor to ask for money'. */
const voiced = new Set(['ACCUSE', 'REQUEST', 'REJECT', 'PROTEST', 'THREATEN']);

function isReached(context: MatchContext & EventSources, token: Token): boolean {
  const { lemma, modality, negated } = context.roles.at(token.head);
  if (negated || modality !== 'actual' || lemma === 'have') return false;
  const root = matchAt(context, token)?.pattern.root ?? '';
  return voiced.has(root);
}

/** 'is critical of', 'became wary of', not 'a critical report'. */
function isPredicative(document: AnnotatedDocument, { i, deprel }: Token): boolean {
  return deprel === 'xcomp' || isPredicate(document, i);
}

function matchAt(context: MatchContext & EventSources, token: Token): NumberedPattern | undefined {
  const isVerb = token.upos === 'VERB' && !isNominalGerund(context.document, token);
  const patterns = isVerb ? context.lexicon.verbs : context.lexicon.nouns;
  if (entriesFor(patterns, token) === undefined) return undefined;
  const match = matchPattern(context, context.roles.at(token.i));
  const explains = token.deprel === 'appos' && match !== undefined && hostileRoots.has(match.pattern.root);
  return explains ? undefined : match;
}

/** The objects that a verb pattern with an object condition has read: they are no events of their own. */
function objectsRead({ needs }: EventPattern, { kind, slots }: Predication): readonly number[] {
  return kind === 'verb' && needs?.object !== undefined ? (slots.object ?? []) : [];
}

/**
 * Is a verb what another event's infinitive, content clause or 'of' tells, so what is wanted, promised or charged? An agreed
 * retreat ('agreed to stop fighting') is planned beside the agreement, a deed that somebody is charged with told beside the charge.
 */
function isContent(
  document: AnnotatedDocument,
  mention: EventMention,
  all: readonly EventMention[],
): boolean {
  if (isForborne(document, mention, all) || isStoppedShort(document, mention) || isAskedFor(mention, all))
    return true;
  const verb = document.tokens[mention.trigger];
  if (mention.predication.kind !== 'verb' || verb === undefined || isOutgrown(document, verb)) return false;
  return all.some((other) => {
    if (other.trigger === mention.trigger || !contentRoots.has(other.type) || isPromise(other)) return false;
    if (other.type === 'AGREE' && (mention.type === 'RETREAT' || mention.type === 'AID')) return false;
    if (other.type === 'ACCUSE' && deedRoots.has(mention.type)) return false;
    const { complement = [], of = [], for: charges = [] } = other.predication.slots;
    const contents =
      other.type === 'ACCUSE'
        ? [...complement, ...of, ...charges, ...deedsOf(document, other.predication.slots.object ?? [])]
        : complement;
    return contents.some(
      (content) => document.tokens[content]?.upos === 'VERB' && dominates(document, content, mention.trigger),
    );
  });
}

/** 'demanded the release of the crew', 'appealed for a withdrawal': the deed that a noun tells is what somebody wants done. */
function isAskedFor({ trigger, predication: { kind } }: EventMention, all: readonly EventMention[]): boolean {
  if (kind === 'verb') return false;
  return all.some(({ type, trigger: other, predication: { slots } }) => {
    const { object = [], for: wanted = [] } = slots;
    return type === 'REQUEST' && other !== trigger && [...object, ...wanted].includes(trigger);
  });
}

/** 'decided against recommending charges': what a prosecutor leaves off is not told to happen. */
function isForborne(
  document: AnnotatedDocument,
  { trigger }: EventMention,
  all: readonly EventMention[],
): boolean {
  return all.some(({ mode, trigger: other, predication: { slots } }) => {
    if (mode !== 'decline-to-charge' || other === trigger) return false;
    return [...(slots.complement ?? []), ...(slots.against ?? [])].some((verb) =>
      dominates(document, verb, trigger),
    );
  });
}

/** 'stopped short of calling for a ceasefire': what somebody nearly does. */
function isStoppedShort(document: AnnotatedDocument, { trigger }: EventMention): boolean {
  const above = ancestors(document, trigger).slice(0, 2);
  return above.some(
    ({ i, lemma }) => lemma === 'stop' && children(document, i).some(({ lower }) => lower === 'short'),
  );
}

/** 'accused the army of killing civilians' with the deed hung on the accused. */
function deedsOf(document: AnnotatedDocument, objects: readonly number[]): number[] {
  return objects
    .flatMap((token) => children(document, token, 'acl'))
    .filter(({ i, xpos }) => xpos === 'VBG' && child(document, i, 'mark') !== undefined)
    .map(({ i }) => i);
}

/** A promise of something that is an event itself gives way to it: 'pledged to impose sanctions' is a planned sanction. */
function isFulfilled(
  document: AnnotatedDocument,
  mention: EventMention,
  all: readonly EventMention[],
): boolean {
  if (!isPromise(mention)) return false;
  const { complement = [] } = mention.predication.slots;
  return all.some(
    (other) =>
      other.trigger !== mention.trigger &&
      complement.some((verb) => dominates(document, verb, other.trigger)),
  );
}

const isPromise = ({ type, mode }: EventMention): boolean => type === 'AGREE' && mode === 'promise';

function mentionOf(
  sources: EventSources,
  predication: Predication,
  { pattern, rule }: NumberedPattern,
): EventMention | undefined {
  const reality = realityOf(sources.document, pattern, predication);
  if (reality === undefined) return undefined;
  const actor = fill(
    sources,
    withoutScene(sources, pattern, predication),
    pattern.actor ?? defaultActor(predication),
    [],
    sources.actors.doers,
  );
  const aimed = judging.has(pattern.root) ? sources.actors.doers : sources.actors.actors;
  const told = fill(sources, predication, pattern.target ?? ['object'], actor.ids, aimed);
  const target =
    told.ids.length > 0 || !isAimed(pattern)
      ? told
      : fillAnywhere(sources, predication, told, actor.ids, aimed);
  if (pattern.both === true && (actor.ids.length === 0 || target.ids.length === 0)) return undefined;
  const mutual = pattern.mutual === true;
  return {
    trigger: predication.trigger,
    sentence: sources.document.tokens[predication.trigger]?.sentence ?? -1,
    type: reality.type,
    mode: pattern.mode ?? null,
    rule,
    actors: mutual ? [...actor.ids, ...target.ids] : actor.ids,
    targets: mutual ? [] : target.ids,
    actorTokens: actor.tokens,
    targetTokens:
      target.tokens.length > 0 ? target.tokens : impliedTarget(sources, predication, actor.tokens),
    place: placeOfDeed(sources, reality.type, predication, [...actor.ids, ...target.ids]),
    date: dateOfDeed(sources, predication.trigger),
    status: reality.status,
    predication,
  };
}

/** Roots of what nobody need be told to undergo, and of demands, whose objects tell what is wanted. */
const unaimed = new Set(['AGREE', 'COOPERATE', 'MOBILIZE', 'RETREAT', 'REQUEST']);

/** Is what a pattern tells done to somebody, whom the sentence may then name in any place? */
const isAimed = ({ root, target }: EventPattern): boolean => !unaimed.has(root) && target?.length !== 0;

/** Roots of deeds that are done where what they are done to is: 'shelled Gao', 'besieged the town of Djibo'. */
const onPlaces = new Set(['ASSAULT', 'COERCE', 'MOBILIZE', 'RETREAT']);

function placeOfDeed(
  sources: EventSources,
  type: string,
  predication: Predication,
  parties: readonly string[],
): string | null {
  const { document, actors } = sources;
  const told = placeOf(document, actors, predication);
  const done = onPlaces.has(type) ? placeOfObject(document, actors, predication) : undefined;
  return (told ?? done ?? placeBefore(sources, type, predication, parties))?.id ?? null;
}

/** When it was; what is decided on gives the time where the deciding has none: 'decided against charging her in July'. */
function dateOfDeed({ document, dating }: EventSources, trigger: number): DatedExpression | null {
  const own = dating.dateOf(trigger);
  if (own !== undefined || !decidingVerbs.has(document.tokens[trigger]?.lemma ?? '')) return own ?? null;
  const deed = children(document, trigger).find(({ xpos }) => xpos === 'VBG' || xpos === 'VB');
  return deed === undefined ? null : (dating.dateOf(deed.i) ?? null);
}

import { dominates, type AnnotatedDocument } from '@dragoman/nlp';
import type { Dating, DatedExpression } from '../dates/dates.ts';
import type { ActorFinder } from '../roles/actors.ts';
import { firstFilled, type Predication } from '../roles/predication.ts';
import type { Roles } from '../roles/roles.ts';
import { placeOf } from '../roles/setting.ts';
import { statusOf, type Status } from '../roles/status.ts';
import { eventLexicon } from './lexicon.ts';
import type { EventLexicon, EventPattern, NumberedPattern } from './lexicon.ts';
import { matchPattern } from './match.ts';

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
  readonly type: string;
  readonly mode: string | null;
  readonly rule: string;
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  readonly place: string | null;
  readonly date: DatedExpression | null;
  readonly status: Status;
  readonly predication: Predication;
}

/** Roots whose infinitives and content clauses say what is wanted, not what happens. */
const contentRoots = new Set(['REQUEST', 'THREATEN', 'REJECT', 'AGREE', 'ACCUSE']);
/** Roots that, refused or ruled out, are a refusal. */
const refusable = new Set(['AGREE', 'CONCEDE', 'RETREAT', 'COOPERATE', 'AID', 'SUPPORT']);

/** All events that the patterns find in a document, one for each trigger, in text order. */
export function findEvents(sources: EventSources): EventMention[] {
  const { document, roles } = sources;
  const context = { ...sources, lexicon: sources.lexicon ?? eventLexicon() };
  const found: EventMention[] = [];
  const consumed = new Set<number>();
  for (const token of document.tokens) {
    if (token.upos !== 'VERB' && token.upos !== 'NOUN') continue;
    const { verbs, nouns } = context.lexicon;
    if (!(token.upos === 'VERB' ? verbs : nouns).has(token.lemma)) continue;
    const predication = roles.at(token.i);
    const match = matchPattern(context, predication);
    if (match === undefined) continue;
    for (const object of objectsRead(match.pattern, predication)) consumed.add(object);
    const mention = mentionOf(context, predication, match);
    if (mention !== undefined) found.push(mention);
  }
  return found
    .filter(({ trigger }) => !consumed.has(trigger))
    .filter((mention) => !isContent(document, mention, found));
}

/** The objects that a verb pattern with an object condition has read: they are no events of their own. */
function objectsRead({ needs }: EventPattern, { kind, slots }: Predication): readonly number[] {
  return kind === 'verb' && needs?.object !== undefined ? (slots.object ?? []) : [];
}

function isContent(
  document: AnnotatedDocument,
  mention: EventMention,
  all: readonly EventMention[],
): boolean {
  return all.some(
    (other) =>
      other.trigger !== mention.trigger &&
      contentRoots.has(other.type) &&
      (other.predication.slots.complement ?? []).some((verb) => dominates(document, verb, mention.trigger)),
  );
}

function mentionOf(
  sources: EventSources,
  predication: Predication,
  { pattern, rule }: NumberedPattern,
): EventMention | undefined {
  const reality = realityOf(pattern, predication);
  if (reality === undefined) return undefined;
  const actors = fill(sources, predication, pattern.actor ?? defaultActor(predication), []);
  const targets = fill(sources, predication, pattern.target ?? ['object'], actors);
  const mutual = pattern.mutual === true;
  return {
    trigger: predication.trigger,
    type: reality.type,
    mode: pattern.mode ?? null,
    rule,
    actors: mutual ? [...actors, ...targets] : actors,
    targets: mutual ? [] : targets,
    place: placeOf(sources.document, sources.actors, predication)?.id ?? null,
    date: sources.dating.dateOf(predication.trigger) ?? null,
    status: reality.status,
    predication,
  };
}

function defaultActor({ kind }: Predication): readonly string[] {
  return kind === 'verb' ? ['subject'] : ['subject', 'by', 'possessive', 'modifier'];
}

/** The root and status once negation and modality are read; undefined where nothing is told to happen. */
function realityOf(
  pattern: EventPattern,
  predication: Predication,
): { type: string; status: Status } | undefined {
  const { negated, modality } = predication;
  if (negated) {
    const becomes =
      pattern.negated ?? (refusable.has(pattern.root) && modality !== 'actual' ? 'REJECT' : 'drop');
    if (becomes === 'drop') return undefined;
    return becomes === 'deny' ? { type: pattern.root, status: 'denied' } : { type: becomes, status: 'held' };
  }
  const status = statusOf(predication);
  if (status === undefined) return undefined;
  return { type: pattern.root, status: status === 'held' ? (pattern.status ?? status) : status };
}

/** The entities of the first slot that names any not yet taken. */
function fill(
  { document, actors, roles }: EventSources,
  { slots, trigger }: Predication,
  names: readonly string[],
  taken: readonly string[],
): string[] {
  for (const name of names) {
    const tokens =
      name === 'complement' ? contentParties(document, roles, slots, trigger) : (slots[name] ?? []);
    const found = actors.actors(tokens).filter((id) => !taken.includes(id));
    if (found.length > 0) return found;
  }
  return [];
}

/** Whom an infinitive or a content clause is about: its doer, else whom it is done to. */
function contentParties(
  document: AnnotatedDocument,
  roles: Roles,
  slots: Predication['slots'],
  trigger: number,
): readonly number[] {
  return (slots.complement ?? []).flatMap((verb) => {
    if (document.tokens[verb]?.upos !== 'VERB' || verb === trigger) return [verb];
    const inner = roles.at(verb).slots;
    const doers = (inner.subject ?? []).filter((token) => !(slots.subject ?? []).includes(token));
    return doers.length > 0
      ? doers
      : firstFilled(inner, ['object', 'with', 'against', 'on', 'to', 'from', 'for', 'at']);
  });
}

import { child, children, type AnnotatedDocument } from '@dragoman/nlp';
import { prepositionalSlots } from '../roles/arguments.ts';
import { firstFilled, type Predication } from '../roles/predication.ts';
import type { Roles } from '../roles/roles.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventSources } from './find.ts';

/** Where a pattern that does not say so has its actor. */
export function defaultActor({ kind }: Predication): readonly string[] {
  return kind === 'verb' ? ['subject'] : ['subject', 'by', 'possessive', 'modifier'];
}

/** Where no slot holds a target: what the content of a promise is about, else the others of those who act together. */
export function impliedTarget(
  { document, roles }: EventSources,
  { slots, trigger }: Predication,
  actors: readonly number[],
): readonly number[] {
  if (actors.length > 1) return actors;
  return contentParties(document, roles, slots, trigger);
}

/** Who fills a side of an event, and the words that name or describe them. */
export interface Filled {
  readonly ids: readonly string[];
  readonly tokens: readonly number[];
}

/** The first slot that names entities not yet taken; where none does, the words of the first slot that has any. */
export function fill(
  sources: EventSources,
  predication: Predication,
  names: readonly string[],
  taken: readonly string[],
  resolve: (tokens: readonly number[]) => readonly string[],
): Filled {
  let unnamed: readonly number[] = [];
  for (const name of names) {
    const tokens = fillersOf(sources, predication, name);
    const ids = resolve(tokens).filter((id) => !taken.includes(id));
    if (ids.length > 0) return { ids, tokens };
    if (unnamed.length === 0) unnamed = tokens;
  }
  return { ids: [], tokens: unnamed };
}

/** Slots that may hold whom something is done to, where those that a pattern names hold nobody; the surest first. */
const anywhere = ['object', 'indirect', 'against', 'from', 'complement'];

/** As `fill`, with all slots, for a target that those of the pattern do not name; its words stay those told there. */
export function fillAnywhere(
  sources: EventSources,
  predication: Predication,
  told: Filled,
  taken: readonly string[],
  resolve: (tokens: readonly number[]) => readonly string[],
): Filled {
  const found = fill(sources, predication, anywhere, taken, resolve);
  return found.ids.length > 0 ? found : told;
}

/** A slot's words; a phrase that the tree hangs on the object counts as the verb's ('send aid to Nepal'). */
function fillersOf(
  { document, roles }: EventSources,
  { kind, slots, trigger }: Predication,
  name: string,
): readonly number[] {
  if (name === 'complement') return contentParties(document, roles, slots, trigger);
  if (name === 'charged') return chargedWith(document, roles, slots);
  if (name === 'threatened') return threatenedBy(document, roles, slots, towards);
  if (name === 'harmed') return threatenedBy(document, roles, slots, about);
  if (name === 'helped') return helpedBy({ document, roles }, [trigger, ...(slots.object ?? [])]);
  const own = slots[name] ?? [];
  if (own.length > 0 || kind !== 'verb') return own;
  return (slots.object ?? []).flatMap((object) => prepositionalSlots(document, object)[name] ?? []);
}

/** 'says that the rebels are armed by Sudan', 'claims that Chad shelters them': who is said to have done a misdeed. */
function chargedWith(
  document: AnnotatedDocument,
  roles: Roles,
  slots: Predication['slots'],
): readonly number[] {
  return (slots.complement ?? []).flatMap((told) => roles.at(told).slots.subject ?? []);
}

/** Phrases that tell whom what is threatened would be done to, and those that tell what it is about. */
const towards = ['indirect', 'with', 'against', 'to', 'from', 'on'];
const about = ['object', 'of', 'for', 'at', 'in'];

/** 'warned that Serbia would suspend cooperation with Europol', 'threatened to sue the bank': what is threatened is not done to its own subject. */
function threatenedBy(
  document: AnnotatedDocument,
  roles: Roles,
  slots: Predication['slots'],
  names: readonly string[],
): readonly number[] {
  return (slots.complement ?? []).flatMap((verb) => {
    if (document.tokens[verb]?.upos !== 'VERB') return [];
    const inner = roles.at(verb).slots;
    const around = (inner.object ?? []).map((token) => prepositionalSlots(document, token));
    return names.flatMap((name) => [
      ...(inner[name] ?? []),
      ...around.flatMap((phrases) => phrases[name] ?? []),
    ]);
  });
}

/** Verbs whose object is who should be let go, not who should do it. */
const releasing = wordSet(roleVocabulary.releasingVerbs);
const helping = wordSet(roleVocabulary.helpingVerbs);

/** 'pledged 270 million euros to help Armenia': whom the purpose of what is given is to help. */
function helpedBy(
  { document, roles }: Pick<EventSources, 'document' | 'roles'>,
  tokens: readonly number[],
): readonly number[] {
  return tokens
    .flatMap((token) => children(document, token))
    .filter(({ deprel, lemma }) => /^(?:advcl|acl|xcomp)/.test(deprel) && helping.has(lemma))
    .flatMap(({ i }) => roles.at(i).slots.object ?? []);
}

/** Whom an infinitive or a content clause is about: its doer, else whom it is done to or for. */
function contentParties(
  document: AnnotatedDocument,
  roles: Roles,
  slots: Predication['slots'],
  trigger: number,
): readonly number[] {
  return (slots.complement ?? []).flatMap((verb) => {
    if (verb === trigger) return [verb];
    const inner = roles.at(verb).slots;
    if (document.tokens[verb]?.upos !== 'VERB') {
      const isClause = child(document, verb, 'cop') !== undefined && (inner.subject ?? []).length > 0;
      return isClause ? (inner.subject ?? []) : [verb];
    }
    const own = [...(slots.subject ?? []), ...(slots.possessive ?? [])];
    const doers = (inner.subject ?? []).filter((token) => !own.includes(token));
    if (doers.length > 0) return doers;
    const object = releasing.has(document.tokens[verb]?.lemma ?? '') ? [] : (inner.object ?? []);
    const around = object.map((token) => prepositionalSlots(document, token));
    const aimed = ['to', 'with', 'against', 'on', 'for', 'from', 'of', 'in'].flatMap((name) =>
      around.flatMap((phrases) => phrases[name] ?? []),
    );
    const named = firstFilled(inner, ['indirect', 'to', 'with', 'against', 'from']);
    return [...named, ...object, ...aimed, ...firstFilled(inner, ['on', 'for', 'at', 'in'])];
  });
}

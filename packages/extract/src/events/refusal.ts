import { children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isParty } from '../roles/actors.ts';
import { firstFilled } from '../roles/predication.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention, EventSources } from './find.ts';
import { tokensTagged } from '../word-index.ts';

const reporting = wordSet(roleVocabulary.modality.reportVerbs);
/** Verbs of going along with what others want: 'cannot accept' refuses, 'cannot swim' does not. */
const consenting = wordSet(roleVocabulary.consentVerbs);
/** Where whoever is refused stands. */
const refusedSlots = ['indirect', 'to', 'with', 'object', 'for', 'from', 'on'];

/**
 * 'Hungary will not send weapons', 'Cruz said he would not back Trump': what somebody will not do is refused, told by the text
 * itself, by them or by whoever speaks for their state. `unwilled` are verbs of what happens to people and things whatever they want.
 */
export function findRefusals(
  sources: EventSources,
  attributedTo: AttributedTo,
  unwilled: ReadonlySet<string>,
  stateOf: (actor: string) => string | undefined,
): EventMention[] {
  return tokensTagged(sources.document, 'VERB').flatMap((verb) => {
    if (unwilled.has(verb.lemma) || !isDeclined(sources.document, verb)) return [];
    const speaker = attributedTo(verb.i);
    const voices = speaker === null ? null : [speaker, stateOf(speaker) ?? speaker];
    const mention = refusalAt(sources, verb, voices);
    return mention === undefined ? [] : [mention];
  });
}

/** 'will not', 'won't', 'would not'; 'cannot' before what asks for consent: 'could not accept the terms'. */
function isDeclined(document: AnnotatedDocument, verb: Token): boolean {
  const below = children(document, verb.i);
  const has = (words: RegExp): boolean => below.some(({ lower }) => words.test(lower));
  const modals = consenting.has(verb.lemma) ? /^(?:will|wo|would|can|ca|could)$/ : /^(?:will|wo|would)$/;
  return has(modals) && has(/^(?:not|n't|n’t|never)$/) && !has(/^(?:be|have|been|if|unless)$/);
}

function refusalAt(
  { document, roles, actors, dating }: EventSources,
  verb: Token,
  voices: readonly string[] | null,
): EventMention | undefined {
  const predication = roles.at(verb.i);
  const { slots, negated, modality } = predication;
  if (!negated || modality === 'conditional' || modality === 'required') return undefined;
  const actorTokens = slots.subject ?? [];
  const isOwn = actorTokens.some((token) => /^(?:i|we)$/.test(document.tokens[token]?.lower ?? ''));
  const named = actorTokens.every((token) => isParty(document, actors, token))
    ? actors.doers(actorTokens)
    : [];
  const actor = isOwn && voices !== null ? voices.slice(0, 1) : named;
  if (actor.length === 0) return undefined;
  const isForecast = voices === null ? isReported(document, verb) : !actor.some((id) => voices.includes(id));
  if (isForecast) return undefined;
  const targetTokens = firstFilled(slots, refusedSlots);
  return {
    trigger: verb.i,
    sentence: verb.sentence,
    type: 'REJECT',
    mode: 'refuse',
    rule: 'event.reject.will-not',
    actors: actor,
    targets: actors.actors(targetTokens).filter((id) => !actor.includes(id)),
    actorTokens,
    targetTokens,
    place: null,
    date: dating.dateOf(verb.i) ?? null,
    status: 'held',
    predication,
  };
}

/** Told by somebody who is not known ('talk that she will not recover'), so perhaps a forecast. */
const isReported = (document: AnnotatedDocument, { deprel, head }: Token): boolean =>
  deprel === 'acl' || (deprel === 'ccomp' && reporting.has(document.tokens[head]?.lemma ?? ''));

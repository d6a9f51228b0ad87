import { children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { isParty } from '../roles/actors.ts';
import { firstFilled } from '../roles/predication.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { AttributedTo } from './evaluation.ts';
import type { EventMention, EventSources } from './find.ts';

const reporting = wordSet(roleVocabulary.modality.reportVerbs);
/** Where whoever is refused stands. */
const refusedSlots = ['indirect', 'to', 'with', 'object', 'for', 'from', 'on'];

/**
 * 'Hungary will not send weapons', 'Cruz said he would not back Trump': what somebody will not do is refused, told by the text
 * itself or by them. `unwilled` are verbs of what happens to people and things whatever they want.
 */
export function findRefusals(
  sources: EventSources,
  attributedTo: AttributedTo,
  unwilled: ReadonlySet<string>,
): EventMention[] {
  return sources.document.tokens.flatMap((verb) => {
    if (verb.upos !== 'VERB' || unwilled.has(verb.lemma) || !isDeclined(sources.document, verb)) return [];
    const mention = refusalAt(sources, verb, attributedTo(verb.i));
    return mention === undefined ? [] : [mention];
  });
}

/** 'will not', 'won't', 'would not', 'is not going to'. */
function isDeclined(document: AnnotatedDocument, verb: Token): boolean {
  const below = children(document, verb.i);
  const has = (words: RegExp): boolean => below.some(({ lower }) => words.test(lower));
  return has(/^(?:will|wo|would)$/) && has(/^(?:not|n't|n’t|never)$/) && !has(/^(?:be|have|been|if|unless)$/);
}

function refusalAt(
  { document, roles, actors, dating }: EventSources,
  verb: Token,
  speaker: string | null,
): EventMention | undefined {
  const predication = roles.at(verb.i);
  const { slots, negated, modality } = predication;
  if (!negated || modality === 'conditional' || modality === 'required') return undefined;
  const actorTokens = slots.subject ?? [];
  const actor = actorTokens.every((token) => isParty(document, actors, token))
    ? actors.doers(actorTokens)
    : [];
  if (actor.length === 0 || (speaker === null ? isReported(document, verb) : !actor.includes(speaker)))
    return undefined;
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

/** Told by somebody who is not known, so perhaps a forecast. */
const isReported = (document: AnnotatedDocument, { deprel, head }: Token): boolean =>
  deprel === 'ccomp' && reporting.has(document.tokens[head]?.lemma ?? '');

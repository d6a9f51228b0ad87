import { sentenceOf, type AnnotatedDocument } from '@dragoman/nlp';
import { classOf } from '../roles/condition-schema.ts';
import { wordSet } from '../roles/vocabulary.ts';
import type { EventMention } from './find.ts';

/** How many sentences back those stand whom the police break up. */
const reachOfCrowd = 6;
/** Roots of what police do to a crowd. */
const quelling = new Set(['COERCE', 'ASSAULT']);
/** Nouns for people, and what stands for them: 'them', 'eleven arrests'. */
const unnamedPeople = wordSet([...(classOf('@people') ?? []), 'them', 'they', 'arrest', 'detention']);

const armed = wordSet([...(classOf('@troops') ?? []), 'officer', 'squad']);

/** 'Police arrested 11 people', 'fired tear gas': whom no name stands beside are those who were told to protest right before. */
export function protestersBefore(
  document: AnnotatedDocument,
  { type, sentence, actors, actorTokens, targetTokens, predication }: EventMention,
  before: readonly EventMention[],
): readonly string[] | undefined {
  if (!quelling.has(type)) return undefined;
  const isOpen = targetTokens.every((token) => unnamedPeople.has(document.tokens[token]?.lemma ?? ''));
  const isPolice = actorTokens.some((token) => armed.has(document.tokens[token]?.lemma ?? ''));
  const isNone = actorTokens.length === 0 && type === 'COERCE' && predication.lemma === 'arrest';
  if (!isOpen || !(isPolice || isNone)) return undefined;
  return before.findLast(
    (other) =>
      other.type === 'PROTEST' &&
      other.actors.length > 0 &&
      sentence - sentenceOf(document, other.trigger).index <= reachOfCrowd &&
      !other.actors.some((id) => actors.includes(id)),
  )?.actors;
}

const judging = new Set(['SUPPORT', 'ACCUSE', 'REJECT']);
const accords = /^(?:agreement|accord|pact|deal|truce|treaty|ceasefire|settlement|compromise|arrangement)$/;

/** 'welcomed the agreement', 'denounced the deal': praise and blame of an accord told before goes to those who made it. */
export function makersOfAccord(
  document: AnnotatedDocument,
  { type, actors, predication }: EventMention,
  before: readonly EventMention[],
): readonly string[] | undefined {
  if (!judging.has(type) || predication.kind !== 'verb') return undefined;
  const objects = predication.slots.object ?? [];
  if (!objects.some((token) => accords.test(document.tokens[token]?.lemma ?? ''))) return undefined;
  return before.findLast(
    (other) =>
      other.type === 'AGREE' && other.actors.length > 1 && !other.actors.some((id) => actors.includes(id)),
  )?.actors;
}

import { sentenceOf, type AnnotatedDocument } from '@dragoman/nlp';
import type { EventMention } from './find.ts';

/** How many sentences back those stand whom the police break up. */
const reachOfCrowd = 6;
/** Roots of what police do to a crowd. */
const quelling = new Set(['COERCE', 'ASSAULT']);
const unnamedPeople =
  /^(?:people|person|man|woman|protester|demonstrator|marcher|student|striker|picket|activist|them|they|arrest|detention|miner|farmer|teacher|worker|driver|haulier|youth)$/;

/** 'Police arrested 11 people', 'fired tear gas': whom no name stands beside are those who were told to protest right before. */
export function protestersBefore(
  document: AnnotatedDocument,
  { type, sentence, actors, actorTokens, targetTokens, predication }: EventMention,
  before: readonly EventMention[],
): readonly string[] | undefined {
  if (!quelling.has(type)) return undefined;
  const isOpen = targetTokens.every((token) => unnamedPeople.test(document.tokens[token]?.lemma ?? ''));
  const isPolice = actorTokens.some((token) =>
    /^(?:police|officer|policeman|gendarme|soldier|troop|force|guard|squad)$/.test(
      document.tokens[token]?.lemma ?? '',
    ),
  );
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

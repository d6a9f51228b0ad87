import { children, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { AttributedTo } from './evaluation.ts';
import type { EntityTable } from '../context.ts';
import type { EventMention } from './find.ts';

/** Says of an event whether the text only mentions it in passing: in somebody's words or beside a name, with nobody doing it. */
export type IsAside = (mention: EventMention) => boolean;

/** Roots of which a participle beside a noun tells who somebody is, not what happens: 'drivers held in Belarus', 'the airlifted'. */
const attributes = new Set(['COERCE', 'SUPPORT', 'CONCEDE', 'AID', 'RETREAT']);

/**
 * Makes the test for asides. Annotators leave them out: in quotations what nobody named does ('people who attack my family'), what
 * others than the speaker are said there to refuse; participles without a doer; infinitives that tell what a noun is for.
 */
export function asidesOf(
  document: AnnotatedDocument,
  table: EntityTable,
  attributedTo: AttributedTo,
  isQuoted: (token: number) => boolean,
  stateOf: (actor: string) => string | undefined,
): IsAside {
  return (mention) => {
    const trigger = document.tokens[mention.trigger];
    if (trigger === undefined) return false;
    return (
      (isQuoted(trigger.i) && isOfOthers(mention, attributedTo, stateOf)) ||
      isAttribute(mention, trigger) ||
      (mention.status === 'held' && mention.mode !== 'judgement' && isUse(document, trigger)) ||
      isBareHarm(mention) ||
      isConsent(document, table, mention)
    );
  };
}

/** Nobody acts and neither place nor time is told, or somebody is said to refuse by somebody else; an official speaks for the state. */
function isOfOthers(
  { type, actors, place, date, trigger }: EventMention,
  attributedTo: AttributedTo,
  stateOf: (actor: string) => string | undefined,
): boolean {
  if (actors.length === 0) return place === null && date === null;
  const speaker = attributedTo(trigger);
  if (type !== 'REJECT' || speaker === null) return false;
  return !actors.includes(speaker) && !actors.includes(stateOf(speaker) ?? speaker);
}

/** 'drivers held in Belarus', 'Rawlings, barred from a third term', not 'a priest arrested on Sunday'. */
const isAttribute = ({ type, actors, date }: EventMention, { upos, deprel, xpos }: Token): boolean =>
  actors.length === 0 &&
  date === null &&
  attributes.has(type) &&
  upos === 'VERB' &&
  deprel === 'acl' &&
  /^VB[NGD]$/.test(xpos ?? '');

/** 'an amendment to raid reserves', 'the power to detain', not 'the first minister to resign'. */
function isUse(document: AnnotatedDocument, verb: Token): boolean {
  if (verb.upos !== 'VERB' || verb.deprel !== 'acl' || verb.xpos !== 'VB') return false;
  const noun = headOf(document, verb.i);
  if (noun === undefined || !children(document, verb.i, 'mark').some(({ lower }) => lower === 'to'))
    return false;
  return ![noun, ...children(document, noun.i)].some(
    ({ lower, xpos, upos }) => ranks.test(lower) || xpos === 'JJS' || upos === 'NUM',
  );
}

const ranks = /^(?:first|second|third|fourth|fifth|sixth|tenth|last|latest|next|only|sole|lone|one|another)$/;

/** 'four people were killed': harm of which neither doer nor place nor time is told, nor who by name suffers it. */
const isBareHarm = ({ type, actorTokens, targets, place, date }: EventMention): boolean =>
  type === 'ASSAULT' && actorTokens.length === 0 && targets.length === 0 && place === null && date === null;

/** '“He is right,” she agreed', 'agreed that rules should change': one person's consent to an opinion is no agreement. */
function isConsent(
  document: AnnotatedDocument,
  table: EntityTable,
  { type, mode, actors: [actor, other], trigger, date }: EventMention,
): boolean {
  if (type !== 'AGREE' || mode !== 'agree' || other !== undefined || date !== null) return false;
  if (actor === undefined || table.byId(actor)?.kind !== 'person') return false;
  return !children(document, trigger).some(({ deprel, xpos }) => deprel === 'xcomp' && xpos === 'VB');
}

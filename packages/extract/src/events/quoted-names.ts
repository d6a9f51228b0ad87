import { child, dominates, sentenceOf, tokensOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventMention, EventSources } from './find.ts';
import { isClaim, type JudgingWords } from './judgement.ts';

const naming = wordSet(roleVocabulary.namingVerbs);
/** Verbs that name only with 'as' or blame by themselves. */
const quotedBy =
  /^(?:call|brand|label|dub|deem|term|describe|characterize|characterise|dismiss|denounce|deride|decry)$/;
/** How many words beside what is named may stand before the quoted name: 'as', 'a'. */
const widestGap = 3;
const opening = /^(?:["“‘]|``|'')$/;
const closing = /^(?:["”’]|'')$/;

/**
 * 'called the seizure “piracy with a letterhead”', 'described the ruling as “a huge win”': a name that the text puts in quotation
 * marks judges. It blames unless it praises or is a plain one; a claim that is so named is rejected.
 */
export function quotedNameAt(
  { document, actors, roles, dating }: EventSources,
  words: JudgingWords,
  verb: Token,
): EventMention | undefined {
  if (!naming.has(verb.lemma) || !quotedBy.test(verb.lemma)) return undefined;
  const predication = roles.at(verb.i);
  const { slots, negated, modality } = predication;
  const objects = slots.object ?? [];
  const speakers = actors.doers(slots.subject ?? []);
  const [speaker] = speakers;
  if (speaker === undefined || negated || /^(?:conditional|possible|required)$/.test(modality))
    return undefined;
  const named = objects.filter((token) => !isQuestionWord(document, token));
  if (named.length === 0 || (slots.of ?? []).length > 0) return undefined;
  const quoted = quotedBehind(document, verb, named);
  const type = quoted === undefined ? undefined : judgementOf(document, words, named, quoted, verb);
  if (type === undefined) return undefined;
  return {
    trigger: verb.i,
    sentence: verb.sentence,
    type,
    mode: 'judgement',
    rule: `event.${type.toLowerCase()}.quoted-name`,
    actors: [speaker],
    targets: actors.doers(named).filter((id) => !speakers.includes(id)),
    actorTokens: slots.subject ?? [],
    targetTokens: named,
    place: null,
    date: dating.dateOf(verb.i) ?? null,
    status: 'held',
    predication,
  };
}

/** 'what he calls “hell”': no thing of somebody's is named. */
const isQuestionWord = (document: AnnotatedDocument, token: number): boolean =>
  /^(?:what|which|who|whom|that)$/.test(document.tokens[token]?.lower ?? '') &&
  child(document, token, 'det') === undefined;

/** The words in quotation marks that stand close behind the verb and what it names. */
function quotedBehind(
  document: AnnotatedDocument,
  verb: Token,
  objects: readonly number[],
): readonly Token[] | undefined {
  const sentence = tokensOf(document, sentenceOf(document, verb.i));
  const open = sentence.find(({ i, text }) => i > verb.i && opening.test(text));
  if (open === undefined || open.i < Math.min(...objects)) return undefined;
  const between = sentence.filter(
    ({ i }) => i > verb.i && i < open.i && !objects.some((object) => dominates(document, object, i)),
  );
  if (between.length > widestGap) return undefined;
  const inside = sentence.filter(({ i }) => i > open.i);
  const close = inside.findIndex(({ text }) => closing.test(text));
  const quoted = close < 0 ? inside : inside.slice(0, close);
  return quoted.some(({ upos }) => upos === 'NOUN' || upos === 'ADJ' || upos === 'VERB') ? quoted : undefined;
}

/** '“out of the question”', '“a non-starter”': what is so named is refused. */
const isRefusal = (quoted: readonly Token[]): boolean =>
  refusals.test(quoted.map(({ lower }) => lower).join(' '));

const refusals =
  /^(?:a |an )?(?:out of the question|non-?starter|non - starter|unacceptable|non-negotiable|off the table)/;

/** '“our quietest export”', '“the straightest man I ever argued with”'. */
const isUtmost = (quoted: readonly Token[]): boolean => quoted.some(({ xpos }) => xpos === 'JJS');

function judgementOf(
  document: AnnotatedDocument,
  { negative, positive, praise, plain }: JudgingWords,
  objects: readonly number[],
  quoted: readonly Token[],
  verb: Token,
): 'ACCUSE' | 'SUPPORT' | 'REJECT' | undefined {
  const has = (list: ReadonlySet<string>): boolean =>
    quoted.some(({ lemma, lower }) => list.has(lemma) || list.has(lower));
  if (objects.some((token) => /^(?:idea|notion|report)$/.test(document.tokens[token]?.lemma ?? '')))
    return undefined;
  if (objects.some((token) => isClaim(document.tokens[token])) || isRefusal(quoted)) return 'REJECT';
  if (has(negative)) return 'ACCUSE';
  if (has(plain)) return undefined;
  if (has(positive) || has(praise) || isUtmost(quoted)) return 'SUPPORT';
  const isInsert = verb.deprel === 'acl:relcl' && objects.every((token) => token < verb.i);
  return isInsert ? undefined : 'ACCUSE';
}

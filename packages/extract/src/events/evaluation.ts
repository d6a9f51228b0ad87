import {
  child,
  children,
  headOf,
  sentenceOf,
  tokensOf,
  type AnnotatedDocument,
  type Sentence,
  type Token,
} from '@dragoman/nlp';
import { prepositionalSlots } from '../roles/arguments.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import { addresseeAt } from './addressee.ts';
import type { EventMention, EventSources } from './find.ts';
import { isClaim, readJudgingWords, judgementAt, type Judgement, type JudgingWords } from './judgement.ts';
import type { Evaluations } from './lexicon.ts';
import { quotedNameAt } from './quoted-names.ts';
import { tokensTagged } from '../word-index.ts';

/** Who the text attributes a token to; null for the article. */
export type AttributedTo = (token: number) => string | null;

/** The rule of a judgement that does not say whom it blames. */
export const openRule = 'event.accuse.judgement-open';

/**
 * Judgements that somebody is quoted or reported with: 'North Korea had displayed “complete disregard”, the agency said' is an
 * accusation, 'a good news story' praise. One for each sentence, speaker and root; the target is what is judged.
 */
export function findEvaluations(
  sources: EventSources,
  attributedTo: AttributedTo,
  evaluations: Evaluations,
): EventMention[] {
  const words = readJudgingWords(evaluations);
  const called = tokensTagged(sources.document, 'VERB').flatMap((verb) => {
    const quoted = quotedNameAt(sources, words, verb);
    return quoted === undefined ? namingAt(sources, words, verb) : [quoted];
  });
  const said = sources.document.sentences.flatMap((sentence) =>
    inSentence(sources, attributedTo, words, sentence),
  );
  return [...called, ...said];
}

const naming = wordSet(roleVocabulary.namingVerbs);

/** 'called the deal a disaster', 'described the sanctions as illegal': who calls it so blames whoever it is of. */
function namingAt(sources: EventSources, words: JudgingWords, verb: Token): EventMention[] {
  const { document, actors, roles } = sources;
  if (!naming.has(verb.lemma)) return [];
  const { slots, negated, modality } = roles.at(verb.i);
  const objects = slots.object ?? [];
  const isOfClaim = objects.some((token) => isClaim(document.tokens[token]));
  const predicates = [
    ...(slots.complement ?? []),
    ...(slots.as ?? []),
    ...objects.flatMap((token) => prepositionalSlots(document, token).as ?? []),
    ...children(document, verb.i, 'advcl').flatMap(({ i, upos }) => (upos === 'ADJ' ? [i] : [])),
  ];
  const [speaker] = actors.doers(slots.subject ?? []);
  if (speaker === undefined || negated || /^(?:conditional|possible)$/.test(modality)) return [];
  if (isOpenPronoun(document.tokens[verb.i + 1]) && isUntrue(document, words, [...objects, ...predicates])) {
    const denial = evaluation(sources, verb, { type: 'ACCUSE', targets: [], isAddressee: false }, speaker);
    return [{ ...denial, type: 'REJECT', mode: 'deny', rule: 'event.reject.naming', targetTokens: objects }];
  }
  if (isOfClaim || !isBad(document, words, predicates)) return [];
  const targets = actors.doers(objects).filter((id) => id !== speaker);
  const mention = evaluation(sources, verb, { type: 'ACCUSE', targets, isAddressee: false }, speaker);
  return [{ ...mention, rule: 'event.accuse.naming', targetTokens: objects }];
}

/** 'that', 'it', 'this': what was said before. */
const isOpenPronoun = (token: Token | undefined): boolean =>
  /^(?:it|that|this|those|these)$/.test(token?.lower ?? '');

const isUntrue = (
  document: AnnotatedDocument,
  { untrue }: JudgingWords,
  predicates: readonly number[],
): boolean => predicates.some((token) => untrue.has(document.tokens[token]?.lemma ?? ''));

/** Is one of the words bad, or one before a noun ('a cynical ploy')? */
function isBad(
  document: AnnotatedDocument,
  { negative }: JudgingWords,
  predicates: readonly number[],
): boolean {
  return predicates
    .flatMap((token) => [token, ...children(document, token, 'amod').map(({ i }) => i)])
    .some((token) => negative.has(document.tokens[token]?.lemma ?? ''));
}

function inSentence(
  sources: EventSources,
  attributedTo: AttributedTo,
  words: JudgingWords,
  sentence: Sentence,
): EventMention[] {
  const { document, actors } = sources;
  const told = new Set<string>();
  const found: EventMention[] = [];
  for (const token of tokensOf(document, sentence)) {
    const speaker = attributedTo(token.i);
    if (speaker === null || actors.groupKind(speaker) === 'media') continue;
    const judgement = judgementAt(sources, words, token);
    if (judgement === undefined) continue;
    const judged = judgement.isAddressee ? addresseeAt(sources, token.i, speaker) : judgement.targets;
    const targets = judged.filter((id) => id !== speaker);
    if (told.has(`${judgement.type} ${speaker}`)) continue;
    const isOpen = targets.length === 0;
    if (isOpen && (judgement.type !== 'ACCUSE' || !judges(sources, speaker) || !isSaid(document, token)))
      continue;
    told.add(`${judgement.type} ${speaker}`);
    const mention = evaluation(sources, token, { ...judgement, targets }, speaker);
    found.push(isOpen ? { ...mention, rule: openRule } : mention);
  }
  return found;
}

/** Is a word what a clause says of its subject: 'is wrong', 'is gutless leadership', 'they lied', not 'faced a threat'? */
function isSaid(document: AnnotatedDocument, word: Token): boolean {
  const said = word.deprel === 'amod' ? headOf(document, word.i) : word;
  if (said === undefined) return false;
  const subject = child(document, said.i, 'nsubj');
  if (subject === undefined || /^(?:i|we|who|that|which)$/.test(subject.lower)) return false;
  if (asksAt(document, word)) return false;
  if (children(document, said.i, 'aux').some(({ lower }) => /^(?:may|might|could|would|must)$/.test(lower)))
    return false;
  return said.upos === 'VERB'
    ? child(document, said.i, 'aux:pass') === undefined && child(document, said.i, 'cop') === undefined
    : child(document, said.i, 'cop') !== undefined;
}

const asksAt = (document: AnnotatedDocument, word: Token): boolean =>
  tokensOf(document, sentenceOf(document, word.i)).some(({ text }) => text === '?');

/** Who blames where nobody is named: people, states, parties and bodies of government, not relief agencies that deplore. */
function judges({ actors }: EventSources, speaker: string): boolean {
  return (
    actors.kind(speaker) === 'person' ||
    /^(?:state|party|government_body)$/.test(actors.groupKind(speaker) ?? '')
  );
}

function evaluation(
  { document, roles, dating }: EventSources,
  word: Token,
  { type, targets }: Judgement,
  speaker: string,
): EventMention {
  return {
    trigger: word.i,
    sentence: word.sentence,
    type,
    mode: 'judgement',
    rule: `event.${type.toLowerCase()}.judgement`,
    actors: [speaker],
    targets,
    actorTokens: [],
    targetTokens: [],
    place: null,
    date: dating.dateOf(sentenceOf(document, word.i).first) ?? null,
    status: 'held',
    predication: roles.at(word.i),
  };
}

import { sentenceOf, tokensOf, type Sentence, type Token } from '@dragoman/nlp';
import type { EventMention, EventSources } from './find.ts';
import { readJudgingWords, judgementAt, type Judgement, type JudgingWords } from './judgement.ts';
import type { Evaluations } from './lexicon.ts';

/** Who the text attributes a token to; null for the article. */
export type AttributedTo = (token: number) => string | null;

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
  return sources.document.sentences.flatMap((sentence) => inSentence(sources, attributedTo, words, sentence));
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
    const targets = judgement?.targets.filter((id) => id !== speaker) ?? [];
    if (judgement === undefined || targets.length === 0 || told.has(`${judgement.type} ${speaker}`)) continue;
    told.add(`${judgement.type} ${speaker}`);
    found.push(evaluation(sources, token, { ...judgement, targets }, speaker));
  }
  return found;
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

import {
  ancestors,
  children,
  headOf,
  sentenceOf,
  tokensOf,
  type AnnotatedDocument,
  type Token,
} from '@dragoman/nlp';
import { argumentsOf } from '../roles/arguments.ts';
import { roleVocabulary, wordSet } from '../roles/vocabulary.ts';
import type { EventMention, EventSources } from './find.ts';
import type { Evaluations } from './lexicon.ts';

/** Who the text attributes a token to; null for the article. */
export type AttributedTo = (token: number) => string | null;

/**
 * Judgements that somebody is quoted or reported with: 'North Korea had displayed “complete disregard”, the agency said' is an
 * accusation, 'a good news story' praise. One for each sentence and speaker; the target is what the judging word is said of.
 */
export function findEvaluations(
  sources: EventSources,
  attributedTo: AttributedTo,
  words: Evaluations,
): EventMention[] {
  const { document } = sources;
  const lists = { ACCUSE: new Set(words.negative), SUPPORT: new Set(words.positive) };
  const found: EventMention[] = [];
  for (const sentence of document.sentences) {
    const told = new Set<string>();
    for (const token of tokensOf(document, sentence)) {
      const type = lists.ACCUSE.has(token.lemma)
        ? 'ACCUSE'
        : lists.SUPPORT.has(token.lemma)
          ? 'SUPPORT'
          : undefined;
      const speaker = type === undefined ? null : attributedTo(token.i);
      if (type === undefined || speaker === null || told.has(speaker)) continue;
      const targets = judgedBy(sources, token).filter((id) => id !== speaker);
      if (targets.length === 0 || isNegated(document, token) || isDisowned(document, token)) continue;
      if (type === 'SUPPORT' && !isPredicated(token)) continue;
      told.add(speaker);
      found.push(evaluation(sources, token, type, speaker, targets));
    }
  }
  return found;
}

function isNegated(document: AnnotatedDocument, token: Token): boolean {
  return [token, ...ancestors(document, token.i).slice(0, 1)].some(({ i }) =>
    children(document, i).some(({ lower }) => /^(?:not|no|never|n't|n’t)$/.test(lower)),
  );
}

const denial = wordSet(roleVocabulary.modality.denialVerbs);

/** 'deny accusations of brutality'. */
function isDisowned(document: AnnotatedDocument, token: Token): boolean {
  return ancestors(document, token.i).some(
    ({ lemma }) => denial.has(lemma) || /^(?:accusation|allegation)$/.test(lemma),
  );
}

/** Praise is said of something, not only a word before a noun ('a historic deal'). */
const isPredicated = ({ deprel }: Token): boolean => /^(?:root|ccomp|xcomp|conj|parataxis|obj)/.test(deprel);

/** What a judging word is said of: the owner of the noun, the subject of its clause, the object it is predicated of. */
function judgedBy({ document, actors }: EventSources, word: Token): readonly string[] {
  let at: Token | undefined = word;
  for (let depth = 0; at !== undefined && depth < 4; depth++, at = headOf(document, at.i)) {
    const owners = children(document, at.i, 'nmod:poss').map(({ i }) => i);
    const modified = at.upos === 'NOUN' && at !== word ? [at.i] : [];
    const { slots } = argumentsOf(document, at.i);
    for (const tokens of [owners, modified, slots.subject ?? [], word === at ? [] : (slots.object ?? [])]) {
      const ids = actors.actors(tokens);
      if (ids.length > 0) return ids;
    }
  }
  return [];
}

function evaluation(
  sources: EventSources,
  word: Token,
  type: string,
  speaker: string,
  targets: readonly string[],
): EventMention {
  const { document, roles, dating } = sources;
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

import { child, children, predicateAt, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Modality } from './predication.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const words = roleVocabulary.modality;
/** The words that make what is told more or less real. */
export const lists = {
  planned: wordSet(words.planned),
  possible: wordSet(words.possible),
  hypothetical: wordSet(words.hypothetical),
  required: wordSet(words.required),
  plannedVerbs: wordSet(words.plannedVerbs),
  possibleVerbs: wordSet(words.possibleVerbs),
  possibleWords: wordSet(words.possibleWords),
  plannedWords: wordSet(words.plannedWords),
  plannedNouns: wordSet(words.plannedNouns),
  possibleNouns: wordSet(words.possibleNouns),
  requiredNouns: wordSet(words.requiredNouns),
  refusalNouns: wordSet(words.refusalNouns),
  refusalVerbs: wordSet(words.refusalVerbs),
  preventionVerbs: wordSet(words.preventionVerbs),
  thoughtNouns: wordSet(words.thoughtNouns),
  guardWords: wordSet(words.guardWords),
  conditions: wordSet(words.conditions),
  denialVerbs: wordSet(words.denialVerbs),
  cancelVerbs: wordSet(words.cancelVerbs),
  missingVerbs: wordSet(words.missingVerbs),
  hearsayNouns: wordSet(words.hearsayNouns),
  hearsayDenials: wordSet(words.hearsayDenials),
  agendaNouns: wordSet(words.agendaNouns),
  reportVerbs: wordSet(words.reportVerbs),
  ongoingVerbs: wordSet(words.ongoingVerbs),
  attemptVerbs: wordSet(words.attemptVerbs),
  appearanceVerbs: wordSet(words.appearanceVerbs),
  lightVerbs: wordSet(roleVocabulary.lightVerbs),
  occurrenceVerbs: wordSet(roleVocabulary.occurrenceVerbs),
  demands: wordSet(roleVocabulary.objectControl),
};

const phrases = (
  list: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(list).map(([verb, particles]) => [verb, wordSet(particles)]));
export const cancelPhrases = phrases(words.cancelPhrases);
export const failPhrases = phrases(words.failPhrases);

/** How real a verb or a noun is told to be, and whether it is negated. */
export interface Reality {
  readonly modality: Modality;
  readonly negated: boolean;
}

/** Is a noun hearsay that somebody denies: 'reports' in 'denied reports of a meeting', 'rejected reports that …'? */
export function isDeniedHearsay(document: AnnotatedDocument, { lemma, deprel, head }: Token): boolean {
  if (!lists.hearsayNouns.has(lemma) || !/^(?:obj|nsubj:pass)$/.test(deprel)) return false;
  const verb = document.tokens[head]?.lemma ?? '';
  return lists.denialVerbs.has(verb) || lists.hearsayDenials.has(verb);
}

/** Does a token head a clause: a verb, or a predicate with a copula? */
export function isVerbal(document: AnnotatedDocument, token: Token): boolean {
  if (token.upos === 'VERB' || token.upos === 'AUX') return true;
  return child(document, token.i, 'cop') !== undefined && child(document, token.i, 'case') === undefined;
}

/** 'not', 'never', 'without' at a verb or a predicate, or a subject or object that means none. */
export function isNegated(document: AnnotatedDocument, token: Token): boolean {
  const marks = children(document, token.i);
  const negating = marks.find(
    ({ lower, deprel }) => /^(?:not|n't|n’t|never|neither|nor)$/.test(lower) && /^(?:advmod|cc)/.test(deprel),
  );
  if (negating !== undefined) return document.tokens[negating.i + 1]?.lower !== 'only';
  if (marks.some(({ lower, deprel }) => lower === 'without' && deprel === 'mark')) return true;
  if (marks.some((mark) => /^(?:nsubj|obj$)/.test(mark.deprel) && isNobody(document, mark))) return true;
  return predicateAt(document, token.i)?.negated === true && !marks.some(({ lower }) => lower === 'not');
}

/** 'no agreement', 'nobody', 'none of the parties', 'not one minister', 'neither Germany nor France': a phrase that means none. */
function isNobody(document: AnnotatedDocument, { i, lower }: Token): boolean {
  if (/^(?:nobody|none|nothing|neither)$/.test(lower)) return true;
  return children(document, i).some(
    (word) =>
      word.i < i &&
      ((/^(?:no|neither)$/.test(word.lower) && /^(?:det|cc)/.test(word.deprel)) ||
        (word.lower === 'not' && document.tokens[word.i + 1]?.lower === 'one')),
  );
}

import { children, entityAt, headOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { onceAToken } from './once-a-token.ts';
import { roleVocabulary, wordSet } from './vocabulary.ts';

const whoNever = wordSet(roleVocabulary.whoNever);
const partitives = wordSet(roleVocabulary.partitives);

/** A token and those joined to it: 'Iran, Iraq and Oman' from 'Iran'. */
export const coordinated: (document: AnnotatedDocument, token: number) => readonly number[] = onceAToken(
  (document, token) => {
    const found = [token];
    for (const next of children(document, token, 'conj')) {
      if (isNominal(next) === isNominal(document.tokens[token])) found.push(...coordinated(document, next.i));
    }
    return found;
  },
);

function isNominal(token: Token | undefined): boolean {
  return token?.upos !== 'VERB' && token?.upos !== 'AUX';
}

/** The preposition of a phrase: 'with', 'according-to'; undefined for a phrase without one. */
export const prepositionOf: (document: AnnotatedDocument, token: number) => string | undefined = onceAToken(
  (document, token) => {
    const cases = children(document, token, 'case').filter(({ lower }) => lower !== "'s" && lower !== '’s');
    const first = cases[0];
    if (first === undefined) return isMarkedTo(document, token) ? 'to' : undefined;
    const second = cases[1];
    if (second !== undefined && (first.lower === 'to' || isDirection(document, first, second)))
      return second.lower;
    const parts = [first, ...children(document, first.i, 'fixed')];
    return parts.map(({ lower }) => lower).join('-');
  },
);

/** 'ferried the people to safety' with the preposition read as that of an infinitive. */
function isMarkedTo(document: AnnotatedDocument, token: number): boolean {
  const noun = document.tokens[token];
  if (noun?.deprel !== 'obl' || !/^(?:NOUN|PROPN)$/.test(noun.upos)) return false;
  return children(document, token, 'mark').some(({ lower }) => lower === 'to');
}

/** 'up to the frontier', 'over to Oman', not 'up to 20 men'; 'paid for by Japan', where the first belongs to the verb. */
function isDirection(document: AnnotatedDocument, first: Token, second: Token): boolean {
  if (second.i !== first.i + 1) return false;
  if (second.lower === 'by') return document.tokens[first.i - 1]?.upos === 'VERB';
  return (
    /^(?:up|down|back|over|across|home|away)$/.test(first.lower) &&
    document.tokens[second.i + 1]?.upos !== 'NUM'
  );
}

const reporting = wordSet(roleVocabulary.modality.reportVerbs);

const bodies = wordSet(roleVocabulary.classes.bodies ?? []);

/** For 'it' in 'the army said it would leave' the one who says so, else the token itself. */
export function speakerFor(document: AnnotatedDocument, token: number): number {
  const pronoun = document.tokens[token];
  if (pronoun === undefined || !/^(?:it|they|he|she)$/.test(pronoun.lower)) return token;
  const verb = headOf(document, token);
  const saying = verb === undefined ? undefined : headOf(document, verb.i);
  if (verb?.deprel !== 'ccomp' || saying === undefined || !reporting.has(saying.lemma)) return token;
  const speakers = children(document, saying.i, 'nsubj');
  // 'coach Anna Berg says he …': of an office and a name that are both read as subject the name.
  const named = speakers.findLast(({ i, upos }) => i < saying.i && upos === 'PROPN');
  const speaker = named ?? speakers[0];
  return speaker === undefined || speaker.upos === 'PRON' || !canMean(document, pronoun, speaker)
    ? token
    : speaker.i;
}

/** 'The government said he had quit': no body is 'he'. */
function canMean(document: AnnotatedDocument, { lower }: Token, speaker: Token): boolean {
  if (lower !== 'he' && lower !== 'she') return true;
  const named = entityAt(document, speaker.i)?.kind;
  return !bodies.has(speaker.lemma) && (named === undefined || named === 'PER' || speaker.upos === 'NOUN');
}

/** For a relative pronoun the noun that its clause describes, else the token itself. */
export function antecedentOf(document: AnnotatedDocument, token: number): number {
  const pronoun = document.tokens[token];
  if (pronoun === undefined || !/^(?:who|whom|which|that|whose)$/.test(pronoun.lower)) return token;
  for (let at: Token | undefined = pronoun; at !== undefined; at = headOf(document, at.i)) {
    if (at.deprel === 'acl:relcl') return pronoun.lower === 'who' ? holderOf(document, at.head) : at.head;
  }
  return token;
}

/**
 * A body or a thing is no 'who', but the holder of the post at it is ('Al Habsi, undersecretary at the foreign ministry, who
 * travelled'), or whose it is ('the whereabouts of Bellandi, who').
 */
function holderOf(document: AnnotatedDocument, noun: number): number {
  const thing = document.tokens[noun];
  if (thing?.upos !== 'NOUN' || !whoNever.has(thing.lemma)) return noun;
  const owner = children(document, noun, 'nmod').findLast(
    ({ i }) => i > noun && entityAt(document, i)?.kind === 'PER',
  );
  if (owner !== undefined) return owner.i;
  const post = headOf(document, noun);
  const isOfPost = thing.deprel === 'nmod' && post?.upos === 'NOUN' && !post.xpos?.endsWith('S');
  return isOfPost ? post.i : noun;
}

/** Does a noun stand behind 'of' and a word that only counts or measures it ('two days of talks')? */
export function isPartitive(document: AnnotatedDocument, noun: Token): boolean {
  const governor = headOf(document, noun.i);
  if (governor === undefined || !noun.deprel.startsWith('nmod') || !partitives.has(governor.lemma))
    return false;
  return prepositionOf(document, noun.i) === 'of';
}

/** The token that holds a noun's place in its clause: the first of joined nouns, the measure before 'of'. */
export function headingOf(document: AnnotatedDocument, noun: Token): Token {
  const governor = headOf(document, noun.i);
  if (governor === undefined || (noun.deprel !== 'conj' && !isPartitive(document, noun))) return noun;
  return governor.upos === 'VERB' ? noun : headingOf(document, governor);
}

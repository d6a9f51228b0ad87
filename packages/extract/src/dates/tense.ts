import { child, children, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Direction } from './resolve.ts';
import { vocabulary } from './vocabulary.ts';

const { ahead, behind, parts, units } = vocabulary;

/**
 * Whether what a token belongs to lies behind or ahead of the day of writing, from the tense of the verb above it and
 * from words such as 'scheduled', 'upcoming'. 'unknown' where no verb decides.
 */
export function directionAt(document: AnnotatedDocument, token: number): Direction {
  let nominal = false;
  for (let at = document.tokens[token]; at !== undefined; at = document.tokens[at.head]) {
    const told = isVerbal(document, at) ? verbDirection(document, at) : nounDirection(document, at);
    if (told === 'ahead' && isClosedRelative(document, at, token)) continue;
    if (told !== undefined) return told === 'behind' && nominal ? 'unknown' : told;
    if (at.upos === 'NOUN' && at.i !== token && !isVerbal(document, at) && !isPartOfTime(at)) nominal = true;
  }
  return 'unknown';
}

/** 'the end of June', 'the first week of May': a part of the time itself. */
const isPartOfTime = ({ lower }: Token): boolean => parts.includes(lower) || units.has(lower);

/** 'met Anna Berg, who leads the union, in Oslo on Tuesday': behind the comma that ends it a relative clause in the present dates nothing. */
function isClosedRelative(document: AnnotatedDocument, verb: Token, token: number): boolean {
  if (verb.deprel !== 'acl:relcl' || !/^VB[PZ]$/.test(verb.xpos ?? '')) return false;
  return document.tokens.slice(verb.i + 1, token).some(({ text }) => text === ',');
}

function isVerbal(document: AnnotatedDocument, token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX' || child(document, token.i, 'cop') !== undefined;
}

function nounDirection(document: AnnotatedDocument, token: Token): Direction | undefined {
  if (token.upos !== 'NOUN' && token.upos !== 'ADJ') return undefined;
  if (ahead.nouns.includes(token.lemma) || ahead.adjectives.includes(token.lower)) return 'ahead';
  const planned = children(document, token.i).some(
    (modifier) => ahead.adjectives.includes(modifier.lower) && modifier.deprel === 'amod',
  );
  return planned ? 'ahead' : undefined;
}

function verbDirection(document: AnnotatedDocument, verb: Token): Direction | undefined {
  if (ahead.adjectives.includes(verb.lower) || ahead.nouns.includes(verb.lemma)) return 'ahead';
  const auxiliaries = children(document, verb.i).filter(({ deprel }) => /^(?:aux|cop)/.test(deprel));
  if (auxiliaries.some(({ lower }) => ahead.auxiliaries.includes(lower))) return 'ahead';
  if (verb.lemma === 'go' && verb.xpos === 'VBG' && child(document, verb.i, 'xcomp') !== undefined)
    return 'ahead';
  if (isInfinitive(document, verb, auxiliaries)) return infinitiveDirection(document, verb);
  if (plansAhead(document, verb)) return 'ahead';
  const isPast = auxiliaries.some(({ xpos }) => xpos === 'VBD') || verb.xpos === 'VBD';
  if (isPast) return ahead.announcing.includes(verb.lemma) ? 'unknown' : 'behind';
  if (auxiliaries.some(({ lemma }) => lemma === 'have')) return 'behind';
  if (auxiliaries.some(({ lemma }) => lemma === 'be')) return verb.xpos === 'VBG' ? 'ahead' : 'unknown';
  if (verb.xpos === 'VBP' || verb.xpos === 'VBZ') return isReporting(verb) ? 'behind' : 'ahead';
  return undefined;
}

function isInfinitive(document: AnnotatedDocument, verb: Token, auxiliaries: readonly Token[]): boolean {
  if (verb.xpos !== 'VB' && !auxiliaries.some(({ xpos }) => xpos === 'VB')) return false;
  return children(document, verb.i, 'mark').some(({ lower }) => lower === 'to');
}

function infinitiveDirection(document: AnnotatedDocument, verb: Token): Direction | undefined {
  const governor = document.tokens[verb.head];
  if (governor === undefined) return 'ahead';
  if (verb.deprel === 'xcomp' && behind.verbs.includes(governor.lemma)) return undefined;
  return 'ahead';
}

/** 'scheduled hearings for March 1', 'set for Friday', 'plans a visit next month': planning verbs, in any tense. */
function plansAhead(document: AnnotatedDocument, verb: Token): boolean {
  if (!ahead.verbs.includes(verb.lemma)) return false;
  return children(document, verb.i).some((below) =>
    children(document, below.i, 'case').some(({ lower }) => lower === 'for'),
  );
}

/** Verbs that tell in the present of what was: 'the report says', 'the move follows talks on Friday'. */
const reporting = new Set(
  'say tell report claim write add note show suggest indicate warn confirm deny accuse follow'.split(' '),
);

const isReporting = (verb: Token): boolean => reporting.has(verb.lemma);

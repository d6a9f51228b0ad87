import { children, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { Cue } from './cues.ts';

const SPEAKING_PERSONS = new Set(['i', 'we', 'you', 'me', 'us']);
/** Clauses and adjectives that tell by the way. */
const SUBORDINATE = /^(?:acl|xcomp|amod)/;
/** An auxiliary further before its verb is another verb's. */
const NEAR = 4;

/**
 * Whether a cue attributes something to somebody as a fact of the article: not in somebody's own words, not what the one who
 * speaks thinks ('I think'), nor what somebody may say or is to say, nor what a clause that another cue reports tells
 * by the way; a thought only where it is the sentence's own or has the clause that tells it.
 */
export function isAttribution(doc: AnnotatedDocument, cue: Cue): boolean {
  const token = tokenOf(doc, cue.token);
  if (cue.quoted || cue.reported || isUnreal(doc, token)) return false;
  if (cue.source === undefined) return cue.kind === 'judgement' && token.deprel === 'root';
  if (SPEAKING_PERSONS.has(tokenOf(doc, cue.source).lower)) return false;
  const { deprel } = token;
  if (cue.kind === 'attitude')
    return (
      deprel !== 'ccomp' && !SUBORDINATE.test(deprel) && (cue.content !== undefined || deprel === 'root')
    );
  return cue.kind !== 'judgement' || cue.content !== undefined || cue.quotes || !SUBORDINATE.test(deprel);
}

/** 'may say', 'to say'. */
function isUnreal(doc: AnnotatedDocument, verb: Token): boolean {
  return children(doc, verb.i).some(
    (word) =>
      (word.xpos === 'MD' && verb.i - word.i > 0 && verb.i - word.i <= NEAR) ||
      (word.lower === 'to' && /^(?:mark|aux)/.test(word.deprel)),
  );
}

import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import { prepositionOf } from '../../roles/coordination.ts';
import type { Predication } from '../../roles/predication.ts';
import { isPoint, type PlaceSources } from './place-among.ts';

/** How many words behind its trigger a meeting's place may stand. */
const clauseReach = 22;

/** 'met the leaders of the Depositors' Association in Limassol': the first town behind 'in', however the tree hangs it, before another clause or topic. */
export function behindClause(
  { document, actors }: PlaceSources,
  { trigger, kind }: Predication,
): Entity | undefined {
  let from = trigger + 1;
  for (const { i, upos, lower, text } of document.tokens.slice(trigger + 1, trigger + clauseReach)) {
    if (i < from) continue;
    const closed = /^(?:who|whose|which)$/.test(lower) ? endOfRelative(document, i) : undefined;
    if (closed !== undefined) {
      from = closed;
      continue;
    }
    if (upos === 'VERB' && isSetParticiple(document, i)) continue;
    if (upos === 'VERB' || upos === 'SCONJ' || /^[.;:"“”]$/.test(text)) return undefined;
    if (/^(?:on|over|about|for|who|which|that|from|after|before|and)$/.test(lower) && !isTimed(document, i))
      return undefined;
    if (!/^(?:PROPN|NOUN)$/.test(upos) || kind === 'noun') continue;
    const place = /^(?:in|at)$/.test(prepositionOf(document, i) ?? '') ? actors.place(i) : undefined;
    if (place?.kind === 'place' && isPoint(place)) return place;
  }
  return undefined;
}

/** 'met Anna Berg, who leads the union, in Oslo': where the words go on behind the comma that ends a relative clause. */
function endOfRelative({ tokens }: AnnotatedDocument, pronoun: number): number | undefined {
  if (tokens[pronoun - 1]?.text !== ',') return undefined;
  const comma = tokens.slice(pronoun, pronoun + clauseReach).find(({ text }) => /^[,.;]$/.test(text));
  return comma?.text === ',' ? comma.i + 1 : undefined;
}

/** 'a meeting with Anna Berg planned in Oslo': the participle belongs to the meeting. */
const isSetParticiple = ({ tokens }: AnnotatedDocument, verb: number): boolean =>
  tokens[verb]?.xpos === 'VBN' &&
  /^(?:plan|schedule|set|slate|hold|arrange)$/.test(tokens[verb]?.lemma ?? '');

/** 'on Monday', 'on April 9'. */
const isTimed = (document: AnnotatedDocument, preposition: number): boolean =>
  document.tokens[preposition]?.lower === 'on' &&
  /^(?:\p{L}+day|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december|\p{L}{3,4}\.)$/u.test(
    document.tokens[preposition + 1]?.lower ?? '',
  );

import { type AnnotatedDocument, hasRelation, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import type { NameLexicons } from './lexicons.ts';
import type { SpanTools } from './model-spans.ts';
import { isPossessive } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { textBetween } from './text.ts';

/**
 * Does an unknown name that was taken for a place or a person stand as a body does: "Ternova's shares", 'a stake in Ternova', 'layoffs
 * at Ternova', 'Ternova said'? A person has lawyers and speaks, so that less tells a body from a person than from a place.
 */
export function standsAsBody(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  if (span.kind !== 'place' && span.kind !== 'person') return false;
  if (span.placeKind !== undefined || span.readings.length > 0 || span.rule.startsWith('names.title'))
    return false;
  const { text, tokens } = document;
  if (tools.known.lookup(textBetween(text, tokens, span.first, span.last)).length > 0) return false;
  const { lexicons } = tools.heads;
  const { has, in: inside, surely } = lexicons.groupHeads.bodily;
  const person = span.kind === 'person';
  if (person && lexicons.givenNames.has(tokens[span.first]?.lower ?? '')) return false;
  const [owned, within] = person ? [surely, surely] : [has, inside];
  return (
    ownsAny(document, span, owned) ||
    isWithin(document, span, within) ||
    isOwned(document, span) ||
    (!person && acts(document, span, lexicons))
  );
}

/** 'owns Buna Energji', 'Buna Energji belongs to': what is somebody's own. */
function isOwned(document: AnnotatedDocument, span: NameSpan): boolean {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const verb = headOf(document, head.i);
  if (verb?.upos !== 'VERB') return false;
  if (hasRelation(head, 'obj')) return /^(own|co-own|acquire)$/.test(verb.lemma);
  return hasRelation(head, 'nsubj') && verb.lemma === 'belong' && document.tokens[verb.i + 1]?.lower === 'to';
}

/** "Ternova's chief executive", 'Ternova employees': one of the nouns behind the name, adjectives between and no other name. */
function ownsAny({ tokens }: AnnotatedDocument, span: NameSpan, nouns: ReadonlySet<string>): boolean {
  let at = span.last + 1;
  if (tokens[at] !== undefined && isPossessive(tokens[at] as Token)) at++;
  for (const end = at + 3; at < end; at++) {
    const token = tokens[at];
    if (token === undefined || !/^(NOUN|ADJ|PROPN)$/.test(token.upos)) return false;
    if (phrases(tokens, at).some((phrase) => nouns.has(phrase))) return true;
    if (token.upos === 'PROPN') return false;
  }
  return false;
}

/** 'a stake in Ternova', 'analysts at Ternova'; with 'of' too. */
function isWithin({ tokens }: AnnotatedDocument, span: NameSpan, nouns: ReadonlySet<string>): boolean {
  const preposition = tokens[span.first - 1];
  const noun = tokens[span.first - 2];
  if (noun === undefined || !/^(in|of|at|for)$/.test(preposition?.lower ?? '')) return false;
  if (
    preposition?.lower === 'for' &&
    !/^(spokes\p{L}+|analyst|economist|reporter|correspondent)$/u.test(noun.lower)
  )
    return false;
  if (preposition?.lower === 'in' && !/^(share|stake|stock|investment|investor)s?$/.test(noun.lower))
    return false;
  return nouns.has(noun.lemma) || nouns.has(`${tokens[noun.i - 1]?.lower ?? ''} ${noun.lemma}`);
}

/** The lower-cased phrases of one to three words that begin at a token, the last word by its lemma. */
function phrases(tokens: readonly Token[], at: number): string[] {
  return [0, 1, 2].map((more) => {
    const last = tokens[at + more];
    const before = tokens.slice(at, at + more).map(({ lower }) => lower);
    return [...before, last?.lemma ?? ''].join(' ');
  });
}

function acts(document: AnnotatedDocument, span: NameSpan, { groupHeads }: NameLexicons): boolean {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const verb = headOf(document, head.i);
  return hasRelation(head, 'nsubj') && verb?.upos === 'VERB' && groupHeads.bodily.does.has(verb.lemma);
}

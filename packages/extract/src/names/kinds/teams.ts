import type { AnnotatedDocument } from '@dragoman/nlp';
import { runWords } from '../head-words.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { textBetween } from '../text.ts';

/** 'the Charlotte Panthers', "the League's Charlotte Panthers". */
function isArticled({ tokens }: AnnotatedDocument, { first }: NameSpan): boolean {
  return /^(the|['’]s)$/.test(tokens[first - 1]?.lower ?? '');
}

/** Towns with fewer people have no team that is known by their name. */
const teamTown = 150_000;

/** 'Charlotte Panthers', 'Cleveland Cavaliers': a city or region and a word in the plural that names no place, body or thing. */
export function isTeam(document: AnnotatedDocument, span: NameSpan, { known, heads }: SpanTools): boolean {
  const words = runWords(document, span);
  const last = words.at(-1) ?? '';
  if (span.kind === 'group' || words.length < 2 || span.readings.length > 0 || !/[^s']s$|sox$/.test(last))
    return false;
  const { tokens, text } = document;
  if (!tokens.slice(span.first, span.last + 1).every((token) => /^\p{Lu}\p{Ll}/u.test(token.text)))
    return false;
  if (heads.placeKind([last]) !== undefined || heads.groupKind([last]) !== undefined) return false;
  if (
    heads.lexicons.notNames.heads.has(last) ||
    (heads.lexicons.givenNames.has(words[0] ?? '') && !isArticled(document, span))
  )
    return false;
  const opening = tokens[span.first]?.lower ?? '';
  if (heads.lexicons.nameParts.particles.has(opening) || heads.lexicons.placeHeads.directions.has(opening))
    return false;
  if (known.lookup(tokens[span.last]?.text ?? '').some(({ entry }) => (entry.population ?? 0) > teamTown))
    return false;
  return known
    .lookup(textBetween(text, tokens, span.first, span.last - 1))
    .some(({ entry }) => /^(city|region)$/.test(entry.placeKind ?? '') && (entry.population ?? 0) > teamTown);
}

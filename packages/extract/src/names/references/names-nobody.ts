import type { AnnotatedDocument } from '@dragoman/nlp';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan } from '../spans.ts';

/** 'American' of 'African-American', 'Native Americans', 'Central American'. */
function isHalfOfPeople({ tokens }: AnnotatedDocument, { first, last }: NameSpan): boolean {
  if (!/^Americans?$/.test(tokens[first]?.text ?? '') || first < last) return false;
  const before = tokens[first - 1];
  const half = before?.text === '-' ? tokens[first - 2] : before;
  return (
    half !== undefined &&
    half.sentence === tokens[first]?.sentence &&
    (before?.text === '-'
      ? /^\p{Lu}/u.test(half.text)
      : /^(African|Asian|Native|Latin|Central|South|North|Hispanic|Arab|Meso)$/.test(half.text))
  );
}

/** 'Australian' of 'South Australian', 'Californian' of 'Baja Californian': of a region whose name begins with the word before. */
function isOfRegion(
  { tokens }: AnnotatedDocument,
  { first, last, readings }: NameSpan,
  { known }: SpanTools,
): boolean {
  const before = tokens[first - 1];
  if (
    before === undefined ||
    first !== last ||
    !/^(North|South|East|West|Northern|Southern|Eastern|Western)$/.test(before.text)
  )
    return false;
  return readings.some(
    (reading) =>
      isDemonym(reading) &&
      known
        .lookup(`${before.text} ${reading.entry.name}`)
        .some(({ entry }) => entry.placeKind === 'region' && entry.country === reading.entry.id),
  );
}

/** 'Ethiopian-born', 'its Romanian initials': an adjective that names nobody who acts. */
export function namesNobody(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const [next, after] = [document.tokens[span.last + 1], document.tokens[span.last + 2]];
  if (next?.text === '-' && /^(born|speaking|language|American|Americans)$/.test(after?.text ?? ''))
    return true;
  if (isHalfOfPeople(document, span) || isOfRegion(document, span, tools)) return true;
  return (
    next !== undefined &&
    (tools.heads.lexicons.notNames.adjectivesOf.has(next.lower) || /^Americans?$/.test(next.text))
  );
}

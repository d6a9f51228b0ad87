import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { occurrencesOf } from '../../word-index.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import type { NameSpan } from '../spans.ts';

/** How many words one of the fields has at most, and how many fields stand before the last: 'Tourism', 'Social Affairs'. */
const longestField = 3;
const mostFields = 4;

/** Public bodies that have several fields by name. */
const fielded = [
  'ministry',
  'department',
  'committee',
  'subcommittee',
  'commission',
  'secretariat',
  'directorate',
];

/** 'Ministry of Fisheries, Forests and Mines', 'Department for Culture, Media and Sport': a public body whose fields stand in a row. */
export function bodiesOfFields(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const { tokens } = document;
  return occurrencesOf(document, fielded).flatMap((head): NameSpan[] => {
    if (!isNameWord(document, head.i) || !/^(of|for|on)$/.test(tokens[head.i + 1]?.lower ?? '')) return [];
    let end = fieldFrom(document, head.i + 2, tools);
    let fields = 0;
    while (end !== undefined && tokens[end + 1]?.text === ',' && fields <= mostFields) {
      const joined = tokens[end + 2]?.lower === 'and';
      const next = fieldFrom(document, end + (joined ? 3 : 2), tools);
      if (joined && next !== undefined) return [bodySpan(document, head, next)];
      end = next;
      fields++;
    }
    const last =
      tokens[(end ?? 0) + 1]?.lower === 'and' ? fieldFrom(document, (end ?? 0) + 2, tools) : undefined;
    return fields > 0 && last !== undefined ? [bodySpan(document, head, last)] : [];
  });
}

/** The last word of a field that begins at a token; undefined where somebody, a place or another body begins there. */
function fieldFrom(document: AnnotatedDocument, from: number, tools: SpanTools): number | undefined {
  const { tokens, entities, entityAt } = document;
  const first = tokens[from]?.lower === 'the' ? from + 1 : from;
  let last = first - 1;
  while (last - first + 1 < longestField && isNameWord(document, last + 1)) last++;
  if (last < first || isNameWord(document, last + 1)) return undefined;
  const isNamed = tokens.slice(first, last + 1).some(({ i, text }) => {
    const model = entities[entityAt[i] ?? -1];
    return (
      model?.kind === 'PER' ||
      tools.known.lookup(text).some(({ entry }) => entry.groupKind === 'state' || entry.placeKind === 'city')
    );
  });
  return isNamed || tools.heads.groupKind([tokens[last]?.lower ?? '']) === 'government_body'
    ? undefined
    : last;
}

/** With what stands before the head: 'Federal Ministry', 'Senate Committee'. */
function bodySpan(document: AnnotatedDocument, { i }: Token, last: number): NameSpan {
  let first = i;
  while (i - first < longestField && isNameWord(document, first - 1)) first--;
  return {
    first,
    last,
    kind: 'group',
    groupKind: 'government_body',
    rule: 'names.fields',
    confidence: 0.8,
    readings: [],
  };
}

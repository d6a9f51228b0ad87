import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { inDirection, type NameSpan } from '../spans.ts';

/** 'southern Syria', 'north-west Syria': a place with a direction before it is a region of its own; the land itself is named as a place too. */
export function withDirection(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): NameSpan[] {
  const { tokens } = document;
  const before = tokens[span.first - 1];
  const states = span.readings.some(({ entry }) => entry.groupKind === 'state');
  if (before === undefined || span.adjective === true || !(span.kind === 'place' || states)) return [span];
  const { directions } = tools.heads.lexicons.placeHeads;
  if (!directions.has(before.lower) || before.sentence !== tokens[span.first]?.sentence) return [span];
  const [half, hyphen] = [tokens[before.i - 2], tokens[before.i - 1]];
  const isDouble = hyphen?.text === '-' && hyphen.end === before.start && directions.has(half?.lower ?? '');
  const region: NameSpan = {
    first: isDouble ? before.i - 2 : before.i,
    last: span.last,
    kind: 'place',
    rule: 'names.direction',
    confidence: 0.75,
    readings: [],
    placeKind: 'region',
  };
  const land = states || span.readings.some(({ entry }) => entry.placeKind === 'region');
  const part = !/^(mainland|continental)$/.test(before.lower);
  return land && part ? [region, { ...span, kind: 'place', rule: inDirection }] : [region];
}

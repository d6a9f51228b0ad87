import type { GazetteerEntry } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import type { ArticleSpans } from './readings.ts';
import { isPossessive } from './runs.ts';
import { covers, type NameSpan } from './spans.ts';
import { textBetween } from './text.ts';

/** "Israel's military": a body that the gazetteer has under the state's adjective, 'Israeli military'. */
export function knownBodyOf(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  tools: SpanTools,
): GazetteerEntry | undefined {
  const owner = ownerWithin(span, spans);
  const mark = owner === undefined ? undefined : document.tokens[owner.last + 1];
  if (owner === undefined || mark === undefined || !isPossessive(mark)) return undefined;
  const { text, tokens } = document;
  const state = tools.known
    .lookup(textBetween(text, tokens, owner.first, owner.last))
    .find(({ entry }) => entry.groupKind === 'state');
  const body = textBetween(text, tokens, mark.i + 1, span.last);
  return (state?.entry.adjectives ?? [])
    .flatMap((adjective) => tools.known.lookup(`${adjective} ${body}`))
    .find(({ entry }) => entry.groupKind !== undefined)?.entry;
}

/** The longest name at the beginning of another: 'Israel' of "Israel's military". */
export function ownerWithin(span: NameSpan, spans: ArticleSpans): NameSpan | undefined {
  return spans.index
    .meeting(span)
    .filter((other) => other.first === span.first && other.last < span.last)
    .toSorted((a, b) => b.last - a.last)[0];
}

/** 'the Government of Norway', 'Syrian Government': a name of the state itself. */
export function governedState(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  words: readonly string[],
  tools: SpanTools,
): GazetteerEntry | undefined {
  if (!/^(government|regime)$/.test(words[0] ?? '') && !/^(government|regime)$/.test(words.at(-1) ?? ''))
    return undefined;
  const inner = spans.index.meeting(span).filter((other) => other !== span && covers(span, other));
  const hits = inner.flatMap((other) =>
    tools.known.lookup(textBetween(document.text, document.tokens, other.first, other.last)),
  );
  return hits.find(({ entry }) => entry.groupKind === 'state')?.entry;
}

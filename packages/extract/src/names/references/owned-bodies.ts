import { bodyOf, type GazetteerEntry } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import { runWords } from '../head-words.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { ArticleSpans } from './readings.ts';
import { isPossessive } from '../runs.ts';
import { covers, type NameSpan } from '../spans.ts';
import { peopleOfBody } from '../candidates/people-of.ts';
import { foldName, textBetween } from '../text.ts';

/** "Israel's military": a body that the gazetteer has under the state's adjective, 'Israeli military'. */
export function knownBodyOf(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  tools: SpanTools,
): GazetteerEntry | undefined {
  if (span.rule === 'names.bare-body') {
    const whole = tools.known
      .lookup(textBetween(document.text, document.tokens, span.first, span.last))
      .find(({ entry }) => entry.groupKind !== undefined && entry.groupKind !== 'state');
    if (whole !== undefined && whole.use !== 'adjective') return whole.entry;
  }
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

/** 'Guyanese' of 'seven Guyanese rangers'. */
const innerName = (span: NameSpan, { index }: ArticleSpans): NameSpan | undefined =>
  index.meeting(span).find((other) => other !== span && covers(span, other));

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

/** What a group of no gazetteer is joined by: its name, or its owner and the body it is of that owner: 'state:ET|foreign ministry'. */
export function groupKey(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  tools: SpanTools,
): string {
  const owner = span.rule === peopleOfBody ? innerName(span, spans) : ownerWithin(span, spans);
  const surface = textBetween(document.text, document.tokens, span.first, span.last);
  if (owner === undefined) {
    const body = bodyOf(surface);
    const owned = stateBefore(document, span, tools);
    const state = owned ?? (seated.test(body?.body ?? '') ? stateOfSeat(document, span, tools) : undefined);
    const country = body?.country ?? state?.id;
    if (body?.body.endsWith('ministry') === true && country === undefined) return `group:${body.body}`;
    const isPublic = /^(government_body|igo)$/.test(tools.heads.groupKind(runWords(document, span)) ?? '');
    const ofState = body?.body ?? (isPublic ? bodyWords(surface) : undefined);
    return ofState === undefined || country === undefined
      ? `group:${foldName(surface)}`
      : `${country}|${ofState}`;
  }
  const state = tools.known
    .lookup(textBetween(document.text, document.tokens, owner.first, owner.last))
    .find(
      ({ entry }) =>
        entry.groupKind === 'state' || (span.rule === peopleOfBody && entry.groupKind !== undefined),
    );
  let rest = owner.last + 1;
  const next = document.tokens[rest];
  if (next !== undefined && isPossessive(next)) rest++;
  const own = textBetween(document.text, document.tokens, rest, span.last);
  const head = span.rule === 'names.owned' ? foldName(own).split(' ').at(-1) : undefined;
  const body =
    head ??
    bodyOf(own)?.body ??
    (/^(armed forces|forces|troops|soldiers)$/i.test(own) ? 'army' : bodyWords(own));
  const ownerName = foldName(textBetween(document.text, document.tokens, owner.first, owner.last));
  const surname = owner.kind === 'person' ? ownerName.split(' ').at(-1) : undefined;
  const ownerKey = state?.entry.id ?? surname ?? ownerName;
  return `${ownerKey}|${body}`;
}

/** The state in the key of a body that is named with it: 'state:PH' of 'state:PH|senate'. */
export const stateInKey = (key: string): string | undefined => /^(state:[^|]+)\|/.exec(key)?.[1];

/** A body's name without its owner, spellings and synonyms brought to one: 'Defense Ministry' and 'defence ministry'. */
export function bodyWords(name: string): string {
  return foldName(name)
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\blabor\b/g, 'labour')
    .replace(/^the /, '');
}

/** "Qatar's" before 'Foreign Ministry': the state that owns what follows. */
export function stateBefore(
  document: AnnotatedDocument,
  span: NameSpan,
  tools: SpanTools,
): GazetteerEntry | undefined {
  const mark = document.tokens[span.first - 1];
  const owner = document.tokens[span.first - 2];
  if (mark === undefined || owner === undefined || !isPossessive(mark)) return undefined;
  return tools.known.lookup(owner.text).find(({ entry }) => entry.groupKind === 'state')?.entry;
}

/** Bodies of which a state has one, in its capital. */
const seated =
  /ministry$|^(?:parliament|presidency|government|central bank|supreme court|electoral commission)$/;

/** So many words a capital's name may have: 'Port of Spain'. */
const LONGEST_CAPITAL = 3;

/** 'the foreign ministry in Dushanbe': the state in whose capital a body sits. */
function stateOfSeat(
  document: AnnotatedDocument,
  span: NameSpan,
  { known }: SpanTools,
): GazetteerEntry | undefined {
  const { text, tokens } = document;
  const first = span.last + 2;
  if (tokens[span.last + 1]?.lower !== 'in' || tokens[first] === undefined) return undefined;
  for (let last = Math.min(first + LONGEST_CAPITAL, tokens.length) - 1; last >= first; last--) {
    const capital = known
      .lookup(textBetween(text, tokens, first, last))
      .find(({ entry }) => entry.capitalOf !== undefined);
    if (capital !== undefined) return known.byId(capital.entry.capitalOf ?? '');
  }
  return undefined;
}

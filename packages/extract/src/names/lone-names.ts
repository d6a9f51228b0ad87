import { type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { isCapitalised } from './text.ts';
import { joinedWords } from './title-words.ts';

/** Names of one word or two that stand by themselves where no model saw them: 'the Courier', 'the Greens', 'near Anefis', 'the West'. */
export function loneSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  return document.tokens.flatMap((token): NameSpan[] => {
    if (!isNameWord(document, token.i) || opensSentence(document, token)) return [];
    return (
      bodyAlone(document, token, tools) ??
      placeNearBy(document, token, tools) ??
      theWest(document, token) ??
      []
    );
  });
}

const opensSentence = (document: AnnotatedDocument, token: Token): boolean =>
  document.sentences[token.sentence]?.first === token.i;

/** 'the Courier', 'the Social Democrats': a newspaper or party by its short name. */
function bodyAlone(document: AnnotatedDocument, token: Token, { heads }: SpanTools): NameSpan[] | undefined {
  if (document.tokens[token.i - 1]?.lower !== 'the') return undefined;
  const last = isCapitalised(document.tokens[token.i + 1]?.text ?? '') ? token.i + 1 : token.i;
  if (isCapitalised(document.tokens[last + 1]?.text ?? '')) return undefined;
  const words = joinedWords(document.tokens, token.i, last);
  const kind = Object.entries(heads.lexicons.groupHeads.alone).find(([, names]) => names.has(words))?.[0];
  return kind === undefined ? undefined : [lone(token.i, last, 'group', { groupKind: kind })];
}

/** 'near Anefis', 'outside Tessalit': an unknown name behind a preposition that only places stand behind. */
function placeNearBy(
  document: AnnotatedDocument,
  token: Token,
  { titles, heads }: SpanTools,
): NameSpan[] | undefined {
  const before = document.tokens[token.i - 1]?.lower ?? '';
  const common = titles.wordOf(token.lower) !== undefined || heads.lexicons.notNames.words.has(token.lower);
  if (!/^(near|outside)$/.test(before) || common) return undefined;
  return isCapitalised(document.tokens[token.i + 1]?.text ?? '')
    ? undefined
    : [lone(token.i, token.i, 'place', { placeKind: 'other' })];
}

/** 'backed by the West', 'the West refused': the western states where they act. */
function theWest(document: AnnotatedDocument, token: Token): NameSpan[] | undefined {
  const [article, before] = [document.tokens[token.i - 1], document.tokens[token.i - 2]];
  if (token.text !== 'West' || article?.lower !== 'the') return undefined;
  const next = document.tokens[token.i + 1];
  if (isCapitalised(next?.text ?? '') || next?.lower === 'of') return undefined;
  const acts = token.deprel.startsWith('nsubj') || /^(by|with|against|between)$/.test(before?.lower ?? '');
  return acts ? [lone(token.i, token.i, 'group', { groupKind: 'other' })] : undefined;
}

function lone(
  first: number,
  last: number,
  kind: 'group' | 'place',
  kinds: Pick<NameSpan, 'groupKind' | 'placeKind'>,
): NameSpan {
  return { first, last, kind, rule: 'names.alone', confidence: 0.6, readings: [], ...kinds };
}

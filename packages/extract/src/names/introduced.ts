import { type AnnotatedDocument, headOf, type Token } from '@dragoman/nlp';
import type { HeadWords } from './head-spans.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive, nameRun, type Run } from './runs.ts';
import type { NameSpan } from './spans.ts';
import { isCapitalised, textBetween } from './text.ts';

/**
 * Bodies that a common noun before the name announces: 'the crane maker Gru Adriatica', 'state broadcaster ORTM', 'the hacker
 * group Lantern'. The noun says what kind of body it is.
 */
export function introducedSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const found: NameSpan[] = [];
  for (const noun of document.tokens) {
    const groupKind = announcedKind(document, noun, tools.heads);
    if (groupKind === undefined || !isNameWord(document, noun.i + 1)) continue;
    const run = introducedRun(document, noun, tools);
    if (run === undefined || isSubjectOfClause(document, noun, run)) continue;
    found.push({
      ...run,
      kind: 'group',
      groupKind,
      rule: 'names.introduced',
      confidence: 0.75,
      readings: [],
    });
  }
  return found;
}

/** The kind of body that a lower-case noun is a word for; 'group' and 'organisation' with the word before them: 'rebel group'. */
export function announcedKind(
  document: AnnotatedDocument,
  noun: Token,
  heads: HeadWords,
): string | undefined {
  if (noun.upos !== 'NOUN' || isCapitalised(noun.text) || noun.xpos === 'NNS') return undefined;
  return (
    heads.commonKind(`${document.tokens[noun.i - 1]?.lower ?? ''} ${noun.lower}`) ??
    heads.commonKind(noun.lower)
  );
}

function introducedRun(document: AnnotatedDocument, noun: Token, tools: SpanTools): Run | undefined {
  const { tokens, text } = document;
  const run = nameRun(document, noun.i + 1, () => false, 6);
  if (run === undefined) return undefined;
  const { first } = run;
  let { last } = run;
  for (let i = first + 1; i <= run.last; i++) {
    const token = tokens[i];
    if (token !== undefined && (isPossessive(token) || token.lower === 'and')) {
      last = i - 1;
      break;
    }
  }
  const { notNames } = tools.heads.lexicons;
  const opening = tokens[first]?.lower ?? '';
  if (notNames.times.has(opening) || tools.titles.wordOf(opening) !== undefined) return undefined;
  const known = tools.known.lookup(textBetween(text, tokens, first, last));
  return known.some(({ entry }) => entry.groupKind === undefined || entry.groupKind === 'state')
    ? undefined
    : { first, last };
}

/** 'the company Musk founded', 'a party Hungary left': the name is the subject of a clause on the noun. */
function isSubjectOfClause(document: AnnotatedDocument, noun: Token, run: Run): boolean {
  for (let i = run.first; i <= run.last; i++) {
    const token = document.tokens[i];
    const verb = token?.deprel.startsWith('nsubj') === true ? headOf(document, i) : undefined;
    if (verb?.deprel.startsWith('acl') === true && verb.head === noun.i) return true;
    const next = document.tokens[run.last + 1];
    const directly = verb !== undefined && next?.i === verb.i;
    if (directly && document.tokens[verb.i + 1]?.upos === 'VERB') return true;
  }
  return false;
}

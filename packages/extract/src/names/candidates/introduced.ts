import { type AnnotatedDocument, headOf, type Token } from '@dragoman/nlp';
import type { HeadWords } from '../head-words.ts';
import type { SpanTools } from './model-spans.ts';
import { isNameWord, isPossessive, nameRun, type Run } from '../runs.ts';
import type { NameSpan } from '../spans.ts';
import { isAcronym, isCapitalised, plainWord, textBetween } from '../text.ts';

/**
 * Bodies that a common noun before the name announces: 'the crane maker Gru Adriatica', 'state broadcaster ORTM', 'the hacker
 * group Lantern'. The noun says what kind of body it is.
 */
export function introducedSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const found: NameSpan[] = [];
  for (const noun of document.tokens) {
    const called = calledAfter(document, noun);
    const groupKind =
      called === undefined
        ? announcedKind(document, noun, tools.heads)
        : bodyKind(document, noun, tools.heads);
    const at = called ?? noun.i + 1;
    if (groupKind === undefined || !isNameWord(document, at)) continue;
    const run = introducedRun(document, at, tools);
    if (run === undefined || (called === undefined && isSubjectOfClause(document, noun, run))) continue;
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

/** Participles that a name stands behind, those with 'as' between too. */
const calledAs: ReadonlySet<string> = new Set(['known', 'formed']);
const calling: ReadonlySet<string> = new Set([
  ...calledAs,
  'called',
  'named',
  'dubbed',
  'nicknamed',
  'codenamed',
]);

/** Where the name begins behind 'known as', 'called' or 'named' after a noun, with 'the' or quotation marks before it. */
function calledAfter({ tokens }: AnnotatedDocument, noun: Token): number | undefined {
  let at = noun.i + 1;
  if (tokens[at]?.text === ',') at++;
  const verb = tokens[at];
  if (verb === undefined || !calling.has(verb.lower)) return undefined;
  const known = calledAs.has(verb.lower);
  if (known && tokens[at + 1]?.lower !== 'as') return undefined;
  if (verb.lower === 'named' && tokens[noun.i - 1]?.lower === 'the' && tokens[at + 1]?.text !== '“')
    return undefined;
  if (!verb.deprel.startsWith('acl') || verb.head !== noun.i) return undefined;
  at += known ? 2 : 1;
  while (/^(the|["“‘'])$/.test(tokens[at]?.lower ?? '')) at++;
  return at;
}

/** The kind of body that any lower-case noun for one means: 'forces', 'group', 'company'. */
function bodyKind(document: AnnotatedDocument, noun: Token, heads: HeadWords): string | undefined {
  if (
    !/^(NOUN|PROPN)$/.test(noun.upos) ||
    isCapitalised(noun.text) ||
    heads.placeKind([noun.lower]) !== undefined
  )
    return undefined;
  return (
    announcedKind(document, noun, heads) ?? heads.groupKind([noun.lower]) ?? heads.commonKind(noun.lemma)
  );
}

/** The kind of body that a lower-case noun is a word for; 'group' and 'tank' with the word before them: 'rebel group', 'think-tank'. */
export function announcedKind(
  document: AnnotatedDocument,
  noun: Token,
  heads: HeadWords,
): string | undefined {
  if (noun.upos !== 'NOUN' || isCapitalised(noun.text) || noun.xpos === 'NNS') return undefined;
  const [before, half] = [document.tokens[noun.i - 1], document.tokens[noun.i - 2]];
  const modifier = before?.text === '-' ? half : before;
  return heads.commonKind(`${modifier?.lower ?? ''} ${noun.lower}`) ?? heads.commonKind(noun.lower);
}

function introducedRun(document: AnnotatedDocument, at: number, tools: SpanTools): Run | undefined {
  const { tokens, text } = document;
  const run = nameRun(document, at, () => false, 6);
  if (run === undefined) return undefined;
  const { notNames, givenNames } = tools.heads.lexicons;
  const { first } = run;
  let last = withPurpose(document, run);
  for (let i = first + 1; i <= run.last; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const isSomebody = i === first + 1 && i < run.last && isAcronym(tokens[first]?.text ?? '');
    if (isPossessive(token) || token.lower === 'and' || (isSomebody && givenNames.has(token.lower))) {
      last = i - 1;
      break;
    }
  }
  const opening = plainWord(tokens[first] as Token);
  if (notNames.times.has(opening) || tools.titles.wordOf(opening) !== undefined) return undefined;
  const known = tools.known.lookup(textBetween(text, tokens, first, last));
  return known.some(({ entry }) => entry.groupKind === undefined || entry.groupKind === 'state')
    ? undefined
    : { first, last };
}

/** 'Bread for Children', 'Together for Togo': a common word and what those who are called so are for. */
function withPurpose(document: AnnotatedDocument, { first, last }: Run): number {
  const { tokens } = document;
  const isCommon = first === last && tokens[first]?.upos !== 'PROPN';
  const isFor = /^(for|against|without)$/.test(tokens[last + 1]?.lower ?? '');
  return isCommon && isFor ? (nameRun(document, last + 2, () => false, 4)?.last ?? last) : last;
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

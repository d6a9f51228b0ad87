import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameLexicons } from '../lexicons.ts';
import type { NameSpan } from '../spans.ts';

/** 'the Sunday Live programme', 'the documentary Slow River', 'in his new book, Lawless Shore,': a name of a work, which is no actor's and no place. */
export function isWork(document: AnnotatedDocument, span: NameSpan, lexicons: NameLexicons): boolean {
  const { first, last, kind, readings, groupKind, adjective, rule } = span;
  if (readings.length > 0 || groupKind !== undefined || adjective === true || rule.startsWith('names.title'))
    return false;
  const { tokens } = document;
  const { works } = lexicons.notNames;
  const isPerson = kind === 'person' && lexicons.givenNames.has(tokens[first]?.lower ?? '');
  const [before, next, after] = [tokens[first - 1], tokens[last + 1], tokens[last + 2]];
  if (isPerson || before?.sentence !== tokens[first]?.sentence) return false;
  const isCalled = works.has(next?.text ?? '') && after?.upos !== 'NOUN' && last > first;
  const isAnnounced = works.has(before?.text ?? '') && before?.upos === 'NOUN' && next?.upos !== 'VERB';
  const noun = before?.text === ',' ? tokens[first - 2] : undefined;
  const isApposed =
    works.has(noun?.text ?? '') && /^[,.]$/.test(next?.text ?? '') && isOwned(document, first - 2);
  return isCalled || isAnnounced || isApposed;
}

/** 'his new book', "Ann Reed's book". */
function isOwned({ tokens }: AnnotatedDocument, noun: number): boolean {
  const words = tokens.slice(Math.max(0, noun - 3), noun);
  return words.some(({ lower }) => /^(his|her|their|['’]s)$/.test(lower));
}

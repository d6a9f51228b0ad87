import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameLexicons } from './lexicons.ts';
import type { NameSpan } from './spans.ts';

/** How many words a vessel may be described with behind the comma: 'the Russian super-trawler'. */
const longestDescription = 5;

/**
 * 'the ferry Maria Sofia', 'the Oleg Naydenov, the Russian super-trawler', 'typhoon Yagi': a name of a ship, a spacecraft or a storm, which
 * is no actor's.
 */
export function isVessel(document: AnnotatedDocument, span: NameSpan, { notNames }: NameLexicons): boolean {
  if (span.readings.length > 0 || span.adjective === true || span.rule.startsWith('names.title'))
    return false;
  const { tokens } = document;
  const before = tokens[span.first - 1];
  const quoted = /^["“‘']$/.test(before?.text ?? '') ? tokens[span.first - 2] : before;
  if (
    quoted !== undefined &&
    notNames.vessels.has(quoted.lower) &&
    quoted.sentence === tokens[span.first]?.sentence
  )
    return true;
  if (before?.lower !== 'the' || tokens[span.last + 1]?.text !== ',' || tokens[span.last + 2]?.upos !== 'DET')
    return false;
  const described = tokens.slice(span.last + 3, span.last + 3 + longestDescription);
  const end = described.findIndex(({ upos, text }) => !/^(ADJ|NOUN|PROPN)$/.test(upos) && text !== '-');
  return notNames.vessels.has(described[(end < 0 ? described.length : end) - 1]?.lower ?? '');
}

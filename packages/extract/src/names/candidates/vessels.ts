import type { AnnotatedDocument } from '@dragoman/nlp';
import type { NameLexicons } from '../lexicons.ts';
import type { NameSpan } from '../spans.ts';

/** How many words a vessel may be described with behind the comma: 'the Russian super-trawler'. */
const longestDescription = 5;

/** 'The Chungmugong Yi Sun-shin was pulled off escort duty': what looks like somebody's full name, with an article and no clause on who it is. */
function isArticledPerson({ tokens }: AnnotatedDocument, { kind, first, last, rule }: NameSpan): boolean {
  if (kind !== 'person' || first === last || rule !== 'names.model' || tokens[first - 1]?.lower !== 'the')
    return false;
  const head = tokens.slice(first, last + 1).find((token) => token.head < first || token.head > last);
  const next = tokens[last + 1];
  return (
    head !== undefined &&
    /^(nsubj|nsubj:pass|obj|obl|nmod|appos)$/.test(head.deprel) &&
    !head.text.endsWith('s') &&
    !/^(who|whom|whose|of)$/.test(next?.lower ?? '') &&
    next?.upos !== 'NOUN'
  );
}

/**
 * 'the ferry Maria Sofia', 'the Oleg Naydenov, the Russian super-trawler', 'typhoon Yagi': a name of a ship, a spacecraft or a storm, which
 * is no actor's.
 */
export function isVessel(document: AnnotatedDocument, span: NameSpan, { notNames }: NameLexicons): boolean {
  if (span.readings.length > 0 || span.adjective === true || span.rule.startsWith('names.title'))
    return false;
  const { tokens } = document;
  if (span.last > span.first && /^(USS|HMS|HMAS|HMCS|RMS|INS|USNS)$/.test(tokens[span.first]?.text ?? ''))
    return true;
  const before = tokens[span.first - 1];
  const quoted = /^["“‘']$/.test(before?.text ?? '') ? tokens[span.first - 2] : before;
  if (
    quoted !== undefined &&
    notNames.vessels.has(quoted.lower) &&
    quoted.sentence === tokens[span.first]?.sentence
  )
    return true;
  if (isArticledPerson(document, span)) return true;
  if (before?.lower !== 'the' || tokens[span.last + 1]?.text !== ',' || tokens[span.last + 2]?.upos !== 'DET')
    return false;
  const described = tokens.slice(span.last + 3, span.last + 3 + longestDescription);
  const end = described.findIndex(({ upos, text }) => !/^(ADJ|NOUN|PROPN)$/.test(upos) && text !== '-');
  return notNames.vessels.has(described[(end < 0 ? described.length : end) - 1]?.lower ?? '');
}

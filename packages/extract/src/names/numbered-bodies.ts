import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from './runs.ts';
import type { NameSpan } from './spans.ts';

/** How many words may stand before the one that is numbered: 'District Council 37'. */
const longestLead = 3;

/** 'Teamsters Local 25', 'District Council 37', 'Battalion 101': a body whose name ends in a number. */
export function numberedBodies(document: AnnotatedDocument, { heads }: SpanTools): NameSpan[] {
  const { tokens } = document;
  const { numbered } = heads.lexicons.groupHeads;
  return tokens.flatMap((token): NameSpan[] => {
    const head = tokens[token.i - 1];
    if (head === undefined || !/^\d{1,4}$/.test(token.text) || head.sentence !== token.sentence) return [];
    const kind = numbered[head.lower];
    if (kind === undefined || !/^\p{Lu}\p{Ll}/u.test(head.text)) return [];
    let first = head.i;
    while (
      head.i - first < longestLead &&
      isNameWord(document, first - 1) &&
      tokens[first - 1]?.sentence === head.sentence
    )
      first--;
    return [
      {
        first,
        last: token.i,
        kind: 'group',
        groupKind: kind,
        rule: 'names.numbered',
        confidence: 0.75,
        readings: [],
      },
    ];
  });
}

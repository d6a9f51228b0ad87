import type { AnnotatedDocument } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import { isNameWord } from '../runs.ts';
import type { NameSpan } from '../spans.ts';

/** How many words may stand before the one that is numbered: 'District Council 37'. */
const longestLead = 3;

/** 'Teamsters Local 25', 'District Council 37', 'Battalion 101', 'Channel Nine': a body whose name ends in a number. */
export function numberedBodies(document: AnnotatedDocument, { heads }: SpanTools): NameSpan[] {
  const { tokens } = document;
  const { numbered } = heads.lexicons.groupHeads;
  const numbers = tokens.filter(({ text }) => numeral.test(text) || spelled.test(text));
  return numbers.flatMap((token): NameSpan[] => {
    if (ordinal.test(token.lower)) return ranked(document, token.i, numbered);
    const head = tokens[token.i - 1];
    if (head === undefined || head.sentence !== token.sentence) return [];
    const kind = numbered[head.lower];
    const isNumber = /^\d{1,4}$/.test(token.text) || (kind === 'media' && spelled.test(token.text));
    if (kind === undefined || !isNumber || !/^\p{Lu}\p{Ll}/u.test(head.text)) return [];
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

/** How broadcasters spell the numbers of their channels. */
const spelled = /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$/;

const numeral = /^\d/;
const ordinal = /^\d{1,4}(st|nd|rd|th)$/;

/** '5th Brigade', '101st Airborne Division': a unit by its number, the words behind with capitals. */
function ranked(
  document: AnnotatedDocument,
  first: number,
  numbered: Readonly<Record<string, string>>,
): NameSpan[] {
  let last = first;
  while (last - first <= longestLead && isNameWord(document, last + 1)) last++;
  const word = document.tokens[last]?.lower ?? '';
  const isUnit =
    numbered[word] === 'military' ||
    /^(infantry|army|corps|fleet|airborne|armoured|armored|guards|marines)$/.test(word);
  return last > first && isUnit
    ? [
        {
          first,
          last,
          kind: 'group',
          groupKind: 'military',
          rule: 'names.numbered',
          confidence: 0.75,
          readings: [],
        },
      ]
    : [];
}

import type { AnnotatedDocument, Token } from '@dragoman/nlp';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from './model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, isSmallNoun, textBetween } from '../text.ts';

/** The rule of people who are told by a number and by whose they are. */
export const peopleOfBody = 'names.people-of';

/** So many words may stand between whose they are and the noun: 'Belarusian customs officials'. */
const longestBetween = 2;

/**
 * People who have no name of their own, by whose they are: 'seven Guyanese rangers', '60 African Union observers', 'Azerbaijani policemen'. Whoever
 * bears arms or a uniform is a body without a number too.
 */
export function peopleOfBodies(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): NameSpan[] {
  return spans.flatMap((span): NameSpan[] => {
    if (span.kind !== 'group' || !isOwner(document, span, tools)) return [];
    const noun = pluralBehind(document, span.last);
    if (noun === undefined) return [];
    const { uniformed, counted } = tools.heads.lexicons.groupHeads.crowds;
    const first = numberBefore(document, span.first);
    const kind =
      uniformed[noun.lemma] ?? (first < span.first && counted.has(noun.lemma) ? 'other' : undefined);
    return kind === undefined
      ? []
      : [
          {
            first,
            last: noun.i,
            kind: 'group',
            groupKind: kind,
            rule: peopleOfBody,
            confidence: 0.65,
            readings: [],
          },
        ];
  });
}

/** An adjective of a state, or a state's, world body's or party's name. */
function isOwner({ text, tokens }: AnnotatedDocument, span: NameSpan, { known }: SpanTools): boolean {
  const readings =
    span.readings.length > 0 ? span.readings : known.lookup(textBetween(text, tokens, span.first, span.last));
  return readings.some(
    (hit) =>
      (hit.entry.groupKind === 'state' && hit.use !== 'people') ||
      /^(igo|party)$/.test(hit.entry.groupKind ?? '') ||
      (span.adjective === true && isDemonym(hit)),
  );
}

/** The noun in the plural behind a name, with few nouns or adjectives in small letters between. */
function pluralBehind({ tokens }: AnnotatedDocument, last: number): Token | undefined {
  for (let at = last + 1; at <= last + 1 + longestBetween; at++) {
    const token = tokens[at];
    if (token === undefined || (!isSmallNoun(token) && token.upos !== 'ADJ')) return undefined;
    const next = tokens[at + 1];
    const goesOn = next !== undefined && (isSmallNoun(next) || next.text === '-' || isCapitalised(next.text));
    if (token.xpos === 'NNS' && !goesOn) return token;
  }
  return undefined;
}

/** Where a number before a name begins; at the name where none is. */
function numberBefore({ tokens }: AnnotatedDocument, first: number): number {
  let at = first;
  while (tokens[at - 1]?.upos === 'NUM' && tokens[at - 1]?.sentence === tokens[first]?.sentence) at--;
  const year = at === first - 1 && /^(19|20)\d\d$/.test(tokens[at]?.text ?? '');
  const many = /^(million|billion|percent|dozen)$/.test(tokens[first - 1]?.lower ?? '');
  return year || many ? first : at;
}

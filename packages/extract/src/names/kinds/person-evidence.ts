import type { AnnotatedDocument } from '@dragoman/nlp';
import { type HeadWords, runWords } from '../head-words.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan, SpanKind } from '../spans.ts';
import { isAcronym, isCapitalised, textBetween } from '../text.ts';
import { isPlaceUse } from '../use-of-place.ts';

/** A title right before the name, or before or after it over a comma. */
export function titleBeside(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const { tokens } = document;
  if (tools.titles.endingAt(tokens, span.first - 1) !== undefined) return true;
  if (tokens[span.first - 1]?.text === ',' && tools.titles.endingAt(tokens, span.first - 2) !== undefined)
    return true;
  if (titleOverComplement(document, span, tools)) return true;
  if (tokens[span.last + 1]?.text !== ',') return false;
  for (let i = span.last + 2; i < span.last + 9; i++) {
    const token = tokens[i];
    if (token === undefined || (/^(VERB|AUX|PUNCT)$/.test(token.upos) && token.text !== '-')) return false;
    if (/^(post|sovereign)$/.test(tools.titles.endingAt(tokens, i)?.word.type ?? '')) return true;
    if (token.lower === 'of' && tokens[i - 1]?.upos === 'NOUN') return false;
  }
  return false;
}

/** 'the governor of the Central Bank of Nigeria, Jane Roe': a title with its complement before the comma. */
function titleOverComplement(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const { tokens } = document;
  if (tokens[span.first - 1]?.text !== ',') return false;
  for (let i = span.first - 2; i >= Math.max(0, span.first - 10); i--) {
    const token = tokens[i];
    if (token === undefined || (/^(VERB|AUX|PUNCT|CCONJ)$/.test(token.upos) && token.text !== '-'))
      return false;
    const match = /^(of|at|for|to|on|in)$/.test(token.lower)
      ? tools.titles.endingAt(tokens, i - 1)
      : undefined;
    if (match?.word.type === 'post') return true;
  }
  return false;
}

/** 'X, 34,'. */
export function hasAge(document: AnnotatedDocument, span: NameSpan): boolean {
  const [comma, number, after] = [
    document.tokens[span.last + 1],
    document.tokens[span.last + 2],
    document.tokens[span.last + 3],
  ];
  return comma?.text === ',' && /^\d{2}$/.test(number?.text ?? '') && /^[,.]$/.test(after?.text ?? '');
}

/** Is the name owned by a body of a kind: "Labour's Nazreen Aslam", "the Greens' Ska Wellbrock"? */
export function isOwnedBy(
  groupKind: 'party' | 'media',
  { text, tokens }: AnnotatedDocument,
  { first }: NameSpan,
  { known, heads }: SpanTools,
): boolean {
  const last = first - 2;
  return [last, last - 1, last - 2].some((at) => {
    const name = textBetween(text, tokens, at, last);
    return (
      known.lookup(name).some(({ entry }) => entry.groupKind === groupKind) ||
      (isCapitalised(name) && heads.groupKind(name.toLowerCase().split(' ')) === groupKind)
    );
  });
}

/** Is the first of several words a given name? */
export function isGivenNameFirst(
  document: AnnotatedDocument,
  span: NameSpan,
  { lexicons }: HeadWords,
): boolean {
  return span.first < span.last && lexicons.givenNames.has(runWords(document, span)[0] ?? '');
}

/** Was it a title that made a name of it? */
const isNamedByTitle = ({ rule }: NameSpan): boolean =>
  rule.startsWith('names.title') || rule === 'names.ruler';

/** A title right before the name, or with its complement before the comma. */
export function hasTitleBefore(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  return (
    tools.titles.endingAt(document.tokens, span.first - 1) !== undefined ||
    titleOverComplement(document, span, tools)
  );
}

/** 'VinFast', 'FromSoftware'; not 'McDonald', 'DeSantis', 'ElBaradei', 'FitzGerald'. */
const camelCase = /^(?!(?:Mac|Van|Von|Del|Abu|Bin|Fitz|Mary|Anna|Jean)\p{Lu})\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u;

/** "Albin Kurti's Vetevendosje": one word that somebody named in full has is a party or another body. */
function isOwnedByPerson(document: AnnotatedDocument, { first }: NameSpan): boolean {
  const owner = document.entities[document.entityAt[first - 2] ?? -1];
  return (
    /^['’]s$/.test(document.tokens[first - 1]?.lower ?? '') &&
    owner?.kind === 'PER' &&
    owner.end - owner.start > 1
  );
}

/**
 * What a name that the model took for somebody's and that nothing told of is by its own words and those of other names: an acronym or the short
 * name of a group, a place where it stands as places do, nothing with an article. `groups` are the folded names of groups.
 */
export function otherThanPerson(
  document: AnnotatedDocument,
  span: NameSpan,
  name: string,
  groups: readonly string[],
  tools: SpanTools,
): SpanKind | undefined {
  const { heads } = tools;
  if (isNamedByTitle(span)) return undefined;
  const surface = textBetween(document.text, document.tokens, span.first, span.last);
  if (span.first === span.last && isAcronym(surface) && surface.length <= 6) return 'group';
  if (isAcronym(surface) && /^[^-]{2,6}-[^-]{2,6}$/.test(surface)) return 'group';
  if (span.first === span.last && (camelCase.test(surface) || isOwnedByPerson(document, span)))
    return 'group';
  if (groups.some((group) => group.startsWith(`${name} `))) return 'group';
  if (/^[\w-]+\.(com|org|net|info|news|tv|co|io)$/i.test(surface)) return 'group';
  if (hasTitleBefore(document, span, tools)) return undefined;
  const isHyphened = span.last === span.first + 2 && document.tokens[span.first + 1]?.text === '-';
  if (span.first !== span.last && !isHyphened) return undefined;
  if (heads.lexicons.givenNames.has(name) && tools.known.lookup(surface).length === 0) return undefined;
  const forSomebody = document.tokens[span.first - 1]?.lower === 'for';
  if (!forSomebody && isPlaceUse(document, span, heads.lexicons)) return 'place';
  const [before, after] = [document.tokens[span.first - 1], document.tokens[span.last + 1]];
  if (before?.lower !== 'the') return undefined;
  return heads.placeKind([after?.lower ?? '']) === undefined ? 'misc' : 'place';
}

/** 'Mohamed Hamdan Dagalo, known as Hemedti', 'X, alias Y': another name of the person named right before. */
export function isAlias(document: AnnotatedDocument, span: NameSpan, spans: readonly NameSpan[]): boolean {
  const { tokens } = document;
  const word = tokens[span.first - 1]?.lower ?? '';
  const known = word === 'as' && tokens[span.first - 2]?.lower === 'known';
  if (!known && !/^(alias|aka|nicknamed|dubbed)$/.test(word)) return false;
  let before = span.first - (known ? 3 : 2);
  while (/^(,|also|better|widely|commonly|popularly)$/.test(tokens[before]?.lower ?? '')) before--;
  return spans.some((other) => other.kind === 'person' && other.last === before);
}

/** 'Mr. Trump': a form of address stands before the name that begins at a token. */
export function isAddressed(document: AnnotatedDocument, first: number, { titles }: SpanTools): boolean {
  const before = document.tokens[first - 1]?.text === '.' ? first - 2 : first - 1;
  return titles.endingAt(document.tokens, before)?.word.type === 'honorific';
}

import { apposedBody, describedAsBody, inListOfBodies } from './called-bodies.ts';
import { type AnnotatedDocument, child, headOf, headOfSpan } from '@dragoman/nlp';
import { type HeadWords, runWords } from './head-words.ts';
import { isProminent } from './known-names.ts';
import type { SpanTools } from './model-spans.ts';
import type { NameSpan, SpanKind } from './spans.ts';
import { isAcronym, isCapitalised, textBetween } from './text.ts';
import { partEvidence } from './part-evidence.ts';
import { isDescribedPlace } from './described-places.ts';
import { isPlaceUse } from './use-of-place.ts';

/**
 * Is a name of two to four words that was taken for a group or place a person's after all? It is where two of these speak for
 * it: a given name in front, a title beside it, an age behind it, a verb of speech that it is the subject of, what the rest of
 * the article makes of its words.
 */
export function looksLikePerson(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const words = runWords(document, span);
  if (
    span.adjective === true ||
    span.groupKind !== undefined ||
    span.placeKind !== undefined ||
    span.readings.length > 0
  )
    return false;
  if (
    words.length < 2 ||
    words.length > 4 ||
    !allCapitalised(document, span) ||
    document.tokens[span.first - 1]?.lower === 'the'
  )
    return false;
  const given = tools.heads.lexicons.givenNames.has(words[0] ?? '') ? 1 : 0;
  if (given > 0 && words.length === 3 && /^\p{L}$/u.test(words[1] ?? '')) return true;
  if (tools.heads.groupKind(words) !== undefined || tools.heads.placeKind(words) !== undefined) return false;
  if (tools.heads.lexicons.placeHeads.directions.has(words[0] ?? '')) return false;
  if (tools.titles.postKind(words.at(-1) ?? '') === 'legislator') return false;
  const evidence =
    given +
    (titleBeside(document, span, tools) ? 1.5 : 0) +
    (hasAge(document, span) ? 1.5 : 0) +
    (speaks(document, span) ? 0.5 : 0) +
    (owned(document, span) ? (isOwnedByParty(document, span, tools) ? 1.5 : 0.5) : 0) +
    (ownsPersonally(document, span, tools) ? 0.5 : 0) +
    (namedAs(document, span, tools) ? 1.5 : 0) +
    partEvidence(document, span);
  return evidence >= 1.5;
}

/** Is somebody told of as people are: with a title, an age, 'who' behind the name, or what is only a person's? */
export function tellsPerson(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const { tokens } = document;
  const relative = tokens[span.last + 1]?.text === ',' ? span.last + 2 : span.last + 1;
  return (
    /^(who|whom)$/.test(tokens[relative]?.lower ?? '') ||
    titleBeside(document, span, tools) ||
    hasAge(document, span) ||
    ownsPersonally(document, span, tools) ||
    namedAs(document, span, tools)
  );
}

function allCapitalised(document: AnnotatedDocument, span: NameSpan): boolean {
  return document.tokens
    .slice(span.first, span.last + 1)
    .every(
      (token) =>
        token.text === '-' ||
        isCapitalised(token.text) ||
        /^(al|bin|ibn|de|van|von|der|el)$/.test(token.lower),
    );
}

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

export function hasAge(document: AnnotatedDocument, span: NameSpan): boolean {
  const [comma, number, after] = [
    document.tokens[span.last + 1],
    document.tokens[span.last + 2],
    document.tokens[span.last + 3],
  ];
  return comma?.text === ',' && /^\d{2}$/.test(number?.text ?? '') && /^[,.]$/.test(after?.text ?? '');
}

function speaks(document: AnnotatedDocument, span: NameSpan): boolean {
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const verb = headOf(document, head.i);
  return (
    head.deprel.startsWith('nsubj') &&
    verb !== undefined &&
    /^(say|tell|add|write|ask|note|argue|think|believe|want)$/.test(verb.lemma)
  );
}

/** 'named X as acting governor': a title behind 'as' or 'as the'. */
function namedAs(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  if (document.tokens[span.last + 1]?.lower !== 'as') return false;
  return [2, 3, 4, 5].some(
    (distance) => tools.titles.endingAt(document.tokens, span.last + distance)?.word.type === 'post',
  );
}

/** "Ethiopia's Dawit Mekonnen": a possessive in front of two bare name words. */
function owned(document: AnnotatedDocument, span: NameSpan): boolean {
  return /^['’]s?$/.test(document.tokens[span.first - 1]?.lower ?? '');
}

/** "Labour's Nazreen Aslam", "the Greens' Ska Wellbrock": whom a party has is a person. */
export function isOwnedByParty(
  { text, tokens }: AnnotatedDocument,
  { first }: NameSpan,
  { known, heads }: SpanTools,
): boolean {
  const last = first - 2;
  return [last, last - 1, last - 2].some((at) => {
    const name = textBetween(text, tokens, at, last);
    return (
      known.lookup(name).some(({ entry }) => entry.groupKind === 'party') ||
      (isCapitalised(name) && heads.groupKind(name.toLowerCase().split(' ')) === 'party')
    );
  });
}

/** "Milan Radoicic's men". */
function ownsPersonally({ tokens }: AnnotatedDocument, { last }: NameSpan, { heads }: SpanTools): boolean {
  const mark = tokens[last + 1];
  return (
    mark !== undefined &&
    /^['’]s?$/.test(mark.lower) &&
    heads.lexicons.groupHeads.personal.has(tokens[last + 2]?.lower ?? '')
  );
}

function isGivenNameFirst(document: AnnotatedDocument, span: NameSpan, { lexicons }: HeadWords): boolean {
  return span.first < span.last && lexicons.givenNames.has(runWords(document, span)[0] ?? '');
}

/** Does the article call a 'person' a body: 'the grid operator, Zetska', 'two firms, X and Y', 'Greenwater, an NGO', 'Vestlink, which'? */
export function isCalledBody(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  if (isNamedByTitle(span) || hasTitleBefore(document, span, tools)) return false;
  if (apposedBody(document, span, tools) || inListOfBodies(document, span, tools.heads)) return true;
  if (isGivenNameFirst(document, span, tools.heads)) return false;
  return describedAsBody(document, span, tools) || isTakenUpByWhich(document, span);
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

function isTakenUpByWhich({ tokens }: AnnotatedDocument, { last }: NameSpan): boolean {
  return tokens[last + 1]?.text === ',' && tokens[last + 2]?.lower === 'which';
}

/** 'Rodrigo Vergara, 27, of Challapata'. */
function isHomeOf({ tokens }: AnnotatedDocument, { first }: NameSpan): boolean {
  return (
    tokens[first - 1]?.lower === 'of' &&
    tokens[first - 2]?.text === ',' &&
    /^\d{2}$/.test(tokens[first - 3]?.text ?? '')
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
 * What a single word that was taken for a person is instead: an acronym or the short name of a group, a place where it
 * modifies a word for one or follows 'in'. `groups` are the folded names of groups.
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
  if (isDescribedPlace(document, span) && !isGivenNameFirst(document, span, heads)) return 'place';
  const isHyphened = span.last === span.first + 2 && document.tokens[span.first + 1]?.text === '-';
  if (span.first !== span.last && !isHyphened) return undefined;
  if (isHomeOf(document, span)) return 'place';
  if (heads.lexicons.givenNames.has(name) && tools.known.lookup(surface).length === 0) return undefined;
  const forSomebody = document.tokens[span.first - 1]?.lower === 'for';
  if (!forSomebody && isPlaceUse(document, span, heads.lexicons)) return 'place';
  const [before, after] = [document.tokens[span.first - 1], document.tokens[span.last + 1]];
  if (/^(in|at|near|outside|inside)$/.test(before?.lower ?? '')) return 'place';
  const post = document.tokens[span.first - 2]?.lower ?? '';
  if (before?.lower === 'of' && heads.lexicons.groupHeads.governs.has(post)) return 'place';
  if (before?.lower === 'from' && after?.lower === 'to') return 'place';
  if (before?.lower !== 'the') return undefined;
  return heads.placeKind([after?.lower ?? '']) === undefined ? 'misc' : 'place';
}

/** Is a 'place' where somebody has a post: 'a professor at Cornell', 'chief economist at Flexport'? */
export function employs(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const titled = span.rule.startsWith('names.title');
  if (titled || span.placeKind !== undefined || span.readings.some(({ entry }) => isProminent(entry)))
    return false;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const noun = headOf(document, head.i);
  const preposition = child(document, head.i, 'case')?.lower;
  if (noun === undefined) return false;
  if (preposition === 'for') return noun.upos === 'VERB' && /^(play|pitch|star|score)$/.test(noun.lemma);
  if (noun.upos !== 'NOUN' || noun.xpos === 'NNS' || isGivenNameFirst(document, span, tools.heads))
    return false;
  return (preposition === 'at' || preposition === 'with') && tools.titles.postKind(noun.lower) !== undefined;
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

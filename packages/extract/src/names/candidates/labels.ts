import { type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { SpanTools } from './model-spans.ts';
import type { NameSpan } from '../spans.ts';
import { isCapitalised, plainWord } from '../text.ts';

/**
 * States in their newspaper abbreviations: behind a lawmaker's name, '(R-Fla.)', '(D., Mass.)', '(Vt.)', and behind a town,
 * 'Mobile, Ala.'. Elsewhere such words are common ones ('Miss.', 'Mass', 'Wash').
 */
export function abbreviatedStates(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const shortened = document.tokens.filter(({ text }) => text.endsWith('.'));
  return shortened.flatMap((token): NameSpan[] => {
    const name = stateName(token, tools);
    if (name === undefined || !(isInLabel(document, token.i) || followsTown(document, token.i))) return [];
    const readings = tools.known
      .lookup(name)
      .filter(({ entry }) => entry.id === `region:US:${entry.name.toLowerCase().replace(/ /g, '-')}`);
    const { i } = token;
    return [
      {
        first: i,
        last: i,
        kind: 'place',
        placeKind: 'region',
        rule: 'names.abbreviated-state',
        confidence: 0.9,
        readings,
      },
    ];
  });
}

/** The state that a token with a full stop, or of capitals alone ('N.M.'), is short for. */
function stateName(token: Token, { heads }: SpanTools): string | undefined {
  if (!isCapitalised(token.text)) return undefined;
  const { abbreviations } = heads.lexicons.placeHeads;
  const word = plainWord(token);
  return Object.hasOwn(abbreviations, word) ? abbreviations[word] : undefined;
}

function isInLabel({ tokens }: AnnotatedDocument, index: number): boolean {
  const before = tokens[index - 1]?.text;
  if (before === '(') return tokens[index + 1]?.text === ')';
  if (before !== '-' && before !== ',') return false;
  return /^[RDI]\.?$/.test(tokens[index - 2]?.text ?? '') && /^[(,]$/.test(tokens[index - 3]?.text ?? '');
}

function followsTown({ tokens }: AnnotatedDocument, index: number): boolean {
  const town = tokens[index - 2];
  return tokens[index - 1]?.text === ',' && town?.upos === 'PROPN' && isCapitalised(town.text);
}

/**
 * 'House Speaker Paul Ryan', 'House Republicans': the chamber of Congress by itself before an office or party in it; 'the House' is the
 * chamber too where the article says it so.
 */
export function chamberSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const houses = document.tokens.filter(
    ({ text, i }) =>
      text === 'House' && !/^(White|State|Upper|Lower)$/.test(document.tokens[i - 1]?.text ?? ''),
  );
  if (houses.length === 0) return [];
  const inTitles = houses.filter(
    ({ i }) =>
      tools.heads.lexicons.groupHeads.chamber.has(document.tokens[i + 1]?.lower ?? '') ||
      precedesCommittee(document, i) ||
      (document.tokens[i - 1]?.lower === 'the' &&
        document.tokens[i - 2]?.lower === 'of' &&
        document.tokens[i - 3]?.lower === 'speaker'),
  );
  if (inTitles.length === 0 && !document.tokens.some(({ text }) => representative.test(text))) return [];
  const bare = houses.filter(
    ({ i }) =>
      /^(the|full|whole|entire)$/.test(document.tokens[i - 1]?.lower ?? '') &&
      (!isCapitalised(document.tokens[i + 1]?.text ?? '') || document.tokens[i - 2]?.lower === 'of') &&
      document.tokens[i + 1]?.lower !== 'of',
  );
  const readings = tools.known
    .lookup('House of Representatives')
    .filter(({ entry }) => entry.country === 'state:US');
  return [...inTitles, ...bare].map(({ i }) => ({
    first: i,
    last: i,
    kind: 'group',
    groupKind: 'government_body',
    rule: 'names.chamber',
    confidence: 0.8,
    readings,
  }));
}

/** 'Rep. X', 'a congressman': an article that has them is about the chamber they sit in. */
const representative = /^(?:Reps?\.?|congress(?:wo)?m[ae]n)$/i;

/** 'the House audit committee': a committee called by one or two words in lower case. */
function precedesCommittee({ tokens }: AnnotatedDocument, house: number): boolean {
  const isModifier = (token: Token | undefined): boolean =>
    /^(NOUN|ADJ)$/.test(token?.upos ?? '') && !isCapitalised(token?.text ?? '');
  return [2, 3].some(
    (step) =>
      /^(committee|subcommittee|panel)$/.test(tokens[house + step]?.text ?? '') &&
      tokens.slice(house + 1, house + step).every(isModifier),
  );
}

/** 'the Ohio Democratic Party': a party of a region, which is not the party of the whole state. */
export function regionalParties(document: AnnotatedDocument, spans: readonly NameSpan[]): NameSpan[] {
  return spans.flatMap((span): NameSpan[] => {
    if (!isParty(span) || document.tokens[span.last]?.text !== 'Party') return [];
    const home = span.readings[0]?.entry.country;
    const region = spans.find(({ kind, last, readings }) => {
      const state = readings.find(({ entry }) => entry.groupKind === 'state')?.entry.id;
      return last === span.first - 1 && (state === undefined ? kind === 'place' : state !== home);
    });
    return region === undefined ? [] : [partyFrom(span, region.first)];
  });
}

const isParty = ({ readings }: NameSpan): boolean =>
  readings.some(({ entry }) => entry.groupKind === 'party');

const partyFrom = (span: NameSpan, first: number): NameSpan => ({
  ...span,
  first,
  readings: [],
  groupKind: 'party',
  rule: 'names.regional-party',
});

/** 'Scottish Labour', 'the Bavarian Greens': a party of a part of the state with its own name. */
export function nationalParties(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  { heads }: SpanTools,
): NameSpan[] {
  return spans.filter(isParty).flatMap((span): NameSpan[] => {
    const before = document.tokens[span.first - 1];
    const isRegional = before !== undefined && heads.lexicons.groupHeads.regionalAdjectives.has(before.lower);
    return isRegional ? [partyFrom(span, before.i)] : [];
  });
}

/** 'Stellantis North America', 'Greenpeace Africa': the branch of a company or society in a land. */
export function branches(document: AnnotatedDocument, spans: readonly NameSpan[]): NameSpan[] {
  const byFirst = new Map(spans.map((span) => [span.first, span]));
  return spans.flatMap((span): NameSpan[] => {
    const kind = span.readings[0]?.entry.groupKind ?? '';
    if (span.kind !== 'group' || !/^(company|ngo)$/.test(kind)) return [];
    const land = byFirst.get(span.last + 1);
    const entry = land?.readings[0]?.entry;
    if (land === undefined || land.adjective === true || !/^(country|region)$/.test(entry?.placeKind ?? ''))
      return [];
    if (/^\P{L}*$/u.test(document.tokens[span.last + 1]?.text ?? '')) return [];
    return [{ ...span, last: land.last, readings: [], groupKind: kind, rule: 'names.branch' }];
  });
}

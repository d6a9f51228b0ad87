import type { NameHit } from '@dragoman/gazetteer';
import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import { abbreviatedNames } from './abbreviated-names.ts';
import { bareBodySpans } from './bare-bodies.ts';
import { bylineStretches, type Stretch } from './bylines.ts';
import { headSpans, type NameEnds } from './head-spans.ts';
import { introducedSpans } from './introduced.ts';
import { joinedByParticles } from './joined-names.ts';
import { abbreviatedStates, branches, chamberSpans, nationalParties, regionalParties } from './labels.ts';
import { bodiesOfFields } from './listed-fields.ts';
import { loneSpans } from './lone-names.ts';
import { isDemonym, type KnownMatch } from '../known-names.ts';
import type { NameLexicons } from '../lexicons.ts';
import { acronymsOfThings, isHalfOfLaw } from './law-names.ts';
import { modelSpans, type SpanTools } from './model-spans.ts';
import { describedAsBody } from '../kinds/called-bodies.ts';
import { withoutTitleBehind } from './name-bounds.ts';
import { bodiesOfNames } from './owned-by-names.ts';
import { isAddressed } from '../kinds/person-evidence.ts';
import { numberedBodies } from './numbered-bodies.ts';
import { peopleOfBodies } from './people-of.ts';
import { politicalNames } from './party-names.ts';
import { isCalledPolitical, postedBodies } from './posted-bodies.ts';
import { kinSpans, peerSpans, titledSpans } from './person-spans.ts';
import type { Run } from '../runs.ts';
import { SpanSet } from './span-set.ts';
import type { NameSpan } from '../spans.ts';
import { textBetween } from '../text.ts';
import { withUnreadNames } from './unread-names.ts';
import { unseenBodies } from './unseen-bodies.ts';
import { bodiesAlone, isDescriptionOfNext, unnamedParts } from './unnamed-bodies.ts';
import { isVessel } from './vessels.ts';
import { isWork } from './works.ts';

/**
 * All names of a document: those of the model, those that a title, a head word or the gazetteer tells, brought to one reading.
 * Spans are in text order and do not overlap, except that a state or person may lie within a body's name.
 */
export function collectSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  const credits = [...creditStretches(document, tools.heads.lexicons), ...bylineStretches(document)];
  const matches = tools.known.matches(document);
  const model = joinedByParticles(document, modelSpans(document, tools), tools);
  const spans = new SpanSet(document, tools, matches);
  for (const span of model) spans.add(span);
  for (const span of titledSpans(document, tools)) spans.addTitled(span);
  for (const span of kinSpans(document, tools)) spans.addWhole(span);
  for (const span of peerSpans(document, tools)) spans.addWhole(span);
  for (const span of headSpans(document, tools.heads, nameEnds(document, tools, model, matches)))
    spans.addHeaded(span);
  for (const span of abbreviatedNames(document, tools)) spans.addAbbreviated(span);
  for (const span of introducedSpans(document, tools)) spans.addIntroduced(span);
  for (const span of abbreviatedStates(document, tools)) spans.addOuter(span);
  for (const match of matches) spans.addKnown(match);
  for (const span of chamberSpans(document, tools)) spans.addWhole(span);
  for (const span of loneSpans(document, tools)) spans.addWhereFree(span);
  for (const span of unseenBodies(document, tools)) spans.addWhereFree(span);
  for (const span of postedBodies(document, tools)) {
    if (isCalledPolitical(document, span)) spans.addOuter(span);
    else spans.addWhereFree(span);
  }
  for (const span of politicalNames(document, tools)) spans.addPolitical(span);
  for (const span of numberedBodies(document, tools)) spans.addWhole(span);
  for (const span of bodiesOfFields(document, tools)) spans.addWhole(span);
  for (const span of regionalParties(document, spans.result())) spans.addOuter(span);
  for (const span of nationalParties(document, spans.result(), tools)) spans.addWhole(span);
  for (const span of branches(document, spans.result())) spans.addOuter(span);
  const owners = spans.ownerTokens();
  const bare = bareBodySpans(document, tools.heads, owners);
  for (const span of bare) spans.addOuter(span);
  for (const span of bodiesOfNames(document, spans.result(), tools)) spans.addOuter(span);
  for (const span of peopleOfBodies(document, spans.result(), tools)) spans.addOuter(span);
  for (const span of bodiesAlone(document, spans.result(), tools)) spans.addWhereFree(span);
  for (const span of unnamedParts(document, spans.result(), tools)) spans.addOuter(span);
  const things = acronymsOfThings(document, tools);
  const described = spans.untold().filter((span) => describedAsBody(document, span, tools));
  const named = withUnreadNames(document, [...spans.result(), ...described], tools);
  return named.filter(
    (span) =>
      !isDescriptionOfNext(document, span, named) &&
      !isHalfOfLaw(document, span, tools) &&
      !(span.first === span.last && things.has(document.tokens[span.first]?.text ?? '')) &&
      !isWeapon(document, span, tools) &&
      !isCode(document, span) &&
      !isCaseName(document, span) &&
      !isPrefix(document, span, tools) &&
      !isVessel(document, span, tools.heads.lexicons) &&
      !isWork(document, span, tools.heads.lexicons) &&
      !isAgencyOfDateline(document, span, tools) &&
      !credits.some(({ start, end }) => within(tokenOf(document, span.first).start, start, end)),
  );
}

/** 'Franco-German': the first half of a double adjective. */
function isPrefix(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const last = tokenOf(document, span.last);
  const hyphened = span.last === span.first + 2 && document.tokens[span.first + 1]?.text === '-';
  if (hyphened && span.kind === 'person' && tools.known.lookup(last.text).some(isDemonym)) return true;
  const after = document.tokens[span.last + 2];
  return (
    document.tokens[span.last + 1]?.text === '-' &&
    after !== undefined &&
    span.readings.length === 0 &&
    tools.known.lookup(after.text).some(isDemonym)
  );
}

/** 'CLc1', 'LCOc1', '.DJI', 'CMCU3', 'AAPL.O': what traders call by letters; words of two alphabets, which hide from filters. */
function isCode({ tokens }: AnnotatedDocument, { first, last }: NameSpan): boolean {
  for (let at = first; at <= last; at++) {
    const text = tokens[at]?.text ?? '';
    if (ticker.test(text) || (at === first && isBehindPoint(tokens, at))) return true;
    if (/\p{Script=Cyrillic}/u.test(text) && /\p{Script=Latin}/u.test(text)) return true;
  }
  return false;
}

/** 'DJI' of '.DJI'. */
function isBehindPoint(tokens: readonly Token[], at: number): boolean {
  const [point, before] = [tokens[at - 1], tokens[at - 2]];
  return point?.text === '.' && point.end === tokens[at]?.start && before?.end !== point.start;
}

const ticker =
  /^(?:\p{Lu}{2,5}[cv]\d{1,2}|\p{Lu}{4}\d|\p{Lu}{1,5}\.(?:O|N|L|PA|DE|HK|SS|NS|BO|AX|TO|MI|MC))$/u;

/** 'Fajr-5', 'Boeing-737', 'Harrow helicopters': a name with a number or a word for arms behind it is a thing's, unless it is known otherwise. */
function isWeapon(
  { text, tokens }: AnnotatedDocument,
  { first, last, adjective }: NameSpan,
  { heads, known }: SpanTools,
): boolean {
  const next = tokens[last + 1];
  if (next?.text === '-' && /^\d/.test(tokens[last + 2]?.text ?? '')) return true;
  const isMade = first === last && next?.upos === 'NOUN' && heads.lexicons.notNames.arms.has(next.lemma);
  return isMade && adjective !== true && known.lookup(textBetween(text, tokens, first, last)).length === 0;
}

/** How far into a text its dateline may reach. */
const longestDateline = 16;

/** 'LOME, July 7 (CWS) -': an unknown agency in brackets before the dash of the dateline. */
function isAgencyOfDateline(
  { text, tokens, sentences }: AnnotatedDocument,
  { first, last }: NameSpan,
  { known }: SpanTools,
): boolean {
  if (tokens[first - 1]?.text !== '(' || known.lookup(textBetween(text, tokens, first, last)).length > 0)
    return false;
  const line = sentences[tokens[first]?.sentence ?? 0];
  return (
    tokens[last + 1]?.text === ')' &&
    /^[-–—]+$/.test(tokens[last + 2]?.text ?? '') &&
    first - (line?.first ?? 0) < longestDateline
  );
}

/** 'Roe' and 'Wade' of 'Roe v. Wade': parties in the name of a case. */
function isCaseName({ tokens }: AnnotatedDocument, { first, last }: NameSpan): boolean {
  const versus = (token: Token | undefined): boolean => /^v\.?$/.test(token?.text ?? '');
  return (
    versus(tokens[last + 1]) ||
    versus(tokens[last]) ||
    versus(tokens[first - 1]) ||
    (tokens[first - 1]?.text === '.' && versus(tokens[first - 2]))
  );
}

/** Stretches of the text that credit reporters, from the last full stop or dash before the phrase: who is named only there is no entity. */
function creditStretches(document: AnnotatedDocument, { notNames }: NameLexicons): Stretch[] {
  const whole = document.text.toLowerCase();
  const phrases = notNames.credits.filter((phrase) => whole.includes(phrase));
  if (phrases.length === 0) return [];
  return document.sentences.flatMap(({ start, end }): Stretch[] => {
    const text = whole.slice(start, end);
    const at = Math.max(...phrases.map((phrase) => text.indexOf(phrase)));
    if (at < 0) return [];
    const from = Math.max(
      text.lastIndexOf('. ', at),
      text.lastIndexOf('– ', at),
      text.lastIndexOf('— ', at),
      0,
    );
    return [{ start: start + from, end }];
  });
}

const within = (at: number, start: number, end: number): boolean => at >= start && at < end;

function nameEnds(
  document: AnnotatedDocument,
  tools: SpanTools,
  model: readonly NameSpan[],
  matches: readonly KnownMatch[],
): NameEnds {
  const names = new Set([...model, ...matches].map((span) => span.last));
  const people = new Set(model.filter((span) => span.kind === 'person').map((span) => span.last));
  const starts = new Set(model.filter((span) => span.kind === 'person').map((span) => span.first));
  const lookup = ({ first, last }: Run): readonly NameHit[] =>
    tools.known.lookup(textBetween(document.text, document.tokens, first, last));
  const isPost = (token: number): boolean =>
    tools.titles.postKind(tokenOf(document, token).lower) !== undefined;
  return {
    name: (token) => names.has(token),
    person: (token) => people.has(token),
    startsPerson: (token) => starts.has(token),
    addressed: (token) => isAddressed(document, token, tools),
    known: (run) => lookup(run).length > 0,
    armed: (run) => lookup(run).some(({ entry }) => entry.groupKind === 'armed_group'),
    title: isPost,
    trim: (run) => withoutTitleBehind(document, run, tools),
  };
}

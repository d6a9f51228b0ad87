import { type GazetteerEntry, type NameHit } from '@dragoman/gazetteer';
import { type AnnotatedDocument, child, hasRelation, headOf, headOfSpan, type Token } from '@dragoman/nlp';
import type { MentionForm } from '../../context.ts';
import { runWords } from '../head-words.ts';
import { isDemonym } from '../known-names.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import { isEndOfOther, isForeign, isOfOtherState } from './other-lands.ts';
import { governedState, groupKey, knownBodyOf, stateBefore, stateInKey } from './owned-bodies.ts';
import { electoralNames, isParty } from '../candidates/party-names.ts';
import { describedAsBody } from '../kinds/called-bodies.ts';
import { type ArticleSpans, articleSpans, likeliest } from './readings.ts';
import type { Run } from '../runs.ts';
import { covers, inDirection, type NameSpan } from '../spans.ts';
import { foldName, isAcronym, isCapitalised, isSmallNoun, textBetween } from '../text.ts';
import { actsAsGovernment, isDateline, isModifier, isPlaceUse, originOf } from '../use-of-place.ts';
import { namesLaw } from '../candidates/law-names.ts';
import { namesNobody } from './names-nobody.ts';
import { isWeak } from './weak-references.ts';

/** A name of a group or place with what it refers to; references with one key are one entity. */
export interface Reference {
  readonly span: NameSpan;
  readonly surface: string;
  readonly words: readonly string[];
  readonly kind: 'group' | 'place';
  key: string;
  readonly known?: GazetteerEntry;
  readonly groupKind?: string;
  readonly placeKind?: string;
  readonly form: MentionForm;
  /** Said only in passing, so that it makes no entity by itself: see weak-references.ts. */
  readonly weak?: boolean;
  /** A state's adjective that tells where something is or comes from: of the state as a place, where the state does not act elsewhere. */
  readonly origin?: boolean;
}

/** What each span of a group or place refers to: an entry of the gazetteer, a body of a state, or a name of its own. */
export function readReferences(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  tools: SpanTools,
): Reference[] {
  const all = articleSpans(spans);
  const parties = electoralNames(document, spans, tools);
  return spans.flatMap((span) => {
    if (span.kind !== 'group' && span.kind !== 'place') return [];
    if (isEndOfOther(document, span, all, tools)) return [];
    const reference = knownReference(document, span, all, tools) ?? ownReference(document, span, all, tools);
    if (reference === undefined) return [];
    const isParty =
      reference.known === undefined &&
      parties.has(reference.surface) &&
      /^(other|ngo|armed_group)$/.test(reference.groupKind ?? '');
    return [isParty ? { ...reference, groupKind: 'party' } : reference];
  });
}

function knownReference(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  tools: SpanTools,
): Reference | undefined {
  const surface = textBetween(document.text, document.tokens, span.first, span.last);
  if (span.rule === 'names.bare-body') return undefined;
  const readings =
    span.readings.length > 0
      ? span.readings
      : tools.known
          .lookup(surface)
          .filter(
            ({ entry }) =>
              span.kind === 'place' || entry.groupKind !== undefined || entry.capitalOf !== undefined,
          );
  const reading = likeliest(readings, span, spans);
  if (
    reading !== undefined &&
    (isForeign(reading, surface, spans) ||
      isOfOtherState(document, span, reading, tools) ||
      isCommonWord(reading, surface, tools))
  )
    return undefined;
  if (reading === undefined || (isDemonym(reading) && namesNobody(document, span, tools))) return undefined;
  const known = sharedName(surface, spans, tools) ?? reading.entry;
  const base = {
    span,
    surface: withStateBefore(document, span, known, tools) ?? surface,
    words: runWords(document, span),
    key: known.id,
    known,
    form: formOf(reading),
    ...(isWeak(document, span, reading, spans, tools) ? { weak: true } : {}),
  };
  if (known.groupKind === 'state') {
    const origin = reading.use === 'adjective' ? originOf(document, span, tools.heads.lexicons) : undefined;
    if (origin !== undefined)
      return {
        ...base,
        kind: 'group',
        groupKind: 'state',
        ...(origin === 'of somebody' ? { weak: true } : { origin: true }),
      };
    const place =
      span.rule === inDirection ||
      (known.territory === true && !actsByItself(document, span, tools)) ||
      (!isDemonym(reading) && !isWithinBody(span, spans) && isPlaceUse(document, span, tools.heads.lexicons));
    return place
      ? { ...base, kind: 'place', key: `place:${known.id}`, placeKind: 'country' }
      : { ...base, kind: 'group', groupKind: 'state' };
  }
  const state = known.capitalOf === undefined ? undefined : standsFor(known, tools);
  if (
    state !== undefined &&
    (state.groupKind !== 'state' || spans.states.has(state.id) || hasCounterpart(document, span, spans)) &&
    !/\bD\.?C\.?$/.test(surface) &&
    actsAsState(document, span, tools)
  )
    return { ...base, known: state, kind: 'group', key: state.id, groupKind: state.groupKind ?? 'state' };
  if (known.groupKind !== undefined) return { ...base, kind: 'group', groupKind: known.groupKind };
  const ruled = document.tokens[span.last + 1];
  if (known.placeKind === 'region' && /^(government|administration|legislature)$/.test(ruled?.text ?? ''))
    return {
      ...base,
      surface: `${base.surface} ${ruled?.text}`,
      kind: 'group',
      key: `government:${known.id}`,
      groupKind: 'government_body',
    };
  if (/^(region|city)$/.test(known.placeKind ?? '') && actsAsGovernment(document, span, tools.heads.lexicons))
    return { ...base, kind: 'group', key: `government:${known.id}`, groupKind: 'government_body' };
  return { ...base, kind: 'place', placeKind: known.placeKind ?? 'other' };
}

/** 'U.S. Securities and Exchange Commission': a body's name as it stands with its state before it. */
function withStateBefore(
  document: AnnotatedDocument,
  span: NameSpan,
  known: GazetteerEntry,
  tools: SpanTools,
): string | undefined {
  const before = document.tokens[span.first - 1];
  if (known.groupKind !== 'government_body' || known.country === undefined || before === undefined)
    return undefined;
  if (before.sentence !== document.tokens[span.first]?.sentence) return undefined;
  return tools.known.lookup(before.text).some(({ entry }) => entry.id === known.country)
    ? textBetween(document.text, document.tokens, before.i, span.last)
    : undefined;
}

/** 'Nigeria' of 'Central Bank of Nigeria'. */
function isWithinBody(span: NameSpan, { index }: ArticleSpans): boolean {
  return index.meeting(span).some((other) => other !== span && other.kind === 'group' && covers(other, span));
}

/** The one of two lands of a name that the article names in full: 'Korea'. */
function sharedName(surface: string, { states }: ArticleSpans, tools: SpanTools): GazetteerEntry | undefined {
  const named = (tools.heads.lexicons.metonyms.shared[foldName(surface)] ?? []).filter((id) =>
    states.has(id),
  );
  return named.length === 1 ? tools.known.byId(named[0] ?? '') : undefined;
}

/** 'Western', 'Central': a common adjective, though somewhere a place is called so. */
function isCommonWord(reading: NameHit, surface: string, tools: SpanTools): boolean {
  return (
    reading.entry.groupKind === undefined && tools.heads.lexicons.notNames.words.has(surface.toLowerCase())
  );
}

/** A territory of another state acts where it is the subject of what governments and bodies do: 'Greenland rejected the offer', not 'the Greenland market'. */
function actsByItself(document: AnnotatedDocument, span: Run, tools: SpanTools): boolean {
  const { does } = tools.heads.lexicons.kindCues.group;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const governor = headOf(document, head.i);
  if (actsAsGovernment(document, span, tools.heads.lexicons)) return true;
  if (/^(with|between|against)$/.test(child(document, head.i, 'case')?.lower ?? '')) return true;
  if (governor === undefined) return false;
  if (hasRelation(head, 'conj') && governor.i < head.i)
    return actsByItself(document, { first: governor.i, last: governor.i }, tools);
  const isDeed = does.sure.has(governor.lemma) || does.likely.has(governor.lemma);
  return isDeed && governor.upos === 'VERB' && hasRelation(head, 'nsubj');
}

/** What a capital stands for where it acts: its state, or a body that sits there ('Brussels'). */
function standsFor(capital: GazetteerEntry, tools: SpanTools): GazetteerEntry | undefined {
  const body = tools.heads.lexicons.metonyms.capitals[foldName(capital.name)];
  return body === undefined ? tools.known.byId(capital.capitalOf ?? '') : tools.known.lookup(body)[0]?.entry;
}

const formOf = (reading: NameHit): MentionForm => (reading.use === 'adjective' ? 'adjective' : 'name');

/** A capital acts as its state where it is the subject of a verb, owns something, or is spoken to: 'Tehran agreed', "Tehran's intentions". */
function actsAsState(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  const { lexicons } = tools.heads;
  if (isPlaceUse(document, span, lexicons) || isModifier(document, span) || isDateline(document, span))
    return false;
  if (isModifierInRow(document, span)) return false;
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const governor = headOf(document, head.i);
  if (governor === undefined) return false;
  if (hasRelation(head, 'nsubj')) return governor.upos === 'VERB';
  if (hasRelation(head, 'obj') || hasRelation(head, 'iobj'))
    return governor.upos === 'VERB' && !lexicons.placeHeads.taken.has(governor.lemma);
  if (hasRelation(head, 'nmod:poss')) return !isInCity(document, governor, tools);
  if (hasRelation(head, 'conj'))
    return actsAsState(document, { ...span, first: governor.i, last: governor.i }, tools);
  const preposition = child(document, head.i, 'case')?.lower ?? '';
  if (preposition === 'for') return /^(speak|act|negotiate|vote)$/.test(governor.lemma);
  return (
    /^(with|between|by|against)$/.test(preposition) ||
    (preposition === 'to' && governor.upos === 'VERB' && lexicons.metonyms.addressing.has(governor.lemma))
  );
}

/** 'the Amsterdam, Lisbon and Paris exchanges': one of a row of names that tells of the noun behind the last. */
function isModifierInRow({ tokens }: AnnotatedDocument, { last }: Run): boolean {
  let at = last + 1;
  while (/^(,|and|or)$/.test(tokens[at]?.lower ?? '') || isCapitalised(tokens[at]?.text ?? '')) at++;
  const [joint, noun] = [tokens[last + 1], tokens[at]];
  return (
    /^(,|and|or)$/.test(joint?.lower ?? '') &&
    noun?.xpos === 'NNS' &&
    isCapitalised(tokens[at - 1]?.text ?? '')
  );
}

/** 'Manila lodged a protest with Beijing': is another land, or its capital over a verb, named in the sentence of a capital? */
function hasCounterpart(
  { sentences, tokens }: AnnotatedDocument,
  span: NameSpan,
  { index }: ArticleSpans,
): boolean {
  const { first = 0, last = -1 } = sentences[tokens[span.first]?.sentence ?? 0] ?? {};
  return index.meeting({ first, last }).some((other) => {
    if (covers(other, span) || covers(span, other)) return false;
    if (other.readings.some(({ entry }) => entry.groupKind === 'state')) return true;
    const [from, to] = other.first < span.first ? [other.last, span.first] : [span.last, other.first];
    const isOver = tokens.slice(from + 1, to).some(({ upos }) => upos === 'VERB');
    return isOver && other.readings[0]?.entry.capitalOf !== undefined;
  });
}

/** What is of a city rather than of the state it is the capital of: "London's Docklands", "Paris's first arrondissement". */
function isInCity(
  { entities, entityAt }: AnnotatedDocument,
  { i, lower }: Token,
  { heads }: SpanTools,
): boolean {
  const { kindCues } = heads.lexicons;
  return (
    entities[entityAt[i] ?? -1]?.kind === 'LOC' ||
    kindCues.place.owns.has(lower) ||
    heads.placeKind([lower]) !== undefined
  );
}

/**
 * A name that the gazetteer does not have; peoples and faiths are no groups that act. A body that a state owns has the state in its key:
 * 'state:ET|foreign ministry'.
 */
function ownReference(
  document: AnnotatedDocument,
  span: NameSpan,
  spans: ArticleSpans,
  tools: SpanTools,
): Reference | undefined {
  const { notNames } = tools.heads.lexicons;
  const surface = textBetween(document.text, document.tokens, span.first, span.last);
  const words = runWords(document, span);
  const lastWord = words.at(-1) ?? '';
  if (
    words.length === 0 ||
    (notNames.heads.has(lastWord) &&
      !isParty(document, span, lastWord, spans.index.all(), tools) &&
      !describedAsBody(document, span, tools) &&
      !(span.rule === 'names.opening' && span.kind === 'group')) ||
    isBareHead(document, span, words, tools) ||
    (span.kind === 'group' && namesLaw(words)) ||
    isMovementOf(document, span, words, tools) ||
    (notNames.words.has(words.join(' ')) && span.rule !== 'names.alone')
  )
    return undefined;
  const base = { span, surface, words, form: 'name' as const };
  const home = span.groupKind === 'party' ? partyAtHome(surface, spans, tools) : undefined;
  if (home !== undefined) return { ...base, kind: 'group', key: home.id, known: home, groupKind: 'party' };
  if (isCalledParty(document, span, surface, tools))
    return {
      ...base,
      kind: 'group',
      key: `group:${foldName(surface).replace(/s$/, '')}`,
      groupKind: 'party',
    };
  if (span.adjective === true) return undefined;
  const state = governedState(document, span, spans, words, tools);
  if (state !== undefined) return { ...base, kind: 'group', key: state.id, known: state, groupKind: 'state' };
  if (
    (span.kind === 'place' && !isHeadAlone(document, span, words, tools)) ||
    isUnknownPlace(document, span, tools) ||
    isBuilding(document, span, words, tools)
  ) {
    return {
      ...base,
      kind: 'place',
      key: `place:${foldName(surface)}`,
      placeKind:
        span.placeKind ??
        tools.heads.placeKind(words) ??
        (span.kind === 'group' && words.length > 1 ? 'facility' : 'other'),
    };
  }
  const known = knownBodyOf(document, span, spans, tools);
  if (known?.groupKind !== undefined)
    return { ...base, kind: 'group', key: known.id, known, groupKind: known.groupKind };
  const key = groupKey(document, span, spans, tools);
  const kind = span.groupKind ?? tools.heads.groupKind(words) ?? kindTold(document, span, tools) ?? 'other';
  return {
    ...base,
    kind: 'group',
    key,
    groupKind: kind === 'igo' && stateInKey(key) !== undefined ? 'government_body' : kind,
  };
}

/** 'software firm Tavo', 'the charity Open Door': what the noun right before an unknown name says it is. */
function kindTold(
  { tokens }: AnnotatedDocument,
  { first }: NameSpan,
  { heads }: SpanTools,
): string | undefined {
  const [noun, before] = [tokens[first - 1], tokens[first - 2]];
  if (noun === undefined || !isSmallNoun(noun) || noun.xpos === 'NNS') return undefined;
  return (
    heads.commonKind(`${before?.lower ?? ''} ${noun.lower}`) ??
    heads.commonKind(noun.lower) ??
    (noun.lower === 'party' ? 'party' : undefined)
  );
}

/** 'Conservative' of 'the Conservative leader': the party of a land that the article tells of. */
const partyAtHome = (
  surface: string,
  { lands }: ArticleSpans,
  { known }: SpanTools,
): GazetteerEntry | undefined =>
  known
    .lookup(`${surface} Party`)
    .find(({ entry }) => entry.groupKind === 'party' && lands.has(entry.country ?? ''))?.entry;

/** 'the Social Democrats', 'Socialists' within a sentence: a party of a land whose own no list has under such a name. */
function isCalledParty(
  document: AnnotatedDocument,
  { first, last }: NameSpan,
  surface: string,
  { heads }: SpanTools,
): boolean {
  const opens = document.tokens[first - 1]?.sentence !== document.tokens[first]?.sentence;
  return (
    heads.lexicons.groupHeads.alone.party?.has(surface.toLowerCase()) === true && !(first === last && opens)
  );
}

/** 'the Islamic movement', 'the Marxist party': a faith or creed and a noun in small letters. */
const isMovementOf = (
  { tokens }: AnnotatedDocument,
  { first, last, rule }: NameSpan,
  words: readonly string[],
  { heads }: SpanTools,
): boolean =>
  rule !== 'names.bare-body' &&
  last === first + 1 &&
  tokens[first]?.upos === 'ADJ' &&
  isCapitalised(tokens[first].text) &&
  heads.lexicons.notNames.words.has(words[0] ?? '') &&
  !isCapitalised(tokens[last]?.text ?? '');

/** 'the Forum', 'the Court': a head word alone with an article is a body, whatever the model took it for. */
function isHeadAlone(
  document: AnnotatedDocument,
  span: NameSpan,
  words: readonly string[],
  tools: SpanTools,
): boolean {
  return (
    words.length === 1 &&
    document.tokens[span.first - 1]?.lower === 'the' &&
    tools.heads.groupKind(words) !== undefined &&
    span.placeKind === undefined
  );
}

/** 'inside the Polytechnic University': a body that is a building too, where somebody is in it or near it. */
function isBuilding(
  document: AnnotatedDocument,
  span: NameSpan,
  words: readonly string[],
  { heads }: SpanTools,
): boolean {
  if (span.kind !== 'group' || !heads.lexicons.groupHeads.buildings.has(words.at(-1) ?? '')) return false;
  const before = document.tokens[span.first - 1];
  const preposition = before?.lower === 'the' ? document.tokens[span.first - 2] : before;
  return /^(inside|outside|near|around|surrounding|into)$/.test(preposition?.lower ?? '');
}

/** Bodies of which a land has one: a word that names it without more. */
const soleBody = /^(parliament|congress|cabinet)$/;

/** 'House', 'Office': a head word alone without an article names nothing; 'Parliament' and "Kenya's Senate" do. */
function isBareHead(
  document: AnnotatedDocument,
  span: NameSpan,
  words: readonly string[],
  tools: SpanTools,
): boolean {
  const [only = ''] = words;
  const head = tools.heads.groupKind([only]) !== undefined || tools.heads.placeKind([only]) !== undefined;
  return (
    words.length === 1 &&
    head &&
    document.tokens[span.first - 1]?.lower !== 'the' &&
    span.rule !== 'names.bare-body' &&
    span.rule !== 'names.alone' &&
    !soleBody.test(only) &&
    stateBefore(document, span, tools) === undefined &&
    !isAcronym(document.tokens[span.first]?.text ?? '')
  );
}

/** A single unknown word that the model took for a body, where it stands as a place does: 'the Zalambessa front', 'near Elidar'. */
function isUnknownPlace(document: AnnotatedDocument, span: NameSpan, tools: SpanTools): boolean {
  if (/^names\.(told|employer|described|as-body|introduced|short-group|called-body|trading)$/.test(span.rule))
    return false;
  if (soleBody.test(document.tokens[span.first]?.lower ?? '')) return false;
  if (
    span.first !== span.last ||
    span.groupKind !== undefined ||
    isAcronym(document.tokens[span.first]?.text ?? '')
  )
    return false;
  const next = document.tokens[span.last + 1];
  if (isModifier(document, span))
    return next !== undefined && tools.heads.placeKind([next.lower]) !== undefined;
  const before = document.tokens[span.first - 1]?.lower;
  const noun = document.tokens[span.first - 2];
  const head = headOfSpan(document, { start: span.first, end: span.last + 1 });
  const verb = headOf(document, head.i);
  if (hasRelation(head, 'obj') && tools.heads.lexicons.placeHeads.taken.has(verb?.lemma ?? '')) return true;
  const { kindCues } = tools.heads.lexicons;
  const within = before === 'in' ? kindCues.place.notIn : kindCues.group.of;
  if (/^(in|at)$/.test(before ?? '') && within.has(noun?.lemma ?? '')) return false;
  return isPlaceUse(document, span, tools.heads.lexicons);
}

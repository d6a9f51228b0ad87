import { type AnnotatedDocument, type Entity, tokenOf } from '@dragoman/nlp';
import { announcingNoun, isLandName } from './announced-names.ts';
import type { HeadWords } from '../head-words.ts';
import { runWords } from '../head-words.ts';
import { isDemonym, type KnownNames } from '../known-names.ts';
import {
  beforeOf,
  cutAtConjunction,
  cutAtDashes,
  cutAtPossessives,
  cutAtSeats,
  cutBehindPerson,
  cutBehindSeat,
  extended,
  nameable,
  trimmed,
  withNeighbours,
  withoutLead,
  withoutTitleBehind,
} from './name-bounds.ts';
import { stripTitles } from './person-spans.ts';
import { isPossessive, prefixed, type Run, withoutTimes } from '../runs.ts';
import type { NameSpan, SpanKind } from '../spans.ts';
import { isAcronym, isCapitalised, textBetween } from '../text.ts';
import { joinedWords, type TitleReader } from '../title-words.ts';

/** What the span finders need beside the document. */
export interface SpanTools {
  readonly known: KnownNames;
  readonly heads: HeadWords;
  readonly titles: TitleReader;
}

const kinds: Record<Entity['kind'], SpanKind> = {
  PER: 'person',
  ORG: 'group',
  LOC: 'place',
  NORP: 'group',
  MISC: 'misc',
};

/** The spans of the language model's names: trimmed, titles taken off people, kinds put right where head words or titles tell. */
export function modelSpans(document: AnnotatedDocument, tools: SpanTools): NameSpan[] {
  return document.entities.flatMap((entity) => {
    const whole = withoutTimes(
      document,
      { first: entity.start, last: entity.end - 1 },
      tools.heads.lexicons.notNames.times,
    );
    const shorn = whole === undefined ? undefined : trimmed(document, whole);
    const run =
      shorn === undefined || entity.kind === 'NORP' ? shorn : withoutLead(document, shorn, tools.heads);
    if (run === undefined || !nameable(document, run) || inPartyLabel(document, run)) return [];
    if (entity.by === 'ruled body' && run.last > run.first) return rulerOf(document, run, tools);
    const pieces = cutAtDashes(document, run)
      .flatMap((piece) =>
        /^(ORG|PER|LOC)$/.test(entity.kind) ? cutAtPossessives(document, piece, tools) : [piece],
      )
      .flatMap((piece) => (entity.kind === 'ORG' ? cutAtConjunction(document, piece, tools) : [piece]));
    const [person, theirs] = /^(ORG|PER)$/.test(entity.kind) ? cutBehindPerson(document, run, tools) : [];
    if (person !== undefined && theirs !== undefined)
      return [
        ...spansOf(document, person, { ...entity, kind: 'PER' }, tools),
        ...spansOf(document, theirs, { ...entity, kind: 'ORG' }, tools),
      ];
    const [town, bearer] = entity.kind === 'PER' ? cutBehindSeat(document, run, tools) : [];
    if (town !== undefined && bearer !== undefined)
      return [
        ...spansOf(document, town, { ...entity, kind: 'LOC' }, tools),
        ...spansOf(document, bearer, entity, tools),
      ];
    const cut = /^(PER|ORG)$/.test(entity.kind) ? personBehindHead(document, run, tools) : undefined;
    if (cut !== undefined)
      return [
        ...cutAtPossessives(document, { first: run.first, last: cut - 1 }, tools).flatMap((piece) => {
          const isBody = tools.heads.groupKind(runWords(document, piece)) !== undefined;
          return spansOf(document, piece, { ...entity, kind: isBody ? 'ORG' : 'LOC' }, tools);
        }),
        ...spansOf(document, { first: cut, last: run.last }, { ...entity, kind: 'PER' }, tools),
      ];
    const noun = announcingNoun(document, run, tools);
    if (noun !== undefined && /^(ORG|LOC|MISC)$/.test(entity.kind))
      return [
        ...(isLandName(document, { first: run.first, last: noun - 1 }, tools)
          ? spansOf(document, { first: run.first, last: noun - 1 }, { ...entity, kind: 'LOC' }, tools)
          : []),
        ...spansOf(document, { first: noun + 1, last: run.last }, { ...entity, kind: 'ORG' }, tools),
      ];
    const [body, seat] =
      /^(ORG|LOC)$/.test(entity.kind) && pieces.length === 1 ? cutAtSeats(document, run, tools) : [];
    if (body !== undefined && seat !== undefined)
      return [
        ...spansOf(document, body, { ...entity, kind: 'ORG' }, tools),
        ...spansOf(document, seat, { ...entity, kind: 'LOC' }, tools),
      ];
    return pieces.flatMap((piece, i) =>
      spansOf(
        document,
        piece,
        i < pieces.length - 1 && isOwningPerson(document, piece, tools) ? { ...entity, kind: 'PER' } : entity,
        tools,
      ),
    );
  });
}

/** 'Marine Le Pen' of "Marine Le Pen's National Rally". */
function isOwningPerson(document: AnnotatedDocument, run: Run, { heads }: SpanTools): boolean {
  const words = runWords(document, run);
  return words.length > 1 && heads.lexicons.givenNames.has(words[0] ?? '');
}

/** 'the Assad regime', 'the Maduro government': the ruler it is called by, or the land. */
function rulerOf(document: AnnotatedDocument, { first, last }: Run, tools: SpanTools): NameSpan[] {
  const run = { first, last: last - 1 };
  const lands = tools.known.lookup(textBetween(document.text, document.tokens, run.first, run.last));
  const kind = lands.length > 0 ? 'group' : 'person';
  return [{ ...run, kind, rule: 'names.ruler', confidence: 0.75, readings: [] }];
}

function spansOf(document: AnnotatedDocument, run: Run, entity: Entity, tools: SpanTools): NameSpan[] {
  const kind = kinds[entity.kind];
  const only = run.first === run.last ? tokenOf(document, run.first).text : '';
  if (prefixed.test(only) || /^[DRI]$/.test(only)) return [];
  const base = { rule: `names.${entity.by}`, confidence: 0.8, readings: [] };
  const adjective = entity.kind === 'NORP' ? { adjective: true } : {};
  const cut = kind === 'group' || kind === 'place' ? personBehind(document, run, tools) : undefined;
  if (cut !== undefined)
    return [
      { first: run.first, last: cut - 1, kind, ...base },
      { first: cut, last: run.last, kind: 'person', ...base },
    ];
  const label = /^[RDI]-\p{Lu}/u.test(tokenOf(document, run.first).text);
  if (label) return [{ ...run, kind: 'place', ...base }];
  if (/^[RDI] ?- ?[A-Z]{2}$/.test(textBetween(document.text, document.tokens, run.first, run.last)))
    return [];
  const headed = kind === 'person' ? headedKind(document, run, tools) : undefined;
  if (headed !== undefined) return [{ ...run, ...headed, ...base }];
  if (kind === 'person' && isNoPerson(document, run, tools)) return [];
  if (kind !== 'misc' && isWholeTitle(document, run, tools)) return [];
  if (kind === 'person' || (kind === 'group' && hidesPerson(document, run, tools))) {
    const name = personIn(document, withNeighbours(document, extended(document, run, tools), tools), tools);
    return name === undefined ? [] : [{ ...name, kind: 'person', ...base }];
  }
  if (kind === 'misc' && isEmployer(document, run, tools)) return [{ ...run, kind: 'group', ...base }];
  if (kind === 'place' && isCommon(document, run, tools)) return [];
  if (kind === 'group' && (isCrown(document, run, tools) || opensTitle(document, run, tools))) return [];
  if (kind === 'place' && run.last === run.first + 1 && tokenOf(document, run.first).text === 'Air')
    return [{ ...run, kind: 'group', groupKind: 'company', ...base }];
  if (kind === 'group' && standsAtPlace(document, run, tools))
    return [{ first: run.first, last: run.last - 1, kind: 'place', ...base }];
  if (isPeople(document, run, tools) || isOffice(document, run, tools)) return [];
  const name =
    kind === 'group'
      ? withoutTitleBehind(document, run, tools)
      : kind === 'place'
        ? withoutTitleBehind(document, extended(document, run, tools), tools)
        : run;
  if (kind === 'group' && isFieldOfMinister(document, name, tools))
    return [{ first: name.first, last: name.first, kind, ...base, adjective: true }];
  return [{ ...name, kind, ...base, ...adjective }];
}

/** 'Albanian Energy' of 'Albanian Energy Minister', 'Shadow Foreign Affairs' of '… Minister': what a post is about, with whose it is. */
function isFieldOfMinister(document: AnnotatedDocument, run: Run, { known, heads }: SpanTools): boolean {
  const { text, tokens } = document;
  const { first, last } = run;
  const post = tokens[last + 1];
  if (last === first || !/^(minister|secretary|commissioner)$/.test(post?.lower ?? '')) return false;
  const ofState = known
    .lookup(tokenOf(document, first).text)
    .some((hit) => hit.entry.groupKind === 'state' && isDemonym(hit));
  const isBody =
    heads.groupKind(runWords(document, run)) !== undefined ||
    known.lookup(textBetween(text, tokens, first, last)).length > 0;
  return (
    ofState ||
    (!isBody &&
      isCapitalised(post?.text ?? '') &&
      /^(shadow|federal|state)$/.test(tokenOf(document, first).lower))
  );
}

/** 'Refugee Convention', 'Hurricane Maria', 'Christmas Eve': a name that ends in a word for a thing, a storm, an evening. */
function isNoPerson(document: AnnotatedDocument, run: Run, { heads }: SpanTools): boolean {
  const { notNames, nameParts } = heads.lexicons;
  const storm = /^(hurricane|typhoon|cyclone)$/.test(tokenOf(document, run.first).lower);
  if (storm && run.last > run.first) return true;
  const last = tokenOf(document, run.last).lower;
  if (last === 'eve' && /^(christmas|years?|['’]s?)$/.test(document.tokens[run.last - 1]?.lower ?? ''))
    return true;
  return (
    run.last > run.first &&
    notNames.heads.has(last) &&
    !nameParts.ambiguousHeads.has(last) &&
    /^(convention|agreement|accord|accords|treaty|pact|protocol|act|prize|award|cup|constitution|summit|conference|amendment|referendum|massacre|festival)$/.test(
      last,
    )
  );
}

/** 'a spokesperson for Inherent Resolve': whatever has a spokesperson or a member is a body. */
function isEmployer(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const preposition = document.tokens[run.first - 1]?.lower ?? '';
  const match = /^(for|of|at|with)$/.test(preposition)
    ? tools.titles.endingAt(document.tokens, run.first - 2)
    : undefined;
  return match?.word.type === 'post' && /^(speaker|leader|member)$/.test(match.word.kind);
}

/** 'Stephen the Great Boulevard', 'Mount Kerrigan': a person by the model, a place or body by a last word that is no family name or by its first. */
function headedKind(
  document: AnnotatedDocument,
  run: Run,
  tools: SpanTools,
): Pick<NameSpan, 'kind' | 'groupKind' | 'placeKind'> | undefined {
  const words = runWords(document, run);
  const opening = words.length > 2 ? tools.heads.openingKind(words) : undefined;
  if (opening?.kind === 'group') return { kind: 'group', groupKind: opening.subkind };
  if (
    words.length < 2 ||
    (words.length > 2 && /^\p{L}$/u.test(words[1] ?? '')) ||
    tools.heads.lexicons.nameParts.ambiguousHeads.has(words.at(-1) ?? '') ||
    tools.titles.wordOf(words.at(-1) ?? '') !== undefined
  )
    return undefined;
  const groupKind = tools.heads.groupKind(words.slice(-1));
  const placeKind =
    tools.heads.placeKind(words.slice(-1)) ??
    (groupKind === undefined ? tools.heads.opensPlace(words) : undefined);
  if (placeKind !== undefined) return { kind: 'place', placeKind };
  return groupKind === undefined ? undefined : { kind: 'group', groupKind };
}

/** 'Zalambessa front', 'Danakil road': a place before a lower-case word for what is there. */
function standsAtPlace(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const last = tokenOf(document, run.last);
  return (
    run.last > run.first &&
    !isCapitalised(last.text) &&
    /^(front|line|road|border|zone|highway|frontier)$/.test(last.lower) &&
    tools.heads.placeKind([last.lower]) !== undefined
  );
}

/** 'European Union Jane Roe', cut out of 'ambassador to the European Union Jane Roe': where the person begins behind a known name. */
function personBehind(document: AnnotatedDocument, run: Run, tools: SpanTools): number | undefined {
  const { text, tokens } = document;
  const { givenNames } = tools.heads.lexicons;
  if (tools.known.lookup(textBetween(text, tokens, run.first, run.last)).length > 0) return undefined;
  for (let first = run.first + 1; first < run.last; first++) {
    const words = runWords(document, { first, last: run.last });
    const headed = tools.heads.groupKind(words) !== undefined || tools.heads.placeKind(words) !== undefined;
    if (!givenNames.has(words[0] ?? '') || headed || words.length > 4) continue;
    const isLetters = first === run.first + 1 && isAcronym(tokens[run.first]?.text ?? '');
    if (isLetters || tools.known.lookup(textBetween(text, tokens, run.first, first - 1)).length > 0)
      return first;
  }
  return undefined;
}

/** 'Ross Wake' behind the head word of 'Dover International Airport Ross Wake': where somebody begins, named with a known given name. */
function personBehindHead({ tokens }: AnnotatedDocument, run: Run, { heads }: SpanTools): number | undefined {
  const { givenNames, nameParts } = heads.lexicons;
  const kindOf = (at: number): string | undefined => {
    const word = tokens[at]?.lower ?? '';
    return heads.groupKind([word]) ?? heads.placeKind([word]);
  };
  if (kindOf(run.last) !== undefined && !nameParts.ambiguousHeads.has(tokens[run.last]?.lower ?? ''))
    return undefined;
  for (let at = run.first + 2; at < run.last; at++) {
    const head = tokens[at - 1]?.lower ?? '';
    const isHead = kindOf(at - 1) !== undefined;
    const isName = givenNames.has(tokens[at]?.lower ?? '') && run.last - at < 3;
    if (isHead && isName && !nameParts.ambiguousHeads.has(head)) return at;
  }
  return undefined;
}

/** '(D-NH)': a letter for the party and a postal code, in brackets. */
function inPartyLabel(document: AnnotatedDocument, run: Run): boolean {
  const { tokens } = document;
  for (let open = run.first - 1; open >= run.first - 3; open--) {
    if (
      tokens[open]?.text === '(' &&
      /^[RDI]$/.test(tokens[open + 1]?.text ?? '') &&
      tokens[open + 2]?.text === '-'
    )
      return run.first !== open + 3 || tokens[run.last]?.text.endsWith('.') !== true;
  }
  return false;
}

/** 'Chief Justice': two words and more that are a post. */
function isWholeTitle({ tokens }: AnnotatedDocument, { first, last }: Run, { titles }: SpanTools): boolean {
  const whole = first < last ? titles.endingAt(tokens, last) : undefined;
  return whole?.word.type === 'post' && whole.first <= first;
}

/** 'Director of Maritime Surveillance', 'Senegalese Minister of Fisheries': a post that nobody is named with. */
function isOffice(document: AnnotatedDocument, run: Run, { titles, known }: SpanTools): boolean {
  const { text, tokens } = document;
  let of = run.first + 1;
  while (of <= run.last && !/^(of|for)$/.test(tokens[of]?.lower ?? '')) of++;
  if (of > run.last) return false;
  const post = titles.endingAt(tokens, of - 1)?.word;
  return (
    /^(post|sovereign)$/.test(post?.type ?? '') &&
    known.lookup(textBetween(text, tokens, run.first, run.last)).length === 0
  );
}

/** 'Lithuanian Americans': part of a people, no body that acts. */
function isPeople(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  return (
    run.last > run.first &&
    tools.known.lookup(tokenOf(document, run.last).text).some(({ use }) => use === 'people')
  );
}

/** 'Shadow Constitutional' of 'Shadow Constitutional Affairs Secretary X': the beginning of a title with a capital at each word. */
function opensTitle({ tokens }: AnnotatedDocument, { first, last }: Run, { titles }: SpanTools): boolean {
  if (!/^(Shadow|Chief|Deputy|Assistant|Acting)$/.test(tokens[first]?.text ?? '') || last === first)
    return false;
  for (let at = last + 1; at <= last + 3 && isCapitalised(tokens[at]?.text ?? ''); at++)
    if (titles.endingAt(tokens, at)?.word.type === 'post') return true;
  return false;
}

/** 'the Queen', 'the Pope': somebody by the title alone. */
function isCrown({ tokens }: AnnotatedDocument, { first, last }: Run, { titles }: SpanTools): boolean {
  const title = first === last ? titles.wordOf(tokens[first]?.lower ?? '') : undefined;
  return title?.type === 'sovereign' && tokens[first - 1]?.lower === 'the';
}

/** A 'place' that is a title ('the Speaker') or ends in a common noun that names no place ('the Djiboutian hill'). */
function isCommon(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const last = tokenOf(document, run.last);
  if (run.first === run.last)
    return tools.titles.wordOf(last.lower) !== undefined && tools.known.lookup(last.text).length === 0;
  if (isCapitalised(last.text)) return false;
  const { lowerCase } = tools.heads.lexicons.placeHeads;
  const two = joinedWords(document.tokens, run.last - 1, run.last);
  return !lowerCase.has(last.lower) && !(run.last > run.first + 1 && lowerCase.has(two));
}

/**
 * The name in what was taken for a person: without an owner or state in front ("Malaysia's Prime Minister X") and without
 * titles. Nothing where only a title or a common word is left ('the President', 'Director of X').
 */
function personIn(document: AnnotatedDocument, run: Run, tools: SpanTools): Run | undefined {
  const { tokens } = document;
  let { first } = run;
  for (let i = run.first; i < run.last; i++) if (isPossessive(tokenOf(document, i))) first = i + 1;
  while (first < run.last - 1 && isState(document, first, tools)) first++;
  if (first < run.last - 1 && isLettersBefore(document, first, tools)) first++;
  if (first < run.last - 2 && isFellow(document, first, tools)) first += 2;
  const name = stripTitles(
    tokens,
    { first, last: beforeOf(tokens, first, run.last) },
    tools.titles,
    tools.heads.lexicons,
  );
  const words = runWords(document, name);
  const [only = ''] = words;
  const { ambiguousTitles } = tools.heads.lexicons.nameParts;
  const isTitle = (word: string): boolean =>
    !ambiguousTitles.has(word) && tools.titles.wordOf(word) !== undefined;
  if (
    words.length === 1 &&
    (isTitle(only) || (ambiguousTitles.has(only) && tokens[name.first - 1]?.upos === 'DET'))
  )
    return undefined;
  const isSuffix = tools.heads.lexicons.nameParts.suffixes.has(words.at(-1) ?? '');
  if (!isSuffix && isTitle(words.at(-1) ?? '') && name.titles.length === 0 && words.length > 1)
    return undefined;
  if (words.length === 1 && tools.heads.lexicons.notNames.words.has(only)) return undefined;
  return { first: name.first, last: name.last };
}

function isState(document: AnnotatedDocument, token: number, tools: SpanTools): boolean {
  return tools.known.lookup(tokenOf(document, token).text).some(({ entry }) => entry.groupKind === 'state');
}

/** 'EADB' of 'EADB Pierre Mondon': the letters of a body before a given name. */
function isLettersBefore({ tokens }: AnnotatedDocument, first: number, { heads }: SpanTools): boolean {
  const given = tokens[first + 1];
  return (
    /^\p{Lu}{3,5}$/u.test(tokens[first]?.text ?? '') &&
    /^\p{Lu}\p{Ll}/u.test(given?.text ?? '') &&
    heads.lexicons.givenNames.has(given?.lower ?? '')
  );
}

/** 'New Zealander', 'South African' before a name. */
function isFellow({ text, tokens }: AnnotatedDocument, first: number, { known }: SpanTools): boolean {
  return known.lookup(textBetween(text, tokens, first, first + 1)).some(isDemonym);
}

/** An organisation that ends in a title and a name: 'US National Security Advisor Jake Sullivan'. */
function hidesPerson(document: AnnotatedDocument, run: Run, tools: SpanTools): boolean {
  const name = stripTitles(document.tokens, run, tools.titles, tools.heads.lexicons);
  if (name.titles.length === 0 || name.last - name.first > 4) return false;
  const words = runWords(document, name);
  if (
    words.length === 0 ||
    tools.heads.groupKind(words) !== undefined ||
    tools.heads.placeKind(words) !== undefined
  )
    return false;
  return tools.known.lookup(textBetween(document.text, document.tokens, name.first, name.last)).length === 0;
}

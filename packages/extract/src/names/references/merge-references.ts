import { bodyOf } from '@dragoman/gazetteer';
import type { AnnotatedDocument } from '@dragoman/nlp';
import type { HeadWords } from '../head-words.ts';
import { bodyWords, stateInKey } from './owned-bodies.ts';
import type { Reference } from './references.ts';
import { isPossessive } from '../runs.ts';
import { isAcronym, isCapitalised } from '../text.ts';
import { occurrencesOf } from '../../word-index.ts';

/**
 * Brings references to one group or place under one key: acronyms given in brackets or made of initials, short forms
 * ('Tidewell' for 'Tidewell Marine Supplies'), head words ('the Forum'), bodies named with and without their state.
 * Adds references where an acronym or head word stands that no span covers. Changes the keys of the list it is given.
 */
export function mergeReferences(
  document: AnnotatedDocument,
  references: Reference[],
  heads: HeadWords,
): void {
  const acronyms = bracketedAcronyms(document, references);
  explainAcronyms(references, acronyms);
  explainInitials(references);
  addUncovered(document, references, acronyms);
  explainRivers(document, references);
  const rename = (from: string, to: string): void => {
    for (const reference of references) if (reference.key === from) reference.key = to;
  };
  const distinct = firstOfEach(references);
  /** 'Turkana' is no short form of 'Turkana Council of Elders'. */
  const peoples = new Set(
    references.filter(({ span }) => span.rule === 'names.people').map(({ key }) => key),
  );
  const own = new Map(references.map((reference) => [reference, reference.key]));
  for (const reference of [...references].toSorted((a, b) => a.span.first - b.span.first)) {
    if (reference.key !== own.get(reference) || peoples.has(reference.key)) continue;
    if (reference.kind === 'place' && /^(city|region)$/.test(reference.known?.placeKind ?? '')) {
      const headed = distinct.find(
        (other) =>
          (other.span.rule === 'names.lower-head' &&
            (/^(region|city)$/.test(other.placeKind ?? '') || other.words.at(-1) === 'camp') &&
            shortens(reference, other, heads)) ||
          isFullerTown(reference, other),
      );
      if (headed !== undefined) rename(reference.key, headed.key);
      continue;
    }
    if (
      (reference.known !== undefined && reference.known.groupKind !== 'government_body') ||
      reference.words.length > 3
    )
      continue;
    const full = fullerName(reference, distinct, acronyms, heads);
    if (full !== undefined && full.key !== reference.key) rename(reference.key, full.key);
  }
  for (const [from, to] of [...otherNames(document, references), ...partiesByAdjective(references)])
    rename(from, to);
  addHeadWordReferences(document, references, heads);
  addHalves(document, references);
}

/** 'the Rukban camp, also known as the Berm': keys of other names with those of the places they are of. */
function otherNames(document: AnnotatedDocument, references: readonly Reference[]): [string, string][] {
  const { tokens } = document;
  return references.flatMap(({ span, kind, key }): [string, string][] => {
    let at = span.first - (tokens[span.first - 1]?.lower === 'the' ? 2 : 1);
    if (kind !== 'place' || tokens[at]?.lower !== 'as' || tokens[at - 1]?.lower !== 'known') return [];
    at -= 2;
    while (/^(,|also|better|locally|widely|commonly|popularly|formerly)$/.test(tokens[at]?.lower ?? '')) at--;
    const named = references.find((other) => other.kind === 'place' && other.span.last === at);
    return named === undefined || named.key === key ? [] : [[key, named.key]];
  });
}

/** 'Conservative' of 'a Conservative spokeswoman': keys with those of the known party that the article names and that begins so. */
function partiesByAdjective(references: readonly Reference[]): [string, string][] {
  const parties = references.filter(({ known }) => known?.groupKind === 'party');
  return references.flatMap(({ known, groupKind, surface, key }): [string, string][] => {
    if (known !== undefined || groupKind !== 'party' || surface.includes(' ')) return [];
    const party = parties.find((other) => other.known?.name.startsWith(`${surface} `));
    return party === undefined ? [] : [[key, party.key]];
  });
}

/** The first reference of every name as it is written: what the many others would be compared with once more. */
function firstOfEach(references: readonly Reference[]): Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const { kind, key, surface, span, words } = reference;
    const name = [kind, key, surface, span.rule, ...words].join('\n');
    if (!seen.has(name)) seen.set(name, reference);
  }
  return [...seen.values()];
}

/** Acronyms given after a name, 'Free Afar Columns (FAC)', or before it; key of the group by acronym. */
function bracketedAcronyms(
  document: AnnotatedDocument,
  references: readonly Reference[],
): Map<string, Reference> {
  const found = new Map<string, Reference>();
  for (const reference of references) {
    const behind = document.tokens[reference.span.last + 1];
    const at = reference.span.last + (behind !== undefined && isPossessive(behind) ? 2 : 1);
    const [open, word, close] = [0, 1, 2].map((step) => document.tokens[at + step]);
    if (open?.text !== '(' || word === undefined || !isShort(word.text) || !/^[),;]/.test(close?.text ?? ''))
      continue;
    const isTown = reference.known?.placeKind === 'city' || reference.placeKind === 'city';
    if (reference.words.length > 1 && !isTown) found.set(word.text, reference);
  }
  return found;
}

/** An acronym that the article explains means what it says, whatever body the gazetteer has under it: 'Nepali People's Congress (NPC)'. */
function explainAcronyms(references: Reference[], acronyms: ReadonlyMap<string, Reference>): void {
  for (const [i, reference] of references.entries()) {
    const full = acronyms.get(reference.surface);
    if (full === undefined || reference.known === undefined || reference.known === full.known) continue;
    references[i] = meaning(reference, full);
  }
}

/** 'the Orlova' beside 'the Orlova River' is the river, though the gazetteer has a town called so. */
function explainRivers({ tokens }: AnnotatedDocument, references: Reference[]): void {
  for (const [i, reference] of references.entries()) {
    const { known, span, words } = reference;
    if (known?.placeKind !== 'city' || tokens[span.first - 1]?.lower !== 'the') continue;
    const river = references.find(
      (other) =>
        other.placeKind === 'waters' &&
        other.words.length === words.length + 1 &&
        words.every((word, at) => word === other.words[at]),
    );
    if (river === undefined) continue;
    const { known: _known, ...rest } = reference;
    references[i] = { ...rest, key: river.key, placeKind: 'waters' };
  }
}

/** So few letters are the initials of many names. */
const fewestInitials = 3;

/**
 * An acronym is that of the unknown body whose initials it has and which the article has named before, and not of the one that the
 * gazetteer has under it and the article never names in full: 'the Borland National Party … the BNP'.
 */
function explainInitials(references: Reference[]): void {
  const inFull = new Set(references.filter(({ surface }) => !isAcronym(surface)).map(({ key }) => key));
  for (const [i, reference] of references.entries()) {
    const { known, key, surface, span } = reference;
    const isShortForm = isAcronym(surface) && surface.replace(/\P{L}/gu, '').length >= fewestInitials;
    if (known?.groupKind === undefined || !isShortForm || inFull.has(key)) continue;
    const full = references.find(
      (other) =>
        other.kind === 'group' &&
        other.known === undefined &&
        other.span.first < span.first &&
        initialsOf(other, surface),
    );
    if (full !== undefined) references[i] = meaning(reference, full);
  }
}

/** A reference to what another one means. */
function meaning(reference: Reference, full: Reference): Reference {
  const { known: _known, ...rest } = reference;
  return {
    ...rest,
    kind: full.kind,
    key: full.key,
    ...(full.known === undefined ? {} : { known: full.known }),
    ...(full.groupKind === undefined ? {} : { groupKind: full.groupKind }),
  };
}

/** 'FAC', and 'AfD' with a small letter within. */
function isShort(word: string): boolean {
  return isAcronym(word) || (word.length <= 6 && word.replace(/[^\p{Lu}]/gu, '').length >= 2);
}

function addUncovered(
  document: AnnotatedDocument,
  references: Reference[],
  acronyms: ReadonlyMap<string, Reference>,
): void {
  if (acronyms.size === 0) return;
  const covered = coveredTokens(references);
  for (const token of document.tokens) {
    const full = acronyms.get(token.text);
    if (full !== undefined && !covered.has(token.i))
      references.push(shortReference(full, token.i, token.i, token.text, 'names.acronym'));
  }
}

/** The longer name that a short one stands for, undefined where there is none. */
function fullerName(
  short: Reference,
  references: readonly Reference[],
  acronyms: ReadonlyMap<string, Reference>,
  heads: HeadWords,
): Reference | undefined {
  const given = acronyms.get(short.surface.replace(/\./g, ''));
  if (given !== undefined) return given;
  const longer = references.filter(
    (other) =>
      other.kind === short.kind && other.key !== short.key && other.words.length > short.words.length,
  );
  return (
    longer.find((other) => initialsOf(other, short.surface)) ??
    longer.find((other) => shortens(short, other, heads)) ??
    longer.find((other) => isPartyOf(short, other)) ??
    longer.find((other) => sameBody(short, other)) ??
    longer.find((other) => sameCourt(short, other)) ??
    longer.find((other) => endsWith(short, other, heads))
  );
}

function initialsOf(other: Reference, acronym: string): boolean {
  if (!isAcronym(acronym) || acronym.length < 2) return false;
  const letters = acronym.replace(/[^\p{L}]/gu, '').toLowerCase();
  const all = other.words.map((word) => word[0] ?? '').join('');
  const main = other.words
    .filter((word) => !/^(of|for|the|and|on|to|in|de|du|des|la)$/.test(word))
    .map((word) => word[0] ?? '')
    .join('');
  return letters === all || letters === main;
}

/** Bodies that begin with whose they are: 'Halcyon' is not short for "Halcyon's lawyers". */
const ownedRules = /^names\.(owned|unnamed-part|people-of)$/;

/** 'Tidewell' of 'Tidewell Marine Supplies Ltd', 'Mavi Rota' of 'Mavi Rota Denizcilik', 'Logar' of 'Logar province'. */
function shortens(short: Reference, other: Reference, heads: HeadWords): boolean {
  if (short.kind === 'group' && short.known !== undefined) return false;
  if (ownedRules.test(other.span.rule)) return false;
  if (!short.words.every((word, i) => word === other.words[i]) || isOrgan(short, other)) return false;
  if (short.kind === 'place' && isFullerTown(short, other)) return true;
  if (short.kind === 'place') return isPlaceHead(other.words.slice(short.words.length), heads);
  return other.known?.groupKind !== 'state';
}

/** 'province', 'shopping centre': one word or two that a place's name may end in. */
const isPlaceHead = (words: readonly string[], heads: HeadWords): boolean =>
  words.length === 1
    ? heads.placeKind(words) !== undefined
    : words.length === 2 && heads.lexicons.placeHeads.lowerCase.has(words.join(' '));

/** 'FNC Ethics Committee' of the body that is called by the letters 'FNC': a part of it, or who looks into it. */
const isOrgan = ({ surface }: Reference, { words }: Reference): boolean =>
  isAcronym(surface) && organ.test(words.at(-1) ?? '');

const organ =
  /^(committee|subcommittee|commission|inquiry|tribunal|panel|congress|board|council|court|section|division|department|secretariat)$/;

/** 'Braunau' of 'Braunau am Inn', 'Las Palmas' of 'Las Palmas de Gran Canaria'. */
function isFullerTown(short: Reference, { kind, words }: Reference): boolean {
  return (
    short.kind === 'place' &&
    kind === 'place' &&
    words.length > short.words.length + 1 &&
    short.words.every((word, i) => word === words[i]) &&
    /^(am|an|de|del|la|on|upon|sur|di|da|in|im|bei|do|dos)$/.test(words[short.words.length] ?? '')
  );
}

/** 'the Intelligence Committee' of 'the House Intelligence Committee', 'the Forum' of a group so called: head words alone or with more. */
function endsWith(short: Reference, other: Reference, heads: HeadWords): boolean {
  if (short.kind !== 'group' || heads.groupKind(short.words) === undefined) return false;
  const [country, owner] = [countryOf(short), countryOf(other)];
  if (country !== undefined && (other.groupKind === 'igo' || (owner !== undefined && country !== owner)))
    return false;
  if (short.known !== undefined && other.known !== undefined && short.known !== other.known) return false;
  const tail = other.words.slice(-short.words.length);
  return short.words.every((word, i) => word === tail[i]);
}

/** 'the Liberals' of 'the Liberal Party', 'the Social Democrats' of 'the Social Democratic Party'. */
function isPartyOf(short: Reference, { words, groupKind }: Reference): boolean {
  const people = short.words.join(' ');
  if (
    groupKind !== 'party' ||
    !people.endsWith('s') ||
    !/^(party|union|movement|alliance)$/.test(words.at(-1) ?? '')
  )
    return false;
  const creed = words.slice(0, -1).join(' ');
  return [creed, creed.replace(/ic$/, '')].includes(people.slice(0, -1));
}

/** The same body of a state named with and without the state: 'the Foreign Ministry' beside 'Ethiopian Foreign Ministry'. */
function sameBody(short: Reference, other: Reference): boolean {
  const at = other.key.indexOf('|');
  const country = countryOf(short);
  if (country !== undefined && other.key.startsWith('state:') && other.key.slice(0, at) !== country)
    return false;
  return at > 0 && (bodyOf(short.surface)?.body ?? bodyWords(short.surface)) === other.key.slice(at + 1);
}

/** 'the appeals court' of 'the U.S. Court of Appeals for the Sixth Circuit', 'the high court' of the Supreme Court. */
function sameCourt(short: Reference, { words, known, groupKind }: Reference): boolean {
  if (short.kind !== 'group' || groupKind !== 'government_body') return false;
  const name = short.words.slice(-2).join(' ');
  const full = (known?.name.toLowerCase() ?? words.join(' ')).replace('appeal ', 'appeals ');
  if (name === 'appeals court' || name === 'appeal court') return full.includes('court of appeals');
  return /^(high|top|highest) court$/.test(short.words.join(' ')) && full.endsWith('supreme court');
}

/** The state whose body it is, by its owner beside the name or as it is known. */
const countryOf = ({ key, known }: Reference): string | undefined => stateInKey(key) ?? known?.country;

/** 'the Forum', 'the Review': a capitalised head word alone, with an article, for the last group whose name ends in it. */
function addHeadWordReferences(document: AnnotatedDocument, references: Reference[], heads: HeadWords): void {
  const covered = coveredTokens(references);
  const sorted = references.filter((reference) => reference.kind === 'group' && reference.words.length > 1);
  for (const token of document.tokens) {
    const before = document.tokens[token.i - 1];
    if (covered.has(token.i) || before?.lower !== 'the' || !isCapitalised(token.text)) continue;
    if (
      covered.has(token.i + 1) ||
      isCapitalised(document.tokens[token.i + 1]?.text ?? '') ||
      heads.groupKind([token.lower]) === undefined
    )
      continue;
    const named = sorted.filter(
      (reference) => reference.words.at(-1) === token.lower && reference.span.first < token.i,
    );
    const full = named.toSorted((a, b) => b.span.first - a.span.first)[0];
    if (full !== undefined)
      references.push(shortReference(full, token.i, token.i, token.text, 'names.head-word'));
  }
}

/** 'the North', 'the South': half of a land of which the article names the state, 'North Korea'. */
function addHalves(document: AnnotatedDocument, references: Reference[]): void {
  const covered = coveredTokens(references);
  for (const token of occurrencesOf(document, ['north', 'south'])) {
    if (
      !/^(North|South)$/.test(token.text) ||
      document.tokens[token.i - 1]?.lower !== 'the' ||
      covered.has(token.i)
    )
      continue;
    if (isCapitalised(document.tokens[token.i + 1]?.text ?? '')) continue;
    const states = references.filter(
      ({ known }) => known?.groupKind === 'state' && known.name.startsWith(`${token.text} `),
    );
    const [state] = states;
    if (state === undefined || new Set(states.map(({ known }) => known?.id)).size > 1) continue;
    references.push(
      shortReference(
        { ...state, kind: 'group', groupKind: 'state', key: state.known?.id ?? state.key },
        token.i,
        token.i,
        token.text,
        'names.half',
      ),
    );
  }
}

function shortReference(
  full: Reference,
  first: number,
  last: number,
  surface: string,
  rule: string,
): Reference {
  const { readings } = full.span;
  return {
    ...full,
    form: 'name',
    surface,
    words: [surface.toLowerCase()],
    span: { first, last, kind: full.kind, rule, confidence: 0.85, readings },
  };
}

function coveredTokens(references: readonly Reference[]): Set<number> {
  const covered = new Set<number>();
  for (const { span } of references) for (let i = span.first; i <= span.last; i++) covered.add(i);
  return covered;
}

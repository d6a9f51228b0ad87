import { type AnnotatedDocument, child, children, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { coordinated } from '../roles/coordination.ts';
import { nameFrom, namesListed, nameUpTo, overBrackets, possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Where bodies sit: 'the Rift Futures Institute in Nairobi', 'US troops in Japan', 'the Houston-based Tarrant Group', 'a Hamburg firm, Y'. */
export function seats(sources: RelationSources): FoundRelation[] {
  const placed = sources.table.mentions.flatMap((mention) =>
    isSeated(sources, mention)
      ? [
          ...placedIn(sources, mention),
          ...inName(sources, mention),
          ...officeIn(sources, mention),
          ...houseIn(sources, mention),
          ...besideName(sources, mention),
        ].map((place) => seat(mention, place, 0.7))
      : [],
  );
  const { tokens } = sources.context.document;
  const described = tokens
    .filter(({ i, lower }) => seating.has(lower) || sources.table.mentionsAt(i).length > 0)
    .flatMap((token) => namedWithPlace(sources, token));
  const told = tokens
    .filter(({ i }) => isPlacing(tokens[i + 1]) || isPlacing(tokens[i + 2]))
    .flatMap((token) => seatedIn(sources, token));
  return [...placed, ...described, ...told, ...namedAfterTowns(sources)];
}

const seating: ReadonlySet<string> = new Set(['based', 'headquartered']);

const isPlacing = (token: Token | undefined): boolean => token?.lower === 'in' || token?.lower === 'from';

/**
 * Bodies that sit in the town their name begins with: 'Minsk Institute of …', 'Kano Chamber of …'. Of courts, police and offices it goes
 * without saying.
 */
function namedAfterTowns(sources: RelationSources): FoundRelation[] {
  const towns = sources.table.entities.filter(
    ({ id, kind, placeKind }) =>
      kind === 'place' && placeKind === 'city' && sources.table.mentionsOf(id).length > 0,
  );
  return sources.table.entities.flatMap(({ id, kind, name }) => {
    const words = name.toLowerCase().split(/\s+/);
    const mention = sources.table.mentionsOf(id)[0];
    if (kind !== 'group' || mention === undefined || !isSeated(sources, mention)) return [];
    if (words.some((word) => /^(court|police|office)$/.test(word))) return [];
    if (!words.some((word) => sources.lexicon.houses.has(word) || sources.lexicon.firms.has(word))) return [];
    const town = towns.find((place) => name.startsWith(`${place.name} `));
    return town === undefined ? [] : [seat(mention, town.id, 0.6)];
  });
}

/** 'Nordlicht, a small company in Hamburg': the group before the comma before a noun for bodies. */
function groupCalled(sources: RelationSources, noun: Token, place: string): FoundRelation[] {
  const { tokens } = sources.context.document;
  let at = noun.i - 1;
  while (/^(ADJ|NOUN|PART)$/.test(tokens[at]?.upos ?? '')) at--;
  if (tokens[at]?.upos !== 'DET' || tokens[at - 1]?.text !== ',') return [];
  const name = nameUpTo(sources, overBrackets(sources, at - 2));
  return name !== undefined && isSeated(sources, name) ? [seat(name, place, 0.7)] : [];
}

/** How far before 'based in' the group may be named. */
const longestGap = 9;

/** 'Maersk, headquartered in Copenhagen', 'Airbus, with headquarters in Toulouse', 'an exile group, the Mujahideen, based in Iraq'. */
function seatedIn(sources: RelationSources, token: Token): FoundRelation[] {
  const { tokens } = sources.context.document;
  const said = isHeadOffice(token) && /^(is|are|was|were|lies|lie)$/.test(tokens[token.i + 1]?.lower ?? '');
  const preposition = token.i + (said ? 2 : 1);
  if (sources.lexicon.firms.has(token.lower) && tokens[preposition]?.lower === 'from')
    return placeNamed(sources, preposition + 1).flatMap((place) => groupCalled(sources, token, place));
  if (tokens[preposition]?.lower !== 'in') return [];
  if (sources.lexicon.firms.has(token.lower))
    return placeNamed(sources, token.i + 2).flatMap((place) => groupCalled(sources, token, place));
  if (
    !said &&
    !/^(based|headquartered|headquarters|stationed|garrisoned|located|registered|incorporated|domiciled|situated)$/.test(
      token.lower,
    )
  )
    return [];
  const places = placeNamed(sources, preposition + 1);
  if (places.length === 0 || /^(not|n['’]t|never)$/.test(tokens[token.i - 1]?.lower ?? '')) return [];
  for (let at = token.i - 1; at >= Math.max(0, token.i - longestGap); at--) {
    const before = tokens[at];
    if (before === undefined || before.sentence !== token.sentence) return [];
    if (before.upos === 'VERB' && before.lemma !== 'have') return [];
    const name = nameUpTo(sources, at);
    if (name !== undefined)
      return isSeated(sources, name) ? places.map((place) => seat(name, place, 0.75)) : [];
  }
  return [];
}

const seat = (group: Mention, place: string, confidence: number): FoundRelation => ({
  type: 'BASED_IN',
  from: group.entity,
  to: place,
  trigger: group.head,
  rule: 'relations.seat',
  confidence,
});

function isSeated(sources: RelationSources, mention: Mention): boolean {
  const group = sources.table.byId(mention.entity);
  return (
    group?.kind === 'group' &&
    !/^(state|party)$/.test(group.groupKind ?? '') &&
    mention.form !== 'pronoun' &&
    mention.form !== 'adjective' &&
    !isMinistry.test(group.name) &&
    !ofLand.test(group.name)
  );
}

/** Ministries sit in the capital that stands for their state: 'the foreign ministry in Dakar'. */
const isMinistry = /^(?!.*\bof\b)\P{Lu}*\bministry\b/u;

/** Bodies of a whole land that sit somewhere for it. */
const ofLand =
  /\b(high court|supreme court|constitutional court|parliament|cabinet|general assembly|security council)$/i;

function placedIn(sources: RelationSources, mention: Mention): string[] {
  const { document } = sources.context;
  if (isSentTo(sources, mention) || document.tokens[mention.first]?.lower === 'court') return [];
  if (sources.table.byId(mention.entity)?.groupKind === 'armed_group') return [];
  const nouns = [mention.head, ...apposedTo(sources, mention)];
  return nouns.flatMap((noun) =>
    children(document, noun, 'nmod')
      .filter((phrase) => phrase.i > noun && child(document, phrase.i, 'case')?.lower === 'in')
      .flatMap((phrase) => joinedByAnd(document, phrase.i))
      .flatMap((phrase) => placeNamed(sources, phrase)),
  );
}

/** 'the Israeli mission to the UN in Geneva': where the mission is. */
function isSentTo(sources: RelationSources, mention: Mention): boolean {
  const { tokens } = sources.context.document;
  const to = mention.first - (tokens[mention.first - 1]?.upos === 'DET' ? 2 : 1);
  return (
    tokens[to]?.lower === 'to' &&
    /^(mission|ambassador|envoy|delegation|representative)$/.test(tokens[to - 1]?.lower ?? '')
  );
}

/** 'South Korea and Japan'; 'Greenbelt, Maryland' is no pair of places. */
function joinedByAnd(document: AnnotatedDocument, token: number): readonly number[] {
  const joined = coordinated(document, token);
  return joined.some((part) => child(document, part, 'cc') !== undefined) ? joined : [token];
}

/** Nouns in apposition to a name, whichever of its words the parser hung them on. */
function apposedTo(sources: RelationSources, mention: Mention): number[] {
  const { document } = sources.context;
  const words = document.tokens.slice(mention.first, mention.last + 1);
  return words
    .flatMap(({ i }) => children(document, i, 'appos'))
    .filter(({ i }) => i > mention.last)
    .map(({ i }) => i);
}

function placeNamed(sources: RelationSources, token: number): string[] {
  const mention = sources.table.mentionHeadedBy(token) ?? sources.table.mentionAt(token);
  if (mention === undefined || mention.form !== 'name') return [];
  const place = sources.table.byId(mention.entity);
  return place?.kind === 'place' ? [place.id] : [];
}

/** 'the Israeli mission to the UN in Geneva': a town that a name ends with. */
function inName(sources: RelationSources, mention: Mention): string[] {
  const { table, context } = sources;
  const town = table
    .mentionsAt(mention.last)
    .find(
      ({ first, last, entity }) =>
        last === mention.last && first > mention.first && table.byId(entity)?.placeKind === 'city',
    );
  const { tokens } = context.document;
  if (town === undefined || tokens[town.first - 1]?.lower !== 'in') return [];
  return tokens[mention.first]?.lower === 'court' ? [] : [town.entity];
}

/** 'at the University of Tartu in Estonia': a name of an institution and its town, wherever the parser hung the two. */
function houseIn(sources: RelationSources, mention: Mention): string[] {
  const { tokens } = sources.context.document;
  if (mention.form !== 'name') return [];
  if (tokens[mention.last + 1]?.lower === 'of')
    return isFrom(sources, mention) ? homeNamed(sources, mention.last + 2) : [];
  if (tokens[mention.last + 1]?.lower !== 'in') return [];
  const words = tokens.slice(mention.first, mention.last + 1);
  return words.some(({ lower }) => sources.lexicon.firms.has(lower) || sources.lexicon.houses.has(lower))
    ? placeNamed(sources, overKind(sources, mention.last + 2))
    : [];
}

/**
 * 'Orchard Straits Capital in Singapore', 'Selat Terminals Berhad of Malaysia', "Rotterdam's Meridian Haven": a private body and the place
 * right behind or before its name.
 */
function besideName(sources: RelationSources, mention: Mention): string[] {
  const { tokens } = sources.context.document;
  const group = sources.table.byId(mention.entity);
  if (mention.form !== 'name' || !/^(company|media|ngo|other)$/.test(group?.groupKind ?? '')) return [];
  if (group?.rule === 'names.people' || tokens[mention.head]?.upos !== 'PROPN') return [];
  const link = tokens[mention.last + 1]?.lower ?? '';
  const behind = link === 'of' || link === 'in' ? homeNamed(sources, mention.last + 2) : [];
  return [...behind, ...possessorBefore(sources, mention).flatMap(({ first }) => homeNamed(sources, first))];
}

/** How many words may stand before 'of': 'the southern Kenyan city of'. */
const longestKind = 5;

/** Over 'the southern Kenyan city of' to the town's name. */
function overKind(sources: RelationSources, first: number): number {
  const { tokens } = sources.context.document;
  if (tokens[first]?.upos !== 'DET') return first;
  for (let at = first + 1; at <= first + longestKind; at++)
    if (tokens[at]?.lower === 'of')
      return /^(city|town|village|district|suburb|port)$/.test(tokens[at - 1]?.lower ?? '') ? at + 1 : first;
  return first;
}

/** The place that a name from a token on is of, or a state as one. */
function homeNamed(sources: RelationSources, token: number): string[] {
  const home = nameFrom(sources, token);
  const entity = home === undefined ? undefined : sources.table.byId(home.entity);
  if (entity?.kind === 'place') return [entity.id];
  const land = entity?.groupKind === 'state' ? sources.table.counterpart(entity.id) : undefined;
  return land === undefined ? [] : [land.id];
}

/** 'Yung Hai Fisheries of Kaohsiung', 'the Turkana of Kenya': a company, or a people behind 'the', and where it is from. */
function isFrom(sources: RelationSources, { first, last, entity }: Mention): boolean {
  const { groupKind, rule } = sources.table.byId(entity) ?? {};
  const isPeople =
    first === last &&
    rule !== 'names.gazetteer' &&
    sources.context.document.tokens[first - 1]?.lower === 'the';
  return groupKind === 'company' || (groupKind === 'other' && isPeople);
}

/** "The World Health Organization's headquarters in Geneva", 'NATO headquarters in Brussels'. */
function officeIn(sources: RelationSources, mention: Mention): string[] {
  const { tokens } = sources.context.document;
  let at = mention.last + 1;
  const ending = tokens[at];
  const owned = ending !== undefined && isPossessive(ending);
  if (owned) at++;
  while (tokens[at]?.upos === 'ADJ') at++;
  const town = nameFrom(sources, at);
  if (town !== undefined && isHeadOffice(tokens[town.last + 1])) return placeNamed(sources, town.head);
  const isFirm = /^(company|ngo|other)$/.test(sources.table.byId(mention.entity)?.groupKind ?? '');
  const isOffice =
    isHeadOffice(tokens[at]) || (owned && isFirm && /^offices?$/.test(tokens[at]?.lower ?? ''));
  return isOffice && tokens[at + 1]?.lower === 'in' ? placeNamed(sources, at + 2) : [];
}

const isHeadOffice = (token: Token | undefined): boolean =>
  /^(headquarters|hq|seat|secretariat)$/.test(token?.lower ?? '');

/** How many words of a noun phrase may follow the place: 'Houston-based oil services company X'. */
const longestPhrase = 6;

/** 'the Brussels-based Egmont Foundation', 'two Belgrade-based companies, X and Y', 'a Makati consultancy, Z'. */
function namedWithPlace(sources: RelationSources, token: Token): FoundRelation[] {
  const { tokens } = sources.context.document;
  const based = /^(based|headquartered)$/.test(token.lower) && tokens[token.i - 1]?.text === '-';
  const name = nameUpTo(sources, based ? token.i - 2 : token.i);
  const place = name === undefined ? undefined : sources.table.placeAt(name.head);
  if (name === undefined || place === undefined || (!based && !isTown(place, name))) return [];
  const after = groupsAfter(sources, token.i + 1, based);
  const isOnlyCalled = based || endsInFirm(sources, token.i + 1);
  const groups = isOnlyCalled && after.length === 0 ? groupBefore(sources, name) : after;
  return groups.map((group) => seat(group, place.id, based ? 0.8 : 0.65));
}

/** 'Geneva think tank': a noun for bodies ends the phrase. */
function endsInFirm(sources: RelationSources, first: number): boolean {
  const { tokens } = sources.context.document;
  let last = first;
  while (last < first + longestPhrase && /^(ADJ|NOUN)$/.test(tokens[last]?.upos ?? '')) last++;
  return last > first && sources.lexicon.firms.has(tokens[last - 1]?.lower ?? '');
}

/** 'The Soufan Center, a New York-based think tank': the group before the comma. */
function groupBefore(sources: RelationSources, place: Mention): Mention[] {
  const { tokens } = sources.context.document;
  let at = place.first - 1;
  while (/^(DET|ADJ)$/.test(tokens[at]?.upos ?? '')) at--;
  const group = tokens[at]?.text === ',' ? nameUpTo(sources, overBrackets(sources, at - 1)) : undefined;
  return group !== undefined && isSeated(sources, group) ? [group] : [];
}

const isTown = ({ placeKind }: Entity, name: Mention): boolean =>
  /^(city|region)$/.test(placeKind ?? '') && name.form === 'name';

/** The groups that a noun phrase names: at its end or, behind a noun for bodies and a comma, in a list. */
function groupsAfter(sources: RelationSources, first: number, based: boolean): Mention[] {
  const { tokens } = sources.context.document;
  let noun = false;
  for (let at = first; at < first + longestPhrase; at++) {
    const token = tokens[at];
    if (token === undefined) return [];
    const comma = token.text === ',' && noun;
    const names = namesListed(sources, comma ? at + 1 : at);
    const groups = names.filter((mention) => isSeated(sources, mention));
    if (groups.length > 0 && (based || noun))
      return comma && tokens[at - 1]?.xpos === 'NNS' ? groups : groups.slice(0, 1);
    if (comma || names.length > 0) return [];
    if (based && noun && /^(called|named)$/.test(token.lower)) continue;
    if (!/^(ADJ|NOUN|PROPN)$/.test(token.upos) && token.text !== '-') return [];
    noun =
      sources.lexicon.firms.has(token.lower) ||
      (noun && token.upos !== 'NOUN') ||
      (based && token.upos === 'NOUN');
  }
  return [];
}

import { children, headOf, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { isPossessive } from '../names/runs.ts';
import { nameUpTo, possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Places within places and states, by how English says where a place lies. */
export function placesWithin(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((mention) => {
    if (mention.form !== 'name' || sources.table.byId(mention.entity)?.kind !== 'place') return [];
    return [
      ...afterComma(sources, mention),
      ...described(sources, mention),
      ...owned(sources, mention),
      ...introduced(sources, mention),
    ];
  });
}

function within(
  sources: RelationSources,
  inner: Mention,
  outer: string,
  rule: string,
  confidence: number,
): FoundRelation {
  return { type: 'PART_OF', from: inner.entity, to: outer, trigger: inner.head, rule, confidence };
}

/** 'Bratislava, Slovakia', 'Sarkh, Logar': a place and right after a comma the one it lies in. */
function afterComma(sources: RelationSources, mention: Mention): FoundRelation[] {
  const { document } = sources.context;
  const { table } = sources;
  const next = table
    .mentionsAt(mention.last + 2)
    .findLast((other) => other.first === mention.last + 2 && other.form === 'name');
  const inner = table.byId(mention.entity);
  const outer = next === undefined ? undefined : table.byId(next.entity);
  if (
    document.tokens[mention.last + 1]?.text !== ',' ||
    next === undefined ||
    inner === undefined ||
    outer?.kind !== 'place'
  )
    return [];
  if (!(liesIn(inner, outer) || isDivisionIn(inner, outer)))
    return isAddress(sources, mention, next)
      ? [within(sources, mention, outer.id, 'relations.place-in-place', 0.6)]
      : [];
  const enumerated =
    /^(,|and)$/.test(document.tokens[next.last + 1]?.lower ?? '') &&
    outer.placeKind !== 'country' &&
    !isDirected(outer);
  if (enumerated && !isCityOfRegion(sources, inner, outer, next)) return [];
  return [mention, ...joinedPlace(sources, mention, outer)].map((place) =>
    within(sources, place, outer.id, 'relations.place-in-place', 0.75),
  );
}

/**
 * 'in Bath, Somerset, instead', 'from Radstock, Somerset.', 'to St. Thomas, USVI, on': two names behind a preposition with nothing listed
 * before or after them are a place and where it lies, of whatever kind they were taken to be.
 */
function isAddress(sources: RelationSources, inner: Mention, outer: Mention): boolean {
  const { tokens } = sources.context.document;
  const [a, b] = [sources.table.byId(inner.entity), sources.table.byId(outer.entity)];
  if (a === undefined || b === undefined || a === b) return false;
  if (!/^(city|other|facility)$/.test(a.placeKind ?? '') || b.placeKind === 'country') return false;
  if (b.placeKind === 'other' && outer.last > outer.first) return false;
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  if (!/^(in|at|from|near|outside|to)$/.test(tokens[inner.first - 1]?.lower ?? '')) return false;
  const end = tokens[outer.last + 1];
  return (
    (end?.text === ',' || end?.text === '.') &&
    sources.table.mentionAt(end.i + 1) === undefined &&
    !/^(and|or|as)$/.test(tokens[end.i + 1]?.lower ?? '')
  );
}

/** 'Fairfax' in 'Fairfax and Tysons, Virginia': the town joined to one whose land stands behind the comma. */
function joinedPlace(sources: RelationSources, mention: Mention, outer: Entity): Mention[] {
  const { tokens } = sources.context.document;
  const first = tokens[mention.first - 1]?.lower === 'and' ? nameUpTo(sources, mention.first - 2) : undefined;
  const town = first === undefined ? undefined : sources.table.byId(first.entity);
  return first !== undefined && town?.placeKind === 'city' && liesIn(town, outer) ? [first] : [];
}

/** 'northern Tanzania': a part of a state is no second item of a list of towns. */
const isDirected = (place: Entity): boolean =>
  /^(north|south|east|west|central|cent|upper|lower)/i.test(place.name) && place.name.includes(' ');

/** 'Maricopa County, Arizona': a region that is named as a part of regions. */
const isDivisionIn = (inner: Entity, outer: Entity): boolean =>
  inner.id !== outer.id &&
  outer.placeKind === 'region' &&
  /\b(county|district|municipality|parish|township|borough)$/i.test(inner.name);

/** 'Columbus, Ohio, in 1961' is no list: a city and a region of one state, and no third name of a place after the second comma. */
function isCityOfRegion(sources: RelationSources, inner: Entity, outer: Entity, region: Mention): boolean {
  const known =
    /^(city|other)$/.test(inner.placeKind ?? '') &&
    (inner.country === outer.country || (inner.placeKind === 'other' && inner.country === undefined));
  if (!known && !isDivisionIn(inner, outer)) return false;
  const { tokens } = sources.context.document;
  let at = region.last + 1;
  while (/^(,|and)$/.test(tokens[at]?.lower ?? '')) at++;
  const third = sources.table.mentionAt(at);
  return third === undefined || sources.table.byId(third.entity)?.kind !== 'place';
}

/** May a place lie in another, by their kinds and by the states the gazetteer has them in? */
function liesIn(inner: Entity, outer: Entity): boolean {
  if (inner.placeKind === 'country' || inner.placeKind === 'waters' || inner.id === outer.id) return false;
  if (inner.placeKind === 'facility' && outer.placeKind === 'city') return true;
  // 'the Middle East', of several countries
  if (inner.placeKind === 'region' && inner.gazetteer !== undefined && inner.country === undefined)
    return false;
  if (outer.placeKind !== 'country' && outer.placeKind !== 'region') return false;
  if (outer.placeKind === 'country') return inner.country === undefined || inner.country === outer.gazetteer;
  return (
    (inner.placeKind !== 'region' || (isDirected(outer) && !isDirected(inner))) &&
    (inner.country === undefined || outer.country === undefined || inner.country === outer.country)
  );
}

/** How many tokens a description of a place may have before its preposition: 'a small trading town in …'. */
const longestDescription = 7;

/**
 * 'Goma, a city in eastern Congo', 'the Darfur region of Sudan', 'the port of Hodeidah in Yemen', "Santiago, Cuba's second-largest
 * city", 'Zvornik, in eastern Bosnia': what follows the name, a noun for places or nothing, then the whole. Left open which lies in which in
 * 'the Toronto suburb of Mississauga'.
 */
function described(sources: RelationSources, mention: Mention): FoundRelation[] {
  const { tokens } = sources.context.document;
  let at = mention.last + 1;
  let noun = placeNounOf(sources, mention);
  if (tokens[at]?.upos === 'NOUN' && isPlaceNoun(sources, tokens[at + 1])) at++;
  if (isPlaceNoun(sources, tokens[at])) noun = tokens[at++];
  const comma = tokens[at]?.text === ',';
  if (comma) at++;
  const start = at;
  for (; at < start + longestDescription; at++) {
    const token = tokens[at];
    if (token === undefined || token.sentence !== tokens[mention.first]?.sentence) return [];
    const owner = comma ? possessed(sources, at) : undefined;
    if (owner !== undefined) return ownedBehind(sources, mention, owner);
    if (/^(in|of|on)$/.test(token.lower)) break;
    if (!comma || (!/^(DET|ADJ|NOUN|NUM|ADV|VERB)$/.test(token.upos) && token.text !== '-')) return [];
    if (isPlaceNoun(sources, token)) noun = token;
  }
  const preposition = tokens[at];
  if (preposition === undefined || !/^(in|of|on)$/.test(preposition.lower)) return [];
  if (at > start && noun?.i !== at - 1) return [];
  if (preposition.lower === 'of' && noun === undefined) return [];
  const { outer, isDivision, isSide } = wholeFrom(sources, at + 1) ?? {};
  const inner = sources.table.byId(mention.entity);
  if (outer === undefined || inner === undefined || inner.placeKind === 'country') return [];
  if (noun !== undefined && preposition.lower === 'of' && !comma && tellsSide(sources, mention, noun))
    return [];
  if (noun?.lower === 'suburb' && inner.placeKind === 'city' && inner.gazetteer !== undefined) return [];
  const inCity =
    noun !== undefined &&
    /^(?:city|other)$/.test(outer.placeKind ?? '') &&
    inner.id !== outer.id &&
    sources.lexicon.quarters.has(noun.lower);
  if (inCity && preposition.lower === 'of' && !comma && isOuter(inner, outer))
    return [{ ...within(sources, mention, inner.id, 'relations.place-described', 0.7), from: outer.id }];
  const inDivision =
    inner.id !== outer.id &&
    (isDivision === true || (isSide === true && comma && inner.placeKind !== 'region'));
  const isTold = noun === undefined && mayBeTold(inner, outer, comma);
  return inCity || inDivision || isTold || liesIn(inner, outer)
    ? [within(sources, mention, outer.id, 'relations.place-described', 0.75)]
    : [];
}

/** 'the southern Sydney suburbs of Heathcote', 'the West African state of Benin': the name before the noun tells where those behind it lie. */
function tellsSide(sources: RelationSources, { entity, last }: Mention, { lower }: Token): boolean {
  const place = sources.table.byId(entity);
  if (/^suburbs?$/.test(lower)) return place !== undefined && isDirected(place);
  const isAdjective = sources.context.document.tokens[last]?.upos === 'ADJ';
  return isAdjective && /^(state|island|city|town|capital|port|territory)$/.test(lower);
}

/** 'the Gdynia district of Oksywie': a town that the gazetteer knows before the noun and none behind it. */
const isOuter = (before: Entity, behind: Entity): boolean =>
  before.gazetteer?.startsWith('city:') === true && behind.gazetteer === undefined;

/**
 * 'Capital Hill in Lilongwe', 'the Chami river in Risaralda', 'El Tarra, in the Catatumbo': the preposition right behind the name tells it,
 * whatever kinds of places two names that no gazetteer knows were taken for.
 */
function mayBeTold(inner: Entity, outer: Entity, comma: boolean): boolean {
  if (inner.id === outer.id) return false;
  if (inner.country !== undefined && outer.country !== undefined && inner.country !== outer.country)
    return false;
  if (comma) return outer.placeKind === 'other' && inner.placeKind !== 'region';
  if (inner.placeKind === 'waters') return isWater.test(inner.name) && outer.placeKind !== 'waters';
  return /^(facility|other)$/.test(inner.placeKind ?? '') && outer.placeKind !== 'waters';
}

/** Waters that lie in one land, not along several. */
const isWater = /\b(river|lake|bay|creek|canal|lagoon|reservoir|falls|harbou?r|stream)\b/i;

/** 'district' in 'the Rimal district', where the name was read with it. */
function placeNounOf(sources: RelationSources, { first, last }: Mention): Token | undefined {
  const token = sources.context.document.tokens[last];
  return last > first && token?.lower === token?.text && isPlaceNoun(sources, token) ? token : undefined;
}

function isPlaceNoun(sources: RelationSources, token: Token | undefined): boolean {
  return token !== undefined && sources.lexicon.placeNouns.has(token.lower);
}

/** The place or state whose possessive begins at a token: "Cuba's". */
function possessed(sources: RelationSources, token: number): Mention | undefined {
  const name = sources.table.mentionsAt(token).findLast((other) => other.first === token);
  const ending = name === undefined ? undefined : sources.context.document.tokens[name.last + 1];
  return ending !== undefined && isPossessive(ending) ? name : undefined;
}

/** "Santiago de Cuba, Cuba's second-largest city": a noun for a place must end the description. */
function ownedBehind(sources: RelationSources, mention: Mention, owner: Mention): FoundRelation[] {
  const { tokens } = sources.context.document;
  for (let at = owner.last + 2; at < owner.last + 2 + longestDescription; at++) {
    const token = tokens[at];
    if (isPlaceNoun(sources, token)) {
      const outer = sources.table.placeAt(owner.head) ?? sources.table.byId(owner.entity);
      const inner = sources.table.byId(mention.entity);
      return outer !== undefined && inner !== undefined && outer.id !== inner.id && isWhole(outer)
        ? [within(sources, mention, outer.id, 'relations.place-described', 0.75)]
        : [];
    }
    if (token === undefined || (!/^(ADJ|NUM|ADV)$/.test(token.upos) && token.text !== '-')) return [];
  }
  return [];
}

interface Whole {
  readonly outer: Entity | undefined;
  /** It is called a province, a state or the like. */
  readonly isDivision: boolean;
  /** A side of it is told: 'the north of Dubai'. */
  readonly isSide: boolean;
}

/** The place that begins after a preposition: 'eastern Congo', 'Kaduna state', "Pakistan's Punjab province". */
function wholeFrom(sources: RelationSources, first: number): Whole | undefined {
  const { tokens } = sources.context.document;
  const { table } = sources;
  let at = first;
  while (tokens[at]?.upos === 'DET' || (tokens[at]?.upos === 'ADJ' && table.mentionAt(at) === undefined))
    at++;
  const isKind = isPlaceNoun(sources, tokens[at]) && tokens[at]?.text === tokens[at]?.lower;
  const isSide = side.test(tokens[at]?.text ?? '') && tokens[at + 1]?.lower === 'of';
  if ((isKind || isSide) && tokens[at + 1]?.lower === 'of') at += 2;
  const name = table.mentionsAt(at).findLast((other) => other.first === at && other.form === 'name');
  if (name === undefined) return undefined;
  const ending = tokens[name.last + 1];
  const inner =
    ending !== undefined && isPossessive(ending)
      ? table.mentionsAt(ending.i + 1).findLast((other) => other.first === ending.i + 1)
      : name;
  if (inner === undefined) return undefined;
  const called = `${tokens[inner.last]?.lower} ${tokens[inner.last + 1]?.lower}`;
  return { outer: placeOf(sources, inner), isDivision: division.test(called), isSide };
}

const side =
  /^(north|south|east|west|north-?(?:east|west)|south-?(?:east|west)|cent(?:re|er)|heart|outskirts|edge)$/;
const division =
  /\b(province|state|region|county|district|department|governorate|oblast|prefecture|canton|division)\b/;

function placeOf(sources: RelationSources, mention: Mention): Entity | undefined {
  const entity = sources.table.byId(mention.entity);
  if (entity?.kind === 'place') return entity;
  return entity?.groupKind === 'state' ? sources.table.counterpart(entity.id) : undefined;
}

/** "southern Syria's al-Tanf", "Pakistan's Punjab province": a place and the state or place that owns it. */
function owned(sources: RelationSources, mention: Mention): FoundRelation[] {
  const owner = possessorBefore(sources, mention)[0];
  const whole = owner === undefined ? undefined : sources.table.byId(owner.entity);
  const place = sources.table.byId(mention.entity);
  return place?.placeKind !== 'country' &&
    whole !== undefined &&
    isWhole(whole) &&
    whole.id !== mention.entity
    ? [within(sources, mention, whole.id, 'relations.place-of-state', 0.65)]
    : [];
}

const isWhole = (entity: Entity): boolean =>
  entity.kind === 'place' || (entity.kind === 'group' && entity.groupKind === 'state');

/** 'the Danish island of Bornholm', 'the Syrian capital, Damascus', "Yemen's port city Hodeidah": the whole before a noun for places and the name. */
function introduced(sources: RelationSources, mention: Mention): FoundRelation[] {
  const { document } = sources.context;
  const { tokens } = document;
  const place = sources.table.byId(mention.entity);
  if (place?.placeKind === 'country') return [];
  let at = mention.first - 1;
  if (tokens[at]?.text === ',' || tokens[at]?.lower === 'of') at--;
  const noun = tokens[at];
  if (noun === undefined || noun.upos !== 'NOUN' || !isPlaceNoun(sources, noun)) return [];
  const named = sources.table.mentionAt(noun.i);
  if (named?.form === 'name' && sources.table.byId(named.entity)?.kind === 'place') return [];
  const byTree =
    tokens[mention.first - 1]?.lower === 'of' && headOf(document, mention.head)?.i === noun.i
      ? children(document, noun.i, 'amod').map(({ i }) => sources.table.mentionHeadedBy(i))
      : [];
  const narrow = at < mention.first - 1 && !settlement.test(noun.lower);
  const byWords = wholeBefore(sources, at, narrow);
  const owner = byWords ?? byTree.find((found) => found !== undefined);
  const whole = owner === undefined ? undefined : sources.table.byId(owner.entity);
  return whole === undefined || !isWhole(whole) || whole.id === mention.entity
    ? []
    : [within(sources, mention, whole.id, 'relations.place-introduced', 0.65)];
}

/**
 * The state or place named before a noun for places, adjectives between them skipped: "Syria's northern town", 'the Syrian port
 * city', 'the West Bank town of'. Before 'area of' it must be owner or adjective: the 'Pangram area of Sarkh' is in Sarkh.
 */
function wholeBefore(sources: RelationSources, noun: number, narrow: boolean): Mention | undefined {
  const { tokens } = sources.context.document;
  for (let at = noun - 1; at >= noun - 4; at--) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    const owning = isPossessive(token);
    const name = nameUpTo(sources, owning ? at - 1 : at);
    if (name !== undefined)
      return narrow && !owning && name.form === 'name' && !isState(sources, name) ? undefined : name;
    if (!/^(ADJ|NOUN)$/.test(token.upos) && token.text !== '-') return undefined;
  }
  return undefined;
}

const settlement =
  /^(city|town|village|port|capital|hamlet|municipality|settlement|resort|camp|suburb|seaport)$/;

function isState(sources: RelationSources, mention: Mention): boolean {
  const entity = sources.table.byId(mention.entity);
  return entity?.groupKind === 'state' || entity?.placeKind === 'country';
}

import { spanOffsets } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import type { NameTools } from '../names/names.ts';
import type { Reading } from '../reading.ts';
import { withBodiesOfOwners, withOwnState } from './bodies-of-owners.ts';
import { assumedOwner, narrowerBody, withOwner } from './fallback.ts';
import type { OfficeLexicon } from './office-lexicon.ts';
import { titlesAround } from './find.ts';
import type { FoundTitle } from './found-title.ts';
import { type BodyNouns, calledBody, meansBody } from './called-body.ts';
import { calledLand } from './called-land.ts';
import { counterpartPhrases, counterpartPosts } from './counterparts.ts';
import { governmentOf } from './government-of-place.ts';
import { homeStates } from './home-states.ts';
import { withBodiesOfJoined } from './joined-holders.ts';
import { merged } from './merge.ts';
import { partyNominees } from './party-nominees.ts';
import { addPartyAdjectives } from './party-adjectives.ts';
import { delayedTitles } from './delayed-titles.ts';
import { domesticState, federationsTold, isToldElsewhere } from './domestic-state.ts';
import { type Story, sureState } from './state-of-office.ts';
import { tenureBehind, withTenure } from './tenure.ts';
import type { TitleContext } from './title-complement.ts';
import type { TitlePhrase } from './title-phrase.ts';
import { withoutStrangeBodies } from './strange-bodies.ts';
import { toldStates } from './told-states.ts';
import { type PositionVerbs, postsByVerb, titlesByVerb, type VerbalPost } from './verbs.ts';
import { withBodyOfPlace } from './where-clauses.ts';

/** A position with the construction that told it, as the relations pass needs it. */
export interface PositionEvidence {
  readonly position: Position;
  readonly found?: FoundTitle;
  readonly verbal?: VerbalPost;
}

/** The positions pass: who holds which post where. Needs names and coreference; `bodies` are the nouns that may mean a body. */
export function readPositions(
  reading: Reading,
  tools: NameTools,
  verbs: PositionVerbs,
  offices: OfficeLexicon,
  bodies: BodyNouns,
): PositionEvidence[] {
  const { document } = reading.context;
  addPartyAdjectives(document, reading.table, tools, offices);
  const context: TitleContext = {
    document,
    table: reading.table,
    reader: tools.titles,
    lexicons: tools.lexicons,
  };
  const persons = reading.table.mentions.filter(
    (mention) => reading.table.byId(mention.entity)?.kind === 'person',
  );
  const titles = withBodiesOfJoined(
    context,
    persons.flatMap((person) => [...titlesAround(context, person), ...titlesByVerb(context, person, verbs)]),
  );
  const delayed = delayedTitles(context, titles, offices.holders);
  const nominees = partyNominees(context, reading.table, titles, offices.nominees);
  const read = [...titles, ...delayed, ...nominees]
    .map((found) => withBodyOfPlace(context, found))
    .filter((found) => isPost(reading.table, found, tools))
    .map((found) => ({ position: dated(reading, found, placed(reading, found, bodies)), found }));
  const outright = withoutStrangeBodies(reading.table, read);
  const phrases = counterpartPhrases(document, reading.table);
  const others = [
    ...counterpartPosts(reading, phrases, outright),
    ...persons
      .flatMap((person) => postsByVerb(document, person, verbs))
      .flatMap((post) => verbalEvidence(reading, post)),
  ];
  const sure = outright.map((evidence) => withSureState(reading, evidence, offices));
  const federations = federationsTold(document, offices.federations);
  const story: Story = {
    ...(federations === undefined ? {} : { federations }),
    document,
    table: reading.table,
    home: homeStates(reading.context.article, document, reading.table, tools.known),
    told: toldStates(reading.table, [...sure, ...others], phrases),
  };
  const titlesTold = outright.map(({ found }) => found);
  const scene: Story = { ...story, elsewhere: isToldElsewhere(story, titlesTold, offices) };
  const domestic = domesticState(scene, titlesTold, offices);
  const whole: Story = domestic === undefined ? scene : { ...scene, domestic };
  const assumed = outright.map((evidence) => withAssumedOwner(whole, evidence, offices, bodies));
  const all = withBodiesOfOwners(document, reading.table, [...assumed, ...others], offices.holders);
  return withoutBareDignities(merged(withOwnState(reading.table, all)));
}

/** A rank or a dignity of the church without a body tells who somebody is only where no post of theirs is told. */
function withoutBareDignities(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  const isBare = ({ position, found }: PositionEvidence): boolean =>
    position.group === null && (found?.phrase.kind === 'rank' || churchman.test(position.title));
  const titled = new Set(
    evidence
      .filter((each) => !isBare(each) && each.verbal?.isPost !== false)
      .map(({ position }) => position.person),
  );
  return evidence.filter((each) => !isBare(each) || !titled.has(each.position.person));
}

/** Trades that somebody holds for a person. */
const forPerson = /\b(lawyer|attorney|advocate|barrister|solicitor|interpreter|translator)$/i;

/** Parties, and who stands by a cause: no posts of their own. */
const noPost =
  /^(((prominent|fellow|lifelong|moderate|conservative|liberal|centrist|progressive|registered|leading|longtime|many) )?(republican|democrat|independent)|veteran|part-timer|.*\b(supporter|follower|alumnus|counterpart|colleague|advocate (for|of) .*))$/i;

/** Dignities of a church, which are of no state. */
const churchman = /\b(archbishop|bishop|cardinal|patriarch)$/i;

/** Ranks written out, by which somebody may be told where no post of theirs is. */
const isWholeRank =
  /^((brigadier|lieutenant|major|detective|chief|rear|vice|field)[ -])*(general|colonel|major|admiral|inspector|superintendent|marshal)$/i;

/** What somebody may become: no post. */
const notYet = /^(potential|possible|would-be|likely|aspiring|hypothetical|eventual|prospective|next)\b/i;

/** 'the first black president': what somebody is or may become the first of. */
const firstOfAKind = /^first (black|female|woman|openly|native|muslim|hispanic|latino|latina|asian)\b/i;

/** A rank is a post only with a body; a trade that tells no office only where it names one, or is one of some. */
function isPost(table: EntityTable, { phrase, rule }: FoundTitle, tools: NameTools): boolean {
  const owner = phrase.owner === undefined ? undefined : table.byId(phrase.owner);
  if (noPost.test(phrase.title) || notYet.test(phrase.title)) return false;
  if (phrase.link !== 'possessive' && firstOfAKind.test(phrase.title)) return false;
  if (phrase.kind === 'rank')
    return owner === undefined
      ? isWholeRank.test(phrase.title)
      : owner.groupKind !== 'state' || rule !== 'positions.title-before';
  if (phrase.kind === 'sovereign' && /^(prince|princess|duke|duchess|shah)$/i.test(phrase.title))
    return false;
  if (phrase.kind === 'sovereign' && churchman.test(phrase.title)) return owner?.groupKind !== 'state';
  if (phrase.kind === 'other') return serves(phrase, owner) || isTrade(phrase, tools) || isCandidacy(phrase);
  if (phrase.kind === 'member')
    return owner !== undefined || rule !== 'positions.title-before' || !isAddress.test(phrase.title);
  return !(owner === undefined && rule === 'positions.title-before' && /^Chief$/.test(phrase.title));
}

/** What stands before a name as an address, or is cut short: 'Professor X'; nor is 'Chief X', who is of no body, the chief of anything. */
const isAddress =
  /^(professor|((chief|detective) )?inspector|official|supporter|follower|(fellow )?member|expert)$|\b(to|of|for|at)$/i;

/** 'a presidential hopeful': for what somebody stands. */
const isCandidacy = ({ title, status }: TitlePhrase): boolean =>
  status === 'candidate' &&
  /^(presidential|vice[- ]presidential|mayoral|gubernatorial|senate|parliamentary) \w+$/i.test(title);

const isTrade = ({ title }: TitlePhrase, { lexicons, titles }: NameTools): boolean => {
  const words = title
    .toLowerCase()
    .replace(/\bex-| (of|for|at|in|on|to|from) .*$/g, '')
    .split(' ');
  const { trades } = lexicons.titles;
  const last = words.at(-1) ?? '';
  return trades.has(last) || trades.has(words.slice(-2).join(' ')) || titles.isAgent(last);
};

/** A trade is a post where it is with a body, or for a person: "Trump's personal lawyer". */
function serves({ title, link }: TitlePhrase, owner: Entity | undefined): boolean {
  if (owner?.kind === 'person') return forPerson.test(title);
  return owner?.kind === 'group' && (link !== 'modifier' || owner.groupKind !== 'state');
}

/** A post with the title as it was found. */
type FoundEvidence = PositionEvidence & { readonly found: FoundTitle };

/** The position with the group that its passage tells. */
function placed(reading: Reading, found: FoundTitle, bodies: BodyNouns): Position {
  const position = positionOf(reading, found);
  const narrower = narrowerBody(reading.table, found, position.group);
  if (narrower !== undefined) return { ...position, group: narrower };
  const isUnknown = found.phrase.link === 'unknown' || found.phrase.owner === position.person;
  const government = position.group === null ? governmentOf(reading.table, found) : undefined;
  if (government !== undefined) return { ...position, group: government.id };
  const noun = isUnknown || found.phrase.link !== undefined ? undefined : bodyNounOf(found, bodies);
  if (position.group !== null || !(isUnknown || noun !== undefined)) return position;
  const { document } = reading.context;
  const called =
    noun === undefined
      ? (calledLand(document, reading.table, found) ?? calledBody(document, reading.table, found, bodies))
      : calledBody(document, reading.table, found, bodies, noun);
  if (called === undefined) return position;
  return {
    ...position,
    group: called.id,
    rule: `${position.rule}+called`,
    confidence: position.confidence * 0.7,
  };
}

/** 'union' in 'union spokesman', 'club' in 'Club captain': the noun for a body that a title begins with. */
function bodyNounOf({ phrase }: FoundTitle, bodies: BodyNouns): string | undefined {
  const [first = '', ...rest] = phrase.title.split(' ');
  const noun = first.toLowerCase();
  if (/^(President|Chancellor)$/.test(rest.at(-1) ?? '')) return undefined;
  return rest.length > 0 && (meansBody(noun) || Object.hasOwn(bodies, noun)) ? noun : undefined;
}

/** Heads of state and government of the state that needs no weighing. */
const headOfState = /^(president|prime minister|premier|chancellor|foreign minister|defen[cs]e minister)$/i;

function withSureState(
  { context, table }: Reading,
  evidence: FoundEvidence,
  { holders }: OfficeLexicon,
): PositionEvidence {
  const { position, found } = evidence;
  if (position.group !== null || found.phrase.link !== undefined || !headOfState.test(position.title))
    return evidence;
  const state = sureState(context.document, table, found, holders);
  return state === undefined ? evidence : { ...evidence, position: { ...position, group: state.id } };
}

/** The position with the body that its passage does not say, where it says no other. */
function withAssumedOwner(
  story: Story,
  evidence: FoundEvidence,
  offices: OfficeLexicon,
  bodies: BodyNouns,
): PositionEvidence {
  const { position, found } = evidence;
  const { owner: said, link, kind } = found.phrase;
  const isSaid =
    said !== undefined &&
    said !== position.person &&
    link !== 'to' &&
    !(kind === 'legislator' && isRegion(story.table, said));
  const isUnnamed = link === 'unknown' && (kind !== 'speaker' || found.phrase.ownerWords.some(meansBody));
  if (position.group !== null || isSaid || isUnnamed) return evidence;
  const owner = assumedOwner(story, found, offices);
  return owner === undefined || !isOfItsKind(owner, position.title, bodies)
    ? evidence
    : { ...evidence, position: withOwner(position, owner) };
}

/** 'chief executive of the operator' is no union's: the body is of a kind that its noun may mean. */
function isOfItsKind({ groupKind }: Entity, title: string, bodies: BodyNouns): boolean {
  const noun = / of (?:the )?(\p{Ll}+)$/u.exec(title)?.[1] ?? '';
  const kinds = Object.hasOwn(bodies, noun) ? bodies[noun] : undefined;
  return kinds === undefined || groupKind === undefined || kinds.includes(groupKind);
}

/** 'Massachusetts Sen. X': where a lawmaker was elected. */
const isRegion = (table: EntityTable, owner: string): boolean => table.byId(owner)?.kind === 'place';

function positionOf(reading: Reading, { person, phrase, rule, confidence }: FoundTitle): Position {
  const { document } = reading.context;
  const sentThere =
    phrase.link === 'to' && !(isBody(reading.table, phrase.owner) && advises.test(phrase.title));
  const group =
    phrase.owner === undefined || sentThere || isOnlyAbout(reading.table, phrase)
      ? undefined
      : groupOf(reading.table, phrase.owner);
  const span = { start: Math.min(phrase.first, person.first), end: Math.max(phrase.last, person.last) + 1 };
  return {
    person: person.entity,
    title: phrase.title,
    group: group ?? null,
    status: phrase.status,
    since: null,
    until: null,
    attributedTo: null,
    rule,
    confidence,
    spans: [spanOffsets(document, span)],
  };
}

/** Those who are with the body that they help: 'a senior adviser to the Clinton campaign'. */
const advises = /\b(advis[eo]r|aide|assistant|counsel|consultant|secretary|treasurer|strategist)\b/i;

function isBody(table: EntityTable, owner: string | undefined): boolean {
  const entity = table.byId(owner ?? '');
  return entity?.kind === 'group' && entity.groupKind !== 'state';
}

/** 'a consultant on Burma', 'a Latvian journalist', 'a China scholar': a state that somebody with a trade is from or knows. */
function isOnlyAbout(table: EntityTable, { owner, link, kind, title }: TitlePhrase): boolean {
  const entity = table.byId(owner ?? '');
  if (entity?.groupKind !== 'state' && entity?.kind !== 'place') return false;
  if (kind !== 'member' && kind !== 'other') return false;
  return link === 'on' || (link === 'modifier' && !inService.test(title));
}

/** Trades that one has with a state. */
const inService =
  /\b(official|officer|agent|soldier|operative|envoy|attach[eé]|delegate|commissioner|inspector|staffer|administrator|treasurer|auditor|planner|fighter|guard)$/i;

function groupOf(table: EntityTable, owner: string): string | undefined {
  const entity = table.byId(owner);
  if (entity?.kind === 'group') return owner;
  return entity?.kind === 'place' ? table.counterpart(owner)?.id : undefined;
}

function verbalEvidence(reading: Reading, verbal: VerbalPost): PositionEvidence[] {
  const { document } = reading.context;
  const body = reading.table.mentionHeadedBy(verbal.body) ?? ownerWithin(reading, verbal.body);
  const group = body === undefined ? undefined : groupOf(reading.table, body.entity);
  const plural =
    body !== undefined && reading.context.document.tokens[body.head]?.xpos?.endsWith('S') === true;
  if (
    group === undefined ||
    body?.rule === 'names.state-nominal' ||
    (plural && reading.table.byId(group)?.groupKind === 'party')
  )
    return [];
  const { person, verb, title } = verbal;
  const tokens = [person.first, person.last, verb.i, verbal.body];
  const span = { start: Math.min(...tokens), end: Math.max(...tokens) + 1 };
  const position: Position = {
    person: person.entity,
    title,
    group,
    status: verb.xpos === 'VBD' && title !== 'founder' ? 'former' : 'current',
    since: null,
    until: null,
    attributedTo: null,
    rule: `positions.verb.${verb.lemma}`,
    confidence: 0.7,
    spans: [spanOffsets(document, span)],
  };
  const tenure = tenureBehind(document, verb.i, title === 'founder');
  return [{ position: withTenure(position, tenure, reading.context.published), verbal }];
}

/** The position with the years that stand behind its title, or behind the verb that gave it: 'was named minister in 2019'. */
function dated(reading: Reading, { phrase, rule }: FoundTitle, position: Position): Position {
  const { document, published } = reading.context;
  const begins = /^positions\.verb\.(appoint|name|elect|become|designate|install|choose|promote)$/.test(rule);
  if (rule === 'positions.title-before') return position;
  return withTenure(
    position,
    tenureBehind(document, Math.max(phrase.last, phrase.head.last), begins),
    published,
  );
}

/** "chaired Tidewell's advisory board": the owner of a part that is no entity of its own. */
function ownerWithin(reading: Reading, body: number): Mention | undefined {
  return reading.context.document.dependents[body]
    ?.map((token) => reading.table.mentionHeadedBy(token))
    .find((mention) => mention !== undefined);
}

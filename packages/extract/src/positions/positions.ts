import { spanOffsets } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import type { EntityTable, Mention } from '../context.ts';
import type { NameTools } from '../names/names.ts';
import type { Reading } from '../reading.ts';
import { withBodiesOfOwners, withOwnState } from './bodies-of-owners.ts';
import { assumedOwner, narrowerBody, type OfficeLexicon, withOwner } from './fallback.ts';
import { titlesAround } from './find.ts';
import type { FoundTitle } from './found-title.ts';
import { type BodyNouns, calledBody } from './called-body.ts';
import { withHeadsApart } from './heads-apart.ts';
import { merged } from './merge.ts';
import { addPartyAdjectives } from './party-adjectives.ts';
import { tenureBehind, withTenure } from './tenure.ts';
import type { TitleContext } from './title-complement.ts';
import type { TitlePhrase } from './title-phrase.ts';
import { type PositionVerbs, postsByVerb, titlesByVerb, type VerbalPost } from './verbs.ts';

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
  addPartyAdjectives(document, reading.table, tools, offices.partyAdjectives);
  const context: TitleContext = {
    document,
    table: reading.table,
    reader: tools.titles,
    lexicons: tools.lexicons,
  };
  const persons = reading.table.mentions.filter(
    (mention) => reading.table.byId(mention.entity)?.kind === 'person',
  );
  const titles = persons.flatMap((person) => [
    ...titlesAround(context, person),
    ...titlesByVerb(context, person, verbs),
  ]);
  const told = titles
    .filter((found) => isPost(reading.table, found, tools.lexicons.titles.trades))
    .map((found) => ({ position: dated(reading, found, placed(reading, found, offices, bodies)), found }));
  const evidence = withHeadsApart(document, reading.table, told, offices);
  const counterparts = titles.flatMap((found) => counterpart(reading, found, evidence));
  const verbal = persons
    .flatMap((person) => postsByVerb(document, person, verbs))
    .flatMap((post) => verbalEvidence(reading, post));
  const all = withBodiesOfOwners(document, reading.table, [...evidence, ...counterparts, ...verbal]);
  return merged(withOwnState(reading.table, all));
}

/** Trades that somebody holds for a person. */
const forPerson = /\b(lawyer|attorney|advocate|barrister|solicitor|interpreter|translator)$/i;

/** Parties, and who stands by a cause: no posts of their own. */
const noPost = /^(republican|democrat|independent|.*\b(supporter|follower|alumnus))$/i;

/** A rank is a post only with a body; a trade that tells no office only where it names one, or is one of some. */
function isPost(table: EntityTable, { phrase, rule }: FoundTitle, trades: ReadonlySet<string>): boolean {
  const owner = phrase.owner === undefined ? undefined : table.byId(phrase.owner);
  if (noPost.test(phrase.title)) return false;
  if (phrase.kind === 'rank')
    return owner !== undefined && (owner.groupKind !== 'state' || rule !== 'positions.title-before');
  if (phrase.kind === 'sovereign' && /^(prince|princess|duke|duchess|shah)$/i.test(phrase.title))
    return false;
  if (phrase.kind === 'other') return serves(phrase, owner) || isTrade(phrase, trades);
  if (phrase.kind === 'member')
    return owner !== undefined || rule !== 'positions.title-before' || phrase.status === 'candidate';
  return true;
}

const isTrade = ({ title }: TitlePhrase, trades: ReadonlySet<string>): boolean =>
  trades.has(title.toLowerCase().split(' ').at(-1) ?? '');

/** A trade is a post where it is with a body, or for a person: "Trump's personal lawyer". */
function serves({ title, link }: TitlePhrase, owner: Entity | undefined): boolean {
  if (owner?.kind === 'person') return forPerson.test(title);
  return owner?.kind === 'group' && (link !== 'modifier' || owner.groupKind !== 'state');
}

/** 'the Dutch minister and his Belgian counterpart, X': X holds the post of who the sentence named before, in the state the phrase names. */
function counterpart(
  reading: Reading,
  found: FoundTitle,
  evidence: readonly PositionEvidence[],
): PositionEvidence[] {
  const { phrase, person } = found;
  const group = phrase.owner === undefined ? undefined : groupOf(reading.table, phrase.owner);
  if (!phrase.title.toLowerCase().endsWith('counterpart') || group === undefined) return [];
  const before = evidence.filter(
    (other) =>
      (other.found?.person.first ?? 0) < person.first &&
      other.found?.phrase.kind === 'office' &&
      other.position.person !== person.entity,
  );
  const other = before.at(-1);
  if (other === undefined) return [];
  const own = positionOf(reading, found);
  const words = [...phrase.ownerWords, phrase.title].join(' ');
  const called: PositionEvidence = {
    position: { ...own, title: words, group, rule: 'positions.counterpart', confidence: 0.8 },
    found,
  };
  const { tokens } = reading.context.document;
  const together = tokens[other.found?.person.first ?? -1]?.sentence === tokens[person.first]?.sentence;
  const post = { ...own, title: other.position.title, group, rule: 'positions.counterpart', confidence: 0.7 };
  return together ? [called, { position: post, found }] : [called];
}

function placed(reading: Reading, found: FoundTitle, offices: OfficeLexicon, bodies: BodyNouns): Position {
  const position = positionOf(reading, found);
  const { owner: said, link, kind } = found.phrase;
  const narrower = narrowerBody(reading.table, found, position.group);
  if (narrower !== undefined) return { ...position, group: narrower };
  const isSaid =
    said !== undefined && link !== 'to' && !(kind === 'legislator' && isRegion(reading.table, said));
  if (position.group !== null || isSaid) return position;
  const called =
    link === 'unknown' ? calledBody(reading.context.document, reading.table, found, bodies) : undefined;
  if (called !== undefined)
    return {
      ...position,
      group: called.id,
      rule: `${position.rule}+called`,
      confidence: position.confidence * 0.7,
    };
  if (link === 'unknown' && kind !== 'speaker') return position;
  const owner = assumedOwner(reading.context.document, reading.table, found, offices);
  return owner === undefined ? position : withOwner(position, owner);
}

/** 'Massachusetts Sen. X': where a lawmaker was elected. */
const isRegion = (table: EntityTable, owner: string): boolean => table.byId(owner)?.kind === 'place';

function positionOf(reading: Reading, { person, phrase, rule, confidence }: FoundTitle): Position {
  const { document } = reading.context;
  const group =
    phrase.owner === undefined || phrase.link === 'to' || isOnlyAbout(reading.table, phrase)
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

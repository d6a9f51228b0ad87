import type { Entity, Position, Relation } from '@dragoman/schemas';
import type { FoundTitle } from '../positions/found-title.ts';
import type { PositionEvidence } from '../positions/positions.ts';
import { nameFrom } from './phrases.ts';
import type { RelationSources } from './source.ts';

/** Leaders of states who are called so: 'the North's leader'. A president or prime minister of a state has the position only. */
const calledLeader = /\b(leader|ruler|dictator|strongman)\b/;
/** The whole title of one; 'Conservative leader' leads a party of the state. */
const ofState =
  /^((supreme|de facto|paramount|top|military|national|longtime|authoritarian|new|civilian|transitional|interim) )*(leader|ruler|dictator|strongman)( of .*)?$/;

/** 'panel Chairman' where the article has one committee: sure enough although no body is named beside the title. */
const isCommittee = ({ title }: Position, { groupKind }: Entity): boolean =>
  groupKind !== 'state' && /\b(panel|committee|commission|board|council) (chair|head)/i.test(title);

/** Heads of chambers, who lead them whatever party they are of. */
const headOfChamber = /^(.*\b)?(speaker|(majority|floor) leader|president pro tempore)( of .*)?$/i;

/** Is a body that the passage does not name sure enough: a committee's, a chamber's, the firm of its chief executive? */
const isSureBody = (position: Position, owner: Entity): boolean =>
  isCommittee(position, owner) ||
  isSpokenFor(position, owner) ||
  (/^(company|ngo|media|other)$/.test(owner.groupKind ?? '') && ofBranch.test(position.title)) ||
  (owner.groupKind === 'company' && /^(chief \w+ officer|finance (chief|director))$/i.test(position.title)) ||
  (owner.groupKind === 'armed_group' && /^(leader|commander|.*\bfield commander)$/i.test(position.title)) ||
  /^(spokesman|spokeswoman|spokesperson)$/i.test(position.title) ||
  (owner.groupKind === 'government_body' &&
    isOfField(position.title.toLowerCase(), owner.name.toLowerCase())) ||
  (owner.groupKind === 'government_body' &&
    /\b(speaker|leader|pro tempore|justice|presiding judge)$/i.test(position.title)) ||
  (/^(company|ngo|media|other|party|igo)$/.test(owner.groupKind ?? '') && headOfFirm.test(position.title));

/** Heads of a part of a body. */
const ofBranch = /^(branch|regional|area|resident|plant|grievance) \w+$/i;

/** 'A company spokeswoman' beside a company: the title says of what kind the body is. */
function isSpokenFor({ title }: Position, { groupKind }: Entity): boolean {
  const word = /^(\w+) spokes(man|woman|person)$/i.exec(title)?.[1]?.toLowerCase();
  return (
    (groupKind === 'company' && /^(company|airline|bank|firm|carrier)$/.test(word ?? '')) ||
    (groupKind === 'party' && word !== undefined) ||
    (groupKind === 'government_body' &&
      /^(ministry|department|police|court|agency|commission|service|authority|bureau|council)$/.test(
        word ?? '',
      )) ||
    (groupKind === 'military' && /^(army|military|navy)$/.test(word ?? '')) ||
    (/^(ngo|other)$/.test(groupKind ?? '') && /^(union|group|charity|club|university)$/.test(word ?? ''))
  );
}

const chiefExecutive = /\b(chief executive( officer)?|ceo|executive chair(man|woman)?|managing director)$/i;

/** Heads that the one company nearby has. */
const headOfFirm =
  /^(chief executive( officer)?|ceo|(executive )?chair(man|woman|person)?|managing director|boss|(executive )?director|president|general secretary|secretary-general|leader|head|editor|publisher|rector|vice-chancellor)$/i;

/** "WeWork's former chief executive": whom a company was led by remains told of it. */
const ledCompany = ({ title }: Position, { groupKind }: Entity): boolean =>
  groupKind === 'company' && chiefExecutive.test(title);

/** 'former Democratic presidential candidate X': whom a party put up is of it. */
const stoodFor = ({ title }: Position, { groupKind }: Entity): boolean =>
  groupKind === 'party' && /\b(candidate|nominee)$/i.test(title);

/** Said of people who stand outside the body. */
const outside = /\b(supporter|follower|defector|alumnus|donor|critic|rival|opponent)\b/;

/** 'Pentagon correspondent': whom a journalist writes about, and does not belong to. */
const isBeat = (title: string, { groupKind }: Entity): boolean =>
  /\b(correspondent|reporter)$/.test(title) && /^(government_body|igo|military|party)$/.test(groupKind ?? '');

/** Relations that a position tells beside itself: LEADS for heads, SPOKE_FOR for spokespeople, MEMBER_OF for members and staff. */
export function relationsFromPositions(
  sources: RelationSources,
  evidence: readonly PositionEvidence[],
): Relation[] {
  return evidence.flatMap(({ position, found, verbal }) => {
    const owner = ownerOf(sources, position, found);
    const isAssumed = position.rule.endsWith('+assumed') && found?.phrase.party !== owner?.id;
    if (owner === undefined || (isAssumed && !isSureBody(position, owner))) return [];
    const remains = found?.phrase.kind === 'rank' || ledCompany(position, owner) || stoodFor(position, owner);
    if (position.status === 'former' && verbal === undefined && !remains) return [];
    if (verbal !== undefined && owner.groupKind === 'state' && !isNamedAt(sources, verbal.body, owner))
      return [];
    const kind = verbal === undefined ? found?.phrase.kind : verbal.title === 'founder' ? 'other' : 'leader';
    const type =
      position.status === 'candidate' || stoodFor(position, owner)
        ? typeOfCandidate(owner)
        : typeFor(sources, kind, position, owner, found);
    return type === undefined
      ? []
      : [relation(sources, position, type, owner, found?.phrase.head.last ?? verbal?.verb.i ?? 0)];
  });
}

/** "Hungary's Fidesz party, led by X": who leads something of a state does not lead the state. */
function isNamedAt(sources: RelationSources, token: number, owner: Entity): boolean {
  return sources.table.mentionHeadedBy(token)?.entity === owner.id;
}

/** The body of the post; for a spokesperson whom the phrase says. */
function ownerOf(
  sources: RelationSources,
  position: Position,
  found: PositionEvidence['found'],
): Entity | undefined {
  const said = found === undefined ? undefined : (servedBy(sources, found) ?? found.phrase.owner);
  const id = found?.phrase.kind === 'speaker' ? (said ?? position.group) : (position.group ?? said);
  return sources.table.byId(id ?? '');
}

/** 'spokesman for UN secretary general X': the person whose office stands before the name. */
function servedBy(sources: RelationSources, { phrase }: FoundTitle): string | undefined {
  const mention = phrase.link === 'office' ? nameFrom(sources, phrase.last + 1) : undefined;
  return sources.table.byId(mention?.entity ?? '')?.kind === 'person' ? mention?.entity : undefined;
}

const typeOfCandidate = (owner: Entity): string | undefined =>
  owner.groupKind === 'party' ? 'MEMBER_OF' : undefined;

function typeFor(
  sources: RelationSources,
  kind: string | undefined,
  position: Position,
  owner: Entity,
  found: PositionEvidence['found'],
): string | undefined {
  const title = position.title.toLowerCase();
  if (owner.kind === 'place') return isLocal(kind, title, owner, found) ? 'BASED_IN' : undefined;
  if (outside.test(title) || isBeat(title, owner)) return undefined;
  const head = title.split(' ').at(-1) ?? '';
  if (owner.groupKind === 'party' && kind !== 'speaker' && sources.lexicon.partyOutsiders.has(head))
    return undefined;
  if (kind === 'speaker') return 'SPOKE_FOR';
  if (/\b(owner|shareholder|proprietor)$/.test(title)) return 'OWNS';
  if (owner.kind === 'person') return speaksFor.test(title) ? 'SPOKE_FOR' : undefined;
  if (owner.groupKind === 'state') return ofState.test(title) ? 'LEADS' : undefined;
  const isOfState = /^(government_body|igo|military)$/.test(owner.groupKind ?? '');
  if (owner.groupKind === 'government_body') {
    if (headOfChamber.test(title) || isOwnOffice(title, owner)) return 'LEADS';
    if (/\b(justice|presiding judge)$/.test(title)) return 'MEMBER_OF';
  }
  if (kind === 'rank')
    return owner.groupKind === 'military' || forces.test(owner.name) ? 'MEMBER_OF' : undefined;
  if (headsBody(sources, kind, title, owner, found)) {
    if (
      leadsWhole(sources, position.title, owner) &&
      !isOfPart(title, found) &&
      !isInChamber(sources, owner, found) &&
      !isOneOfMany(sources, title, owner, found)
    )
      return 'LEADS';
    return isOfState ? undefined : 'MEMBER_OF';
  }
  if (isOfState && kind !== 'legislator' && secondInOffice.test(title)) return 'MEMBER_OF';
  if (owner.groupKind === 'igo' && /\b(lawyer|counsel)$/.test(title)) return 'MEMBER_OF';
  if (kind === 'legislator' || (!isOfState && (kind === 'leader' || kind === 'office'))) return 'MEMBER_OF';
  if (owner.groupKind === 'igo' && /\bmember$/.test(title)) return undefined;
  if (found?.phrase.link === 'on' && kind !== 'rank') return 'MEMBER_OF';
  if (isStaff(kind, title, found?.phrase.link)) return 'MEMBER_OF';
  return kind === 'member' && !/\b(candidate|nominee)\b/.test(title) ? 'MEMBER_OF' : undefined;
}

/** 'deputy director', 'associate deputy minister': who stands below the head of an office is one of it. */
const secondInOffice =
  /^(first )?(deputy|vice|assistant|associate)[ -](?!(country|regional|leader|chief of staff)\b)\w/;

/** 'a Miami lawyer', 'West Virginia businessman X': where who has a trade is; with a scholar or editor it is what they know or cover. */
function isLocal(
  kind: string | undefined,
  title: string,
  { placeKind }: Entity,
  found: PositionEvidence['found'],
): boolean {
  if (kind !== 'other' && kind !== 'member') return false;
  if (found?.rule === 'positions.nominal') return false;
  if (!/^(city|region)$/.test(placeKind ?? '') || !/^(modifier|in|from)$/.test(found?.phrase.link ?? ''))
    return false;
  return !/\b(scholar|expert|specialist|analyst|correspondent|editor|coordinator|manager|official|candidate|nominee|successor|counterpart|democrat|republican|member|captain|batsman|bowler|paceman|spinner|cricketer|footballer|striker|midfielder|goalkeeper)\b/.test(
    title,
  );
}

/** 'the U.S. Attorney' with the 'U.S. Attorney's Office', 'chief judge' of a court: the body is named after who heads it. */
function isOwnOffice(title: string, { name }: Entity): boolean {
  const body = name.toLowerCase();
  if (/\bchief (judge|justice)$/.test(title)) return /\b(court|tribunal)\b/.test(body);
  const word = title
    .split(' ')
    .find((part) => body.includes(`${part}'s office`) || body.includes(`${part}’s office`));
  if (word !== undefined || (/\bminister$/.test(title) && /\bministry\b/.test(body))) return true;
  return isOfField(title, body);
}

/** 'Customs Commissioner' with the 'Bureau of Customs'. */
function isOfField(title: string, body: string): boolean {
  const field = /^(?:\w+ )*?(\w+) (?:commissioner|director|commandant)$/.exec(title)?.[1];
  return (
    field !== undefined &&
    /\b(bureau|agency|department|service|authority|administration)\b/.test(body) &&
    body.includes(field)
  );
}

/** 'undersecretary at the foreign ministry', 'Cavaliers star X': who works or plays for a body; judges and prosecutors are told by their post alone. */
function isStaff(kind: string | undefined, title: string, link: string | undefined): boolean {
  if (link === 'at') return !/\b(judge|prosecutor|president)$/.test(title);
  if (link === 'with') return true;
  if (kind === 'other' && link === 'of' && isScience.test(title)) return true;
  return (
    kind === 'other' &&
    /\b(star|player|coach|trainer|footballer|striker|forward|midfielder|defender|goalkeeper|quarterback|winger)$/.test(
      title,
    )
  );
}

/** 'a hydrologist with the commission', 'an ecologist of the institute': those who do research do it there. */
const isScience = /(ologist|nomist|grapher|physicist|chemist|mathematician|botanist|statistician|linguist)$/;

/** "Clinton's communications director", 'Modi press adviser X': who speaks for a person. */
const speaksFor =
  /\b(communications? (director|chief|manager|advis[eo]r)|press (secretary|advis[eo]r|officer|aide))$/;

/** Heads of universities, schools and houses of the church. */
const headsSchool =
  /^(vice[- ]chancellor|principal|head ?teacher|headmistress|abbot|abbess|prioress|provost)$/;
/** Heads of unions and campaigns by other words. */
const headsUnion =
  /^((national|federal|general|executive) secretary|((national|general|overall|chief) )?(co-?ordinator|convenor|convener))$/;

const forces = /\b(guard|police|army|navy|force|forces|corps|gendarmerie)\b/i;

/** Is the title one of a head: of any body for leaders and presidents, of an organisation for its secretary-general? */
function headsBody(
  sources: RelationSources,
  kind: string | undefined,
  title: string,
  { groupKind, name }: Entity,
  found: PositionEvidence['found'],
): boolean {
  const behind =
    found === undefined ? undefined : sources.context.document.tokens[found.phrase.head.last + 1];
  if (headsUnion.test(title) && behind?.lower === 'in') return false;
  if (headsSchool.test(title) || headsUnion.test(title)) return /^(ngo|other|party)$/.test(groupKind ?? '');
  if (/\b(vice|deputy|assistant)\b/.test(title)) return false;
  if (kind === 'leader' || calledLeader.test(title) || /\bpresident\b/.test(title)) return true;
  if (/^(editor|editor[- ]in[- ]chief|publisher)$/.test(title)) return groupKind === 'media';
  if (title === 'governor') return /\b(bank|authority)\b/i.test(name);
  if (/^(police )?commissioner$/.test(title))
    return /\b(police|(fire|prison|correctional|customs) service|fire brigade)\b/i.test(name);
  if (title === 'administrator') return groupKind === 'government_body';
  return /\bsecretary[- ]general\b/.test(title) && /^(igo|ngo|party|other)$/.test(groupKind ?? '');
}

/** 'Its leader in Congress, X': who leads a party somewhere does not lead the party. */
const isInChamber = (
  sources: RelationSources,
  { groupKind }: Entity,
  found: PositionEvidence['found'],
): boolean =>
  groupKind === 'party' &&
  found !== undefined &&
  sources.context.document.tokens[found.phrase.head.last + 1]?.lower === 'in';

/** 'director of debate at the University of Michigan', 'its head of research': who heads what the complement names. */
const isOfPart = (title: string, found: PositionEvidence['found']): boolean =>
  /^(at|with|in|possessive|pronoun|modifier)$/.test(found?.phrase.link ?? '') &&
  /\b(of|for)\b(?! (the )?board)/.test(title);

/** 'an executive at SoftBank', 'a commander of the network', "the group's Middle East director": not the one head of the body. */
function isOneOfMany(
  sources: RelationSources,
  title: string,
  owner: Entity,
  found: PositionEvidence['found'],
): boolean {
  if (/(^|\b(?!chief )\S+ )executive$/.test(title)) return true;
  if (found === undefined) return false;
  const isOneOf = found.phrase.link === 'modifier' || /\bfield commander$/.test(title);
  if (isOneOf && owner.groupKind === 'armed_group' && /\bcommander$/.test(title))
    return !/\b(top|supreme|overall)\b/.test(title);
  const { first, head } = found.phrase;
  const { tokens } = sources.context.document;
  if (/^(an?)$/.test(tokens[first - 1]?.lower ?? '') && /\b(commander|director|manager|captain)$/.test(title))
    return true;
  if (tokens.slice(Math.max(0, first - 1), head.first).some(({ lower }) => chambers.has(lower)))
    return owner.groupKind === 'party';
  return tokens
    .slice(first, head.first)
    .filter(({ i }) => tokens[i + 1]?.text !== '-')
    .some(({ i }) =>
      sources.table
        .mentionsAt(i)
        .some(({ entity, form }) => form !== 'pronoun' && isElsewhere(sources, entity, owner)),
    );
}

/** 'Senate Republican leader': who leads a party in a chamber does not lead the party. */
const chambers = new Set(['senate', 'house', 'parliamentary', 'congressional', 'assembly']);

/** A region or state among the words of a title, that is not in the body's own name. */
function isElsewhere(sources: RelationSources, entity: string, owner: Entity): boolean {
  const place = sources.table.byId(entity);
  const isArea = place?.kind === 'place' || place?.groupKind === 'state';
  return isArea && place.id !== owner.id && !owner.name.includes(place.name);
}

/** No word of the title narrows it to a part: 'executive director', but not 'Africa director' or 'Senate majority leader'. */
function leadsWhole(sources: RelationSources, title: string, owner: Entity): boolean {
  const names = [owner.name, ...owner.aliases].join(' ').toLowerCase();
  return title
    .split(/[\s-]+/)
    .slice(0, -1)
    .every(
      (word) =>
        !sources.lexicon.partTitles.has(word.toLowerCase()) &&
        (word === word.toLowerCase() || isHead.test(word) || names.includes(word.toLowerCase())),
    );
}

/** Words that titles are written with in capitals: 'Chief Executive', 'Executive Director'. */
const isHead =
  /^(Chief|Executive|Managing|General|Acting|Interim|Founding|Co|Deputy|National|Supreme|Party|Group|First|Secretary|Board|Political|Military|Spiritual|Former)$/;

function relation(
  sources: RelationSources,
  position: Position,
  type: string,
  owner: Entity,
  trigger: number,
): Relation {
  const { text } = sources.context.document;
  const [span] = position.spans;
  return {
    type,
    from: position.person,
    to: owner.id,
    polarity: 'asserted',
    amount: null,
    attributedTo: sources.attributedTo(trigger),
    quote: span === undefined ? '' : text.slice(span.start, span.end).replace(/\s+/g, ' '),
    rule: `relations.from-position.${position.rule}`,
    confidence: position.confidence * 0.9,
    spans: position.spans,
  };
}

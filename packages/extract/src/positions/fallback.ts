import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity, Position } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';
import { isCapitalised } from '../names/text.ts';
import { onlyBodyNear } from './bodies-near.ts';
import { bodyInQuote } from './body-in-quote.ts';
import { bodyToldOf } from './body-told-of.ts';
import { bodyOfTopic, ledBody } from './led-body.ts';
import type { FoundTitle } from './found-title.ts';
import type { OfficeLexicon } from './office-lexicon.ts';
import {
  onlyStateHere,
  outletState,
  sceneState,
  stateOfHolder,
  stateSpokenOf,
  type Story,
} from './state-of-office.ts';
import { cabinetOfRegion, chamberOf, isAbroad, localBody } from './local-offices.ts';

/**
 * The body of an office whose passage names none, where the article names that body elsewhere: by the title itself, by a body that the
 * title begins with, for judges by the court named last, for national offices by the state that is spoken of. Undefined else.
 */
export function assumedOwner(story: Story, found: FoundTitle, lexicon: OfficeLexicon): Entity | undefined {
  return (
    bodyInQuote(story, found) ??
    bodyOfTopic(story.document, story.table, found) ??
    ownerByTitle(story, found, lexicon) ??
    bodyToldOf(story, found, lexicon.bodiesOfPosts)
  );
}

function ownerByTitle(story: Story, found: FoundTitle, lexicon: OfficeLexicon): Entity | undefined {
  const { document, table } = story;
  const { phrase, person } = found;
  if (phrase.kind === 'speaker' && isOfPersonBefore(table, phrase.first)) return undefined;
  if (phrase.kind === 'speaker')
    return forHead.test(phrase.title)
      ? stateSpokenOf(story, found, lexicon.holders)
      : (lastBody(document, table, phrase.first) ??
          onlyBodyNear(document, table, phrase.first, ({ groupKind }) => groupKind !== 'media'));
  const committee = committeeInTitle(table, found);
  if (committee !== undefined) return committee;
  if (!/^(office|legislator|leader|sovereign|rank|other)$/.test(phrase.kind) || ofNoState(phrase))
    return undefined;
  const title = phrase.title
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^(former|then|ex|acting|deputy|incoming)[ -]/, '');
  const names = Object.hasOwn(lexicon.offices, title) ? (lexicon.offices[title] ?? []) : [];
  const known = names.map((name) => named(table, name)).find((body) => body !== undefined);
  if (/^pope$/.test(title)) return known;
  if (shadowed.test(title)) return table.byId(phrase.party ?? '');
  if (known !== undefined)
    return lexicon.shared.has(title) ? sharedOffice(story, found, lexicon, known) : known;
  const head = wordsOf(document, found).toLowerCase();
  if (lexicon.courts.has(head))
    return /^(retired|former|ex)\b/i.test(phrase.title) ? undefined : lastCourt(table, phrase.first);
  const body =
    (lexicon.national.has(title) ? undefined : ownOffice(table, title)) ??
    bodyInTitle(table, found) ??
    bodyOfField(table, title);
  if (body !== undefined && !(/\bminister$/.test(title) && body.groupKind === 'company')) return body;
  if (/^leader of (the )?opposition$/.test(title)) return stateSpokenOf(story, found, lexicon.holders);
  if (phrase.kind === 'leader' || phrase.kind === 'other') return ledBody(document, table, found);
  if (phrase.kind === 'legislator')
    return (regionalSeat.test(title) ? undefined : chamberOf(table, head)) ?? partyOf(table, found, lexicon);
  const isNational = stateOfHolder(table, person, lexicon.holders) !== undefined;
  const local =
    (isNational ? undefined : cabinetOfRegion(table, title)) ?? localBody(table, phrase.first, title);
  if (local !== undefined || isAbroad(title)) return local;
  if (title === 'speaker') return stateSpokenOf(story, found, lexicon.holders);
  if (localOffice.test(head) || isOfCompany(title)) return undefined;
  if (head === 'president' && leadsAdministration(table, person.entity))
    return named(table, lexicon.administration);
  return lexicon.national.has(head) || phrase.kind === 'sovereign' || isSecretaryOfState(title)
    ? stateSpokenOf(story, found, lexicon.holders)
    : onlyStateHere(story, found);
}

/** 'Stein spokeswoman X': who speaks for somebody speaks for no body told of before. */
const isOfPersonBefore = (table: EntityTable, first: number): boolean =>
  table
    .mentionsAt(first - 1)
    .some(({ last, entity }) => last === first - 1 && table.byId(entity)?.kind === 'person');

/** Dignities and ranks: of a church or force where one is named, and of no state. */
const ofNoState = ({ kind, title }: FoundTitle['phrase']): boolean =>
  kind === 'rank' || /\b(archbishop|bishop|cardinal|patriarch|mufti|imam|rabbi)$/i.test(title);

/** 'Orange Democratic Movement senator': the party, but for the American ones, whose lawmakers are told by their chamber. */
function partyOf(
  table: EntityTable,
  { phrase }: FoundTitle,
  { partyAdjectives }: OfficeLexicon,
): Entity | undefined {
  const party = table.byId(phrase.party ?? '');
  return party === undefined || Object.values(partyAdjectives).includes(party.name) ? undefined : party;
}

/** An office that one state's holder is best known for and others have too: of the state spoken of, or of the region the story is about. */
function sharedOffice(
  story: Story,
  found: FoundTitle,
  lexicon: OfficeLexicon,
  known: Entity,
): Entity | undefined {
  const { person, phrase } = found;
  const local = localBody(story.table, phrase.first, phrase.title.toLowerCase());
  return (
    local ??
    stateOfHolder(story.table, person, lexicon.holders) ??
    story.told.stateOf(person.entity) ??
    story.domestic ??
    outletState(story) ??
    sceneState(story, known) ??
    known
  );
}

/** 'shadow chancellor': who speaks for an opposition on what an office does holds no office of the state. */
const shadowed = /^shadow\b/;

/** 'spokesman for the prime minister': one who speaks for the head of a state or government. */
const forHead =
  / (for|of|to) (the )?(prime minister|president|premier|chancellor|government|king|queen|sultan|emir)$/i;

/** 'economy secretary': a minister by another name. */
const isSecretaryOfState = (title: string): boolean =>
  title.endsWith(' secretary') &&
  !/\b(press|party|general|first|private|union|executive|cabinet|permanent) secretary$/.test(title);

/** 'executive vice president', 'club president', 'division vice president': presidents of no state. */
const isOfCompany = (title: string): boolean =>
  /\b(senate|house|assembly|parliament|congress|chamber|court|executive|senior|division|assistant|group|regional|associate|company|club|union|board|corporate|college|university|student|team|federation|association|council|bank|league|party|co) (vice[- ])?president\b/.test(
    title,
  ) || /\bvice[- ]president (of|for) /.test(title);

/** 'state Sen.': a seat in the chamber of a region. */
const regionalSeat = /^(state|provincial|regional|county|city)\b/;

/** Offices that are seldom a state's. */
const localOffice =
  /representative|negotiator|envoy|prosecutor|^attorney$|governor|^(lt\.? )?gov\.?$|mayor|commissioner|sheriff|^judge/;

/**
 * The body that a post told with its state, place or person is with, where the article names that body: the 'Hong Kong police' for
 * "Hong Kong's police commissioner", the parliament for its speaker, the 'U.S. Attorney's Office' for a 'U.S. Attorney', the 'Clinton
 * campaign' for 'Clinton communications director'.
 */
export function narrowerBody(
  table: EntityTable,
  { phrase }: FoundTitle,
  group: string | null,
): string | undefined {
  const owner = table.byId(phrase.owner ?? '');
  if (owner === undefined) return undefined;
  const title = phrase.title.toLowerCase();
  if (owner.kind === 'person')
    return campaignPost.test(title) && group === null ? campaignOf(table, owner)?.id : undefined;
  if (owner.groupKind !== 'state' && owner.kind !== 'place') return undefined;
  const own = ownOffice(table, [...phrase.ownerWords, title].join(' ').toLowerCase());
  if (own !== undefined) return own.id;
  const word = title === 'speaker' ? legislature : forceIn.exec(title)?.[0];
  if (word === undefined) return undefined;
  const names = [owner.name, ...owner.aliases].map((name) => name.toLowerCase());
  return table.entities.find(({ kind, groupKind, name }) => {
    const body = name.toLowerCase();
    return (
      kind === 'group' &&
      groupKind !== 'state' &&
      (typeof word === 'string' ? body.endsWith(` ${word}`) : word.test(body)) &&
      names.some((start) => body.startsWith(start))
    );
  })?.id;
}

const forceIn = /\b(police|army|navy|air force|coast guard|central bank)\b/;
const legislature = /\b(parliament|assembly|congress|senate|legislature|council)$/;
const campaignPost =
  /\b(communications? director|campaign manager|campaign chair\w*|strategist|pollster|policy director|press secretary)$/;

const campaignOf = (table: EntityTable, { name }: Entity): Entity | undefined =>
  table.entities.find(
    ({ kind, name: body }) => kind === 'group' && body === `${name.split(' ').at(-1)} campaign`,
  );

/** "U.S. Attorney's Office", 'Public Ombudsman's office': a body that is named after the post. */
function ownOffice(table: EntityTable, title: string): Entity | undefined {
  const head = title.split(/ (?:for|of) /)[0] ?? title;
  return table.entities.find(({ kind, name }) => {
    const body = name.toLowerCase().replaceAll('’', "'").replace(/^the /, '');
    return (
      kind === 'group' && (body.startsWith(`${head}'s office`) || body.startsWith(`office of the ${head}`))
    );
  });
}

/** 'House Speaker', 'committee chairman': a body that the article names, called by a word of the title. */
function bodyInTitle(table: EntityTable, { phrase }: FoundTitle): Entity | undefined {
  const [word = ''] = phrase.title.split(' ');
  if (word === '' || phrase.title === word) return undefined;
  const mention = table.mentions.findLast((other) => {
    const entity = table.byId(other.entity);
    if (entity?.kind !== 'group' || entity.groupKind === 'state' || other.form !== 'name') return false;
    const isNoun = !isCapitalised(word) || isBodyNoun.test(word);
    return isNoun
      ? other.first < phrase.first && isCalled(entity.name, word.toLowerCase())
      : entity.name === word || entity.aliases.includes(word);
  });
  return mention === undefined ? undefined : table.byId(mention.entity);
}

/** 'Oversight Chairman' and 'oversight panel member' beside the House Oversight Committee. */
function committeeInTitle(table: EntityTable, { phrase }: FoundTitle): Entity | undefined {
  const words = phrase.title.toLowerCase().split(' ');
  const about = words.slice(0, isCommittee.test(words.at(-2) ?? '') ? -2 : -1).join(' ');
  if (about === '') return undefined;
  return table.entities.find(({ groupKind, name }) => {
    const body = name.toLowerCase().replace(/^(us )?(house|senate) /, '');
    return (
      groupKind === 'government_body' &&
      body.startsWith(`${about} `) &&
      isCommittee.test(body.split(' ').at(-1) ?? '')
    );
  });
}

const isCommittee = /^(panel|committee|commission|subcommittee)$/;

/** 'Customs Commissioner' beside the Bureau of Customs: a body that is called by the field of the post. */
function bodyOfField(table: EntityTable, title: string): Entity | undefined {
  const field = /^(\w+(?: \w+)?) (?:commissioner|director|commandant|inspector[ -]general)$/.exec(title)?.[1];
  if (
    field === undefined ||
    /^(deputy|executive|managing|regional|assistant|national|special|high)$/.test(field)
  )
    return undefined;
  return table.entities.find(({ groupKind, name }) => {
    const body = name.toLowerCase();
    return (
      groupKind === 'government_body' &&
      (body.endsWith(` of ${field}`) ||
        body.endsWith(` for ${field}`) ||
        new RegExp(`\\b${field} (service|bureau|agency|department|administration|authority)$`).test(body))
    );
  });
}

/** Nouns for bodies, which a capital at the beginning of a sentence makes no names. */
const isBodyNoun = /^(committee|panel|commission|council|board|subcommittee)$/i;

/** Does a body's name end in a word, or in what the word is short for: 'panel' for a committee? */
function isCalled(name: string, word: string): boolean {
  const last = name.split(' ').at(-1)?.toLowerCase();
  return last === word || (word === 'panel' && isCommittee.test(last ?? ''));
}

function wordsOf(document: AnnotatedDocument, { phrase }: FoundTitle): string {
  return document.tokens
    .slice(phrase.head.first, phrase.head.last + 1)
    .map((token) => token.text)
    .join(' ')
    .replaceAll(' - ', '-');
}

function named(table: EntityTable, name: string): Entity | undefined {
  return table.entities.find(
    (entity) => entity.kind === 'group' && (entity.name === name || entity.aliases.includes(name)),
  );
}

function lastCourt(table: EntityTable, before: number): Entity | undefined {
  const courts = table.mentions.filter(({ entity }) =>
    /court|tribunal/i.test(table.byId(entity)?.name ?? ''),
  );
  const only = new Set(courts.map(({ entity }) => entity)).size === 1 ? courts[0] : undefined;
  const mention = courts.findLast(({ first }) => first < before) ?? only;
  return mention === undefined ? undefined : table.actorAt(mention.head);
}

/** The body named last in the sentence of a spokesperson or the one before: the one that speaks. */
function lastBody(document: AnnotatedDocument, table: EntityTable, before: number): Entity | undefined {
  const sentence = document.tokens[before]?.sentence ?? 0;
  const near = table.mentions.filter(
    (mention) => mention.first < before && sentence - (document.tokens[mention.first]?.sentence ?? 0) <= 1,
  );
  const bodies = near.filter(
    (mention) =>
      mention.form === 'name' &&
      /^(government_body|igo|military|company|ngo|party|armed_group)$/.test(
        table.byId(mention.entity)?.groupKind ?? '',
      ),
  );
  const subject =
    bodies.find((mention) => document.tokens[mention.head]?.deprel.startsWith('nsubj')) ?? bodies.at(-1);
  return subject === undefined ? undefined : table.byId(subject.entity);
}

/** 'the Trump administration': its name begins with the person's surname. */
function leadsAdministration(table: EntityTable, person: string): boolean {
  const surname = table.byId(person)?.name.split(' ').at(-1) ?? '';
  return table.entities.some(
    (entity) => entity.kind === 'group' && entity.name === `${surname} administration`,
  );
}

/** The position with an assumed owner, less sure than one the passage states. */
export function withOwner(position: Position, owner: Entity): Position {
  return {
    ...position,
    group: owner.id,
    rule: `${position.rule}+assumed`,
    confidence: position.confidence * 0.7,
  };
}

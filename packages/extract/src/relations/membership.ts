import { child, headOf, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { Mention } from '../context.ts';
import { occurrencesOf } from '../word-index.ts';
import { nameFrom, namesListed, nameUpTo, possessorBefore } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

const membersCalled = ['member', 'members', 'states', 'countries', 'nations', 'governments', 'capitals'];

/** Those who are or work in a body, where they are listed: 'Oxfam officials including X'. */
const peopleCalled = [
  'figures',
  'officials',
  'activists',
  'executives',
  'employees',
  'staffers',
  'workers',
  'players',
  'colleagues',
  'campaigners',
  'volunteers',
  'commanders',
  'fighters',
];

/**
 * 'NATO member Estonia', 'NATO members such as Latvia and Poland', 'EU countries including Spain', 'members of ASEAN, including Malaysia',
 * 'Kenya and other members of the East African Community', 'Ireland was one of eight EU states': a body and who is in it.
 */
export function labelledMembers(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return occurrencesOf(sources.context.document, [...membersCalled, ...peopleCalled]).flatMap((token) => {
    const isMember = token.lower.startsWith('member');
    const before =
      bodyEndingAt(sources, token.i - 1) ??
      (tokens[token.i - 1]?.lower === 'member' ? bodyEndingAt(sources, token.i - 2) : undefined) ??
      (tokens[token.i - 1]?.text === '-' && tokens[token.i - 2]?.lower === 'member'
        ? bodyEndingAt(sources, token.i - 3)
        : undefined);
    const isPeople = peopleCalled.includes(token.lower);
    const of = isMember || isPeople ? bodyBehind(sources, token.i) : undefined;
    const body = before ?? of;
    if (body === undefined || !(isMember || isPeople || isUnion(sources, body))) return [];
    const phrase = { first: Math.min(body.first, token.i), last: Math.max(body.last, token.i) };
    const several = token.lower !== 'member';
    const names = several
      ? [...fellowsBefore(sources, phrase.first), ...oneOfMany(sources, phrase.first)]
      : [];
    return [...listedAfter(sources, phrase.last + 1, several), ...names].flatMap((name): FoundRelation[] => {
      const who = sources.table.actorAt(name.head);
      return who === undefined || who.id === body.entity || (isPeople && who.kind !== 'person')
        ? []
        : [
            {
              type: 'MEMBER_OF',
              from: who.id,
              to: body.entity,
              trigger: token.i,
              rule: 'relations.member-label',
              confidence: 0.8,
            },
          ];
    });
  });
}

/** 'EU countries' are in the EU, 'Arctic Council states' in the council; 'UN countries' of nothing else. */
function isUnion(sources: RelationSources, { entity }: Mention): boolean {
  return sources.table.byId(entity)?.groupKind === 'igo';
}

/** 'Kenya and other NATO members', 'would work with other Security Council members': who is told of before 'other'. */
function fellowsBefore(sources: RelationSources, first: number): Mention[] {
  const { document } = sources.context;
  const { tokens } = document;
  let at = first - 1;
  while (/^(the|eu|of)$/.test(tokens[at]?.lower ?? '')) at--;
  if (tokens[at]?.lower !== 'other' && tokens[at]?.lower !== 'fellow') return [];
  if (tokens[at - 1]?.lower === 'and') {
    const name = nameUpTo(sources, at - 2);
    return name?.form === 'name' ? [name] : [];
  }
  let clause = headOf(document, first);
  for (let depth = 0; clause !== undefined && clause.upos !== 'VERB' && depth < 4; depth++)
    clause = headOf(document, clause.i);
  const subject = clause === undefined ? undefined : child(document, clause.i, 'nsubj');
  const name = subject === undefined ? undefined : sources.table.mentionHeadedBy(subject.i);
  return name?.form === 'name' && name.last < first ? [name] : [];
}

/** How many words may stand between 'one of' and what they are of: 'one of just eight'. */
const longestCount = 3;

/** 'Ireland was one of just eight EU states', 'Oman, one of the six GCC states': who one of them is. */
function oneOfMany(sources: RelationSources, first: number): Mention[] {
  const { tokens } = sources.context.document;
  let at = first - 1;
  while (at > first - 2 - longestCount && /^(DET|NUM|ADV|ADJ)$/.test(tokens[at]?.upos ?? '')) at--;
  if (tokens[at]?.lower !== 'of' || !/^(one|among)$/.test(tokens[at - 1]?.lower ?? '')) return [];
  at -= 2;
  if (tokens[at]?.text === ',') at--;
  else if (/^(is|was|as|remains|became)$/.test(tokens[at]?.lower ?? '')) at--;
  else return [];
  const name = nameUpTo(sources, at);
  return name?.form === 'name' ? [name] : [];
}

function bodyEndingAt(sources: RelationSources, token: number): Mention | undefined {
  return sources.table
    .mentionsAt(token)
    .findLast((mention) => mention.last === token && isBody(sources.table.byId(mention.entity)));
}

function bodyBehind(sources: RelationSources, noun: number): Mention | undefined {
  const { tokens } = sources.context.document;
  if (tokens[noun + 1]?.lower !== 'of') return undefined;
  const body = nameFrom(sources, tokens[noun + 2]?.upos === 'DET' ? noun + 3 : noun + 2);
  return body !== undefined && isBody(sources.table.byId(body.entity)) ? body : undefined;
}

function isBody(entity: Entity | undefined): boolean {
  return entity?.kind === 'group' && entity.groupKind !== 'state';
}

/** How far behind 'members' the words that introduce the list may stand: "NATO members on Russia's borders - especially Poland". */
const longestAside = 8;

/** The names that the list after 'members' holds; many words may introduce them: 'states such as', '- especially'. */
function listedAfter(sources: RelationSources, first: number, plural: boolean): Mention[] {
  const { tokens } = sources.context.document;
  let at = first;
  if (/^(states?|countries|country|nations?)$/.test(tokens[at]?.lower ?? '')) at++;
  const direct = namesListed(sources, at);
  if (direct.length > 0 || !plural) return direct.slice(0, plural ? direct.length : 1);
  const sentence = tokens[first]?.sentence;
  for (const last = at + longestAside; at < last && tokens[at]?.sentence === sentence; at++) {
    if (tokens[at]?.upos === 'VERB' && tokens[at]?.lower !== 'including') return [];
    if (introduces(tokens, at)) return namesListed(sources, pastIntroduction(tokens, at));
  }
  return [];
}

const introduction =
  /^([-–—,(:]|such|as|including|like|especially|notably|namely|among|them|both|particularly|mainly|chiefly)$/;

function introduces(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (/^(including|especially|notably|namely|particularly|mainly|chiefly|like)$/.test(word)) return true;
  if (/^([,(:]|[-–—]+)$/.test(word)) return namesFollow(tokens, at);
  return word === 'such' && tokens[at + 1]?.lower === 'as';
}

const namesFollow = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.upos === 'PROPN' || (tokens[at + 1]?.lower === 'the' && tokens[at + 2]?.upos === 'PROPN');

function pastIntroduction(tokens: readonly Token[], first: number): number {
  let at = first;
  while (introduction.test(tokens[at]?.lower ?? '')) at++;
  return at;
}

/** 'Sarah Yager of Human Rights Watch', 'the Rev. Peter Wherry, of Mayfield Memorial Church', "Sinn Féin's Mary Lou McDonald". */
export function peopleOfBodies(sources: RelationSources): FoundRelation[] {
  return sources.table.mentions.flatMap((person) => {
    if (person.form !== 'name' || sources.table.byId(person.entity)?.kind !== 'person') return [];
    const body = bodyAfter(sources, person) ?? possessorBefore(sources, person)[0];
    if (body === undefined || !/^(name|nominal)$/.test(body.form) || !isBody(sources.table.byId(body.entity)))
      return [];
    if (isModifier(sources, body)) return [];
    return [
      {
        type: 'MEMBER_OF',
        from: person.entity,
        to: body.entity,
        trigger: body.head,
        rule: 'relations.person-of-body',
        confidence: 0.75,
      },
    ];
  });
}

/** 'the Trump of the Republican primaries': a party that only tells what kind the noun behind it is. */
function isModifier(sources: RelationSources, body: Mention): boolean {
  const next = sources.context.document.tokens[body.last + 1];
  return (
    sources.table.byId(body.entity)?.groupKind === 'party' &&
    next?.upos === 'NOUN' &&
    !isOwnWord.test(next.lower)
  );
}

/** Nouns that a party's name may be followed by and still be meant itself. */
export const isOwnWord = /^(party|movement|bloc|alliance|coalition|list|group)$/;

/** The body named behind a person; of 'moderators X and Y of NBC News' for both. */
function bodyAfter(sources: RelationSources, person: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  let at = person.last + 1;
  const shared = tokens[at]?.lower === 'and' && tokens[person.first - 1]?.xpos === 'NNS';
  const other = shared ? nameFrom(sources, at + 1) : undefined;
  if (other !== undefined && sources.table.byId(other.entity)?.kind === 'person')
    return bodyAfter(sources, other);
  if (tokens[at]?.text === ',') at++;
  if (tokens[at]?.lower === 'at')
    return newsroomAt(sources, at + 1) ?? houseOfSpeaker(sources, person, at + 1);
  const comma = at > person.last + 1;
  if (tokens[at]?.lower === 'from' || (comma && tokens[at]?.lower === 'with'))
    return bodyFrom(sources, person, at + 1);
  if (tokens[at]?.lower !== 'of') return undefined;
  at += tokens[at + 1]?.upos === 'DET' ? 2 : 1;
  for (const last = at + longestQualifier; at <= last; at++) {
    const body = nameFrom(sources, at);
    const isBase =
      body !== undefined &&
      tokens[body.last + 1]?.text === '-' &&
      /^(based|headquartered)$/.test(tokens[body.last + 2]?.lower ?? '');
    if (body !== undefined && !isBase) return body;
    if (body !== undefined) at = body.last + 2;
    else if (!isQualifier(tokens[at])) return undefined;
  }
  return undefined;
}

/** A word between the article and a body's name: 'ruling', 'centre-right', "teachers' union". */
const isQualifier = (token: Token | undefined): boolean =>
  /^(ADJ|VERB|NOUN)$/.test(token?.upos ?? '') ||
  token?.text === '-' ||
  (token?.upos === 'PART' && /^['’]s?$/.test(token.text));

/**
 * 'Ann Lee from Amnesty International', 'Bob Ray, with the Atlantic Council,': who speaks for a body of people; of an office only who is
 * quoted so, since one may also do something from it: 'Lena Ost, from the Coast Guard, says'.
 */
function bodyFrom(sources: RelationSources, person: Mention, first: number): Mention | undefined {
  const { tokens } = sources.context.document;
  const body = nameFrom(sources, tokens[first]?.upos === 'DET' ? first + 1 : first);
  if (body === undefined || tokens[body.last + 1]?.upos === 'NOUN') return undefined;
  const kind = sources.table.byId(body.entity)?.groupKind ?? '';
  if (/^(ngo|company|media|party|armed_group|other)$/.test(kind)) return body;
  return /^(government_body|igo)$/.test(kind) && isQuoted(sources, person, body.last) ? body : undefined;
}

const saying = /^(say|tell|add|explain|warn|argue|note|believe)$/;

/** Is a person the subject of a verb of saying, right behind what tells whose they are or right before the name? */
function isQuoted(sources: RelationSources, person: Mention, last: number): boolean {
  const { tokens } = sources.context.document;
  const behind = tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
  return [tokens[behind], tokens[person.first - 1]].some(
    (verb) => verb?.upos === 'VERB' && saying.test(verb.lemma),
  );
}

/** '"It will rain," said Ken Ash, at Coral Securities': the house of who is quoted; elsewhere 'at' tells where somebody is. */
function houseOfSpeaker(sources: RelationSources, person: Mention, first: number): Mention | undefined {
  const { tokens } = sources.context.document;
  const body = nameFrom(sources, tokens[first]?.upos === 'DET' ? first + 1 : first);
  if (body === undefined || !isQuoted(sources, person, body.last)) return undefined;
  return /^(company|ngo|other)$/.test(sources.table.byId(body.entity)?.groupKind ?? '') ? body : undefined;
}

/** 'Dan McLaughlin at the National Review': where a journalist writes; elsewhere 'at' tells where somebody is. */
function newsroomAt(sources: RelationSources, first: number): Mention | undefined {
  const { tokens } = sources.context.document;
  const body = nameFrom(sources, tokens[first]?.upos === 'DET' ? first + 1 : first);
  const next = body === undefined ? undefined : tokens[body.last + 1];
  if (next !== undefined && /^(NOUN|PROPN|SYM)$/.test(next.upos)) return undefined;
  return sources.table.byId(body?.entity ?? '')?.groupKind === 'media' && next?.text !== '/'
    ? body
    : undefined;
}

/** How many words may stand between an article and a body's name: 'of the ruling centre-right Civic Party'. */
const longestQualifier = 4;

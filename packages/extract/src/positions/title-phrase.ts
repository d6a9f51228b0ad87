import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import type { TitleKind } from '../names/lexicons.ts';
import { isPossessive } from '../names/runs.ts';
import { isCapitalised } from '../names/text.ts';
import type { TitleMatch } from '../names/title-words.ts';
import { namedInWords, onceOf } from './owner-in-words.ts';
import { antecedentOf, ownerOfPronoun } from './pronoun-owners.ts';
import { readRight, type RightPart, type TitleContext, widest, wordsOf } from './title-complement.ts';

export type PositionStatus = 'current' | 'former' | 'acting' | 'future' | 'candidate';

/** A post as a noun phrase says it: 'the former trade minister of X', "SRN's logistics coordinator". */
export interface TitlePhrase {
  readonly first: number;
  readonly last: number;
  readonly head: TitleMatch;
  readonly title: string;
  readonly kind: TitleKind | 'rank' | 'sovereign';
  readonly status: PositionStatus;
  /** The words of an owner that stands among the modifiers: 'Danish' of 'her Danish counterpart'; the noun of one that is no entity. */
  readonly ownerWords: readonly string[];
  /** The entity it says the post is with, undefined where it says none. */
  readonly owner?: string;
  /** What links the owner: a possessive, a modifier, or the preposition; 'unknown' where an owner is said that is no entity. */
  readonly link?: string;
  /** The party of who holds the office, where it stands before the title: 'Labour MP'. */
  readonly party?: string;
}

interface LeftPart {
  readonly first: number;
  readonly words: readonly string[];
  /** The owner as it stands among the modifiers. */
  readonly ownerWords: readonly string[];
  readonly owner?: string;
  readonly link?: string;
  readonly party?: string;
}

const longestModifier = 7;

/**
 * Reads the phrase around a title's head words. `until` is the token where it must end (exclusive): the name that follows; `from` the
 * first token it may begin at.
 */
export function readTitlePhrase(
  context: TitleContext,
  head: TitleMatch,
  until: number,
  from = 0,
): TitlePhrase | undefined {
  const kind = kindOf(head);
  if (kind === undefined) return undefined;
  const right = readRight(context, head, until);
  const left = ofLedBody(context, ofParty(context, head, readLeft(context, head, from)));
  const subject = isSubject(context, kind, left, right);
  // "the country's envoy in Geneva": whose post it is stands before it, though by no name
  const isOwned = left.link === 'unknown' && /^(in|to)$/.test(right.link ?? '');
  const owner = subject ? right.owner : (left.owner ?? (isOwned ? undefined : right.owner));
  const link = subject || (left.owner === undefined && !isOwned) ? (right.link ?? left.link) : left.link;
  const headWords = wordsOf(context.document, head.first, head.last);
  const rightWords = kind === 'speaker' && right.link === 'office' ? [] : right.words;
  return {
    first: left.first,
    last: right.last,
    head,
    title: [...(subject ? left.ownerWords : []), ...left.words, ...headWords, ...rightWords]
      .join(' ')
      .replace(/ ?- ?/g, '-'),
    kind,
    ownerWords: left.ownerWords.length > 0 ? left.ownerWords : (right.ownerWords ?? []),
    status: statusOf(context, left.words, headWords),
    ...(owner === undefined ? {} : { owner }),
    ...(link === undefined ? {} : { link }),
    ...(left.party === undefined ? {} : { party: left.party }),
  };
}

/** 'Republican Governor', 'Labour MP', 'Labour committee chairman': the party of who holds the office, not the body it is of. */
function ofParty(context: TitleContext, head: TitleMatch, left: LeftPart): LeftPart {
  if (left.owner === undefined || left.link !== 'modifier') return left;
  const isOfBody =
    context.table.byId(left.owner)?.groupKind === 'party' && left.words.some((word) => ofAnyParty.test(word));
  if (!isOfBody && !isPartyOfHolder(context, head, left.owner)) return left;
  const { owner: party, link: _link, ...rest } = left;
  return { ...rest, party };
}

/** Bodies with people of several parties: 'Labour select committee chairman'. */
const ofAnyParty = /^(committee|subcommittee|panel|commission|caucus)$/i;

function isPartyOfHolder({ document, table }: TitleContext, head: TitleMatch, owner: string): boolean {
  if (table.byId(owner)?.groupKind !== 'party') return false;
  const kind = kindOf(head);
  if (kind !== 'office') return kind === 'legislator';
  const title = wordsOf(document, head.first, head.last).join(' ').toLowerCase();
  const isNamed = table
    .mentionsAt(head.first - 1)
    .some(({ entity, form, last }) => entity === owner && form === 'name' && last === head.first - 1);
  return !(ofParties.test(title) || (isNamed && title === 'president'));
}

/** Offices that parties themselves have: 'Front treasurer', 'Labour adviser'. */
const ofParties = /^(advis[eo]r|treasurer|secretary general|secretary-general|negotiator|chief of staff)$/;

/** 'Haitian gang leader' leads a gang, not Haiti. */
function ofLedBody(context: TitleContext, left: LeftPart): LeftPart {
  const led = left.words.some((word) => context.lexicons.titles.ledBodies.has(word.toLowerCase()));
  const state = left.owner !== undefined && context.table.byId(left.owner)?.groupKind === 'state';
  if (!led || !state || left.link !== 'modifier') return left;
  const { owner: _owner, link: _link, ...rest } = left;
  return rest;
}

/** 'a China scholar at the AEI': a state before a trade is what the trade is about, where a body follows. */
function isSubject(
  context: TitleContext,
  kind: TitlePhrase['kind'],
  left: LeftPart,
  right: RightPart,
): boolean {
  if (
    left.link !== 'modifier' ||
    left.owner === undefined ||
    right.owner === undefined ||
    !/^(at|with|for|of|in)$/.test(right.link ?? '')
  )
    return false;
  const [before, after] = [context.table.byId(left.owner), context.table.byId(right.owner)];
  return (
    kind !== 'office' &&
    (before?.groupKind === 'state' || before?.kind === 'place') &&
    after?.kind === 'group' &&
    after.groupKind !== 'state'
  );
}

function kindOf(head: TitleMatch): TitlePhrase['kind'] | undefined {
  if (head.word.type === 'post') return head.word.kind;
  return head.word.type === 'honorific' ? undefined : head.word.type;
}

/** Modifiers to the left, up to a determiner, a verb or a comma; entities among them are the owner and not part of the title. */
function readLeft(context: TitleContext, head: TitleMatch, from: number): LeftPart {
  const { document, table } = context;
  const words: string[] = [];
  const ownerWords: string[] = [];
  let first = head.first;
  let owner: string | undefined;
  let link: string | undefined;
  for (let i = head.first - 1; i >= from && i >= head.first - longestModifier; i--) {
    const token = tokenOf(document, i);
    if (token.sentence !== tokenOf(document, head.first).sentence) break;
    if (token.text === ')' && document.tokens[i - 2]?.text === '(') {
      i -= 2;
      continue;
    }
    if (isPossessive(token)) {
      const mention = ownerEndingAt(table, i - 1);
      const whom = tokenOf(document, i - 1);
      if (isCapitalised(whom.text) && ofPeople.test(whom.lower)) {
        words.unshift(whom.text + token.text);
        first = i - 1;
        i--;
        continue;
      }
      if (mention === undefined)
        return {
          first,
          words: trimmedLeft(context, words),
          ownerWords: [tokenOf(document, i - 1).lower],
          link: 'unknown',
        };
      return {
        first: mention.first,
        words: trimmedLeft(context, words),
        ownerWords: mention.form === 'nominal' ? [tokenOf(document, mention.head).lower] : [],
        owner: mention.entity,
        link: 'possessive',
      };
    }
    if (token.upos === 'PRON' && /^(its|his|her|their)$/.test(token.lower)) {
      const possessor = ownerOfPronoun(context, token, head);
      if (owner !== undefined && wordsOf(document, head.first, head.last).includes('counterpart'))
        return { first: i, words: trimmedLeft(context, words), ownerWords, owner, link: 'modifier' };
      return {
        first: i,
        words: trimmedLeft(context, words),
        ownerWords: [],
        ...(possessor === undefined ? { link: 'unknown' } : { owner: possessor, link: 'pronoun' }),
      };
    }
    if (token.lower === 'whose') {
      const body = antecedentOf(context, token);
      return {
        first: i,
        words: trimmedLeft(context, words),
        ownerWords: [],
        ...(body === undefined ? { link: 'unknown' } : { owner: body, link: 'pronoun' }),
      };
    }
    const base = baseOf(context, i);
    if (base !== undefined) {
      first = base;
      i = base;
      continue;
    }
    const mention = ofWhomHolds(table, head, i) ?? widest(table, i);
    if (mention !== undefined) {
      const entity = table.byId(mention.entity);
      if (entity?.kind === 'person' || mention.last > head.last) break;
      if (
        owner === undefined ||
        isPartyOfHolder(context, head, owner) ||
        isPartOfCompany(table, owner, mention)
      )
        owner = namedUpTo(context, mention, head) ?? table.actorAt(i)?.id ?? mention.entity;
      ownerWords.unshift(...wordsOf(document, mention.first, Math.min(mention.last, head.first - 1)));
      link ??= 'modifier';
      first = mention.first;
      i = mention.first;
      continue;
    }
    if (joinsFields(context, token, head, owner)) {
      words.unshift(tokenOf(document, i - 1).text, token.text);
      i--;
      first = i;
      continue;
    }
    if (!isModifier(context, token) || isBeforeStatus(context, token, words[0])) break;
    if (owner !== undefined && isBeyondOwner(document, token)) break;
    words.unshift(token.text);
    first = i;
    const once = owner === undefined ? onceOf(table, words) : undefined;
    if (once !== undefined) {
      owner = once.owner;
      link = 'modifier';
      words.splice(0, once.length, 'ex', '-');
    }
  }
  const named = owner === undefined && link === undefined ? namedInWords(table, words) : undefined;
  if (named !== undefined) {
    owner = named.owner;
    link = 'modifier';
    words.splice(0, named.length);
  }
  return {
    first,
    words: trimmedLeft(context, words),
    ownerWords,
    ...(owner === undefined ? {} : { owner }),
    ...(link === undefined ? {} : { link }),
  };
}

/** 'Children's Minister': whom an office is for. */
const ofPeople = /^(children|women|veterans|pensioners|consumers|prisoners)$/;

/** 'Stellantis North America chief operating officer': a company before a region is the owner. */
function isPartOfCompany(table: EntityTable, owner: string, mention: Mention): boolean {
  const before = table.byId(mention.entity);
  return table.byId(owner)?.kind === 'place' && before?.kind === 'group' && before.groupKind !== 'state';
}

/** The body whose name was read on into the title: the 'White House' in 'White House Press Secretary'. */
function namedUpTo(
  { document, table }: TitleContext,
  mention: Mention,
  head: TitleMatch,
): string | undefined {
  if (mention.last < head.first || mention.last >= head.last) return undefined;
  const name = wordsOf(document, mention.first, head.first - 1).join(' ');
  return table.entities.find((entity) => entity.name === name || entity.aliases.includes(name))?.id;
}

/** The first token of a place that 'based' or 'born' behind it and a hyphen makes no owner: 'Washington-based developer'. */
function baseOf({ document, table }: TitleContext, token: number): number | undefined {
  if (!/^(based|born|educated|trained|raised)$/.test(document.tokens[token]?.lower ?? '')) return undefined;
  return document.tokens[token - 1]?.text === '-' ? widest(table, token - 2)?.first : undefined;
}

/** The state within a name that the post itself ends: 'US' in 'US Trade Representative'. */
function ofWhomHolds(table: EntityTable, head: TitleMatch, token: number): Mention | undefined {
  const mentions = table.mentionsAt(token);
  return mentions.some(({ last }) => last === head.last)
    ? mentions.findLast(({ last, form }) => last < head.first && form !== 'nominal')
    : undefined;
}

/** 'Trade and Industry Secretary': 'and' between two capitalised fields of one office, neither a name nor a post. */
function joinsFields(
  { document, table, reader }: TitleContext,
  { i, lower }: Token,
  head: TitleMatch,
  owner: string | undefined,
): boolean {
  if (lower !== 'and' || owner !== undefined || kindOf(head) !== 'office' || i + 1 >= head.first)
    return false;
  return [document.tokens[i - 1], document.tokens[i + 1]].every(
    (field) =>
      field !== undefined &&
      /^(NOUN|PROPN)$/.test(field.upos) &&
      isCapitalised(field.text) &&
      table.mentionsAt(field.i).length === 0 &&
      reader.postKind(field.lower) === undefined,
  );
}

/** 'the documentary Apple founder X', 'upstarts - Apple founder X': left of the owner only what tells of the holder goes with the title, an age too. */
function isBeyondOwner({ tokens }: AnnotatedDocument, { i, upos, lower, text, start }: Token): boolean {
  if (text === '-') return tokens[i - 1]?.end !== start;
  return /^(NOUN|PROPN)$/.test(upos) && lower !== 'year';
}

/** 'the investigation former Secretary X': a common noun before 'former' is no part of the title. */
function isBeforeStatus({ lexicons }: TitleContext, token: Token, next: string | undefined): boolean {
  const { status } = lexicons.titles;
  const word = next?.toLowerCase() ?? '';
  const isStatus = status.former.has(word) || status.acting.has(word);
  return isStatus && token.upos === 'NOUN' && token.text === token.lower;
}

function isModifier({ document, lexicons }: TitleContext, token: Token): boolean {
  const { status, passing } = lexicons.titles;
  if (token.text === '-' || passing.has(token.lower)) return true;
  if (Object.values(status).some((words) => words.has(token.lower))) return true;
  if (
    /^(then|now|also|not|other|many|several|some|most|both|another|such|one|two|three|senior-most|way|day|time|week|moment|including|regards|today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/.test(
      token.lower,
    )
  )
    return token.lower === 'then';
  if (token.upos === 'VERB') return token.deprel === 'amod' || document.tokens[token.i + 1]?.text === '-';
  return (
    token.upos === 'ADJ' ||
    token.upos === 'NOUN' ||
    token.upos === 'PROPN' ||
    (token.upos === 'ADV' && document.tokens[token.i + 1]?.text === '-')
  );
}

/** Without an age, and without what says only how long the post is held: 'recently named', 'new'. */
function trimmedLeft({ lexicons }: TitleContext, words: string[]): string[] {
  const age = words.findIndex((word, i) => word === 'year' && words[i + 2] === 'old');
  if (age >= 0) words.splice(0, age + 3);
  while (words[0] === '-' || lexicons.titles.passing.has(words[0]?.toLowerCase() ?? '')) words.shift();
  return words;
}

function statusOf(context: TitleContext, left: readonly string[], head: readonly string[]): PositionStatus {
  const { status } = context.lexicons.titles;
  const words = [...left, ...head].map((word) => word.toLowerCase());
  const parts = words.flatMap((word) => word.split('-'));
  if (parts.some((word) => status.former.has(word))) return 'former';
  if (parts.some((word) => status.acting.has(word))) return 'acting';
  if (parts.some((word) => status.candidate.has(word))) return 'candidate';
  return parts.some((word) => status.future.has(word)) ? 'future' : 'current';
}

function ownerEndingAt(table: EntityTable, token: number): Mention | undefined {
  return table.mentionsAt(token).findLast((mention) => mention.last === token);
}

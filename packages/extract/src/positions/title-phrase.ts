import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import type { NameLexicons, TitleKind } from '../names/lexicons.ts';
import { isPossessive } from '../names/runs.ts';
import { plainWord } from '../names/text.ts';
import type { TitleMatch, TitleReader } from '../names/title-words.ts';

export type PositionStatus = 'current' | 'former' | 'acting' | 'future' | 'candidate';

/** A post as a noun phrase says it: 'the former trade minister of X', "SRN's logistics coordinator". */
export interface TitlePhrase {
  readonly first: number;
  readonly last: number;
  readonly head: TitleMatch;
  readonly title: string;
  readonly kind: TitleKind | 'rank' | 'sovereign';
  readonly status: PositionStatus;
  /** The entity it says the post is with, undefined where it says none. */
  readonly owner?: string;
  /** What links the owner: a possessive, a modifier, or the preposition. */
  readonly link?: string;
}

/** What reading positions needs. */
export interface TitleContext {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly reader: TitleReader;
  readonly lexicons: NameLexicons;
}

interface LeftPart {
  readonly first: number;
  readonly words: readonly string[];
  /** The owner as it stands among the modifiers. */
  readonly ownerWords: readonly string[];
  readonly owner?: string;
  readonly link?: string;
}

interface RightPart {
  readonly last: number;
  readonly words: readonly string[];
  readonly owner?: string;
  readonly link?: string;
}

const longestModifier = 7;
const longestComplement = 9;

/**
 * Reads the phrase around a title's head words. `until` is the token where it must end (exclusive): the name that follows.
 */
export function readTitlePhrase(
  context: TitleContext,
  head: TitleMatch,
  until: number,
): TitlePhrase | undefined {
  const kind = kindOf(head);
  if (kind === undefined) return undefined;
  const right = readRight(context, head, until);
  const left = ofLedBody(context, readLeft(context, head));
  const subject = isSubject(context, kind, left, right);
  const owner = subject ? right.owner : (left.owner ?? right.owner);
  const link = subject || left.owner === undefined ? right.link : left.link;
  const headWords = wordsOf(context.document, head.first, head.last);
  return {
    first: left.first,
    last: right.last,
    head,
    title: [...(subject ? left.ownerWords : []), ...left.words, ...headWords, ...right.words]
      .join(' ')
      .replace(/ ?- ?/g, '-'),
    kind,
    status: statusOf(context, left.words, headWords),
    ...(owner === undefined ? {} : { owner }),
    ...(link === undefined ? {} : { link }),
  };
}

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
function readLeft(context: TitleContext, head: TitleMatch): LeftPart {
  const { document, table } = context;
  const words: string[] = [];
  const ownerWords: string[] = [];
  let first = head.first;
  let owner: string | undefined;
  let link: string | undefined;
  for (let i = head.first - 1; i >= 0 && i >= head.first - longestModifier; i--) {
    const token = tokenOf(document, i);
    if (token.sentence !== tokenOf(document, head.first).sentence) break;
    if (token.text === ')' && document.tokens[i - 2]?.text === '(') {
      i -= 2;
      continue;
    }
    if (isPossessive(token)) {
      const mention = ownerEndingAt(table, i - 1);
      if (mention === undefined) break;
      return { first: mention.first, words, ownerWords: [], owner: mention.entity, link: 'possessive' };
    }
    if (token.upos === 'PRON' && /^(its|his|her|their)$/.test(token.lower)) {
      const mention = table.mentionHeadedBy(i);
      return {
        first: i,
        words,
        ownerWords: [],
        ...(mention === undefined ? {} : { owner: mention.entity, link: 'pronoun' }),
      };
    }
    const mention = widest(table, i);
    if (mention !== undefined) {
      const entity = table.byId(mention.entity);
      if (entity?.kind === 'person' || mention.last > head.last) break;
      owner ??= table.actorAt(i)?.id ?? mention.entity;
      ownerWords.unshift(...wordsOf(document, mention.first, mention.last));
      link ??= 'modifier';
      first = mention.first;
      i = mention.first;
      continue;
    }
    if (!isModifier(document, token)) break;
    words.unshift(token.text);
    first = i;
  }
  return {
    first,
    words: trimmedLeft(words),
    ownerWords,
    ...(owner === undefined ? {} : { owner }),
    ...(link === undefined ? {} : { link }),
  };
}

function isModifier(document: AnnotatedDocument, token: Token): boolean {
  if (token.text === '-') return true;
  if (
    /^(then|now|also|not|other|many|several|some|most|both|another|such|one|two|three|senior-most)$/.test(
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

function trimmedLeft(words: string[]): string[] {
  const age = words.findIndex((word, i) => word === 'year' && words[i + 2] === 'old');
  if (age >= 0) words.splice(0, age + 3);
  while (words[0] === '-') words.shift();
  return words;
}

/** A complement after the head: 'of the African Union', 'at the Rift Futures Institute', 'to Djibouti', 'for energy security'. */
function readRight(context: TitleContext, head: TitleMatch, until: number): RightPart {
  const { document } = context;
  const none: RightPart = { last: head.last, words: [] };
  const preposition = document.tokens[head.last + 1];
  if (
    preposition === undefined ||
    preposition.i >= until ||
    !/^(of|for|at|in|with|on|to|from)$/.test(preposition.lower)
  )
    return none;
  if (preposition.sentence !== tokenOf(document, head.last).sentence) return none;
  return readComplement(context, preposition, until);
}

function readComplement(context: TitleContext, preposition: Token, until: number): RightPart {
  const { document, table } = context;
  const words: string[] = [];
  let last = preposition.i;
  for (let i = preposition.i + 1; i < until && i <= preposition.i + longestComplement; i++) {
    const token = tokenOf(document, i);
    if (token.sentence !== preposition.sentence) break;
    const mention = widest(table, i) ?? nominalHeadedBy(table, i);
    const entity = mention === undefined ? undefined : table.byId(mention.entity);
    if (mention !== undefined && entity !== undefined && entity.kind !== 'person') {
      const owner = table.actorAt(mention.head)?.id ?? entity.id;
      const rest = preposition.lower === 'to' && entity.kind !== 'group' ? undefined : owner;
      return completed(context, preposition, words, { ...mention, entity: rest ?? owner });
    }
    if (mention !== undefined && entity?.kind === 'person')
      return { last: mention.last, words: [], owner: entity.id, link: preposition.lower };
    if (!/^(DET|ADJ|NOUN|PROPN|CCONJ|NUM)$/.test(token.upos) && token.text !== '-' && token.lower !== 'of')
      break;
    if (token.upos !== 'DET') words.push(token.text);
    last = i;
  }
  const complement = preposition.lower === 'in' || preposition.lower === 'on' ? [] : words;
  return {
    last: complement.length > 0 ? last : preposition.i - 1,
    words: complement.length > 0 ? [preposition.text, ...complement] : [],
  };
}

/**
 * A complement that ends in an entity. 'to' names whom one is sent to, not whom one serves, unless an office stands between:
 * 'ambassador to Djibouti' has no owner here, 'aide to the Eritrean president' has Eritrea.
 */
function completed(
  context: TitleContext,
  preposition: Token,
  words: readonly string[],
  mention: Mention,
): RightPart {
  const { document, reader } = context;
  const part = partOf(context, mention);
  if (part !== undefined) return completed(context, preposition, words, part);
  let after = mention.last + 1;
  if (document.tokens[after] !== undefined && isPossessive(tokenOf(document, after))) after++;
  const office = officeAfter(context, after);
  if (office !== undefined) {
    return {
      last: office.last,
      words: [preposition.text, 'the', ...wordsOf(document, after, office.last)],
      owner: mention.entity,
      link: 'office',
    };
  }
  if (preposition.lower === 'to' && words.length === 0) {
    return {
      last: mention.last,
      words: [preposition.text, ...wordsOf(document, mention.first, mention.last)],
      owner: mention.entity,
      link: 'to',
    };
  }
  const before =
    words.length > 0 && reader.postKind(words.at(-1)?.toLowerCase() ?? '') === undefined
      ? [preposition.text, ...words.filter((word) => !/^(of|in|at)$/i.test(word))]
      : [];
  return { last: mention.last, words: before, owner: mention.entity, link: preposition.lower };
}

/** "Tunisia's Ennahda party": the group that a state or group owns, where its name follows. */
function partOf({ document, table }: TitleContext, mention: Mention): Mention | undefined {
  const ending = document.tokens[mention.last + 1];
  if (ending === undefined || !isPossessive(ending)) return undefined;
  const next = table
    .mentionsAt(ending.i + 1)
    .findLast((other) => other.first === ending.i + 1 && other.form === 'name');
  return next !== undefined && table.byId(next.entity)?.kind === 'group' ? next : undefined;
}

function officeAfter(context: TitleContext, from: number): TitleMatch | undefined {
  for (let i = from; i < from + 4; i++) {
    const token = context.document.tokens[i];
    if (token === undefined || !/^(NOUN|PROPN|ADJ)$/.test(token.upos)) return undefined;
    const match = context.reader.endingAt(context.document.tokens, i);
    if (match !== undefined && match.first >= from && match.word.type === 'post') return match;
  }
  return undefined;
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

const widest = (table: EntityTable, token: number): Mention | undefined =>
  table.mentionsAt(token).findLast((mention) => mention.form !== 'nominal');

/** A noun that coreference joined to an entity: 'a fellow at the institute'. */
function nominalHeadedBy(table: EntityTable, token: number): Mention | undefined {
  return table
    .mentionsAt(token)
    .find(
      (mention) =>
        mention.form === 'nominal' && mention.head === token && mention.rule.startsWith('coreference.'),
    );
}

function ownerEndingAt(table: EntityTable, token: number): Mention | undefined {
  return table.mentionsAt(token).findLast((mention) => mention.last === token);
}

/** Words as they stand, without full stops alone. */
export function wordsOf(document: AnnotatedDocument, first: number, last: number): string[] {
  const words: string[] = [];
  for (let i = first; i <= last; i++) {
    const token = document.tokens[i];
    if (token !== undefined && plainWord(token) !== '' && !isPossessive(token)) words.push(token.text);
  }
  return words;
}

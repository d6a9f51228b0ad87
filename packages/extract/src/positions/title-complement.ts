import { type AnnotatedDocument, type Token, tokenOf } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import type { NameLexicons } from '../names/lexicons.ts';
import { isPossessive } from '../names/runs.ts';
import { plainWord } from '../names/text.ts';
import { meansBody } from './called-body.ts';
import type { TitleMatch, TitleReader } from '../names/title-words.ts';

/** What reading positions needs. */
export interface TitleContext {
  readonly document: AnnotatedDocument;
  readonly table: EntityTable;
  readonly reader: TitleReader;
  readonly lexicons: NameLexicons;
}

/** What stands behind the head of a title. */
export interface RightPart {
  readonly last: number;
  readonly words: readonly string[];
  readonly owner?: string;
  readonly link?: string;
  /** The noun of an owner that is no entity: 'ministry' of "the ministry's information directorate". */
  readonly ownerWords?: readonly string[];
}

const longestComplement = 9;

/** A complement after the head: 'of the African Union', 'at the Rift Futures Institute', 'to Djibouti', 'for energy security'. */
export function readRight(context: TitleContext, head: TitleMatch, until: number): RightPart {
  const { document } = context;
  const none: RightPart = { last: head.last, words: [] };
  const preposition = document.tokens[head.last + 1];
  if (
    preposition === undefined ||
    preposition.i >= until ||
    !/^(of|for|at|in|with|on|to|from)$/.test(preposition.lower) ||
    document.tokens[head.last + 2]?.upos === 'NUM'
  )
    return none;
  if (preposition.sentence !== tokenOf(document, head.last).sentence) return none;
  return readComplement(context, preposition, until);
}

function readComplement(context: TitleContext, preposition: Token, until: number): RightPart {
  const { document, table } = context;
  const words: string[] = [];
  let last = preposition.i;
  let possessor: string | undefined;
  for (let i = preposition.i + 1; i < until && i <= preposition.i + longestComplement; i++) {
    const token = tokenOf(document, i);
    if (token.sentence !== preposition.sentence) break;
    const compound = overCompound(document, widest(table, i));
    if (compound !== undefined) {
      i = compound;
      last = compound;
      continue;
    }
    const mention = widest(table, i) ?? nominalHeadedBy(table, i);
    const entity = mention === undefined ? undefined : table.byId(mention.entity);
    if (mention !== undefined && entity !== undefined && entity.kind !== 'person') {
      const owner = table.actorAt(mention.head)?.id ?? entity.id;
      const rest = preposition.lower === 'to' && entity.kind !== 'group' ? undefined : owner;
      const about = /^(for|on)$/.test(preposition.lower) ? tokenAfter(document, mention.last) : undefined;
      const body = about === undefined ? undefined : bodyBehind(context, about, until);
      if (body !== undefined)
        return {
          ...body,
          words: [preposition.text, ...words, ...wordsOf(document, mention.first, mention.last)],
        };
      return completed(context, preposition, words, { ...mention, entity: rest ?? owner });
    }
    if (mention !== undefined && entity?.kind === 'person') {
      const called = mention.form === 'nominal' ? calledPerson(context, mention) : [];
      return {
        last: mention.last,
        words: called.length > 0 ? [preposition.text, ...words, ...called] : [],
        owner: entity.id,
        link: preposition.lower,
      };
    }
    const body = words.length > 0 ? bodyBehind(context, token, until) : undefined;
    if (body !== undefined) return { ...body, words: [preposition.text, ...words] };
    if (isPossessive(token) && words.length > 0) {
      possessor = words.at(-1)?.toLowerCase();
      continue;
    }
    const isRuling = token.xpos === 'VBG' && token.deprel === 'amod' && words.length === 0;
    const isGerund = token.xpos === 'VBG' && (words.length > 0 || isRuling);
    const isParticiple = token.xpos === 'VBN' && token.deprel === 'amod';
    if (
      !/^(DET|ADJ|NOUN|PROPN|CCONJ|NUM)$/.test(token.upos) &&
      !isGerund &&
      !isParticiple &&
      token.text !== '-' &&
      token.lower !== 'of'
    )
      break;
    if (token.upos !== 'DET' && !isRuling) words.push(token.text);
    last = i;
  }
  const indefinite = /^(a|an|some|another)$/.test(document.tokens[preposition.i + 1]?.lower ?? '');
  if (indefinite || words.some((word) => timeNoun.test(word))) return { last: preposition.i - 1, words: [] };
  const complement = preposition.lower === 'in' || preposition.lower === 'on' ? [] : words;
  return {
    last: complement.length > 0 ? last : preposition.i - 1,
    words: complement.length > 0 ? [preposition.text, ...complement] : [],
    ...ownerUnnamed(possessor ?? bodyNoun(context, preposition, complement)),
  };
}

const ownerUnnamed = (noun: string | undefined): Pick<RightPart, 'ownerWords' | 'link'> =>
  noun === undefined ? {} : { ownerWords: [noun], link: 'unknown' };

/** 'ministry' in 'a spokeswoman for the ministry', 'committee' in 'the chairman of the committee'. */
function bodyNoun(
  { document }: TitleContext,
  preposition: Token,
  words: readonly string[],
): string | undefined {
  const noun = words.at(-1)?.toLowerCase() ?? '';
  const isDefinite = document.tokens[preposition.i + 1]?.lower === 'the';
  return isDefinite && words.length <= 2 && /^(of|for|at|with)$/.test(preposition.lower) && meansBody(noun)
    ? noun
    : undefined;
}

/** Times, which are no part of a title: 'for a second time', 'of last week'. Nor is something unnamed: 'the editor of a blog'. */
const timeNoun = /^(time|times|year|years|decade|decades|week|weeks|month|months|day|days|now|moment)$/i;

/** 'a spokesman for the prime minister', 'the leader of the Opposition': the noun for somebody, without its article. */
function calledPerson({ document }: TitleContext, { first, last }: Mention): string[] {
  return document.tokens
    .slice(first, last + 1)
    .filter(({ upos }) => /^(NOUN|ADJ|PROPN)$/.test(upos))
    .map(({ text }) => text);
}

const tokenAfter = ({ tokens }: AnnotatedDocument, last: number): Token | undefined => tokens[last + 1];

/** 'the Copenhagen-based Nordic Centre': the participle behind a name and a hyphen, which is no owner. */
function overCompound({ tokens }: AnnotatedDocument, mention: Mention | undefined): number | undefined {
  if (mention === undefined || tokens[mention.last + 1]?.text !== '-') return undefined;
  const participle = tokens[mention.last + 2];
  return participle?.xpos === 'VBN' || participle?.xpos === 'VBD' || participle?.upos === 'ADJ'
    ? participle.i
    : undefined;
}

/** 'of physics at the University of Florida', 'for policy at the Center for American Progress': the body behind what the post is about. */
function bodyBehind(context: TitleContext, preposition: Token, until: number): RightPart | undefined {
  if (!/^(at|for|with|in)$/.test(preposition.lower)) return undefined;
  const right = readComplement(context, preposition, until);
  const owner = right.owner === undefined ? undefined : context.table.byId(right.owner);
  if (owner?.kind !== 'group' || right.words.length > 0) return undefined;
  return preposition.lower === 'in' && owner.groupKind === 'state' ? undefined : right;
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
  const part = partOf(context, mention) ?? bodyOfPlace(context, mention);
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
    words.length > 0 &&
    !isBodyNoun(words.at(-1) ?? '') &&
    reader.postKind(words.at(-1)?.toLowerCase() ?? '') === undefined
      ? [preposition.text, ...words.filter((word) => !/^(of|in|at)$/i.test(word))]
      : [];
  return { last: mention.last, words: before, owner: mention.entity, link: preposition.lower };
}

/** 'charity' in 'head of policy at Aids charity the Dawn Trust': a noun that only says what kind of body the name behind it is. */
const isBodyNoun = (word: string): boolean =>
  meansBody(word.toLowerCase()) ||
  /(giant|maker|retailer|lender|insurer|operator|producer|publisher|broadcaster|brokers?|brokerage|watchdog|regulator|consultancy|think-tank|conglomerate)$/i.test(
    word,
  );

/** "Tunisia's Ennahda party": the group that a state or group owns, where its name follows. */
function partOf({ document, table }: TitleContext, mention: Mention): Mention | undefined {
  const ending = document.tokens[mention.last + 1];
  if (ending === undefined || !isPossessive(ending)) return undefined;
  const next = table
    .mentionsAt(ending.i + 1)
    .findLast((other) => other.first === ending.i + 1 && other.form === 'name');
  return next !== undefined && table.byId(next.entity)?.kind === 'group' ? next : undefined;
}

/** 'the Virginia AFL-CIO', 'the Boston Red Cross': the group that a place stands before. */
function bodyOfPlace({ table }: TitleContext, mention: Mention): Mention | undefined {
  if (table.byId(mention.entity)?.kind !== 'place') return undefined;
  const next = table
    .mentionsAt(mention.last + 1)
    .findLast((other) => other.first === mention.last + 1 && other.form === 'name');
  return next !== undefined && table.byId(next.entity)?.kind === 'group' ? next : undefined;
}

function officeAfter(context: TitleContext, from: number): TitleMatch | undefined {
  for (let i = from; i < from + 4; i++) {
    const token = context.document.tokens[i];
    if (token === undefined || !/^(NOUN|PROPN|ADJ)$/.test(token.upos)) return undefined;
    const match = context.reader.endingAt(context.document.tokens, i);
    if (match === undefined || match.first < from || match.word.type !== 'post') continue;
    const longer = context.reader.endingAt(context.document.tokens, i + 1);
    return longer?.first === match.first ? longer : match;
  }
  return undefined;
}

/** The widest mention at a token that is no nominal. */
export const widest = (table: EntityTable, token: number): Mention | undefined =>
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

/** Words as they stand, without full stops alone. */
export function wordsOf(document: AnnotatedDocument, first: number, last: number): string[] {
  const words: string[] = [];
  for (let i = first; i <= last; i++) {
    const token = document.tokens[i];
    if (token !== undefined && plainWord(token) !== '' && !isPossessive(token)) words.push(token.text);
  }
  return words;
}

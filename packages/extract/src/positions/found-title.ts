import { type AnnotatedDocument, children, hasRelation, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isCapitalised } from '../names/text.ts';
import type { TitleMatch } from '../names/title-words.ts';
import type { TitleContext } from './title-complement.ts';
import { readTitlePhrase, type TitlePhrase } from './title-phrase.ts';

/** A post said of a person: where, by what construction. */
export interface FoundTitle {
  readonly person: Mention;
  readonly phrase: TitlePhrase;
  readonly rule: string;
  readonly confidence: number;
}

/** The subjects 'who' of relative clauses on a name. */
export function relativeSubjects(document: AnnotatedDocument, token: Token): Token[] {
  return children(document, token.i, 'acl')
    .flatMap((clause) => children(document, clause.i, 'nsubj'))
    .filter((subject) => /^(who|which|that)$/.test(subject.lower));
}

export function found(
  context: TitleContext,
  person: Mention,
  head: TitleMatch,
  until: number,
  rule: string,
  confidence: number,
  from = 0,
): FoundTitle[] {
  const phrase = readTitlePhrase(context, head, until, from);
  if (phrase === undefined || (phrase.first <= person.head && person.head <= phrase.last)) return [];
  return [{ person, phrase, rule, confidence }];
}

/** 'two' in 'number two', which ends that title. */
function numbered({ tokens }: AnnotatedDocument, noun: Token): Token {
  const next = tokens[noun.i + 1];
  return next !== undefined && next.upos === 'NUM' && hasRelation(next, 'flat') ? next : noun;
}

/** Constructions that put a description right beside a name, or say outright what somebody does: 'works as a welder'. */
const isBeside = /^positions\.(apposition|comma|verb\.work)$/;

/** The title that a noun heads, and those joined to it by 'and'. Beside a name any common noun for a trade is one. */
export function fromHead(context: TitleContext, person: Mention, token: Token, rule: string): FoundTitle[] {
  const { document } = context;
  const heads = [
    token,
    ...children(document, token.i, 'conj').filter((noun) => isJoined(document, token, noun)),
  ];
  const titles = heads.flatMap((noun) => titleFromHead(context, person, noun, rule));
  return sharingOwner(withJoinedBehind(context, titles));
}

function titleFromHead(
  context: TitleContext,
  person: Mention,
  noun: Token,
  rule: string,
  from = 0,
): FoundTitle[] {
  const { document, reader } = context;
  const match =
    titleHeadedBy(context, numbered(document, noun)) ??
    (isBeside.test(rule) && noun.upos !== 'PROPN'
      ? reader.tradeEndingAt(document.tokens, noun.i)
      : undefined);
  if (match === undefined || plural(document.tokens[match.last])) return [];
  return found(context, person, match, document.tokens.length, rule, 0.85, from);
}

/** Words that lead from one post to the next: 'chief economist and then director', 'director, later president'. */
const nextPost = /^(then|now|later|currently|also|subsequently|eventually|finally)$/;

/** 'CEO and founder of Y', 'chief economist and then managing director of Y', 'an editor, later the director of Z': a post behind the last. */
export function withJoinedBehind(context: TitleContext, titles: readonly FoundTitle[]): FoundTitle[] {
  const last = titles.at(-1);
  if (last === undefined || titles.length > longestSeries) return [...titles];
  const { tokens } = context.document;
  let at = last.phrase.last + 1;
  const isComma = tokens[at]?.text === ',';
  if (isComma) at++;
  const isAnd = /^(and|&)$/.test(tokens[at]?.lower ?? '');
  if (isAnd) at++;
  const isNext = nextPost.test(tokens[at]?.lower ?? '');
  if (isNext) at++;
  if (!(isAnd && !isComma) && !isNext) return [...titles];
  const noun = nounHeadFrom(context.document, at);
  if (noun === undefined || titles.some(({ phrase }) => phrase.first <= noun.i && noun.i <= phrase.last))
    return [...titles];
  const next = titleFromHead(context, last.person, noun, last.rule, at).filter(
    ({ phrase }) => !startsPerson(context, phrase.last + 1),
  );
  return next.length === 0 ? [...titles] : withJoinedBehind(context, [...titles, ...next]);
}

const longestSeries = 3;

/** The head noun of a phrase that begins at a token: the last noun before a preposition, a comma or a verb. */
export function nounHeadFrom(document: AnnotatedDocument, first: number): Token | undefined {
  let head: Token | undefined;
  for (let i = first; i < first + 9; i++) {
    const token = document.tokens[i];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') head = token;
    else if (joinsCapitalised(document, token)) continue;
    else if (
      !/^(DET|ADJ|NUM|PART|ADV)$/.test(token.upos) &&
      token.text !== '-' &&
      token.upos !== 'VERB' &&
      !/^(its|his|her|their)$/.test(token.lower)
    )
      break;
    else if (token.upos === 'VERB' && token.deprel !== 'amod' && !isBeforeNoun(document, token)) break;
  }
  return head;
}

/** 'Commerce and Industry Minister': 'and' between two capitalised fields of one minister's, not between two posts. */
const joinsCapitalised = ({ tokens }: AnnotatedDocument, { i, lower }: Token): boolean =>
  lower === 'and' &&
  isCapitalised(tokens[i - 1]?.text ?? '') &&
  isCapitalised(tokens[i + 1]?.text ?? '') &&
  ofFields.test(tokens[i + 2]?.lower ?? '') &&
  !ofFields.test(tokens[i - 1]?.lower ?? '');

const ofFields = /^(minister|secretary)$/;

/** 'managing' in 'and then managing director', which the tree may take for a verb. */
const isBeforeNoun = ({ tokens }: AnnotatedDocument, { i, xpos }: Token): boolean =>
  xpos === 'VBG' && tokens[i + 1]?.upos === 'NOUN';

/** The longest title that a noun heads: 'secretary of state' by its first word. */
export function titleHeadedBy({ document, reader }: TitleContext, noun: Token): TitleMatch | undefined {
  const compound = reader.endingAt(document.tokens, lastOfCompound(document, noun));
  return compound?.first === noun.i ? compound : reader.endingAt(document.tokens, noun.i);
}

/** No verb of another clause stands between two joined posts: not 'his lawyer, X, to convince him, and therefore the president'. */
function isJoined({ tokens }: AnnotatedDocument, token: Token, noun: Token): boolean {
  return !tokens
    .slice(Math.min(token.i, noun.i), Math.max(token.i, noun.i))
    .some(({ xpos, deprel }) => /^(VB|VBD|VBZ|VBP|MD)$/.test(xpos ?? '') && !deprel.startsWith('acl:relcl'));
}

/** 'Secretary of State', 'Attorney-General' is headed by its first word: the last token of the longest title that begins there. */
function lastOfCompound(document: AnnotatedDocument, noun: Token): number {
  const next = document.tokens[noun.i + 1];
  if (next?.text === '-' && document.tokens[noun.i + 2]?.lower === 'general') return noun.i + 2;
  return next?.lower === 'of' || next?.lower === 'general' ? noun.i + (next.lower === 'of' ? 2 : 1) : noun.i;
}

/** "WeWork's founder and former CEO", 'chairman and owner of Tidewell': what one of the posts says of its body holds for all that say none. */
export function sharingOwner(titles: readonly FoundTitle[]): FoundTitle[] {
  const first = titles[0]?.phrase;
  const isBefore = first?.link === 'possessive' || first?.link === 'modifier';
  return titles.map((title, i) => {
    const { phrase } = title;
    if (phrase.link !== undefined) return title;
    const shared = isBefore
      ? first
      : titles.slice(i + 1).find((next) => next.phrase.link !== undefined)?.phrase;
    if (shared?.owner === undefined || shared.link === undefined) return title;
    const { owner, link } = shared;
    const fits = isBefore
      ? !(link === 'modifier' && isOfOwnField(phrase))
      : link === 'of' && !(isMember.test(shared.title) && phrase.kind !== 'member') && !isCalling(phrase);
    return fits ? { ...title, phrase: { ...phrase, owner, link } } : title;
  });
}

/** 'a minister and member of the Front': who is one of a body need not hold another post with it. */
const isMember = /\b(member|official|delegate|fellow|supporter|veteran)\b/i;

/** 'ex-policeman and head of the alliance': a trade that is not held with a body. */
const isCalling = (phrase: TitlePhrase | undefined): boolean =>
  phrase?.kind === 'other' &&
  !/(founder|owner|author|coach|trainer|host|editor|shareholder|developer)$/i.test(phrase.title);

/** 'police officer and Navy veteran': what stands before the first says nothing of a second that has words of its own. */
const isOfOwnField = ({ kind, title }: TitlePhrase): boolean => kind === 'member' && title.includes(' ');

export function startsPerson(context: TitleContext, token: number): boolean {
  const mention = context.table.mentionAt(token);
  return (
    mention?.first === token &&
    mention.form === 'name' &&
    context.table.byId(mention.entity)?.kind === 'person'
  );
}

/** Is a title said of several people? */
export const plural = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(sens|reps|govs)\.?$/.test(token.lower) ||
    ((token.xpos === 'NNS' || token.xpos === 'NNPS') && /(s|men|women)$/.test(token.lower)));

/** A title said of several, as it is said of one: 'lawyer' for 'lawyers', 'member of parliament' for 'members of parliament'. */
export const singular = (title: string): string =>
  title
    .replace(/men(?= (?:of|for|at)\b|$)/, 'man')
    .replace(/s(\.?)$/, '$1')
    .replace(/s(?= (of|for|at)\b)/, '');

const longestComplement = 10;

/** Where the bracket before a token opens: over '(SCFC)' in 'the envoy of the Sahel Coast Fisheries Council (SCFC), X'. */
function overBrackets({ tokens }: AnnotatedDocument, first: number): number {
  if (tokens[first - 1]?.text !== ')') return first;
  for (let at = first - 2; at > first - 6; at--) if (tokens[at]?.text === '(') return at;
  return first;
}

/** 'Chairman of the Joint Chiefs of Staff Mark Milley', "the chairman of Bosnia's three-member presidency, X": over a complement. */
export function headOverComplement(context: TitleContext, first: number): TitleMatch | undefined {
  const { document, reader, table } = context;
  const comma = document.tokens[first]?.text === ',';
  const end = overBrackets(document, first);
  const body = table
    .mentionsAt(end - 1)
    .some(({ last, entity }) => last === end - 1 && table.byId(entity)?.kind !== 'person');
  if (!comma && !body) return headOfField(context, first);
  for (let at = end - 1; at >= Math.max(0, end - longestComplement); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) return undefined;
    if (/^(VERB|AUX|CCONJ|PRON)$/.test(token.upos) || (token.upos === 'PUNCT' && token.text !== '-'))
      return undefined;
    if (startsPerson(context, at)) return undefined;
    if (at === end - 1 || !/^(of|for|to|at|in|on|with|from|representing)$/.test(token.lower)) continue;
    const head = reader.tradeEndingAt(document.tokens, at - 1);
    if (head !== undefined) return head;
  }
  return undefined;
}

/** 'Deputy Minister of Foreign Affairs X', 'Director of Maritime Surveillance Y': a capitalised head over capitalised words for its field. */
function headOfField({ document, reader }: TitleContext, first: number): TitleMatch | undefined {
  for (let at = first - 1; at >= Math.max(0, first - longestField); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) return undefined;
    if (/^(of|for)$/.test(token.lower)) {
      const head = at === first - 1 ? undefined : reader.endingAt(document.tokens, at - 1);
      return head?.word.type === 'post' && isCapitalised(document.tokens[at - 1]?.text ?? '')
        ? head
        : undefined;
    }
    if (!isCapitalised(token.text) && !/^(and|the|&)$/.test(token.lower))
      return headOfPlainField(document, reader, first);
  }
  return undefined;
}

/** 'deputy minister of lands and natural resources X': over common nouns without an article, for an office. */
function headOfPlainField(
  document: AnnotatedDocument,
  reader: TitleContext['reader'],
  first: number,
): TitleMatch | undefined {
  for (let at = first - 1; at >= Math.max(0, first - longestField); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) return undefined;
    if (/^(of|for)$/.test(token.lower)) {
      const head = at === first - 1 ? undefined : reader.endingAt(document.tokens, at - 1);
      const isOffice = head?.word.type === 'post' && /^(office|leader)$/.test(head.word.kind);
      if (isOffice) return plural(document.tokens[head.last]) ? undefined : head;
      if (at < first - 2 && document.tokens[at - 1]?.upos === 'NOUN') continue;
      return undefined;
    }
    if (!/^(NOUN|ADJ|CCONJ)$/.test(token.upos)) return undefined;
  }
  return undefined;
}

const longestField = 7;

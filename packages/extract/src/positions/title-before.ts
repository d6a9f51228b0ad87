import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { isCapitalised } from '../names/text.ts';
import type { TitleMatch } from '../names/title-words.ts';
import { found, type FoundTitle, headOverComplement, plural, sharingOwner } from './found-title.ts';
import { pluralTitles } from './plural-titles.ts';
import type { TitleContext } from './title-complement.ts';

/** 'FBI director James Comey', 'Speaker of the House Newt Gingrich'. */
export function titleBefore(context: TitleContext, person: Mention): FoundTitle[] {
  if (person.form !== 'name') return [];
  const { tokens } = context.document;
  const direct = headEndingBefore(context, person.first);
  const head = direct ?? headOverComplement(context, person.first);
  if (head === undefined || plural(tokens[head.last]))
    return pluralTitles(context, person).map((title) => withOwnerBehind(context, title));
  if (quote.test(tokens[head.first - 1]?.text ?? '') && quote.test(tokens[person.last + 1]?.text ?? ''))
    return [];
  const other = titleBeforeLawmaker(context, head);
  if (other !== undefined)
    return [
      ...found(context, person, other, head.first, 'positions.title-before', 0.9),
      ...(head.word.type === 'post' && isRankToo.test(tokens[head.last]?.lower ?? '')
        ? []
        : found(context, person, head, person.first, 'positions.title-before', 0.9, head.first)),
    ];
  const nearest = found(context, person, head, person.first, 'positions.title-before', 0.9).filter(
    ({ phrase }) => tokens[phrase.first - 1]?.lower !== 'whose',
  );
  return sharingOwner([...nearest.flatMap((title) => joinedBefore(context, title)), ...nearest]).map(
    (title) => withOwnerBehind(context, title),
  );
}

/** Posts that are ranks behind another post: 'navy spokesman Captain X'. */
const isRankToo = /^(captain|commander|capt|cmdr)\.?$/;

/** Around a nickname: 'nicknamed "King James"'. */
const quote = /^["“”'‘’`]+$/;

/** 'the founder and chief executive X': a second post before 'and'. Two offices so joined are mostly those of two people. */
export function joinedBefore(
  context: TitleContext,
  { person, phrase, rule, confidence }: FoundTitle,
): FoundTitle[] {
  const { document, reader } = context;
  const and = phrase.first - 1;
  if (!/^(and|&)$/.test(document.tokens[and]?.lower ?? '')) return [];
  const head = reader.endingAt(document.tokens, and - 1);
  if (head?.word.type !== 'post' || plural(document.tokens[head.last])) return [];
  const joinable = /^(leader|member|other)$/;
  return (joinable.test(phrase.kind) && joinable.test(head.word.kind)) || isOneOffice(document, phrase, head)
    ? found(context, person, head, and, rule, confidence)
    : [];
}

/** 'committee Chairman Rep. X', 'vice presidential candidate Gov. Y': another post before the one that all of a parliament or all governors have; 'army chief Gen. Z': before a rank. */
function titleBeforeLawmaker({ document, reader }: TitleContext, head: TitleMatch): TitleMatch | undefined {
  if (head.word.type === 'rank' || isRankToo.test(document.tokens[head.last]?.lower ?? '')) {
    const post = reader.endingAt(document.tokens, head.first - 1);
    return post?.word.type === 'post' && !plural(document.tokens[post.last]) ? post : undefined;
  }
  const word = document.tokens[head.last]?.lower.replace(/\.$/, '') ?? '';
  if (!/^(rep|sen|gov|del|senator|congressman|congresswoman)$/.test(word)) return undefined;
  const before = reader.endingAt(document.tokens, head.first - 1);
  const common = /^(deputy|state|vice|lieutenant|lt|democrat|republican)$/;
  return before?.word.type === 'post' && !common.test(document.tokens[before.last]?.lower ?? '')
    ? before
    : undefined;
}

/** 'President Vladimir Putin of Russia', 'the Rev. Peter Wherry, of Mayfield Memorial Church': the body named behind the person. */
function withOwnerBehind(context: TitleContext, title: FoundTitle): FoundTitle {
  const { document, table } = context;
  const { person, phrase } = title;
  if (phrase.link !== undefined) return title;
  let at = person.last + 1;
  if (document.tokens[at]?.text === ',') at++;
  if (document.tokens[at]?.lower !== 'of') return title;
  at += document.tokens[at + 1]?.upos === 'DET' ? 2 : 1;
  const mention = table.mentionsAt(at).findLast((other) => other.first === at && other.form === 'name');
  const entity = mention === undefined ? undefined : table.byId(mention.entity);
  if (mention === undefined || entity === undefined || entity.kind === 'person') return title;
  if (entity.groupKind === 'party' && phrase.kind !== 'leader') return title;
  const body =
    table.actorAt(mention.head) ?? (entity.kind === 'place' ? table.counterpart(entity.id) : entity);
  return body === undefined ? title : { ...title, phrase: { ...phrase, owner: body.id, link: 'of' } };
}

/** 'Deputy Prime Minister and Foreign Minister X': two capitalised offices without an article are one person's. */
function isOneOffice({ tokens }: AnnotatedDocument, phrase: FoundTitle['phrase'], head: TitleMatch): boolean {
  const isOffice = phrase.kind === 'office' && head.word.type === 'post' && head.word.kind === 'office';
  return (
    isOffice &&
    phrase.link === undefined &&
    [tokens[phrase.first], tokens[head.first]].every((token) => isCapitalised(token?.text ?? ''))
  );
}

/** The title right before a token; forms of address between it and the name are skipped: 'President Mr X'. */
function headEndingBefore(context: TitleContext, first: number): TitleMatch | undefined {
  const { document, reader } = context;
  for (let last = first - 1; last >= 0 && last >= first - 4; last--) {
    if (document.tokens[last]?.sentence !== document.tokens[first]?.sentence) return undefined;
    if (document.tokens[last]?.text === '.') continue;
    if (
      /^(designate|elect)$/.test(document.tokens[last]?.lower ?? '') &&
      document.tokens[last - 1]?.text === '-'
    ) {
      last--;
      continue;
    }
    const match = reader.endingAt(document.tokens, last) ?? tradeBeside(context, last, first);
    if (match === undefined) return undefined;
    if (match.word.type !== 'honorific') return withRank(context, match);
    last = match.first;
  }
  return undefined;
}

/** 'bus conductor X': a common noun for a trade that the tree puts beside the name. */
function tradeBeside(
  { document, reader }: TitleContext,
  last: number,
  first: number,
): TitleMatch | undefined {
  const [noun, name] = [document.tokens[last], document.tokens[first]];
  if (noun === undefined || name === undefined || last !== first - 1) return undefined;
  const isBeside = noun.head === name.i || name.head === noun.i || noun.head === name.head;
  return isBeside ? reader.tradeEndingAt(document.tokens, last) : undefined;
}

/** 'General' after 'Brigadier': the whole rank is the head. */
function withRank(context: TitleContext, match: TitleMatch): TitleMatch {
  if (match.word.type !== 'rank') return match;
  const before = context.reader.endingAt(context.document.tokens, match.first - 1);
  return before?.word.type === 'rank' ? { ...match, first: before.first } : match;
}

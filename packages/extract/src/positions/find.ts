import { type AnnotatedDocument, children, child, hasRelation, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
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

/** The posts that stand around a person's name: before it, in apposition before or after it, or after or before 'is'. */
export function titlesAround(context: TitleContext, person: Mention): FoundTitle[] {
  return [
    ...titleBefore(context, person),
    ...appositionAfter(context, person),
    ...appositionBefore(context, person),
    ...copula(context, person),
    ...inverseCopula(context, person),
  ];
}

/** 'FBI director James Comey', 'Speaker of the House Newt Gingrich'. */
function titleBefore(context: TitleContext, person: Mention): FoundTitle[] {
  if (person.form !== 'name') return [];
  const { tokens } = context.document;
  const direct = headEndingBefore(context, person.first);
  const head = direct ?? headOverComplement(context, person.first);
  if (head === undefined || plural(tokens[head.last])) return [];
  const other = titleBeforeLawmaker(context, head);
  if (other !== undefined)
    return [
      ...found(context, person, other, head.first, 'positions.title-before', 0.9),
      ...found(context, person, head, person.first, 'positions.title-before', 0.9, head.first),
    ];
  const nearest = found(context, person, head, person.first, 'positions.title-before', 0.9).filter(
    ({ phrase }) => tokens[phrase.first - 1]?.lower !== 'whose',
  );
  return sharingOwner([...nearest.flatMap((title) => joinedBefore(context, title)), ...nearest]).map(
    (title) => withOwnerBehind(context, title),
  );
}

/** 'committee Chairman Rep. X', 'vice presidential candidate Gov. Y': another post before the one that all of a parliament or all governors have. */
function titleBeforeLawmaker({ document, reader }: TitleContext, head: TitleMatch): TitleMatch | undefined {
  const word = document.tokens[head.last]?.lower.replace(/\.$/, '') ?? '';
  if (!/^(rep|sen|gov|del|senator|congressman|congresswoman)$/.test(word)) return undefined;
  const before = reader.endingAt(document.tokens, head.first - 1);
  const common = /^(deputy|state|vice|lieutenant|lt|democrat|republican)$/;
  return before?.word.type === 'post' && !common.test(document.tokens[before.last]?.lower ?? '')
    ? before
    : undefined;
}

/** 'the founder and chief executive X': a second post before 'and'. Two offices so joined are mostly those of two people. */
function joinedBefore(context: TitleContext, { person, phrase, rule, confidence }: FoundTitle): FoundTitle[] {
  const { document, reader } = context;
  const and = phrase.first - 1;
  if (!/^(and|&)$/.test(document.tokens[and]?.lower ?? '')) return [];
  const head = reader.endingAt(document.tokens, and - 1);
  if (head?.word.type !== 'post' || plural(document.tokens[head.last])) return [];
  const joinable = /^(leader|other)$/;
  return joinable.test(phrase.kind) && joinable.test(head.word.kind)
    ? found(context, person, head, and, rule, confidence)
    : [];
}

/** "WeWork's founder and former CEO", 'chairman and owner of Tidewell': what one of the posts says of its body holds for all that say none. */
function sharingOwner(titles: readonly FoundTitle[]): FoundTitle[] {
  const first = titles[0]?.phrase;
  const last = titles.at(-1)?.phrase;
  const shared =
    first?.link === 'possessive' || first?.link === 'modifier'
      ? first
      : last?.link === 'of'
        ? last
        : undefined;
  if (shared?.owner === undefined || titles.length < 2) return [...titles];
  const { owner, link } = shared;
  return titles.map((title) =>
    title.phrase.link === undefined
      ? { ...title, phrase: { ...title.phrase, owner, ...(link === undefined ? {} : { link }) } }
      : title,
  );
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
  if (entity.kind === 'place' && table.actorAt(mention.head) === undefined) return title;
  return { ...title, phrase: { ...phrase, owner: table.actorAt(mention.head)?.id ?? entity.id, link: 'of' } };
}

/** The title right before a token; forms of address between it and the name are skipped: 'President Mr X'. */
function headEndingBefore(context: TitleContext, first: number): TitleMatch | undefined {
  const { document, reader } = context;
  for (let last = first - 1; last >= 0 && last >= first - 4; last--) {
    if (document.tokens[last]?.sentence !== document.tokens[first]?.sentence) return undefined;
    if (document.tokens[last]?.text === '.') continue;
    const match = reader.endingAt(document.tokens, last);
    if (match === undefined) return undefined;
    if (match.word.type !== 'honorific') return withRank(context, match);
    last = match.first;
  }
  return undefined;
}

/** 'General' after 'Brigadier': the whole rank is the head. */
function withRank(context: TitleContext, match: TitleMatch): TitleMatch {
  if (match.word.type !== 'rank') return match;
  const before = context.reader.endingAt(context.document.tokens, match.first - 1);
  return before?.word.type === 'rank' ? { ...match, first: before.first } : match;
}

const longestComplement = 10;

/** 'Chairman of the Joint Chiefs of Staff Mark Milley', "the chairman of Bosnia's three-member presidency, X": over a complement. */
function headOverComplement(context: TitleContext, first: number): TitleMatch | undefined {
  const { document, reader, table } = context;
  const comma = document.tokens[first]?.text === ',';
  const body = table
    .mentionsAt(first - 1)
    .some(({ last, entity }) => last === first - 1 && table.byId(entity)?.kind !== 'person');
  if (!comma && !body) return undefined;
  for (let at = first - 1; at >= Math.max(0, first - longestComplement); at--) {
    const token = document.tokens[at];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) return undefined;
    if (/^(VERB|AUX|CCONJ|PRON)$/.test(token.upos) || (token.upos === 'PUNCT' && token.text !== '-'))
      return undefined;
    if (startsPerson(context, at)) return undefined;
    if (at === first - 1 || !/^(of|for|to|at|in|on|with|representing)$/.test(token.lower)) continue;
    const head = reader.endingAt(document.tokens, at - 1);
    if (head !== undefined) return head;
  }
  return undefined;
}

/** 'Dawit Mekonnen, the foreign minister of Ethiopia,' and 'X, 58, a former general'; by the comma, checked by the tree. */
function appositionAfter(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const nouns = children(document, person.head, 'appos').filter((token) =>
    isApposition(context, person, token),
  );
  const byTree = nouns.flatMap((token) => fromHead(context, person, token, 'positions.apposition'));
  if (byTree.length > 0) return byTree.map((title) => withBodyOverComma(context, title));
  let at = person.last + 1;
  if (document.tokens[at]?.text !== ',' || document.tokens[at + 1]?.lower === 'and') return [];
  if (document.tokens[at + 1]?.upos === 'NUM' && document.tokens[at + 2]?.text === ',') at += 2;
  const head = nounHeadFrom(document, at + 1);
  return head === undefined
    ? []
    : fromHead(context, person, head, 'positions.comma')
        .filter(({ phrase }) => !startsPerson(context, phrase.last + 1))
        .map((title) => withBodyOverComma(context, title));
}

/** 'Sanjiv Bhasin, Director, IIFL Securities,': the body stands between commas behind the post. */
function withBodyOverComma({ document, table }: TitleContext, title: FoundTitle): FoundTitle {
  const { phrase } = title;
  if (phrase.link !== undefined || document.tokens[phrase.last + 1]?.text !== ',') return title;
  const first = phrase.last + 2;
  const mention = table.mentionsAt(first).findLast((other) => other.first === first && other.form === 'name');
  const body = mention === undefined ? undefined : table.byId(mention.entity);
  if (mention === undefined || body?.kind !== 'group' || body.groupKind === 'state') return title;
  const after = document.tokens[mention.last + 1];
  return after === undefined || /^[,.;)]$/.test(after.text)
    ? { ...title, phrase: { ...phrase, owner: body.id, link: 'comma' } }
    : title;
}

/** Not one of a list ('X, and Y's director, Z'), not far off behind a verb, and not itself the title of the name that follows. */
function isApposition(context: TitleContext, person: Mention, noun: Token): boolean {
  const { document } = context;
  if (children(document, noun.i, 'cc').length > 0) return false;
  const between = document.tokens.slice(person.last + 1, noun.i);
  if (between.some((token) => token.text === ';' || /^(VBD|VBZ|VBP|VB|MD)$/.test(token.xpos ?? '')))
    return false;
  if (between.some((token) => startsPerson(context, token.i))) return false;
  const match = context.reader.endingAt(document.tokens, noun.i);
  const phrase = match === undefined ? undefined : readTitlePhrase(context, match, document.tokens.length);
  return !startsPerson(context, (phrase?.last ?? noun.i) + 1);
}

function startsPerson(context: TitleContext, token: number): boolean {
  const mention = context.table.mentionAt(token);
  return (
    mention?.first === token &&
    mention.form === 'name' &&
    context.table.byId(mention.entity)?.kind === 'person'
  );
}

/** "Ethiopia's foreign minister, Dawit Mekonnen," */
function appositionBefore(context: TitleContext, person: Mention): FoundTitle[] {
  if (person.form !== 'name') return [];
  const { document, reader } = context;
  const token = document.tokens[person.head];
  const governor = token === undefined ? undefined : document.tokens[token.head];
  if (
    token !== undefined &&
    governor !== undefined &&
    hasRelation(token, 'appos') &&
    governor.i < person.first &&
    context.table.mentionHeadedBy(governor.i)?.form !== 'name'
  ) {
    const byTree = fromHead(context, person, governor, 'positions.apposition');
    if (byTree.length > 0) return byTree;
  }

  if (document.tokens[person.first - 1]?.text !== ',') return [];
  const head =
    reader.endingAt(document.tokens, person.first - 2) ?? headOverComplement(context, person.first - 1);
  const before = head === undefined ? undefined : document.tokens[head.first - 1];
  if (head === undefined || before === undefined || plural(document.tokens[head.last])) return [];
  return found(context, person, head, person.first - 1, 'positions.comma', 0.75).filter(
    ({ phrase }) => phrase.owner !== undefined || determined(document, phrase.first),
  );
}

const determined = (document: AnnotatedDocument, first: number): boolean =>
  /^(the|a|an)$/.test(document.tokens[first - 1]?.lower ?? '');

/** 'X is Senior Fellow at …', 'X, who is co-director of …'. */
function copula(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const token = document.tokens[person.head];
  const subjects: Token[] = token === undefined ? [] : [token, ...relativeSubjects(document, token)];
  return subjects.flatMap((subject) => {
    const predicate = document.tokens[subject.head];
    if (
      predicate === undefined ||
      !hasRelation(subject, 'nsubj') ||
      child(document, predicate.i, 'cop') === undefined
    )
      return [];
    return isUnreal(document, predicate)
      ? []
      : fromHead(context, person, predicate, 'positions.copula').filter(({ phrase }) => !isJudgement(phrase));
  });
}

/** 'is not', 'would be', 'if he were': nobody holds the post. */
function isUnreal(document: AnnotatedDocument, predicate: Token): boolean {
  return children(document, predicate.i).some(
    ({ lower, deprel }) =>
      /^(not|n't|never)$/.test(lower) ||
      (deprel.startsWith('aux') && /^(would|could|might|should|may|can|must|'d)$/.test(lower)) ||
      (deprel === 'cop' &&
        lower === 'were' &&
        /^(if|though)$/.test(child(document, predicate.i, 'mark')?.lower ?? '')),
  );
}

/** 'is a great senator', 'is the better candidate': praise or blame, no post. */
function isJudgement({ title, kind, owner }: TitlePhrase): boolean {
  if (
    /^(great|greatest|good|better|best|bad|worst|superior|strong|stronger|weak|terrible|top|perfect|real|true)\b/i.test(
      title,
    )
  )
    return true;
  return (
    kind === 'member' &&
    owner === undefined &&
    /\b(candidate|supporter|student|partner|member|follower|expert|veteran)$/i.test(title)
  );
}

/** "Kolubara's majority owner is Miloš Stanojlović": the post is the subject. */
function inverseCopula(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const copulas = children(document, person.head, 'cop');
  if (person.form !== 'name' || copulas.length === 0) return [];
  return children(document, person.head, 'nsubj')
    .filter((subject) => subject.upos === 'NOUN' && subject.i < person.first)
    .flatMap((subject) => fromHead(context, person, subject, 'positions.copula'))
    .filter(({ phrase }) => phrase.owner !== undefined);
}

/** The subjects 'who' of relative clauses on a name. */
export function relativeSubjects(document: AnnotatedDocument, token: Token): Token[] {
  return children(document, token.i, 'acl')
    .flatMap((clause) => children(document, clause.i, 'nsubj'))
    .filter((subject) => /^(who|which|that)$/.test(subject.lower));
}

/** The title that a noun heads, and those joined to it by 'and'. */
export function fromHead(context: TitleContext, person: Mention, token: Token, rule: string): FoundTitle[] {
  const { document, reader } = context;
  const heads = [token, ...children(document, token.i, 'conj')];
  const titles = heads.flatMap((noun) => {
    const compound = reader.endingAt(document.tokens, lastOfCompound(document, noun));
    const match = compound?.first === noun.i ? compound : reader.endingAt(document.tokens, noun.i);
    if (match === undefined || plural(document.tokens[match.last])) return [];
    return found(context, person, match, document.tokens.length, rule, 0.85);
  });
  return sharingOwner(titles);
}

/** 'Secretary of State' is headed by its first word: the last token of the longest title that begins there. */
function lastOfCompound(document: AnnotatedDocument, noun: Token): number {
  const next = document.tokens[noun.i + 1];
  return next?.lower === 'of' || next?.lower === 'general' ? noun.i + (next.lower === 'of' ? 2 : 1) : noun.i;
}

/** The head noun of a phrase that begins at a token: the last noun before a preposition, a comma or a verb. */
function nounHeadFrom(document: AnnotatedDocument, first: number): Token | undefined {
  let head: Token | undefined;
  for (let i = first; i < first + 9; i++) {
    const token = document.tokens[i];
    if (token === undefined || token.sentence !== document.tokens[first]?.sentence) break;
    if (token.upos === 'NOUN' || token.upos === 'PROPN') head = token;
    else if (
      !/^(DET|ADJ|NUM|PART|ADV)$/.test(token.upos) &&
      token.text !== '-' &&
      token.upos !== 'VERB' &&
      !/^(its|his|her|their)$/.test(token.lower)
    )
      break;
    else if (token.upos === 'VERB' && token.deprel !== 'amod') break;
  }
  return head;
}

function found(
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

const plural = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.xpos === 'NNS' || token.xpos === 'NNPS') &&
  /(s|men|women)$/.test(token.lower);

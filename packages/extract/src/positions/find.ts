import { type AnnotatedDocument, children, child, hasRelation, type Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import {
  found,
  type FoundTitle,
  fromHead,
  headOverComplement,
  nounHeadFrom,
  plural,
  relativeSubjects,
  sharingOwner,
  singular,
  startsPerson,
} from './found-title.ts';
import { pluralHead } from './plural-titles.ts';
import { joinedBefore, titleBefore } from './title-before.ts';
import type { TitleContext } from './title-complement.ts';
import { titlesInPassing } from './titles-in-passing.ts';
import { readTitlePhrase, type TitlePhrase } from './title-phrase.ts';

/** The posts that stand around a person's name: before it, in apposition before or after it, or after or before 'is'. */
export function titlesAround(context: TitleContext, person: Mention): FoundTitle[] {
  const direct = titleBefore(context, person);
  const before = appositionBefore(context, person);
  const after = appositionAfter(context, person).filter(
    ({ phrase }) => direct.length + before.length === 0 || !isOfNextListed(context, phrase),
  );
  return [
    ...direct,
    ...after,
    ...before,
    ...copula(context, person),
    ...inverseCopula(context, person),
    ...titlesInPassing(context, person),
  ];
}

/** "Chile's ambassador, X, the bishop of Valparaíso, Y, and …": in a list that tells each post before the name, it is of the next. */
const isOfNextListed = (context: TitleContext, { last }: TitlePhrase): boolean =>
  context.document.tokens[last + 1]?.text === ',' && startsPerson(context, last + 2);

/** 'Dawit Mekonnen, the foreign minister of Ethiopia,' and 'X, 58, a former general'; by the comma, checked by the tree. */
function appositionAfter(context: TitleContext, person: Mention): FoundTitle[] {
  const { document } = context;
  const nouns = children(document, person.head, 'appos').filter((token) =>
    isApposition(context, person, token),
  );
  const byTree = nouns.flatMap((token) => fromHead(context, person, token, 'positions.apposition'));
  const own = byTree.filter(
    ({ phrase }) =>
      (phrase.link === 'office' || !startsPerson(context, phrase.last + 1)) && !isOfNext(context, phrase),
  );
  if (own.length > 0)
    return own
      .filter(
        ({ phrase }) =>
          (phrase.link === 'office' || !startsPerson(context, phrase.last + 1)) && !isOfNext(context, phrase),
      )
      .map((title) => withBodyOverComma(context, title));
  let at = person.last + 1;
  if (document.tokens[at]?.text !== ',' || document.tokens[at + 1]?.lower === 'and') return [];
  if (document.tokens[at + 1]?.upos === 'NUM' && document.tokens[at + 2]?.text === ',') at += 2;
  const adverb = document.tokens[at + 1]?.lower ?? '';
  if (timeOfPost.test(adverb)) at++;
  const head = nounHeadFrom(document, at + 1);
  return head === undefined || isSurname(context, head)
    ? []
    : fromHead(context, person, head, 'positions.comma')
        .filter(({ phrase }) => !startsPerson(context, phrase.last + 1))
        .filter(({ phrase }) => !opensClause(document, person, head, phrase))
        .map((title) => withBodyOverComma(context, title))
        .map((title) => (formerAdverb.test(adverb) ? asFormer(title) : title));
}

/** 'According to X, Lord Goldsmith had …': a name behind a form of address, though it is a trade too. */
const isSurname = ({ document, reader }: TitleContext, { i, upos }: Token): boolean =>
  upos === 'PROPN' &&
  /^(honorific|sovereign)$/.test(reader.endingAt(document.tokens, i - 1)?.word.type ?? '');

/** 'Echoing X, the prime minister said': no apposition, but the subject of the clause that a phrase with the name opens. */
function opensClause(
  { tokens }: AnnotatedDocument,
  person: Mention,
  noun: Token,
  phrase: TitlePhrase,
): boolean {
  const name = tokens[person.head];
  return (
    tokens[phrase.first - 1]?.lower === 'the' &&
    hasRelation(noun, 'nsubj') &&
    /^(VERB|AUX)$/.test(tokens[phrase.last + 1]?.upos ?? '') &&
    name?.deprel.startsWith('nsubj') === false
  );
}

/** 'X, once a minister', 'Y, now a senator': when a post is or was held. */
const timeOfPost = /^(once|now|formerly|previously|currently|then|today|later|earlier)$/;
const formerAdverb = /^(once|formerly|previously)$/;

const asFormer = (title: FoundTitle): FoundTitle =>
  title.phrase.status === 'current' ? { ...title, phrase: { ...title.phrase, status: 'former' } } : title;

/** 'X, who owned it, and Y's former chief executive, Z': the second of two people, told by what they are. */
function isOfNext(context: TitleContext, { first, last }: TitlePhrase): boolean {
  const { tokens } = context.document;
  return (
    tokens[first - 1]?.lower === 'and' && tokens[last + 1]?.text === ',' && startsPerson(context, last + 2)
  );
}

/** 'Sanjiv Bhasin, Director, IIFL Securities,': the body stands between commas behind the post. */
function withBodyOverComma({ document, table }: TitleContext, title: FoundTitle): FoundTitle {
  const { phrase } = title;
  if (phrase.link !== undefined || document.tokens[phrase.last + 1]?.text !== ',') return title;
  const first = document.tokens[phrase.last + 2]?.upos === 'DET' ? phrase.last + 3 : phrase.last + 2;
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
  const match = context.reader.tradeEndingAt(document.tokens, noun.i);
  const phrase = match === undefined ? undefined : readTitlePhrase(context, match, document.tokens.length);
  return phrase?.link === 'office' || !startsPerson(context, (phrase?.last ?? noun.i) + 1);
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
    !document.tokens.slice(governor.i + 1, person.first).some(({ i }) => startsPerson(context, i)) &&
    context.table.mentionHeadedBy(governor.i)?.form !== 'name' &&
    !isOfJoined(document, governor, person.first)
  ) {
    const byTree = fromHead(context, person, governor, 'positions.apposition');
    if (byTree.length > 0) return byTree;
  }

  const address = overAddress(context, person.first) - 1;
  const isListed = document.tokens[person.last + 1]?.lower === 'and';
  const comma =
    isListed || document.tokens[address]?.text === ',' ? address : overDescription(context, address);
  if (document.tokens[comma]?.text !== ',' || closesReport(document, person, comma)) return [];
  const head =
    pluralHead(context, comma - 1) ??
    reader.tradeEndingAt(document.tokens, comma - 1) ??
    headOverComplement(context, comma);
  const before = head === undefined ? undefined : document.tokens[head.first - 1];
  if (head === undefined || before === undefined) return [];
  const nearest = found(context, person, head, comma, 'positions.comma', 0.75).flatMap((title) =>
    plural(document.tokens[head.last]) ? oneOf(context, title) : [title],
  );
  return sharingOwner([...nearest.flatMap((title) => joinedBefore(context, title)), ...nearest]).filter(
    ({ phrase }) => phrase.owner !== undefined || determined(document, phrase.first),
  );
}

/** 'She begins her term as president, X has said': the name behind a whole clause is of who reports it. */
function closesReport({ tokens, sentences }: AnnotatedDocument, person: Mention, comma: number): boolean {
  const behind = tokens[person.last + 1];
  const verb = behind?.upos === 'AUX' ? tokens[person.last + 2] : behind;
  if (verb?.upos !== 'VERB' || !/^(say|tell|warn|claim|announce|insist)$/.test(verb.lemma)) return false;
  if (tokens[person.head]?.head !== verb.i) return false;
  const before = tokens.slice(sentences[verb.sentence]?.first ?? 0, comma);
  return before.some(
    ({ i, deprel, head }) =>
      (head === verb.i && deprel.startsWith('ccomp')) || (i === verb.head && verb.deprel === 'parataxis'),
  );
}

/** "one of Tidewell's lawyers, X", 'another of its drivers, Y': a post of several that somebody is one of. */
function oneOf({ document }: TitleContext, title: FoundTitle): FoundTitle[] {
  const { first } = title.phrase;
  const of = document.tokens.slice(Math.max(0, first - 3), first).findLast(({ lower }) => lower === 'of');
  if (!/^(one|another)$/.test(document.tokens[(of?.i ?? 0) - 1]?.lower ?? '')) return [];
  return [{ ...title, phrase: { ...title.phrase, title: singular(title.phrase.title) } }];
}

/** 'the president and the prime minister, X', 'the minister and his Tanzanian counterpart, Y': a name is of the noun right before its comma. */
function isOfJoined({ tokens }: AnnotatedDocument, governor: Token, first: number): boolean {
  const nearest = tokens[first - 1]?.text === ',' ? tokens[first - 2] : undefined;
  return nearest !== undefined && nearest.head === governor.i && hasRelation(nearest, 'conj');
}

/** Where forms of address and ranks before a name begin: 'the ambassador of Spain, Mr. X', 'the director, Colonel Y', 'the Minister, His Excellency Z'. */
function overAddress({ document, reader }: TitleContext, first: number): number {
  let at = first;
  for (let step = 0; step < 4; step++) {
    const before = document.tokens[at - 1];
    const type = reader.endingAt(document.tokens, at - 1)?.word.type;
    const isAddress = type === 'honorific' || type === 'rank' || type === 'sovereign';
    if (!isAddress && !/^(excellency|majesty|highness|eminence|his|her)$/.test(before?.lower ?? '')) break;
    at--;
  }
  return at;
}

const longestDescription = 4;

/** The comma before a few words that tell of the person and are no post: 'its chairman, Tory grandee Sir X', 'the skipper, New Zealander Y'. */
function overDescription({ document, reader }: TitleContext, last: number): number {
  let at = last;
  for (; at > last - longestDescription; at--) {
    const token = document.tokens[at];
    if (token === undefined || !/^(NOUN|PROPN|ADJ)$/.test(token.upos)) break;
    const word = reader.endingAt(document.tokens, at)?.word;
    if (word?.type === 'post' && word.kind !== 'other') return last;
  }
  return at;
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
      child(document, predicate.i, 'cop') === undefined ||
      isPlaced(document, predicate)
    )
      return [];
    if (isUnreal(document, predicate)) return [];
    const several = oneOfSeveral(context, person, predicate);
    return several.length > 0
      ? several
      : fromHead(context, person, predicate, 'positions.copula').filter(({ phrase }) => !isJudgement(phrase));
  });
}

/** 'is one of four lawyers at the institute', 'was among the founders of the league'. */
function oneOfSeveral(context: TitleContext, person: Mention, predicate: Token): FoundTitle[] {
  const { document } = context;
  const isAmong = child(document, predicate.i, 'case')?.lower === 'among';
  const noun =
    predicate.lower === 'one'
      ? children(document, predicate.i, 'nmod').find(({ i }) => child(document, i, 'case')?.lower === 'of')
      : isAmong
        ? predicate
        : undefined;
  const head = noun === undefined ? undefined : pluralHead(context, noun.i);
  return head === undefined
    ? []
    : found(context, person, head, document.tokens.length, 'positions.copula', 0.75)
        .filter(({ phrase }) => phrase.owner !== undefined)
        .map((title) => ({ ...title, phrase: { ...title.phrase, title: singular(title.phrase.title) } }));
}

/** 'is in the committee', 'has been before a judge', not 'is among the founders'. */
function isPlaced(document: AnnotatedDocument, predicate: Token): boolean {
  const preposition = child(document, predicate.i, 'case');
  return preposition !== undefined && preposition.lower !== 'among';
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
    /^(great|greatest|good|better|best|bad|worst|superior|strong|stronger|weak|terrible|top|perfect|real|true|right|wrong|only|lone|sole|registered|lifelong|successful|born|natural|central|rockstar|brilliant|fine|decent|fantastic|tremendous|huge|big)\b/i.test(
      title,
    )
  )
    return true;
  if (owner === undefined && /^(leader|boss|player|star|winner|fighter)$/i.test(title)) return true;
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

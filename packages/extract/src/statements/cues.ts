import {
  ancestors,
  child,
  children,
  entityAt,
  subtreeSpan,
  tokenOf,
  type AnnotatedDocument,
  type Token,
  type TokenSpan,
} from '@dragoman/nlp';
import { phrasesOpening, verbKind, type CueLexicon } from './cue-lexicon.ts';
import { labelCue } from './labels.ts';
import { layOutQuotations, type QuotationLayout } from './layout.ts';
import {
  forPart,
  isAge,
  isBehindClause,
  nameBehind,
  openingBehind,
  parenthetical,
  personOfBody,
  subjectByOrder,
} from './order.ts';
import { sourceOf } from './sources.ts';

export type CueKind = 'speech' | 'attitude' | 'judgement' | 'noun' | 'prepositional' | 'label';

/** A word that attributes a passage: who speaks, and what passage, where the sentence shows it. */
export interface Cue {
  readonly token: number;
  readonly kind: CueKind;
  readonly lemma: string;
  /** Head token of the source; undefined where none is named. */
  readonly source: number | undefined;
  /** The head of what is said, where it hangs on the cue. */
  readonly content: number | undefined;
  /** Whether it stands in quotation marks: somebody's words and not the article's. */
  readonly quoted: boolean;
  /** Whether words in quotation marks hang on it. */
  readonly quotes: boolean;
  /** Whether its clause is what another cue reports. */
  readonly reported: boolean;
}

/** A cue by itself, before the others are known. */
export type Found = Omit<Cue, 'quoted' | 'quotes' | 'reported'>;

/** Finds every cue of a document, in text order. `layout` says what stands in quotation marks. */
export function findCues(
  doc: AnnotatedDocument,
  lexicon: CueLexicon,
  layout: QuotationLayout = layOutQuotations(doc, lexicon),
): Cue[] {
  const found: Found[] = [];
  for (const token of doc.tokens) {
    const cue =
      verbCue(doc, lexicon, token) ??
      ageCue(doc, token) ??
      prepositionalCue(doc, lexicon, token) ??
      viewCue(doc, token) ??
      nounCue(doc, lexicon, token) ??
      labelCue(doc, token);
    if (cue !== undefined) found.push(cue);
  }
  const sourced = new Set(found.filter(({ source }) => source !== undefined).map(({ token }) => token));
  const told = new Set(found.flatMap(({ source, content }) => (source === undefined ? [] : (content ?? []))));
  const isQuoted = (token: number): boolean => (layout.quotationAt[token] ?? -1) >= 0;
  return found.map((cue) => ({
    ...cue,
    quoted: isQuoted(cue.token),
    quotes: children(doc, cue.token).some(({ i, deprel }) => ARGUMENT.test(deprel) && isQuoted(i)),
    reported:
      isReported(doc, cue.token, sourced) ||
      (told.has(cue.token) && tokenOf(doc, cue.token).deprel.startsWith('acl')),
  }));
}

/** A cue that reports a clause stands no further above it. */
const MAX_CLIMB = 8;
const ARGUMENT = /^(?:obj|obl|ccomp|xcomp|parataxis|advcl)/;

function isReported(doc: AnnotatedDocument, token: number, sourced: ReadonlySet<number>): boolean {
  let at = tokenOf(doc, token);
  if (at.deprel !== 'ccomp') return false;
  for (let climbed = 0; climbed < MAX_CLIMB && at.head >= 0; climbed += 1) {
    if (sourced.has(at.head)) return true;
    at = tokenOf(doc, at.head);
  }
  return false;
}

/** The tokens that a cue's content covers, without the cue itself; undefined where it has none. */
export function contentSpan(doc: AnnotatedDocument, cue: Cue): TokenSpan | undefined {
  if (cue.content === undefined) return undefined;
  const cueBranch = branchBelow(doc, cue.token, cue.content);
  return subtreeSpan(doc, cue.content, (below) => below.i === cueBranch);
}

/** The dependent of `above` on the way down to `below`; undefined where `below` is not under it. */
function branchBelow(doc: AnnotatedDocument, below: number, above: number): number | undefined {
  for (let at = below; at >= 0; at = tokenOf(doc, at).head) {
    if (tokenOf(doc, at).head === above) return at;
  }
  return undefined;
}

/** 'the 34-year-old said', where the tagger takes the verb for a noun. */
function ageCue(doc: AnnotatedDocument, { i, lower, upos }: Token): Found | undefined {
  const age = lower === 'said' && upos !== 'VERB' ? doc.tokens[i - 1] : undefined;
  if (age === undefined || !isAge(doc, age)) return undefined;
  return { token: i, kind: 'speech', lemma: 'say', source: age.i, content: undefined };
}

function verbCue(doc: AnnotatedDocument, lexicon: CueLexicon, token: Token): Found | undefined {
  if (token.upos !== 'VERB') return undefined;
  const kind = verbKind(lexicon, token.lemma) ?? (isPhrase(doc, lexicon, token) ? 'speech' : undefined);
  if (kind === undefined) return undefined;
  const byOrder = kind === 'attitude' ? undefined : subjectByOrder(doc, token.i);
  const isSubjectless = /^(?:acl|advcl)/.test(token.deprel) && child(doc, token.i, 'nsubj') === undefined;
  const isInsertion = kind !== 'attitude' && !TELLING.has(token.lemma);
  const inserted = isInsertion ? parenthetical(doc, token.i) : undefined;
  const inTree = sourceOf(doc, token.i);
  const parsed =
    isSubjectless || isNearer(doc, byOrder, inTree, token) ? (byOrder ?? inTree) : (inTree ?? byOrder);
  const isTold = parsed !== undefined && parsed.i > token.i && TELLING.has(token.lemma);
  const behind = parsed === undefined || isTold ? openingBehind(doc, token.i) : undefined;
  const named = behind ?? (isTold ? nameBehind(doc, token.i) : parsed);
  const parted = named && forPart(doc, named);
  const source =
    putBy(doc, lexicon, token) ??
    inserted ??
    (parted && !TELLING.has(token.lemma) ? personOfBody(doc, token.i, parted) : parted);
  return { token: token.i, kind, lemma: token.lemma, source: source?.i, content: verbContent(doc, token) };
}

/**
 * 'Media and Arts Alliance chief Ana Lopes said', 'the bill stands; the navy's Ana Lopes, now retired, scoffed': a person's name right
 * before the verb, or behind a semicolon, where the tree has a noun further off.
 */
function isNearer(
  doc: AnnotatedDocument,
  byOrder: Token | undefined,
  inTree: Token | undefined,
  verb: Token,
): boolean {
  if (byOrder === undefined || inTree === undefined || byOrder.i > verb.i) return false;
  if (byOrder.i <= inTree.i) return inTree.i < verb.i && byOrder.i < inTree.i && isBehindClause(doc, verb.i);
  if (entityAt(doc, byOrder.i)?.kind !== 'PER' || entityAt(doc, inTree.i)?.kind === 'PER') return false;
  const isParted = doc.tokens.slice(inTree.i, byOrder.i).some(({ text }) => text === ';');
  return isParted || byOrder.i === verb.i - 1;
}

/** Verbs behind which stands whom one speaks to, never who speaks: 'an official told Reuters'. */
export const TELLING: ReadonlySet<string> = new Set(['tell', 'inform', 'remind', 'assure']);

/** 'as X put it', 'X had it that': a verb that says something only with 'it'. */
function isPhrase(doc: AnnotatedDocument, lexicon: CueLexicon, verb: Token): boolean {
  return lexicon.verbs.withIt.has(verb.lemma) && doc.tokens[verb.i + 1]?.lower === 'it';
}

/** Between 'as' and the verb of 'as X, the mayor, put it' stand no more tokens. */
const PUT = 16;

/** '…, as Ana Lopes, the mayor, put it': whom 'as' stands before, where an apposition parts the verb from the name. */
function putBy(doc: AnnotatedDocument, lexicon: CueLexicon, verb: Token): Token | undefined {
  if (!lexicon.verbs.withIt.has(verb.lemma) || doc.tokens[verb.i - 1]?.text !== ',') return undefined;
  const before = doc.tokens.slice(Math.max(0, verb.i - PUT), verb.i);
  const as = before.findLast(({ lower, sentence }) => lower === 'as' && sentence === verb.sentence);
  const name = as && entityAt(doc, as.i + 1);
  const isPlain = as !== undefined && !before.some(({ i, upos }) => i > as.i && upos === 'VERB');
  return name !== undefined && isPlain && doc.tokens[name.end]?.text === ','
    ? tokenOf(doc, name.end - 1)
    : undefined;
}

/** What a verb reports: its clause, or the clause that it interrupts or follows ('…, he said', 'as he said'). */
function verbContent(doc: AnnotatedDocument, verb: Token): number | undefined {
  const clause =
    child(doc, verb.i, 'ccomp') ??
    child(doc, verb.i, 'parataxis') ??
    toldClause(doc, verb) ??
    child(doc, verb.i, 'xcomp');
  if (clause !== undefined) return clause.i;
  const interrupts =
    verb.deprel === 'parataxis' || (verb.deprel === 'advcl' && child(doc, verb.i, 'mark')?.lower === 'as');
  return interrupts && verb.head >= 0 ? verb.head : undefined;
}

/** 'told reporters that Congo had lied', with what is told hung on those who are told: a 'that' beside a subject of its own opens no relative clause. */
function toldClause(doc: AnnotatedDocument, verb: Token): Token | undefined {
  return children(doc, verb.i, 'obj')
    .flatMap(({ i }) => children(doc, i, 'acl'))
    .find(
      ({ i }) =>
        child(doc, i, 'mark')?.lower === 'that' &&
        (child(doc, i, 'nsubj') ?? child(doc, i, 'csubj')) !== undefined,
    );
}

function prepositionalCue(doc: AnnotatedDocument, lexicon: CueLexicon, token: Token): Found | undefined {
  const phrase = phrasesOpening(lexicon, token.lower)?.find((words) =>
    words.every((word, offset) => doc.tokens[token.i + offset]?.lower === word),
  );
  if (phrase === undefined) return undefined;
  const source = phraseSource(doc, token, phrase.length);
  const governor = source === undefined ? -1 : tokenOf(doc, source).head;
  const content = governor >= 0 && governor !== token.i ? governor : tokenOf(doc, token.i).head;
  return {
    token: token.i,
    kind: 'prepositional',
    lemma: phrase.join(' '),
    source,
    content: content < 0 ? undefined : content,
  };
}

/** What is somebody's in 'in her view', 'in the words of the mayor', 'in Lopes’s telling'. */
const VIEWS = new Set([
  'view',
  'word',
  'opinion',
  'eye',
  'mind',
  'telling',
  'estimation',
  'judgment',
  'judgement',
  'reckoning',
  'version',
  'phrase',
  'formulation',
  'description',
]);

/** 'In her view, …', '…, in Ana Lopes’s words, …': whose view a clause is. */
function viewCue(doc: AnnotatedDocument, token: Token): Found | undefined {
  if (token.upos !== 'NOUN' || !VIEWS.has(token.lemma)) return undefined;
  const isIn = /^(?:in|to)$/.test(child(doc, token.i, 'case')?.lower ?? '');
  const owner = isIn ? child(doc, token.i, 'nmod:poss') : undefined;
  if (owner === undefined || token.head < 0) return undefined;
  return { token: token.i, kind: 'prepositional', lemma: token.lemma, source: owner.i, content: token.head };
}

/** The noun after 'according to': what the phrase's first word hangs on, else what hangs on it. */
function phraseSource(doc: AnnotatedDocument, token: Token, length: number): number | undefined {
  const following = doc.tokens
    .slice(token.i + length, token.i + length + 12)
    .find((candidate) => /^(?:NOUN|PROPN|PRON)$/.test(candidate.upos) && !isCompoundPart(candidate))?.i;
  // 'in the words of X': what the phrase's first word hangs on is within the phrase.
  if (length > 2 && doc.tokens[token.i + length - 1]?.lower === 'of') return following;
  if (/^(?:case|fixed|mark)/.test(token.deprel) && token.head > token.i) return token.head;
  const below = children(doc, token.i).find((dependent) => /^(?:obl|nmod|pobj)/.test(dependent.deprel));
  if (below !== undefined) return below.i;
  return following;
}

const isCompoundPart = (token: Token): boolean => /^(?:compound|amod|nmod:poss|det)/.test(token.deprel);

/** 'the claim that …', 'orders from Ryan to wait': a noun of saying with a clause, or with an owner and what is to be done. */
function nounCue(doc: AnnotatedDocument, lexicon: CueLexicon, token: Token): Found | undefined {
  if (token.upos !== 'NOUN' || !lexicon.nouns.has(token.lemma)) return undefined;
  const content = children(doc, token.i).find(
    (dependent) => /^(?:acl|ccomp)/.test(dependent.deprel) && isThatClause(doc, dependent),
  );
  const owner =
    child(doc, token.i, 'nmod:poss') ??
    children(doc, token.i, 'nmod').find(({ i }) =>
      /^(?:by|from)$/.test(child(doc, i, 'case')?.lower ?? ''),
    ) ??
    children(doc, token.i, 'nmod').find((noun) => isOwner(doc, noun));
  const ordered = owner && (orderOf(doc, token) ?? orderAfter(doc, owner));
  const told =
    content ?? ordered ?? (owner && (toldBeing(doc, token) ?? thatBehind(doc, Math.max(token.i, owner.i))));
  if (told === undefined) return undefined;
  return { token: token.i, kind: 'noun', lemma: token.lemma, source: owner?.i, content: told.i };
}

/** "Mr Reith's retort was that he had lied": the clause that the noun is said to be. */
function toldBeing(doc: AnnotatedDocument, { i, head, deprel }: Token): Token | undefined {
  const [verb, that] = [doc.tokens[i + 1], doc.tokens[i + 2]];
  if (verb?.lemma !== 'be' || that?.lower !== 'that') return undefined;
  if (deprel.startsWith('nsubj')) return doc.tokens[head];
  return tokenOf(doc, that.head).i > that.i ? doc.tokens[that.head] : undefined;
}

/** 'the claim of Ana Lopes that …': somebody behind 'of', with the clause right behind the name. */
const isOwner = (doc: AnnotatedDocument, noun: Token): boolean =>
  child(doc, noun.i, 'case')?.lower === 'of' &&
  entityAt(doc, noun.i) !== undefined &&
  thatBehind(doc, noun.i) !== undefined;

/** 'her claim that the bridge was “long overdue” drew laughter': the clause whose 'that' stands right behind a noun, wherever the tree hangs it. */
function thatBehind(doc: AnnotatedDocument, noun: number): Token | undefined {
  const that = doc.tokens[endOfName(doc, noun)];
  if (that?.lower !== 'that' || that.upos !== 'SCONJ' || that.head <= that.i) return undefined;
  const told = tokenOf(doc, that.head);
  return ancestors(doc, told.i).find(({ head }) => head === noun) ?? told;
}

/** The token behind a name, or behind a noun. */
const endOfName = (doc: AnnotatedDocument, noun: number): number => entityAt(doc, noun)?.end ?? noun + 1;

function orderOf(doc: AnnotatedDocument, noun: Token): Token | undefined {
  return children(doc, noun.i, 'acl').find(({ i }) => child(doc, i, 'mark')?.lower === 'to');
}

/** 'directives from Ann Lee to wait': the infinitive right after the owner, wherever the tree hangs it. */
function orderAfter(doc: AnnotatedDocument, owner: Token): Token | undefined {
  const to = doc.tokens[subtreeSpan(doc, owner.i).end];
  const verb = to?.lower === 'to' && to.deprel === 'mark' ? doc.tokens[to.head] : undefined;
  return verb?.upos === 'VERB' ? verb : undefined;
}

function isThatClause(doc: AnnotatedDocument, clause: Token): boolean {
  return child(doc, clause.i, 'mark')?.lower === 'that' || clause.deprel === 'ccomp';
}

import {
  child,
  children,
  spanOffsets,
  subtreeSpan,
  tokenOf,
  type AnnotatedDocument,
  type Token,
  type TokenSpan,
} from '@dragoman/nlp';
import type { EntityDraft, EntityTableBuilder } from '../entity-table.ts';
import { isPersonal, type CueLexicon } from './cue-lexicon.ts';
import type { Cue } from './cues.ts';

/** Words that stand for one or some of a kind: 'one of the diplomats', 'another', 'several'. */
const QUANTIFIERS = new Set([
  'one',
  'another',
  'someone',
  'somebody',
  'some',
  'others',
  'many',
  'several',
  'two',
  'three',
]);
/** Nouns that count others: 'a group of experts'. */
const COUNTING = new Set([
  'group',
  'number',
  'majority',
  'handful',
  'couple',
  'dozen',
  'series',
  'host',
  'coalition',
  'team',
]);
const PLURAL = new Set(['some', 'others', 'many', 'several', 'two', 'three', 'people', 'police']);
const DETERMINERS = /^(?:the|a|an|this|that|these|those|some|other|several|many)$/;

/** Somebody brought in is taken up over no more tokens than this. */
const MEMORY = 4000;
/** A phrase after a noun does not begin further from it. */
const REACH = 8;
/** A clause that tells somebody apart takes no more tokens. */
const CLAUSE = 12;

/** Gives the speakers whom an article describes and does not name an entity each, made at their first quotation. */
export class UnnamedSpeakers {
  readonly #doc: AnnotatedDocument;
  readonly #table: EntityTableBuilder;
  readonly #lexicon: CueLexicon;
  readonly #byHead = new Map<string, string>();

  constructor(doc: AnnotatedDocument, table: EntityTableBuilder, lexicon: CueLexicon) {
    this.#doc = doc;
    this.#table = table;
    this.#lexicon = lexicon;
  }

  /**
   * The entity of an unnamed speaker: 'a doctor on the scene', and 'the doctor' after it.
   * @param source the head token of who speaks
   * @returns the entity's id, null where the token describes nobody
   */
  entityOf(source: number, cue: Cue | undefined): string | null {
    const counting = tokenOf(this.#doc, source);
    const token = this.#counted(counting);
    if (!this.#isSomebody(token, cue)) return null;
    const known = isDefinite(this.#doc, token) ? this.#byHead.get(token.lemma) : undefined;
    const id = known ?? this.#introduce(token, counting);
    const { start, end } = this.#phrase(token);
    this.#table.addMention({
      entity: id,
      form: 'nominal',
      first: start,
      last: end - 1,
      head: token.i,
      rule: 'statements.unnamed',
    });
    return id;
  }

  /** 'a group of experts', 'a majority of teachers': those who are counted. */
  #counted(token: Token): Token {
    if (!COUNTING.has(token.lemma)) return token;
    const counted = children(this.#doc, token.i, 'nmod').find(
      ({ i }) => child(this.#doc, i, 'case')?.lower === 'of',
    );
    return counted?.xpos === 'NNS' ? counted : token;
  }

  /** Whoever says or writes something is somebody, unless it is a paper; who judges or thinks is told by the noun. */
  #isSomebody(token: Token, cue: Cue | undefined): boolean {
    const { upos, lemma, lower } = token;
    if (QUANTIFIERS.has(lower)) return child(this.#doc, token.i, 'nmod') !== undefined;
    const { papers, things, bodies } = this.#lexicon;
    const begins = this.#doc.sentences[token.sentence]?.first === token.i;
    const isNoun = /^(?:NOUN|PROPN)$/.test(upos) && (token.text === lower || (begins && upos === 'NOUN'));
    if (!isNoun || papers.has(lemma) || things.has(lemma)) return false;
    if (bodies.has(lemma))
      return (
        !isDefinite(this.#doc, token) ||
        children(this.#doc, token.i, 'nmod').some(({ i }) => i > token.i) ||
        this.#isBroughtIn(token)
      );
    return cue === undefined || cue.kind === 'speech' || isPersonal(this.#lexicon, lemma);
  }

  /** 'a five-member panel … the panel found'. */
  #isBroughtIn(token: Token): boolean {
    const first = this.#broughtIn(token);
    return first !== undefined && /^(?:an?|one|another)$/.test(child(this.#doc, first.i, 'det')?.lower ?? '');
  }

  /** Where the definite noun takes up an earlier phrase, that one describes: 'the doctor' is 'a doctor on the scene'. */
  #introduce(token: Token, counting: Token): string {
    const first = isDefinite(this.#doc, token) ? (this.#broughtIn(token) ?? token) : token;
    const { id } = this.#table.addEntity(this.#draft(first, counting));
    this.#byHead.set(token.lemma, id);
    return id;
  }

  #broughtIn({ i, lemma }: Token): Token | undefined {
    return this.#doc.tokens
      .slice(Math.max(0, i - MEMORY), i)
      .find(
        (token) =>
          token.lemma === lemma && token.upos === 'NOUN' && this.#table.mentionAt(token.i) === undefined,
      );
  }

  #draft(head: Token, counting: Token): EntityDraft {
    const doc = this.#doc;
    const phrase = this.#phrase(head);
    const words = ({ start, end }: TokenSpan): string =>
      opensSentence(doc, start)
        ? uncapitalised(textOf(doc, { start, end }), tokenOf(doc, start))
        : textOf(doc, { start, end });
    const name = words(phrase);
    const shorter =
      head.upos === 'NOUN'
        ? [
            { start: phrase.start, end: head.i + 1 },
            { start: head.i, end: phrase.end },
            { start: head.i, end: head.i + 1 },
            ...this.#withClause(head, phrase),
            ...(counting.i < head.i && COUNTING.has(counting.lemma)
              ? [{ start: counting.i, end: head.i + 1 }]
              : []),
          ]
        : [];
    const behind = [...this.#placeBehind(phrase), ...this.#apposition(head)];
    shorter.push(...behind);
    if (tokenOf(doc, phrase.start).lower === 'one' && phrase.start < head.i)
      shorter.push({ start: phrase.start + 1, end: phrase.end });
    const aliases = [...new Set(shorter.map(words))].filter((alias) => alias !== name);
    const isGroup = head.xpos === 'NNS' || PLURAL.has(head.lower) || this.#lexicon.bodies.has(head.lemma);
    return {
      ...(isGroup ? { kind: 'group', groupKind: 'other' } : { kind: 'person' }),
      name,
      aliases,
      unnamed: true,
      rule: 'statements.unnamed',
      confidence: 0.6,
      spans: [spanOffsets(doc, phrase)],
    };
  }

  /** 'one operative in the state': the phrase with where he is, which the tree hangs on the verb. */
  #placeBehind({ start, end }: TokenSpan): TokenSpan[] {
    const doc = this.#doc;
    if (!/^(?:in|at|from|of)$/.test(doc.tokens[end]?.lower ?? '')) return [];
    let at = end + 1;
    while (/^(?:DET|ADJ|NOUN|PROPN)$/.test(doc.tokens[at]?.upos ?? '')) at += 1;
    const last = doc.tokens[at - 1];
    const closes = /^[.,;]$/.test(doc.tokens[at]?.text ?? '');
    const isWhere = last !== undefined && at > end + 1 && closes && !this.#lexicon.papers.has(last.lemma);
    return isWhere ? [{ start, end: at }] : [];
  }

  /** 'one of them, a Lao official, said': what the one who is counted is called. */
  #apposition(head: Token): TokenSpan[] {
    const noun = QUANTIFIERS.has(head.lower) ? child(this.#doc, head.i, 'appos') : undefined;
    return noun?.upos === 'NOUN' ? [this.#phrase(noun)] : [];
  }

  /** The phrase, and the noun alone, with the clause that tells him apart: 'a strategist who works for no campaign'. */
  #withClause(head: Token, { start, end }: TokenSpan): TokenSpan[] {
    const clause = children(this.#doc, head.i, 'acl').find(({ i }) => i > head.i);
    const whole = clause && subtreeSpan(this.#doc, clause.i);
    if (whole === undefined || whole.end <= end || whole.end - head.i > CLAUSE) return [];
    const isPlain = !/["“”«»,\n]/.test(textOf(this.#doc, { start: head.i, end: whole.end }));
    return isPlain
      ? [
          { start, end: whole.end },
          { start: head.i, end: whole.end },
        ]
      : [];
  }

  /** The noun with what stands before it but a determiner, and the phrases after it; no clause. */
  #phrase(head: Token): TokenSpan {
    const doc = this.#doc;
    const isPart = (part: Token): boolean =>
      (part.i < head.i && !/^(?:punct|cc|advmod|case)/.test(part.deprel)) ||
      (part.i > head.i && part.deprel === 'nmod' && part.i - head.i < REACH);
    const parts = children(doc, head.i).filter((part) => isPart(part) && !isDeterminer(part));
    const spans = parts.map((part) => subtreeSpan(doc, part.i));
    const first = Math.min(head.i, ...spans.filter(({ end }) => end <= head.i).map((span) => span.start));
    const start = isDeterminer(tokenOf(doc, first)) ? first + 1 : first;
    const end = Math.max(head.i + 1, ...spans.filter((span) => span.start > head.i).map((span) => span.end));
    const isQuoting = /["“”«»]/.test(textOf(doc, { start, end }));
    return isQuoting ? { start: head.i, end: head.i + 1 } : { start, end };
  }
}

const isDeterminer = ({ lower }: Token): boolean => DETERMINERS.test(lower);

const isDefinite = (doc: AnnotatedDocument, token: Token): boolean =>
  child(doc, token.i, 'det')?.lower === 'the';

/** Is a word the first of its sentence, or of what stands behind a mark? */
const opensSentence = (doc: AnnotatedDocument, at: number): boolean =>
  doc.sentences[tokenOf(doc, at).sentence]?.first === at || doc.tokens[at - 1]?.upos === 'PUNCT';

/** Without the capital that a sentence begins with. */
function uncapitalised(phrase: string, first: Token): string {
  const isOrdinary = /^(?:NOUN|NUM|PRON)$/.test(first.upos) || first.xpos === 'JJ';
  const isCapital = /^\p{Lu}\p{Ll}*(?!\p{L})/u.test(phrase);
  return isOrdinary && isCapital ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}

/** The words of a phrase on one line. */
function textOf(doc: AnnotatedDocument, span: TokenSpan): string {
  const { start, end } = spanOffsets(doc, span);
  return doc.text.slice(start, end).replace(/\s+/g, ' ');
}

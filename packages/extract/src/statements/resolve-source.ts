import { child, children, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import type { CueLexicon } from './cue-lexicon.ts';
import type { NominalReader } from './nominals.ts';
import { isPersonalPronoun, pronounSpeaker } from './pronouns.ts';
import { bodyOfSubjectBefore, bodyMeant, isDefinite, ownerOf, paperOwner, papersBefore } from './owners.ts';
import { variedName } from './variation.ts';

/** What resolving a source reads. */
export interface SourceContext {
  readonly doc: AnnotatedDocument;
  readonly table: EntityTable;
  readonly lexicon: CueLexicon;
  /** For each token the innermost quotation that holds it, -1 where none does. */
  readonly quotationAt: readonly number[];
  readonly paragraphAt: readonly number[];
  readonly nominal: NominalReader;
  /** Whom subjects take up under another name, by token; filled as they are looked for. */
  readonly takenUpAt: Map<number, string | undefined>;
  /** The people whom the words name that a source is sought for: who speaks seldom names himself. */
  readonly named?: ReadonlySet<string>;
}

/** Who spoke last, for a pronoun or 'the statement said'. */
export interface LastSpeaker {
  readonly entity: string;
  readonly paragraph: number;
}

/**
 * The entity that a source's head token stands for: whom a pronoun means beside a quotation, the entity mentioned there, the
 * body that a spokesman or a paper speaks for.
 * @returns the entity's id, null where nobody identifiable speaks
 */
export function resolveSource(
  context: SourceContext,
  source: number,
  last: LastSpeaker | undefined,
): string | null {
  const token = tokenOf(context.doc, source);
  if (isPersonalPronoun(token.lower)) {
    const meant = pronounSpeaker(context, token, last);
    const paper = token.lower === 'it' ? papersBefore(context, token)[0] : undefined;
    return meant ?? (paper && paperOwner(context, paper, last)) ?? null;
  }
  const spoke = isRecent(context, token, last) ? last?.entity : undefined;
  const isTakenUp = context.table.mentionAt(source)?.form === 'nominal';
  const actor = (isTakenUp ? bodyOfSubjectBefore(context, token) : undefined) ?? namedActor(context, token);
  if (actor !== undefined) return actor;
  const { spokes, papers } = context.lexicon;
  if (papers.has(token.lemma)) return paperOwner(context, token, last) ?? null;
  const varied = variedName(context, token, last) ?? context.nominal(token, spoke);
  if (varied !== undefined) return varied;
  if (!spokes.has(token.lemma)) return bodyMeant(context, token, last) ?? null;
  const owner = ownerOf(context, token);
  if (owner !== undefined) return isGroup(context.table, owner) ? owner : null;
  return isDefinite(context.doc, token) && isGroup(context.table, last?.entity) ? last.entity : null;
}

const isGroup = (table: EntityTable, id: string | undefined): id is string =>
  id !== undefined && table.byId(id)?.kind === 'group';

/** Whether who spoke last did so in the token's paragraph or the one before. */
function isRecent({ paragraphAt }: SourceContext, token: Token, last: LastSpeaker | undefined): boolean {
  return last !== undefined && (paragraphAt[token.i] ?? 0) - last.paragraph <= 1;
}

/** The entity at a token: named there or in the phrase it heads, or meant by the noun; pronouns as coreference has them. */
export function namedActor(context: SourceContext, token: Token): string | undefined {
  return (
    (isTitledBody(context, token) || isBehindSaid(context, token) ? namesake(context, token) : undefined) ??
    actorOf(context, token) ??
    namesake(context, token) ??
    knownName(context, token) ??
    nameInPhrase(context, token) ??
    nameAfterPhrase(context, token) ??
    nameGiven(context, token) ??
    context.nominal(token)
  );
}

function actorOf({ doc, table }: SourceContext, token: Token): string | undefined {
  const direct = table.actorAt(token.i);
  if (direct !== undefined) return direct.id;
  const above = token.deprel === 'appos' ? table.actorAt(token.head) : undefined;
  if (above !== undefined && token.upos === 'NOUN' && token.xpos !== 'NNS') return above.id;
  const parts = [
    ...children(doc, token.i, 'flat'),
    ...children(doc, token.i, 'appos').flatMap((noun) => [
      noun,
      ...children(doc, noun.i, 'flat'),
      ...children(doc, noun.i, 'appos'),
    ]),
    ...children(doc, token.i, 'compound'),
    ...children(doc, token.i, 'conj').filter((name) => isOverComma(doc, token, name)),
  ];
  const named = parts.find((part) => table.actorAt(part.i)?.kind === 'person');
  const body = children(doc, token.i, 'appos').find((noun) => table.actorAt(noun.i)?.kind === 'group');
  const found = named ?? body;
  return found && table.actorAt(found.i)?.id;
}

/** 'said its chief executive, Ana Lopes.': a name right over the comma, with no 'and', that the tree joins to the title. */
const isOverComma = (doc: AnnotatedDocument, title: Token, name: Token): boolean =>
  doc.tokens[title.i + 1]?.text === ',' &&
  name.i === title.i + 2 &&
  child(doc, name.i, 'cc') === undefined &&
  children(doc, title.i, 'conj').length === 1;

/** How many tokens a title and its complements may take before the name. */
const TITLE = 10;

/** The name that ends a title with complements: 'Secretary of State Ann Lee', "Peru's ambassador to Chile Ann Lee", 'the charity Oxfam'. */
function nameInPhrase({ doc, table }: SourceContext, title: Token): string | undefined {
  if (title.upos !== 'NOUN' && title.upos !== 'PROPN') return undefined;
  for (let at = title.i + 1; at <= title.i + TITLE; at += 1) {
    const token = doc.tokens[at];
    if (token === undefined || !/^(?:NOUN|PROPN|ADP|DET|ADJ|PART|CCONJ)$/.test(token.upos)) return undefined;
    const mention = table.mentionsAt(at).find(({ first, form }) => first === at && form === 'name');
    const kind = mention && table.byId(mention.entity)?.kind;
    if (mention === undefined || kind === 'place') continue;
    if (isBesideTitle(doc, mention, title)) return mention.entity;
    if (kind !== 'person') continue;
    const before = tokenOf(doc, at - 1);
    const isAfterName = table.mentionAt(before.i) !== undefined;
    const isAfterTitle = before.upos === 'PROPN' && /^\p{Lu}/u.test(title.text);
    return isAfterName || isAfterTitle ? mention.entity : undefined;
  }
  return undefined;
}

/**
 * The name after the comma that ends a description, where nothing follows but a comma or the end: 'its spokesman in Brussels, Ann
 * Lee.', 'one of its deputies, Ann Lee', 'Gulf Arab power, the United Arab Emirates (UAE), warned'.
 */
function nameAfterPhrase({ doc, table, lexicon }: SourceContext, noun: Token): string | undefined {
  const isOneOf = noun.lower === 'one' && doc.tokens[noun.i + 1]?.lower === 'of';
  if (!isOneOf && (noun.upos !== 'NOUN' || noun.xpos === 'NNS')) return undefined;
  const isClause = /^(?:that|which|who)$/.test(doc.tokens[noun.i + 1]?.lower ?? '');
  const comma = doc.tokens
    .slice(noun.i + 1, noun.i + TITLE)
    .find(({ upos }) =>
      isClause ? upos === 'PUNCT' : !/^(?:NOUN|PROPN|PRON|ADP|DET|ADJ|PART|CCONJ)$/.test(upos),
    );
  if (comma?.text !== ',') return undefined;
  const first = doc.tokens[comma.i + 1]?.upos === 'DET' ? comma.i + 2 : comma.i + 1;
  const mention = table.mentionsAt(first).find(({ form }) => form === 'name');
  if (mention === undefined || (mention.first !== first && mention.first !== comma.i + 1)) return undefined;
  const after = doc.tokens[mention.last + 1];
  const closes = after === undefined || after.sentence !== noun.sentence || /^[.,;()]$/.test(after.text);
  const isOfPeople = lexicon.spokes.has(noun.lemma) || lexicon.epithets.any.has(noun.lemma);
  const kind = table.byId(mention.entity)?.kind;
  return closes && (kind === 'person' || (kind === 'group' && !isOfPeople)) ? mention.entity : undefined;
}

/** The words between somebody without a name and the name that is given him. */
const GIVING = new Set(
  'who which that , known as only widely better locally to his her their its the by name first family nom de guerre gave asked be identified introduced presented himself herself themselves called calling named nicknamed goes went going and is was were would'.split(
    ' ',
  ),
);
const GIVEN =
  /^(?:known|identified|introduced|presented|name|called|calling|named|nicknamed|goes|went|going)$/;

/** 'a fisherman who gave his name only as Musa', 'a commander known as Kumander Ulan': the name that a phrase behind the noun gives. */
function nameGiven({ doc, table }: SourceContext, noun: Token): string | undefined {
  if (noun.upos !== 'NOUN' || noun.xpos === 'NNS') return undefined;
  let isGiven = false;
  for (let at = noun.i + 1; at <= noun.i + TITLE; at += 1) {
    const token = doc.tokens[at];
    if (token === undefined || token.sentence !== noun.sentence) return undefined;
    const mention = table.mentionsAt(at).find(({ first, form }) => first === at && form === 'name');
    if (mention !== undefined)
      return isGiven && table.byId(mention.entity)?.kind === 'person' ? mention.entity : undefined;
    if (!GIVING.has(token.lower)) return undefined;
    isGiven ||= GIVEN.test(token.lower);
  }
  return undefined;
}

/** 'said detective Ann Lee', 'the charity Oxfam': a name right after a noun, and not the subject of a clause of its own. */
function isBesideTitle(doc: AnnotatedDocument, mention: Mention, title: Token): boolean {
  if (mention.first !== title.i + 1 || title.xpos === 'NNS') return false;
  const name = tokenOf(doc, mention.head);
  return name.deprel !== 'nsubj' || name.head === title.head;
}

/** A body's name in capitals that the name passes passed over here and not elsewhere: 'Big Machine denied it.' */
function knownName({ doc, table }: SourceContext, token: Token): string | undefined {
  if (!/^\p{Lu}/u.test(token.text) || table.mentionAt(token.i) !== undefined) return undefined;
  let first = token.i;
  while (
    /^\p{Lu}/u.test(doc.tokens[first - 1]?.text ?? '') &&
    tokenOf(doc, first - 1).sentence === token.sentence
  )
    first -= 1;
  if (first === token.i) return undefined;
  const words = doc.text.slice(tokenOf(doc, first).start, token.end);
  return table.entities.find(
    ({ kind, name, aliases }) => kind === 'group' && (name === words || aliases.includes(words)),
  )?.id;
}

/**
 * A bare surname or first name that the name passes passed over or took for a place, and one behind a title that they took for a body
 * ('Judge Ford'), where one person of the article bears it.
 */
function namesake({ doc, table }: SourceContext, token: Token): string | undefined {
  const isCapital = /^\p{Lu}/u.test(token.text) && doc.sentences[token.sentence]?.first !== token.i;
  if (token.upos !== 'PROPN' && !isCapital) return undefined;
  const mention = table.mentionAt(token.i);
  const name =
    mention === undefined || isBehindSaid({ doc, table }, token)
      ? token.text
      : doc.text.slice(tokenOf(doc, mention.first).start, tokenOf(doc, mention.last).end);
  const bearing = (has: (parts: readonly string[]) => boolean): string | undefined => {
    const bearers = table.entities.filter(
      ({ kind, name: full, aliases }) =>
        kind === 'person' &&
        !full.startsWith('Said ') &&
        [full, ...aliases].some((known) => has(known.split(' '))),
    );
    return bearers.length === 1 ? bearers[0]?.id : undefined;
  };
  return (
    bearing((parts) => parts.at(-1) === name) ??
    (mention === undefined || isTitled(doc, token)
      ? bearing((parts) => parts.length > 1 && parts.includes(name))
      : undefined)
  );
}

/** 'Judge Ford said': a title before what the name passes took for a body. */
const isTitledBody = ({ doc, table }: SourceContext, token: Token): boolean =>
  isTitled(doc, token) &&
  table.mentionAt(token.i)?.form === 'name' &&
  table.actorAt(token.i)?.kind === 'group';

/** 'Said Ellis: “…”': the verb that opens the sentence, which the name passes took for a first name. */
const isBehindSaid = ({ doc, table }: Pick<SourceContext, 'doc' | 'table'>, token: Token): boolean =>
  doc.tokens[token.i - 1]?.text === 'Said' &&
  doc.tokens[token.i - 1]?.upos === 'VERB' &&
  table.mentionAt(token.i)?.first === token.i - 1;

const isTitled = (doc: AnnotatedDocument, token: Token): boolean =>
  child(doc, token.i, 'nmod:desc') !== undefined;

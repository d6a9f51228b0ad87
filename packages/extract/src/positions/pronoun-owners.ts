import { type AnnotatedDocument, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';
import type { TitleMatch } from '../names/title-words.ts';
import { type TitleContext, wordsOf } from './title-complement.ts';

/** Who or what 'whose' stands for: what its clause hangs on, or the name of which that is a description; else the name right before. */
export function antecedentOf({ document, table }: TitleContext, whose: Token): string | undefined {
  const before = (token: number): string | undefined =>
    table
      .mentionsAt(token)
      .findLast(
        ({ last, form, entity }) => last === token && form === 'name' && table.byId(entity)?.kind !== 'place',
      )?.entity;
  const beside = before(document.tokens[whose.i - 1]?.text === ',' ? whose.i - 2 : whose.i - 1);
  if (beside !== undefined) return beside;
  const relative = document.tokens
    .slice(Math.max(0, whose.i - longestClause), whose.i)
    .findLast((token) => token.sentence === whose.sentence && /^(WDT|WP|WP\$)$/.test(token.xpos ?? ''));
  const clause =
    clauseOf(document, whose) ?? (relative === undefined ? undefined : clauseOf(document, relative));
  if (clause === undefined) return lastBodyBefore(document, table, whose);
  let noun = headOf(document, clause.i);
  for (let step = 0; noun !== undefined && step < 3; step++) {
    const head = noun.i;
    const named = table.mentionsAt(head).findLast(({ head: own, form }) => own === head && form === 'name');
    if (named !== undefined) return named.entity;
    noun = hasRelation(noun, 'appos') || hasRelation(noun, 'conj') ? headOf(document, head) : undefined;
  }
  return undefined;
}

const longestClause = 20;

/** The relative clause that a word stands in. */
function clauseOf(document: AnnotatedDocument, from: Token): Token | undefined {
  let token: Token | undefined = from;
  for (let step = 0; token !== undefined && step < 6; step++) {
    if (token.deprel.startsWith('acl')) return token;
    token = headOf(document, token.i);
  }
  return undefined;
}

/** Heads that bodies have and states do not. */
const ofBodies =
  /^(executive|officer|chairman|chairwoman|chairperson|chair|chief executive|chief executive officer|ceo|cfo|coo|director|executive director|managing director|founder|co-founder|owner|general secretary|coach|editor|head|boss|manager|general manager|treasurer|leader|spokesman|spokeswoman|spokesperson)$/i;

/**
 * Whose post 'its chairman', 'her deputy' is: what coreference says, but that a state has no chairman, and that 'its' in a sentence that
 * names no body before is rather what the sentence before is about.
 */
export function ownerOfPronoun(context: TitleContext, pronoun: Token, head: TitleMatch): string | undefined {
  const { document, table } = context;
  const coreferent = table.mentionHeadedBy(pronoun.i)?.entity;
  if (/^(his|her)$/.test(pronoun.lower)) return stateOfUnnamedBefore(context, pronoun) ?? coreferent;
  const word = wordsOf(document, head.first, head.last).join(' ');
  if (pronoun.lower !== 'its')
    return coreferent ?? (ofBodies.test(word) ? lastBodyBefore(document, table, pronoun) : undefined);
  const beside = bodyOverComma(context, pronoun, word);
  if (beside !== undefined) return beside;
  const owner = ownerOfIts(context, pronoun, head, coreferent);
  return betterFor(context, pronoun, word, owner) ?? owner;
}

/** 'against Corvex, its chief executive X and …': the body named right before the comma before 'its'. */
function bodyOverComma({ document, table }: TitleContext, pronoun: Token, title: string): string | undefined {
  if (document.tokens[pronoun.i - 1]?.text !== ',' || !ofBodies.test(title)) return undefined;
  const name = table.mentionsAt(pronoun.i - 2).findLast(({ last }) => last === pronoun.i - 2);
  const body = table.byId(name?.entity ?? '');
  return name?.form === 'name' && body?.kind === 'group' && body.groupKind !== 'state' ? body.id : undefined;
}

/** Heads that states have and other bodies do not. */
const ofStates =
  /^(ambassador|foreign minister|prime minister|minister|consul|high commissioner|chargé d'affaires)$/i;

/** The one body of another kind in the sentence before, where the title is of no body like the owner: 'Police raided Orion. Its chairman' is Orion's. */
function betterFor(
  { document, table }: TitleContext,
  { sentence }: Token,
  title: string,
  owner: string | undefined,
): string | undefined {
  const kind = table.byId(owner ?? '')?.groupKind ?? '';
  const fits = ofStates.test(title)
    ? /ambassador/i.test(title)
      ? /^(state|igo)$/
      : /^state$/
    : ofBodies.test(title)
      ? /^(company|media|ngo|other|party|igo)$/
      : undefined;
  if (
    fits === undefined ||
    fits.test(kind) ||
    (kind === 'government_body' && !ofCompanies.test(title) && table.byId(owner ?? '')?.name !== 'Police')
  )
    return undefined;
  const before = table.mentions.filter(
    (mention) =>
      document.tokens[mention.first]?.sentence === sentence - 1 &&
      isName(table, mention) &&
      fits.test(table.byId(mention.entity)?.groupKind ?? ''),
  );
  const [only, other] = new Set(before.map(({ entity }) => entity));
  return other === undefined ? only : undefined;
}

/** Heads of companies alone. */
const ofCompanies =
  /^(chief executive|chief executive officer|ceo|cfo|coo|managing director|founder|co-founder|owner|finance director)$/i;

function ownerOfIts(
  context: TitleContext,
  pronoun: Token,
  head: TitleMatch,
  coreferent: string | undefined,
): string | undefined {
  const { document, table } = context;
  const isState = coreferent !== undefined && table.byId(coreferent)?.groupKind === 'state';
  const word = wordsOf(document, head.first, head.last).join(' ');
  if (isState && ofBodies.test(word)) return lastBodyBefore(document, table, pronoun) ?? coreferent;
  if (namesGroupBefore(document, table, pronoun)) return coreferent;
  const own = subjectBehind(document, table, pronoun);
  if (own !== undefined) return own.entity;
  const subject = groupOfSentenceBefore(document, table, pronoun);
  return subject?.entity ?? coreferent;
}

/** "Vanuatu's Prime Minister could not be reached. His spokesman, X": the state of somebody unnamed whom the sentence before is about. */
function stateOfUnnamedBefore({ document, table, reader }: TitleContext, pronoun: Token): string | undefined {
  const { tokens } = document;
  if (tokens[pronoun.i - 1]?.sentence === pronoun.sentence) return undefined;
  const root = tokens.findLast(
    ({ sentence, deprel }) => sentence === pronoun.sentence - 1 && deprel === 'root',
  );
  const subject =
    root === undefined
      ? undefined
      : tokens.find(
          ({ head, deprel, sentence }) =>
            head === root.i && deprel.startsWith('nsubj') && sentence === root.sentence,
        );
  if (subject === undefined || reader.endingAt(tokens, subject.i)?.word.type !== 'post') return undefined;
  if (table.mentionsAt(subject.i).some(({ entity }) => table.byId(entity)?.kind === 'person'))
    return undefined;
  return table.mentions.find(
    ({ entity, first, head }) =>
      first < subject.i &&
      tokens[first]?.sentence === subject.sentence &&
      tokens[head]?.head === subject.i &&
      table.byId(entity)?.groupKind === 'state',
  )?.entity;
}

const isName = (table: EntityTable, { entity, form }: Mention): boolean =>
  form === 'name' && table.byId(entity)?.kind === 'group';

const isGroup = (table: EntityTable, { entity, form }: Mention): boolean =>
  form !== 'adjective' && table.byId(entity)?.kind === 'group';

function namesGroupBefore(
  { tokens }: AnnotatedDocument,
  table: EntityTable,
  { i, sentence }: Token,
): boolean {
  return table.mentions.some(
    (mention) => mention.first < i && tokens[mention.first]?.sentence === sentence && isName(table, mention),
  );
}

/** The group that is the subject of the sentence before, by its name, one in apposition ('the union, UTIC,') or 'it'. */
function groupOfSentenceBefore(
  { tokens }: AnnotatedDocument,
  table: EntityTable,
  { sentence }: Token,
): Mention | undefined {
  return table.mentions.find((mention) => {
    const head = tokens[mention.head];
    const token = head !== undefined && hasRelation(head, 'appos') ? tokens[head.head] : head;
    const verb = token === undefined ? undefined : tokens[token.head];
    return (
      token?.sentence === sentence - 1 &&
      isGroup(table, mention) &&
      token.deprel.startsWith('nsubj') &&
      verb?.deprel === 'root'
    );
  });
}

/** 'Under its director, X, the institute …': the body that is the subject of the clause which a phrase with the pronoun opens. */
function subjectBehind(document: AnnotatedDocument, table: EntityTable, pronoun: Token): Mention | undefined {
  const noun = headOf(document, pronoun.i);
  const verb = noun !== undefined && hasRelation(noun, 'obl') ? headOf(document, noun.i) : undefined;
  if (verb === undefined || verb.i < pronoun.i) return undefined;
  return table.mentions.find(({ head, form, entity }) => {
    const token = document.tokens[head];
    return (
      token?.head === verb.i &&
      token.i > pronoun.i &&
      token.deprel.startsWith('nsubj') &&
      form !== 'pronoun' &&
      table.byId(entity)?.kind === 'group'
    );
  });
}

const longestReach = 2;

/** The body that is no state, in the sentence or the nearest of the two before that names one; a subject first. */
function lastBodyBefore(
  { tokens }: AnnotatedDocument,
  table: EntityTable,
  { i, sentence }: Token,
): string | undefined {
  for (let distance = 0; distance <= longestReach; distance++) {
    const near = table.mentions.filter(
      (mention) =>
        mention.first < i &&
        sentence - (tokens[mention.first]?.sentence ?? 0) === distance &&
        isName(table, mention) &&
        table.byId(mention.entity)?.groupKind !== 'state',
    );
    const subject = near.findLast(({ head }) => tokens[head]?.deprel.startsWith('nsubj'));
    const found = subject ?? (distance === 0 ? near.at(-1) : near[0]);
    if (found !== undefined) return found.entity;
  }
  return undefined;
}

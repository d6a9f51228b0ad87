import { ancestors, child, children, hasRelation, sentenceOf, tokenOf, type Token } from '@dragoman/nlp';
import { forPart, subjectByOrder } from './order.ts';
import { isPersonalPronoun } from './pronouns.ts';
import { namedActor, type LastSpeaker, type SourceContext } from './resolve-source.ts';
import { variedName } from './variation.ts';

/** The other forms of a pronoun. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  he: ['he', 'him', 'his'],
  she: ['she', 'her', 'hers'],
  it: ['it'],
  they: ['they'],
};
/** A pronoun's person is not looked for in more sentences before it. */
const SENTENCES = 8;

/** Whether an entity may be the one looked for. */
export type Fitting = (id: string | undefined) => id is string;

const isInFrameOf = ({ quotationAt }: SourceContext, token: number, pronoun: Token): boolean =>
  quotationAt[token] === quotationAt[pronoun.i];

/** The subject of a clause that the pronoun's own clause hangs on: 'X condemned what he called a …'. */
export function governingSubject(context: SourceContext, pronoun: Token, fits: Fitting): string | undefined {
  for (const above of ancestors(context.doc, pronoun.i)) {
    const isEarlier = (token: Token | undefined): token is Token =>
      token !== undefined && token.i < pronoun.i && isInFrameOf(context, token.i, pronoun);
    const ordered = above.upos === 'VERB' ? subjectByOrder(context.doc, above.i) : undefined;
    const subject =
      children(context.doc, above.i, 'nsubj').findLast(isEarlier) ??
      (isEarlier(ordered) ? ordered : undefined);
    const actor = subject && namedActor(context, forPart(context.doc, subject));
    const isSure = isFree(context, pronoun) && isPersonOf(context, pronoun, actor);
    if (actor !== undefined && (isSure || fits(actor))) return actor;
  }
  return undefined;
}

/** 'Ana Lopes did not come; from her office she dismissed …': the first person named in the sentence, where a semicolon parts the pronoun from the name. */
export function personBeforeSemicolon(
  context: SourceContext,
  pronoun: Token,
  fits: Fitting,
): string | undefined {
  const { doc, table } = context;
  const { first } = sentenceOf(doc, pronoun.i);
  const before = doc.tokens.slice(first, pronoun.i).filter(({ i }) => isInFrameOf(context, i, pronoun));
  const semicolon = before.findLast(({ text }) => text === ';');
  if (semicolon === undefined) return undefined;
  const named = before.find(({ i }) => i < semicolon.i && table.actorAt(i)?.kind === 'person');
  const person = named && table.actorAt(named.i)?.id;
  return fits(person) ? person : undefined;
}

/** 'what he called': the pronoun takes up the subject whatever lists say of the sex of its name. */
const isFree = ({ doc }: SourceContext, { i }: Token): boolean => doc.tokens[i - 1]?.lower === 'what';

function isPersonOf({ table }: SourceContext, { lower }: Token, id: string | undefined): boolean {
  return id !== undefined && /^s?he$/.test(lower) && table.byId(id)?.kind === 'person';
}

/** Whom the sentences before a token in its paragraph tell of: the nearest subject that fits, the pronoun's own kin first. */
export function earlierSubject(context: SourceContext, pronoun: Token, fits: Fitting): string | undefined {
  const { doc, paragraphAt } = context;
  const paragraph = paragraphAt[pronoun.i];
  const furthest = Math.max(0, pronoun.sentence - SENTENCES);
  for (let sentence = pronoun.sentence - 1; sentence >= furthest; sentence -= 1) {
    const bounds = doc.sentences[sentence];
    if (bounds === undefined || paragraphAt[bounds.last] !== paragraph) return undefined;
    const tokens = doc.tokens
      .slice(bounds.first, bounds.last + 1)
      .filter((token) => isInFrameOf(context, token.i, pronoun));
    const actor = antecedentIn(context, tokens, pronoun, fits);
    if (actor !== undefined) return actor;
  }
  return undefined;
}

/** The main subject of the sentence that ends the paragraph before, where nobody has spoken since and the token's own has not told of anybody. */
export function subjectOfParagraphBefore(
  context: SourceContext,
  pronoun: Token,
  fits: Fitting,
  last: LastSpeaker | undefined,
): string | undefined {
  const { doc, table, paragraphAt } = context;
  const paragraph = paragraphAt[pronoun.i] ?? 0;
  if (last !== undefined && last.paragraph >= paragraph) return undefined;
  let opening = pronoun.i;
  while (opening > 0 && paragraphAt[opening - 1] === paragraph) opening -= 1;
  const bounds = doc.sentences[tokenOf(doc, Math.max(0, opening - 1)).sentence];
  if (bounds === undefined || opening < 1 || paragraphAt[opening - 1] !== paragraph - 1) return undefined;
  const subjects = doc.tokens
    .slice(bounds.first, bounds.last + 1)
    .filter(
      (token) =>
        hasRelation(token, 'nsubj') &&
        isInFrameOf(context, token.i, pronoun) &&
        doc.tokens[token.head]?.deprel === 'root',
    );
  const again = subjects.find(({ lower }) => lower === pronoun.lower);
  if (again !== undefined) {
    const spoke = last !== undefined && last.paragraph === paragraph - 1 ? last.entity : undefined;
    return fits(spoke) ? spoke : earlierSubject(context, again, fits);
  }
  const actors = subjects.map((token) => subjectActor(context, token, pronoun));
  const isKnown = (id: string | undefined): id is string =>
    fits(id) &&
    (!/^s?he$/.test(pronoun.lower) ||
      table.byId(id)?.kind === 'group' ||
      table.profileOf(id).gender !== undefined);
  return actors.findLast(isKnown) ?? ownersOfSubjects(context, subjects, pronoun).findLast(fits);
}

/** In one sentence: its main subject where the sex fits, else whom the same pronoun means there, else any subject. */
function antecedentIn(
  context: SourceContext,
  tokens: readonly Token[],
  pronoun: Token,
  fits: Fitting,
): string | undefined {
  const { doc, table } = context;
  const answers = questioned(context, tokens, pronoun, fits) ?? setForth(context, tokens, fits);
  if (answers !== undefined) return answers;
  const found = tokens
    .filter((token) => hasRelation(token, 'nsubj') && !isPersonalPronoun(token.lower))
    .map((token) => ({
      id: subjectActor(context, token, pronoun),
      isMain: doc.tokens[token.head]?.deprel === 'root',
    }));
  const main = found.filter(({ isMain }) => isMain).map(({ id }) => id);
  const all = found.map(({ id }) => id);
  const isKnown = (id: string | undefined): id is string =>
    fits(id) && table.profileOf(id).gender !== undefined;
  const surely = main.findLast(isKnown) ?? sameSubject(context, tokens, pronoun, fits);
  const known = surely ?? (main.some(fits) ? undefined : all.findLast(isKnown));
  if (known !== undefined) return known;
  const same = tokens.findLast((token) => FORMS[pronoun.lower]?.includes(token.lower));
  const meant = same && table.actorAt(same.i)?.id;
  if (fits(meant)) return meant;
  const owners = (): string | undefined => ownersOfSubjects(context, tokens, pronoun).findLast(fits);
  return main.findLast(fits) ?? nameAtRoot(context, tokens, fits) ?? all.findLast(fits) ?? owners();
}

/** 'As head of the union he led the men out, and at his table Rui Paz signed.': whom the main clause means by the same pronoun. */
function sameSubject(
  { doc, table }: SourceContext,
  tokens: readonly Token[],
  pronoun: Token,
  fits: Fitting,
): string | undefined {
  const subject = tokens.find(
    (token) =>
      token.lower === pronoun.lower &&
      hasRelation(token, 'nsubj') &&
      doc.tokens[token.head]?.deprel === 'root',
  );
  const predicate = subject && table.mentionHeadedBy(subject.head);
  const named = predicate?.form === 'name' ? predicate.entity : undefined;
  const meant = named ?? (subject && table.actorAt(subject.i)?.id);
  return fits(meant) ? meant : undefined;
}

/** 'Adm. Ana Lopes, head of the port as well as of the navy, inspected the guns.': the name that the tree makes the root of a sentence. */
function nameAtRoot(context: SourceContext, tokens: readonly Token[], fits: Fitting): string | undefined {
  const root = tokens.find(({ deprel }) => deprel === 'root');
  const isNoun = root?.upos === 'PROPN' || root?.upos === 'NOUN';
  const actor = root !== undefined && isNoun ? namedActor(context, root) : undefined;
  return fits(actor) ? actor : undefined;
}

/** 'For Ana Lopes, it was too little.', 'In Ana Lopes’s case …', 'According to Ana Lopes, …': whom the opening of a sentence is about. */
function setForth(context: SourceContext, tokens: readonly Token[], fits: Fitting): string | undefined {
  const [first] = tokens;
  const preposition = first?.lower === 'according' ? tokens[1] : first;
  if (first === undefined || !/^(?:for|to|in)$/.test(preposition?.lower ?? '')) return undefined;
  const mention = context.table
    .mentionsAt((preposition?.i ?? first.i) + 1)
    .find(({ form }) => form === 'name');
  if (mention === undefined || !fits(mention.entity)) return undefined;
  const [next, after] = context.doc.tokens.slice(mention.last + 1, mention.last + 3);
  const isTopic =
    preposition?.lower === 'in'
      ? /^[’']s$/.test(next?.text ?? '') && after?.lower === 'case'
      : next?.text === ',';
  return isTopic ? mention.entity : undefined;
}

/** Whom a subject names; for 'they' the first of several people. */
function subjectActor(context: SourceContext, subject: Token, pronoun: Token): string | undefined {
  const actor = namedActor(context, subject) ?? takenUp(context, subject);
  const isOneOfSeveral = pronoun.lower !== 'they' || child(context.doc, subject.i, 'conj') !== undefined;
  return actor !== undefined && context.table.byId(actor)?.kind === 'person' && !isOneOfSeveral
    ? undefined
    : actor;
}

/** 'The commissioner now says …': whom a subject takes up under another name; each is looked for once. */
function takenUp(context: SourceContext, subject: Token): string | undefined {
  const { takenUpAt } = context;
  if (!takenUpAt.has(subject.i)) {
    takenUpAt.set(subject.i, undefined);
    takenUpAt.set(subject.i, variedName(context, subject, undefined));
  }
  return takenUpAt.get(subject.i);
}

/** "Ana Lopes's first book came out": whose the subjects are. */
function ownersOfSubjects(
  context: SourceContext,
  tokens: readonly Token[],
  pronoun: Token,
): (string | undefined)[] {
  if (!/^s?he$/.test(pronoun.lower)) return [];
  return tokens
    .filter((token) => hasRelation(token, 'nsubj'))
    .flatMap((token) => children(context.doc, token.i, 'nmod:poss'))
    .map((owner) => context.table.actorAt(owner.i)?.id);
}

/** Verbs whose object speaks next: 'X asked Y whether the road was open. He said …'. */
const ASKING = new Set([
  'ask',
  'question',
  'press',
  'quiz',
  'grill',
  'challenge',
  'interview',
  'interrogate',
]);

function questioned(
  context: SourceContext,
  tokens: readonly Token[],
  pronoun: Token,
  fits: Fitting,
): string | undefined {
  if (!/^s?he$/.test(pronoun.lower)) return undefined;
  const asking = tokens.find(({ lemma, deprel }) => deprel === 'root' && ASKING.has(lemma));
  if (asking === undefined || child(context.doc, asking.i, 'nsubj') === undefined) return undefined;
  const asked = child(context.doc, asking.i, 'iobj') ?? child(context.doc, asking.i, 'obj');
  const actor = asked && context.table.actorAt(asked.i)?.id;
  return fits(actor) ? actor : undefined;
}

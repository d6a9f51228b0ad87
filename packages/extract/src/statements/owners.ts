import { child, children, hasRelation, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { namedActor, type LastSpeaker, type SourceContext } from './resolve-source.ts';
import { isPersonalPronoun, pronounSpeaker } from './pronouns.ts';
import { sourceOf } from './sources.ts';

/** The prepositions before the body or person behind a paper or a spokesman; not those of what it is about or whom it is sent to. */
const BEHIND = new Set(['of', 'by', 'from', 'for', 'at', 'in', 'with']);
/** A paper is taken up by 'it' or by its noun alone over no more tokens than this. */
const REACH = 150;

/** Where a paper stands tells whose it is: 'a document on the party's website'. */
const SITES = new Set(['website', 'site', 'homepage', 'blog', 'page', 'account', 'channel', 'feed']);

export const isDefinite = (doc: AnnotatedDocument, token: Token): boolean =>
  ['the', 'this', 'that'].includes(child(doc, token.i, 'det')?.lower ?? '');

/**
 * Whose words a paper holds: its owner, whoever spoke last where it is 'the statement', else the owner of the same paper where the
 * article told of it before.
 */
export function paperOwner(
  context: SourceContext,
  paper: Token,
  last: LastSpeaker | undefined,
): string | undefined {
  const owner = ownerOf(context, paper);
  if (owner === undefined && isJoint(context.doc, paper)) return firstPartyBefore(context, paper);
  if (owner !== undefined || !isDefinite(context.doc, paper) || isOwned(context, paper)) return owner;
  const before = papersBefore(context, paper);
  const same = before.filter(({ lemma }) => lemma === paper.lemma);
  const earlier = (same.length > 0 ? same : before).find((other) => ownerOf(context, other) !== undefined);
  const writing = earlier === undefined ? writingBefore(context, paper) : undefined;
  const writer = writing && sourceOf(context.doc, writing.i);
  if (writer !== undefined) return actorMeant(context, writer);
  if (earlier === undefined && same.some((other) => !isDefinite(context.doc, other))) return undefined;
  if (earlier === undefined) return last?.entity;
  const isNearer = (context.paragraphAt[earlier.i] ?? 0) >= (last?.paragraph ?? 0);
  return isNearer ? ownerOf(context, earlier) : last?.entity;
}

/** 'the office release': it has an owner of its own, known or not. */
const isOwned = ({ doc, lexicon }: SourceContext, paper: Token): boolean =>
  children(doc, paper.i, 'compound').some(
    ({ lemma }) => lexicon.bodies.has(lemma) || lexicon.spokes.has(lemma),
  );

const isJoint = (doc: AnnotatedDocument, paper: Token): boolean =>
  children(doc, paper.i, 'amod').some(({ lower }) => lower === 'joint');

/** 'a conversation between the leaders of Peru and Chile that a joint statement called …': the first body told of in the sentence or the one before. */
function firstPartyBefore({ doc, table }: SourceContext, paper: Token): string | undefined {
  for (const sentence of [paper.sentence, paper.sentence - 1]) {
    const bounds = doc.sentences[sentence];
    for (let at = bounds?.first ?? paper.i; at < Math.min(paper.i, (bounds?.last ?? -1) + 1); at += 1) {
      const actor = table.actorAt(at);
      if (actor?.kind === 'group' && actor.groupKind !== 'media') return actor.id;
    }
  }
  return undefined;
}

/** Verbs that make a letter, a message or a post. */
const WRITING = new Set(['write', 'email', 'e-mail', 'text', 'message', 'tweet', 'post', 'petition']);

/** 'Ana Lopes wrote to the mayor. “…,” the letter reads': the verb that tells of a paper in the paragraph or at the end of the one before. */
function writingBefore({ doc, quotationAt, paragraphAt }: SourceContext, paper: Token): Token | undefined {
  const verb = doc.tokens
    .slice(Math.max(0, paper.i - REACH), paper.i)
    .findLast(
      ({ i, upos, lemma }) =>
        upos === 'VERB' && WRITING.has(lemma) && quotationAt[i] === quotationAt[paper.i],
    );
  const isNear = verb !== undefined && (paragraphAt[paper.i] ?? 0) - (paragraphAt[verb.i] ?? 0) <= 1;
  return isNear ? verb : undefined;
}

/**
 * 'a group of parents sent a letter … the letter reads', 'the letter, signed by a teacher, reads': the noun for the unnamed who issued
 * the paper.
 */
export function paperIssuer(context: SourceContext, paper: Token): Token | undefined {
  const { doc, lexicon } = context;
  if (!lexicon.papers.has(paper.lemma) || !isDefinite(doc, paper)) return undefined;
  const agent = children(doc, paper.i, 'acl')
    .map(({ i }) => agentOf(doc, i))
    .find((noun) => noun?.upos === 'NOUN');
  if (agent !== undefined) return agent;
  const issued =
    papersBefore(context, paper).find(({ lemma, deprel }) => lemma === paper.lemma && deprel === 'obj')
      ?.head ?? writingBefore(context, paper)?.i;
  const issuer = issued === undefined ? undefined : sourceOf(doc, issued);
  return issuer?.upos === 'NOUN' ? tokenOf(doc, issuer.i) : undefined;
}

/** The papers that an article told of before a token, the last one first. */
export function papersBefore({ doc, lexicon, quotationAt }: SourceContext, token: Token): Token[] {
  return doc.tokens
    .slice(Math.max(0, token.i - REACH), token.i)
    .filter(
      ({ i, upos, lemma }) =>
        upos === 'NOUN' && lexicon.papers.has(lemma) && quotationAt[i] === quotationAt[token.i],
    )
    .toReversed();
}

/**
 * Who is behind a spokesman or a paper: "a spokesman for the ministry", "the ministry's statement", 'a complaint filed by the
 * ministry', "the council issued a statement calling …".
 */
export function ownerOf(context: SourceContext, token: Token): string | undefined {
  const { doc, table, lexicon } = context;
  const owners = [
    child(doc, token.i, 'nmod:poss'),
    ...children(doc, token.i, 'nmod').filter(({ i }) => BEHIND.has(child(doc, i, 'case')?.lower ?? '')),
    ...children(doc, token.i, 'nmod').filter(({ lemma }) => SITES.has(lemma)),
    ...children(doc, token.i, 'compound'),
    ...children(doc, token.i, 'amod'),
    ...children(doc, token.i, 'acl').map(({ i }) => agentOf(doc, i)),
  ];
  for (const owner of owners) {
    if (owner === undefined) continue;
    const isPaper = owner.i !== token.i && (lexicon.papers.has(owner.lemma) || SITES.has(owner.lemma));
    const actor =
      table.actorAt(owner.i)?.id ??
      (isPaper ? paperOwner(context, owner, undefined) : undefined) ??
      (owner.i > token.i && !isPaper ? namedActor(context, owner) : undefined);
    if (actor !== undefined) return actor;
  }
  return issuerOf(context, token);
}

/** The noun after 'by' that a participle has: 'filed by the ministry'. */
function agentOf(doc: AnnotatedDocument, participle: number): Token | undefined {
  return children(doc, participle, 'obl').find(({ i }) => child(doc, i, 'case')?.lower === 'by');
}

/** Who issues, publishes or has the paper that is a verb's object, or says something in it. */
function issuerOf(context: SourceContext, paper: Token): string | undefined {
  const isMedium = paper.deprel === 'obl' && child(context.doc, paper.i, 'case')?.lower === 'in';
  if ((paper.deprel !== 'obj' && !isMedium) || paper.head < 0) return undefined;
  const issuer = sourceOf(context.doc, paper.head);
  return issuer && actorMeant(context, issuer);
}

/** Whom a subject names, or means as a pronoun. */
const actorMeant = (context: SourceContext, subject: Token): string | undefined =>
  isPersonalPronoun(subject.lower)
    ? pronounSpeaker(context, subject, undefined)
    : namedActor(context, subject);

/** A body is meant by its noun alone no further than so many tokens after it was named. */
const NEAR = 600;

/**
 * Which body 'the court', 'the agency' means: the one named last whose name has the noun, else the body that spoke last, in the
 * paragraph or the one before.
 */
export function bodyMeant(
  { doc, table, lexicon, paragraphAt }: SourceContext,
  token: Token,
  last: LastSpeaker | undefined,
): string | undefined {
  if (!lexicon.bodies.has(token.lemma) || token.xpos === 'NNS' || !isDefinite(doc, token)) return undefined;
  const narrowing = children(doc, token.i).filter(({ deprel }) => /^(?:compound|amod)/.test(deprel));
  const told = [token.lemma, ...narrowing.map(({ lower }) => lower)];
  let nearest: { readonly at: number; readonly id: string } | undefined;
  for (const { id, kind, name } of table.entities) {
    const words = new Set(name.toLowerCase().split(/[\s-]+/));
    if (kind !== 'group' || !told.every((word) => words.has(word))) continue;
    const at = table.mentionsOf(id).findLast(({ first }) => first < token.i)?.first ?? -1;
    if (at >= 0 && token.i - at <= NEAR && at > (nearest?.at ?? -1)) nearest = { at, id };
  }
  if (nearest !== undefined) return nearest.id;
  const spoke = last === undefined ? undefined : table.byId(last.entity);
  const isRecent = last !== undefined && (paragraphAt[token.i] ?? 0) - last.paragraph <= 1;
  return isRecent && spoke?.kind === 'group' && spoke.groupKind !== 'state' && spoke.unnamed !== true
    ? spoke.id
    : undefined;
}

/** Which bodies a noun may take up that says little of them. */
const LOOSE: Readonly<Record<string, readonly string[]>> = {
  organization: ['ngo', 'igo', 'other'],
  organisation: ['ngo', 'igo', 'other'],
  association: ['ngo', 'other'],
  union: ['other'],
  group: ['ngo', 'other', 'company'],
  company: ['company'],
  firm: ['company'],
};

/**
 * 'The Writers Guild applauded the deal. “…,” the union said': the body that the sentence before is about, in the paragraph, for a
 * noun that takes up any, whatever body coreference takes from further off.
 */
export function bodyOfSubjectBefore(
  { doc, table, paragraphAt }: SourceContext,
  token: Token,
): string | undefined {
  const kinds = LOOSE[token.lemma];
  if (kinds === undefined || token.xpos === 'NNS' || child(doc, token.i, 'det')?.lower !== 'the')
    return undefined;
  // 'the Thai company' is told apart from the others.
  if (children(doc, token.i, 'amod').some(({ i }) => table.mentionAt(i)?.form === 'adjective'))
    return undefined;
  for (let sentence = token.sentence; sentence >= token.sentence - 2; sentence -= 1) {
    const bounds = doc.sentences[sentence];
    if (bounds === undefined || paragraphAt[bounds.first] !== paragraphAt[token.i]) return undefined;
    const subject = doc.tokens
      .slice(bounds.first, Math.min(bounds.last + 1, token.i))
      .findLast((word) => hasRelation(word, 'nsubj') && doc.tokens[word.head]?.deprel === 'root');
    const mention = subject && table.mentionAt(subject.i);
    if (mention?.form !== 'name') continue;
    return kinds.includes(table.byId(mention.entity)?.groupKind ?? '') ? mention.entity : undefined;
  }
  return undefined;
}

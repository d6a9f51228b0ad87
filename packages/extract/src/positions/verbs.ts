import { type AnnotatedDocument, child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import { z } from 'zod';
import type { Mention } from '../context.ts';
import type { LexiconFile } from '../lexicon/load.ts';
import { fromHead, type FoundTitle, relativeSubjects } from './found-title.ts';
import type { TitleContext } from './title-complement.ts';

const positionVerbsSchema = z.strictObject({
  patterns: z.array(
    z.strictObject({
      verbs: z.array(z.string()).nonempty(),
      person: z.enum(['subject', 'object']),
      post: z.enum(['complement', 'as', 'object']),
      /** The title where the verb itself says it: 'chairs the board'. */
      title: z.string().optional(),
      /** Where the clause has the body of a title that names none: 'joined the institute as an analyst'. */
      body: z.enum(['subject', 'object', 'at']).optional(),
      /** True where that title is only who leads the body, and no post is told: 'runs a clinic'. */
      untitled: z.boolean().optional(),
      example: z.string(),
    }),
  ),
  /** What is led once, and no post: 'chaired the talks'. */
  occasions: z.array(z.string()).optional(),
});
export const positionVerbsFile: LexiconFile<typeof positionVerbsSchema> = {
  file: 'position-verbs.yaml',
  schema: positionVerbsSchema,
};
export type PositionVerbs = z.output<typeof positionVerbsSchema>;
type Pattern = PositionVerbs['patterns'][number];

/** A body that a person leads, chairs or founded, said by a verb: 'who chaired the advisory board'. */
export interface VerbalPost {
  readonly person: Mention;
  /** The token that heads the body's phrase. */
  readonly body: number;
  readonly verb: Token;
  readonly title: string;
  /** False where the verb tells who leads a body and not what they are called: 'runs a clinic'. */
  readonly isPost: boolean;
}

/** The posts that verbs give a person: 'was named foreign minister', 'served as envoy'. */
export function titlesByVerb(context: TitleContext, person: Mention, lexicon: PositionVerbs): FoundTitle[] {
  return clausesOf(context.document, person).flatMap(({ verb, role }) => {
    const pattern = patternFor(lexicon, verb, role, 'complement') ?? patternFor(lexicon, verb, role, 'as');
    if (pattern === undefined || negated(context.document, verb))
      return role === 'object' && passesOn.test(verb.lemma)
        ? complements(context.document, verb, true).flatMap((noun) =>
            fromHead(context, person, noun, `positions.verb.${verb.lemma}`).map(asFormer),
          )
        : [];
    return complements(context.document, verb, pattern.post === 'as')
      .flatMap((noun) => fromHead(context, person, noun, `positions.verb.${verb.lemma}`))
      .map((title) => withBodyOfClause(context, title, verb, pattern));
  });
}

/** 'joined the institute as an analyst', 'was hired by Tidewell as a driver': the body is a part of the clause. */
function withBodyOfClause(
  { document, table }: TitleContext,
  title: FoundTitle,
  verb: Token,
  { body }: Pattern,
): FoundTitle {
  if (body === undefined || title.phrase.link !== undefined) return title;
  const named = bodyTokens(document, verb, body)
    .map(({ i }) => table.actorAt(i))
    .find((entity) => entity !== undefined && employing.has(entity.groupKind ?? ''));
  return named === undefined ? title : { ...title, phrase: { ...title.phrase, owner: named.id, link: 'at' } };
}

/** Kinds of bodies that choose their own people; parliaments and ministries choose those of others. */
const employing: ReadonlySet<string> = new Set([
  'company',
  'ngo',
  'media',
  'party',
  'igo',
  'armed_group',
  'other',
]);

function bodyTokens(document: AnnotatedDocument, verb: Token, body: 'subject' | 'object' | 'at'): Token[] {
  if (body === 'object') return children(document, verb.i, 'obj');
  const obliques = children(document, verb.i, 'obl');
  const behind = (words: RegExp): Token[] =>
    obliques.filter(({ i }) => words.test(child(document, i, 'case')?.lower ?? ''));
  if (body === 'at') return behind(/^(at|for|with)$/);
  const subjects = children(document, verb.i, 'nsubj').filter(({ deprel }) => deprel !== 'nsubj:pass');
  return [...subjects, ...behind(/^by$/)];
}

/** 'X succeeded Y as minister': the object held the post. */
const passesOn = /^(succeed|replace|follow)$/;

const asFormer = (title: FoundTitle): FoundTitle => ({
  ...title,
  phrase: { ...title.phrase, status: 'former' },
});

/** The bodies that verbs say a person leads. */
export function postsByVerb(
  document: AnnotatedDocument,
  person: Mention,
  lexicon: PositionVerbs,
): VerbalPost[] {
  return clausesOf(document, person).flatMap(({ verb, role }) => {
    const pattern = patternFor(lexicon, verb, role, 'object');
    const object = role === 'agent' ? passiveSubject(document, verb) : child(document, verb.i, 'obj');
    if (pattern?.title === undefined || object === undefined || negated(document, verb)) return [];
    if (lexicon.occasions?.includes(object.lemma) === true) return [];
    return [{ person, body: object.i, verb, title: pattern.title, isPost: pattern.untitled !== true }];
  });
}

type ClauseRole = 'subject' | 'object' | 'agent';

function patternFor(
  lexicon: PositionVerbs,
  verb: Token,
  role: ClauseRole,
  post: Pattern['post'],
): Pattern | undefined {
  const person = role === 'agent' ? 'subject' : role;
  return lexicon.patterns.find(
    (pattern) => pattern.post === post && pattern.person === person && pattern.verbs.includes(verb.lemma),
  );
}

/** The verbs a person is the subject, the object (also of a passive) or the agent of; through relative clauses and participles. */
function clausesOf(document: AnnotatedDocument, person: Mention): { verb: Token; role: ClauseRole }[] {
  const token = document.tokens[person.head];
  if (token === undefined) return [];
  const found: { verb: Token; role: ClauseRole }[] = [];
  for (const subject of [
    token,
    ...titleOver(document, person, token),
    ...relativeSubjects(document, token),
  ]) {
    const verb = document.tokens[subject.head];
    if (verb === undefined) continue;
    if (hasRelation(subject, 'nsubj:pass')) found.push({ verb, role: 'object' });
    else if (hasRelation(subject, 'nsubj'))
      found.push(...withConjuncts(document, verb).map((each) => ({ verb: each, role: 'subject' as const })));
    else if (hasRelation(subject, 'obj')) found.push({ verb, role: 'object' });
    else if (hasRelation(subject, 'obl') && child(document, subject.i, 'case')?.lower === 'by')
      found.push({ verb, role: 'agent' });
  }
  for (const participle of children(document, token.i, 'acl')) {
    if (participle.xpos === 'VBN' && relativeSubjects(document, token).length === 0)
      found.push({ verb: participle, role: 'object' });
  }
  return found;
}

/** 'chaired by the Hong Kong lawyer X', 'led by a former mayor, X': the noun that the name stands beside has its place in the clause. */
function titleOver(document: AnnotatedDocument, person: Mention, name: Token): Token[] {
  const governor = headOf(document, name.i);
  const beside = [isBesideNoun(name) ? governor : undefined, nounOverComma(document, person.first - 1)];
  return beside
    .filter((noun) => noun !== undefined)
    .filter((noun) => noun.upos === 'NOUN' && noun.i < name.i && hasRelation(noun, 'obl'))
    .slice(0, 1);
}

const isBesideNoun = (name: Token): boolean =>
  ['appos', 'flat', 'nmod:desc', 'compound'].some((relation) => name.deprel.startsWith(relation));

/** The noun before the comma before a name, a form of address between. */
function nounOverComma({ tokens }: AnnotatedDocument, before: number): Token | undefined {
  const comma = tokens[before]?.text === ',' ? before : before - 1;
  return tokens[comma]?.text === ',' ? tokens[comma - 1] : undefined;
}

function withConjuncts(document: AnnotatedDocument, verb: Token): Token[] {
  return [
    verb,
    ...children(document, verb.i, 'conj').filter((other) => child(document, other.i, 'nsubj') === undefined),
  ];
}

/** What is led: the subject of a passive, or the noun a participle hangs on ('the FAC, led by X'). */
function passiveSubject(document: AnnotatedDocument, verb: Token): Token | undefined {
  const subject = child(document, verb.i, 'nsubj:pass');
  const isRelative = subject?.upos === 'PRON' && /^(which|that|who)$/.test(subject.lower);
  if (subject !== undefined && !isRelative) return subject;
  const governor = document.tokens[verb.head];
  return verb.deprel.startsWith('acl') ? governor : undefined;
}

/** Nouns that say the post: xcomp, a second object, or 'as' with a noun; with some verbs only that. */
function complements(document: AnnotatedDocument, verb: Token, onlyAs: boolean): Token[] {
  const byTree = children(document, verb.i).filter((token) => {
    if ((hasRelation(token, 'obl') && token.deprel !== 'obl:unmarked') || hasRelation(token, 'nmod'))
      return child(document, token.i, 'case')?.lower === 'as';
    if (onlyAs) return false;
    if (hasRelation(token, 'xcomp') || token.deprel === 'obl:unmarked')
      return token.upos === 'NOUN' || token.upos === 'PROPN';
    return hasRelation(token, 'obj') && (token.upos === 'NOUN' || token.upos === 'PROPN');
  });
  return byTree;
}

function negated(document: AnnotatedDocument, verb: Token): boolean {
  const own = children(document, verb.i);
  const governor = hasRelation(verb, 'conj') ? headOf(document, verb.i) : undefined;
  const isSupposed = own.some(
    ({ lower, deprel, i }) =>
      lower === 'should' &&
      deprel.startsWith('aux') &&
      own.some((subject) => subject.deprel.startsWith('nsubj') && subject.i > i),
  );
  return (
    isSupposed ||
    [...own, ...(governor === undefined ? [] : children(document, governor.i, 'mark'))].some(
      ({ lower, deprel }) =>
        /^(not|n't|never)$/.test(lower) ||
        (deprel === 'mark' && /^(if|unless|whether)$/.test(lower)) ||
        (deprel.startsWith('aux') && /^(would|could|might|'d)$/.test(lower)),
    )
  );
}

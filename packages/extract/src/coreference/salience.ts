import { type AnnotatedDocument, child, children, hasRelation, headOf, type Token } from '@dragoman/nlp';
import type { EntityTable, Mention } from '../context.ts';

/** The last mention of an entity before a token, by name or noun. */
export function lastMention(table: EntityTable, entity: string, before: number): Mention | undefined {
  return table.mentionsOf(entity).findLast(({ first, form }) => first < before && form !== 'pronoun');
}

/** How many mentions more make no difference. */
const enoughMentions = 4;

/**
 * How little somebody is on the reader's mind at a noun, in sentences: the further off the last mention the more; the less where it
 * is a subject and the oftener the article has told of them.
 */
export function obscurity(
  document: AnnotatedDocument,
  table: EntityTable,
  entity: string,
  last: Mention,
  noun: Token,
): number {
  const told = document.tokens[last.head];
  if (told === undefined) return Number.POSITIVE_INFINITY;
  const sentences = noun.sentence - told.sentence;
  const count = Math.min(mentionsBefore(table, entity, noun.i), enoughMentions);
  return sentences - (isSubject(document, told) ? 1 : 0) - count / 4;
}

/** How often an entity is told of before a token. */
export const mentionsBefore = (table: EntityTable, entity: string, token: number): number =>
  table.mentionsOf(entity).filter(({ first }) => first < token).length;

/** Is a token the subject of a clause, alone or joined to others? */
export function isSubject(document: AnnotatedDocument, token: Token): boolean {
  if (hasRelation(token, 'nsubj')) return true;
  const above =
    hasRelation(token, 'conj') || hasRelation(token, 'appos') ? headOf(document, token.i) : undefined;
  return above !== undefined && above.upos !== 'VERB' && isSubject(document, above);
}

/** Are two named as one: 'A and B'? */
export function areJoined(document: AnnotatedDocument, one: Mention, other: Mention): boolean {
  const [a, b] = [document.tokens[one.head], document.tokens[other.head]];
  return a !== undefined && b !== undefined && topOf(document, a) === topOf(document, b);
}

function topOf(document: AnnotatedDocument, token: Token): number {
  const above = hasRelation(token, 'conj') ? headOf(document, token.i) : undefined;
  return above === undefined || above.upos === 'VERB' ? token.i : topOf(document, above);
}

/** Those that the verb of a noun has beside it, as subject, object or agent: nobody does a thing to themselves under another name. */
export function fellowsOf(document: AnnotatedDocument, table: EntityTable, noun: Token): ReadonlySet<string> {
  const fellows = new Set<string>();
  const verb = verbOf(document, noun);
  if (verb === undefined) return fellows;
  for (const { i } of [...argumentsOf(document, verb), ...sharedSubjects(document, verb)])
    if (i !== noun.i)
      for (const token of [i, ...children(document, i, 'conj').map(({ i: joined }) => joined)]) {
        const entity = table.mentionHeadedBy(token)?.entity;
        if (entity === undefined) continue;
        fellows.add(entity);
        const counterpart = table.counterpart(entity)?.id;
        if (counterpart !== undefined) fellows.add(counterpart);
      }
  return fellows;
}

/** The verb that a noun is an argument of, itself or in the phrase of one: 'imposed sanctions on the country', 'held talks with the union'. */
function verbOf(document: AnnotatedDocument, noun: Token): Token | undefined {
  const above = headOf(document, noun.i);
  if (isArgument(noun)) return above;
  const isTowards =
    hasRelation(noun, 'nmod') &&
    towards.test(child(document, noun.i, 'case')?.lower ?? '') &&
    above?.upos === 'NOUN';
  const isJoined = hasRelation(noun, 'conj') && above?.upos !== 'VERB';
  return above !== undefined && (isTowards || isJoined) ? verbOf(document, above) : undefined;
}

/** Prepositions of whom something is done to or with. */
const towards = /^(?:on|against|with|to|from|by|for|at|over|towards?)$/;

const isArgument = ({ deprel }: Token): boolean => /^(?:nsubj|obj|iobj|obl)/.test(deprel);

const argumentsOf = (document: AnnotatedDocument, verb: Token): Token[] =>
  children(document, verb.i).filter(
    (part) => isArgument(part) && !scene.test(child(document, part.i, 'case')?.lower ?? ''),
  );

/** Prepositions of where something is done. */
const scene = /^(?:in|at|across|near|around|inside|outside|throughout|over)$/;

/** 'X threatened to sue …', 'X left and sued …': the subject of the verb above is that of the verb too. */
function sharedSubjects(document: AnnotatedDocument, verb: Token): Token[] {
  if (child(document, verb.i, 'nsubj') !== undefined || !/^(?:xcomp|advcl|conj|ccomp)/.test(verb.deprel))
    return [];
  const above = headOf(document, verb.i);
  return above?.upos === 'VERB'
    ? [...children(document, above.i, 'nsubj'), ...sharedSubjects(document, above)]
    : [];
}

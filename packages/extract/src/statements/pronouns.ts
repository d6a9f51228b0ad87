import { ancestors, child, children, hasRelation, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import {
  earlierSubject,
  governingSubject,
  personBeforeSemicolon,
  subjectOfParagraphBefore,
  type Fitting,
} from './antecedents.ts';
import type { LastSpeaker, SourceContext } from './resolve-source.ts';

type Gender = 'male' | 'female';
type Fits = (entity: Entity, gender: Gender | undefined) => boolean;

const isPerson = (entity: Entity): boolean => entity.kind === 'person';
const fitsOf: Readonly<Record<string, Fits>> = {
  he: (entity, gender) => isPerson(entity) && gender !== 'female',
  she: (entity, gender) => isPerson(entity) && gender !== 'male',
  it: (entity) => entity.kind === 'group' && entity.unnamed !== true,
  they: (entity) => entity.kind !== 'place',
};
/** A speaker is not carried over more paragraphs than this. */
const REACH = 3;

export const isPersonalPronoun = (lower: string): boolean => Object.hasOwn(fitsOf, lower);

/**
 * Whom a pronoun beside a quotation or report means: the subject of the clause around it, of an earlier sentence of the paragraph,
 * of the sentence that ends the paragraph before, else who spoke last, else what coreference says of it. Inside a
 * quotation only coreference tells.
 */
export function pronounSpeaker(
  context: SourceContext,
  pronoun: Token,
  last: LastSpeaker | undefined,
): string | undefined {
  const { table } = context;
  const fits = (id: string | undefined): id is string => {
    const entity = id === undefined ? undefined : table.byId(id);
    if (entity === undefined || context.named?.has(entity.id) === true) return false;
    return fitsOf[pronoun.lower]?.(entity, table.profileOf(entity.id).gender) === true;
  };
  const coreferent = table.actorAt(pronoun.i)?.id;
  if ((context.quotationAt[pronoun.i] ?? -1) >= 0 && fits(coreferent)) return coreferent;
  const subject =
    governingSubject(context, pronoun, fits) ??
    personBeforeSemicolon(context, pronoun, fits) ??
    earlierSubject(context, pronoun, fits) ??
    onlyPerson(context, pronoun, fits, 0) ??
    subjectOfParagraphBefore(context, pronoun, fits, last);
  if (subject !== undefined) return subject;
  const paragraph = context.paragraphAt[pronoun.i] ?? 0;
  const newcomer = newcomerBefore(context, pronoun, fits);
  if (newcomer !== undefined) return newcomer;
  const isRecent = last !== undefined && paragraph - last.paragraph <= REACH;
  const isSeveral = pronoun.lower !== 'they' || (last && table.byId(last.entity)?.kind === 'group');
  if (isRecent && isSeveral && fits(last.entity)) return last.entity;
  const isOnePerson = coreferent !== undefined && table.byId(coreferent)?.kind === 'person';
  const isNamed = coreferent !== undefined && context.named?.has(coreferent) === true;
  const isMeant = !isNamed && !(pronoun.lower === 'they' && isOnePerson);
  return (isMeant ? coreferent : undefined) ?? onlyPerson(context, pronoun, fits, 1);
}

/** 'That worries Henry Crespo, the president of the caucus. ¶ “…,” he said': the one whom the sentence before the paragraph brings in by his full name. */
function newcomerBefore(context: SourceContext, pronoun: Token, fits: Fitting): string | undefined {
  if (!/^s?he$/.test(pronoun.lower)) return undefined;
  const { doc, table, paragraphAt, quotationAt } = context;
  const paragraph = paragraphAt[pronoun.i] ?? 0;
  let last = pronoun.i;
  while (last >= 0 && paragraphAt[last] === paragraph) last -= 1;
  const bounds = doc.sentences[doc.tokens[last]?.sentence ?? -1];
  if (bounds === undefined || paragraphAt[bounds.first] !== paragraph - 1) return undefined;
  const newcomers = new Set<string>();
  for (let at = bounds.first; at <= bounds.last; at += 1) {
    const mention = table.mentionAt(at);
    if (mention?.form !== 'name' || quotationAt[at] !== quotationAt[pronoun.i] || !fits(mention.entity))
      continue;
    const isFirst = table.mentionsOf(mention.entity)[0]?.first === mention.first;
    if (isFirst && mention.last > mention.first) newcomers.add(mention.entity);
  }
  return newcomers.size === 1 ? [...newcomers][0] : undefined;
}

/**
 * The one person that the pronoun's paragraph names before it, where there is no other of the sex; else that of one of the paragraphs before.
 * @param back how many paragraphs before it count; where none does, its own sentence does not either
 */
export function onlyPerson(
  context: SourceContext,
  { i, lower, sentence }: Token,
  fits: Fitting,
  back: number,
): string | undefined {
  const { doc, table, paragraphAt, quotationAt } = context;
  const opening = back > 0 ? i : (doc.sentences[sentence]?.first ?? i);
  const own = paragraphAt[i] ?? 0;
  const isKnown = (id: string): boolean => !/^s?he$/.test(lower) || table.profileOf(id).gender !== undefined;
  if (lower === 'it' || lower === 'they') return undefined;
  for (let paragraph = own; paragraph >= own - back; paragraph -= 1) {
    const people = new Set<string>();
    for (let at = opening - 1; at >= 0 && (paragraphAt[at] ?? 0) >= paragraph; at -= 1) {
      const mention = table.mentionAt(at);
      const isTold = paragraphAt[at] === paragraph && quotationAt[at] === quotationAt[i];
      if (isTold && mention?.form === 'name' && fits(mention.entity) && isKnown(mention.entity))
        people.add(mention.entity);
    }
    if (people.size > 0) return people.size === 1 ? [...people][0] : undefined;
  }
  return undefined;
}

/** 'Demonstrators said they want “justice”': the plural noun that is the subject of the clause above. */
function pluralAbove({ doc, quotationAt }: SourceContext, pronoun: Token): number | undefined {
  for (const above of ancestors(doc, pronoun.i)) {
    const subject = children(doc, above.i, 'nsubj').find(({ i }) => i < pronoun.i);
    if (subject === undefined) continue;
    const isPlural = subject.xpos === 'NNS' && quotationAt[subject.i] === quotationAt[pronoun.i];
    return isPlural ? subject.i : undefined;
  }
  return undefined;
}

/**
 * The subject of the sentence before a pronoun where it brings in somebody without a name: 'A nurse looked out. "…," she said.'
 * @returns the head token of the phrase
 */
export function broughtInBefore(context: SourceContext, pronoun: Token): number | undefined {
  const { doc, paragraphAt, quotationAt } = context;
  if (pronoun.lower === 'they') return pluralAbove(context, pronoun);
  if (!/^s?he$/.test(pronoun.lower)) return undefined;
  for (let sentence = pronoun.sentence - 1; sentence >= 0; sentence -= 1) {
    const bounds = doc.sentences[sentence];
    if (bounds === undefined || paragraphAt[bounds.last] !== paragraphAt[pronoun.i]) return undefined;
    const tokens = doc.tokens.slice(bounds.first, bounds.last + 1);
    const plain = tokens.filter(({ i }) => quotationAt[i] === quotationAt[pronoun.i]);
    const isMain = (verb: Token | undefined): boolean =>
      verb?.deprel === 'root' ||
      (verb?.deprel === 'ccomp' &&
        verb.head === bounds.first &&
        /^VB[DN]$/.test(doc.tokens[verb.head]?.xpos ?? ''));
    const subject = plain.find((token) => hasRelation(token, 'nsubj') && isMain(doc.tokens[token.head]));
    if (subject === undefined && plain.length < 2) continue;
    const isIndefinite =
      subject !== undefined && /^(?:an?|one)$/.test(child(doc, subject.i, 'det')?.lower ?? '');
    return isIndefinite && subject.xpos === 'NN' ? subject.i : undefined;
  }
  return undefined;
}

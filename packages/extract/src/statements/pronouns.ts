import { ancestors, children, hasRelation, tokenOf, type Token } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { LastSpeaker, SourceContext } from './resolve-source.ts';

type Fits = (entity: Entity, gender: 'male' | 'female' | undefined) => boolean;

const isPerson = (entity: Entity): boolean => entity.kind === 'person';
const fitsOf: Readonly<Record<string, Fits>> = {
  he: (entity, gender) => isPerson(entity) && gender !== 'female',
  she: (entity, gender) => isPerson(entity) && gender !== 'male',
  it: (entity) => entity.kind === 'group',
  they: (entity) => entity.kind !== 'place',
};
/** A speaker is not carried over more paragraphs than this. */
const REACH = 3;

export const isPersonalPronoun = (lower: string): boolean => fitsOf[lower] !== undefined;

/**
 * Whom a pronoun beside a quotation or report means: the subject of the clause around it, or of an earlier sentence of the
 * paragraph, else who spoke last,
 * else what coreference says of it.
 */
export function pronounSpeaker(
  context: SourceContext,
  pronoun: Token,
  last: LastSpeaker | undefined,
): string | undefined {
  const { table } = context;
  const fits = (id: string | undefined): boolean => {
    const entity = id === undefined ? undefined : table.byId(id);
    return (
      entity !== undefined && fitsOf[pronoun.lower]?.(entity, table.profileOf(entity.id).gender) === true
    );
  };
  const subject = governingSubject(context, pronoun, fits) ?? earlierSubject(context, pronoun, fits);
  if (subject !== undefined) return subject;
  const paragraph = context.paragraphAt[pronoun.i] ?? 0;
  if (last !== undefined && paragraph - last.paragraph <= REACH && fits(last.entity)) return last.entity;
  const coreferent = table.actorAt(pronoun.i)?.id;
  return coreferent ?? (last !== undefined && pronoun.lower === 'they' ? last.entity : undefined);
}

/** The subject of a clause that the pronoun's own clause hangs on: 'X condemned what he called a …'. */
function governingSubject(
  context: SourceContext,
  pronoun: Token,
  fits: (id: string | undefined) => boolean,
): string | undefined {
  const { doc, table } = context;
  for (const above of ancestors(doc, pronoun.i)) {
    const subject = children(doc, above.i, 'nsubj').findLast(
      (token) => token.i < pronoun.i && token.i !== pronoun.i,
    );
    const actor = subject && table.actorAt(subject.i)?.id;
    if (fits(actor)) return actor;
  }
  return undefined;
}

/** The nearest subject before the pronoun's sentence, outside quotations, in its paragraph. */
function earlierSubject(
  context: SourceContext,
  pronoun: Token,
  fits: (id: string | undefined) => boolean,
): string | undefined {
  const { doc, table, quotationAt, paragraphAt } = context;
  const paragraph = paragraphAt[pronoun.i];
  for (let at = pronoun.i - 1; at >= 0 && paragraphAt[at] === paragraph; at -= 1) {
    const token = tokenOf(doc, at);
    const isFree = token.sentence !== pronoun.sentence && (quotationAt[at] ?? -1) < 0;
    if (!isFree || !hasRelation(token, 'nsubj') || isPersonalPronoun(token.lower)) continue;
    const actor = table.actorAt(at)?.id;
    if (fits(actor)) return actor;
  }
  return undefined;
}

import { child, children, tokenOf, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import type { CueLexicon } from './cue-lexicon.ts';

const PERSON_PRONOUNS = new Set(['he', 'she', 'i', 'him', 'her']);

/** Who spoke last, for a pronoun that coreference left open. */
export interface LastSpeaker {
  readonly entity: string | undefined;
}

/**
 * The entity that a source's head token stands for: the entity mentioned there, the body that a spokesman or a paper
 * speaks for, or, for a pronoun left open, the person who spoke last.
 * @returns the entity's id, null where nobody identifiable speaks
 */
export function resolveSource(
  doc: AnnotatedDocument,
  table: EntityTable,
  lexicon: CueLexicon,
  source: number,
  last: LastSpeaker,
): string | null {
  const token = tokenOf(doc, source);
  const actor = actorOf(doc, table, token);
  if (actor !== undefined) return actor;
  if (lexicon.spokes.has(token.lemma)) return spokenFor(doc, table, token) ?? null;
  if (PERSON_PRONOUNS.has(token.lower)) return last.entity ?? null;
  return null;
}

function actorOf(doc: AnnotatedDocument, table: EntityTable, token: Token): string | undefined {
  const direct = table.actorAt(token.i);
  if (direct !== undefined) return direct.id;
  const named = children(doc, token.i, 'appos').find(
    (apposed) => table.actorAt(apposed.i)?.kind === 'person',
  );
  return named === undefined ? undefined : table.actorAt(named.i)?.id;
}

/** "a spokesman for the ministry", "the ministry's statement", "Pentagon spokesman": the body behind the words. */
function spokenFor(doc: AnnotatedDocument, table: EntityTable, token: Token): string | undefined {
  const owners = [
    child(doc, token.i, 'nmod:poss'),
    ...children(doc, token.i, 'nmod'),
    ...children(doc, token.i, 'compound'),
  ];
  for (const owner of owners) {
    const actor = owner === undefined ? undefined : table.actorAt(owner.i);
    if (actor !== undefined) return actor.id;
  }
  return undefined;
}

import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Article, Entity } from '@dragoman/schemas';

/** How the article refers to an entity at one place. */
export type MentionForm = 'name' | 'nominal' | 'pronoun' | 'adjective';

/** One reference to an entity: token indices into the document, `last` inclusive. */
export interface Mention {
  readonly entity: string;
  readonly form: MentionForm;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The rule that read it, for --explain. */
  readonly rule: string;
}

/**
 * Who is spoken of where: filled by the name and coreference passes, read by all later ones.
 * A state that acts and the same state as a place are two entities; `at` prefers the group where the token acts.
 */
export interface EntityTable {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  byId(id: string): Entity | undefined;
  /** The innermost mention that covers a token. */
  mentionAt(token: number): Mention | undefined;
  /** The actor (person or group) at a token, coordination not expanded. */
  actorAt(token: number): Entity | undefined;
  /** The place at a token: also for a mention whose entity is a state that acts elsewhere. */
  placeAt(token: number): Entity | undefined;
}

/** What every pass gets. */
export interface ExtractionContext {
  readonly article: Article;
  readonly document: AnnotatedDocument;
  /** The publication date as YYYY-MM-DD, against which relative dates are read. */
  readonly published: string | null;
}

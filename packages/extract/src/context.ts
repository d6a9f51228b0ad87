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

/** What the article tells of an entity beside its name; read by coreference, filled by the name passes. */
export interface Profile {
  gender?: 'male' | 'female';
  /** Lower-cased heads of the descriptions it is given: 'minister', 'company', 'spokeswoman'. */
  readonly descriptions: Set<string>;
}

/**
 * Who is spoken of where: filled by the name and coreference passes, read by all later ones.
 * A state that acts and the same state as a place are two entities, joined by `counterpart`;
 * `actorAt` gives the group, `placeAt` the place, whichever of the two the mention has.
 */
export interface EntityTable {
  readonly entities: readonly Entity[];
  /** In text order, outer mentions before inner ones. */
  readonly mentions: readonly Mention[];
  byId(id: string): Entity | undefined;
  profileOf(id: string): Profile;
  mentionsOf(id: string): readonly Mention[];
  /** All mentions that cover a token, innermost first. */
  mentionsAt(token: number): readonly Mention[];
  /** The innermost mention that covers a token. */
  mentionAt(token: number): Mention | undefined;
  /** The mention whose head a token is, the widest where there are several: 'ministry' gives 'Ethiopian foreign ministry'. */
  mentionHeadedBy(token: number): Mention | undefined;
  /** The actor (person or group) at a token, coordination not expanded: the mention it heads, else the innermost one around it. */
  actorAt(token: number): Entity | undefined;
  /** The place at a token: also for a mention whose entity is a state that acts elsewhere. */
  placeAt(token: number): Entity | undefined;
  /** Those whom a word for several at a token means: 'the two companies', 'the pair'. */
  jointAt(token: number): readonly string[];
  /** The same state as a group for a place and the other way round. */
  counterpart(id: string): Entity | undefined;
}

/** What every pass gets. */
export interface ExtractionContext {
  readonly article: Article;
  readonly document: AnnotatedDocument;
  /** The publication date as YYYY-MM-DD, against which relative dates are read. */
  readonly published: string | null;
}

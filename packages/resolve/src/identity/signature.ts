import type { EntityKind } from '@dragoman/schemas';

/**
 * What an article tells about who or what a name is: the thing that identity clusters. Articles that tell the same share it.
 * All lists are sorted, so that equal contents have equal ids.
 */
export interface SignatureContent {
  readonly kind: EntityKind;
  /** groupKind or placeKind; '' for people. */
  readonly subkind: string;
  readonly name: string;
  /** Other names of the same that its own does not hold, as written. */
  readonly aliases: readonly string[];
  /** Gazetteer ids of the states it belongs to. */
  readonly countries: readonly string[];
  /** What its titles come down to (`roleOf`), and their fields. */
  readonly roles: readonly string[];
  readonly fields: readonly string[];
  /** Keys of the bodies it holds a post in, leads or belongs to. */
  readonly bodies: readonly string[];
  /** Names of others in the article that one might take for the same person: who tells them apart keeps them apart. */
  readonly apart: readonly string[];
  /**
   * Of a person of whom the article tells nothing but the name: the field that most others in it are of, '' for none. So a bare name among
   * footballers and one among ministers are two to begin with, which company in common may join.
   */
  readonly setting?: string;
  /** The gazetteer's id where the name is its entry, else ''. */
  readonly gazetteer: string;
  /** The article, for a description that names nobody beyond it ('senior officials'); else ''. */
  readonly only: string;
}

export interface Signature extends SignatureContent {
  readonly id: string;
  /** Keys of those named in the same articles: the `companySize` with the smallest hashes of all, so that it stays small. */
  readonly company: readonly string[];
  /** Shorter names that articles call it by: of all of them the first few in order. */
  readonly calls: readonly string[];
  /**
   * The first day of all articles that tell it, by which its node is named: what comes later seldom renames anybody. `undated` where no
   * article has a day; '' for what is not clustered.
   */
  readonly since: string;
}

/** Comes after every day. */
export const undated = '9999-12-31';

export const companySize = 48;
export const callsSize = 8;

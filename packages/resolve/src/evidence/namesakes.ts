import type { Entity } from '@dragoman/schemas';
import {
  fullNameKeys,
  matchNames,
  personReadings,
  personTokens,
  withBareLetters,
  withoutArticle,
} from '../names/person-name.ts';

/**
 * The people of one article by their full names. Names that may be one share a key, so that each is compared with its like only:
 * a list of thousands of names takes no quadratic time.
 */
export class Namesakes {
  readonly #tokens: ReadonlyMap<string, readonly string[]>;
  readonly #byKey = new Map<string, string[]>();

  constructor(entities: readonly Entity[]) {
    const people = entities.filter(({ kind }) => kind === 'person');
    const named = people.map(({ id, name }) => [id, personTokens(name)] as const);
    this.#tokens = new Map(named.filter(([, tokens]) => tokens.length > 1));
    for (const { id, name } of people.filter((person) => this.#tokens.has(person.id))) {
      for (const key of keysOf(name)) {
        const known = this.#byKey.get(key);
        if (known === undefined) this.#byKey.set(key, [id]);
        else known.push(id);
      }
    }
  }

  /** Full names beside a person's that are alike and yet another's, such as a father's within a daughter's; in order, each once. */
  of({ id, name }: Entity): string[] {
    const own = this.#tokens.get(id);
    if (own === undefined) return [];
    const others = new Set([...keysOf(name)].flatMap((key) => this.#byKey.get(key) ?? []));
    others.delete(id);
    const names = [...others].flatMap((other) => {
      const tokens = this.#tokens.get(other) ?? [];
      return alike.has(matchNames(own, tokens).how) ? [tokens.join(' ')] : [];
    });
    return [...new Set(names)].toSorted();
  }
}

/** The keys of a full name in every spelling that `matchNames` allows for. */
function keysOf(name: string): Set<string> {
  const spellings = personReadings(name).flatMap((tokens) => [
    tokens,
    tokens.map(withoutArticle),
    tokens.map(withBareLetters),
  ]);
  return new Set(spellings.flatMap(fullNameKeys));
}

const alike: ReadonlySet<string> = new Set(['spelling', 'longer', 'nickname', 'order']);

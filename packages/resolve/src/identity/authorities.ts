import { z } from 'zod';
import { canonicalJson } from '@dragoman/core';
import { defaultGazetteer } from '@dragoman/gazetteer';
import type { EntityKind, Item } from '@dragoman/schemas';
import { readData } from '../data.ts';
import { foldName } from '../names/fold.ts';
import { contradict, shared } from './overlap.ts';
import { fieldOf, fieldsAgree } from './roles.ts';
import type { Signature } from './signature.ts';
import { entryOf } from './states.ts';

/** Somebody or something that a list outside the graph knows, as the user's file has it. */
export interface Authority {
  /** The list's id: Q794. */
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** 'person', 'human', 'party', 'city', …; '' where the file does not say. */
  readonly kind: string;
  /** A state's name, code or gazetteer id; '' where the file does not say. */
  readonly country: string;
  /** 'Eritrean politician'; '' where the file does not say. */
  readonly description: string;
}

/** The owner of all entries, so that they can be found and replaced as a whole. */
export const authorityOwner = 'wikidata';

const kindsSchema = z.strictObject({
  person: z.array(z.string()),
  group: z.array(z.string()),
  place: z.array(z.string()),
});
const kinds = readData('authority-kinds.yaml', kindsSchema);
const listed = new Set(Object.values(kinds).flat());

export function authorityItem(authority: Authority): Item {
  const names = new Set([authority.label, ...authority.aliases].map(foldName).filter((name) => name !== ''));
  return {
    level: 'authority',
    id: authority.id,
    owner: authorityOwner,
    cluster: '',
    note: '',
    blocks: [...names].toSorted(),
    body: canonicalJson(authority),
  };
}

/** The blocks in which a node's entries are found: its names in one spelling. */
export function authorityBlocks(signatures: readonly Signature[]): string[] {
  const names = signatures.flatMap(({ name, aliases, gazetteer }) => [
    name,
    ...aliases,
    ...(entryOf(gazetteer)?.aliases ?? []),
  ]);
  return [...new Set(names.map(foldName).filter((name) => name !== ''))].toSorted();
}

/**
 * The id of the one entry that a node is; null where none fits, or more than one. A name alone is enough only where the entry tells no
 * more: a state that the entry gives, or the field that its description tells, must be the node's, and none may contradict it.
 * @param signatures those of the node; @param items the entries that bear one of its names
 */
export function authorityOf(signatures: readonly Signature[], items: readonly Item[]): string | null {
  const names = new Set(authorityBlocks(signatures));
  const fitting = items
    .filter(({ blocks }) => blocks.some((name) => names.has(name)))
    .map((item) => JSON.parse(item.body) as Authority)
    .filter((authority) => fits(authority, signatures));
  const ids = new Set(fitting.map(({ id }) => id));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? only : null;
}

function fits(authority: Authority, signatures: readonly Signature[]): boolean {
  const kind = signatures[0]?.kind;
  if (kind === undefined || !isOfKind(authority.kind, kind)) return false;
  const countries = { own: signatures.flatMap((one) => one.countries), stated: statesIn(authority.country) };
  const fields = { own: signatures.flatMap((one) => one.fields), stated: fieldsIn(authority.description) };
  if (contradict(countries.own, countries.stated)) return false;
  const sameCountry = shared(countries.own, countries.stated).length > 0;
  if (kind !== 'person') return countries.stated.length === 0 || sameCountry;
  const sameField = fieldsAgree(fields.own, fields.stated);
  if (fields.own.length > 0 && fields.stated.length > 0 && !sameField) return false;
  return sameCountry || sameField || (countries.stated.length === 0 && fields.stated.length === 0);
}

function isOfKind(stated: string, kind: EntityKind): boolean {
  const word = stated.trim().toLowerCase();
  return !listed.has(word) || kinds[kind].includes(word);
}

function statesIn(country: string): string[] {
  if (country === '') return [];
  const id = country.startsWith('state:') ? country : `state:${country}`;
  if (entryOf(id) !== undefined) return [id];
  const [hit] = defaultGazetteer().find(country, ({ entry }) => entry.groupKind === 'state');
  return hit === undefined ? [] : [hit.entry.id];
}

function fieldsIn(description: string): string[] {
  const field = fieldOf(description);
  return field === null ? [] : [field];
}

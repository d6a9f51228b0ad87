import { canonicalJson } from '@dragoman/core';
import type { Item, ItemIndex } from '@dragoman/schemas';
import { pairKey, type Clustering, type Ruled } from '../cluster/recluster.ts';
import { different, type Verdict } from '../cluster/verdict.ts';
import { groupBlocks, personBlocks, placeBlocks, type Blocking } from '../identity/blocks.ts';
import { asGroup, compareGroups, type Group } from '../identity/groups.ts';
import { asPerson, comparePeople, type Person } from '../identity/people.ts';
import { comparePlaces } from '../identity/places.ts';
import type { Signature } from '../identity/signature.ts';
import { sortedSet } from '../rows/properties.ts';
import { earlierFirst, readRuling, ruledPairs } from './rulings.ts';

/** A signature prepared for comparison, with its blocks. */
export interface Prepared {
  readonly signature: Signature;
  readonly person: Person | null;
  readonly group: Group | null;
  readonly blocking: Blocking;
}

export function prepare(signature: Signature): Prepared {
  // Entries of the gazetteer, and descriptions that name nobody beyond their article, need no clustering.
  if ((signature.gazetteer !== '' && signature.kind !== 'person') || signature.only !== '') {
    return { signature, person: null, group: null, blocking: { stands: [], looks: [] } };
  }
  const person = signature.kind === 'person' ? asPerson(signature) : null;
  const group = signature.kind === 'group' ? asGroup(signature) : null;
  const blocking =
    person !== null ? personBlocks(person) : group !== null ? groupBlocks(group) : placeBlocks(signature);
  return { signature, person, group, blocking };
}

export function signatureItem(signature: Signature): Item {
  return {
    level: 'signature',
    id: signature.id,
    owner: '',
    cluster: '',
    note: '',
    blocks: prepare(signature).blocking.stands,
    body: canonicalJson(signature),
  };
}

export function compareSignatures(left: Prepared, right: Prepared): Verdict {
  if (left.signature.kind !== right.signature.kind) return different;
  if (left.person !== null && right.person !== null) return comparePeople(left.person, right.person);
  if (left.group !== null && right.group !== null) return compareGroups(left.group, right.group);
  return comparePlaces(left.signature, right.signature);
}

/** The node that a cluster of signatures is: the gazetteer's entry, else named by the signature that was first told. */
function nodeName(members: readonly Prepared[]): string {
  const [first, ...others] = members.map(({ signature }) => signature);
  if (first === undefined) return '';
  const { id, kind, gazetteer } = others.reduce((a, b) => (b.since < a.since ? b : a), first);
  return gazetteer !== '' && kind !== 'person' ? id : `${kind}:${id.slice(0, 24)}`;
}

/** The states of the person that a cluster is: one article tells them, and the meetings in another are told apart by them. */
function statesOf(members: readonly Prepared[]): string {
  const people = members.filter(({ signature }) => signature.kind === 'person');
  return sortedSet(people.flatMap(({ signature }) => signature.countries)).join(' ');
}

export function signatureClustering(index: ItemIndex): Clustering<Prepared> {
  return {
    level: 'signature',
    read: (item) => prepare(JSON.parse(item.body) as Signature),
    probes: ({ blocking }) => blocking.looks,
    compare: compareSignatures,
    name: nodeName,
    note: statesOf,
    rulings: async (ids) => {
      const rulings = (await index.byBlock('ruling', ids)).map(readRuling).toSorted(earlierFirst);
      // Of two rulings that speak of one pair the later holds.
      const pairs = rulings.flatMap(ruledPairs);
      return new Map(pairs.map((ruled): [string, Ruled] => [pairKey(ruled.left, ruled.right), ruled]));
    },
  };
}

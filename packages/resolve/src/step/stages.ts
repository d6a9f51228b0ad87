import { canonicalJson } from '@dragoman/core';
import type { Item } from '@dragoman/schemas';
import { recluster, type Clustering, type Reclustered } from '../cluster/recluster.ts';
import { withCompany } from '../evidence/signatures.ts';
import { tellingBlocks } from '../happenings/blocks.ts';
import { compareTellings } from '../happenings/compare.ts';
import { tellingsOf, type Telling } from '../happenings/telling.ts';
import { undated, type Signature } from '../identity/signature.ts';
import type { Overlay } from './overlay.ts';
import type { Read, Scope } from './scope.ts';
import { signatureClustering, signatureItem, type Prepared } from './signature-items.ts';
import { textClustering, textItem, type SameText, type TextBody } from './texts.ts';

/** First stage: which texts are copies of one. */
export async function clusterTexts(scope: Scope, sameText: SameText): Promise<Reclustered<TextBody>> {
  const old = await scope.texts.byId(scope.incoming);
  const wanted = [...scope.now.values()].map(({ evidence }) => textItem(evidence));
  return apply(scope.texts, textClustering(sameText), scope, old, wanted);
}

/** Second stage: who is who. */
export async function clusterSignatures(
  scope: Scope,
  again: readonly string[],
): Promise<Reclustered<Prepared>> {
  const leaving = byId([...scope.before.values()]);
  const coming = byId([...scope.now.values()]);
  const ids = [...new Set([...leaving.keys(), ...coming.keys()])];
  const old = await scope.signatures.byId([...ids, ...again]);
  const left = [...leaving.keys()].filter((id) => !coming.has(id));
  const counts = await scope.countAfter(left);
  const wanted: Item[] = [];
  for (const id of ids) {
    const gone = leaving.get(id) ?? [];
    const here = coming.get(id) ?? [];
    if (here.length === 0 && (counts.get(id) ?? 0) <= 0) continue;
    const known = old.get(id);
    const stored = known === undefined ? [] : [JSON.parse(known.body) as Signature];
    const base = here[0] ?? stored[0];
    if (base === undefined) continue;
    const all = (await ifSomethingLost(scope, id, stored[0], gone, here)) ?? [...stored, ...here];
    wanted.push(signatureItem(withCompany({ ...base, company: [], calls: [], since: undated }, ...all)));
  }
  const known = new Set(ids);
  wanted.push(...again.filter((id) => !known.has(id)).flatMap((id) => old.get(id) ?? []));
  return apply(scope.signatures, signatureClustering(scope.index), scope, old, wanted, new Set(again));
}

/**
 * A signature as all its articles have it, where one that goes may take company, short names or the first day along; null where nothing is lost
 * that is kept, so that adding what is new gives the same.
 */
async function ifSomethingLost(
  scope: Scope,
  id: string,
  stored: Signature | undefined,
  gone: readonly Signature[],
  here: readonly Signature[],
): Promise<Signature[] | null> {
  const addedUp = ({ company, calls, since }: Signature): string[] => [
    ...company,
    ...calls.map((name) => `call ${name}`),
    ...(since === '' ? [] : [`since ${since}`]),
  ];
  const staying = new Set(here.flatMap(addedUp));
  const kept = new Set(stored === undefined ? [] : addedUp(stored));
  const lost = gone.some((signature) => addedUp(signature).some((key) => kept.has(key) && !staying.has(key)));
  if (!lost) return null;
  const articles = (await scope.evidence.byBlock([id])).map((item) => item.id);
  const read = await scope.read(articles);
  return [...read.values()].flatMap(({ signatures }) =>
    signatures.all.filter((signature) => signature.id === id),
  );
}

function byId(reads: readonly Read[]): Map<string, Signature[]> {
  const found = new Map<string, Signature[]>();
  for (const signature of reads.flatMap(({ signatures }) => signatures.all)) {
    const list = found.get(signature.id);
    if (list === undefined) found.set(signature.id, [signature]);
    else list.push(signature);
  }
  return found;
}

/** One article with everything in it resolved. */
export interface Resolved extends Read {
  readonly story: string;
  /** Local entity id -> node id. */
  readonly nodes: ReadonlyMap<string, string>;
  readonly tellings: readonly Telling[];
}

/** Reads articles with the stories and nodes that they have after the first two stages. */
export async function resolved(scope: Scope, articles: Iterable<string>): Promise<Map<string, Resolved>> {
  const reads = await scope.read(articles);
  const texts = await scope.texts.byId([...reads.keys()]);
  const signatures = await scope.signatures.byId(
    [...reads.values()].flatMap((read) => [...read.signatures.of.values()]),
  );
  const found = new Map<string, Resolved>();
  for (const [id, read] of reads) {
    const story = texts.get(id)?.cluster ?? '';
    const nodes = new Map(
      [...read.signatures.of].map(([local, signature]) => [local, signatures.get(signature)?.cluster ?? '']),
    );
    const states = new Map(
      [...read.signatures.of].map(([local, signature]) => [
        local,
        (signatures.get(signature)?.note ?? '').split(' ').filter((state) => state !== ''),
      ]),
    );
    const standing = {
      nodeOf: (local: string) => nodes.get(local) ?? '',
      statesOf: (local: string) => states.get(local) ?? [],
    };
    const tellings = tellingsOf(read.evidence, standing, story);
    found.set(id, { ...read, story, nodes, tellings });
  }
  return found;
}

const tellingClustering: Clustering<Telling> = {
  level: 'telling',
  read: (item) => JSON.parse(item.body) as Telling,
  probes: (telling) => tellingBlocks(telling).looks,
  compare: compareTellings,
  name: (members) =>
    `${members[0]?.type === 'meeting' ? 'meeting' : 'event'}:${(members[0]?.id ?? '').slice(0, 24)}`,
};

/** Third stage: which tellings are of one meeting or event. */
export async function clusterTellings(
  scope: Scope,
  articles: ReadonlyMap<string, Resolved>,
): Promise<Reclustered<Telling>> {
  const owners = [...new Set([...articles.keys(), ...scope.incoming])];
  const old = new Map((await scope.index.byOwner('telling', owners)).map((item) => [item.id, item]));
  const wanted = [...articles.values()].flatMap(({ tellings }) => tellings.map(tellingItem));
  return apply(scope.tellings, tellingClustering, scope, old, wanted);
}

export function tellingItem(telling: Telling): Item {
  return {
    level: 'telling',
    id: telling.id,
    owner: telling.article,
    cluster: '',
    note: '',
    blocks: tellingBlocks(telling).stands,
    body: canonicalJson(telling),
  };
}

/** Clusters again what differs between the old items and the wanted ones, and records it. */
async function apply<T>(
  overlay: Overlay,
  clustering: Clustering<T>,
  scope: Scope,
  old: ReadonlyMap<string, Item>,
  wanted: readonly Item[],
  again: ReadonlySet<string> = new Set(),
): Promise<Reclustered<T>> {
  const staying = new Set(wanted.map(({ id }) => id));
  const put = wanted.filter((item) => again.has(item.id) || !sameItem(old.get(item.id), item));
  const changed = new Set(put.map(({ id }) => id));
  const was = [...old.values()].filter((item) => changed.has(item.id) || !staying.has(item.id));
  const result = await recluster(clustering, scope.index, { put, was });
  const placed = new Map(result.items.map((item) => [item.id, item]));
  for (const item of put) overlay.put(placed.get(item.id) ?? item);
  for (const item of result.moved) overlay.put(item);
  for (const item of was) if (!staying.has(item.id)) overlay.remove(item.id);
  return result;
}

function sameItem(old: Item | undefined, item: Item): boolean {
  return old !== undefined && old.body === item.body && old.blocks.join('\n') === item.blocks.join('\n');
}

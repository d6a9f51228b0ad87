import { canonicalJson, idOf, toPipelineError, type PipelineError } from '@dragoman/core';
import { StoredItems } from '@dragoman/graph';
import { evidenceOf, type Evidence } from '@dragoman/resolve';
import type { Input } from '@dragoman/sources';
import type { Article, Item, RawDocument } from '@dragoman/schemas';
import { currentVersion, resolvePending, writeEvidence } from './evidence.ts';
import type { PipelineParts } from './parts.ts';
import { countGraph, type GraphCounts } from './counts.ts';

/** What became of one input. */
export type Outcome =
  | { readonly kind: 'new' | 'changed' | 'unchanged'; readonly input: string; readonly article: string }
  | { readonly kind: 'setAside'; readonly input: string; readonly error: PipelineError };

/** What an ingestion did, and what the graph holds after it. */
export interface Summary extends GraphCounts {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  setAside: number;
}

const defaultBatch = 16;

/**
 * Takes inputs into the graph: cleans, reads, records and resolves them, some at a time. Inputs that were taken in before, by the
 * same versions of cleaner and extractor, are passed over without work.
 * @param onOutcome is told what became of each input, in order
 */
export async function ingest(
  parts: PipelineParts,
  inputs: AsyncIterable<Input>,
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<Summary> {
  const counts = { read: 0, new: 0, changed: 0, unchanged: 0, setAside: 0 };
  const tell = (outcome: Outcome): void => {
    counts[outcome.kind] += 1;
    onOutcome(outcome);
  };
  await resolvePending(parts.store, parts.duplicates.same, parts.clock);
  let batch: Input[] = [];
  const flush = async (): Promise<void> => {
    const outcomes = await ingestBatch(parts, batch);
    batch = [];
    for (const outcome of outcomes) tell(outcome);
  };
  for await (const input of inputs) {
    counts.read += 1;
    batch.push(input);
    if (batch.length >= (parts.batch ?? defaultBatch)) await flush();
  }
  if (batch.length > 0) await flush();
  return { ...counts, ...(await countGraph(parts.store)) };
}

async function ingestBatch(parts: PipelineParts, inputs: readonly Input[]): Promise<Outcome[]> {
  const documents = inputs.flatMap((input) => (input.kind === 'document' ? [input.document] : []));
  const known = await knownInputs(parts, documents);
  const outcomes: (Outcome | Draft)[] = [];
  for (const input of inputs) {
    if (input.kind === 'rejected') outcomes.push(await setAside(parts, input));
    else {
      const article = known.get(inputKey(input.document));
      outcomes.push(
        article === undefined
          ? await readDocument(parts, input.document)
          : { kind: 'unchanged', input: input.document.input, article },
      );
    }
  }
  return settle(parts, outcomes);
}

/** A document that was read, to be held against what the graph has. */
interface Draft {
  readonly kind: 'draft';
  readonly input: string;
  readonly evidence: Evidence;
  readonly record: Item;
}

/** Writes what is new, resolves it, and says of each draft what it was. */
async function settle(parts: PipelineParts, outcomes: readonly (Outcome | Draft)[]): Promise<Outcome[]> {
  const drafts = outcomes.filter((outcome): outcome is Draft => outcome.kind === 'draft');
  const ids = drafts.map(({ evidence }) => evidence.article.id);
  const stored = await parts.store.transact((transaction) =>
    new StoredItems(transaction).byId('evidence', ids),
  );
  const bodies = new Map(stored.map((item) => [item.id, item.body]));
  const settled = outcomes.map((outcome): Outcome => {
    if (outcome.kind !== 'draft') return outcome;
    const { evidence, input } = outcome;
    const article = evidence.article.id;
    const before = bodies.get(article);
    const body = canonicalJson(evidence);
    const current = before === undefined ? body : currentVersion([before, body], before);
    if (current === before) return { kind: 'unchanged', input, article };
    bodies.set(article, body);
    return { kind: before === undefined ? 'new' : 'changed', input, article };
  });
  await writeEvidence(
    parts.store,
    drafts.map(({ evidence }) => evidence),
    drafts.map(({ record }) => record),
  );
  if (drafts.length > 0) await resolvePending(parts.store, parts.duplicates.same, parts.clock);
  return settled;
}

async function readDocument(parts: PipelineParts, document: RawDocument): Promise<Outcome | Draft> {
  const processed = process(parts, document);
  if (processed.kind === 'rejected') return setAside(parts, { ...processed, document });
  await parts.blobs?.put(document.bytes);
  const { evidence } = processed;
  return {
    kind: 'draft',
    input: document.input,
    evidence,
    record: inputItem(parts, document, evidence.article.id),
  };
}

export type Processed =
  | { readonly kind: 'article'; readonly article: Article; readonly evidence: Evidence }
  | { readonly kind: 'rejected'; readonly input: string; readonly id: string; readonly error: PipelineError };

/** Cleans and reads one document; touches no store. */
export function process(
  parts: Pick<PipelineParts, 'cleaner' | 'extractor' | 'duplicates'>,
  document: RawDocument,
): Processed {
  const cleaned = parts.cleaner.clean(document);
  if (cleaned.kind === 'rejected') return cleaned;
  const { article } = cleaned;
  try {
    const extraction = parts.extractor.extract(article);
    const evidence = evidenceOf(article, extraction, parts.duplicates.fingerprint(article.text));
    return { kind: 'article', article, evidence };
  } catch (thrown) {
    // A text that cannot be read is set aside; a missing model fails every one, so the run ends.
    const error = toPipelineError(thrown, 'EXTRACTION_FAILED');
    if (error.code !== 'EXTRACTION_FAILED' && error.code !== 'ANALYSIS_FAILED') throw error;
    return { kind: 'rejected', input: document.input, id: document.id, error };
  }
}

async function setAside(
  parts: PipelineParts,
  rejected: { input: string; id: string; error: PipelineError; document?: RawDocument },
): Promise<Outcome> {
  await parts.deadLetters?.put(rejected, parts.clock().toISOString());
  parts.logger.warn({ stage: 'ingest', code: rejected.error.code }, 'input set aside');
  return { kind: 'setAside', input: rejected.input, error: rejected.error };
}

/** The same bytes with the same statements about them are the same input, whatever file they lie in. */
function inputKey({ hash, format, charset, stated }: RawDocument): string {
  const { id: _id, ...about } = stated;
  return idOf('input', { hash, format, charset, about });
}

function inputItem(parts: PipelineParts, document: RawDocument, article: string): Item {
  const { hash, format, charset, stated, input, id } = document;
  const body = canonicalJson({
    versions: versionsOf(parts),
    document: { hash, format, charset, stated, input, id },
  });
  return { level: 'input', id: inputKey(document), owner: article, cluster: '', note: '', blocks: [], body };
}

function versionsOf({ cleaner, extractor }: PipelineParts): string {
  return `${cleaner.version} ${extractor.version}`;
}

/** Input key -> article, of documents that were taken in by these versions. */
async function knownInputs(
  parts: PipelineParts,
  documents: readonly RawDocument[],
): Promise<Map<string, string>> {
  const keys = documents.map(inputKey);
  const items = await parts.store.transact((transaction) => new StoredItems(transaction).byId('input', keys));
  const versions = versionsOf(parts);
  const same = items.filter(({ body }) => (JSON.parse(body) as { versions: string }).versions === versions);
  return new Map(same.map(({ id, owner }) => [id, owner]));
}

import { canonicalJson, idOf, type PipelineError } from '@dragoman/core';
import { StoredItems } from '@dragoman/graph';
import type { Input } from '@dragoman/sources';
import type { Article, Extraction, Item, RawDocument } from '@dragoman/schemas';
import type { PipelineParts } from './parts.ts';
import { countGraph, type GraphCounts } from './counts.ts';
import { withoutLearned } from './learning/verdicts.ts';
import { finish, takeIn, type Read } from './take-in.ts';
import { unreadableArticle } from './unreadable.ts';

/** What became of one input. */
export type Outcome =
  | {
      readonly kind: 'new' | 'changed' | 'unchanged';
      readonly input: string;
      readonly article: string;
      /** Whether it is in a language that is not read: it is stored, and nothing is extracted. */
      readonly isUnread: boolean;
    }
  | { readonly kind: 'setAside'; readonly input: string; readonly error: PipelineError };

/** What an ingestion did, and what the graph holds after it. */
export interface Summary extends GraphCounts {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  setAside: number;
  /** Of the new and changed ones, those in languages that are not read. */
  unread: number;
}

const defaultBatch = 16;

/** Raised when articles have to be taken in anew because more is kept of them: 1, originals for learning by source. */
const learningVersion = '1';

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
  const counts = { read: 0, new: 0, changed: 0, unchanged: 0, setAside: 0, unread: 0 };
  const tell = (outcome: Outcome): void => {
    counts[outcome.kind] += 1;
    if (outcome.kind !== 'setAside' && outcome.isUnread) counts.unread += 1;
    onOutcome(outcome);
  };
  await finish(parts);
  let batch: Input[] = [];
  const flush = async (): Promise<void> => {
    const outcomes = await ingestBatch(parts, batch);
    for (const [at, { kind }] of outcomes.entries())
      if (kind !== 'setAside') await forgetLetter(parts, batch[at]);
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
  const outcomes: (Outcome | Cleaned)[] = [];
  for (const input of inputs) {
    if (input.kind === 'rejected') outcomes.push(await setAside(parts, input));
    else {
      const article = known.get(inputKey(input.document));
      outcomes.push(
        article === undefined
          ? await cleanDocument(parts, input.document)
          : { kind: 'unchanged', input: input.document.input, article, isUnread: false },
      );
    }
  }
  return record(parts, await readDrafts(parts, outcomes));
}

/** A document that was cleaned. */
interface Cleaned {
  readonly kind: 'cleaned';
  readonly document: RawDocument;
  readonly article: Article;
}

/** The same, read as far as its source is known. */
interface Draft extends Omit<Cleaned, 'kind'> {
  readonly kind: 'draft';
  readonly read: Read;
}

async function cleanDocument(parts: PipelineParts, document: RawDocument): Promise<Outcome | Cleaned> {
  const cleaned = parts.cleaner.clean(document);
  if (cleaned.kind === 'rejected') return setAside(parts, { ...cleaned, document });
  return { kind: 'cleaned', document, article: cleaned.article };
}

/** Reads what was cleaned, without what is known as boilerplate at its source by now; what cannot be read is set aside. */
async function readDrafts(
  parts: PipelineParts,
  outcomes: readonly (Outcome | Cleaned)[],
): Promise<(Outcome | Draft)[]> {
  const articles = outcomes.flatMap((outcome) => (outcome.kind === 'cleaned' ? [outcome.article] : []));
  const cleaner = await withoutLearned(parts.store, articles);
  const drafts: (Outcome | Draft)[] = [];
  let at = 0;
  for (const outcome of outcomes) {
    if (outcome.kind !== 'cleaned') {
      drafts.push(outcome);
      continue;
    }
    const { document, article } = outcome;
    const toRead = cleaner[at] ?? article;
    at += 1;
    const read = readArticle(parts, document, toRead);
    if (read.kind === 'rejected') drafts.push(await setAside(parts, { ...read, document }));
    else {
      await parts.blobs?.put(document.bytes);
      const { extraction } = read;
      drafts.push({
        kind: 'draft',
        document,
        article,
        read: { article, extraction, textHash: toRead.textHash },
      });
    }
  }
  return drafts;
}

/** Takes what was read into the store and the graph, and says of each draft what it was. */
async function record(parts: PipelineParts, outcomes: readonly (Outcome | Draft)[]): Promise<Outcome[]> {
  const drafts = outcomes.filter((outcome): outcome is Draft => outcome.kind === 'draft');
  const inputs = drafts.map(({ document, article }) => inputItem(parts, document, article.id));
  const novelties = await takeIn(
    parts,
    drafts.map(({ read }) => read),
    inputs,
  );
  const kinds = new Map(drafts.map((draft, at) => [draft, novelties[at] ?? 'unchanged']));
  return outcomes.map((outcome): Outcome => {
    if (outcome.kind !== 'draft') return outcome;
    const { document, article, read } = outcome;
    const kind = kinds.get(outcome) ?? 'unchanged';
    const isUnread = kind !== 'unchanged' && !read.extraction.read;
    return { kind, input: document.input, article: article.id, isUnread };
  });
}

export type Processed =
  | { readonly kind: 'article'; readonly article: Article; readonly extraction: Extraction }
  | { readonly kind: 'rejected'; readonly input: string; readonly id: string; readonly error: PipelineError };

/** Cleans and reads one document by itself; touches no store. */
export function process(
  parts: Pick<PipelineParts, 'cleaner' | 'extractor'>,
  document: RawDocument,
): Processed {
  const cleaned = parts.cleaner.clean(document);
  return cleaned.kind === 'rejected' ? cleaned : readArticle(parts, document, cleaned.article);
}

function readArticle(
  { extractor }: Pick<PipelineParts, 'extractor'>,
  document: RawDocument,
  article: Article,
): Processed {
  try {
    return { kind: 'article', article, extraction: extractor.extract(article) };
  } catch (thrown) {
    return { kind: 'rejected', input: document.input, id: document.id, error: unreadableArticle(thrown) };
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

/** An input that was taken in after all is no dead letter any more. */
async function forgetLetter({ deadLetters }: PipelineParts, input: Input | undefined): Promise<void> {
  if (input?.kind === 'document') await deadLetters?.remove(input.document);
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
  return `${cleaner.version} ${extractor.version} ${learningVersion}`;
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

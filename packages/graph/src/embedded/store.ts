import { statSync } from 'node:fs';
import grafeo, {
  type GrafeoDB,
  type QueryResult,
  type Transaction as GrafeoTransaction,
} from '@grafeo-db/js';
import { PipelineError, type ErrorCode } from '@dragoman/core';
import { assertReadOnly } from '../cypher/read-only.ts';
import { migrateEmbedded } from '../migrations/embedded.ts';
import type { GraphStore, ReadOptions, Statement, Transaction } from '../store.ts';
import type { Parameters, Row } from '../values.ts';
import { toGrafeoDialect } from './dialect.ts';
import { fromGrafeoError, openingError } from './errors.ts';
import { rowFromGrafeo } from './values.ts';

/** How many queries that ran out of time may still be running before new ones are refused. */
const abandonedLimit = 2;

/** How long the write-ahead log may grow at least before it is folded into the file: it is what a crash leaves to be read again. */
const checkpointBytes = 256 * 1024 * 1024;

/** Folding writes the whole file, so a long file lets its log grow to this share of it: what an article costs stays the same. */
const checkpointShare = 0.5;

/** After so many transactions the file's length is looked at again. */
const transactionsBetweenLooks = 500;

/**
 * The graph in a file of this machine, in this process. Its engine cannot stop a query, so one that runs out of
 * time goes on unheard until it ends. See docs/decisions/embedded-store.md.
 */
export class EmbeddedStore implements GraphStore {
  readonly kind = 'embedded';
  readonly #database: GrafeoDB;
  readonly #path: string;
  #writing: Promise<unknown> = Promise.resolve();
  #abandoned = 0;
  #transactions = 0;
  #closed = false;

  constructor(database: GrafeoDB, path: string) {
    this.#database = database;
    this.#path = path;
  }

  /**
   * Opens the file, or makes it.
   * @throws PipelineError STORE_LOCKED, STORE_UNAVAILABLE
   */
  static open(path: string): EmbeddedStore {
    try {
      const database = grafeo.GrafeoDB.create(path);
      const store = new EmbeddedStore(database, path);
      store.#setCheckpoints();
      return store;
    } catch (error) {
      throw openingError(error, path);
    }
  }

  async read(cypher: string, params: Parameters = {}, options: ReadOptions = {}): Promise<Row[]> {
    this.#assertOpen();
    const running = this.#database.executeCypher(toGrafeoDialect(cypher), params);
    const result = await this.#inTime(running, options.timeoutMs, 'STORE_FAILED');
    return rowsOf(result, options.limit);
  }

  /** Runs the query in a transaction that is always rolled back, after its text has passed the guard. */
  async ask(cypher: string, params: Parameters = {}, options: ReadOptions = {}): Promise<Row[]> {
    assertReadOnly(cypher);
    this.#assertOpen();
    this.#assertNotBusy();
    const transaction = this.#database.beginTransaction();
    const running = transaction.executeCypher(toGrafeoDialect(cypher), params);
    const rollback = (): void => transaction.rollback();
    running.then(rollback, rollback);
    const result = await this.#inTime(running, options.timeoutMs, 'QUERY_INVALID');
    if (hasWritten(result))
      throw new PipelineError({ code: 'QUERY_NOT_READ_ONLY', message: 'the query would write' });
    return rowsOf(result, options.limit);
  }

  write(statements: readonly Statement[]): Promise<void> {
    return this.transact((transaction) => transaction.runAll(statements));
  }

  /** Transactions of this process wait for each other: the engine would refuse the second of two that touch one node. */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const run = this.#writing.then(() => this.#inTransaction(work));
    this.#writing = run.catch(() => undefined);
    return run;
  }

  migrate(): Promise<void> {
    return migrateEmbedded(this, (statement) => this.#database.executeCypher(statement));
  }

  async close(): Promise<void> {
    await this.#writing;
    this.#closed = true;
    this.#database.close();
  }

  async #inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    this.#assertOpen();
    this.#transactions += 1;
    if (this.#transactions % transactionsBetweenLooks === 0) this.#setCheckpoints();
    const transaction = this.#database.beginTransaction();
    try {
      const run: Transaction['run'] = (cypher, params) => runIn(transaction, cypher, params);
      const result = await work({
        run,
        async runAll(statements) {
          for (const { cypher, params } of statements) await run(cypher, params);
        },
      });
      transaction.commit();
      return result;
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw fromGrafeoError(error, 'STORE_FAILED');
    }
  }

  #setCheckpoints(): void {
    const length = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    const walBytes = Math.max(checkpointBytes, Math.round(length * checkpointShare));
    this.#database.setCheckpointTriggers({ walBytes });
  }

  async #inTime(
    running: Promise<QueryResult>,
    limit: number | undefined,
    code: ErrorCode,
  ): Promise<QueryResult> {
    try {
      return limit === undefined ? await running : await this.#race(running, limit);
    } catch (error) {
      throw fromGrafeoError(error, code);
    }
  }

  async #race(running: Promise<QueryResult>, limit: number): Promise<QueryResult> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), limit);
    });
    const first = await Promise.race([running, late]).finally(() => clearTimeout(timer));
    if (first !== 'late') return first;
    this.#abandon(running);
    throw new PipelineError({ code: 'QUERY_TIMEOUT', message: `the query took longer than ${limit} ms` });
  }

  #abandon(running: Promise<QueryResult>): void {
    const ended = (): void => {
      this.#abandoned -= 1;
    };
    this.#abandoned += 1;
    running.then(ended, ended);
  }

  #assertOpen(): void {
    if (this.#closed)
      throw new PipelineError({ code: 'STORE_UNAVAILABLE', message: `${this.#path} is closed` });
  }

  #assertNotBusy(): void {
    if (this.#abandoned < abandonedLimit) return;
    const message = 'queries that ran out of time are still running; try again when they have ended';
    throw new PipelineError({ code: 'STORE_UNAVAILABLE', message, retryable: true });
  }
}

async function runIn(
  transaction: GrafeoTransaction,
  cypher: string,
  params: Parameters = {},
): Promise<Row[]> {
  return rowsOf(await transaction.executeCypher(toGrafeoDialect(cypher), params), undefined);
}

function rowsOf(result: QueryResult, limit: number | undefined): Row[] {
  const count = Math.min(result.length, limit ?? Infinity);
  return Array.from({ length: count }, (_, index) => rowFromGrafeo(result.get(index)));
}

function hasWritten({ counters }: QueryResult): boolean {
  return Object.values(counters).some((count: number) => count > 0);
}

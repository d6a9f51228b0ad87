import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { PipelineError } from '@dragoman/core';
import { openingError } from './errors.ts';
import { collectUntil, whenCollected } from './release.ts';

/** How long the write-ahead log may grow at least before it is folded into the file: it is what a crash leaves to be read again. */
const checkpointBytes = 256 * 1024 * 1024;

/** Folding writes the whole file, so a long file lets its log grow to this share of it: what an article costs stays the same. */
const checkpointShare = 0.5;

/** After so many transactions it is looked at again how long the file is and how much was written. */
const transactionsBetweenLooks = 50;

/**
 * What was written since the file was opened takes more than twice the memory of what was read from it. So it is opened anew once so many
 * nodes and links are new, or, since that reads the whole file, such a share of all.
 */
const renewalRows = 500_000;
const renewalShare = 0.3;

/** How often, and after which pauses, opening is tried again where another process took the file just then. */
const attempts = 100;
const pauseMs = 100;

/** Grafeo's database in a file, which is closed and opened again now and then, between two transactions. */
export class Engine {
  readonly #path: string;
  readonly #renewalRows: number;
  #database: GrafeoDB | undefined;
  #rowsAtOpening = 0;
  #renewing: Promise<void> | undefined;
  #running = 0;
  #transactions = 0;
  #due = false;
  #closed = false;

  /**
   * Opens the file, or makes it.
   * @param rows how many new nodes and links it takes at least until it is opened anew
   * @throws PipelineError STORE_LOCKED, STORE_UNAVAILABLE
   */
  constructor(path: string, rows = renewalRows) {
    this.#path = path;
    this.#renewalRows = rows;
    this.#open();
  }

  /** Resolves when the database can be used; `database` is it until the event loop turns. */
  async ready(): Promise<void> {
    await this.#renewing;
    if (this.#database === undefined && !this.#closed) this.#open();
  }

  /** @throws PipelineError STORE_UNAVAILABLE when it is closed */
  get database(): GrafeoDB {
    if (this.#database !== undefined) return this.#database;
    throw new PipelineError({ code: 'STORE_UNAVAILABLE', message: `${this.#path} is closed` });
  }

  /** Holds the database open until something that runs has ended. */
  async whileRunning<T>(running: Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await running;
    } finally {
      this.#running -= 1;
    }
  }

  /** To be called after each transaction and before the next: sets when the log is folded, and opens the file anew where it is time to. */
  async maintain(): Promise<void> {
    this.#transactions += 1;
    if (this.#database === undefined) return;
    if (this.#transactions % transactionsBetweenLooks === 0) {
      this.#setCheckpoints();
      const limit = Math.max(this.#renewalRows, renewalShare * this.#rowsAtOpening);
      this.#due = this.#rows() - this.#rowsAtOpening >= limit;
    }
    if (!this.#due || this.#running > 0) return;
    this.#renewing = this.#renew();
    await this.#renewing;
  }

  close(): void {
    this.#closed = true;
    this.#database?.close();
    this.#database = undefined;
  }

  #open(): void {
    try {
      this.#database = grafeo.GrafeoDB.create(this.#path);
    } catch (error) {
      throw openingError(error, this.#path);
    }
    this.#due = false;
    this.#rowsAtOpening = this.#rows();
    this.#setCheckpoints();
  }

  /** Where the file cannot be opened again, the next who wants it learns why. */
  async #renew(): Promise<void> {
    await collectUntil(this.#letGo());
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      try {
        this.#open();
        return;
      } catch {
        await wait(pauseMs);
      }
    }
  }

  /** Closes the database and forgets it. */
  #letGo(): Promise<void> {
    const gone = whenCollected(this.database);
    this.database.close();
    this.#database = undefined;
    return gone;
  }

  #rows(): number {
    return this.database.nodeCount() + this.database.edgeCount();
  }

  #setCheckpoints(): void {
    const length = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    const walBytes = Math.max(checkpointBytes, Math.round(length * checkpointShare));
    this.database.setCheckpointTriggers({ walBytes });
  }
}

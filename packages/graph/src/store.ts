import type { Parameters, Row } from './values.ts';

export interface ReadOptions {
  /** Milliseconds after which the read fails with QUERY_TIMEOUT; no limit where absent. */
  readonly timeoutMs?: number;
  /** At most this many rows are given back. */
  readonly limit?: number;
}

/** One Cypher statement of a write; many rows go in as one parameter and `UNWIND $rows AS row`. */
export interface Statement {
  readonly cypher: string;
  readonly params?: Parameters;
}

/** What can be asked: an open transaction, or a store where no transaction is needed. */
export interface Reader {
  run(cypher: string, params?: Parameters): Promise<Row[]>;
}

/** An open write transaction: what it reads includes what it wrote. */
export interface Transaction extends Reader {
  /** Runs statements in order, whose rows are not wanted: over a network all go out at once. */
  runAll(statements: readonly Statement[]): Promise<void>;
}

/**
 * A property graph that speaks Cypher: embedded (a file) or Neo4j (a server).
 * All methods reject with PipelineError: STORE_UNAVAILABLE (retryable), STORE_LOCKED, STORE_FAILED.
 */
export interface GraphStore {
  readonly kind: 'embedded' | 'neo4j';
  /** Runs a query of the project's own and gives its rows. The text is trusted; use `ask` for text that is not. */
  read(cypher: string, params?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /**
   * Runs a query that somebody typed: it can read only, whatever it says.
   * @throws PipelineError QUERY_INVALID, QUERY_NOT_READ_ONLY, QUERY_TIMEOUT
   */
  ask(cypher: string, params?: Parameters, options?: ReadOptions): Promise<Row[]>;
  /** Runs the statements in order in one transaction: all or none. */
  write(statements: readonly Statement[]): Promise<void>;
  /**
   * Runs `work` in one write transaction: committed when it resolves, rolled back when it rejects.
   * `work` may run again after a deadlock or a lost connection, so it must have no effect but on the transaction.
   */
  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** Brings constraints and indexes to the newest version; one process does it, the others find it done. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

export interface Credentials {
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
}

import { PipelineError, type ErrorCode } from '@dragoman/core';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { assertReadOnly } from '../cypher/read-only.ts';
import { migrateNeo4j } from '../migrations/neo4j.ts';
import type { Credentials, GraphStore, ReadOptions, Statement, Transaction } from '../store.ts';
import type { Parameters, Row } from '../values.ts';
import { fromNeo4jError } from './errors.ts';
import { parametersForNeo4j, rowFromNeo4j } from './values.ts';

/** The graph in a Neo4j server, over Bolt. Any number of processes may use it at once. */
export class Neo4jStore implements GraphStore {
  readonly kind = 'neo4j';
  readonly #driver: Driver;
  readonly #database: string;

  constructor(driver: Driver, database: string) {
    this.#driver = driver;
    this.#database = database;
  }

  /**
   * Connects and logs in.
   * @throws PipelineError STORE_UNAVAILABLE
   */
  static async open(address: string, credentials: Credentials): Promise<Neo4jStore> {
    const { user = 'neo4j', password = '', database = 'neo4j' } = credentials;
    try {
      const driver = neo4j.driver(address, neo4j.auth.basic(user, password), { userAgent: 'dragoman' });
      await driver.verifyConnectivity({ database }).catch(async (error: unknown) => {
        await driver.close();
        throw error;
      });
      return new Neo4jStore(driver, database);
    } catch (error) {
      throw fromNeo4jError(error, 'STORE_UNAVAILABLE');
    }
  }

  read(cypher: string, params: Parameters = {}, options: ReadOptions = {}): Promise<Row[]> {
    return this.#read(cypher, params, options, 'STORE_FAILED');
  }

  /** Three walls: the guard over the text, the type of Neo4j's own plan, and a transaction that Neo4j lets only read. */
  async ask(cypher: string, params: Parameters = {}, options: ReadOptions = {}): Promise<Row[]> {
    assertReadOnly(cypher);
    if ((await this.#queryType(cypher, params)) !== 'r') {
      throw new PipelineError({ code: 'QUERY_NOT_READ_ONLY', message: 'the query would write' });
    }
    return this.#read(cypher, params, options, 'QUERY_INVALID');
  }

  write(statements: readonly Statement[]): Promise<void> {
    return this.transact((transaction) => transaction.runAll(statements));
  }

  transact<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#inSession('WRITE', 'STORE_FAILED', (session) =>
      session.executeWrite((transaction) =>
        work({
          run: (cypher, params = {}) => runIn(transaction, cypher, params, {}),
          runAll: async (statements) => {
            await Promise.all(
              statements.map(({ cypher, params = {} }) =>
                transaction.run(cypher, parametersForNeo4j(params)),
              ),
            );
          },
        }),
      ),
    );
  }

  migrate(): Promise<void> {
    // In a managed transaction, so that processes which create the same constraint at once try again after a deadlock.
    const run = (statement: string): Promise<unknown> =>
      this.#inSession('WRITE', 'STORE_FAILED', (session) =>
        session.executeWrite((transaction) => transaction.run(statement)),
      );
    return migrateNeo4j(this, run);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  #read(cypher: string, params: Parameters, options: ReadOptions, code: ErrorCode): Promise<Row[]> {
    const limits = options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs };
    return this.#inSession('READ', code, (session) =>
      session.executeRead((transaction) => runIn(transaction, cypher, params, options), limits),
    );
  }

  #queryType(cypher: string, params: Parameters): Promise<string> {
    return this.#inSession('READ', 'QUERY_INVALID', async (session) => {
      const { summary } = await session.run(`EXPLAIN ${cypher}`, parametersForNeo4j(params));
      return summary.queryType;
    });
  }

  async #inSession<T>(
    mode: 'READ' | 'WRITE',
    code: ErrorCode,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = this.#driver.session({ database: this.#database, defaultAccessMode: mode });
    try {
      return await work(session);
    } catch (error) {
      throw fromNeo4jError(error, code);
    } finally {
      await session.close();
    }
  }
}

/** Runs one statement and takes its rows, no more than the limit. */
async function runIn(
  transaction: ManagedTransaction,
  cypher: string,
  params: Parameters,
  { limit = Infinity }: ReadOptions,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const record of transaction.run(cypher, parametersForNeo4j(params))) {
    if (rows.length >= limit) break;
    rows.push(rowFromNeo4j(record));
  }
  return rows;
}

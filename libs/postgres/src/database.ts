import pg from 'pg';
import { DatabaseUnusable, inWords, isPassing } from './fault.ts';
import { migrate, type Migrations } from './migrate.ts';
import { numberIn, sessionUrl } from './session-url.ts';

export type Bounds = {
  /** Connections that are open at a time. Default: `connections` behind the connection string, or 10. */
  readonly maxConnections?: number;
  /** Questions that may wait for a connection; beyond them the store is unavailable. Default 1,000. */
  readonly maxWaiting?: number;
  /** How long a question may take, in milliseconds. Default 15,000. */
  readonly timeoutMs?: number;
  /** How long a question may wait for a connection, in milliseconds. Default 5,000. */
  readonly connectTimeoutMs?: number;
};

export type DatabaseParts = {
  readonly connectionString: string;
  readonly bounds: Bounds;
  readonly migrations: Migrations;
  /** What is thrown while the server is away. */
  readonly unavailable: (cause: unknown) => Error;
};

export type Row = Readonly<Record<string, unknown>>;

/** The client gives up somewhat later than the server, which knows better what became of the question. */
const leewayMs = 1_000;

/** A bounded pool of connections. Each question is one statement, and so one transaction: none is ever left half open. */
export class Database {
  readonly #pool: pg.Pool;
  readonly #mostAsked: number;
  readonly #unavailable: (cause: unknown) => Error;
  readonly #asked = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(pool: pg.Pool, mostAsked: number, unavailable: (cause: unknown) => Error) {
    this.#pool = pool;
    this.#mostAsked = mostAsked;
    this.#unavailable = unavailable;
  }

  /** @throws DatabaseUnusable */
  static async open({ connectionString, bounds, migrations, unavailable }: DatabaseParts): Promise<Database> {
    const { maxConnections = numberIn(connectionString, 'connections') ?? 10, maxWaiting = 1_000, timeoutMs = 15_000, connectTimeoutMs = 5_000 } = bounds;
    const pool = new pg.Pool({
      connectionString: sessionUrl(connectionString, timeoutMs),
      max: maxConnections,
      connectionTimeoutMillis: connectTimeoutMs,
      query_timeout: timeoutMs + leewayMs,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    });
    // The pool drops a connection that breaks while nobody uses it, and opens another for the next question.
    pool.on('error', () => undefined);
    try {
      await migrate(pool, migrations);
    } catch (error) {
      await pool.end();
      throw error instanceof DatabaseUnusable ? error : new DatabaseUnusable(`PostgreSQL does not open: ${inWords(error)}; check the address, the password and whether it runs`, { cause: error });
    }
    return new Database(pool, maxConnections + maxWaiting, unavailable);
  }

  async ask<Answer extends Row>(text: string, values: readonly unknown[]): Promise<readonly Answer[]> {
    if (this.#closed) throw new Error('the store is closed');
    if (this.#asked.size >= this.#mostAsked) throw this.#unavailable(new Error(`${this.#mostAsked} questions are not answered yet`));
    const asked = this.#pool.query<Answer>(text, [...values]);
    this.#asked.add(asked);
    try {
      return (await asked).rows;
    } catch (error) {
      throw isPassing(error) ? this.#unavailable(error) : error;
    } finally {
      this.#asked.delete(asked);
    }
  }

  /** What was asked before is answered first: the pool would leave those that wait for a connection without an answer. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.allSettled(this.#asked);
    await this.#pool.end();
  }
}

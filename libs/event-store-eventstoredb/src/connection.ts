import { EventStoreDBClient, type AppendExpectedRevision, type AppendResult, type JSONEventData } from '@eventstore/db-client';
import { EventStoreUnavailable } from '@kring/event-store';
import type { Address } from './connection-string.ts';
import { faultOf } from './fault.ts';
import { Gate } from './gate.ts';
import { maxWaitingAppends, type TimeOuts } from './limits.ts';
import { within, type Deadline } from './patience.ts';

/** One client after another, never two at a time; `lost` tells its readers that theirs is given up. */
export type Line = { readonly client: EventStoreDBClient; readonly lost: AbortSignal };

/** `events` are made when their turn has come, so that they are stamped in the order in which they are sent. */
export type Sending = { readonly stream: string; readonly events: () => JSONEventData[]; readonly expectedRevision: AppendExpectedRevision };

/**
 * Appends that the server has not answered yet. The client writes them to one gRPC stream, which buffers sixteen; those behind
 * wait in a queue of the client's, and when the connection breaks, each of them ends the process as an unhandled rejection.
 */
const unanswered = 15;

/**
 * The one client of this process. Two of them share a table of pending appends, by which the one can end the process on an
 * answer to the other; the same happens when one client loses its channel over a read and goes on with a second stream of
 * appends beside the first. So whenever a channel is lost, appends are held back, every stream of the client is cancelled,
 * and a new client takes its place.
 */
export class Connection {
  static #only: Connection | undefined;
  readonly gate = new Gate(unanswered, maxWaitingAppends);
  #users = 0;
  #givenUp = new AbortController();
  #client: EventStoreDBClient;
  #renewal: Promise<void> | undefined;

  private constructor(readonly address: Address, readonly timeOuts: TimeOuts) {
    this.#client = this.#newClient();
  }

  /** @throws Error when this process is connected to another server already. */
  static open(address: Address, timeOuts: TimeOuts): Connection {
    const connection = Connection.#only ?? new Connection(address, timeOuts);
    if (connection.address.connectionString !== address.connectionString) {
      throw new Error(`this process uses the event store at ${connection.address.shown} already, and can use one at a time`);
    }
    Connection.#only = connection;
    connection.#users += 1;
    return connection;
  }

  /** The client to read with, once a change of clients is over. */
  async line(): Promise<Line> {
    while (this.#renewal) await this.#renewal;
    return this.#line;
  }

  /** Sends one append. What has timed out keeps its place until the client lets go of it: its message may still be in the client's buffer. */
  async send({ stream, events, expectedRevision }: Sending, deadline: Deadline): Promise<AppendResult> {
    await this.gate.enter(deadline.left);
    const line = this.#line;
    const { attemptMs, stuckMs } = this.timeOuts;
    const answer = line.client.appendToStream(stream, events(), { expectedRevision, deadline: attemptMs });
    const stuck = setTimeout(() => this.#renewUnlessDone(line), attemptMs + stuckMs);
    stuck.unref();
    const settled = answer.finally(() => {
      clearTimeout(stuck);
      this.gate.leave();
    });
    settled.catch((error: unknown) => this.noticed(line, error));
    return within(attemptMs, 'an append', settled);
  }

  /** Gives the client up when an error says that it has lost its channel. */
  noticed(line: Line, error: unknown): void {
    const fault = faultOf(error);
    if ('connection' in fault && fault.connection === 'lost') this.#renewUnlessDone(line);
  }

  /** The last user takes the client along. */
  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    await this.#renewal;
    if (this.#users > 0) return;
    Connection.#only = undefined;
    await this.#giveUp();
  }

  get #line(): Line {
    return { client: this.#client, lost: this.#givenUp.signal };
  }

  #renewUnlessDone(line: Line): void {
    if (line.client !== this.#client || this.#renewal || this.#users === 0) return;
    this.#renewal = this.#renew().finally(() => {
      this.#renewal = undefined;
    });
  }

  async #renew(): Promise<void> {
    await within(this.timeOuts.attemptMs, 'the appends under way', this.gate.shut()).catch(() => undefined);
    await this.#giveUp();
    this.#givenUp = new AbortController();
    this.#client = this.#newClient();
    this.gate.open();
  }

  async #giveUp(): Promise<void> {
    this.#givenUp.abort(new EventStoreUnavailable('the connection to the event store was lost'));
    await within(this.timeOuts.closeMs, 'the end of the connection', this.#client.dispose()).catch(() => undefined);
  }

  /** @throws TypeError when the client cannot read its connection string; the client's own words may hold a password. */
  #newClient(): EventStoreDBClient {
    try {
      return EventStoreDBClient.connectionString(this.address.connectionString);
    } catch (error) {
      const secret = !(error instanceof Error) || 'connectionString' in error;
      throw new TypeError(secret ? 'has a host, port or setting that cannot be read' : error.message);
    }
  }
}

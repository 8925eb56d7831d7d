import { clientCredentials, givenToken, type AccessToken, type ClientCredentials } from './access-token.ts';
import { allRejected, type CloudEvent, type PublishAnswer, type PublishResult, type Sent } from './answer.ts';
import { chunksOf, defaultChunkSize, mostLines, oneAhead, type Chunk, type ChunkSize } from './chunks.ts';
import { linesOf, numbered, type Line } from './lines.ts';
import { problemOf } from './problem.ts';
import { defaultPatience, persistently, realPace, type Pace, type Patience } from './retry.ts';
import { beforeTheFirstLine, withAnswer, type Progress } from './progress.ts';

export type PublisherOptions = {
  /** Where the hub is, such as `https://kring.example.nl`. */
  readonly url: string;
  /** As whom: the partner system's credentials, or a token that is looked after elsewhere. */
  readonly as: ClientCredentials | { readonly token: string } | { readonly accessToken: AccessToken };
  readonly patience?: Partial<Patience>;
  readonly pace?: Pace;
  readonly chunk?: Partial<ChunkSize>;
  readonly fetch?: typeof fetch;
};

export type LinesOptions = {
  /** Where an earlier attempt ended: the last progress that it was told. */
  readonly resumeFrom?: Progress;
  /** Called each time the hub has made a request's lines durable; reading goes on when it has returned. */
  readonly onAcknowledged?: (progress: Progress) => void | Promise<void>;
  /** Called for each line that the hub rejected. `line` counts from 1. */
  readonly onRejected?: (line: number, result: PublishResult) => void;
  readonly signal?: AbortSignal;
};

/** What a partner's back office needs of the hub: to say what happened, and be sure that it was heard. */
export class Publisher {
  readonly #url: string;
  readonly #fetch: typeof fetch;
  readonly #patience: Patience;
  readonly #pace: Pace;
  readonly #chunk: ChunkSize;
  readonly #accessToken: AccessToken;

  constructor(options: PublisherOptions) {
    this.#url = options.url.replace(/\/+$/, '');
    this.#fetch = options.fetch ?? fetch;
    this.#patience = { ...defaultPatience, ...options.patience };
    this.#pace = options.pace ?? realPace;
    this.#chunk = { ...defaultChunkSize, ...options.chunk };
    if (this.#chunk.lines > mostLines) throw new RangeError(`a request takes at most ${mostLines} lines`);
    this.#accessToken = this.#accessTokenOf(options.as);
  }

  /**
   * Publishes events together. One that is rejected stands among the results and keeps none of the others out.
   *
   * @throws HubRefused when the request itself is refused, such as without the right to publish
   * @throws HubUnreachable when no attempt got an answer
   */
  async publish<Event extends CloudEvent>(events: readonly Event[], signal?: AbortSignal): Promise<PublishAnswer> {
    if (events.length === 0) return { accepted: 0, duplicates: 0, rejected: 0, position: null, results: [] };
    const sent: Sent = { count: events.length, nameOf: (index) => ({ id: events[index]?.id ?? null, source: events[index]?.source ?? null }) };
    return this.#send({ type: 'application/cloudevents-batch+json', body: JSON.stringify(events), sent, signal });
  }

  /** Publishes a file with one CloudEvent a line, of any length. In Node, `openAsBlob` of `node:fs` opens one. */
  publishFile(file: Blob, options: LinesOptions = {}): Promise<PublishAnswer> {
    return this.#publishAll(linesOf(file, options.resumeFrom ?? beforeTheFirstLine), options);
  }

  /** Publishes lines as they come, one CloudEvent each. No more than two requests' worth is held at a time. */
  publishLines(lines: AsyncIterable<string>, options: LinesOptions = {}): Promise<PublishAnswer> {
    return this.#publishAll(numbered(lines, options.resumeFrom ?? beforeTheFirstLine), options);
  }

  async #publishAll(lines: AsyncGenerator<Line>, options: LinesOptions): Promise<PublishAnswer> {
    let progress = options.resumeFrom ?? beforeTheFirstLine;
    let notAccepted: PublishResult[] = [];
    for await (const chunk of oneAhead(chunksOf(lines, this.#chunk))) {
      const answer = await this.#sendChunk(chunk, options.signal);
      progress = withAnswer(progress, chunk.end, answer);
      tellRejected(chunk, answer, options.onRejected);
      notAccepted = [...notAccepted, ...answer.results.filter(({ status }) => status !== 'accepted')].slice(0, mostLines);
      await options.onAcknowledged?.(progress);
    }
    const { accepted, duplicates, rejected, position } = progress;
    return { accepted, duplicates, rejected, position, results: notAccepted };
  }

  #sendChunk({ lines }: Chunk, signal?: AbortSignal): Promise<PublishAnswer> {
    const sent: Sent = { count: lines.length, nameOf: (index) => nameIn(lines[index]?.text ?? '') };
    return this.#send({ type: 'application/x-ndjson', body: lines.map(({ text }) => `${text}\n`).join(''), sent, signal });
  }

  async #send({ type, body, sent, signal }: { type: string; body: string; sent: Sent; signal?: AbortSignal }): Promise<PublishAnswer> {
    const post = async (renew: boolean): Promise<Response> => {
      const token = await this.#accessToken(renew);
      const headers = { authorization: `Bearer ${token}`, 'content-type': type };
      return this.#persistently('/v1/events', { method: 'POST', headers, body }, signal);
    };
    let response = await post(false);
    if (response.status === 401) response = await post(true);
    if (response.ok) return (await response.json()) as PublishAnswer;
    return allRejected(await problemOf(response), sent);
  }

  #persistently(path: string, init: RequestInit, signal?: AbortSignal): Promise<Response> {
    const send = (limit: AbortSignal): Promise<Response> => this.#fetch(`${this.#url}${path}`, { ...init, signal: limit });
    return persistently(send, { patience: this.#patience, pace: this.#pace, signal });
  }

  #accessTokenOf(as: PublisherOptions['as']): AccessToken {
    if ('token' in as) return givenToken(as.token);
    if ('accessToken' in as) return as.accessToken;
    return clientCredentials(as, { send: (path, init) => this.#persistently(path, init), now: Date.now });
  }
}

const tellRejected = (chunk: Chunk, answer: PublishAnswer, onRejected: LinesOptions['onRejected']): void => {
  if (!onRejected) return;
  answer.results.forEach((result, index) => {
    if (result.status === 'rejected') onRejected(chunk.lines[index]?.number ?? 0, result);
  });
};

const nameIn = (line: string): { id: string | null; source: string | null } => {
  try {
    const event = JSON.parse(line) as { id?: unknown; source?: unknown } | null;
    return { id: typeof event?.id === 'string' ? event.id : null, source: typeof event?.source === 'string' ? event.source : null };
  } catch {
    return { id: null, source: null };
  }
};


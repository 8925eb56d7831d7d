import type { Configuration } from '../configuration/configuration.ts';

/** How much, and how long, one caller may ask of the server. */
export type HttpLimits = {
  /** Largest body of an ordinary JSON request, in bytes. */
  readonly bodyBytes: number;
  /** Within this the headers of a request must be in, in milliseconds. */
  readonly headersMs: number;
  /** Within this a body that is held whole must be in, in milliseconds. What is read as a stream may take as long as it flows. */
  readonly bodyMs: number;
  /** So long a connection may lie still while a request is on its way, in milliseconds: longer than the heartbeat of any stream. */
  readonly idleMs: number;
  /** Longest value of a path parameter, in characters. */
  readonly paramLength: number;
};

export const defaultLimits: HttpLimits = { bodyBytes: 1_048_576, headersMs: 20_000, bodyMs: 60_000, idleMs: 120_000, paramLength: 200 };

/** The limits that an operator may set. */
export const limitsFrom = ({ KRING_BODY_SECONDS: body, KRING_IDLE_SECONDS: idle }: Configuration): Partial<HttpLimits> => ({ bodyMs: body * 1_000, idleMs: idle * 1_000 });

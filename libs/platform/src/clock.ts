import { ConfigurationError } from './configuration/configuration-error.ts';

/** What time it is, as the hub sees it. Domain code never asks; it is told. */
export abstract class Clock {
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that was set to another instant at the start and runs on from there at the ordinary pace. */
export class ShiftedClock extends Clock {
  constructor(private readonly aheadMs: number) {
    super();
  }

  override now(): Date {
    return new Date(Date.now() + this.aheadMs);
  }
}

/**
 * The clock of this process. `startAt` (KRING_CLOCK, RFC 3339) is for demonstrations and tests; it is refused in production,
 * and an instant before the last recorded event is refused by the caller, who knows the log.
 */
export const clockFrom = (startAt: string | undefined, production: boolean): Clock => {
  if (startAt === undefined || startAt === '') return new SystemClock();
  if (production) throw new ConfigurationError('KRING_CLOCK', 'the clock cannot be set when NODE_ENV is production; unset KRING_CLOCK');
  const instant = Date.parse(startAt);
  if (Number.isNaN(instant)) throw new ConfigurationError('KRING_CLOCK', 'is not an RFC 3339 date-time such as 2026-03-02T09:00:00Z');
  return new ShiftedClock(instant - Date.now());
};

import type { JsonObject, NewEvent, RecordedEvent } from '@kring/event-store';
import { defaultRules } from '@kring/household';
import { Clock } from '@kring/platform';
import type { ViewStore } from '@kring/view-store';
import { runCoordination, type CoordinationParts, type RunningCoordination } from '../run-coordination.ts';
import type { Fuse } from './fuse.ts';
import { LogInMemory } from './log-in-memory.ts';
import { ViewsInMemory } from './views-in-memory.ts';

/** A clock that stands where a spec puts it. */
export class SetClock extends Clock {
  constructor(public at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  set(instant: string): void {
    this.at = new Date(instant);
  }
}

/** An event as a spec tells it; the type without `nl.kring.` and the version. */
export type Telling = {
  readonly partner: string;
  readonly type: string;
  readonly data?: JsonObject;
  readonly occurredAt?: string;
  readonly householdId?: string;
  /** Which of the partners' events it is; by default the next. */
  readonly number?: number;
};

/** The hub acts when a spec says so, and at no other time. */
export const onDemand = { settleMs: 3_600_000, tickMs: 3_600_000, retry: { firstMs: 1, maxMs: 5 } };
const regions = { rulesFor: () => defaultRules };

/** An event as the door stores it. */
export const storedEvent = ({ partner, type, data = {}, occurredAt, householdId = 'h-1', number }: Telling & { readonly occurredAt: string; readonly number: number }): { readonly stream: string; readonly event: NewEvent } => ({
  stream: `${partner}-${householdId}`,
  event: {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    type: `nl.kring.${type}.v1`,
    data: { household: { householdId }, occurredAt, legalBasis: 'wmo', purpose: 'involvement', ...data },
    metadata: { id: `e-${number}`, source: `urn:${partner}`, time: occurredAt, occurredAt, partner, subject: householdId, personal: [] },
  },
});

/** A log, views and a clock that outlive the process that works with them. */
export class ActingHub {
  readonly clock: SetClock;
  readonly log: LogInMemory;
  views: ViewStore = new ViewsInMemory();
  #told = 0;

  constructor(start: string) {
    this.clock = new SetClock(new Date(start));
    this.log = new LogInMemory(() => this.clock.now());
  }

  async tell(telling: Telling): Promise<void> {
    this.#told += 1;
    const { stream, event } = storedEvent({ occurredAt: this.clock.now().toISOString(), number: this.#told, ...telling });
    await this.log.append(stream, [event], 'any');
  }

  /** Starts a process on what there is. */
  start(fuse?: Fuse, more: Partial<CoordinationParts> = {}): RunningCoordination {
    const [eventStore, viewStore] = fuse ? [fuse.events(this.log), fuse.views(this.views)] : [this.log, this.views];
    return runCoordination({ eventStore, viewStore, regions, clock: this.clock, ...onDemand, ...more });
  }

  /** A process that acts on everything there is to act on now, and ends. */
  async actNow(more: Partial<CoordinationParts> = {}): Promise<void> {
    const running = this.start(undefined, more);
    try {
      await running.whenCaughtUp();
    } finally {
      await running.stop();
    }
  }

  /** Everything the hub keeps to know what to do next is lost. */
  loseViews(): void {
    this.views = new ViewsInMemory();
  }

  /** What the hub said, in the order in which it said it, without when it wrote it down. */
  get said(): readonly Said[] {
    return this.log.events.filter(({ metadata }) => metadata['partner'] === 'hub').map(saidIn);
  }

  /** The same in a few words: `alerts.raised A01 2026-03-02`. */
  get words(): readonly string[] {
    return this.said.map(({ type, data, occurredAt }) => [type, data['code'] ?? data['rule'], occurredAt.slice(0, 10)].filter(Boolean).join(' '));
  }
}

export type Said = { readonly id: string; readonly stream: string; readonly type: string; readonly occurredAt: string; readonly data: JsonObject };

const saidIn = ({ id, stream, type, metadata, data }: RecordedEvent): Said => ({ id, stream, type: type.replace(/^nl\.kring\.|\.v1$/g, ''), occurredAt: String(metadata['occurredAt']), data });

import { randomUUID } from 'node:crypto';

/** An event as a partner's system sends it. */
export type CloudEvent = { specversion: '1.0'; id: string; source: string; type: string; time: string; datacontenttype: 'application/json'; data: Record<string, unknown> };

type What = { type: string; data: Record<string, unknown> };

/** `type` without the parts that every type has: `visits.planned` for `nl.kring.visits.planned.v1`. */
export const event = (source: string, { type, data }: What): CloudEvent => ({
  specversion: '1.0',
  id: randomUUID(),
  source,
  type: `nl.kring.${type}.v1`,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data,
});

const hourMs = 3_600_000;
/** The instant so many days before now. */
export const ago = (days: number): string => new Date(Date.now() - days * 24 * hourMs).toISOString();
/** The instant so many hours from now. */
export const ahead = (hours: number): string => new Date(Date.now() + hours * hourMs).toISOString();

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Circle } from '@kring/contracts';
import { bsn } from '../support/bsn.ts';
import { ago, event, type CloudEvent } from '../support/events.ts';
import { freePort, startHubProcess, type HubProcess } from '../support/hub-process.ts';

const halfOfThem = 10;
const residentsFrom = 7_000;

export const resident = (at: number): string => bsn(residentsFrom + at);

/** A household that Omring looks after, with a neighbour whose name is told. */
export const lookedAfter = (at: number, from: string): CloudEvent[] => {
  const common = { household: { bsn: resident(at) }, occurredAt: ago(3), legalBasis: 'zvw', purpose: 'involvement' };
  const professional = { id: `n-${at}`, name: 'Wijkverpleger', role: 'district-nurse' };
  return [
    event(from, { type: 'involvements.started', data: { ...common, involvementId: `i-${at}`, professional, level: 'basic-team', domain: 'care' } }),
    event(from, { type: 'supporters.added', data: { ...common, supporterId: `s-${at}`, kind: 'neighbour', label: `buurvrouw ${at}`, agreed: true } }),
  ];
};

/** A folder of data as a hub left it in good order, and copies of it that may be damaged. `older`: as it was halfway. */
export type SeededData = { readonly older: string; copy(): string; remove(): void };

export const seedData = async (from: string): Promise<SeededData> => {
  const folder = mkdtempSync(join(tmpdir(), 'kring-faults-'));
  const [data, older] = [join(folder, 'good'), join(folder, 'older')];
  for (const half of [0, 1]) {
    const hub = await workingHub(data);
    for (let at = half * halfOfThem; at < (half + 1) * halfOfThem; at += 1) {
      const answer = await hub.publish('omring', lookedAfter(at, from));
      if (answer.status !== 202) throw new Error(`the hub answered ${answer.status}: ${answer.text}`);
    }
    await hub.end();
    if (half === 0) cpSync(data, older, { recursive: true });
  }
  let copies = 0;
  const copy = (): string => {
    const to = join(folder, `copy-${(copies += 1)}`);
    cpSync(data, to, { recursive: true });
    return to;
  };
  return { older, copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Starts a hub that is expected to refuse, and answers what it said; or null when it started after all. */
export const refusal = async (data: string, env: Readonly<Record<string, string>> = {}): Promise<string | null> => {
  const hub = startHubProcess({ data, port: await freePort(), env });
  const isReady = await hub.ready().catch(() => false);
  if (!hub.hasEnded()) await hub.kill();
  return isReady ? null : hub.output();
};

/** A hub on this data that works; the caller ends it. */
export const workingHub = async (data: string, env: Readonly<Record<string, string>> = {}): Promise<HubProcess> => {
  const hub = startHubProcess({ data, port: await freePort(), env });
  if (!(await hub.ready())) throw new Error(`the hub did not start:\n${hub.output()}`);
  return hub;
};

export const circleOf = async (hub: HubProcess, at: number): Promise<{ readonly status: number; readonly text: string; readonly body: Circle }> => {
  const token = await hub.token('omring');
  const found = await hub.post<{ households: { householdId: string }[] }>('/v1/households/_search', token, { bsn: resident(at) });
  const id = found.body.households?.[0]?.householdId;
  return hub.get<Circle>(`/v1/households/${id}/circle`, token);
};

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Served } from './bench-server.ts';
import { startOwnHub } from './own-hub.ts';
import { publishedEvent, publisher } from './published-event.ts';

const household = 7;
const told = 8;

/** The folders that the servers of a circle use, and the file in which they find what they serve. */
export type CircleFolders = { readonly hub: string; readonly copy: string; readonly told: string };

export const circleFolders = (folder: string): CircleFolders => ({ hub: join(folder, 'hub'), copy: join(folder, 'copy'), told: join(folder, 'told.json') });

/** Tells a hub of a household, keeps its circle as bytes, and copies the hub's data for those who serve the same circle otherwise. */
export const makeCircle = async ({ hub: data, copy, told: file }: CircleFolders): Promise<void> => {
  mkdirSync(data, { recursive: true });
  const { hub } = await startOwnHub(data);
  const { body: published, text } = await hub.publish(publisher.partner, Array.from({ length: told }, (_, number) => publishedEvent(household, number)));
  const householdId = published.results[0]?.householdId;
  if (householdId === undefined || published.accepted !== told) throw new Error(`the events of a circle were not taken: ${text.slice(0, 300)}`);
  const token = await hub.token(publisher.partner);
  const circle = await hub.get(`/v1/households/${householdId}/circle?minPosition=${published.position}`, token);
  if (circle.status !== 200) throw new Error(`the circle answered ${circle.status}: ${circle.text.slice(0, 200)}`);
  await hub.end();
  cpSync(data, copy, { recursive: true });
  writeFileSync(`${file}.circle`, circle.text);
  const served: Served = { data: copy, circle: `${file}.circle`, householdId, partner: publisher.partner };
  writeFileSync(file, JSON.stringify(served));
};

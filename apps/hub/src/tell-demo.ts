import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Door } from '@kring/door';
import type { Clock, Log } from '@kring/platform';
import type { Regions } from '@kring/regions';
import { demoAnchor, publishDemo } from './demo/index.ts';

export type DemoParts = { readonly door: Door; readonly regions: Regions; readonly clock: Clock; readonly log: Log; readonly dataFolder: string };

const toldFile = 'demo-told.json';
const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/**
 * Tells the demonstration through the door, as if the partners' systems had published it. Once on a data folder; when it was cut
 * short it is told again, and what was taken already is recognised.
 */
export const tellDemo = async ({ door, regions, clock, log, dataFolder }: DemoParts): Promise<void> => {
  const marker = join(dataFolder, toldFile);
  if (await exists(marker)) return;
  const anchor = await demoAnchor(dataFolder, clock.now());
  const tally = await publishDemo({
    regions,
    anchor,
    admit: async (partner, events) => {
      const outcomes = await door.admit({ partner, by: null }, events.map((value) => ({ value, bytes: 0 })));
      const count = (status: string): number => outcomes.filter((outcome) => outcome.status === status).length;
      return { accepted: count('accepted') + count('unresolved'), duplicates: count('duplicate'), rejected: count('rejected') };
    },
  });
  log.info('the demonstration is told', { accepted: tally.accepted, duplicates: tally.duplicates, rejected: tally.rejected });
  await writeFile(marker, `${JSON.stringify({ toldAt: clock.now().toISOString() })}\n`);
};

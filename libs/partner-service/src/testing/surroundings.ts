import { Clock } from '@kring/platform';
import { loadRegions } from '@kring/regions';
import type { Regions } from '@kring/regions';
import { fileURLToPath } from 'node:url';

const regionsFolder = fileURLToPath(new URL('../../../../deploy/regions', import.meta.url));

/** The regions of the demonstration. */
export const demoRegions = (): Promise<Regions> => loadRegions(regionsFolder);

/** A clock that stands still until it is set. */
export class StoppedClock extends Clock {
  constructor(private instant: string) {
    super();
  }

  set(instant: string): void {
    this.instant = instant;
  }

  override now(): Date {
    return new Date(this.instant);
  }
}

import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startHub, type RunningHub } from '../support/hub.ts';
import { openBrowser } from './browser.ts';
import { tellPrincenhof } from './princenhof.ts';

/** `hub` may be exchanged for one that was started anew on the same data: that is then the one that is stopped. */
export type Stage = { hub: RunningHub; readonly browser: Browser };

const openMs = 240_000;
const closeMs = 30_000;

/** A real browser, and a hub to which Princenhof was told, for all cases of a file. */
export const onStage = (chromium: string): Stage => {
  let browser: Browser;
  let hub: RunningHub;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
    hub = await startHub({ env: { KRING_DEMO: 'false' } });
    await tellPrincenhof(hub);
  }, openMs);
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  }, closeMs);
  return {
    get hub() {
      return hub;
    },
    set hub(next) {
      hub = next;
    },
    get browser() {
      return browser;
    },
  };
};

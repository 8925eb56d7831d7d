// Makes the pictures of the documentation from a hub that tells its demonstration: `node test/e2e/screenshots.ts`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findChromium } from '../servers/chromium.ts';
import { startHub, type RunningHub } from '../support/hub.ts';
import { logIn, openBrowser, searchAddress, visit, type Visitor } from './browser.ts';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));

/** A household of the demonstration, in Princenhof: nurse and housing consultant come on the same morning. */
const shown = { postcode: '1611QA', houseNumber: 128 };

const picture = async (page: Page, name: string): Promise<void> => {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}${name}.png` });
};

const openCircle = async (visitor: Visitor, hub: RunningHub): Promise<void> => {
  await logIn(visitor, hub.url, 'wijkverpleegkundige@omring');
  await searchAddress(visitor, shown);
  await visitor.page.getByRole('main').getByRole('link', { name: /^Huishouden/ }).click();
  await visitor.page.getByText('Live:').waitFor();
};

const onDesktop = async (browser: Browser, hub: RunningHub): Promise<void> => {
  const visitor = await visit(browser, { width: 1366, height: 900 });
  await logIn(visitor, hub.url, 'wijkverpleegkundige@omring');
  await searchAddress(visitor, shown);
  await visitor.page.getByRole('heading', { name: 'Eén huishouden gevonden' }).waitFor();
  await picture(visitor.page, 'search');
  await visitor.page.getByRole('main').getByRole('link', { name: /^Huishouden/ }).click();
  await visitor.page.getByText('Live:').waitFor();
  await picture(visitor.page, 'circle');
  await visitor.page.getByRole('region', { name: 'Wie zijn betrokken' }).scrollIntoViewIfNeeded();
  await visitor.page.getByRole('heading', { name: 'Wie zijn betrokken' }).evaluate((heading) => heading.scrollIntoView());
  await picture(visitor.page, 'circle-lists');
  await visitor.page.getByRole('link', { name: 'Aandachtspunten', exact: true }).click();
  await visitor.page.getByRole('main').getByRole('listitem').first().waitFor();
  await picture(visitor.page, 'worklist');
  await visitor.context.close();
};

const onPhone = async (browser: Browser, hub: RunningHub): Promise<void> => {
  const visitor = await visit(browser, { width: 390, height: 844 });
  await openCircle(visitor, hub);
  await picture(visitor.page, 'circle-phone');
  await visitor.context.close();
};

mkdirSync(folder, { recursive: true });
const chromium = findChromium();
if (chromium) {
  const hub = await startHub();
  const browser = await openBrowser(chromium);
  try {
    await onDesktop(browser, hub);
    await onPhone(browser, hub);
  } finally {
    await browser.close();
    await hub.stop();
  }
}

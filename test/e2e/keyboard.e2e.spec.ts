import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findChromium } from '../servers/chromium.ts';
import { visit } from './browser.ts';
import { residents } from './princenhof.ts';
import { onStage } from './stage.ts';

const chromium = findChromium();
const mostTabs = 80;

/** Goes on with the Tab key until something with this text or label has the focus, and sees that the focus can be seen. */
const tabTo = async (page: Page, wanted: RegExp): Promise<void> => {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    await page.keyboard.press('Tab');
    const { name, visible } = await page.evaluate(focused);
    if (!wanted.test(name)) continue;
    expect([name, visible]).toEqual([name, true]);
    return;
  }
  throw new Error(`The Tab key does not lead to ${wanted}.`);
};

const focused = (): { name: string; visible: boolean } => {
  const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement>; value?: string }) | null;
  if (!at || at === document.body) return { name: '', visible: false };
  const name = [at.labels?.[0]?.innerText, at.innerText, at.getAttribute('aria-label'), at.tagName === 'BUTTON' ? at.value : ''].filter(Boolean).join(' ');
  const marked = [at, at.nextElementSibling].filter((one) => one !== null).map((one) => getComputedStyle(one));
  return { name, visible: marked.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) };
};

(chromium ? describe : describe.skip)('the page by keyboard alone', () => {
  const stage = onStage(chromium ?? '');

  it('leads from logging in to the reason of an alert', async () => {
    const { page, context } = await visit(stage.browser);
    await page.goto(stage.hub.url);
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    await tabTo(page, /^Inloggen$/);
    await page.keyboard.press('Enter');
    await page.locator('button[name="account"]').first().waitFor();
    await tabTo(page, /wijkverpleegkundige@omring/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Zoek een huishouden' }).waitFor();
    await tabTo(page, /^Postcode/);
    await page.keyboard.type(residents.postcode);
    await tabTo(page, /^Huisnummer/);
    await page.keyboard.type(String(residents.houseNumber));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Eén huishouden gevonden' }).waitFor();
    await tabTo(page, new RegExp(`^Huishouden ${residents.surname}`));
    await page.keyboard.press('Enter');
    await page.getByText('Live:').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await tabTo(page, /^Waarom zie ik dit\?/);
    await page.keyboard.press('Enter');
    await page.getByText(/^Regel A\d\d/).first().waitFor();
    await context.close();
  }, 60_000);

  it('skips to the content with the first key', async () => {
    const { page, context } = await visit(stage.browser);
    await page.goto(stage.hub.url);
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toEqual({ name: 'Naar de inhoud', visible: true });
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await context.close();
  }, 30_000);
});

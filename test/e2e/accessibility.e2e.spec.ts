import { describe, expect, it } from '@jest/globals';
import { findChromium } from '../servers/chromium.ts';
import { findings } from './accessibility.ts';
import { logIn, searchAddress, visit, type Visitor } from './browser.ts';
import { residents } from './princenhof.ts';
import { onStage } from './stage.ts';

const chromium = findChromium();

(chromium ? describe : describe.skip)('the page for everyone', () => {
  const stage = onStage(chromium ?? '');

  it.each([320, 768, 1366])('has nothing that a machine finds against WCAG 2.2 AA, %i pixels wide', async (width) => {
    const visitor = await visit(stage.browser, { width, height: 800 });
    const { page, context } = visitor;
    await page.goto(stage.hub.url);
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await logIn(visitor, stage.hub.url, 'wijkverpleegkundige@omring');
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await page.getByText('Vul een postcode in').waitFor();
    expect(await findings(page)).toEqual([]);
    await openCircle(visitor);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Aandachtspunten', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Aandachtspunten' }).waitFor();
    await page.getByRole('main').getByRole('listitem').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await context.close();
  }, 60_000);

  const openCircle = async (visitor: Visitor): Promise<void> => {
    const { page } = visitor;
    await searchAddress(visitor, residents);
    await page.getByRole('link', { name: `Huishouden ${residents.surname}` }).click();
    await page.getByText('Live:').waitFor();
    await page.getByText('Terugkijken in de tijd').click();
    await page.getByText('Waarom zie ik dit?').first().click();
    await page.getByText('Tijdlijn').click();
    await page.locator('.kring-moments').waitFor();
  };
});

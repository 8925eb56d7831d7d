import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findChromium } from '../servers/chromium.ts';
import { startHub } from '../support/hub.ts';
import { logIn, searchAddress, visit, type Visitor } from './browser.ts';
import { assignContactPerson, moveVisit, residents } from './princenhof.ts';
import { onStage } from './stage.ts';

const chromium = findChromium();
const nurse = 'wijkverpleegkundige@omring';

(chromium ? describe : describe.skip)('the page of the caseworker', () => {
  const stage = onStage(chromium ?? '');
  let visitor: Visitor;


  beforeEach(async () => {
    visitor = await visit(stage.browser);
    await logIn(visitor, stage.hub.url, nurse);
  }, 30_000);
  afterEach(() => visitor.context.close());

  const openCircle = async (): Promise<void> => {
    await searchAddress(visitor, residents);
    await visitor.page.getByRole('link', { name: `Huishouden ${residents.surname}` }).click();
    await visitor.page.getByText('Live:').waitFor();
  };

  it('lets a district nurse find a household by its address and see who else comes', async () => {
    const { page } = visitor;
    await openCircle();
    await page.getByRole('heading', { level: 1, name: residents.surname }).waitFor();
    await page.getByRole('heading', { name: 'Bezoeken botsen' }).waitFor();
    await page.getByRole('heading', { name: 'Geen aanspreekpunt' }).waitFor();
    expect(await page.getByRole('region', { name: 'Wie zijn betrokken' }).innerText()).toMatch(/Woonconsulent[^]*De Woonschakel/);
    expect(await page.getByRole('region', { name: 'Gepland' }).innerText()).toContain('Botst met De Woonschakel');
    expect(visitor.faults).toEqual([]);
  }, 30_000);

  it('finds the same household by BSN and by name with birth date', async () => {
    const { page } = visitor;
    await page.getByRole('radio', { name: 'BSN' }).check();
    await page.getByLabel('Burgerservicenummer').fill(residents.bsn);
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await page.getByRole('heading', { name: 'Eén huishouden gevonden' }).waitFor();
    await page.getByRole('radio', { name: 'Naam en geboortedatum' }).check();
    await page.getByLabel('Naam', { exact: true }).fill('Iemand Anders');
    await page.getByLabel('Geboortedatum', { exact: true }).fill(residents.birthDate);
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await page.getByRole('heading', { name: 'Niets gevonden' }).waitFor();
    await page.getByLabel('Naam', { exact: true }).fill(residents.name);
    await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
    await page.getByRole('heading', { name: 'Eén huishouden gevonden' }).waitFor();
  }, 30_000);

  it('shows what another organisation publishes, without a reload, and reads it out', async () => {
    const { page } = visitor;
    await openCircle();
    await page.evaluate(() => { document.body.dataset['since'] = 'before'; });
    await assignContactPerson(stage.hub);
    await page.getByText(/Aanspreekpunt is nu .* van Ons Stede Broec/).waitFor();
    await moveVisit(stage.hub, 96);
    await page.getByText('Opgelost: Bezoeken botsen').waitFor();
    expect(await page.locator('[aria-live="polite"]').innerText()).toContain('Bezoek verzet: De Woonschakel');
    expect(await page.getByRole('heading', { name: 'Bezoeken botsen' }).count()).toBe(0);
    expect(await page.evaluate(() => document.body.dataset['since'])).toBe('before');
    await page.getByRole('button', { name: 'Gezien' }).click();
    expect(await page.getByText('Bijgewerkt', { exact: true }).count()).toBe(0);
  }, 30_000);

  it('looks back to a day before the housing consultant came', async () => {
    const { page } = visitor;
    await openCircle();
    await page.getByText('Terugkijken in de tijd').click();
    await page.getByLabel('Zoals op').fill(new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Toon deze dag' }).click();
    await page.getByText('U kijkt terug naar').waitFor();
    const involved = page.getByRole('region', { name: 'Wie zijn betrokken' });
    await involved.waitFor();
    expect(await involved.innerText()).not.toContain('De Woonschakel');
    await page.getByRole('button', { name: 'Terug naar nu' }).click();
    await involved.getByText('De Woonschakel').first().waitFor();
  }, 30_000);

  it('keeps every name, number and address out of addresses, history, storage and the title', async () => {
    const { page } = visitor;
    await openCircle();
    const kept = await page.evaluate(() => JSON.stringify([document.title, location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie]));
    const everything = [...visitor.addresses, kept].join('\n').toLowerCase();
    for (const personal of [residents.surname, residents.bsn, residents.postcode, residents.birthDate]) expect(everything).not.toContain(personal.toLowerCase());
  }, 30_000);

  it('asks nothing from any other place than the hub', async () => {
    await openCircle();
    expect(visitor.addresses.filter((address) => !address.startsWith(stage.hub.url) && !address.startsWith('data:'))).toEqual([]);
  }, 30_000);

  it('stays logged in over a reload, and forgets after logging out', async () => {
    const { page } = visitor;
    await openCircle();
    const address = page.url();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: residents.surname }).waitFor();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL((url) => url.pathname !== new URL(address).pathname);
    await page.goto(address);
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(await page.content()).not.toContain(residents.surname);
  }, 30_000);

  it('says the same of a household that is unknown and of one that is none of the reader’s business', async () => {
    const { page } = visitor;
    await openCircle();
    const address = page.url();
    await page.goto(`${stage.hub.url}/huishoudens/00000000-0000-7000-8000-000000000000`);
    const unknown = await page.getByRole('alert').innerText();
    const outsider = await visit(stage.browser);
    await logIn(outsider, address, 'clientondersteuner@mee-drenthe');
    expect(await outsider.page.getByRole('alert').innerText()).toBe(unknown);
    await outsider.context.close();
  }, 30_000);

  it('says what to do when the hub cannot be reached, and when the session has ended', async () => {
    const { page } = visitor;
    await page.route('**/v1/households/_search', (route) => route.abort());
    await searchAddress(visitor, residents);
    await page.getByText('Kring is niet bereikbaar').waitFor();
    await page.unroute('**/v1/households/_search');
    await openCircle();
    const address = page.url();
    await page.route('**/timeline', (route) => route.fulfill({ status: 401 }));
    await page.getByText('Tijdlijn').click();
    await page.getByText('Uw sessie is verlopen').waitFor();
    expect(await page.content()).not.toContain(residents.surname);
    await page.unroute('**/timeline');
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByRole('heading', { level: 1, name: residents.surname }).waitFor();
    expect(page.url()).toBe(address);
  }, 30_000);

  it('says when it is no longer live, and catches up when the hub is back', async () => {
    const { page } = visitor;
    await openCircle();
    await stage.hub.end();
    await page.getByText('Geen verbinding').waitFor();
    stage.hub = await startHub({ data: stage.hub.data, port: stage.hub.port, env: { KRING_DEMO: 'false' } });
    await moveVisit(stage.hub, 120);
    await page.getByText('Bezoek verzet: De Woonschakel').waitFor({ timeout: 60_000 });
    await page.getByText('Live:').waitFor();
  }, 120_000);
});

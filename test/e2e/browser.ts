import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** What a browser needs to run in a container, and what it would otherwise do behind our back. */
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const openBrowser = (executablePath: string): Promise<Browser> => chromium.launch({ executablePath, args: flags });

/** Shorter than a spec may take, so that a failure says what was waited for. */
const patienceMs = 15_000;

/** Someone at a screen: the page, every address that it asked for, and everything that went wrong in it. */
export type Visitor = { page: Page; context: BrowserContext; addresses: string[]; faults: string[] };

export const visit = async (browser: Browser, { width = 1366, height = 860 } = {}): Promise<Visitor> => {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const visitor: Visitor = { page, context, addresses: [], faults: [] };
  page.on('request', (request) => visitor.addresses.push(request.url()));
  page.on('pageerror', (error) => visitor.faults.push(error.message));
  page.on('console', (message) => {
    // The browser itself reports an answer such as 404 here; the page has words for those.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) visitor.faults.push(message.text());
  });
  return visitor;
};

/** Opens a page of the hub and logs in with an account of the demonstration; ends where the visitor wanted to go. */
export const logIn = async ({ page }: Visitor, address: string, account: string): Promise<void> => {
  await page.goto(address);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.locator(`button[name="account"][value="${account}"]`).click();
  await page.getByRole('button', { name: 'Uitloggen' }).waitFor();
};

export const searchAddress = async ({ page }: Visitor, { postcode, houseNumber }: { postcode: string; houseNumber: number }): Promise<void> => {
  await page.getByLabel('Postcode').fill(postcode);
  await page.getByLabel('Huisnummer').fill(String(houseNumber));
  await page.getByRole('button', { name: 'Zoeken', exact: true }).click();
};

import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core';
import { app, type Visitor } from './app.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
const opened: BrowserContext[] = [];
let faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});

/** What broke in any page of a test fails it, whatever the test itself looked at. */
afterEach(async () => {
  const found = faults;
  faults = [];
  await Promise.all(opened.splice(0).map((context) => context.close()));
  expect(found).toEqual([]);
});

afterAll(() => browser.close());

export const widths = [390, 1280] as const;
export const themes = ['light', 'dark'] as const;

export type Setting = { width?: number; theme?: (typeof themes)[number]; session?: Visitor; script?: boolean };

/** A browser of someone's own: what it keeps, no other test sees. Playwright's way to more than one tab of it. */
export async function browserOf({ width = 1280, theme = 'light', session, script = true }: Setting = {}) {
  const baseURL = await app.getUrl();
  const look: BrowserContextOptions = {
    viewport: { width, height: width < 600 ? 844 : 800 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'es-CL',
    timezoneId: 'America/Santiago',
  };
  const context = await browser.newContext({ baseURL, javaScriptEnabled: script, ...look });
  context.setDefaultTimeout(10_000);
  if (session) await context.addCookies([cookieOf(session, baseURL)]);
  context.on('page', (page) => watch(page, baseURL));
  opened.push(context);
  return context;
}

/** A page of a browser of its own, in which this person is signed in, if any. */
export const pageFor = async (setting: Setting = {}): Promise<Page> => (await browserOf(setting)).newPage();

function cookieOf({ cookie }: Visitor, url: string) {
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, url, httpOnly: true, sameSite: 'Lax' as const };
}

/** Notes what must never happen: scripts that break, what the page forbids itself (CSP), answers that are our fault. */
function watch(page: Page, baseURL: string): void {
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (isFault(message)) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500 && response.url().startsWith(baseURL))
      faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
}

/** That a request was refused, or found no network, is part of what is tested. */
const isFault = (message: ConsoleMessage) =>
  message.type() === 'error' && !message.text().startsWith('Failed to load resource');

/** Opens a page and waits until its script has taken over. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await alive(page);
}

/** What needs the script waits, marked, until it is there. */
export const alive = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('[data-waiting], .sticky-bar button:disabled, [aria-busy=true]'));

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = ['color-contrast', 'link-in-text-block'];

/** What would keep someone with a screen reader, or without a mouse, from using this page; or only what its colours do. */
export async function barriers(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  const runOnly = only === 'all' ? { type: 'tag', values: levels } : { type: 'rule', values: colours };
  await page.evaluate(`if (!globalThis.axe) { ${axe.source} }`);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(runOnly)}, resultTypes: ['violations'] })`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message);
      return `${id} at ${target.join(' ')}: ${why.join('; ')}`;
    }),
  );
}

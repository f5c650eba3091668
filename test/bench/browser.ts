import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { round } from './measure.ts';
import { visitor } from './volume.ts';

/** What one step fetched over the network (bytes as they travel, headers included), and milliseconds until its text is seen. */
export type Load = { requests: number; bytes: number; js: number; ms: number };
export type Step = { step: string; cold: Load; warm: Load };

/** 400 kbit/s and 400 ms for a round trip. */
const link = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const lessonText = 'main .prose p';

type Deed = { step: string; act: (page: Page) => Promise<unknown>; seen: string };

/** Walks from signing in to a lesson over a slow link, with an empty cache and again with a full one; then to the lesson alone. */
export async function browse(address: string): Promise<Step[]> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ baseURL: address });
    const cold = await walk(context);
    const lesson = cold.page.url();
    const cookies = await context.cookies();
    await context.clearCookies();
    const warm = await walk(context);
    const alone = await openAlone(browser, lesson, cookies);
    return [
      ...cold.loads.map(({ step, load }, index) => ({ step, cold: load, warm: warm.loads[index]?.load ?? load })),
      alone,
    ];
  } finally {
    await browser.close();
  }
}

const deeds: Deed[] = [
  {
    step: 'sign-in',
    act: (page) => page.goto('/ingresar?volver=/inicio', { waitUntil: 'commit' }),
    seen: 'input[name=run]',
  },
  { step: 'home', act: signIn, seen: 'main.home h1' },
  {
    step: 'course',
    act: (page) => page.locator('ol.index a[href^="/estudio/"]').first().click(),
    seen: 'main ol.units',
  },
  { step: 'lesson', act: (page) => page.locator('ol.units a[href*="/lecciones/"]').first().click(), seen: lessonText },
];

async function signIn(page: Page): Promise<void> {
  await page.fill('input[name=run]', visitor.run);
  await page.fill('input[name=password]', visitor.password);
  await page.click('main button.primary, form button.primary');
}

async function walk(context: BrowserContext): Promise<{ page: Page; loads: { step: string; load: Load }[] }> {
  const page = await context.newPage();
  const meter = await meterOf(page);
  const loads = [];
  for (const deed of deeds) loads.push({ step: deed.step, load: await meter(deed) });
  return { page, loads };
}

/** Opens the lesson by its address in a browser that knows only who one is, and once more. */
async function openAlone(browser: Browser, address: string, cookies: Parameters<BrowserContext['addCookies']>[0]) {
  const context = await browser.newContext();
  await context.addCookies(cookies);
  const open = async (): Promise<Load> => {
    const page = await context.newPage();
    const meter = await meterOf(page);
    return meter({ step: 'lesson alone', act: () => page.goto(address, { waitUntil: 'commit' }), seen: lessonText });
  };
  return { step: 'lesson alone', cold: await open(), warm: await open() };
}

/** What is laid out is not yet seen: style sheets on their way hold the first frames back. Runs in the page. */
const painted = () =>
  new Promise<void>((resolve) => {
    const look = (): void => {
      const isDrawn = performance.getEntriesByName('first-contentful-paint').length > 0;
      requestAnimationFrame(isDrawn ? () => requestAnimationFrame(() => resolve()) : look);
    };
    look();
  });

/** Counts what the network brings while something is done, until it is quiet again. */
async function meterOf(page: Page): Promise<(deed: Deed) => Promise<Load>> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', link);
  const count = counting(network);
  return async ({ act, seen }) => {
    const tally = count();
    const began = performance.now();
    await act(page);
    await page.locator(seen).first().waitFor();
    await page.evaluate(painted);
    const ms = round(performance.now() - began, 0);
    await page.waitForLoadState('networkidle');
    return { ...tally, ms };
  };
}

/** Answers how to start a new count. What comes from the browser's own cache is no request. */
function counting(network: CDPSession): () => Omit<Load, 'ms'> {
  let tally = { requests: 0, bytes: 0, js: 0 };
  const scripts = new Set<string>();
  const cached = new Set<string>();
  network.on('Network.requestServedFromCache', ({ requestId }) => cached.add(requestId));
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache || response.fromPrefetchCache) cached.add(requestId);
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (cached.has(requestId)) return;
    tally.requests += 1;
    tally.bytes += encodedDataLength;
    if (scripts.has(requestId)) tally.js += encodedDataLength;
  });
  return () => (tally = { requests: 0, bytes: 0, js: 0 });
}

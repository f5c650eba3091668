import type { Page } from 'playwright-core';
import { barriers, pageFor, widths } from '../support/browser.ts';
import { type Furnished, furnish, pages, reach } from '../support/pages.ts';

let campus: Furnished;
beforeAll(async () => {
  campus = await furnish();
});

/** How far the page had moved under the reader by the time it was at rest. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver(() => undefined);
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          const entries = observer.takeRecords() as (PerformanceEntry & { value: number })[];
          resolve(entries.reduce((sum, { value }) => sum + value, 0));
        }, 100);
      }),
  );

/** What reaches out of the window at its right: someone would have to scroll sideways to read it. */
const excess = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const last = wide.filter((element) => !wide.some((other) => element !== other && element.contains(other)));
    return [`${scrollWidth - clientWidth} px`, ...last.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });

/** The spacing that WCAG 1.4.12 lets a reader ask for. Set by script: the page allows no style that is not its own. */
const spaceOut = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  });

/** Headings and controls whose text does not fit, and is cut. */
const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('h1, h2, h3, a, button, label, legend, summary, th, .status')]
      .filter((element) => {
        const { overflowX, overflowY, visibility } = getComputedStyle(element);
        if (visibility === 'hidden' || element.clientWidth <= 1) return false;
        const tooWide = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'visible';
        const tooHigh = element.scrollHeight > element.clientHeight + 1 && overflowY !== 'visible';
        return tooWide || tooHigh;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

const heads = (page: Page) => page.getByRole('heading', { level: 1 }).count();

const inTheDark = async (page: Page) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  return barriers(page, 'colours');
};

/** What is wrong with a page at one width, by the name of the rule; empty when nothing is. */
async function faultsOf(page: Page): Promise<Record<string, unknown>> {
  const [moved, one, title] = [await shift(page), await heads(page), await page.title()];
  const found = {
    shift: moved > 0.01 ? moved : [],
    headings: one === 1 ? [] : one,
    title: /.+ · Aula Convergencia$/.test(title) ? [] : title,
    light: await barriers(page),
    dark: await inTheDark(page),
    excess: await excess(page),
    spaced: await spacedOut(page),
  };
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => !(Array.isArray(fault) && fault.length === 0)));
}

async function spacedOut(page: Page): Promise<string[]> {
  await spaceOut(page);
  const found = [...(await excess(page)), ...(await cut(page))];
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
  return found;
}

/** What reaches out on a narrow telephone, and in a window of 1280 enlarged to twice its size. */
async function narrowed(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await excess(page);
    if (over.length > 0) found[width] = over;
  }
  return found;
}

it.each(pages)('holds at both widths and in both themes: $name', async (visited) => {
  const session = visited.as && campus[visited.as];
  const [phone, desk] = await Promise.all(
    widths.map(async (width) => {
      const page = await pageFor({ width, ...(session && { session }) });
      await reach(page, visited, campus);
      return { page, faults: await faultsOf(page) };
    }),
  );
  expect(phone?.faults).toEqual({});
  expect(desk?.faults).toEqual({});
  expect(await narrowed(desk!.page)).toEqual({});
});

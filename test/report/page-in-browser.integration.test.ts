import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChartEngine } from '../../src/report/chart-engine.ts';
import { reportOf } from '../../src/report/facts.ts';
import { reportPage } from '../../src/report/page/page.ts';
import { fitsItsWidth, startBrowser, violationsOf } from '../services/page-judge.ts';
import { backup, chain, DAY_MS, drill, HOUR_MS, history, SETTINGS } from './histories.ts';

const ATTACK = `"><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;

let folder = '';
let url = '';
let browser: Browser;

beforeAll(async () => {
  const engine = createChartEngine();
  const named = (target: string) => ({ key: target, target, hostname: `${target}.example` });
  const hostile = backup('h', HOUR_MS, { item: { tags: [ATTACK], keptBecause: ATTACK } });
  const histories = [
    history(chain([3 * DAY_MS, 2 * DAY_MS, DAY_MS]), { ...named('wiki'), drills: [drill(DAY_MS)] }),
    history(chain([9 * DAY_MS, 8 * DAY_MS]), named('shop')),
    history([hostile], { ...named(ATTACK), drills: [drill(DAY_MS, { passed: false, reasons: [ATTACK] })] }),
  ];
  folder = await mkdtemp(join(tmpdir(), 'holdfast-page-'));
  const file = join(folder, 'report.html');
  await writeFile(file, [...reportPage(reportOf(histories, SETTINGS), engine)].join(''));
  engine.close();
  url = pathToFileURL(file).href;
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

test.each([
  ['a wide screen, light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
  ['a phone, dark', { colorScheme: 'dark', viewport: { width: 375, height: 700 } }],
] as const)(
  'on %s it is accessible, stays within its width, and no name does anything',
  async (_, options) => {
    const page = await browser.newPage(options);
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('request', (request) => told.push(...(request.url() === url ? [] : [request.url()])));
    await page.goto(url);
    expect(await violationsOf(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    await openAll(page);
    await page.click('.counts li[data-h=failing] button');
    await page.fill('#search', 'example');
    expect(await violationsOf(page)).toEqual([]);
    expect(await fitsItsWidth(page)).toBe(true);
    expect(await page.title()).toMatch(/^Backups: 3 targets/);
    // Nothing asked for, and nothing that the page's own policy had to refuse.
    expect(told).toEqual([]);
    await page.close();
  },
);

/** Each part, with the numbers below its charts, its older drills and snapshots. */
async function openAll(page: Page): Promise<void> {
  await page.$$eval('details', (parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
}

test('on paper stand the overview, as a table, and the parts that are open; no window is too narrow for it', async () => {
  const page = await browser.newPage({ viewport: { width: 690, height: 970 } });
  await page.goto(url);
  await page.$eval('details.target:last-of-type', (part) => part.removeAttribute('open'));
  await page.emulateMedia({ media: 'print' });
  expect(await violationsOf(page)).toEqual([]);
  expect(await fitsItsWidth(page)).toBe(true);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.overview thead')).display")).toBe(
    'table-header-group',
  );
  const shown = await page.evaluate(
    "[...document.querySelectorAll('details.target')].map((part) => getComputedStyle(part).display !== 'none')",
  );
  expect(shown).toEqual([true, true, false]);
  await page.emulateMedia({ media: 'screen' });
  for (const width of [1100, 1200, 1280, 1360]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await fitsItsWidth(page)).toBe(true);
  }
  await page.close();
});

test('by the keyboard alone a person searches, sorts, and gets to a target', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  const names = () =>
    page.$$eval('.overview tbody tr:not([hidden]) a', (links) => links.map((link) => link.textContent));
  for (const health of ['failing', 'stale', 'never-proved', 'protected']) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.parentElement.dataset.h')).toBe(health);
  }
  await page.keyboard.press('Enter');
  expect(await names()).toEqual(['wiki']);
  expect(await page.textContent('#found')).toBe('1 of 3');
  await page.keyboard.press('Enter');
  expect(await names()).toHaveLength(3);
  await page.keyboard.press('Tab');
  await page.keyboard.type('shop');
  expect(await names()).toEqual(['shop']);
  expect(await page.textContent('#found')).toBe('1 of 3');
  await page.fill('#search', '');
  await page.focus('.overview th:nth-child(3) button');
  await page.keyboard.press('Enter');
  expect((await names()).at(-1)).toBe('shop');
  await page.keyboard.press('Enter');
  expect((await names())[0]).toBe('shop');
  expect(await page.getAttribute('.overview th:nth-child(3)', 'aria-sort')).toBe('descending');
  await page.$$eval('details.target', (parts) => {
    for (const part of parts) part.removeAttribute('open');
  });
  await page.focus('.overview tbody tr:first-child a');
  await page.keyboard.press('Enter');
  await page.waitForSelector('details.target[open]');
  expect(await page.textContent('details.target[open] h2')).toContain('shop on shop.example');
  await page.close();
});

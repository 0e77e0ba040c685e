// The report of a game day as Chromium shows it, by day and by night, on a desk, on a phone and on paper.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import type { GameDay } from '../../../../src/actions/game-day/game-day.ts';
import { renderHtml, renderIssue } from '../../../../src/actions/game-day/report/index.ts';
import { findChromium } from '../../../support/chromium.ts';
import { describeWith } from '../../../support/needs.ts';
import { zoneLoss } from './support/drill.ts';
import { at, failed, history, inconclusive, passed, refused, takenOver, watching } from './support/game-days.ts';

jest.setTimeout(60_000);

const all = { watching, passed, failed, takenOver, inconclusive, refused };
const longWords: GameDay = {
  ...failed,
  because: 'x'.repeat(300),
  findings: ['y'.repeat(300)],
  by: 'z'.repeat(100),
  preflight: [{ id: 'a', title: 'a'.repeat(300), status: 'bad', words: 'b'.repeat(300), at: at(1) }],
};

describeWith(['chromium'], 'the report of a game day in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '' });
  }, 60_000);
  afterAll(() => browser.close());

  /** Opens the report; what the page asks for and complains about is seen. */
  async function open(gameDay: GameDay, options: BrowserContextOptions) {
    const context = await browser.newContext(options);
    await context.addInitScript({ path: 'test/rehearsal/report/support/in-page.js' });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    await page.route('**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname !== '/report') requests.push(pathname);
      return route.fulfill({ contentType: 'text/html', body: renderHtml(gameDay, history, zoneLoss, new Date(at(290))) });
    });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto('http://localhost/report');
    return { page, requests, complaints };
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is readable and fits at every stage: %s, %i pixels wide, everything unfolded', async (colorScheme, width) => {
    for (const gameDay of Object.values(all)) {
      const { page, requests, complaints } = await open(gameDay, { colorScheme, viewport: { width, height: 900 } });
      await page.evaluate('inPage.unfoldAll()');
      const { checked, found } = await page.evaluate<{ checked: number; found: string[] }>('inPage.lowContrasts(4.5)');
      expect(checked).toBeGreaterThan(30);
      expect(found).toEqual([]);
      expect(await page.evaluate('inPage.overflowing()')).toBe(0);
      expect([requests, complaints]).toEqual([[], []]);
      await page.context().close();
    }
  });

  test('fits on a phone even if texts are one long word', async () => {
    const { page } = await open(longWords, { viewport: { width: 390, height: 900 } });
    await page.evaluate('inPage.unfoldAll()');
    expect(await page.evaluate('inPage.overflowing()')).toBe(0);
  });

  test('is unfolded on paper', async () => {
    const { page } = await open(failed, { colorScheme: 'dark' });
    expect(await page.evaluate(`inPage.isShown('td', 'hit, but not expected')`)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.reload();
    expect(await page.evaluate(`inPage.isShown('td', 'hit, but not expected')`)).toBe(true);
    const { found } = await page.evaluate<{ found: string[] }>('inPage.lowContrasts(4.5)');
    expect(found).toEqual([]);
  });

  test('its issue has a timeline that mermaid draws, with the digits of the record on it, wherever the reader is', async () => {
    const [, code = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(renderIssue(failed, history, zoneLoss).body) ?? [];
    const page = await browser.newPage({ timezoneId: 'Asia/Kolkata' });
    await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
    const drawn = await page.evaluate<string>(`mermaid.render('chart', ${JSON.stringify(code)}).then(({ svg }) => svg)`);
    expect(drawn).toContain('edge-5xx-rate - ALARM');
    expect(drawn).toContain('>10:05<');
  });
});

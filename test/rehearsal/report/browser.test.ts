// The report as Chromium shows it, by day and by night, on a desk and on a phone.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { renderReport } from '../../../src/rehearsal/report/render.ts';
import { writeReport } from '../../../src/rehearsal/report/write.ts';
import { findChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { sampleReport } from './sample.ts';
import { hostileText, withTexts } from './support/hostile.ts';

jest.setTimeout(60_000);

describeWith(['chromium'], 'the report in a browser', () => {
  const folder = temporaryFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '' });
  }, 60_000);
  afterAll(() => browser.close());

  /** Opens a report; what the page asked for and complained about is seen. */
  async function open(options: BrowserContextOptions, data = sampleReport) {
    const file = join(folder(), 'report.html');
    const { href } = pathToFileURL(file);
    await writeReport(file, data);
    const context = await browser.newContext(options);
    await context.addInitScript({ path: 'test/rehearsal/report/support/in-page.js' });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => request.url().split('#')[0] !== href && requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(href);
    return { page, requests, complaints };
  }

  test('shows the comments, unfolds on a click, and asks nobody for anything', async () => {
    const { page, requests, complaints } = await open({ viewport: { width: 1280, height: 900 } });
    expect(await page.title()).toBe('The life of a pull request · Opsdeck rehearsal');
    const comments = page.locator('#pr-7').locator('xpath=ancestor::section').locator('.entry', { hasText: 'opsdeck[bot]' });
    expect(await comments.last().getByText('The preview was destroyed').first().isVisible()).toBe(true);

    const picture = join(folder(), 'report.png');
    await page.screenshot({ path: picture, fullPage: true });
    expect(statSync(picture).size).toBeGreaterThan(100_000);

    const planned = comments.nth(1);
    const danger = planned.getByText('1 resource is replaced, and it holds data').first();
    expect(await danger.isVisible()).toBe(false);
    await planned.locator('summary').first().click();
    expect(await danger.isVisible()).toBe(true);

    await page.getByRole('navigation').getByText('Try a larger event stream').click();
    expect(new URL(page.url()).hash).toBe('#pr-5');
    expect([requests, complaints]).toEqual([[], []]);
  });

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is readable and fits: %s, %i pixels wide, everything unfolded', async (colorScheme, width) => {
    const { page, complaints } = await open({ colorScheme, viewport: { width, height: 900 } });
    await page.evaluate('inPage.unfoldAll()');
    const { checked, found } = await page.evaluate<{ checked: number; found: string[] }>('inPage.lowContrasts(4.5)');
    expect(checked).toBeGreaterThan(400);
    expect(found).toEqual([]);
    expect(await page.evaluate('inPage.overflowing()')).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('fits on a phone even if every text is one long word', async () => {
    const { page } = await open({ viewport: { width: 390, height: 900 } }, withTexts(sampleReport, ['x'.repeat(300)]));
    await page.evaluate('inPage.unfoldAll()');
    expect(await page.evaluate('inPage.overflowing()')).toBe(0);
  });

  test('is unfolded on paper', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    expect(await page.evaluate(`inPage.isShown('.alert p', '1 resource is replaced')`)).toBe(false);
    await page.emulateMedia({ media: 'print' });
    await page.reload();
    expect(await page.evaluate(`inPage.isShown('.alert p', '1 resource is replaced')`)).toBe(true);
    const { found } = await page.evaluate<{ found: string[] }>('inPage.lowContrasts(4.5)');
    expect(found).toEqual([]);
  });

  test('of hostile texts is built as it was meant, whatever the texts', async () => {
    const { page } = await open({});
    const stray = (report: string): Promise<Record<string, number>> =>
      page.evaluate(`inPage.strayElements(${JSON.stringify(report)})`);
    const expected = await stray(renderReport(sampleReport));
    expect(expected).toMatchObject({ scripts: 0, styles: 1, handlers: 0, targets: 0 });
    expect([expected.entriesInPlace, expected.bodiesInPlace]).toEqual([expected.entries, expected.bodies]);
    for (const texts of fc.sample(fc.array(hostileText, { minLength: 1, maxLength: 30 }), 25)) {
      expect({ texts, ...(await stray(renderReport(withTexts(sampleReport, texts)))) }).toEqual({ texts, ...expected });
    }
  });
});

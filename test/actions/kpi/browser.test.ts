// The report as Chromium shows it: by day, by night, on a phone, on paper.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { renderDocument } from '../../../src/actions/kpi/render/document.ts';
import type { KpiReport } from '../../../src/actions/kpi/render/report-facts.ts';
import { runKpi } from '../../../src/actions/kpi/run.ts';
import { findChromium } from '../../support/chromium.ts';
import { temporaryFolder } from '../../support/cli.ts';
import { describeWith } from '../../support/needs.ts';
import { openWorld, preview, regression, staging } from './support/world.ts';

jest.setTimeout(60_000);

describeWith(['chromium'], 'the report in a browser', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let report: KpiReport;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '' });
    const request = { environment: 'staging', pullRequest: 7, compare: 'base', windowSeconds: 3600, keepsIssue: false } as const;
    const outcome = await runKpi(openWorld(regression, [...staging, ...preview]).world, request);
    if (outcome.kind === 'measured') report = outcome.report;
  }, 60_000);
  afterAll(() => browser.close());

  /** Opens a report; what the page asked for and complained about is seen. */
  async function open(options: BrowserContextOptions, shown = report) {
    const file = join(folder(), 'kpi-report.html');
    const { href } = pathToFileURL(file);
    writeFileSync(file, renderDocument(shown));
    const context = await browser.newContext(options);
    await context.addInitScript({ path: 'test/rehearsal/report/support/in-page.js' });
    const page = await context.newPage();
    const seen: string[] = [];
    page.on('request', (request) => request.url() !== href && seen.push(request.url()));
    page.on('console', (message) => seen.push(message.text()));
    page.on('pageerror', (error) => seen.push(error.message));
    await page.goto(href);
    return { page, seen };
  }

  test.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
    ['dark', 390],
  ] as const)('is readable and fits: %s, %i pixels wide, everything unfolded', async (colorScheme, width) => {
    const { page, seen } = await open({ colorScheme, viewport: { width, height: 900 } });
    await page.evaluate('inPage.unfoldAll()');
    const { checked, found } = await page.evaluate<{ checked: number; found: string[] }>('inPage.lowContrasts(4.5)');
    expect(checked).toBeGreaterThan(100);
    expect(found).toEqual([]);
    expect(await page.evaluate('inPage.overflowing()')).toBe(0);
    expect(seen).toEqual([]);
  });

  test('shows the verdicts, and a chart with lines for each KPI that has data', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 900 } });
    expect(await page.getByText('❌ breach').first().isVisible()).toBe(true);
    const figures = await page.locator('figure').count();
    expect(figures).toBeGreaterThan(3);
    const drawn = await page
      .locator('figure svg path.now')
      .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().width > 0));
    expect(drawn.filter(Boolean).length).toBeGreaterThan(3);
    await page.locator('summary').first().click();
    expect(await page.locator('figure details table').first().isVisible()).toBe(true);
  });

  test('fits on a phone even if every title is one long word', async () => {
    const rows = report.assessment.rows.map((row) => ({ ...row, title: 'x'.repeat(300) }));
    const long = { ...report, subject: 'y'.repeat(300), assessment: { ...report.assessment, rows } };
    const { page } = await open({ viewport: { width: 390, height: 900 } }, long);
    expect(await page.evaluate('inPage.overflowing()')).toBe(0);
  });

  test('is dark on light on paper, whatever the screen', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const { found } = await page.evaluate<{ found: string[] }>('inPage.lowContrasts(4.5)');
    expect(found).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });
});

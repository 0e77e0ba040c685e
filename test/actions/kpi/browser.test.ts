// The report as Chromium shows it: by day, by night, on a phone, on paper.
import { beforeAll, expect, jest, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { renderDocument } from '../../../src/actions/kpi/render/document.ts';
import type { KpiReport } from '../../../src/actions/kpi/render/report-facts.ts';
import { runKpi } from '../../../src/actions/kpi/run.ts';
import { describeWith } from '../../support/needs.ts';
import {
  expectFitting,
  expectPrintable,
  expectReadable,
  onScreen,
  phone,
  reportPages,
  screens,
} from '../../support/report-pages.ts';
import { openWorld, preview, regression, staging } from './support/world.ts';

jest.setTimeout(60_000);

describeWith(['chromium'], 'the report in a browser', () => {
  const pages = reportPages();
  let report: KpiReport;

  beforeAll(async () => {
    const request = { environment: 'staging', pullRequest: 7, compare: 'base', windowSeconds: 3600, keepsIssue: false } as const;
    const outcome = await runKpi(openWorld(regression, [...staging, ...preview]).world, request);
    if (outcome.kind === 'measured') report = outcome.report;
  });

  const open = (options: BrowserContextOptions, shown = report) => pages.open(renderDocument(shown), options);

  test.each(screens)('is readable and fits: %s, %i pixels wide, everything unfolded', async (...screen) => {
    await expectReadable(await open(onScreen(screen)), 100);
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
    const { page } = await open(phone, long);
    await expectFitting(page);
  });

  test('is dark on light on paper, whatever the screen', async () => {
    const opened = await open({ colorScheme: 'dark' });
    await expectPrintable(opened);
    expect(await opened.page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });
});

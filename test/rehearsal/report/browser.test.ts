// The report as Chromium shows it, by day and by night, on a desk and on a phone.
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { BrowserContextOptions } from 'playwright-core';
import { renderReport } from '../../../src/rehearsal/report/render.ts';
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
import { sampleReport } from './sample.ts';
import { hostileText, withTexts } from './support/hostile.ts';

jest.setTimeout(60_000);

describeWith(['chromium'], 'the report in a browser', () => {
  const pages = reportPages();
  const open = (options: BrowserContextOptions, data = sampleReport) => pages.open(renderReport(data), options);

  test('shows the comments, unfolds on a click, and asks nobody for anything', async () => {
    const { page, seen } = await open({ viewport: { width: 1280, height: 900 } });
    expect(await page.title()).toBe('The life of a pull request · Opsdeck rehearsal');
    const comments = page.locator('#pr-7').locator('xpath=ancestor::section').locator('.entry', { hasText: 'opsdeck[bot]' });
    expect(await comments.last().getByText('The preview was destroyed').first().isVisible()).toBe(true);

    const picture = await page.screenshot({ fullPage: true });
    expect(picture.length).toBeGreaterThan(100_000);

    const planned = comments.nth(1);
    const danger = planned.getByText('1 resource is replaced, and it holds data').first();
    expect(await danger.isVisible()).toBe(false);
    await planned.locator('summary').first().click();
    expect(await danger.isVisible()).toBe(true);

    await page.getByRole('navigation').getByText('Try a larger event stream').click();
    expect(new URL(page.url()).hash).toBe('#pr-5');
    expect(seen).toEqual([]);
  });

  test.each(screens)('is readable and fits: %s, %i pixels wide, everything unfolded', async (...screen) => {
    await expectReadable(await open(onScreen(screen)), 400);
  });

  test('fits on a phone even if every text is one long word', async () => {
    const { page } = await open(phone, withTexts(sampleReport, ['x'.repeat(300)]));
    await page.evaluate('inPage.unfoldAll()');
    await expectFitting(page);
  });

  test('is unfolded on paper', async () => {
    const opened = await open({ colorScheme: 'dark' });
    const isShown = () => opened.page.evaluate(`inPage.isShown('.alert p', '1 resource is replaced')`);
    expect(await isShown()).toBe(false);
    await expectPrintable(opened);
    expect(await isShown()).toBe(true);
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

// The report of a game day as Chromium shows it, by day and by night, on a desk, on a phone and on paper.
import { expect, jest, test } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import type { GameDay } from '../../../../src/actions/game-day/game-day.ts';
import { renderHtml, renderIssue } from '../../../../src/actions/game-day/report/index.ts';
import { describeWith } from '../../../support/needs.ts';
import {
  expectFitting,
  expectPrintable,
  expectReadable,
  onScreen,
  phone,
  reportPages,
  screens,
} from '../../../support/report-pages.ts';
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
  const pages = reportPages();
  const open = (gameDay: GameDay, options: BrowserContextOptions) =>
    pages.open(renderHtml(gameDay, history, zoneLoss, new Date(at(290))), options);

  test.each(screens)('is readable and fits at every stage: %s, %i pixels wide, everything unfolded', async (...screen) => {
    for (const gameDay of Object.values(all)) {
      const opened = await open(gameDay, onScreen(screen));
      await expectReadable(opened, 30);
      await opened.page.context().close();
    }
  });

  test('fits on a phone even if texts are one long word', async () => {
    const { page } = await open(longWords, phone);
    await page.evaluate('inPage.unfoldAll()');
    await expectFitting(page);
  });

  test('is unfolded on paper', async () => {
    const opened = await open(failed, { colorScheme: 'dark' });
    const isShown = () => opened.page.evaluate(`inPage.isShown('td', 'hit, but not expected')`);
    expect(await isShown()).toBe(false);
    await expectPrintable(opened);
    expect(await isShown()).toBe(true);
  });

  test('its issue has a timeline that mermaid draws, with the digits of the record on it, wherever the reader is', async () => {
    const [, code = ''] = /```mermaid\n([\s\S]*?)\n```/.exec(renderIssue(failed, history, zoneLoss).body) ?? [];
    const page = await pages.browser().newPage({ timezoneId: 'Asia/Kolkata' });
    await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
    const drawn = await page.evaluate<string>(`mermaid.render('chart', ${JSON.stringify(code)}).then(({ svg }) => svg)`);
    expect(drawn).toContain('edge-5xx-rate - ALARM');
    expect(drawn).toContain('>10:05<');
  });
});

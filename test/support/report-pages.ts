// Reports as Chromium shows them: opened from a file, and held to what a reader needs of any page.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** By day and by night, on a desk and on a phone. */
export const screens = [
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
  ['dark', 390],
] as const;
export type Screen = (typeof screens)[number];

export const phone = { viewport: { width: 390, height: 900 } } as const;

export interface Opened {
  readonly page: Page;
  /** What it has asked for, and what it has complained about: nothing, if all is well. */
  readonly seen: readonly string[];
}

export interface ReportPages {
  browser(): Browser;
  open(html: string, options: BrowserContextOptions): Promise<Opened>;
}

/** Call it once, within a `describe`. */
export function reportPages(): ReportPages {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-pages-'));
  let browser: Browser | undefined;
  const opened = (): Browser => browser ?? fail('the browser is opened before the first test');
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '' });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (html: string, options: BrowserContextOptions): Promise<Opened> => {
    const file = join(folder, 'report.html');
    const { href } = pathToFileURL(file);
    writeFileSync(file, html);
    const context = await opened().newContext(options);
    await context.addInitScript({ path: 'test/support/in-page.js' });
    const page = await context.newPage();
    const seen: string[] = [];
    page.on('request', (request) => request.url().split('#')[0] !== href && seen.push(request.url()));
    page.on('console', (message) => seen.push(message.text()));
    page.on('pageerror', (error) => seen.push(error.message));
    await page.goto(href);
    return { page, seen };
  };
  return { browser: opened, open };
}

function fail(what: string): never {
  throw new Error(what);
}

export function onScreen([colorScheme, width]: Screen): BrowserContextOptions {
  return { colorScheme, viewport: { width, height: 900 } };
}

/** With everything unfolded: enough contrast for everybody (WCAG AA, 4.5), nothing wider than the screen, and silence. */
export async function expectReadable({ page, seen }: Opened, leastChecked: number): Promise<void> {
  await page.evaluate('inPage.unfoldAll()');
  const { checked, found } = await page.evaluate<{ checked: number; found: string[] }>('inPage.lowContrasts(4.5)');
  expect(checked).toBeGreaterThan(leastChecked);
  expect(found).toEqual([]);
  await expectFitting(page);
  expect(seen).toEqual([]);
}

export async function expectFitting(page: Page): Promise<void> {
  expect(await page.evaluate('inPage.overflowing()')).toBe(0);
}

/** On paper, with the same contrast. */
export async function expectPrintable({ page }: Opened): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.reload();
  const { found } = await page.evaluate<{ found: string[] }>('inPage.lowContrasts(4.5)');
  expect(found).toEqual([]);
}

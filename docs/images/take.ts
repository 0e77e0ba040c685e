// Takes the pictures of the documents from the report of a rehearsal, by day and by night: npm run pictures
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from '../../test/support/chromium.ts';

interface Picture {
  readonly name: string;
  /** The last entry of the pull request that has all of this, and nothing of the other. */
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
  /** Headings, or rows of a table: the picture begins with the one, and ends above the other. */
  readonly from?: string;
  readonly until: string;
}

/** The pull request that the rehearsal opens, pushes to, commands and closes. */
const pullRequest = 1;

const pictures: readonly Picture[] = [
  {
    name: 'pull-request-comment',
    says: ['Preview: live', 'deregistration_delay'],
    saysNot: ['KPIs:'],
    until: 'preview pr-1',
  },
  { name: 'kpis', says: ['Preview: live', 'KPIs:'], saysNot: [], from: 'KPIs:', until: 'Unhealthy tasks' },
];

const schemes = [
  { colorScheme: 'light', suffix: '' },
  { colorScheme: 'dark', suffix: '-dark' },
] as const;

/** As wide as the report becomes: with fewer lines than on a narrow page, and legible where GitHub shows it in 880 pixels. */
const widthPixels = 1000;
const marginPixels = 12;
const mostBytes = 250 * 1024;

async function openReport(browser: Browser, colorScheme: 'light' | 'dark', report: string): Promise<Page> {
  const viewport = { width: widthPixels, height: 900 };
  const context = await browser.newContext({ colorScheme, viewport, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.goto(pathToFileURL(report).href);
  return page;
}

/** Unfolded, as by a person who wants to read it. */
async function findEntry(page: Page, { says, saysNot }: Picture): Promise<Locator> {
  let entries = page.locator(`section:has(#pr-${pullRequest}) .entry:has(.markdown)`);
  for (const hasText of says) entries = entries.filter({ hasText });
  for (const hasNotText of saysNot) entries = entries.filter({ hasNotText });
  const entry = entries.last();
  const fold = entry.locator('details.card');
  if ((await fold.count()) > 0) await fold.first().evaluate((details) => details.setAttribute('open', ''));
  return entry;
}

async function take(page: Page, picture: Picture, file: string): Promise<void> {
  const entry = await findEntry(page, picture);
  const part = (text: string) => entry.locator('h3, h4, h5, h6, tr', { hasText: text }).first();
  const [whole, begin, end] = await Promise.all([
    entry.locator('.card').first().boundingBox(),
    picture.from === undefined ? undefined : part(picture.from).boundingBox(),
    part(picture.until).boundingBox(),
  ]);
  if (!whole || !end) throw new Error(`The report has no entry that ends with "${picture.until}": play npm run rehearse again.`);
  const top = begin ? begin.y - marginPixels : whole.y;
  const clip = { x: whole.x, y: top, width: whole.width, height: end.y - top };
  await page.screenshot({ path: file, clip, fullPage: true });
}

async function main(): Promise<void> {
  const report = resolve('rehearsal/report.html');
  const executablePath = findChromium();
  if (!existsSync(report)) throw new Error(`There is no ${report}: play npm run rehearse first.`);
  if (executablePath === undefined) throw new Error('There is no Chromium on the PATH.');
  const browser = await chromium.launch({ executablePath });
  try {
    for (const { colorScheme, suffix } of schemes) {
      const page = await openReport(browser, colorScheme, report);
      for (const picture of pictures) {
        const file = resolve('docs/images', `${picture.name}${suffix}.png`);
        await take(page, picture, file);
        const { size } = statSync(file);
        if (size > mostBytes) throw new Error(`${file} has ${size} bytes, and may have ${mostBytes}.`);
      }
    }
  } finally {
    await browser.close();
  }
}

await main();

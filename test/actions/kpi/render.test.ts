// How a report looks: within its budget, with charts that can be drawn, and nothing in it that could do harm.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type KpiRow, worstFirst } from '../../../src/actions/kpi/assess.ts';
import { renderDocument } from '../../../src/actions/kpi/render/document.ts';
import { renderMermaid } from '../../../src/actions/kpi/render/mermaid.ts';
import type { KpiReport } from '../../../src/actions/kpi/render/report-facts.ts';
import { renderSection, renderSummary, sectionBudget } from '../../../src/actions/kpi/render/section.ts';
import { runKpi } from '../../../src/actions/kpi/run.ts';
import type { KpiRequest } from '../../../src/actions/kpi/world.ts';
import { pointsOf } from '../../../src/ports/points.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { inBrowser, type PageFacts } from './support/browser.ts';
import { openWorld, preview, regression, staging } from './support/world.ts';

const request: KpiRequest = { environment: 'staging', pullRequest: 7, compare: 'base', windowSeconds: 3600, keepsIssue: false };

async function measure(): Promise<KpiReport> {
  const outcome = await runKpi(openWorld(regression, [...staging, ...preview]).world, request);
  if (outcome.kind !== 'measured') throw new Error('nothing was measured');
  return outcome.report;
}

let report: KpiReport;
beforeAll(async () => {
  report = await measure();
});

function withRows(rows: readonly KpiRow[]): KpiReport {
  return { ...report, assessment: { ...report.assessment, rows: worstFirst(rows) } };
}

function first({ assessment: { rows } }: KpiReport): KpiRow {
  const [row] = rows;
  if (row === undefined) throw new Error('nothing was measured');
  return row;
}

describe('the section', () => {
  test('keeps its budget with a thousand rows, the worst ones, and counts the rest', () => {
    const many = Array.from({ length: 125 }, (_, copy) =>
      report.assessment.rows.map((row) => ({ ...row, id: `${row.id}/${copy}` })),
    );
    const section = renderSection(withRows(many.flat()));
    expect(section.length).toBeLessThanOrEqual(sectionBudget);
    const shown = [...section.matchAll(/^\| \*\*/gm)].length;
    expect(section).toContain(`*${1000 - shown} omitted`);
    expect(section.match(/^\| \*\*(?!Latency)/gm)).toBeNull();
  });

  test.each([3000, 8000, 60_000])('keeps a budget of %d, whatever AWS says', (budget) => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('|', '\n', '`', '@a', '<b>', '-->', 'ü', '#1') }), { maxLength: 60 }),
        (reasons) => {
          const rows = report.assessment.rows.flatMap((row) =>
            reasons.map((because): KpiRow => ({ ...row, now: { kind: 'unavailable', because }, verdict: 'insufficient-data' })),
          );
          const section = renderSection(withRows(rows), budget);
          expect(section.length).toBeLessThanOrEqual(budget);
          const widths = section
            .split('\n')
            .filter((line) => line.startsWith('| '))
            .map((line) => line.split(/(?<!\\)\|/).length);
          expect(new Set(widths).size).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the summary has every row', () => {
    const rows = renderSummary(report).match(/^\| \*\*/gm) ?? [];
    expect(rows).toHaveLength(report.assessment.rows.length);
  });
});

describe('the chart in the comment', () => {
  function codeOf(row: KpiRow): readonly string[] {
    const block = renderMermaid(row, report);
    return block === undefined ? [] : [block.replace(/^```mermaid\n|\n```$/g, '')];
  }

  test('can be read by mermaid, whatever its title and numbers', () => {
    const hour = (value: fc.Arbitrary<number>) => fc.array(value, { minLength: 60, maxLength: 60 });
    const anyHour = fc.oneof(
      hour(fc.double({ noNaN: true, noDefaultInfinity: true })),
      hour(fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      hour(fc.double({ min: 0, max: 1e-6, noNaN: true })),
      hour(fc.nat()),
    );
    const anyRow = fc.record({ title: fc.string({ unit: anyCharacter }), values: anyHour }).map(({ title, values }): KpiRow => {
      const points = pointsOf(
        values.map((_, index) => report.window.from.getTime() + index * 60_000),
        values,
      );
      const now = { kind: 'value', value: 1, points, samples: { periods: 60 } } as const;
      return { ...first(report), title, now };
    });
    const usual = report.assessment.rows.flatMap(codeOf);
    const charts = [...usual, ...fc.sample(anyRow, 30).flatMap(codeOf)];
    expect(usual.length).toBeGreaterThan(3);
    expect(charts.length).toBeGreaterThan(usual.length + 5);
    const seen = inBrowser({ charts }).charts;
    expect(seen).toEqual(charts.map(() => 'xychart'));
  });

  test('is not drawn across a gap', () => {
    const points = pointsOf([report.window.from.getTime()], [1]);
    const now = { kind: 'insufficient', because: '', points, samples: { periods: 1 } } as const;
    expect(renderMermaid({ ...first(report), now }, report)).toBeUndefined();
  });
});

describe('the page', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e';
  let page: PageFacts | undefined;
  let hostile: PageFacts | undefined;

  beforeAll(() => {
    const rows = report.assessment.rows.map((row): KpiRow => ({ ...row, title: evil }));
    const pages = [report, { ...withRows(rows), subject: evil }].map(renderDocument);
    [page, hostile] = inBrowser({ pages }).pages;
  });

  test('needs nothing from elsewhere, and no script', () => {
    expect(renderDocument(report)).not.toMatch(/https?:|url\(|@import/i);
    expect(page).toMatchObject({ foreign: 0, handlers: 0 });
  });

  test('has a row for each KPI, and a chart with its values for each that has data', () => {
    const { rows } = report.assessment;
    const drawn = rows.filter(({ now, base }) => now.kind === 'value' || base?.kind === 'value');
    expect(page).toMatchObject({ rows: rows.length, valueTables: drawn.length });
    expect(page?.charts.map((label) => label.split(':')[0])).toEqual(drawn.map(({ title }) => title));
  });

  test('is structured: a language, one title, sections with names, tables with heads', () => {
    expect(page).toMatchObject({ language: 'en', tablesWithoutHeads: 0 });
    expect(page?.titles).toHaveLength(1);
    expect(new Set(page?.ids).size).toBe(page?.ids.length);
    expect(page?.ids).toEqual(expect.arrayContaining([...(page?.references ?? [])]));
    expect(renderDocument(report)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  test('shows hostile text as text', () => {
    expect(hostile).toMatchObject({ foreign: 0, handlers: 0, rows: report.assessment.rows.length });
    expect(hostile?.titles[0]).toContain('<script>alert(1)</script>');
    expect(hostile?.text).not.toContain('\u202e');
  });
});

// What a browser makes of the report of a game day: its timeline is drawn, its page is structured.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GameDay, PastGameDay } from '../../../../src/actions/game-day/game-day.ts';
import { renderHtml, renderIssue } from '../../../../src/actions/game-day/report/index.ts';
import { renderDrillsDocument } from '../../../../src/drills/document.ts';
import { drills } from '../../../../src/drills/index.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import { inBrowser } from '../../kpi/support/browser.ts';
import { anyGameDay, anyHistory } from './support/any-game-day.ts';
import { throttling, zoneLoss } from './support/drill.ts';
import { at, failed, history, passed, refused, takenOver, watching } from './support/game-days.ts';

const anyCase = fc.tuple(anyGameDay(), anyHistory, fc.constantFrom(zoneLoss, throttling));

describe('in a browser', () => {
  const usual: readonly GameDay[] = [watching, passed, failed, takenOver, refused];
  const any = fc.sample(anyCase, 15);
  const cases: readonly (readonly [GameDay, readonly PastGameDay[], typeof zoneLoss | typeof throttling])[] = [
    ...usual.map((gameDay) => [gameDay, history, zoneLoss] as const),
    ...any,
  ];
  const ganttOf = (body: string) => [...body.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(([, code = '']) => code);
  const charts = cases.flatMap(([gameDay, past, drill]) => ganttOf(renderIssue(gameDay, past, drill).body));
  const pages = cases.map(([gameDay, past, drill]) => renderHtml(gameDay, past, drill, new Date(at(700))));
  const seen = inBrowser({ charts, pages });

  test('every timeline can be drawn by mermaid', () => {
    expect(charts.length).toBeGreaterThan(10);
    expect(seen.charts).toEqual(charts.map(() => 'gantt'));
  });

  test('every page is structured: a language, one title, names for its regions, heads for its tables', () => {
    for (const page of seen.pages) {
      expect(page).toMatchObject({ language: 'en', handlers: 0, tablesWithoutHeads: 0 });
      expect(page.titles).toHaveLength(1);
      expect(new Set(page.ids).size).toBe(page.ids.length);
      expect(page.ids).toEqual(expect.arrayContaining([...page.references]));
    }
  });
});

test('the documentation of every drill has a timeline that mermaid draws', () => {
  const document = renderDrillsDocument({ drills, kpis: catalogue.kpis });
  const charts = [...document.matchAll(/```mermaid\n([\s\S]*?)\n```/g)].map(([, code = '']) => code);
  expect(inBrowser({ charts }).charts).toEqual(drills.map(() => 'gantt'));
});

// The parts of a report: spans of time, the timeline, targets, budgets, what to do next.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GameDay } from '../../../../src/actions/game-day/game-day.ts';
import { amountText, toleratedText } from '../../../../src/actions/game-day/report/amounts.ts';
import { collectFacts } from '../../../../src/actions/game-day/report/facts.ts';
import { clockText, dateText, progressText, spanText } from '../../../../src/actions/game-day/report/instants.ts';
import { nextSteps } from '../../../../src/actions/game-day/report/next-steps.ts';
import { targetsSection } from '../../../../src/actions/game-day/report/sections/targets.ts';
import { computeBudgets } from '../../../../src/actions/game-day/report/sections/times.ts';
import { computeTimeline } from '../../../../src/actions/game-day/report/timeline.ts';
import { throttling, zoneLoss } from './support/drill.ts';
import { at, failed, history, inconclusive, passed, refused, watching } from './support/game-days.ts';

const factsOf = (gameDay: GameDay) => collectFacts(gameDay, [], zoneLoss, undefined);

describe('spans and instants', () => {
  test.each([
    [0, '0 s'],
    [4.2, '4.2 s'],
    [9.97, '10 s'],
    [59.6, '1 min'],
    [200, '3 min 20 s'],
    [3600, '1 h'],
    [3899, '1 h 5 min'],
    [-3, '0 s'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(spanText(seconds)).toBe(text);
  });

  test.each([
    [245, 600, '4 of 10 min'],
    [40, 90, '40 of 90 s'],
    [-5, 600, '0 of 10 min'],
  ])('%d of %d seconds', (done, whole, text) => {
    expect(progressText(done, whole)).toBe(text);
  });

  test.each([
    ['2026-01-31T10:04:05.678Z', '10:04:05', '2026-01-31 10:04 UTC'],
    ['soon', 'soon', 'soon'],
    ['+275760-09-13T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', '+275760-09-13T00:00:00.000Z'],
  ])('%s', (instant, clock, date) => {
    expect([clockText(instant), dateText(instant)]).toEqual([clock, date]);
  });
});

describe('amounts', () => {
  test.each([
    [0.4217, 'Percent', '0.422 %'],
    [1234.5, 'Milliseconds', '1,235 ms'],
    [123_400_000, 'Bytes', '123M B'],
    [3, 'Count', '3'],
    [3, 'Furlongs', '3 Furlongs'],
    [1e20, 'Count', '1.00e+20'],
    [undefined, 'Percent', '–'],
  ])('%d %s', (value, unit, text) => {
    expect(amountText(value, unit)).toBe(text);
  });

  test('know from the catalogue which side is good', () => {
    expect([toleratedText('edge-5xx-rate', 1, 'Percent'), toleratedText('healthy', 2, 'Count')]).toEqual(['≤ 1 %', '≥ 2']);
  });
});

describe('the timeline', () => {
  const linesOf = (gameDay: GameDay) =>
    computeTimeline(factsOf(gameDay)).map(
      ({ group, name, words, fromMs, toMs }) =>
        `${group}: ${name} ${new Date(fromMs).toISOString().slice(14, 19)}-${new Date(toMs).toISOString().slice(14, 19)} ${words}`,
    );

  test('has what is not over until now', () => {
    expect(linesOf({ ...watching, transitions: [{ name: 'assess-staging-x', at: at(200), from: 'OK', to: 'ALARM' }] })).toEqual([
      'Phases: preflight 00:00-00:30 ',
      'Phases: experiment 00:32-03:20 ▸ going on',
      'Experiment: fence-subnets 00:34-03:20 ▸ running',
      'Experiment: wait 00:34-01:34 ✅ completed',
      'Alarms: x 03:20-03:20 ❗ ALARM',
    ]);
  });

  test('has a span for each time that a flapping alarm rang', () => {
    const states = ['ALARM', 'OK', 'ALARM', 'INSUFFICIENT_DATA', 'OK'] as const;
    const transitions = states.map((to, index) => ({ name: 'x', at: at(100 + 60 * index), from: 'OK' as const, to }));
    expect(linesOf({ ...passed, transitions }).filter((line) => line.startsWith('Alarms'))).toEqual([
      'Alarms: x 01:40-02:40 ❗ ALARM',
      'Alarms: x 03:40-04:40 ❗ ALARM',
      'Alarms: x 04:40-05:40 ❔ no data',
    ]);
  });

  test('shows what was skipped as an instant, not as something that lasted', () => {
    expect(linesOf(inconclusive)).toContain('Experiment: stop-tasks 00:32-00:32 ❔ skipped');
  });

  test('leaves out what cannot have been part of it, and never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -200_000, max: 200_000 }), { maxLength: 6 }), (offsets) => {
        const transitions = offsets.map((seconds) => ({ name: 'x', at: at(seconds), from: 'OK', to: 'ALARM' }) as const);
        for (const { fromMs, toMs } of computeTimeline(factsOf({ ...passed, transitions }))) {
          expect(toMs).toBeGreaterThanOrEqual(fromMs);
          expect(Math.abs(fromMs - Date.parse(passed.startedAt))).toBeLessThanOrEqual(24 * 3600 * 1000);
        }
      }),
    );
  });

  test('is none before there is something to draw', () => {
    expect(linesOf(refused)).toEqual([]);
    expect(linesOf({ ...passed, startedAt: 'soon' })).toEqual([]);
  });
});

describe('targets', () => {
  const rowsOf = (gameDay: GameDay) => targetsSection(factsOf(gameDay))?.table?.rows.map((row) => row.map(({ words }) => words));

  test('differences are told by number, and come first in the list of all', () => {
    expect(rowsOf(failed)).toEqual([
      ['subnets', 'subnets', '2', '2', '❌ 1 not hit, 1 not expected'],
      ['tasks', 'tasks of the service', '6', '6', '✅ yes'],
      ['database', 'database cluster', '0', '0', '➖ nothing: The writer may be in another zone.'],
    ]);
    const listed = targetsSection(factsOf(failed))?.folded?.table.rows.map((row) => row.at(-1)?.words);
    expect(listed?.slice(0, 3)).toEqual(['❌ expected, but not hit', '❌ hit, but not expected', '✅ hit']);
  });

  test('nothing to hit is a question, unless the drill says why it may be', () => {
    expect(rowsOf({ ...passed, expectedTargets: [], hitTargets: [] })?.map((row) => row.at(-1))).toEqual([
      '❔ nothing to hit',
      '❔ nothing to hit',
      '➖ nothing: The writer may be in another zone.',
    ]);
  });

  test('what AWS does not tell is not made up', () => {
    const { hitTargets: _, ...untold } = passed;
    expect(targetsSection(factsOf(untold))?.notes).toEqual(['AWS did not tell what it hit: this is what was meant.']);
    expect(rowsOf(untold)?.[0]).toEqual(['subnets', 'subnets', '2', '–', '➖']);
  });
});

test('budgets: the slowest alarm and the delay of metrics, a poll and a request, what AWS takes, and what the drill allows', () => {
  expect(computeBudgets(throttling)).toEqual({ detectSeconds: 480, abortSeconds: 10, stopSeconds: 60, recoverSeconds: 900 });
});

describe('what to do next', () => {
  test('what is still broken comes first', () => {
    expect(nextSteps(factsOf(failed))).toEqual([
      'Do this by hand, now: Bring the service back to its good task definition. It failed: AccessDeniedException: not authorized to perform ecs:UpdateService',
      'Still not true, see to it: Tasks are spread over the zones (all 6 are in eu-west-2a).',
      'Do something about the findings below.',
      'Then play the drill again: only that shows that it helped.',
    ]);
  });

  test.each([
    ['passed', passed, ['Nothing else: play it again as usual, every week.']],
    [
      'refused',
      refused,
      [
        'Alarms: edge-5xx-rate has been ringing since 09:41',
        'Error budget: CloudWatch did not answer',
        'Then start it again: nothing was injected.',
      ],
    ],
    [
      'inconclusive',
      inconclusive,
      [
        'Find out why AWS skipped stop-tasks: what is skipped is not tested.',
        'Make measurable what had no data: Healthy tasks.',
        'Then play it again: this one is no pass.',
      ],
    ],
  ] as const)('when it is %s', (_what, gameDay, steps) => {
    expect(nextSteps(factsOf(gameDay))).toEqual(steps);
  });
});

test('the history is that of the others, newest first, at most ten', () => {
  const [latest] = history;
  if (latest === undefined) throw new Error('no history');
  const many = Array.from({ length: 15 }, (_, day) => ({ ...latest, id: `run-${day}`, startedAt: at(day * 86_400) }));
  const facts = collectFacts({ ...passed, id: 'run-14' }, many, zoneLoss, undefined);
  expect(facts.history.map(({ id }) => id)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map((day) => `run-${day}`));
});

// What a terminal shows of runbooks: the list, one of them, a plan, a run.
import { describe, expect, test } from '@jest/globals';
import type { RunbookJournal } from '../../../src/actions/runbook/engine/journal.ts';
import { runbookExitCodes } from '../../../src/cli/runbook/exit-codes.ts';
import { renderExplanation } from '../../../src/cli/runbook/render-explain.ts';
import { renderEnded, renderRunning } from '../../../src/cli/runbook/render-journal.ts';
import { renderList } from '../../../src/cli/runbook/render-list.ts';
import { renderPlan } from '../../../src/cli/runbook/render-plan.ts';
import { renderColumns, wrap } from '../../../src/cli/runbook/wrap.ts';
import { runbooks } from '../../../src/runbooks/index.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are none of these tests' business.
const plain = (lines: readonly string[]): string => lines.join('\n').replaceAll(/\x1b\[\d+m/g, '');
const ecsScale = runbooks.find(({ id }) => id === 'ecs-scale');
if (!ecsScale) throw new Error('there is no ecs-scale');

describe('words', () => {
  test('are wrapped below where they begin', () => {
    expect(wrap('one two three four', 10, 4)).toBe('one\n    two\n    three\n    four');
    expect(wrap('', 10)).toBe('');
  });

  test('stand in columns, the last one wrapped', () => {
    expect(
      renderColumns(
        [
          ['a', 'first second'],
          ['long', 'third'],
        ],
        { width: 16 },
      ).join('\n'),
    ).toBe('  a     first\n        second\n  long  third');
  });
});

describe('a list', () => {
  test('has every runbook once, the harmless ones first', () => {
    const text = plain(renderList(runbooks, 100));
    for (const { id } of runbooks) expect(text.match(new RegExp(`^ {2}${id} `, 'gm'))).toHaveLength(1);
    expect(text.indexOf('collect-diagnostics')).toBeLessThan(text.indexOf('aurora-failover'));
  });
});

describe('an explanation', () => {
  test.each(runbooks.map((runbook) => [runbook.id, runbook] as const))(
    'of %s fits the terminal, and names all it does',
    (_, runbook) => {
      const text = plain(renderExplanation(runbook, 100));
      const tooLong = text.split('\n').filter((line) => line.length > 100);
      expect(tooLong).toEqual([]);
      for (const { title } of runbook.steps) expect(text).toContain(title);
      for (const call of Object.keys(runbook.calls.writes)) expect(text).toContain(call);
    },
  );
});

describe('a plan', () => {
  const plan = {
    runbook: ecsScale,
    place: { environment: 'staging', region: 'eu-west-2', prefix: 'assess-staging' },
    target: 'service',
    inputs: { desired: 6 },
    obstacles: [],
    steps: [
      {
        id: 'scale',
        title: 'Scale the service',
        outcome: { kind: 'change', changes: [{ what: 'desired tasks', from: '3', to: '6' }] },
      },
      { id: 'set-limits', title: 'Set the limits', outcome: { kind: 'nothing', why: 'none were asked for' } },
    ],
    watched: [],
    calls: [],
  } as const;

  test('says what would change, and how to run it', () => {
    expect(plain(renderPlan(plan, 100))).toMatchInlineSnapshot(`
"Scale the service on staging (eu-west-2, works on service)
Risk low: can be undone at once, and users do not notice

  1. Scale the service
     desired tasks  3 → 6
  2. Set the limits: nothing to do, none were asked for

→ Nothing has been changed. To run it: opsdeck runbook run ecs-scale environment=staging desired=6"
`);
  });

  test('says everything that is in the way, and the next step', () => {
    const obstacles = [{ what: 'A deployment is in progress.', next: 'Wait for its end.' }];
    expect(plain(renderPlan({ ...plan, steps: [], obstacles }, 100))).toMatchInlineSnapshot(`
"Scale the service on staging (eu-west-2, works on service)
Risk low: can be undone at once, and users do not notice

In the way:
  ✖ A deployment is in progress.
    → Wait for its end."
`);
  });
});

describe('a run', () => {
  const at = (seconds: number) => new Date(Date.parse('2026-01-31T12:00:00Z') + seconds * 1000).toISOString();
  const view = { now: new Date(at(90)), width: 100 };
  const step = { id: 'scale', title: 'Scale the service', changes: [], calls: [], startedAt: at(0) };
  const journal = (more: Partial<RunbookJournal>): RunbookJournal => ({
    id: 'x',
    runbook: 'ecs-scale',
    environment: 'staging',
    target: 'service',
    state: 'running',
    inputs: {},
    door: 'terminal',
    by: 'kim',
    reason: '',
    run: { runId: 1, attempt: 1, job: 'terminal of kim' },
    runUrl: 'a terminal',
    takenOverFrom: [],
    startedAt: at(0),
    updatedAt: at(0),
    watched: ['a', 'b'],
    steps: [{ ...step, state: 'verifying' }],
    byHand: [],
    timeline: [],
    ...more,
  });

  test('shows where it is', () => {
    const settling = journal({
      steps: [{ ...step, state: 'done', endedAt: at(60), words: '6 of 6 run' }],
      settlingSince: at(60),
    });
    expect(plain(renderRunning(journal({}), view))).toMatchInlineSnapshot(`"  ◑ Scale the service 90 s  waits until it is so"`);
    expect(plain(renderRunning(settling, view))).toMatchInlineSnapshot(`
"  ✔ Scale the service 60 s  6 of 6 run
  ◑ watches 2 alarms, 30 s"
`);
  });

  test('that is stuck says what a person has to do', () => {
    const stuck = journal({
      state: 'stuck',
      endedAt: at(300),
      because: 'scale could not be undone: denied',
      byHand: ['Bring the desired tasks from 6 to 3'],
      steps: [{ ...step, state: 'stuck', words: 'denied' }],
    });
    expect(plain(renderEnded(stuck, view))).toMatchInlineSnapshot(`
"  ✖ Scale the service  not undone: denied

STUCK ecs-scale on staging after 5 min 0 s: scale could not be undone: denied.

By hand:
  - Bring the desired tasks from 6 to 3
→ Put it right, then take it as it is: opsdeck runbook resume service environment=staging --accept
  reason="..."
→ Or try again to undo it: opsdeck runbook resume service environment=staging --undo"
`);
  });

  test('ends with a number of its own for each way, 0 only where all is as it should be', () => {
    const good = Object.entries(runbookExitCodes).filter(([, code]) => code === 0);
    expect(good.map(([state]) => state)).toEqual(['done', 'nothing-to-do']);
  });
});

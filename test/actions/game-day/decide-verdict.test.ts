// One word for a game day: never a pass for what nobody saw, or what was left broken.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideVerdict } from '../../../src/actions/game-day/decide-verdict.ts';
import type { Abort, GameDay } from '../../../src/actions/game-day/game-day.ts';
import { type DrillDefinition, recoveryChecks, rollbackStrategies } from '../../../src/define/drill.ts';
import type { Experiment, ExperimentAction } from '../../../src/ports/experiments.ts';

const drill: DrillDefinition = {
  id: 'test',
  title: 'Test',
  about: 'A test',
  isZonal: true,
  hypothesis: [{ kpi: 'errors', tolerated: 1, windowSeconds: 300 }],
  targets: { tasks: { kind: 'tasks', percent: 100 }, database: { kind: 'database-cluster', mayBeEmpty: 'elsewhere' } },
  actions: [
    { name: 'stop-tasks', about: '', actionId: 'aws:ecs:stop-task', target: 'tasks' },
    { name: 'fail-over', about: '', actionId: 'aws:rds:failover-db-cluster', target: 'database' },
  ],
  rollback: ['restore-service'],
  recovery: ['alarms-ok', 'tasks-balanced'],
  recoverySeconds: 300,
  cadence: 'never',
};

const action = (name: string, status: ExperimentAction['status'] = 'completed'): ExperimentAction => ({
  name,
  actionId: 'x',
  status,
});
const experiment: Experiment = {
  id: 'EXP1',
  templateId: 'EXT1',
  status: 'completed',
  reason: 'Experiment completed.',
  createdAt: '2026-01-31T12:00:00.000Z',
  actions: [action('stop-tasks'), action('fail-over')],
  tags: {},
};
const at = '2026-01-31T12:10:00.000Z';

type Facts = Parameters<typeof decideVerdict>[0];

const good: Facts = {
  experiment,
  rollback: [{ strategy: 'restore-service', status: 'nothing-to-do', words: '', at }],
  recovery: drill.recovery.map((check) => ({ check, status: 'ok', words: '', at })),
  kpis: [{ kpi: 'errors', title: 'Errors', unit: 'Percent', tolerated: 1, status: 'held', worst: 0.5, points: [] }],
  transitions: [],
  expectedTargets: [{ target: 'tasks', resourceType: 'aws:ecs:task', facts: { arn: 'arn:task' } }],
};

const abort = (because: Abort['because']): Abort => ({ because, words: 'Something happened', decidedAt: at });

describe('the verdict', () => {
  test.each<[string, string, string, Partial<Facts>]>([
    ['pass', 'all is well', 'The hypothesis held, nothing rang, and all was well again in time.', {}],
    [
      'pass',
      'nothing could be hit, as was known',
      'The hypothesis held, nothing rang, and all was well again in time.',
      { experiment: { ...experiment, actions: [action('stop-tasks'), action('fail-over', 'skipped')] } },
    ],
    [
      'fail',
      'something is left broken, even where a person broke it off',
      'What was broken could not be put right (restore-service): no.',
      { abort: abort('person'), rollback: [{ strategy: 'restore-service', status: 'failed', words: 'no', at }] },
    ],
    [
      'fail',
      'the experiment runs on',
      'The experiment EXP1 could not be stopped: it is running.',
      { experiment: { ...experiment, status: 'running' } },
    ],
    ['fail', 'an alarm ended it', 'Something happened.', { abort: abort('alarm') }],
    ['fail', 'FIS ended it on an alarm', 'Something happened.', { abort: abort('stop-condition') }],
    [
      'fail',
      'an alarm rang at the very end',
      'edge rang at 2026-01-31T12:10:00.000Z.',
      { transitions: [{ name: 'edge', at, from: 'OK', to: 'ALARM' }] },
    ],
    [
      'fail',
      'the hypothesis did not hold',
      'The hypothesis did not hold: Errors was 2 at its worst, and 1 is tolerated (Percent).',
      { kpis: good.kpis.map((kpi) => ({ ...kpi, status: 'broken' as const, worst: 2 })) },
    ],
    [
      'fail',
      'something did not come back',
      'After the drill, the tasks did not come back: 1 of 6.',
      { recovery: [{ check: 'tasks-balanced', status: 'bad', words: '1 of 6' }] },
    ],
    [
      'fail',
      'something came back too late',
      'After the drill, the tasks came back too late: 2 in each.',
      { recovery: [{ check: 'tasks-balanced', status: 'late', words: '2 in each', at }] },
    ],
    ['aborted', 'a person ended it', 'Something happened.', { abort: abort('person') }],
    ['aborted', 'its run died', 'Something happened.', { abort: abort('lost') }],
    ['inconclusive', 'an alarm went blind', 'Something happened.', { abort: abort('no-data') }],
    [
      'inconclusive',
      'FIS gave up',
      'The experiment failed: no permission.',
      { experiment: { ...experiment, status: 'failed', reason: 'no permission.' } },
    ],
    [
      'inconclusive',
      'something was skipped',
      'stop-tasks was skipped: AWS does not say why.',
      { experiment: { ...experiment, actions: [action('stop-tasks', 'skipped'), action('fail-over')] } },
    ],
    [
      'inconclusive',
      'something was skipped that should have been hit',
      'fail-over was skipped: AWS does not say why.',
      {
        experiment: { ...experiment, actions: [action('stop-tasks'), action('fail-over', 'skipped')] },
        expectedTargets: [{ target: 'database', resourceType: 'aws:rds:cluster', facts: {} }],
      },
    ],
    ['inconclusive', 'nothing was hit', 'Nothing was hit.', { hitTargets: [] }],
    [
      'inconclusive',
      'nothing was measured',
      'Too little was measured of errors to tell whether it held.',
      { kpis: good.kpis.map((kpi) => ({ ...kpi, status: 'no-data' as const })) },
    ],
    [
      'inconclusive',
      'nobody could look afterwards',
      'Nobody could tell how the tasks came back.',
      {
        recovery: [
          { check: 'alarms-ok', status: 'ok', words: '', at },
          { check: 'tasks-balanced', status: 'unknown', words: '' },
        ],
      },
    ],
  ])('%s when %s', (verdict, _when, because, facts) => {
    expect(decideVerdict({ ...good, ...facts }, drill)).toEqual({ verdict, because });
  });
});

const anything: fc.Arbitrary<Facts> = fc.record(
  {
    experiment: fc.record({
      ...Object.fromEntries(Object.entries(experiment).map(([name, value]) => [name, fc.constant(value)])),
      status: fc.constantFrom('running', 'completed', 'stopped', 'failed', 'cancelled'),
      actions: fc.tuple(...['stop-tasks', 'fail-over'].map((name) => anyAction(name))),
    }) as unknown as fc.Arbitrary<Experiment>,
    abort: fc
      .constantFrom('alarm', 'person', 'no-data', 'lost', 'credentials')
      .map((because) => abort(because as Abort['because'])),
    rollback: fc.array(
      fc.record({
        strategy: fc.constantFrom(...rollbackStrategies),
        status: fc.constantFrom('done', 'nothing-to-do', 'failed'),
        words: fc.string(),
        at: fc.constant(at),
      }),
    ),
    recovery: fc.array(
      fc.record({
        check: fc.constantFrom(...recoveryChecks),
        status: fc.constantFrom('ok', 'late', 'bad', 'unknown'),
        words: fc.string(),
      }),
    ),
    kpis: fc.array(
      fc.record({
        kpi: fc.constantFrom('errors', 'other'),
        title: fc.string(),
        unit: fc.constant('Percent'),
        tolerated: fc.integer(),
        status: fc.constantFrom('held', 'broken', 'no-data'),
        points: fc.constant([]),
      }),
    ),
    transitions: fc.array(
      fc.record({
        name: fc.string(),
        at: fc.constant(at),
        from: fc.constant('OK' as const),
        to: fc.constantFrom('OK', 'ALARM', 'INSUFFICIENT_DATA'),
      }),
    ),
    expectedTargets: fc.constantFrom([], good.expectedTargets),
    hitTargets: fc.constantFrom([], good.expectedTargets),
  },
  { requiredKeys: ['rollback', 'recovery', 'kpis', 'transitions', 'expectedTargets'] },
) as fc.Arbitrary<Facts>;

function anyAction(name: string) {
  return fc
    .constantFrom('completed', 'skipped', 'failed', 'stopped', 'cancelled')
    .map((status) => action(name, status as 'completed'));
}

/** Some of it as it should be, so that a pass is not out of reach. */
const mixed = fc
  .record({ base: anything, isGood: fc.record(Object.fromEntries(Object.keys(good).map((key) => [key, fc.boolean()]))) })
  .map(
    ({ base, isGood }) =>
      ({
        ...base,
        ...Object.fromEntries(Object.entries(good).filter(([key]) => isGood[key])),
      }) as Facts,
  );

describe('a pass', () => {
  test('means that everything was played, seen, held and put right', () => {
    let passes = 0;
    fc.assert(
      fc.property(mixed, (facts) => {
        const { verdict, because } = decideVerdict(facts, drill);
        expect(because).toMatch(/\.$/);
        if (verdict !== 'pass') return;
        passes += 1;
        const { experiment: played, abort: broken, rollback, recovery, kpis, transitions, expectedTargets } = facts;
        expect(played?.status).toBe('completed');
        expect(broken).toBeUndefined();
        expect(rollback.filter(({ status }) => status === 'failed')).toEqual([]);
        expect(transitions.filter(({ to }) => to === 'ALARM')).toEqual([]);
        expect(kpis.filter(({ status }) => status === 'broken')).toEqual([]);
        expect(kpis.find(({ kpi }) => kpi === 'errors')?.status).toBe('held');
        for (const check of drill.recovery) expect(recovery.find((one) => one.check === check)?.status).toBe('ok');
        const missed = played?.actions.filter(({ status }) => status !== 'completed') ?? [];
        const mayMiss = expectedTargets.some(({ target }) => target === 'database') ? [] : ['fail-over'];
        expect(missed.filter(({ name, status }) => status !== 'skipped' || !mayMiss.includes(name))).toEqual([]);
      }),
      { numRuns: 2000, seed: 6 },
    );
    expect(passes).toBeGreaterThan(0);
  });
});

test('is the same for the same game day, read back from its journal', () => {
  const written = JSON.parse(JSON.stringify(good)) as Pick<GameDay, keyof Facts>;
  expect(decideVerdict(written, drill)).toEqual(decideVerdict(good, drill));
});

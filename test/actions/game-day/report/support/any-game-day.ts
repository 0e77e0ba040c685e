// Any game day, with any text in it that anybody could have put there.
import fc from 'fast-check';
import { type GameDay, type PastGameDay, phases, verdicts } from '../../../../../src/actions/game-day/game-day.ts';
import { recoveryChecks, rollbackStrategies } from '../../../../../src/define/drill.ts';
import { hostileText } from '../../../../rehearsal/report/support/hostile.ts';
import { at } from './game-days.ts';

const mentions = fc.constantFrom(
  '@everyone',
  'fixes #12',
  'GH-7',
  'www.evil.example',
  '</summary></details>',
  '| a |\n| - |',
  '*b*',
);
const text = fc.oneof(hostileText, mentions);
const near = fc.integer({ min: -100, max: 5000 }).map(at);
const instant = fc.oneof(
  { weight: 8, arbitrary: near },
  text,
  fc.constantFrom('+275760-09-13T00:00:00.000Z', '-000001-01-01T00:00:00Z', ''),
);
const address = fc.oneof(fc.constant('https://github.com/acme/platform/actions/runs/1'), text);
const number = fc.oneof(fc.double({ min: 0, max: 1e4, noNaN: true }), fc.double({ noNaN: true, noDefaultInfinity: true }));
const seconds = fc.double({ min: 0, max: 1e5, noNaN: true });
const few = { maxLength: 6 };

/** What may be missing, is now and then. */
function record<T>(shape: { [K in keyof T]-?: fc.Arbitrary<T[K]> }, requiredKeys: readonly (keyof T)[]): fc.Arbitrary<T> {
  return fc.record(shape, { requiredKeys: [...requiredKeys] }) as unknown as fc.Arbitrary<T>;
}

const target = fc.record({
  target: fc.oneof(fc.constantFrom('subnets', 'tasks', 'database'), text),
  resourceType: text,
  facts: fc.dictionary(text, text, { maxKeys: 2 }),
});
const experimentStatus = fc.constantFrom('pending', 'running', 'completed', 'stopping', 'stopped', 'failed', 'cancelled');
const action = record(
  {
    name: text,
    actionId: text,
    status: fc.oneof(experimentStatus, fc.constant('skipped' as const)),
    reason: text,
    startedAt: instant,
    endedAt: instant,
  },
  ['name', 'actionId', 'status'],
);
const experiment = record<NonNullable<GameDay['experiment']>>(
  {
    id: text,
    templateId: text,
    status: experimentStatus,
    reason: text,
    createdAt: instant,
    startedAt: instant,
    endedAt: instant,
    actions: fc.array(action, few),
    tags: fc.constant({}),
  },
  ['id', 'templateId', 'status', 'reason', 'createdAt', 'actions', 'tags'],
);
const state = fc.constantFrom('OK' as const, 'ALARM' as const, 'INSUFFICIENT_DATA' as const);
const abort = record<NonNullable<GameDay['abort']>>(
  {
    because: fc.constantFrom(
      'alarm',
      'stop-condition',
      'person',
      'no-data',
      'cancelled',
      'lost',
      'template-changed',
      'credentials',
    ),
    words: text,
    alarm: text,
    alarmAt: instant,
    decidedAt: instant,
    requestedAt: instant,
  },
  ['because', 'words', 'decidedAt'],
);
const times = record<GameDay['times']>(
  { detectSeconds: seconds, abortSeconds: seconds, stopSeconds: seconds, recoverSeconds: seconds },
  [],
);
const kpi = record<GameDay['kpis'][number]>(
  {
    kpi: fc.oneof(fc.constantFrom('edge-5xx-rate', 'healthy'), text),
    title: text,
    unit: fc.oneof(fc.constantFrom('Percent', 'Seconds', 'Bytes', 'Count'), text),
    tolerated: number,
    status: fc.constantFrom('held', 'broken', 'no-data'),
    worst: number,
    before: number,
    experiment: number,
    control: number,
    points: fc.array(fc.record({ atMs: fc.oneof(near.map(Date.parse), number), value: number }), { maxLength: 12 }),
  },
  ['kpi', 'title', 'unit', 'tolerated', 'status', 'points'],
);
const owner = fc.record({ runId: fc.nat(), attempt: fc.nat(), job: text });

/** @param lengths how many there may be of what is many */
export function anyGameDay(lengths: { readonly maxLength: number } = few): fc.Arbitrary<GameDay> {
  return record<GameDay>(
    {
      id: text,
      environment: text,
      drill: text,
      zone: text,
      run: owner,
      runUrl: address,
      by: text,
      phase: fc.constantFrom(...phases),
      startedAt: instant,
      endedAt: instant,
      preflight: fc.array(
        fc.record({ id: text, title: text, status: fc.constantFrom('ok', 'bad', 'unknown'), words: text, at: instant }),
        lengths,
      ),
      before: fc.constant({
        taskDefinition: '',
        deploymentId: '',
        vpcId: '',
        subnets: [],
        writer: '',
        writerZone: '',
        tasksByZone: {},
      }),
      expectedTargets: fc.array(target, lengths),
      hitTargets: fc.array(target, lengths),
      clientToken: text,
      templateId: text,
      templateUpdatedAt: instant,
      experiment,
      transitions: fc.array(fc.record({ name: text, at: instant, from: state, to: state }), lengths),
      abort,
      rollback: fc.array(
        fc.record({
          strategy: fc.constantFrom(...rollbackStrategies),
          status: fc.constantFrom('done', 'nothing-to-do', 'failed'),
          words: text,
          at: instant,
        }),
        few,
      ),
      recovery: fc.array(
        record<GameDay['recovery'][number]>(
          {
            check: fc.constantFrom(...recoveryChecks),
            status: fc.constantFrom('ok', 'late', 'bad', 'unknown'),
            words: text,
            at: instant,
          },
          ['check', 'status', 'words'],
        ),
        few,
      ),
      kpis: fc.array(kpi, few),
      times,
      findings: fc.array(text, lengths),
      verdict: fc.constantFrom(...verdicts),
      because: text,
      costUsd: fc.double({ min: 0, max: 1e6, noNaN: true }),
      timeRate: fc.integer({ min: 1, max: 1000 }),
      takenOverFrom: fc.array(owner, few),
      clockSkewSeconds: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      issueUrl: address,
    },
    [
      'id',
      'environment',
      'drill',
      'run',
      'runUrl',
      'by',
      'phase',
      'startedAt',
      'preflight',
      'expectedTargets',
      'clientToken',
      'transitions',
      'rollback',
      'recovery',
      'kpis',
      'times',
      'findings',
      'costUsd',
      'timeRate',
      'takenOverFrom',
    ],
  );
}

export const anyHistory: fc.Arbitrary<readonly PastGameDay[]> = fc.array(
  record<PastGameDay>(
    {
      id: text,
      startedAt: instant,
      zone: text,
      verdict: fc.constantFrom(...verdicts),
      because: text,
      times,
      issueUrl: address,
    },
    ['id', 'startedAt', 'verdict', 'because', 'times'],
  ),
  { maxLength: 14 },
);

// The decisions of a deploy, each as a table: what is seen, and what follows from it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type BakeProgress, decideBake, type Look, noProgress, type Watch } from '../../../src/actions/deploy/decide-bake.ts';
import { decideResume } from '../../../src/actions/deploy/decide-resume.ts';
import { decideRollback, decideTarget, mostStarts } from '../../../src/actions/deploy/decide-rollback.ts';
import { decideVerified, type VerifyLook } from '../../../src/actions/deploy/decide-verified.ts';
import { type GoodService, mostGoods, parseGoodServices, withKept, withReturned } from '../../../src/actions/deploy/good.ts';
import { type DeployJournal, finalStates, openStates } from '../../../src/actions/deploy/journal.ts';
import { ringsOf } from '../../../src/actions/deploy/rings.ts';
import { bakeSecondsOf, watchedAlarms } from '../../../src/actions/deploy/watched-alarms.ts';
import { computeAlarms } from '../../../src/kpis/alarms.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { Alarm, AlarmState } from '../../../src/ports/alarms.ts';
import type { ServiceDeployment, ServiceState } from '../../../src/ports/services.ts';
import { imageOf, shaOf, stackOf } from './support/stage.ts';

const start = new Date('2026-01-31T12:00:00.000Z');
const secondsIn = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const instant = (seconds: number) => secondsIn(seconds).toISOString();

const alarm = (name: string, state: AlarmState = 'OK', transitionedSeconds = -3600): Alarm => ({
  name,
  arn: name,
  state,
  reason: 'Threshold crossed.',
  isActionsEnabled: true,
  transitionedAt: instant(transitionedSeconds),
  updatedAt: instant(0),
  reactionSeconds: 300,
  actionArns: [],
});

const deployment = (change: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
  id: 'ours',
  status: 'PRIMARY',
  rollout: 'COMPLETED',
  reason: '',
  taskDefinition: 'app:2',
  desired: 2,
  running: 2,
  failed: 0,
  createdAt: instant(0),
  ...change,
});

const serviceOf = (...deployments: readonly ServiceDeployment[]): ServiceState => ({
  taskDefinition: deployments[0]?.taskDefinition ?? '',
  desired: 2,
  running: 2,
  pending: 0,
  deployments,
});

describe('the alarms that are watched', () => {
  const names = {
    'load-balancer': ['lb'],
    'target-group': ['tg'],
    cluster: ['assess-staging'],
    service: ['assess-staging-app'],
    zone: ['eu-west-2a'],
  };

  test('are those that the stack of the service makes to break deploys off', () => {
    const { alarms } = computeAlarms({ layer: 'service', catalogue, names, limits: {}, isLasting: true });
    const made = alarms.filter(({ aborts }) => aborts.includes('deploy')).map(({ id }) => `assess-staging-app-${id}`);
    expect(watchedAlarms(catalogue, 'staging').map(({ name }) => name)).toEqual(made);
  });

  test('and of some, a few requests prove nothing', () => {
    expect(watchedAlarms(catalogue, 'staging')).toMatchInlineSnapshot(`
[
  {
    "name": "assess-staging-app-errors",
    "needsRequests": true,
  },
  {
    "name": "assess-staging-app-latency",
    "needsRequests": true,
  },
  {
    "name": "assess-staging-app-unhealthy",
    "needsRequests": false,
  },
]
`);
  });

  test('decide how long silence has to last', () => {
    const slow = { reactionSeconds: 900 };
    expect([bakeSecondsOf([alarm('a')]), bakeSecondsOf([alarm('a'), slow]), bakeSecondsOf([alarm('a')], 10)]).toEqual([
      480, 1080, 480,
    ]);
  });
});

describe('rings', () => {
  const baseline = [{ name: 'a', transitionedAt: instant(-3600) }];
  const rang = (seconds: number, to: AlarmState = 'ALARM') => ({ name: 'a', at: instant(seconds), from: 'OK', to }) as const;

  test.each([
    ['it still rings', [alarm('a', 'ALARM', 100)], [rang(100)], instant(100)],
    ['the history does not tell of it yet', [alarm('a', 'ALARM', 100)], [], instant(100)],
    ['it has gone back', [alarm('a', 'OK', 130)], [rang(100), rang(130, 'OK')], instant(100)],
    ['it rang twice', [alarm('a', 'ALARM', 200)], [rang(100), rang(130, 'OK'), rang(200)], instant(100)],
    ['it rang before', [alarm('a')], [rang(-3600)], undefined],
    ['it has rung all the while', [alarm('a', 'ALARM')], [], undefined],
    ['it lost its data', [alarm('a', 'INSUFFICIENT_DATA', 100)], [rang(100, 'INSUFFICIENT_DATA')], undefined],
    ['it is gone', [], [rang(100)], instant(100)],
  ])('%s', (_name, alarms, transitions, at) => {
    expect(ringsOf(baseline, alarms, transitions)[0]?.at).toBe(at);
  });

  test('of an alarm that was not there before, every one counts', () => {
    expect(ringsOf([{ name: 'a' }], [alarm('a', 'ALARM', -10)], [])).toHaveLength(1);
  });
});

describe('a look at a new service', () => {
  const watch: Watch = {
    alarms: [
      { name: 'errors', needsRequests: true },
      { name: 'tasks', needsRequests: false },
    ],
    unwatched: [],
    deploymentId: 'ours',
    startedAt: start,
    bakeSeconds: 480,
    rolloutSeconds: 900,
    holdSeconds: 600,
  };
  type Seen = Extract<Look, { kind: 'seen' }>;
  const well: Seen = {
    kind: 'seen',
    at: secondsIn(600),
    alarms: [alarm('errors'), alarm('tasks')],
    rings: [],
    service: serviceOf(deployment()),
    requests: 5000,
  };
  const rolledOut: BakeProgress = { ...noProgress, rolledOutAt: secondsIn(120) };
  const ring = (name: string, lasts = true) => ({ name, at: instant(300), lasts, reason: 'Bad.' });
  const ringing = (name: string): Partial<Seen> => ({
    rings: [ring(name)],
    alarms: well.alarms.map((each) => (each.name === name ? alarm(name, 'ALARM', 300) : each)),
  });
  const replaced = serviceOf(deployment({ id: 'theirs' }), deployment({ status: 'ACTIVE' }));
  const failed = serviceOf(deployment({ id: 'theirs' }), deployment({ status: 'ACTIVE', rollout: 'FAILED', reason: 'No.' }));
  const rolling = serviceOf(deployment({ rollout: 'IN_PROGRESS', running: 1 }));

  test.each<[string, Partial<Seen>, BakeProgress, string]>([
    ['all is well, for long enough', {}, rolledOut, 'keep'],
    ['all is well, not for long enough', { at: secondsIn(599) }, rolledOut, 'wait: watched for 1 s more'],
    ['its tasks take over', { service: rolling }, noProgress, 'wait: its tasks take over: 1 of 2 run'],
    ['its tasks take over for too long', { service: rolling, at: secondsIn(901) }, noProgress, 'late'],
    [
      'ECS has not completed it',
      { service: serviceOf(deployment({ rollout: 'IN_PROGRESS' })) },
      rolledOut,
      'wait: ECS has not completed the deployment',
    ],
    [
      'ECS never completes it',
      { service: serviceOf(deployment({ rollout: 'IN_PROGRESS' })), at: secondsIn(1201) },
      rolledOut,
      'unsettled',
    ],
    ['ECS runs another deployment', { service: replaced }, rolledOut, 'replaced'],
    ['ECS gave it up', { service: failed }, rolledOut, 'rollout-failed'],
    ['the service is gone', { service: undefined }, rolledOut, 'service-missing'],
    ['an alarm rings, at the first look', ringing('errors'), rolledOut, 'wait: the alarm errors is in ALARM'],
    ['an alarm rings, at the second look', ringing('errors'), { ...rolledOut, rang: ['errors'] }, 'alarm'],
    [
      'an alarm rings before its tasks have taken over',
      { ...ringing('tasks'), service: rolling },
      { ...noProgress, rang: ['tasks'] },
      'alarm',
    ],
    [
      'an alarm has gone back, at the first look',
      { rings: [ring('errors', false)] },
      rolledOut,
      'wait: the alarm errors has rung',
    ],
    [
      'an alarm has gone back, at the second look',
      { rings: [ring('errors', false)] },
      { ...rolledOut, rang: ['errors'] },
      'alarm',
    ],
    [
      'an alarm rings for a few requests',
      { ...ringing('errors'), requests: 99 },
      { ...rolledOut, rang: ['errors'] },
      'wait: the alarm errors is in ALARM',
    ],
    [
      'it goes on to ring for a few requests',
      { ...ringing('errors'), requests: 99, at: secondsIn(1201) },
      { ...rolledOut, rang: ['errors'] },
      'unsettled',
    ],
    [
      'it has gone back, and they were a few',
      { rings: [ring('errors', false)], requests: 99 },
      { ...rolledOut, rang: ['errors'] },
      'keep',
    ],
    [
      'an alarm of tasks rings, and nobody asks for anything',
      { ...ringing('tasks'), requests: 0 },
      { ...rolledOut, rang: ['tasks'] },
      'alarm',
    ],
    [
      'nobody can tell how many requests there were',
      { ...ringing('errors'), requests: undefined },
      { ...rolledOut, rang: ['errors'] },
      'alarm',
    ],
    [
      'an alarm has no data',
      { alarms: [alarm('errors', 'INSUFFICIENT_DATA'), alarm('tasks')] },
      rolledOut,
      'wait: the alarm errors is in INSUFFICIENT_DATA',
    ],
    ['an alarm is not there, at the first look', { alarms: [alarm('tasks')] }, rolledOut, 'wait: the alarm errors is not there'],
    [
      'an alarm is not there, at the second look',
      { alarms: [alarm('tasks')] },
      { ...rolledOut, missing: ['errors'] },
      'alarm-missing',
    ],
  ])('%s', (_name, change, before, expected) => {
    expect(wordOf(decideBake(watch, before, { ...well, ...change }))).toBe(expected);
  });

  test('an alarm that fired before does not break it off, and has to be well in the end', () => {
    const recovery = { ...watch, unwatched: ['errors'] };
    const before = { ...rolledOut, rang: ['errors'] };
    expect(wordOf(decideBake(recovery, before, { ...well, ...ringing('errors') }))).toBe('wait: the alarm errors is in ALARM');
    expect(wordOf(decideBake(recovery, before, { ...well, rings: [ring('errors', false)] }))).toBe('keep');
  });

  test.each([
    ['for the first time', 600, rolledOut, 'wait: AWS does not answer: throttled'],
    [
      'for as long as can be waited for',
      1200,
      { ...rolledOut, blindSince: secondsIn(600) },
      'wait: AWS does not answer: throttled',
    ],
    ['for longer', 1201, { ...rolledOut, blindSince: secondsIn(600) }, 'blind'],
  ])('AWS does not answer %s', (_name, seconds, before, expected) => {
    expect(wordOf(decideBake(watch, before, { kind: 'blind', at: secondsIn(seconds), why: 'throttled' }))).toBe(expected);
  });

  test('nothing that is not well is ever kept, nor watched for ever', () => {
    const anyState = fc.constantFrom<AlarmState>('OK', 'ALARM', 'INSUFFICIENT_DATA');
    const anyLook = fc.record({
      seconds: fc.integer({ min: 0, max: 4000 }),
      states: fc.tuple(anyState, anyState),
      rollout: fc.constantFrom<ServiceDeployment['rollout']>('IN_PROGRESS', 'COMPLETED', 'FAILED'),
      isOurs: fc.boolean(),
      requests: fc.option(fc.nat(200), { nil: undefined }),
      rolledOutSeconds: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(anyLook, ({ seconds, states, rollout, isOurs, requests, rolledOutSeconds }) => {
        const alarms = [alarm('errors', states[0], 300), alarm('tasks', states[1], 300)];
        const rings = alarms.filter(({ state }) => state === 'ALARM').map(({ name }) => ring(name));
        const service = serviceOf(deployment({ rollout, id: isOurs ? 'ours' : 'theirs' }));
        const before = rolledOutSeconds === undefined ? noProgress : { ...noProgress, rolledOutAt: secondsIn(rolledOutSeconds) };
        const decision = decideBake(watch, before, { ...well, at: secondsIn(seconds), alarms, rings, service, requests });
        const isWell = states.every((state) => state === 'OK') && rollout === 'COMPLETED' && isOurs;
        if (decision.kind === 'keep') expect([isWell, seconds - (rolledOutSeconds ?? seconds) >= 480]).toEqual([true, true]);
        if (seconds > 900 + 480 + 600 && rolledOutSeconds !== undefined) expect(decision.kind).not.toBe('wait');
      }),
    );
  });

  function wordOf(decision: ReturnType<typeof decideBake>): string {
    if (decision.kind === 'roll-back') return decision.cause.kind;
    return decision.kind === 'wait' ? `wait: ${decision.words}` : decision.kind;
  }
});

const goodOf = (id: string): GoodService => ({
  id,
  commit: shaOf('v1'),
  image: imageOf('v1'),
  terraform: stackOf('v1'),
  taskDefinition: `app:${id}`,
  deploymentId: 'ecs-svc/1',
  keptAt: instant(0),
});

describe('what is known to be good', () => {
  test('is at most the last five, each once', () => {
    const kept = ['1', '2', '3', '3', '4', '5', '6'].reduce<readonly GoodService[]>(
      (goods, id) => withKept(goods, goodOf(id)),
      [],
    );
    expect(kept.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2']);
    expect(kept).toHaveLength(mostGoods);
  });

  test('is no longer what is newer than what was gone back to', () => {
    const goods = [goodOf('3'), goodOf('2'), goodOf('1')];
    const returned = { ...goodOf('2'), taskDefinition: 'app:9' };
    expect(withReturned(goods, returned)).toEqual([returned, goodOf('1')]);
    expect(withReturned(withReturned(goods, returned), returned)).toEqual([returned, goodOf('1')]);
  });

  test.each([
    [
      'of another environment',
      { ...goodOf('1'), terraform: { terraform: { backend: { s3: { key: 'production/service.tfstate' } } } } },
    ],
    ['of the platform', { ...goodOf('1'), terraform: { terraform: { backend: { s3: { key: 'staging/platform.tfstate' } } } } }],
    ['without a stack', { ...goodOf('1'), terraform: 'resource {}' }],
    ['whose image can move', { ...goodOf('1'), image: 'app:latest' }],
    ['of no commit', { ...goodOf('1'), commit: 'main' }],
  ])('is nothing %s', (_name, good) => {
    expect(parseGoodServices({ goods: [good] }, 'staging')).toMatchObject({ kind: 'corrupt' });
  });
});

describe('what is gone back to', () => {
  const found = { kind: 'valid', goods: [goodOf('2'), goodOf('1')], version: '1' } as const;
  const rollback = { to: '1', release: { commit: shaOf('v1'), image: imageOf('v1') }, starts: 1 };
  const decide = (journal: Partial<DeployJournal>, goods: Parameters<typeof decideRollback>[1] = found) => {
    const decision = decideRollback(journal as DeployJournal, goods);
    return decision.kind === 'freeze' ? decision.because : `${decision.good.id}, start ${decision.starts}`;
  };

  test.each<[string, string, string]>([
    ['the last good one', decide({}), '2, start 1'],
    ['the one that was begun with', decide({ rollback }), '1, start 2'],
    [
      'nothing any more, after three deaths',
      decide({ rollback: { ...rollback, starts: mostStarts } }),
      'it was begun 3 times, and its run died each time',
    ],
    [
      'nothing, when the one that was begun with is gone',
      decide({ rollback: { ...rollback, to: '0' } }),
      'no earlier service is known to be good',
    ],
    ['nothing, when none is known', decide({}, { kind: 'none' }), 'no earlier service is known to be good'],
    [
      'nothing, when they cannot be read',
      decide({}, { kind: 'corrupt', problems: ['goods: missing'] }),
      'what to go back to cannot be read (goods: missing)',
    ],
  ])('%s', (_name, decided, expected) => {
    expect(decided).toBe(expected);
  });

  test.each([
    ['app:2', '1'],
    ['app:1', '2'],
    ['app:7', '2'],
    [undefined, '2'],
  ])('by hand, while %s runs: %s', (taskDefinition, id) => {
    expect(decideTarget(found, taskDefinition)).toMatchObject({ kind: 'go-back', good: { id } });
  });
});

test('what a deploy that was left is brought to', () => {
  const decided = [...openStates, ...finalStates].map((state) => `${state}: ${decideResume({ state } as DeployJournal).kind}`);
  expect([`none: ${decideResume(undefined).kind}`, ...decided]).toMatchInlineSnapshot(`
[
  "none: nothing",
  "planning: close",
  "applying: roll-back",
  "baking: roll-back",
  "keeping: roll-back",
  "rolling-back: roll-back",
  "freezing: finish-freezing",
  "kept: nothing",
  "rolled-back: nothing",
  "frozen: nothing",
  "refused: nothing",
]
`);
  expect(decideResume({ state: 'keeping', candidate: goodOf('1') } as DeployJournal).kind).toBe('finish-keeping');
});

describe('a look at what was gone back to', () => {
  const wanted = {
    taskDefinition: 'app:2',
    image: 'good',
    watched: ['errors', 'tasks'],
    unwatched: [],
    startedAt: start,
    rolloutSeconds: 900,
  };
  const well: Extract<VerifyLook, { kind: 'seen' }> = {
    kind: 'seen',
    at: secondsIn(300),
    service: serviceOf(deployment()),
    images: ['good', 'sidecar'],
    alarms: [alarm('errors'), alarm('tasks')],
    recoverySeconds: 960,
  };
  const ringing = { alarms: [alarm('errors', 'ALARM'), alarm('tasks')] };

  test.each<[string, Partial<typeof well>, Date | undefined, string]>([
    ['it runs, and all is well', {}, undefined, 'good'],
    ['another task definition runs', { service: serviceOf(deployment({ taskDefinition: 'app:1' })) }, undefined, 'wait'],
    [
      'another one runs for too long',
      { service: serviceOf(deployment({ taskDefinition: 'app:1' })), at: secondsIn(901) },
      undefined,
      'bad',
    ],
    ['it has another image', { images: ['bad'] }, undefined, 'bad'],
    ['ECS gave it up', { service: serviceOf(deployment({ rollout: 'FAILED' })) }, undefined, 'bad'],
    ['its tasks take over', { service: serviceOf(deployment({ rollout: 'IN_PROGRESS' })) }, undefined, 'wait'],
    [
      'its tasks never take over',
      { service: serviceOf(deployment({ rollout: 'IN_PROGRESS' })), at: secondsIn(901) },
      undefined,
      'bad',
    ],
    ['an alarm still rings', ringing, secondsIn(200), 'wait'],
    ['an alarm rings for too long', { ...ringing, at: secondsIn(1161) }, secondsIn(200), 'bad'],
    ['an alarm is not there', { alarms: [alarm('tasks')] }, secondsIn(200), 'wait'],
    ['the service is not there', { service: undefined }, undefined, 'wait'],
  ])('%s', (_name, change, completedAt, expected) => {
    expect(decideVerified(wanted, completedAt, { ...well, ...change }).kind).toBe(expected);
  });

  test('an alarm that was not well before need not be well now, and is told of', () => {
    expect(decideVerified({ ...wanted, unwatched: ['errors'] }, undefined, { ...well, ...ringing })).toEqual({
      kind: 'good',
      deploymentId: 'ours',
      stillBad: ['errors'],
    });
  });
});

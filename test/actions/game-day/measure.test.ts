// What a game day is measured by: windows of a KPI, times by AWS's clock, cost.
import { describe, expect, test } from '@jest/globals';
import { computeWindows, isBeyond, placeKpi, queriesFor, worstOf, zonalTwin } from '../../../src/actions/game-day/kpi-windows.ts';
import { computeCostUsd, computeSkewSeconds, computeTimes } from '../../../src/actions/game-day/measure/times.ts';
import { drillSeconds } from '../../../src/actions/game-day/preflight/facts.ts';
import { computeScene } from '../../../src/actions/game-day/scene.ts';
import { watchedAlarms } from '../../../src/actions/game-day/watched-alarms.ts';
import { drills } from '../../../src/drills/index.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { Experiment } from '../../../src/ports/experiments.ts';
import { pointsOf } from '../../../src/ports/points.ts';
import { alarmNames, resources, zones } from './support/stage.ts';

const scene = computeScene(resources, 'staging', 'eu-west-2');
if (!scene) throw new Error('the stage has a platform');

describe('the scene', () => {
  test('is told by tags and ARNs', () => {
    const { places: _, subnets, ...names } = scene;
    expect(names).toMatchInlineSnapshot(`
{
  "alertsTopicArn": "arn:aws:sns:eu-west-2:123456789012:assess-staging-alerts",
  "cache": {
    "arn": "arn:aws:elasticache:eu-west-2:123456789012:replicationgroup:assess-staging",
    "name": "assess-staging",
  },
  "database": {
    "arn": "arn:aws:rds:eu-west-2:123456789012:cluster:assess-staging",
    "name": "assess-staging",
  },
  "environment": "staging",
  "loadBalancerArn": "arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/assess-staging/1",
  "service": {
    "cluster": "assess-staging",
    "service": "assess-staging-app",
  },
  "streamArn": "arn:aws:kinesis:eu-west-2:123456789012:stream/assess-staging-events",
  "vpcId": "vpc-1",
  "zones": [
    "eu-west-2a",
    "eu-west-2b",
    "eu-west-2c",
  ],
}
`);
    expect(subnets).toContainEqual({
      id: 'subnet-data-b',
      arn: 'arn:aws:ec2:eu-west-2:123456789012:subnet/subnet-data-b',
      zone: zones[1],
      tier: 'data',
    });
  });

  test('is none without a platform, or without a service', () => {
    expect(computeScene([], 'staging', 'eu-west-2')).toBeUndefined();
    expect(
      computeScene(
        resources.filter(({ tags }) => tags.Layer === 'platform'),
        'staging',
        'eu-west-2',
      ),
    ).toBeUndefined();
  });

  test('has its alarms by name, and those that stop the template', () => {
    expect(watchedAlarms(catalogue, scene)).toEqual(alarmNames);
    const template = { stopAlarmArns: ['arn:aws:cloudwatch:eu-west-2:123456789012:alarm:assess-staging-more'] };
    expect(watchedAlarms(catalogue, scene, template)).toContain('assess-staging-more');
    // Also where a place is not there that the alarm is measured at.
    expect(watchedAlarms(catalogue, { ...scene, places: { platform: {}, service: {} } })).toEqual(alarmNames);
  });
});

describe('a KPI in windows', () => {
  const placed = placeKpi(catalogue, scene, 'edge-5xx-rate');
  const [instance] = placed?.instances ?? [];
  const from = Date.UTC(2026, 0, 31, 12);
  const span = (minutes: number) => ({ from: new Date(from), to: new Date(from + minutes * 60_000) });
  /** One value a minute; a minute without requests has none. */
  const answers = (errors: readonly number[], requests: readonly (number | undefined)[]) => {
    const known = (values: readonly (number | undefined)[]) => {
      const rows = values.flatMap((value, minute) => (value === undefined ? [] : [{ at: from + minute * 60_000, value }]));
      return {
        kind: 'data' as const,
        points: pointsOf(
          rows.map(({ at }) => at),
          rows.map(({ value }) => value),
        ),
      };
    };
    const queries = placed ? queriesFor([placed]) : [];
    return new Map(queries.map(({ id, metric }) => [id, known(metric.name === 'RequestCount' ? requests : errors)]));
  };
  const windows = (errors: readonly number[], requests: readonly (number | undefined)[], windowSeconds: number) => {
    if (!placed || !instance) throw new Error('the catalogue has this KPI');
    const { values, gaps } = computeWindows(instance.measure, 60, answers(errors, requests), {
      span: span(requests.length),
      windowSeconds,
    });
    return { values: values.map(({ value }) => Math.round(value * 10) / 10), gaps };
  };

  test('is taken over every window of that length', () => {
    expect(windows([0, 0, 30, 0, 0, 0], [300, 300, 270, 300, 300, 300], 300)).toEqual({ values: [2, 2], gaps: 0 });
  });

  test('a shorter excursion is spread over its window', () => {
    const minutes = Array.from({ length: 10 }, () => 270);
    expect(worstOf(windows([0, 0, 30], minutes, 60).values, 'low')).toBe(10);
    expect(worstOf(windows([0, 0, 30], minutes, 300).values, 'low')).toBe(2.2);
  });

  test('has gaps where too little was measured', () => {
    expect(windows([], [300, 300, undefined, undefined, undefined, 300], 300)).toEqual({ values: [], gaps: 2 });
    expect(windows([], [300, undefined, 300], 60)).toEqual({ values: [0, 0], gaps: 1 });
  });

  test.each([
    [6, 5, 'low', true],
    [5, 5, 'low', false],
    [1, 2, 'high', true],
    [2, 2, 'high', false],
  ] as const)('%d beside %d, where %s is good', (value, tolerated, good, isBad) => {
    expect(isBeyond(value, tolerated, good)).toBe(isBad);
  });

  test('is told zone by zone where the catalogue has a row for that', () => {
    const twinOf = (id: string) => catalogue.kpis.flatMap((kpi) => (kpi.id === id ? [zonalTwin(catalogue, kpi)?.id] : []))[0];
    expect(['errors', 'targets-5xx-rate', 'zone-errors', 'edge-latency'].map(twinOf)).toEqual([
      'zone-errors',
      'zone-errors',
      'zone-errors',
      undefined,
    ]);
  });
});

describe('times', () => {
  const at = (clock: string) => `2026-01-31T${clock}.000Z`;
  const experiment: Experiment = {
    id: 'EXP1',
    templateId: 'EXT1',
    status: 'stopped',
    reason: '',
    createdAt: at('12:00:00'),
    endedAt: at('12:05:00'),
    actions: [
      {
        name: 'look',
        actionId: 'aws:cloudwatch:assert-alarm-state',
        status: 'completed',
        startedAt: at('12:00:05'),
        endedAt: at('12:00:06'),
      },
      {
        name: 'fence',
        actionId: 'aws:network:disrupt-connectivity',
        status: 'stopped',
        startedAt: at('12:00:10'),
        endedAt: at('12:05:00'),
      },
      { name: 'shift', actionId: 'aws:arc:start-zonal-autoshift', status: 'cancelled' },
    ],
    tags: {},
  };
  const facts = {
    experiment,
    transitions: [{ name: 'edge', at: at('12:04:00'), from: 'OK', to: 'ALARM' }] as const,
    abort: {
      because: 'alarm',
      words: '',
      alarm: 'edge',
      alarmAt: at('12:04:00'),
      decidedAt: at('12:04:03'),
      requestedAt: at('12:04:04'),
    } as const,
    recovery: [
      { check: 'alarms-ok', status: 'ok', words: '', at: at('12:09:00') },
      { check: 'tasks-balanced', status: 'ok', words: '', at: at('12:07:00') },
    ] as const,
    clockSkewSeconds: 0,
  };

  test('are from fault to alarm, from alarm to request and end, and from the end to the last recovery', () => {
    expect(computeTimes(facts)).toEqual({ detectSeconds: 230, abortSeconds: 4, stopSeconds: 60, recoverSeconds: 240 });
  });

  test("are AWS's, also where our clock is wrong", () => {
    expect(computeTimes({ ...facts, clockSkewSeconds: 2 })).toMatchObject({
      detectSeconds: 230,
      abortSeconds: 6,
      recoverSeconds: 242,
    });
  });

  test('of what did not happen are not told', () => {
    expect(computeTimes({ ...facts, transitions: [], abort: undefined, recovery: [] })).toEqual({});
    expect(
      computeTimes({ ...facts, recovery: [...facts.recovery, { check: 'cache-available', status: 'bad', words: '' }] }),
    ).not.toHaveProperty('recoverSeconds');
  });

  test.each([
    ['within its answer', at('12:00:01'), 0],
    ['within the second', '2026-01-31T12:00:00Z', 0],
    ['ahead', at('12:01:02'), 60],
    ['behind', at('11:59:30'), -30],
  ])('the clock of AWS is %s', (_what, told, skew) => {
    expect(computeSkewSeconds(told, new Date('2026-01-31T12:00:00.400Z'), new Date(at('12:00:02')))).toBe(skew);
  });

  test('an action costs ten cents a minute that it has begun', () => {
    expect(computeCostUsd(experiment)).toBe(0.6);
    expect(computeCostUsd(undefined)).toBe(0);
  });

  test('a drill lasts as long as the longest chain of its actions', () => {
    expect(Object.fromEntries(drills.map((drill) => [drill.id, drillSeconds(drill)]))).toEqual({
      'aurora-failover': 600,
      'az-failure': 600,
      'kinesis-throttle': 600,
      'redis-az-power': 600,
      'task-loss': 600,
    });
  });
});

// The metrics that a rehearsal stages: all of the catalogue, plausible, the same each time.
import { expect, test } from '@jest/globals';
import type { Metric } from '../../../src/define/kpi.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { metricsOf } from '../../../src/kpis/measure.ts';
import { plausible } from '../../../src/rehearsal/metrics/plausible.ts';
import { samplesOf } from '../../../src/rehearsal/metrics/samples.ts';
import { planPuts } from '../../../src/rehearsal/metrics/seed.ts';

const metric = (namespace: string, name: string, of = 'one'): Metric<string> => {
  return { namespace, name, dimensions: { of }, statistic: 'Sum' };
};
const window = { from: new Date('2026-03-01T11:00:00Z'), to: new Date('2026-03-01T12:00:00Z') };
const durations = metric('AWS/ApplicationELB', 'TargetResponseTime');

test('there is a pattern for each metric of the catalogue, and no other', () => {
  const names = (found: readonly (readonly [string, string])[]) => [...new Set(found.map((each) => each.join(' ')))].sort();
  const used = [
    ...catalogue.kpis.flatMap((kpi) => metricsOf<unknown>(kpi.measure)),
    ...catalogue.slos.flatMap(({ bad, all }) => [bad, all]),
  ].map(({ namespace, name }) => [namespace, name] as const);
  const known = Object.entries(plausible).flatMap(([namespace, of]) => Object.keys(of).map((name) => [namespace, name] as const));
  expect(names(known)).toEqual(names(used));
});

test.each([
  ['AWS/ECS', 'MemoryUtilization', [47.31, 47.94, 48.05]],
  ['ECS/ContainerInsights', 'RunningTaskCount', [2, 2, 2]],
  ['AWS/ApplicationELB', 'RequestCount', [233, 251, 232]],
  ['AWS/ElastiCache', 'CacheMisses', [20, 21, 21]],
  ['AWS/SQS', 'ApproximateNumberOfMessagesVisible', [0, 0, 0]],
])('%s %s', (namespace, name, values) => {
  const drawn = [0, 1, 2].map((minute) => samplesOf(metric(namespace, name), 'good', minute)?.values[0]);
  expect(drawn).toEqual(values);
});

test('errors are silent in most minutes where AWS is, and 0 where it tells 0', () => {
  const minutes = Array.from({ length: 240 }, (_, minute) => minute);
  const told = (name: string, namespace: string) =>
    minutes.map((minute) => samplesOf(metric(namespace, name), 'good', minute)?.values[0]);
  const [silent, zero] = [told('HTTPCode_Target_5XX_Count', 'AWS/ApplicationELB'), told('5XXError', 'AWS/ApiGateway')];
  expect(new Set(silent)).toEqual(new Set([undefined, 1]));
  expect(new Set(zero)).toEqual(new Set([0, 1]));
});

test('there are as many durations as requests', () => {
  for (const minute of [0, 1, 30]) {
    const [requests] = samplesOf(metric('AWS/ApplicationELB', 'RequestCount'), 'good', minute)?.values ?? [];
    const counts = samplesOf(durations, 'good', minute)?.counts ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(requests);
  }
});

test('a slow release takes four times as long for the same requests', () => {
  const [good, slow] = [samplesOf(durations, 'good', 5), samplesOf(durations, 'slow', 5)];
  expect(slow?.counts).toEqual(good?.counts);
  for (const [index, value] of (slow?.values ?? []).entries()) expect(value / (good?.values[index] ?? 0)).toBeCloseTo(4, 1);
});

test('nobody said what others look like', () => {
  expect(() => samplesOf(metric('AWS/EC2', 'CPUUtilization'), 'good', 0)).toThrow(
    'nobody said what AWS/EC2 CPUUtilization looks like',
  );
});

test('one datum a minute and metric, in requests that AWS would take', () => {
  const lag = (of: string) => metric('AWS/RDS', 'AuroraReplicaLagMaximum', of);
  const good = [durations, ...['a', 'b', 'c', 'd'].map(lag), { ...lag('a'), statistic: 'p99' as const }];
  const seeds = [
    ...good.map((each) => ({ metric: each, shape: 'good' }) as const),
    { metric: lag('e'), shape: 'silent' } as const,
  ];
  const puts = planPuts(seeds, window);
  expect(puts.map(({ namespace, data }) => [namespace, data.length])).toEqual([
    ['AWS/ApplicationELB', 60],
    ['AWS/RDS', 200],
    ['AWS/RDS', 40],
  ]);
  expect(puts[1]?.data[1]).toEqual({
    MetricName: 'AuroraReplicaLagMaximum',
    Dimensions: [{ Name: 'of', Value: 'a' }],
    Timestamp: new Date('2026-03-01T11:01:00Z'),
    Values: [expect.any(Number)],
    Counts: [1],
  });
  for (const { data } of puts) {
    expect(JSON.stringify(data).length).toBeLessThan(1_000_000);
    for (const { Values = [], Counts } of data) {
      expect(Values.length).toBeLessThanOrEqual(150);
      expect(Counts).toHaveLength(Values.length);
    }
  }
});

test('the same at any time of the day', () => {
  const values = (from: string, to: string) =>
    planPuts([{ metric: durations, shape: 'good' }], { from: new Date(from), to: new Date(to) }).flatMap(({ data }) =>
      data.map(({ Values }) => Values),
    );
  expect(values('2026-03-01T11:00:00Z', '2026-03-01T11:05:00Z')).toEqual(values('2026-04-09T03:17:00Z', '2026-04-09T03:22:00Z'));
});

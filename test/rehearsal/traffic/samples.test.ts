// What CloudWatch is told of a minute.
import { describe, expect, test } from '@jest/globals';
import type { Metric } from '../../../src/define/kpi.ts';
import { computeConditions, type TrafficFacts } from '../../../src/rehearsal/traffic/conditions.ts';
import { trafficSamples } from '../../../src/rehearsal/traffic/samples.ts';

const facts: TrafficFacts = { zones: ['a', 'b'], tasksByZone: { a: 2, b: 2 }, desiredTasks: 4, faults: [], badShare: 0 };
const calm = computeConditions(facts);
const noTasks = computeConditions({ ...facts, tasksByZone: {} });
const fenced = computeConditions({ ...facts, faults: [{ kind: 'network', zone: 'a', resource: '' }] });
const bad = computeConditions({ ...facts, badShare: 1 });

const elb = (name: string, dimensions: Readonly<Record<string, string>> = { LoadBalancer: 'app/x' }): Metric<string> => ({
  namespace: 'AWS/ApplicationELB',
  name,
  dimensions,
  statistic: 'Sum',
});

describe('a minute of requests', () => {
  test.each([
    ['calm, none fails', calm, 'HTTPCode_Target_5XX_Count', undefined],
    ['of a bad release, half of them fail', bad, 'HTTPCode_Target_5XX_Count', 120],
    ['without tasks, none reaches one', noTasks, 'RequestCount', undefined],
    ['without tasks, the load balancer refuses all', noTasks, 'HTTPCode_ELB_5XX_Count', 240],
    ['without tasks, nobody is timed', noTasks, 'TargetResponseTime', undefined],
    ['in a fenced zone, tasks are unhealthy', fenced, 'UnHealthyHostCount', 2],
  ])('%s', (_what, conditions, name, value) => {
    expect(trafficSamples(elb(name), conditions, 1)?.values[0]).toBe(value);
  });

  test('is shared among the zones', () => {
    const inZone = (zone: string) =>
      trafficSamples(elb('RequestCount', { LoadBalancer: 'app/x', AvailabilityZone: zone }), fenced, 1);
    expect([inZone('a'), inZone('b')?.values]).toEqual([undefined, [240]]);
  });

  test('takes longer where tasks are busy', () => {
    const worst = (conditions: typeof calm) =>
      Math.max(...(trafficSamples(elb('TargetResponseTime'), conditions, 1)?.values ?? []));
    expect(worst(bad) / worst(calm)).toBeCloseTo(4);
  });
});

test('what nothing is broken of looks as on any other day', () => {
  const metric = { namespace: 'AWS/WAFV2', name: 'BlockedRequests', dimensions: { WebACL: 'x' }, statistic: 'Sum' } as const;
  expect(trafficSamples(metric, noTasks, 1)).toEqual(trafficSamples(metric, calm, 1));
});

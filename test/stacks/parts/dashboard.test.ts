import { describe, expect, test } from '@jest/globals';
import type { AlarmRow, Metric } from '../../../src/stacks/parts/alarms.ts';
import { dashboardBody } from '../../../src/stacks/parts/dashboard.ts';

const requests: Metric = {
  namespace: 'AWS/ApplicationELB',
  name: 'RequestCount',
  dimensions: { LoadBalancer: 'lb' },
  statistic: 'Sum',
};
const errors: Metric = { ...requests, name: 'Errors' };
const shared = { about: 'Why', periodSeconds: 60, periods: 5, datapoints: 3, whenMissing: 'breaching' } as const;

const rows: readonly AlarmRow[] = [
  { ...shared, id: 'plain', measure: requests, breach: { below: 1 } },
  { ...shared, id: 'rate', measure: { part: errors, whole: requests, atLeast: 20 }, breach: { above: 5 } },
  { ...shared, id: 'gap', measure: { minuend: requests, subtrahend: errors }, breach: { above: 0 } },
  { ...shared, id: 'second line', measure: requests, breach: { above: 9 } },
];

const { widgets } = JSON.parse(dashboardBody({ rows, alarmArns: ['arn:a', 'arn:b'], region: 'eu-west-2' }));
const [alarms, ...graphs] = widgets;

test('the state of all alarms stands on top', () => {
  expect(alarms).toEqual({
    type: 'alarm',
    x: 0,
    y: 0,
    width: 24,
    height: 3,
    properties: { title: 'Alarms', alarms: ['arn:a', 'arn:b'] },
  });
});

test('three graphs stand in a line, below the alarms', () => {
  expect(graphs.map(({ x, y, width }: Record<string, number>) => [x, y, width])).toEqual([
    [0, 3, 8],
    [8, 3, 8],
    [16, 3, 8],
    [0, 8, 8],
  ]);
});

describe('a graph', () => {
  test.each([
    ['a metric', 0, [['AWS/ApplicationELB', 'RequestCount', 'LoadBalancer', 'lb', { stat: 'Sum' }]]],
    [
      'a rate, which is drawn alone',
      1,
      [
        [{ expression: 'IF(whole > 20, 100 * part / whole, 0)', label: 'Errors (%)', id: 'result' }],
        ['AWS/ApplicationELB', 'Errors', 'LoadBalancer', 'lb', { stat: 'Sum', id: 'part', visible: false }],
        ['AWS/ApplicationELB', 'RequestCount', 'LoadBalancer', 'lb', { stat: 'Sum', id: 'whole', visible: false }],
      ],
    ],
    [
      'both sides of a difference',
      2,
      [
        ['AWS/ApplicationELB', 'RequestCount', 'LoadBalancer', 'lb', { stat: 'Sum' }],
        ['AWS/ApplicationELB', 'Errors', 'LoadBalancer', 'lb', { stat: 'Sum' }],
      ],
    ],
  ])('shows %s', (_what, index, metrics) => {
    expect(graphs[index].properties.metrics).toEqual(metrics);
  });

  test.each([
    [0, 1],
    [1, 5],
  ])('%i has its threshold drawn in: %i', (index, value) => {
    expect(graphs[index].properties.annotations).toEqual({ horizontal: [{ label: 'alarm', value }] });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Metric } from '../../../src/define/kpi.ts';
import type { Graph } from '../../../src/kpis/graphs.ts';
import { dashboardBody } from '../../../src/stacks/parts/dashboard.ts';

const requests: Metric<string> = {
  namespace: 'AWS/ApplicationELB',
  name: 'RequestCount',
  dimensions: { LoadBalancer: 'lb' },
  statistic: 'Sum',
};
const errors: Metric<string> = { ...requests, name: 'Errors' };

const plain: Graph = {
  title: 'Requests',
  unit: 'Count',
  periodSeconds: 60,
  series: [{ label: 'Requests', measure: { kind: 'metric', metric: requests } }],
  lines: [{ label: 'alarm', value: 1 }],
};
const rate = { kind: 'percentage', part: errors, whole: requests, atLeast: 20 } as const;
const graphs: readonly Graph[] = [
  plain,
  { ...plain, series: [{ label: 'Rate', measure: rate }] },
  {
    ...plain,
    series: [
      { label: 'Rate (a)', measure: rate },
      { label: 'Rate (b)', measure: rate },
    ],
  },
  { ...plain, lines: [], bandOf: 4 },
];
const groups = [
  { title: 'Edge', graphs },
  { title: 'Service', graphs: [plain] },
];

const { widgets } = JSON.parse(dashboardBody({ groups, alarmArns: ['arn:a', 'arn:b'], region: 'eu-west-2' }));
const drawn = widgets.filter(({ type }: { type: string }) => type === 'metric');

test('the state of all alarms stands on top', () => {
  expect(widgets[0]).toEqual({
    type: 'alarm',
    x: 0,
    y: 0,
    width: 24,
    height: 3,
    properties: { title: 'Alarms', alarms: ['arn:a', 'arn:b'] },
  });
});

test('three graphs stand in a line, each group below its heading', () => {
  const places = widgets.map(({ type, x, y, width }: Record<string, number>) => [type, x, y, width].join(' '));
  expect(places).toEqual([
    'alarm 0 0 24',
    'text 0 3 24',
    'metric 0 4 8',
    'metric 8 4 8',
    'metric 16 4 8',
    'metric 0 9 8',
    'text 0 14 24',
    'metric 0 15 8',
  ]);
});

describe('a graph', () => {
  const line = (name: string, options: object) => ['AWS/ApplicationELB', name, 'LoadBalancer', 'lb', { stat: 'Sum', ...options }];
  const hidden = { visible: false };

  test.each([
    ['a metric', 0, [line('RequestCount', { id: 'value', label: 'Requests' })]],
    [
      'a rate, which is drawn alone',
      1,
      [
        [{ expression: 'IF(whole >= 20, 100 * part / whole, 0)', label: 'Rate', id: 'result' }],
        line('Errors', { id: 'part', ...hidden }),
        line('RequestCount', { id: 'whole', ...hidden }),
      ],
    ],
    [
      'several of a thing, each with ids of its own',
      2,
      [
        [{ expression: 'IF(whole_1 >= 20, 100 * part_1 / whole_1, 0)', label: 'Rate (a)', id: 'result_1' }],
        line('Errors', { id: 'part_1', ...hidden }),
        line('RequestCount', { id: 'whole_1', ...hidden }),
        [{ expression: 'IF(whole_2 >= 20, 100 * part_2 / whole_2, 0)', label: 'Rate (b)', id: 'result_2' }],
        line('Errors', { id: 'part_2', ...hidden }),
        line('RequestCount', { id: 'whole_2', ...hidden }),
      ],
    ],
    [
      'what is usual, as a band',
      3,
      [
        line('RequestCount', { id: 'value', label: 'Requests' }),
        [{ expression: 'ANOMALY_DETECTION_BAND(value, 4)', label: 'usual' }],
      ],
    ],
  ])('shows %s', (_what, index, metrics) => {
    expect(drawn[index].properties.metrics).toEqual(metrics);
  });

  test('has its lines drawn in', () => {
    expect(drawn[0].properties.annotations).toEqual({ horizontal: [{ label: 'alarm', value: 1 }] });
  });
});

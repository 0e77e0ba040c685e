// A dashboard from alarm rows: the state of all alarms on top, then one graph a row with its threshold drawn in.
import type { AlarmRow, Metric } from './alarms.ts';

export interface DashboardFacts {
  readonly rows: readonly AlarmRow[];
  readonly alarmArns: readonly string[];
  readonly region: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
export function dashboardBody({ rows, alarmArns, region }: DashboardFacts): string {
  const alarms = { type: 'alarm', x: 0, y: 0, width: 24, height: 3, properties: { title: 'Alarms', alarms: alarmArns } };
  const graphs = rows.map((row, index) => ({
    type: 'metric',
    x: (index % columns) * (24 / columns),
    y: 3 + Math.floor(index / columns) * graphHeight,
    width: 24 / columns,
    height: graphHeight,
    properties: {
      title: row.about,
      region,
      period: row.periodSeconds,
      metrics: metricsOf(row),
      annotations: { horizontal: [{ label: 'alarm', value: 'above' in row.breach ? row.breach.above : row.breach.below }] },
    },
  }));
  return JSON.stringify({ widgets: [alarms, ...graphs] });
}

const columns = 3;
const graphHeight = 5;

function metricsOf({ measure }: AlarmRow): readonly unknown[] {
  if ('part' in measure) {
    const expression = {
      expression: `IF(whole > ${measure.atLeast}, 100 * part / whole, 0)`,
      label: `${measure.part.name} (%)`,
      id: 'result',
    };
    return [
      [expression],
      line(measure.part, { id: 'part', visible: false }),
      line(measure.whole, { id: 'whole', visible: false }),
    ];
  }
  if ('minuend' in measure) return [line(measure.minuend, {}), line(measure.subtrahend, {})];
  return [line(measure, {})];
}

function line(
  { namespace, name, dimensions, statistic }: Metric,
  options: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, ...options }];
}

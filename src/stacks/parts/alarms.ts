// One row an alarm: what is measured, when it is bad, and what silence means.
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import type { Construct } from 'constructs';

export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Average' | 'Minimum' | 'Maximum' | 'p99';
}

export interface AlarmRow {
  /** Last part of the alarm's name, and its construct id. */
  readonly id: string;
  readonly about: string;
  readonly measure: Metric | Percentage | Difference;
  readonly breach: { readonly above: number } | { readonly below: number };
  readonly periodSeconds: number;
  /** Alarm when `datapoints` of the last `periods` are bad. */
  readonly periods: number;
  readonly datapoints: number;
  /** Counts of errors are silent when all is well; heartbeats are silent when something died. */
  readonly whenMissing: 'notBreaching' | 'breaching';
}

/** `part` as a percentage of `whole`, and 0 while there is too little of `whole` to tell. */
export interface Percentage {
  readonly part: Metric;
  readonly whole: Metric;
  readonly atLeast: number;
}

export interface Difference {
  readonly minuend: Metric;
  readonly subtrahend: Metric;
}

export interface AlarmsProps {
  readonly prefix: string;
  /** Told when an alarm starts and when it ends. */
  readonly topicArn: string;
}

export function alarm(scope: Construct, row: AlarmRow, { prefix, topicArn }: AlarmsProps): CloudwatchMetricAlarm {
  const [direction, threshold] =
    'above' in row.breach ? (['Greater', row.breach.above] as const) : (['Less', row.breach.below] as const);
  return new CloudwatchMetricAlarm(scope, row.id, {
    alarmName: `${prefix}-${row.id}`,
    alarmDescription: row.about,
    comparisonOperator: `${direction}ThanThreshold`,
    threshold,
    evaluationPeriods: row.periods,
    datapointsToAlarm: row.datapoints,
    treatMissingData: row.whenMissing,
    alarmActions: [topicArn],
    okActions: [topicArn],
    ...measured(row),
  });
}

function measured({ measure, periodSeconds }: AlarmRow) {
  if ('part' in measure) {
    const { part, whole, atLeast } = measure;
    const result = { expression: `IF(whole > ${atLeast}, 100 * part / whole, 0)`, label: `${part.name} (%)` };
    return { metricQuery: queries({ part, whole }, result, periodSeconds) };
  }
  if ('minuend' in measure) {
    const { minuend, subtrahend } = measure;
    const result = { expression: 'minuend - subtrahend', label: `${minuend.name} - ${subtrahend.name}` };
    return { metricQuery: queries({ minuend, subtrahend }, result, periodSeconds) };
  }
  const { namespace, name, dimensions, statistic } = measure;
  const how = statistic.startsWith('p') ? { extendedStatistic: statistic } : { statistic };
  return { namespace, metricName: name, dimensions, period: periodSeconds, ...how };
}

function queries(
  inputs: Readonly<Record<string, Metric>>,
  result: { readonly expression: string; readonly label: string },
  period: number,
): CloudwatchMetricAlarmMetricQuery[] {
  const read = Object.entries(inputs).map(([id, { namespace, name, dimensions, statistic }]) => ({
    id,
    returnData: false,
    metric: { namespace, metricName: name, dimensions, period, stat: statistic },
  }));
  return [...read, { id: 'result', ...result, returnData: true }];
}

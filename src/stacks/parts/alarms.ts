// Alarms as CloudWatch takes them: of one metric, of metric math, of a band around what is usual, and of other alarms.
import { CloudwatchCompositeAlarm } from '@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
  type CloudwatchMetricAlarmMetricQuery,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import type { Construct } from 'constructs';
import type { AlarmRow, CompositeRow } from '../../kpis/alarms.ts';
import { expressionOf, inputsOf } from '../../kpis/measure.ts';

export interface AlarmsProps {
  readonly prefix: string;
  /** Told when an alarm starts and when it ends. */
  readonly topicArn: string;
}

export function metricAlarm(scope: Construct, row: AlarmRow, { prefix, topicArn }: AlarmsProps): CloudwatchMetricAlarm {
  return new CloudwatchMetricAlarm(scope, row.id, {
    alarmName: `${prefix}-${row.id}`,
    alarmDescription: row.description,
    evaluationPeriods: row.periods,
    datapointsToAlarm: row.datapoints,
    treatMissingData: row.whenMissing,
    ...(row.tells && { alarmActions: [topicArn], okActions: [topicArn] }),
    ...compared(row),
    ...measured(row),
  });
}

/** @param names of the alarms that the row sums up, by their ids */
export function compositeAlarm(
  scope: Construct,
  { id, description, anyOf }: CompositeRow,
  { prefix, topicArn, names }: AlarmsProps & { readonly names: ReadonlyMap<string, string> },
): CloudwatchCompositeAlarm {
  const groups = anyOf.map((ids) => ids.map((each) => `ALARM("${names.get(each)}")`).join(' AND '));
  const isMixed = anyOf.length > 1 && anyOf.some((ids) => ids.length > 1);
  return new CloudwatchCompositeAlarm(scope, id, {
    alarmName: `${prefix}-${id}`,
    alarmDescription: description,
    alarmRule: groups.map((group) => (isMixed ? `(${group})` : group)).join(' OR '),
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}

function compared({
  breach,
}: AlarmRow): Pick<CloudwatchMetricAlarmConfig, 'comparisonOperator' | 'threshold' | 'thresholdMetricId'> {
  if ('aboveBandOf' in breach) return { comparisonOperator: 'GreaterThanUpperThreshold', thresholdMetricId: 'band' };
  if ('above' in breach) return { comparisonOperator: 'GreaterThanThreshold', threshold: breach.above };
  return { comparisonOperator: 'LessThanThreshold', threshold: breach.below };
}

function measured(row: AlarmRow): Partial<CloudwatchMetricAlarmConfig> {
  const { measure, breach, periodSeconds } = row;
  if (measure.kind !== 'metric' || 'aboveBandOf' in breach) return { metricQuery: queries(row) };
  const { namespace, name, dimensions, statistic } = measure.metric;
  const how = /^[A-Z][a-z]/.test(statistic) ? { statistic } : { extendedStatistic: statistic };
  return { namespace, metricName: name, dimensions, period: periodSeconds, ...how };
}

/** The result of the expression is compared; a band is, too, and is drawn around the first of them. */
function queries({ id, measure, breach, periodSeconds }: AlarmRow): CloudwatchMetricAlarmMetricQuery[] {
  const expression = expressionOf(measure);
  const hasBand = 'aboveBandOf' in breach;
  const read = Object.entries(inputsOf(measure)).map(([input, { namespace, name, dimensions, statistic }]) => ({
    id: input,
    returnData: hasBand && expression === undefined,
    metric: { namespace, metricName: name, dimensions, period: periodSeconds, stat: statistic },
  }));
  const compareTo = expression === undefined ? 'value' : 'result';
  return [
    ...read,
    ...(expression === undefined ? [] : [{ id: 'result', expression, label: id, returnData: true }]),
    ...(hasBand
      ? [
          {
            id: 'band',
            expression: `ANOMALY_DETECTION_BAND(${compareTo}, ${breach.aboveBandOf})`,
            label: 'usual',
            returnData: true,
          },
        ]
      : []),
  ];
}

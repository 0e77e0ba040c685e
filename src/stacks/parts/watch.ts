// Everything that watches a layer: its alarms, those that sum them up, and its dashboard.
import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import type { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import type { Construct } from 'constructs';
import type { Abortable, Layer } from '../../define/kpi.ts';
import { computeAlarms, type LayerFacts } from '../../kpis/alarms.ts';
import { computeGraphs } from '../../kpis/graphs.ts';
import { type AlarmsProps, compositeAlarm, metricAlarm } from './alarms.ts';
import { dashboardBody } from './dashboard.ts';

export interface WatchProps<L extends Layer> extends AlarmsProps {
  readonly facts: LayerFacts<L>;
  readonly region: string;
}

/** The alarms that break something off while they ring. */
export type AbortingAlarms = Readonly<Record<Abortable, readonly CloudwatchMetricAlarm[]>>;

/** Adds to the scope itself: the ids of the alarms are part of their addresses in the state. */
export function watch<L extends Layer>(scope: Construct, { facts, region, ...props }: WatchProps<L>): AbortingAlarms {
  const { alarms: rows, composites: summaries } = computeAlarms(facts);
  const made = rows.map((row) => ({ row, alarm: metricAlarm(scope, row, props) }));
  const names = new Map(made.map(({ row, alarm }) => [row.id, alarm.alarmName]));
  const composites = summaries.map((summary) => compositeAlarm(scope, summary, { ...props, names }));
  new CloudwatchDashboard(scope, 'dashboard', {
    dashboardName: props.prefix,
    dashboardBody: dashboardBody({
      groups: computeGraphs(facts),
      alarmArns: [...composites, ...made.map(({ alarm }) => alarm)].map(({ arn }) => arn),
      region,
    }),
  });
  const aborting = (what: Abortable) => made.flatMap(({ row, alarm }) => (row.aborts.includes(what) ? alarm : []));
  return { 'game-day': aborting('game-day'), deploy: aborting('deploy') };
}

// Alarms, the one alarm that means students notice, the dashboard and tracing.
import { CloudwatchCompositeAlarm } from '@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js';
import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import type { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { XrayGroup } from '@cdktf/provider-aws/lib/xray-group/index.js';
import { XraySamplingRule } from '@cdktf/provider-aws/lib/xray-sampling-rule/index.js';
import { Construct } from 'constructs';
import { alarm } from '../parts/alarms.ts';
import { dashboardBody } from '../parts/dashboard.ts';
import { alarmRows, studentImpact, type Watched } from './alarm-rows.ts';
import type { PlatformContext } from './context.ts';

export interface ObservabilityProps {
  readonly context: PlatformContext;
  readonly topicArn: string;
  readonly watched: Watched;
}

export class Observability extends Construct {
  /** The metric alarms that mean: students notice. */
  readonly studentImpactAlarms: readonly CloudwatchMetricAlarm[];

  constructor(scope: Construct, id: string, { context, topicArn, watched }: ObservabilityProps) {
    super(scope, id);
    const { prefix, region } = context;
    const rows = alarmRows(watched);
    const alarms = new Map(rows.map((row) => [row.id, alarm(this, row, { prefix, topicArn })]));
    this.studentImpactAlarms = studentImpact.flatMap((name) => alarms.get(name) ?? []);
    const impact = new CloudwatchCompositeAlarm(this, 'student-impact', {
      alarmName: `${prefix}-student-impact`,
      alarmDescription: 'Students notice: too many errors at the edge, in the services or in the API',
      alarmRule: this.studentImpactAlarms.map(({ alarmName }) => `ALARM("${alarmName}")`).join(' OR '),
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
    const alarmArns = [impact.arn, ...[...alarms.values()].map(({ arn }) => arn)];
    new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: prefix,
      dashboardBody: dashboardBody({ rows, alarmArns, region }),
    });
    this.#tracing(prefix);
  }

  #tracing(prefix: string): void {
    new XraySamplingRule(this, 'sampling', {
      ruleName: prefix,
      priority: 1000,
      version: 1,
      // At least 10 requests a second are traced in full, and 5 % of the rest.
      reservoirSize: 10,
      fixedRate: 0.05,
      host: '*',
      httpMethod: '*',
      resourceArn: '*',
      serviceName: `${prefix}*`,
      serviceType: '*',
      urlPath: '*',
    });
    new XrayGroup(this, 'slow-or-failing', {
      groupName: prefix,
      filterExpression: 'fault = true OR responsetime > 3',
    });
  }
}

// The service's alarms, the one alarm that means that it is in trouble, and its dashboard.
import { CloudwatchCompositeAlarm } from '@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js';
import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import { Construct } from 'constructs';
import { alarm } from '../parts/alarms.ts';
import { dashboardBody } from '../parts/dashboard.ts';
import { rollbackRows, serviceAlarmRows } from './alarm-rows.ts';
import type { ServiceContext } from './context.ts';

export class ServiceObservability extends Construct {
  /** Names of the alarms that turn a rollout back. */
  readonly rollbackAlarms: readonly string[];

  constructor(scope: Construct, id: string, context: ServiceContext, targetGroup: string) {
    super(scope, id);
    const { prefix, region, platform } = context;
    const topicArn = platform.text('alertsTopicArn');
    const rows = serviceAlarmRows({
      loadBalancer: platform.text('loadBalancerArnSuffix'),
      targetGroup,
      cluster: platform.text('clusterName'),
      // The name, not the resource: the service itself waits for these alarms.
      service: prefix,
    });
    const alarms = new Map(rows.map((row) => [row.id, alarm(this, row, { prefix, topicArn })]));
    this.rollbackAlarms = rollbackRows.flatMap((id) => alarms.get(id)?.alarmName ?? []);
    const trouble = new CloudwatchCompositeAlarm(this, 'trouble', {
      alarmName: `${prefix}-trouble`,
      alarmDescription: `${prefix} fails or is slow for its users`,
      alarmRule: this.rollbackAlarms.map((name) => `ALARM("${name}")`).join(' OR '),
      alarmActions: [topicArn],
      okActions: [topicArn],
    });
    new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: prefix,
      dashboardBody: dashboardBody({ rows, alarmArns: [trouble.arn, ...[...alarms.values()].map(({ arn }) => arn)], region }),
    });
  }
}

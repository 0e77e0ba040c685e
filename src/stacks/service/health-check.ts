// Every five minutes a task walks the way of a student: DNS, firewall, load balancer, TLS, application.
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule/index.js';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import { containerName, healthPath, type ServiceContext } from './context.ts';
import type { TaskRoles } from './roles.ts';

export interface HealthCheckProps {
  readonly context: ServiceContext;
  readonly roles: TaskRoles;
}

export class HealthCheck extends Construct {
  constructor(scope: Construct, id: string, props: HealthCheckProps) {
    super(scope, id);
    this.#schedule(props, this.#starter(props));
    this.#alert(props.context);
  }

  #starter({ context, roles }: HealthCheckProps): ServiceRole {
    const { prefix, accountId, platform } = context;
    return new ServiceRole(this, 'starter', {
      name: `${prefix}-health-check`,
      accountId,
      service: 'scheduler.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [
        // The schedule names no revision; what it starts has one.
        allow(['ecs:RunTask'], [newestTaskArn(context), `${newestTaskArn(context)}:*`], {
          ArnEquals: { 'ecs:cluster': platform.text('clusterArn') },
        }),
        allow(['ecs:TagResource'], taskArns(context), { StringEquals: { 'ecs:CreateAction': 'RunTask' } }),
        allow(['iam:PassRole'], [roles.execution.arn, roles.task.arn], {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        }),
        allow(['sqs:SendMessage'], platform.text('deadLetterQueueArn')),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], platform.text('keyArn')),
      ],
    });
  }

  #schedule({ context }: HealthCheckProps, starter: ServiceRole): void {
    const { prefix, platform, host } = context;
    const check = `wget -qO- --timeout=10 https://${host}${healthPath}`;
    new SchedulerSchedule(this, 'schedule', {
      name: `${prefix}-health-check`,
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: platform.text('keyArn'),
      target: {
        arn: platform.text('clusterArn'),
        roleArn: starter.arn,
        input: JSON.stringify({ containerOverrides: [{ name: containerName, command: ['/bin/sh', '-c', check] }] }),
        deadLetterConfig: { arn: platform.text('deadLetterQueueArn') },
        // The next check comes anyway: an old one is worth nothing.
        retryPolicy: { maximumEventAgeInSeconds: 240, maximumRetryAttempts: 2 },
        ecsParameters: {
          taskDefinitionArn: newestTaskArn(context),
          launchType: 'FARGATE',
          platformVersion: 'LATEST',
          taskCount: 1,
          group: checkGroup(context),
          propagateTags: 'TASK_DEFINITION',
          networkConfiguration: {
            subnets: platform.list('appSubnetIds'),
            securityGroups: [platform.text('appSecurityGroupId')],
            assignPublicIp: false,
          },
        },
      },
      dependsOn: [...starter.permissions],
    });
  }

  /** The schedule only knows whether a task started; how it ended is told by ECS. */
  #alert(context: ServiceContext): void {
    const { prefix, platform } = context;
    const failed = new CloudwatchEventRule(this, 'failed', {
      name: `${prefix}-health-check-failed`,
      description: `The scheduled check of ${prefix} did not end well`,
      eventPattern: JSON.stringify({
        source: ['aws.ecs'],
        'detail-type': ['ECS Task State Change'],
        detail: {
          clusterArn: [platform.text('clusterArn')],
          group: [checkGroup(context)],
          lastStatus: ['STOPPED'],
          // It ended badly, or did not even start.
          $or: [
            { containers: { name: [containerName], exitCode: [{ 'anything-but': 0 }] } },
            { stopCode: ['TaskFailedToStart'] },
          ],
        },
      }),
    });
    new CloudwatchEventTarget(this, 'tell', { rule: failed.name, targetId: 'alerts', arn: platform.text('alertsTopicArn') });
  }
}

function checkGroup({ service }: ServiceContext): string {
  return `health-check:${service}`;
}

/** Without a revision: always the newest, so that a new image does not touch the schedule. */
function newestTaskArn({ region, accountId, prefix }: ServiceContext): string {
  return `arn:aws:ecs:${region}:${accountId}:task-definition/${prefix}`;
}

function taskArns({ region, accountId, platform }: ServiceContext): string {
  return `arn:aws:ecs:${region}:${accountId}:task/${platform.text('clusterName')}/*`;
}

// The experiment that models the loss of one availability zone on Fargate, with alarms that stop it.
import { FisExperimentTemplate } from '@cdktf/provider-aws/lib/fis-experiment-template/index.js';
import { Construct } from 'constructs';
import { fromAccount, ServiceRole } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import { zoneLossActions, zoneLossTargets } from './zone-loss.ts';
import { type ExperimentScope, experimentStatements } from './zone-loss-permissions.ts';

export interface ResilienceProps extends ExperimentScope {
  readonly keyArn: string;
  /** Subnets of the zone that is lost. */
  readonly subnetArns: readonly string[];
  /** Must be OK at the start; any of them stops the experiment. */
  readonly stopAlarmArns: readonly string[];
}

export class Resilience extends Construct {
  readonly templateId: string;

  constructor(scope: Construct, id: string, props: ResilienceProps) {
    super(scope, id);
    const { context, stopAlarmArns } = props;
    const { prefix, accountId, region } = context;
    const zone = context.zones[0] as string;
    const logs = logGroup(this, 'logs', { name: `/aws/fis/${prefix}`, keyArn: props.keyArn });
    const experimenter = new ServiceRole(this, 'experimenter', {
      name: `${prefix}-fis`,
      accountId,
      service: 'fis.amazonaws.com',
      trustCondition: {
        ...fromAccount(accountId),
        ArnLike: { 'aws:SourceArn': `arn:aws:fis:${region}:${accountId}:experiment/*` },
      },
      statements: experimentStatements(props),
    });
    const template = new FisExperimentTemplate(this, 'zone-loss', {
      description: `${prefix}: ${zone} is lost`,
      roleArn: experimenter.arn,
      stopCondition: stopAlarmArns.map((value) => ({ source: 'aws:cloudwatch:alarm', value })),
      target: zoneLossTargets({ ...props, zone }),
      action: zoneLossActions({ zone, alarmArns: stopAlarmArns }),
      experimentOptions: {
        accountTargeting: 'single-account',
        // The writer may be in another zone: then there is nothing to fail over, which is not a mistake.
        // Whoever runs the drill compares the resolved targets with what it expects.
        emptyTargetResolutionMode: 'skip',
      },
      logConfiguration: { logSchemaVersion: 2, cloudwatchLogsConfiguration: { logGroupArn: `${logs.arn}:*` } },
      tags: { Name: `${prefix}-zone-loss` },
      dependsOn: [...experimenter.permissions],
    });
    this.templateId = template.id;
  }
}

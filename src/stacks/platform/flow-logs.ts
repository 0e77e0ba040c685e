// A record of who talked to whom in the VPC.
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log/index.js';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';

export interface FlowLogsProps {
  readonly context: PlatformContext;
  readonly vpcId: string;
  readonly keyArn: string;
}

export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, { context, vpcId, keyArn }: FlowLogsProps) {
    super(scope, id);
    const { prefix, accountId } = context;
    const logs = logGroup(this, 'logs', { name: `/aws/vpc/${prefix}`, keyArn });
    const writer = new ServiceRole(this, 'writer', {
      name: `${prefix}-flow-logs`,
      accountId,
      service: 'vpc-flow-logs.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [
        allow(
          ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogGroups', 'logs:DescribeLogStreams'],
          `${logs.arn}:*`,
        ),
      ],
    });
    new FlowLog(this, 'flow-log', {
      vpcId,
      trafficType: 'ALL',
      logDestinationType: 'cloud-watch-logs',
      logDestination: logs.arn,
      iamRoleArn: writer.arn,
    });
  }
}

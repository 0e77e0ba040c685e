// EventBridge itself starts GitHub's workflow for each change of an alarm: no code, and no coalescing either.
import { CloudwatchEventApiDestination } from '@cdktf/provider-aws/lib/cloudwatch-event-api-destination/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { Construct } from 'constructs';
import { allow, fromAccount, ServiceRole } from '../parts/iam.ts';
import type { AlarmForwardingProps } from './alarm-forwarding.ts';
import { alarmRule, retryPolicy } from './alarm-rule.ts';
import { dispatchVariables } from './stack-variable.ts';

/** What the workflow listens to. */
const eventType = 'alarm';

export class AlarmForwardingByDestination extends Construct {
  constructor(scope: Construct, id: string, { context, notifications }: AlarmForwardingProps) {
    super(scope, id);
    const { prefix, accountId, environment } = context;
    const { connectionArn, repository } = dispatchVariables(this);
    const gitHub = new CloudwatchEventApiDestination(this, 'github', {
      name: `${prefix}-alarms`,
      description: 'Starts the workflow of runbooks',
      connectionArn,
      // https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event
      invocationEndpoint: `https://api.github.com/repos/${repository}/dispatches`,
      httpMethod: 'POST',
      invocationRateLimitPerSecond: 1,
    });
    const caller = new ServiceRole(this, 'caller', {
      name: `${prefix}-alarm-caller`,
      accountId,
      service: 'events.amazonaws.com',
      trustCondition: fromAccount(accountId),
      statements: [allow(['events:InvokeApiDestination'], gitHub.arn)],
    });
    new CloudwatchEventTarget(this, 'tell', {
      rule: alarmRule(this, context).name,
      targetId: 'github',
      arn: gitHub.arn,
      roleArn: caller.arn,
      inputTransformer: {
        inputPaths: { name: '$.detail.alarmName', arn: '$.resources[0]', state: '$.detail.state.value', at: '$.time' },
        inputTemplate: `{"event_type":"${eventType}","client_payload":{"environment":"${environment}","alarms":[{"name":<name>,"arn":<arn>,"state":<state>,"at":<at>}]}}`,
      },
      deadLetterConfig: { arn: notifications.deadLetters.arn },
      retryPolicy,
      dependsOn: [...caller.permissions, notifications.acceptFromRules()],
    });
  }
}

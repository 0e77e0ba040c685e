// The rule that hears of the environment's alarms.
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import type { Construct } from 'constructs';
import type { PlatformContext } from './context.ts';

/** An alarm that lacks data has neither begun nor ended to ring. */
const told = ['ALARM', 'OK'];

/** What EventBridge could not deliver within a day ends in the dead letters. */
export const retryPolicy = { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 } as const;

/**
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
 * @param state `ENABLED`, or an expression that is one of both
 */
export function alarmRule(scope: Construct, { prefix }: PlatformContext, state = 'ENABLED'): CloudwatchEventRule {
  return new CloudwatchEventRule(scope, 'changes', {
    name: `${prefix}-alarm-changes`,
    description: 'An alarm of the environment has begun or ended to ring',
    state,
    eventPattern: JSON.stringify({
      source: ['aws.cloudwatch'],
      'detail-type': ['CloudWatch Alarm State Change'],
      detail: { alarmName: [{ prefix: `${prefix}-` }], state: { value: told } },
    }),
  });
}

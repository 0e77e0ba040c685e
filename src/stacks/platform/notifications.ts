// Where alarms go, and where messages end that nobody could take.
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { Construct } from 'constructs';
import { fromAccount, policy } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';

export class Notifications extends Construct {
  readonly topic: SnsTopic;
  readonly deadLetters: SqsQueue;

  constructor(scope: Construct, id: string, { prefix, accountId }: PlatformContext, keyArn: string) {
    super(scope, id);
    this.topic = new SnsTopic(this, 'alerts', { name: `${prefix}-alerts`, kmsMasterKeyId: keyArn });
    const publish = { Effect: 'Allow', Action: 'sns:Publish', Resource: this.topic.arn } as const;
    new SnsTopicPolicy(this, 'alerts-policy', {
      arn: this.topic.arn,
      policy: policy(
        { ...publish, Sid: 'Alarms', Principal: { Service: 'cloudwatch.amazonaws.com' }, Condition: fromAccount(accountId) },
        // EventBridge does not say on whose behalf it publishes: with a condition it would be silent.
        // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
        { ...publish, Sid: 'Events', Principal: { Service: 'events.amazonaws.com' } },
      ),
    });
    this.deadLetters = new SqsQueue(this, 'dead-letters', {
      name: `${prefix}-dead-letters`,
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: 14 * 24 * 3600,
    });
  }
}

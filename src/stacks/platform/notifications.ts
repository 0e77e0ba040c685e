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
    new SnsTopicPolicy(this, 'alerts-policy', {
      arn: this.topic.arn,
      policy: policy({
        Sid: 'AlarmsAndEvents',
        Effect: 'Allow',
        Principal: { Service: ['cloudwatch.amazonaws.com', 'events.amazonaws.com'] },
        Action: 'sns:Publish',
        Resource: this.topic.arn,
        Condition: fromAccount(accountId),
      }),
    });
    this.deadLetters = new SqsQueue(this, 'dead-letters', {
      name: `${prefix}-dead-letters`,
      kmsMasterKeyId: keyArn,
      messageRetentionSeconds: 14 * 24 * 3600,
    });
  }
}

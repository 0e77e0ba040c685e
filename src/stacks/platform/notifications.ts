// Where alarms go, and where messages end that nobody could take.
import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { Construct } from 'constructs';
import { fromAccount, policy } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';

export class Notifications extends Construct {
  readonly topic: SnsTopic;
  readonly deadLetters: SqsQueue;
  readonly #context: PlatformContext;
  #rulesPolicy: SqsQueuePolicy | undefined;

  constructor(scope: Construct, id: string, context: PlatformContext, keyArn: string) {
    super(scope, id);
    this.#context = context;
    const { prefix, accountId } = context;
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

  /** Lets EventBridge put in what a rule of the environment could not deliver. A queue has one policy, whoever asks for it first. */
  acceptFromRules(): SqsQueuePolicy {
    const { region, accountId, prefix } = this.#context;
    this.#rulesPolicy ??= new SqsQueuePolicy(this, 'dead-letter-access', {
      queueUrl: this.deadLetters.id,
      policy: policy({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: this.deadLetters.arn,
        Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:events:${region}:${accountId}:rule/${prefix}-*` } },
      }),
    });
    return this.#rulesPolicy;
  }
}

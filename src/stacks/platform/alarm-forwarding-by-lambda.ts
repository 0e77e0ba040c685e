// Alarms wait in a queue, and a function tells GitHub of them in batches: rule, queue, table, secret, function, in that order.
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table/index.js';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping/index.js';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { Construct } from 'constructs';
import { policy } from '../parts/iam.ts';
import { AlarmForwarder, functionSeconds, mostAtOnce } from './alarm-forwarder.ts';
import type { AlarmForwardingProps } from './alarm-forwarding.ts';
import { alarmRule, retryPolicy } from './alarm-rule.ts';
import { stackVariable } from './stack-variable.ts';

/** A batch ends with so many alarms, or after so long: a storm becomes a few calls, and a single alarm does not wait long. */
const batch = { alarms: 100, seconds: 20 } as const;
/** Then it is a dead letter, which rings: see docs/alarms-to-github.md. */
const mostTries = 5;

const appIdVariable = 'github_app_id';

/** The names of the App that GitHub hears of alarms from; without them nothing is forwarded, and nothing piles up. */
export interface AppVariables {
  readonly appId: string;
  readonly installationId: string;
  readonly repository: string;
}

export class AlarmForwardingByLambda extends Construct {
  constructor(scope: Construct, id: string, props: AlarmForwardingProps) {
    super(scope, id);
    const app = this.#app();
    const queue = this.#queue(props);
    this.#hear(props, queue);
    const forwarder = new AlarmForwarder(this, 'forwarder', {
      ...props,
      app,
      queue,
      table: this.#table(props),
      key: this.#key(props),
    });
    new LambdaEventSourceMapping(this, 'batches', {
      eventSourceArn: queue.arn,
      functionName: forwarder.arn,
      batchSize: batch.alarms,
      maximumBatchingWindowInSeconds: batch.seconds,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Without it the pollers would fetch more than the function may take: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
      scalingConfig: { maximumConcurrency: mostAtOnce },
      dependsOn: [...forwarder.permissions],
    });
  }

  #app(): AppVariables {
    const optional = (name: string, description: string, form: string) =>
      stackVariable(this, name, {
        description: `${description}; empty: GitHub is not told of alarms`,
        pattern: `^$|${form}`,
        default: '',
      });
    return {
      appId: optional(appIdVariable, 'Id of the GitHub App that tells of alarms', '^[0-9]+$'),
      installationId: optional('github_app_installation_id', 'Id of its installation', '^[0-9]+$'),
      repository: optional(
        'github_app_repository',
        'The repository whose workflow it starts: owner/name',
        '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$',
      ),
    };
  }

  #queue({ context: { prefix }, keyArn, notifications }: AlarmForwardingProps): SqsQueue {
    return new SqsQueue(this, 'queue', {
      name: `${prefix}-alarm-changes`,
      kmsMasterKeyId: keyArn,
      // Six times what the function may take, and the window: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeoutSeconds: 6 * functionSeconds + batch.seconds,
      messageRetentionSeconds: 4 * 24 * 3600,
      redrivePolicy: `{"deadLetterTargetArn":"${notifications.deadLetters.arn}","maxReceiveCount":${mostTries}}`,
    });
  }

  #hear({ context, notifications }: AlarmForwardingProps, queue: SqsQueue): void {
    const rule = alarmRule(this, context, `\${var.${appIdVariable} == "" ? "DISABLED" : "ENABLED"}`);
    const access = new SqsQueuePolicy(this, 'queue-access', {
      queueUrl: queue.id,
      policy: policy({
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queue.arn,
        Condition: { ArnEquals: { 'aws:SourceArn': rule.arn } },
      }),
    });
    new CloudwatchEventTarget(this, 'enqueue', {
      rule: rule.name,
      targetId: 'queue',
      arn: queue.arn,
      deadLetterConfig: { arn: notifications.deadLetters.arn },
      retryPolicy,
      dependsOn: [access, notifications.acceptFromRules()],
    });
  }

  /** What GitHub was told of; each record ends by itself. */
  #table({ context: { prefix, isProtected }, keyArn }: AlarmForwardingProps): DynamodbTable {
    return new DynamodbTable(this, 'table', {
      name: `${prefix}-alarm-changes`,
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [{ name: 'id', type: 'S' }],
      ttl: { attributeName: 'expires', enabled: true },
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      deletionProtectionEnabled: isProtected,
    });
  }

  /** Without a value: a person puts it, because the provider would keep it in the state. */
  #key({ context: { prefix, profile }, keyArn }: AlarmForwardingProps): SecretsmanagerSecret {
    return new SecretsmanagerSecret(this, 'key', {
      name: `${prefix}/github/app-key`,
      description: 'Private key of the GitHub App that tells of alarms, as PEM; put by a person, see docs/alarms-to-github.md',
      kmsKeyId: keyArn,
      recoveryWindowInDays: profile.isProtected ? 30 : 0,
    });
  }
}

// The bucket that the load balancer and the other buckets write their access logs to.
import type { Construct } from 'constructs';
import { fromAccount } from '../parts/iam.ts';
import { accessLogPrefix, PrivateBucket } from '../parts/private-bucket.ts';
import type { PlatformContext } from './context.ts';
import { bucketName, forceDestroy } from './storage.ts';

export const loadBalancerLogPrefix = 'alb';

export function accessLogBucket(scope: Construct, id: string, context: PlatformContext): PrivateBucket {
  const { accountId } = context;
  return new PrivateBucket(scope, id, {
    name: bucketName(context, 'access-logs'),
    keepDays: 365,
    forceDestroy: forceDestroy(context),
    statements: (bucketArn) => [
      {
        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
        Sid: 'LoadBalancer',
        Effect: 'Allow',
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${bucketArn}/${loadBalancerLogPrefix}/AWSLogs/${accountId}/*`,
      },
      {
        Sid: 'Buckets',
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: `${bucketArn}/${accessLogPrefix}*`,
        Condition: fromAccount(accountId),
      },
    ],
  });
}

// What every identity of CI may look at: how things are set up, never what is in them.
import { namePrefix } from '../names.ts';
import { allow, type Statement } from '../parts/iam.ts';

const services = [
  'acm',
  'application-autoscaling',
  'arc-zonal-shift',
  'athena',
  'cloudtrail',
  'cloudwatch',
  'ec2',
  'ecs',
  'elasticache',
  'elasticloadbalancing',
  'events',
  'firehose',
  'fis',
  'glue',
  'iam',
  'kms',
  'rds',
  'route53',
  'scheduler',
  'sns',
  'sqs',
  'ssm',
  'tag',
  'wafv2',
  'xray',
];

const secret = 'secretsmanager';

/** Their `Get` reads events and logs of students. */
const servicesWithoutGet = ['kinesis', 'logs'];

export function read(): readonly Statement[] {
  const looking = services.flatMap((service) => ['Describe', 'Get', 'List'].map((verb) => `${service}:${verb}*`));
  const listing = servicesWithoutGet.flatMap((service) => ['Describe', 'List'].map((verb) => `${service}:${verb}*`));
  return [
    allow([...looking, ...listing], '*'),
    allow(['apigateway:GET', 's3:GetBucket*', 's3:Get*Configuration', 's3:ListAllMyBuckets'], '*'),
    // The provider asks for a bucket with HeadBucket, which is this permission.
    allow(['s3:ListBucket'], `arn:aws:s3:::${namePrefix}-*`),
    allow(
      ['DescribeSecret', 'GetRandomPassword', 'GetResourcePolicy', 'ListSecretVersionIds'].map((name) => `${secret}:${name}`),
      '*',
    ),
  ];
}

/**
 * Provider 5 reads a secret even if it wrote it write-only: https://github.com/hashicorp/terraform-provider-aws/issues/42383 .
 * The proxy's password lets nobody in: clients of the proxy need an IAM token.
 */
export function readProxyPassword({
  accountId,
  region,
}: {
  readonly accountId: string;
  readonly region: string;
}): readonly Statement[] {
  return [
    allow([`${secret}:GetSecretValue`], `arn:aws:${secret}:${region}:${accountId}:secret:${namePrefix}-*/database/app-*`),
    allow(['kms:Decrypt'], '*', { StringEquals: { 'kms:ViaService': `${secret}.${region}.amazonaws.com` } }),
  ];
}

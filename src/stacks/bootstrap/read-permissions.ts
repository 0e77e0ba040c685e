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
  'lambda',
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

/** Their `Get` reads events and logs of students, and what functions know. */
const servicesWithoutGet = ['dynamodb', 'kinesis', 'logs'];

const looking = services.flatMap((service) => ['Describe', 'Get', 'List'].map((verb) => `${service}:${verb}*`));
const listing = servicesWithoutGet.flatMap((service) => ['Describe', 'List'].map((verb) => `${service}:${verb}*`));
const ofEverything = ['apigateway:GET', 's3:GetBucket*', 's3:Get*Configuration', 's3:ListAllMyBuckets'];
const ofSecrets = ['DescribeSecret', 'GetRandomPassword', 'GetResourcePolicy', 'ListSecretVersionIds'].map(
  (name) => `${secret}:${name}`,
);

/** Whether everybody of CI may make the call, of whatever there is. */
export function mayBeRead(call: string): boolean {
  const patterns = [...looking, ...listing, ...ofEverything, ...ofSecrets];
  return patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(call));
}

export function read(): readonly Statement[] {
  return [
    allow([...looking, ...listing], '*'),
    allow(ofEverything, '*'),
    // The provider asks for a bucket with HeadBucket, which is this permission.
    allow(['s3:ListBucket'], `arn:aws:s3:::${namePrefix}-*`),
    // The code of functions is an object that Terraform manages, and that lies in the repository for everybody to read.
    allow(['s3:GetObject', 's3:GetObjectTagging', 's3:GetObjectVersion'], `arn:aws:s3:::${namePrefix}-*-functions-*`),
    allow(ofSecrets, '*'),
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

// The two ceilings: what a workload's role can never do, and what a role of CI can never do.
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy/index.js';
import { Construct } from 'constructs';
import { calledAfter, namePrefix, workloadBoundaryName } from '../names.ts';
import { allow, policy, type Statement } from '../parts/iam.ts';

export interface BoundaryProps {
  readonly accountId: string;
  readonly region: string;
  /** How every name begins. */
  readonly prefix: string;
}

/** A boundary grants nothing by itself: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export class Boundaries extends Construct {
  readonly ciArn: string;
  readonly workloadArn: string;

  constructor(scope: Construct, id: string, { accountId, region, prefix }: BoundaryProps) {
    super(scope, id);
    const workload = new IamPolicy(this, 'workload', {
      name: workloadBoundaryName,
      description: 'Ceiling of every role that a platform or a service has',
      policy: calledAfter(prefix, policy(...workloadCeiling())),
    });
    const ci = new IamPolicy(this, 'ci', {
      name: 'opsdeck-ci-boundary',
      description: 'Ceiling of the roles that workflows take',
      policy: calledAfter(prefix, policy(...ciCeiling(accountId, region))),
    });
    this.workloadArn = workload.arn;
    this.ciArn = ci.arn;
  }
}

/** Services that workloads use; identities and organizations are not among them. */
const workloadServices = [
  'arc-zonal-shift',
  'cloudwatch',
  'ec2',
  'ecr',
  'ecs',
  'elasticache',
  'glue',
  'kinesis',
  'kms',
  'logs',
  'rds',
  'rds-db',
  's3',
  'secretsmanager',
  'sqs',
  'ssmmessages',
  'tag',
  'xray',
] as const;

/** Of services that workloads use for nothing else: faults of experiments, game days that start on the minute, alarms on their way. */
const workloadActions = [
  'autoscaling:DescribeTags',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'events:InvokeApiDestination',
  'events:PutEvents',
  'fis:InjectApiThrottleError',
] as const;

/** The environment of whoever asks; a doubled dollar sign keeps Terraform from reading it as its own. */
const ownEnvironment = '$${aws:PrincipalTag/Environment}';

function workloadCeiling(): readonly Statement[] {
  const withoutBuckets = workloadServices.filter((service) => service !== 's3');
  const ownBuckets = `arn:aws:s3:::${namePrefix}-${ownEnvironment}-*`;
  return [
    allow([...withoutBuckets.map((service) => `${service}:*`), ...workloadActions], '*'),
    // Buckets are told apart by name, everything else by tag; image layers lie in buckets of AWS.
    allow(['s3:*'], [ownBuckets, `${ownBuckets}/*`]),
    allow(['s3:GetObject'], 'arn:aws:s3:::prod-*-starport-layer-bucket/*'),
    {
      Sid: 'OwnEnvironment',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: {
        Null: { 'aws:ResourceTag/Environment': 'false' },
        StringNotEquals: { 'aws:ResourceTag/Environment': ownEnvironment },
      },
    },
    // The scheduler starts tasks, and hands them their roles.
    allow(['iam:PassRole'], `arn:aws:iam::*:role/${namePrefix}-*`, {
      StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
    }),
  ];
}

/** What CI manages beyond the workloads' services. */
const ciServices = [
  ...workloadServices,
  'acm',
  'apigateway',
  'application-autoscaling',
  'athena',
  'cloudtrail',
  'dynamodb',
  'elasticloadbalancing',
  'events',
  'firehose',
  'fis',
  'lambda',
  'route53',
  'scheduler',
  'sns',
  'ssm',
  'sts',
  'wafv2',
] as const;

function ciCeiling(accountId: string, region: string): readonly Statement[] {
  const iam = (path: string) => `arn:aws:iam::${accountId}:${path}`;
  return [
    allow(
      ciServices.map((service) => `${service}:*`),
      '*',
    ),
    allow(['iam:*'], iam(`role/${namePrefix}-*`)),
    allow(['iam:CreateServiceLinkedRole'], iam('role/aws-service-role/*')),
    allow(['iam:Get*', 'iam:List*'], '*'),
    {
      Sid: 'NoRoleWithoutCeiling',
      Effect: 'Deny',
      Action: ['iam:CreateRole', 'iam:PutRolePermissionsBoundary'],
      Resource: '*',
      Condition: { StringNotEquals: { 'iam:PermissionsBoundary': iam(`policy/${workloadBoundaryName}`) } },
    },
    { Sid: 'CeilingsStay', Effect: 'Deny', Action: ['iam:DeleteRolePermissionsBoundary'], Resource: '*' },
    {
      // Route 53, IAM and STS answer from us-east-1, whatever the region.
      Sid: 'OneRegion',
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*', 'route53:*', 's3:*', 'cloudtrail:*', 'tag:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': region } },
    },
  ];
}

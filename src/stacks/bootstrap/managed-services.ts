// The services that Terraform manages here: how each is read, and how a role is kept to names of its own.
import { workloadBoundaryName } from '../names.ts';
import { allow, type Statement } from '../parts/iam.ts';

/** Where a name is part of the ARN, it limits the role: one row a service, `<name>` stands for the pattern. */
const named: readonly (readonly [service: string, ...resources: string[]])[] = [
  ['athena', 'workgroup/<name>'],
  ['cloudtrail', 'trail/<name>'],
  ['cloudwatch', 'alarm:<name>'],
  ['ecs', 'cluster/<name>', 'service/<name>', 'task-definition/<name>'],
  ['elasticache', '*:<name>'],
  ['elasticloadbalancing', 'loadbalancer/app/<name>', 'targetgroup/<name>', 'listener/app/<name>', 'listener-rule/app/<name>'],
  ['events', 'rule/<name>'],
  ['firehose', 'deliverystream/<name>'],
  ['glue', 'catalog', 'database/*', 'table/*'],
  ['kinesis', 'stream/<name>'],
  ['logs', 'log-group:*<name>', 'log-group:*<name>:*'],
  ['rds', '*:<name>'],
  ['scheduler', 'schedule/*/<name>'],
  ['secretsmanager', 'secret:<name>', 'secret:rds!cluster-*'],
  ['sns', '<name>'],
  ['sqs', '<name>'],
  ['ssm', 'parameter/opsdeck/*'],
  ['wafv2', 'regional/webacl/<name>', 'regional/ipset/<name>', 'regional/managedruleset/*', 'regional/rulegroup/*'],
  ['xray', 'group/<name>/*', 'sampling-rule/<name>'],
];

/** Ids are given by AWS: here the kind of thing is what can be limited. */
const unnamed: readonly string[] = [
  'apigateway:DELETE',
  'apigateway:GET',
  'apigateway:PATCH',
  'apigateway:POST',
  'apigateway:PUT',
  'application-autoscaling:*Scal*',
  'application-autoscaling:*TagResource',
  'ec2:*Address*',
  'ec2:*FlowLogs',
  'ec2:*InternetGateway',
  'ec2:*NatGateway*',
  'ec2:*Route*',
  'ec2:*SecurityGroup*',
  'ec2:*Subnet*',
  'ec2:*Tags',
  'ec2:*Vpc*',
  'ecs:*TaskDefinition*',
  'fis:*ExperimentTemplate*',
  'fis:*TagResource',
  'kms:*Alias',
  'kms:*Key*',
  'kms:*Grant*',
  'kms:*TagResource',
  'logs:*LogDelivery',
  'logs:*ResourcePolicy',
  'secretsmanager:GetRandomPassword',
  'wafv2:*WebACL',
  'wafv2:*LoggingConfiguration',
];

/** Read by every role; no contents of buckets, no values of secrets. */
const readServices: readonly string[] = [
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
  'kinesis',
  'kms',
  'logs',
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

export function read(): readonly Statement[] {
  return [
    allow(
      readServices.flatMap((service) => ['Describe', 'Get', 'List'].map((verb) => `${service}:${verb}*`)),
      '*',
    ),
    allow(['apigateway:GET', 's3:GetBucket*', 's3:Get*Configuration', 's3:ListAllMyBuckets'], '*'),
    allow(
      [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetResourcePolicy',
        'secretsmanager:GetRandomPassword',
        'secretsmanager:ListSecretVersionIds',
      ],
      '*',
    ),
  ];
}

export interface ManagedScope {
  readonly accountId: string;
  readonly region: string;
}

/** @param names IAM pattern of the names that may be created, changed and deleted */
export function manage(names: string, { accountId, region }: ManagedScope): readonly Statement[] {
  const iam = (path: string) => `arn:aws:iam::${accountId}:${path}`;
  const roles = iam(`role/${names}`);
  const byName = named.map(([service, ...resources]) =>
    allow(
      [`${service}:*`],
      resources.map((resource) => `arn:aws:${service}:${region}:${accountId}:${resource.replace('<name>', names)}`),
    ),
  );
  return [
    ...byName,
    allow(['s3:*'], [`arn:aws:s3:::${names}`, `arn:aws:s3:::${names}/*`]),
    allow(['cloudwatch:*Dashboards'], `arn:aws:cloudwatch::${accountId}:dashboard/${names}`),
    allow(['route53:ChangeResourceRecordSets'], 'arn:aws:route53:::hostedzone/*'),
    allow(unnamed, '*', { StringEquals: { 'aws:RequestedRegion': region } }),
    allow(['iam:CreateRole', 'iam:PutRolePermissionsBoundary'], roles, {
      StringEquals: { 'iam:PermissionsBoundary': iam(`policy/${workloadBoundaryName}`) },
    }),
    allow(
      [
        'iam:*RolePolicy',
        'iam:DeleteRole',
        'iam:PassRole',
        'iam:TagRole',
        'iam:UntagRole',
        'iam:UpdateRole',
        'iam:UpdateAssumeRolePolicy',
      ],
      roles,
    ),
    allow(['iam:CreateServiceLinkedRole'], iam('role/aws-service-role/*')),
  ];
}

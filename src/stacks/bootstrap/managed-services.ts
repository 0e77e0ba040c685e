// The services that Terraform manages here, and how a role is kept to the names that are its own.
import { namePrefix, workloadBoundaryName } from '../names.ts';
import { allow, type Condition, type Statement } from '../parts/iam.ts';

/** What a role may manage, by name; `*` in it is IAM's. */
export interface Reach {
  readonly names: string;
  readonly glueNames: string;
  readonly parameters: string;
  readonly records?: Condition;
  /** Also what only environments that live have: functions, and tables of theirs. */
  readonly hosts?: true;
}

export const allEnvironments: Reach = {
  names: `${namePrefix}-*`,
  glueNames: `${namePrefix}_*`,
  parameters: 'opsdeck/*',
  hosts: true,
};

/** Previews are told apart by the pull request's name in theirs. */
export const previewsOnly: Reach = {
  names: `${namePrefix}-*pr-*`,
  glueNames: `${namePrefix}_*pr_*`,
  parameters: 'opsdeck/pr-*/*',
  records: { 'ForAllValues:StringLike': { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['pr-*'] } },
};

/** Where a name is part of the ARN, it limits the role: one row a service. */
const named: readonly (readonly [service: string, ...resources: string[]])[] = [
  ['athena', 'workgroup/<name>'],
  ['cloudtrail', 'trail/<name>'],
  ['cloudwatch', 'alarm:<name>'],
  ['ecs', 'cluster/<name>', 'service/<name>', 'task-definition/<name>'],
  ['elasticache', '*:<name>'],
  ['elasticloadbalancing', 'loadbalancer/app/<name>', 'targetgroup/<name>', 'listener/app/<name>', 'listener-rule/app/<name>'],
  ['events', 'rule/<name>', 'event-bus/<name>', 'api-destination/<name>'],
  ['firehose', 'deliverystream/<name>'],
  ['glue', 'catalog', 'database/<glue>', 'table/<glue>'],
  ['kinesis', 'stream/<name>'],
  ['logs', 'log-group:*<name>', 'log-group:*<name>:*'],
  // Proxies and their target groups have ids for names; the defaults belong to everybody.
  ['rds', '*:<name>', 'db-proxy:*', 'db-proxy-endpoint:*', 'target-group:*', 'pg:default*', 'og:default*', 'cluster-pg:default*'],
  ['scheduler', 'schedule/*/<name>'],
  ['secretsmanager', 'secret:<name>'],
  ['sns', '<name>'],
  ['sqs', '<name>'],
  ['ssm', 'parameter/<parameters>'],
  ['wafv2', 'regional/webacl/<name>', 'regional/ipset/<name>', 'regional/managedruleset/*', 'regional/rulegroup/*'],
  ['xray', 'group/<name>/*', 'sampling-rule/<name>'],
];

/** The same, for environments that live alone: what previews are made of comes from pull requests, and must not run by itself. */
const namedOfHosts: typeof named = [
  ['dynamodb', 'table/<name>'],
  ['lambda', 'function:<name>'],
];

/** Ids are given by AWS: here the kind of thing is what can be limited, and for previews its tags (`onlyTheirOwn`). */
const unnamed: readonly string[] = [
  'apigateway:DELETE',
  'apigateway:GET',
  'apigateway:PATCH',
  'apigateway:POST',
  'apigateway:PUT',
  'apigateway:SetWebACL',
  // For composite alarms nothing narrower works: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
  'cloudwatch:PutCompositeAlarm',
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
  'ecs:DeregisterTaskDefinition',
  'fis:*ExperimentTemplate*',
  'fis:*TagResource',
  'kms:*Alias',
  'kms:*Grant*',
  'kms:*Key*',
  'kms:*TagResource',
  'logs:*LogDelivery',
  'logs:*ResourcePolicy',
  'wafv2:AssociateWebACL',
  'wafv2:DisassociateWebACL',
];

export interface ManagedScope {
  readonly accountId: string;
  readonly region: string;
}

export function manage(reach: Reach, scope: ManagedScope): readonly Statement[] {
  const { accountId, region } = scope;
  const arnsOf = (service: string, resources: readonly string[]) =>
    resources.map((resource) => `arn:aws:${service}:${region}:${accountId}:${filled(resource, reach)}`);
  const { names, records, hosts } = reach;
  return [
    ...named.map(([service, ...resources]) => allow([`${service}:*`], arnsOf(service, resources))),
    allow(['s3:*'], [`arn:aws:s3:::${names}`, `arn:aws:s3:::${names}/*`]),
    allow(['cloudwatch:*Dashboard*'], `arn:aws:cloudwatch::${accountId}:dashboard/${names}`),
    allow(['route53:ChangeResourceRecordSets'], 'arn:aws:route53:::hostedzone/*', records),
    allow(['route53:AssociateVPCWithHostedZone'], 'arn:aws:route53:::hostedzone/*'),
    allow(unnamed, '*', { StringEquals: { 'aws:RequestedRegion': region } }),
    // A connection holds a token: a person makes it, and nobody here gets to change it.
    allow(['events:CreateApiDestination', 'events:UpdateApiDestination'], arnsOf('events', ['connection/<name>/*'])),
    ...(hosts ? functionsOf(reach, scope) : []),
    ...managedPasswords(names, scope),
    ...identities(names, accountId),
  ];
}

/** Functions, what wakes them, and their tables, which are encrypted for whoever makes them. */
function functionsOf(reach: Reach, { accountId, region }: ManagedScope): readonly Statement[] {
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${filled(resource, reach)}`;
  return [
    ...namedOfHosts.map(([service, ...resources]) =>
      allow(
        [`${service}:*`],
        resources.map((resource) => arn(service, resource)),
      ),
    ),
    allow(['lambda:*EventSourceMapping'], '*', { ArnLike: { 'lambda:FunctionArn': arn('lambda', 'function:<name>') } }),
    allow(['lambda:*agResource'], arn('lambda', 'event-source-mapping:*')),
    allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncrypt*'], '*', {
      StringEquals: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` },
    }),
  ];
}

function filled(resource: string, { names, glueNames, parameters }: Reach): string {
  return resource.replace('<name>', names).replace('<glue>', glueNames).replace('<parameters>', parameters);
}

/** RDS makes the secret of a master password with the caller's permissions; nobody here gets to read it. */
function managedPasswords(names: string, { accountId, region }: ManagedScope): readonly Statement[] {
  const secrets = `arn:aws:secretsmanager:${region}:${accountId}:secret:rds!cluster-*`;
  const cluster = `arn:aws:rds:${region}:${accountId}:cluster:${names}`;
  const throughServices = ['rds', 'scheduler', 'secretsmanager'].map((service) => `${service}.${region}.amazonaws.com`);
  return [
    allow(['secretsmanager:CreateSecret', 'secretsmanager:TagResource'], secrets),
    allow(['secretsmanager:RotateSecret', 'secretsmanager:CancelRotateSecret'], secrets, {
      StringLike: { 'aws:ResourceTag/aws:rds:primaryDBClusterArn': cluster },
    }),
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], '*', { StringEquals: { 'kms:ViaService': throughServices } }),
  ];
}

function identities(names: string, accountId: string): readonly Statement[] {
  const iam = (path: string) => `arn:aws:iam::${accountId}:${path}`;
  const roles = iam(`role/${names}`);
  return [
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

// What the identities of CI must not reach, and what they cannot do without, each with the reason.
import type { CiRole } from '../../../src/stacks/bootstrap/ci-permissions.ts';
import { account } from '../support/iam.ts';
import { arn, inState, type Row } from './requests.ts';

type Asked = readonly [role: CiRole, why: string, ...Row];

const here = { 'aws:RequestedRegion': 'eu-west-2' };
const throughTopics = { ...here, 'kms:ViaService': 'sns.eu-west-2.amazonaws.com' };
const theirs = { ...here, 'aws:ResourceTag/Environment': 'production' };

/** Everything here is somebody else's: previews are made from pull requests. */
export const outOfReach: readonly Asked[] = [
  [
    'preview',
    "production's master password",
    'secretsmanager:GetSecretValue',
    arn('secretsmanager', 'secret:rds!cluster-1-AbCdEf'),
  ],
  ['preview', "production's key, and all data with it", 'kms:ScheduleKeyDeletion', arn('kms', 'key/1'), theirs],
  ['preview', "production's key", 'kms:PutKeyPolicy', arn('kms', 'key/1'), theirs],
  ['preview', "production's network", 'ec2:DeleteSubnet', arn('ec2', 'subnet/subnet-1'), theirs],
  ['preview', "production's doors", 'ec2:AuthorizeSecurityGroupIngress', arn('ec2', 'security-group/sg-1'), theirs],
  ['preview', "production's API", 'apigateway:DELETE', 'arn:aws:apigateway:eu-west-2::/restapis/1', theirs],
  ['preview', "production's firewall", 'wafv2:DeleteWebACL', arn('wafv2', 'regional/webacl/assess-production/1'), here],
  ['preview', "production's experiments", 'fis:DeleteExperimentTemplate', arn('fis', 'experiment-template/1'), theirs],
  [
    'preview',
    "a revision that production's schedule would run",
    'ecs:RegisterTaskDefinition',
    arn('ecs', 'task-definition/assess-production-app:*'),
    here,
  ],
  [
    'preview',
    'what production reads its addresses from',
    'ssm:PutParameter',
    arn('ssm', 'parameter/opsdeck/production/database/host'),
  ],
  ['preview', "production's table", 'glue:DeleteTable', arn('glue', 'table/assess_production/student_events')],
  [
    'preview',
    "production's name",
    'route53:ChangeResourceRecordSets',
    'arn:aws:route53:::hostedzone/Z1',
    { 'route53:ChangeResourceRecordSetsNormalizedRecordNames': 'app.example.org' },
  ],
  ['preview', "production's state", 's3:GetObject', inState('production/platform.tfstate')],
  ['preview', "production's lock", 's3:DeleteObject', inState('production/platform.tfstate.tflock')],
  ['preview', 'a function', 'lambda:CreateFunction', arn('lambda', 'function:assess-staging-pr-7-x'), here],
  [
    'preview',
    'what wakes a function',
    'lambda:CreateEventSourceMapping',
    '*',
    { ...here, 'lambda:FunctionArn': arn('lambda', 'function:assess-pr-7-x') },
  ],
  ['preview', 'a table', 'dynamodb:CreateTable', arn('dynamodb', 'table/assess-pr-7-x'), here],
  ['plan', 'what functions know', 'dynamodb:GetItem', arn('dynamodb', 'table/assess-production-alarm-changes')],
  [
    'plan',
    'the key of the App',
    'secretsmanager:GetSecretValue',
    arn('secretsmanager', 'secret:assess-production/github/app-key-AbCdEf'),
  ],
  ['plan', 'events of students', 'kinesis:GetRecords', arn('kinesis', 'stream/assess-production-events')],
  ['plan', 'logs of the application', 'logs:GetLogEvents', arn('logs', 'log-group:/aws/ecs/assess-production-app:log-stream:1')],
];

/** Without it, a plan, an apply or a runbook ends with AccessDenied. */
export const needed: readonly Asked[] = [
  [
    'plan',
    'the provider looks for a bucket with HeadBucket',
    's3:ListBucket',
    `arn:aws:s3:::assess-production-analytics-${account}-eu-west-2`,
  ],
  [
    'plan',
    'provider 5 reads a write-only secret, too',
    'secretsmanager:GetSecretValue',
    arn('secretsmanager', 'secret:assess-production/database/app-AbCdEf'),
  ],
  [
    'preview',
    'a guest answers behind the listener of staging',
    'elasticloadbalancing:CreateRule',
    arn('elasticloadbalancing', 'listener/app/assess-staging/1/2'),
    { 'aws:RequestTag/Service': 'pr-7' },
  ],
  [
    'preview',
    'and stops to',
    'elasticloadbalancing:DeleteRule',
    arn('elasticloadbalancing', 'listener-rule/app/assess-staging/1/2/3'),
    { 'aws:ResourceTag/Service': 'pr-7' },
  ],
  [
    'deploy',
    'the action is PutDashboard, in the singular',
    'cloudwatch:PutDashboard',
    `arn:aws:cloudwatch::${account}:dashboard/assess-production`,
  ],
  ['deploy', 'a composite alarm is put by whoever may put any', 'cloudwatch:PutCompositeAlarm', '*', here],
  ['preview', 'a preview has one, too', 'cloudwatch:PutCompositeAlarm', '*', here],
  ['deploy', 'ARNs of proxies have ids, not names', 'rds:ModifyDBProxy', arn('rds', 'db-proxy:prx-0123456789abcdef0'), here],
  [
    'deploy',
    'and so have their target groups',
    'rds:RegisterDBProxyTargets',
    arn('rds', 'target-group:prx-tg-0123456789abcdef0'),
    here,
  ],
  ['deploy', 'instances use the default parameter group', 'rds:CreateDBInstance', arn('rds', 'pg:default.aurora-postgresql16')],
  [
    'deploy',
    'secrets and schedules are encrypted for the caller',
    'kms:Decrypt',
    arn('kms', 'key/1'),
    { ...here, 'kms:ViaService': 'secretsmanager.eu-west-2.amazonaws.com' },
  ],
  [
    'deploy',
    'the firewall is put before an API stage',
    'apigateway:SetWebACL',
    'arn:aws:apigateway:eu-west-2::/restapis/1/stages/v1',
    here,
  ],
  ['deploy', 'endpoints with private names', 'route53:AssociateVPCWithHostedZone', 'arn:aws:route53:::hostedzone/Z1'],
  [
    'game-day',
    'the first experiment of an account',
    'iam:CreateServiceLinkedRole',
    `arn:aws:iam::${account}:role/aws-service-role/fis.amazonaws.com/AWSServiceRoleForFIS`,
    { 'iam:AWSServiceName': 'fis.amazonaws.com' },
  ],
  ['game-day', 'tells whoever is on call that a rollback has failed', 'sns:Publish', arn('sns', 'assess-production-alerts')],
  ['game-day', 'through a topic that is encrypted', 'kms:GenerateDataKey', arn('kms', 'key/1'), throughTopics],
  ['deploy', 'so does a deploy', 'kms:GenerateDataKey', arn('kms', 'key/1'), throughTopics],
  ['deploy', 'tells whoever is on call', 'sns:Publish', arn('sns', 'assess-production-alerts')],
  ['game-day', 'stays away while a deploy is under way', 's3:GetObject', inState('production/deploy.json')],
  ['game-day', 'looks for what the service was like', 's3:GetObject', inState('production/service.good.json')],
  ['game-day', 'looks for what FIS has left', 'ec2:DescribeNetworkAcls', '*', here],
  ['game-day', 'gives a subnet back what it had', 'ec2:ReplaceNetworkAclAssociation', arn('ec2', 'subnet/subnet-1')],
  ['game-day', 'looks for shifts of others', 'arc-zonal-shift:ListZonalShifts', '*', here],
  ['game-day', 'reads what alarms have been doing', 'cloudwatch:DescribeAlarmHistory', '*', here],
  ['game-day', 'measures', 'cloudwatch:GetMetricData', '*', here],
  ['game-day', 'finds the environment', 'tag:GetResources', '*', here],
  [
    'game-day',
    'brings the service back: the roles of its tasks were handed on when the revision was made',
    'ecs:UpdateService',
    arn('ecs', 'service/assess-production/assess-production-app'),
  ],
  ['game-day', 'fails back', 'rds:FailoverDBCluster', arn('rds', 'cluster:assess-production')],
  ['game-day', 'keeps its journal', 's3:PutObject', inState('runs/game-days/production.json')],
  ['game-day', 'asks whether the safety lever is engaged', 'fis:GetSafetyLever', '*', here],
  [
    'deploy',
    'EventBridge asks for the connection, too, when an API destination is made for it',
    'events:CreateApiDestination',
    arn('events', 'connection/assess-production-github/01234567-89ab-cdef-0123-456789abcdef'),
  ],
  [
    'deploy',
    'the function that tells of alarms',
    'lambda:CreateFunction',
    arn('lambda', 'function:assess-production-alarm-forwarder'),
  ],
  [
    'deploy',
    'what wakes it',
    'lambda:CreateEventSourceMapping',
    '*',
    { ...here, 'lambda:FunctionArn': arn('lambda', 'function:assess-production-alarm-forwarder') },
  ],
  ['deploy', 'its table', 'dynamodb:CreateTable', arn('dynamodb', 'table/assess-production-alarm-changes')],
  [
    'deploy',
    'which is encrypted for the caller',
    'kms:GenerateDataKey',
    arn('kms', 'key/1'),
    { ...here, 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' },
  ],
  [
    'plan',
    'the provider looks at the code with HeadObject',
    's3:GetObject',
    `arn:aws:s3:::assess-production-functions-${account}-eu-west-2/alarm-forwarder.zip`,
  ],
  ['deploy', 'the bus of punctual game days', 'events:CreateEventBus', arn('events', 'event-bus/assess-production-game-days')],
];

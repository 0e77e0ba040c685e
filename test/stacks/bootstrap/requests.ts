// What the identities of CI ask of AWS, as a table: who may, and who may not.
import type { CiRole } from '../../../src/stacks/bootstrap/ci-permissions.ts';
import { account, type Request } from '../support/iam.ts';

export type Row = readonly [action: string, resource: string, context?: Request['context']];

const region = 'eu-west-2';
export const arn = (service: string, path: string) => `arn:aws:${service}:${region}:${account}:${path}`;
export const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
export const inState = (key: string) => `arn:aws:s3:::opsdeck-state-${account}-${region}/${key}`;
export const boundary = `arn:aws:iam::${account}:policy/opsdeck-workload-boundary`;
const withCeiling = { 'iam:PermissionsBoundary': boundary, 'aws:RequestTag/Environment': 'pr-7' };

/** Changes to an environment, by its name: of production, and of a preview's own. */
export function changesTo(environment: string, service: string): readonly Row[] {
  const [prefix, own] = [`assess-${environment}`, `assess-${environment}-${service}`];
  return [
    ['cloudwatch:DeleteAlarms', arn('cloudwatch', `alarm:${prefix}-database-cpu`)],
    ['ecs:DeleteCluster', arn('ecs', `cluster/${prefix}`)],
    ['ecs:UpdateService', arn('ecs', `service/${prefix}/${own}`)],
    ['elasticache:DeleteReplicationGroup', arn('elasticache', `replicationgroup:${prefix}`)],
    ['elasticloadbalancing:DeleteLoadBalancer', arn('elasticloadbalancing', `loadbalancer/app/${prefix}/50dc6c495c0c9188`)],
    ['elasticloadbalancing:DeleteTargetGroup', arn('elasticloadbalancing', `targetgroup/${own}/73e2d6bc24d8a067`)],
    ['events:DeleteRule', arn('events', `rule/${own}-health-check-failed`)],
    ['firehose:DeleteDeliveryStream', arn('firehose', `deliverystream/${prefix}-events`)],
    ['iam:CreateRole', role(`${own}-task`), withCeiling],
    ['iam:PassRole', role(`${own}-task`)],
    ['iam:PutRolePolicy', role(`${own}-task`)],
    ['kinesis:DeleteStream', arn('kinesis', `stream/${prefix}-events`)],
    ['logs:DeleteLogGroup', arn('logs', `log-group:/aws/ecs/${own}`)],
    ['rds:DeleteDBCluster', arn('rds', `cluster:${prefix}`)],
    ['s3:DeleteObject', `arn:aws:s3:::${prefix}-analytics-${account}-${region}/events/year=2025/1.parquet`],
    ['scheduler:DeleteSchedule', arn('scheduler', `schedule/default/${own}-health-check`)],
    ['secretsmanager:GetSecretValue', arn('secretsmanager', `secret:${prefix}/database/app-AbCdEf`)],
    ['sns:Publish', arn('sns', `${prefix}-alerts`)],
    ['sqs:PurgeQueue', arn('sqs', `${prefix}-dead-letters`)],
    ['xray:DeleteGroup', arn('xray', `group/${prefix}/ABCDEF`)],
  ];
}

type Asked = readonly [role: CiRole, ...Row];

export const allowed: readonly Asked[] = [
  ['plan', 's3:GetObject', inState('production/platform.tfstate')],
  ['plan', 's3:PutObject', inState('production/platform.tfstate.tflock')],
  ['plan', 'cloudwatch:GetMetricData', '*'],
  ['plan', 'tag:GetResources', '*'],
  ['plan', 'rds:DescribeDBClusters', arn('rds', 'cluster:assess-production')],
  ['preview', 's3:PutObject', inState('previews/pr-7/service.tfstate')],
  ['preview', 's3:PutObject', inState('locks/pr-7.json')],
  ['deploy', 's3:PutObject', inState('production/service.tfstate')],
  ['deploy', 'ec2:CreateSubnet', arn('ec2', 'subnet/*'), { 'aws:RequestedRegion': region }],
  ['game-day', 'fis:StartExperiment', arn('fis', 'experiment-template/EXT1')],
  ['game-day', 'fis:StopExperiment', arn('fis', 'experiment/EXP1')],
  ['game-day', 'fis:UpdateSafetyLeverState', arn('fis', `safety-lever/${account}`)],
  ['game-day', 'fis:ListExperimentResolvedTargets', arn('fis', 'experiment/EXP1')],
  ['game-day', 'arc-zonal-shift:CancelZonalShift', arn('elasticloadbalancing', 'loadbalancer/app/assess-production/1')],
  ['game-day', 'ec2:DeleteNetworkAcl', arn('ec2', 'network-acl/acl-1'), { 'aws:ResourceTag/managedByFIS': 'true' }],
  ['ops', 'rds:FailoverDBCluster', arn('rds', 'cluster:assess-production')],
  ['ops', 'kinesis:UpdateShardCount', arn('kinesis', 'stream/assess-production-events')],
  ['ops', 'wafv2:UpdateIPSet', arn('wafv2', 'regional/ipset/assess-production-blocked/1')],
  ['ops', 'ecs:StopServiceDeployment', arn('ecs', 'service-deployment/assess-production/assess-production-app/1')],
  ['ops', 'arc-zonal-shift:StartZonalShift', arn('elasticloadbalancing', 'loadbalancer/app/assess-production/1')],
];

export const refused: readonly Asked[] = [
  ['plan', 's3:PutObject', inState('production/platform.tfstate')],
  ['plan', 's3:DeleteObject', inState('production/platform.tfstate')],
  ['plan', 'secretsmanager:GetSecretValue', arn('secretsmanager', 'secret:rds!cluster-1-AbCdEf')],
  ['plan', 's3:GetObject', `arn:aws:s3:::assess-production-analytics-${account}-${region}/events/1.parquet`],
  ['preview', 's3:PutObject', inState('production/service.tfstate')],
  ['preview', 's3:PutObject', inState('staging/service.tfstate')],
  ['preview', 'ec2:CreateSubnet', arn('ec2', 'subnet/*'), { 'aws:RequestedRegion': 'us-east-1' }],
  ['deploy', 'iam:CreateRole', role('somebody-else'), withCeiling],
  ['deploy', 'iam:CreateUser', `arn:aws:iam::${account}:user/me`],
  ['deploy', 'iam:CreatePolicyVersion', boundary],
  ['deploy', 'iam:UpdateAssumeRolePolicy', role('opsdeck-deploy')],
  ['deploy', 'iam:DeleteRolePermissionsBoundary', role('assess-production-app-task')],
  ['deploy', 'iam:PutRolePermissionsBoundary', role('assess-production-app-task')],
  ['deploy', 'organizations:LeaveOrganization', '*'],
  ['game-day', 'fis:CreateExperimentTemplate', arn('fis', 'experiment-template/*')],
  ['game-day', 'ec2:DeleteNetworkAcl', arn('ec2', 'network-acl/acl-1')],
  ['game-day', 'ecs:DeleteCluster', arn('ecs', 'cluster/assess-production')],
  ['game-day', 's3:PutObject', inState('production/platform.tfstate')],
  ['game-day', 's3:GetObject', inState('production/service.tfstate')],
  ['game-day', 's3:PutObject', inState('production/service.good.json')],
  ['game-day', 'iam:PassRole', role('assess-production-app-task')],
  ['game-day', 'sns:Publish', arn('sns', 'payments-alerts')],
  ['game-day', 'kms:GenerateDataKey', arn('kms', 'key/1'), { 'kms:ViaService': 's3.eu-west-2.amazonaws.com' }],
  ['deploy', 'events:UpdateConnection', arn('events', 'connection/assess-production-github/1')],
  ['deploy', 'events:DeleteConnection', arn('events', 'connection/assess-production-github/1')],
  ['ops', 'rds:DeleteDBCluster', arn('rds', 'cluster:assess-production')],
  ['ops', 's3:PutObject', inState('production/platform.tfstate')],
  ['ops', 'iam:PassRole', role('assess-production-app-task')],
];

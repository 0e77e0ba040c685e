// What each identity of CI may do, as data; within its boundary, limited by name wherever AWS lets a policy name things.
import { namePrefix } from '../names.ts';
import { allow, type Statement } from '../parts/iam.ts';
import { manage, read } from './managed-services.ts';

export const ciRoles = ['plan', 'preview', 'deploy', 'game-day', 'ops'] as const;
export type CiRole = (typeof ciRoles)[number];

export interface CiScope {
  readonly accountId: string;
  readonly region: string;
  readonly stateBucketArn: string;
}

/** Names that a role may touch, as IAM patterns. Previews are told apart by the pull request's name in them. */
const everything = `${namePrefix}-*`;
const previews = `${namePrefix}-*pr-*`;

/** The statements of a role, one list a policy: an inline policy should stay readable. */
export function statementsOf(role: CiRole, scope: CiScope): readonly (readonly Statement[])[] {
  switch (role) {
    case 'plan':
      return [read(), stateRead(scope)];
    case 'preview':
      return [read(), manage(previews, scope), stateWrite(scope, ['previews/*', 'locks/*', 'runs/*'])];
    case 'deploy':
      return [read(), manage(everything, scope), stateWrite(scope, ['*'])];
    case 'game-day':
      return [read(), drills(scope), stateWrite(scope, ['locks/*', 'runs/*'])];
    case 'ops':
      return [read(), operations(scope), stateWrite(scope, ['locks/*', 'runs/*'])];
    default:
      throw new Error(`no permissions for ${role satisfies never}`);
  }
}

/** A plan takes the lock, reads the state, and writes neither. */
function stateRead({ stateBucketArn }: CiScope): readonly Statement[] {
  return [
    allow(['s3:ListBucket'], stateBucketArn),
    allow(['s3:GetObject'], `${stateBucketArn}/*`),
    allow(['s3:PutObject', 's3:DeleteObject'], `${stateBucketArn}/*.tflock`),
  ];
}

function stateWrite(scope: CiScope, prefixes: readonly string[]): readonly Statement[] {
  const { stateBucketArn } = scope;
  return [
    ...stateRead(scope),
    allow(
      ['s3:PutObject', 's3:DeleteObject'],
      prefixes.map((prefix) => `${stateBucketArn}/${prefix}`),
    ),
  ];
}

/** Starts and stops experiments, and puts right what one of them left. */
function drills(scope: CiScope): readonly Statement[] {
  const at = arns(scope);
  return [
    allow(
      ['fis:StartExperiment', 'fis:StopExperiment', 'fis:TagResource'],
      [at('fis', 'experiment-template/*'), at('fis', 'experiment/*')],
    ),
    allow(['fis:UpdateSafetyLeverState'], at('fis', 'safety-lever/*')),
    allow(['arc-zonal-shift:CancelZonalShift'], at('elasticloadbalancing', `loadbalancer/app/${everything}`)),
    // Gives a subnet back the network ACL that it had before the experiment.
    allow(['ec2:ReplaceNetworkAclAssociation'], [at('ec2', 'network-acl/*'), at('ec2', 'subnet/*')]),
    allow(['ec2:DeleteNetworkAcl'], at('ec2', 'network-acl/*'), { StringEquals: { 'aws:ResourceTag/managedByFIS': 'true' } }),
    allow(['ecs:UpdateService'], at('ecs', `service/${everything}`)),
    allow(['rds:FailoverDBCluster'], at('rds', `cluster:${everything}`)),
  ];
}

/** What the runbooks do. */
function operations(scope: CiScope): readonly Statement[] {
  const at = arns(scope);
  return [
    ...drills(scope),
    allow(['application-autoscaling:RegisterScalableTarget'], at('application-autoscaling', 'scalable-target/*')),
    allow(['arc-zonal-shift:StartZonalShift'], at('elasticloadbalancing', `loadbalancer/app/${everything}`)),
    allow(
      ['ecs:StopTask', 'ecs:StopServiceDeployment'],
      [at('ecs', `task/${everything}`), at('ecs', `service-deployment/${everything}`)],
    ),
    allow(['elasticache:ModifyReplicationGroup'], at('elasticache', `replicationgroup:${everything}`)),
    allow(['kinesis:UpdateShardCount', 'kinesis:UpdateStreamMode'], at('kinesis', `stream/${everything}`)),
    allow(
      ['secretsmanager:RotateSecret', 'secretsmanager:UpdateSecretVersionStage'],
      at('secretsmanager', 'secret:rds!cluster-*'),
    ),
    allow(['sqs:StartMessageMoveTask', 'sqs:CancelMessageMoveTask'], at('sqs', everything)),
    allow(['wafv2:UpdateIPSet'], at('wafv2', `regional/ipset/${everything}`)),
  ];
}

function arns({ region, accountId }: CiScope) {
  return (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

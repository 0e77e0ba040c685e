// What each identity of CI may do, as data; within its boundary, limited by name wherever AWS lets a policy name things.
import { allow, type Statement } from '../parts/iam.ts';
import { allEnvironments, manage, previewsOnly } from './managed-services.ts';
import { guests, onlyTheirOwn } from './preview-permissions.ts';
import { read, readProxyPassword } from './read-permissions.ts';
import { type Permitted, runbookStatements } from './runbook-permissions.ts';

export const ciRoles = ['plan', 'preview', 'deploy', 'game-day', 'ops'] as const;
export type CiRole = (typeof ciRoles)[number];

export interface CiScope {
  readonly accountId: string;
  readonly region: string;
  readonly stateBucketArn: string;
  /** All that the role of whoever is on call is to be able to run. */
  readonly runbooks: readonly Permitted[];
}

const everything = allEnvironments.names;

/** The statements of a role, one list a policy: an inline policy should stay readable. */
export function statementsOf(role: CiRole, scope: CiScope): readonly (readonly Statement[])[] {
  switch (role) {
    case 'plan':
      return [[...read(), ...readProxyPassword(scope)], stateRead(scope, ['*'])];
    case 'preview':
      return [
        read(),
        manage(previewsOnly, scope),
        [...guests(scope), ...onlyTheirOwn()],
        stateWrite(scope, ['previews/*', 'locks/*', 'runs/*']),
      ];
    case 'deploy':
      return [read(), manage(allEnvironments, scope), pages(scope), stateWrite(scope, ['*'])];
    case 'game-day':
      return [
        read(),
        [...drills(scope), ...endOfDrills(scope), ...pages(scope)],
        [...stateWrite(scope, ['locks/*', 'runs/*']), ...deployRead(scope)],
      ];
    case 'ops':
      return [
        read(),
        // To end a game day must not wait for the reviewers of its own role.
        [...endOfDrills(scope), ...pages(scope)],
        runbookStatements(scope.runbooks, scope),
        [...stateWrite(scope, ['locks/*', 'runs/*']), ...deployRead(scope)],
      ];
    default:
      throw new Error(`no permissions for ${role satisfies never}`);
  }
}

/** A plan takes the lock, reads the state, and writes neither. */
function stateRead({ stateBucketArn }: CiScope, prefixes: readonly string[]): readonly Statement[] {
  const under = (suffix: string) => prefixes.map((prefix) => `${stateBucketArn}/${prefix}${suffix}`);
  return [
    allow(['s3:ListBucket'], stateBucketArn),
    allow(['s3:GetObject'], under('')),
    allow(['s3:PutObject', 's3:DeleteObject'], under('.tflock')),
  ];
}

function stateWrite(scope: CiScope, prefixes: readonly string[]): readonly Statement[] {
  const objects = prefixes.map((prefix) => `${scope.stateBucketArn}/${prefix}`);
  return [allow(['s3:ListBucket'], scope.stateBucketArn), allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], objects)];
}

/** Whether a deploy is under way, and what a service was like when it was last known to be good. */
function deployRead({ stateBucketArn }: CiScope): readonly Statement[] {
  return [allow(['s3:GetObject'], [`${stateBucketArn}/*/deploy.json`, `${stateBucketArn}/*/service.good.json`])];
}

/** Tells whoever is on call where alarms tell them, too; the topics are encrypted for whoever publishes. */
function pages(scope: CiScope): readonly Statement[] {
  return [
    allow(['sns:Publish'], arns(scope)('sns', `${everything}-alerts`)),
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], '*', {
      StringEquals: { 'kms:ViaService': `sns.${scope.region}.amazonaws.com` },
    }),
  ];
}

/** Starts experiments. */
function drills(scope: CiScope): readonly Statement[] {
  const at = arns(scope);
  return [
    allow(['fis:StartExperiment', 'fis:TagResource'], [at('fis', 'experiment-template/*'), at('fis', 'experiment/*')]),
    // The first experiment of an account makes the role that FIS watches with.
    allow(['iam:CreateServiceLinkedRole'], `arn:aws:iam::${scope.accountId}:role/aws-service-role/fis.amazonaws.com/*`),
  ];
}

/** Stops experiments, and puts right what one of them left. */
function endOfDrills(scope: CiScope): readonly Statement[] {
  const at = arns(scope);
  return [
    allow(['fis:StopExperiment'], at('fis', 'experiment/*')),
    allow(['fis:UpdateSafetyLeverState'], at('fis', 'safety-lever/*')),
    allow(['arc-zonal-shift:CancelZonalShift'], at('elasticloadbalancing', `loadbalancer/app/${everything}`)),
    // Gives a subnet back the network ACL that it had before the experiment.
    allow(['ec2:ReplaceNetworkAclAssociation'], [at('ec2', 'network-acl/*'), at('ec2', 'subnet/*')]),
    allow(['ec2:DeleteNetworkAcl'], at('ec2', 'network-acl/*'), { StringEquals: { 'aws:ResourceTag/managedByFIS': 'true' } }),
    allow(['ecs:UpdateService'], at('ecs', `service/${everything}`)),
    allow(['rds:FailoverDBCluster'], at('rds', `cluster:${everything}`)),
  ];
}

function arns({ region, accountId }: CiScope) {
  return (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`;
}

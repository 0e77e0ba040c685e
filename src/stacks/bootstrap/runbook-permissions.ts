// What the calls that runbooks declare need of IAM: for each kind of thing the narrowest ARNs and conditions that AWS takes.
import type { Call, ResourceKind, RunbookCalls } from '../../define/runbook.ts';
import { namePrefix } from '../names.ts';
import { allow, type Condition, type Statement } from '../parts/iam.ts';
import { mayBeRead } from './read-permissions.ts';

export interface RunbookScope {
  readonly accountId: string;
  readonly region: string;
  readonly stateBucketArn: string;
}

/** As much of a runbook as its permissions derive from. */
export interface Permitted {
  readonly id: string;
  readonly calls: RunbookCalls;
}

interface Grant {
  readonly resources: readonly string[];
  readonly condition?: Condition;
}

/** By the service of a call, as a kind of thing may take calls of several; a call by its own name where it reaches less. */
type Grants = Readonly<Record<string, Grant>>;

const everything = `${namePrefix}-*`;
const restored = `${namePrefix}-*-restored-*`;

/** What is restored from, and what it is made with. */
const restoredFrom = [
  `cluster:${everything}`,
  `cluster-snapshot:*${everything}`,
  `subgrp:${everything}`,
  `cluster-pg:${everything}`,
];
const restoredTo = [`cluster:${restored}`, `db:${restored}`];
const databaseDefaults = ['pg:default*', 'og:default*', 'cluster-pg:default*'];

/** Ids are given by AWS: what belongs to an environment says so by its tag, which our stacks give to all they make. */
const ours: Condition = { StringEquals: { 'aws:ResourceTag/ManagedBy': 'opsdeck' } };

/** Keys have ids, too: what limits them is which service asks with the caller's permissions. */
function keysThrough(service: string, { region }: RunbookScope): Grant {
  return { resources: ['*'], condition: { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } } };
}

/** One row a kind. */
const grantsOf: Readonly<Record<ResourceKind, (scope: RunbookScope) => Grants>> = {
  'api-stage': ({ region }) => ({
    apigateway: { resources: [`arn:aws:apigateway:${region}::/restapis/*/stages/*`], condition: ours },
  }),
  'usage-plan': ({ region }) => ({
    apigateway: { resources: [`arn:aws:apigateway:${region}::/usageplans/*`], condition: ours },
  }),
  'cache-group': (scope) => ({
    elasticache: at(scope, 'elasticache', `replicationgroup:${everything}`, `cluster:${everything}`),
  }),
  'database-cluster': (scope) => ({ rds: at(scope, 'rds', `cluster:${everything}`) }),
  'database-secret': (scope) => ({
    secretsmanager: {
      ...at(scope, 'secretsmanager', 'secret:rds!cluster-*'),
      condition: {
        StringLike: {
          'aws:ResourceTag/aws:rds:primaryDBClusterArn': `arn:aws:rds:${scope.region}:${scope.accountId}:cluster:${everything}`,
        },
      },
    },
    kms: keysThrough('secretsmanager', scope),
  }),
  experiment: (scope) => ({ fis: at(scope, 'fis', 'experiment/*') }),
  'ip-set': (scope) => ({ wafv2: at(scope, 'wafv2', `regional/ipset/${namePrefix}-*-blocked/*`) }),
  'load-balancer': (scope) => ({
    'arc-zonal-shift': at(scope, 'elasticloadbalancing', `loadbalancer/app/${everything}`),
  }),
  'log-group': (scope) => ({ logs: at(scope, 'logs', `log-group:*${everything}`) }),
  'preview-lease': ({ stateBucketArn }) => ({ s3: { resources: [`${stateBucketArn}/previews/pr-*/lease.json`] } }),
  queue: (scope) => ({ sqs: at(scope, 'sqs', everything), kms: keysThrough('sqs', scope) }),
  'restored-database': (scope) => ({
    rds: at(scope, 'rds', ...restoredFrom, ...restoredTo, ...databaseDefaults),
    // Of all databases, only copies may be deleted.
    'rds:DeleteDBCluster': at(scope, 'rds', ...restoredTo),
    'rds:DeleteDBInstance': at(scope, 'rds', ...restoredTo),
    'rds:AddTagsToResource': at(scope, 'rds', ...restoredTo),
    kms: keysThrough('rds', scope),
  }),
  'safety-lever': (scope) => ({ fis: at(scope, 'fis', 'safety-lever/*') }),
  'scalable-target': (scope) => ({
    'application-autoscaling': {
      ...at(scope, 'application-autoscaling', 'scalable-target/*'),
      condition: { StringEquals: { 'application-autoscaling:service-namespace': 'ecs' } },
    },
  }),
  service: (scope) => ({ ecs: at(scope, 'ecs', `service/${everything}`) }),
  'service-deployment': (scope) => ({ ecs: at(scope, 'ecs', `service-deployment/${everything}`) }),
  stream: (scope) => ({ kinesis: at(scope, 'kinesis', `stream/${everything}`) }),
  'subnet-acl': (scope) => ({ ec2: at(scope, 'ec2', 'network-acl/*', 'subnet/*') }),
  task: (scope) => ({ ecs: at(scope, 'ecs', `task/${everything}`) }),
};

/** Reads beyond what every identity of CI may look at; those that see what is in things are kept to a kind of them. */
const readGrants: Readonly<Record<Call, ResourceKind | 'any'>> = {
  // It knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudtrail.html
  'cloudtrail:LookupEvents': 'any',
  'logs:StartQuery': 'log-group',
  // By the id of a query, which only who has started it knows.
  'logs:GetQueryResults': 'any',
  'logs:StopQuery': 'any',
  's3:GetObject': 'preview-lease',
};

/**
 * For all runbooks together, one statement for what reaches the same.
 *
 * @throws for a call of which nobody has said what it may reach: to guess would be to allow too much
 */
export function runbookStatements(runbooks: readonly Permitted[], scope: RunbookScope): readonly Statement[] {
  const needs = runbooks.flatMap(needsOf);
  const kinds = [...new Set(needs.map(({ kind }) => kind))].sort();
  return kinds.flatMap((kind) => {
    const calls = new Set(needs.filter((need) => need.kind === kind).map(({ call }) => call));
    return statementsFor(kind, [...calls].sort(), scope);
  });
}

interface Need {
  readonly call: Call;
  readonly kind: ResourceKind | 'any';
}

function needsOf({ id, calls: { reads, writes, implied = {} } }: Permitted): readonly Need[] {
  const changing = [...Object.entries(writes), ...Object.entries(implied)].map(([call, kind]) => ({ call: call as Call, kind }));
  const reading = reads.flatMap((call): readonly Need[] => {
    const kind = readGrants[call];
    if (kind !== undefined) return [{ call, kind }];
    if (mayBeRead(call)) return [];
    throw new Error(`${id} reads by ${call}: say in ${here} what it may reach, as nobody may read everything by it`);
  });
  return [...changing, ...reading];
}

const here = 'src/stacks/bootstrap/runbook-permissions.ts';

/** One statement for all calls that reach the same. */
function statementsFor(kind: ResourceKind | 'any', calls: readonly Call[], scope: RunbookScope): readonly Statement[] {
  if (kind === 'any') return [allow(calls, '*')];
  const grants = grantsOf[kind](scope);
  const keyOf = (call: Call): string => (call in grants ? call : call.replace(/:.*$/, ''));
  const byReach = new Map<string, Call[]>();
  for (const call of calls) {
    const grant = grants[keyOf(call)];
    if (!grant) throw new Error(`${call} changes a ${kind}: say in ${here} what it may reach`);
    const reach = JSON.stringify(grant);
    byReach.set(reach, [...(byReach.get(reach) ?? []), call]);
  }
  return [...byReach].map(([reach, own]) => {
    const { resources, condition } = JSON.parse(reach) as Grant;
    return allow(own, resources, condition);
  });
}

function at({ region, accountId }: RunbookScope, service: string, ...resources: readonly string[]): Grant {
  return { resources: resources.map((resource) => `arn:aws:${service}:${region}:${accountId}:${resource}`) };
}

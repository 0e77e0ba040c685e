// What experiments may do, and to what; what each action needs is listed at the link.
// https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
import type { FisActionId } from '../../define/drill.ts';
import { allow, type Statement } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';

export interface ExperimentScope {
  readonly context: Pick<PlatformContext, 'prefix' | 'region' | 'accountId'>;
  readonly vpcArn: string;
  readonly clusterName: string;
  readonly databaseArn: string;
  readonly cacheArn: string;
  readonly loadBalancerArn: string;
  readonly serviceRoleArn: string;
}

interface Needs {
  readonly changes: (scope: ExperimentScope) => readonly Statement[];
  /** Reads that AWS does not let a policy narrow to a resource. */
  readonly reads: readonly string[];
}

/** Finds targets by their tags. */
const byTag = 'tag:GetResources';

const needs: Readonly<Record<FisActionId, Needs>> = {
  'aws:arc:start-zonal-autoshift': {
    changes: ({ loadBalancerArn }) => [
      allow(
        [
          'arc-zonal-shift:StartZonalShift',
          'arc-zonal-shift:UpdateZonalShift',
          'arc-zonal-shift:CancelZonalShift',
          'arc-zonal-shift:GetManagedResource',
        ],
        loadBalancerArn,
      ),
    ],
    reads: ['arc-zonal-shift:ListManagedResources', 'autoscaling:DescribeTags', byTag],
  },
  'aws:cloudwatch:assert-alarm-state': { changes: () => [], reads: ['cloudwatch:DescribeAlarms'] },
  'aws:ecs:stop-task': {
    changes: ({ context, clusterName }) => [
      allow(['ecs:StopTask', 'ecs:DescribeTasks'], arnOf(context, 'ecs', `task/${clusterName}/*`)),
    ],
    reads: ['ecs:ListTasks', byTag],
  },
  'aws:elasticache:replicationgroup-interrupt-az-power': {
    changes: ({ cacheArn }) => [allow(['elasticache:InterruptClusterAzPower'], cacheArn)],
    reads: ['elasticache:DescribeReplicationGroups', byTag],
  },
  'aws:fis:inject-api-throttle-error': {
    changes: ({ context, serviceRoleArn }) => [
      allow(['fis:InjectApiThrottleError'], arnOf(context, 'fis', 'experiment/*'), {
        StringEquals: { 'fis:Service': 'kinesis' },
        'ForAllValues:StringEquals': { 'fis:Targets': serviceRoleArn },
      }),
    ],
    reads: [],
  },
  'aws:fis:wait': { changes: () => [], reads: [] },
  'aws:network:disrupt-connectivity': {
    changes: fences,
    reads: ['ec2:DescribeManagedPrefixLists', 'ec2:DescribeNetworkAcls', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
  },
  'aws:rds:failover-db-cluster': {
    changes: ({ databaseArn }) => [allow(['rds:FailoverDBCluster'], databaseArn)],
    reads: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances', byTag],
  },
};

/** Exactly what these actions need, and what FIS needs for its log. */
export function experimentStatements(actionIds: readonly FisActionId[], scope: ExperimentScope): readonly Statement[] {
  const used = [...new Set(actionIds)].sort().map((actionId) => needs[actionId]);
  const reads = [...new Set(used.flatMap((each) => each.reads))].sort();
  return [
    ...used.flatMap(({ changes }) => changes(scope)),
    allow(reads, '*'),
    allow(['logs:CreateLogDelivery', 'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups'], '*'),
  ];
}

/** FIS fences a subnet by a network ACL of its own, which it tags. */
function fences({ context, vpcArn }: ExperimentScope): readonly Statement[] {
  const acls = arnOf(context, 'ec2', 'network-acl/*');
  const tagged = { StringEquals: { 'aws:RequestTag/managedByFIS': 'true' } };
  return [
    allow(['ec2:CreateNetworkAcl'], acls, tagged),
    allow(['ec2:CreateNetworkAcl'], vpcArn),
    allow(['ec2:CreateTags'], acls, {
      StringEquals: { 'ec2:CreateAction': 'CreateNetworkAcl', 'aws:RequestTag/managedByFIS': 'true' },
    }),
    allow(['ec2:CreateNetworkAclEntry', 'ec2:DeleteNetworkAcl'], [acls, vpcArn]),
    allow(['ec2:ReplaceNetworkAclAssociation'], [arnOf(context, 'ec2', 'subnet/*'), acls]),
  ];
}

function arnOf({ region, accountId }: ExperimentScope['context'], service: string, path: string): string {
  return `arn:aws:${service}:${region}:${accountId}:${path}`;
}

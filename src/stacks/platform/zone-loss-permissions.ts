// What the experiment may do, and to what; the actions' own needs are listed at the link.
// https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
import { allow, type Statement } from '../parts/iam.ts';
import type { PlatformContext } from './context.ts';

export interface ExperimentScope {
  readonly context: PlatformContext;
  readonly vpcArn: string;
  readonly clusterName: string;
  readonly databaseArn: string;
}

export function experimentStatements(props: ExperimentScope): readonly Statement[] {
  return [...networkStatements(props), ...computeStatements(props), ...readStatements()];
}

/** FIS fences a subnet by a network ACL of its own, which it tags. */
function networkStatements({ context, vpcArn }: ExperimentScope): readonly Statement[] {
  const { region, accountId } = context;
  const ec2 = (path: string) => `arn:aws:ec2:${region}:${accountId}:${path}`;
  const acls = ec2('network-acl/*');
  const tagged = { StringEquals: { 'aws:RequestTag/managedByFIS': 'true' } };
  return [
    allow(['ec2:CreateNetworkAcl'], acls, tagged),
    allow(['ec2:CreateNetworkAcl'], vpcArn),
    allow(['ec2:CreateTags'], acls, {
      StringEquals: { 'ec2:CreateAction': 'CreateNetworkAcl', 'aws:RequestTag/managedByFIS': 'true' },
    }),
    allow(['ec2:CreateNetworkAclEntry', 'ec2:DeleteNetworkAcl'], [acls, vpcArn]),
    allow(['ec2:ReplaceNetworkAclAssociation'], [ec2('subnet/*'), acls]),
  ];
}

function computeStatements({ context, clusterName, databaseArn }: ExperimentScope): readonly Statement[] {
  const { region, accountId, prefix } = context;
  const at = (service: string, path: string) => `arn:aws:${service}:${region}:${accountId}:${path}`;
  return [
    allow(['ecs:StopTask', 'ecs:DescribeTasks'], at('ecs', `task/${clusterName}/*`)),
    allow(['rds:FailoverDBCluster'], databaseArn),
    allow(['elasticache:InterruptClusterAzPower'], at('elasticache', `replicationgroup:${prefix}`)),
    allow(
      [
        'arc-zonal-shift:StartZonalShift',
        'arc-zonal-shift:UpdateZonalShift',
        'arc-zonal-shift:CancelZonalShift',
        'arc-zonal-shift:GetManagedResource',
      ],
      at('elasticloadbalancing', `loadbalancer/app/${prefix}/*`),
    ),
  ];
}

/** Reads that AWS does not let a policy narrow to a resource. */
function readStatements(): readonly Statement[] {
  return [
    allow(
      [
        'arc-zonal-shift:ListManagedResources',
        'cloudwatch:DescribeAlarms',
        'ec2:DescribeManagedPrefixLists',
        'ec2:DescribeNetworkAcls',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'ecs:ListTasks',
        'elasticache:DescribeReplicationGroups',
        'rds:DescribeDBClusters',
        'rds:DescribeDBInstances',
        'tag:GetResources',
      ],
      '*',
    ),
    allow(['logs:CreateLogDelivery', 'logs:PutResourcePolicy', 'logs:DescribeResourcePolicies', 'logs:DescribeLogGroups'], '*'),
  ];
}

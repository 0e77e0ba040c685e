// The ECS cluster that services run on; Fargate only, every `exec` session logged.
import { EcsCluster } from '@cdktf/provider-aws/lib/ecs-cluster/index.js';
import { EcsClusterCapacityProviders } from '@cdktf/provider-aws/lib/ecs-cluster-capacity-providers/index.js';
import { Construct } from 'constructs';
import { logGroup } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';

export class Cluster extends Construct {
  readonly arn: string;
  readonly name: string;

  constructor(scope: Construct, id: string, context: PlatformContext, keyArn: string) {
    super(scope, id);
    const { prefix } = context;
    const sessions = logGroup(this, 'sessions', { name: `/aws/ecs/${prefix}/exec`, keyArn });
    const cluster = new EcsCluster(this, 'cluster', {
      name: prefix,
      setting: [{ name: 'containerInsights', value: 'enhanced' }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: keyArn,
          logging: 'OVERRIDE',
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: sessions.name },
        },
      },
    });
    new EcsClusterCapacityProviders(this, 'capacity', { clusterName: cluster.name, capacityProviders: ['FARGATE'] });
    this.arn = cluster.arn;
    this.name = cluster.name;
  }
}

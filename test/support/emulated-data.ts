// A database and a cache in an emulated AWS, as the platform has them.
import { CreateReplicationGroupCommand, ElastiCacheClient } from '@aws-sdk/client-elasticache';
import { CreateDBClusterCommand, CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import type { AwsClientConfig } from '../../src/adapters/aws/client-config.ts';

/** Both of this name. */
export async function buildData(config: AwsClientConfig, name: string): Promise<void> {
  await Promise.all([buildDatabase(new RDSClient(config), name), buildCache(new ElastiCacheClient(config), name)]);
}

async function buildDatabase(client: RDSClient, name: string): Promise<void> {
  const Engine = 'aurora-postgresql';
  await client.send(
    new CreateDBClusterCommand({
      DBClusterIdentifier: name,
      Engine,
      EngineVersion: '16.4',
      MasterUsername: 'owner',
      ManageMasterUserPassword: true,
      EnableIAMDatabaseAuthentication: true,
      DBClusterParameterGroupName: name,
      VpcSecurityGroupIds: ['sg-database'],
      StorageEncrypted: true,
      KmsKeyId: 'arn:aws:kms:eu-west-2:123456789012:key/1',
      DeletionProtection: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 },
      Tags: [{ Key: 'Layer', Value: 'platform' }],
    }),
  );
  for (const tier of [0, 1]) {
    const place = { DBClusterIdentifier: name, DBInstanceIdentifier: `${name}-${tier}`, PromotionTier: tier };
    await client.send(new CreateDBInstanceCommand({ ...place, Engine, DBInstanceClass: 'db.serverless' }));
  }
}

async function buildCache(client: ElastiCacheClient, name: string): Promise<void> {
  const group = { ReplicationGroupId: name, ReplicationGroupDescription: 'Test', NumCacheClusters: 2 };
  const nodes = { Engine: 'redis', CacheNodeType: 'cache.t4g.small', AutomaticFailoverEnabled: true, MultiAZEnabled: true };
  await client.send(new CreateReplicationGroupCommand({ ...group, ...nodes }));
}

// Aurora PostgreSQL: encrypted, TLS only, backed up, with a master password that only RDS and Secrets Manager know.
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group/index.js';
import { RdsCluster, type RdsClusterConfig } from '@cdktf/provider-aws/lib/rds-cluster/index.js';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance/index.js';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation/index.js';
import { Op } from 'cdktf';
import { Construct } from 'constructs';
import { databaseNameOf, mainService } from '../names.ts';
import { ServiceRole } from '../parts/iam.ts';
import { logGroup } from '../parts/log-group.ts';
import type { PlatformContext } from './context.ts';
import type { Encryption } from './encryption.ts';

const engine = 'aurora-postgresql';
/** The minor version is AWS's to choose, in the maintenance window. */
const majorVersion = '16';

/** The seed asks for 30 days; the default of a managed master password is 7. */
const rotationDays = 30;

export interface DatabaseProps {
  readonly context: PlatformContext;
  readonly encryption: Encryption;
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
}

export class Database extends Construct {
  readonly cluster: RdsCluster;
  readonly instances: readonly RdsClusterInstance[];

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const subnets = new DbSubnetGroup(this, 'subnets', { name: props.context.prefix, subnetIds: [...props.subnetIds] });
    this.cluster = this.#cluster(props, subnets);
    this.instances = this.#instances(props, subnets);
    new SecretsmanagerSecretRotation(this, 'master-password-rotation', {
      secretId: this.cluster.masterUserSecret.get(0).secretArn,
      rotateImmediately: false,
      rotationRules: { automaticallyAfterDays: rotationDays },
    });
  }

  #cluster({ context, encryption, securityGroupId }: DatabaseProps, subnets: DbSubnetGroup): RdsCluster {
    const { prefix, profile, isProtected } = context;
    const parameters = new RdsClusterParameterGroup(this, 'parameters', {
      name: prefix,
      family: `${engine}${majorVersion}`,
      parameter: [
        { name: 'rds.force_ssl', value: '1', applyMethod: 'pending-reboot' },
        { name: 'log_min_duration_statement', value: '1000', applyMethod: 'immediate' },
      ],
    });
    // Created here first, or RDS creates it without a key and without an end.
    const logs = logGroup(this, 'logs', { name: `/aws/rds/cluster/${prefix}/postgresql`, keyArn: encryption.keyArn });
    return new RdsCluster(this, 'cluster', {
      clusterIdentifier: prefix,
      engine,
      engineVersion: majorVersion,
      databaseName: databaseNameOf(mainService),
      masterUsername: 'assessadmin',
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: encryption.keyId,
      iamDatabaseAuthenticationEnabled: true,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [securityGroupId],
      dbClusterParameterGroupName: parameters.name,
      storageEncrypted: true,
      kmsKeyId: encryption.keyArn,
      backupRetentionPeriod: profile.database.backupDays,
      preferredBackupWindow: '02:00-03:00',
      preferredMaintenanceWindow: 'sun:03:30-sun:04:30',
      enabledCloudwatchLogsExports: ['postgresql'],
      copyTagsToSnapshot: true,
      deletionProtection: isProtected,
      skipFinalSnapshot: Op.not(isProtected) as unknown as boolean,
      finalSnapshotIdentifier: `${prefix}-final`,
      ...serverlessScaling(context),
      dependsOn: [logs],
    });
  }

  #instances({ context, encryption }: DatabaseProps, subnets: DbSubnetGroup): readonly RdsClusterInstance[] {
    const { prefix, profile, accountId, capacity, zones } = context;
    const monitor = new ServiceRole(this, 'monitor', {
      name: `${prefix}-database-monitoring`,
      accountId,
      service: 'monitoring.rds.amazonaws.com',
      awsPolicies: ['service-role/AmazonRDSEnhancedMonitoringRole'],
    });
    return Array.from({ length: profile.database.instances }, (_, index) => {
      return new RdsClusterInstance(this, `instance-${index}`, {
        identifier: `${prefix}-${index}`,
        clusterIdentifier: this.cluster.id,
        engine,
        engineVersion: this.cluster.engineVersion,
        instanceClass: profile.database.kind === 'serverless' ? 'db.serverless' : capacity.databaseClass,
        availabilityZone: zones[index % zones.length] as string,
        dbSubnetGroupName: subnets.name,
        publiclyAccessible: false,
        autoMinorVersionUpgrade: true,
        promotionTier: index,
        performanceInsightsEnabled: true,
        performanceInsightsKmsKeyId: encryption.keyArn,
        monitoringInterval: 60,
        monitoringRoleArn: monitor.arn,
        dependsOn: [...monitor.permissions],
      });
    });
  }
}

function serverlessScaling({
  profile: { database },
}: PlatformContext): Pick<RdsClusterConfig, 'serverlessv2ScalingConfiguration'> {
  if (database.kind !== 'serverless') return {};
  return { serverlessv2ScalingConfiguration: { minCapacity: database.minCapacity, maxCapacity: database.maxCapacity } };
}

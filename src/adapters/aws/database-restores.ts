// Makes copies of clusters of RDS, and removes them.
import {
  CreateDBInstanceCommand,
  DeleteDBClusterCommand,
  DeleteDBInstanceCommand,
  type RDSClient,
  RestoreDBClusterFromSnapshotCommand,
  RestoreDBClusterToPointInTimeCommand,
} from '@aws-sdk/client-rds';
import type { Databases, RestoreRequest } from '../../ports/databases.ts';
import { asking, askingFor } from './asking.ts';
import { nameOf } from './refusals.ts';

type Restores = Pick<Databases, 'restore' | 'addInstance' | 'removeInstance' | 'removeCluster'>;

export function restoreWith(client: RDSClient): Restores {
  return {
    restore: async (request) => {
      const { name, source, point } = request;
      if (point.kind === 'time') {
        const attempt = { what: `restore ${source.id} as ${name}`, permission: 'rds:RestoreDBClusterToPointInTime' };
        const moment = { SourceDBClusterIdentifier: source.id, RestoreToTime: new Date(point.at) };
        const command = new RestoreDBClusterToPointInTimeCommand({ ...settingsOf(request), ...moment });
        await asking(attempt, () => client.send(command));
      } else {
        const attempt = { what: `restore ${point.id} as ${name}`, permission: 'rds:RestoreDBClusterFromSnapshot' };
        const snapshot = { SnapshotIdentifier: point.id, Engine: source.engine, EngineVersion: point.engineVersion };
        const command = new RestoreDBClusterFromSnapshotCommand({ ...settingsOf(request), ...snapshot });
        await asking(attempt, () => client.send(command));
      }
    },
    addInstance: async ({ name, cluster, engine, instanceClass, tags }) => {
      const attempt = { what: `add the instance ${name} to ${cluster}`, permission: 'rds:CreateDBInstance' };
      const command = new CreateDBInstanceCommand({
        DBInstanceIdentifier: name,
        DBClusterIdentifier: cluster,
        Engine: engine,
        DBInstanceClass: instanceClass,
        PubliclyAccessible: false,
        Tags: tagsOf(tags),
      });
      await asking(attempt, () => client.send(command));
    },
    removeInstance: async (name) => {
      const attempt = { what: `delete the database instance ${name}`, permission: 'rds:DeleteDBInstance' };
      const command = new DeleteDBInstanceCommand({ DBInstanceIdentifier: name, SkipFinalSnapshot: true });
      await askingFor(attempt, isInstanceGone, () => client.send(command));
    },
    removeCluster: async (name) => {
      const attempt = { what: `delete the database cluster ${name}`, permission: 'rds:DeleteDBCluster' };
      const command = new DeleteDBClusterCommand({ DBClusterIdentifier: name, SkipFinalSnapshot: true });
      await askingFor(attempt, isClusterGone, () => client.send(command));
    },
  };
}

/** Both ways to restore take the same; what is left out would be the account's defaults. */
function settingsOf({ name, source, tags }: RestoreRequest) {
  const { capacity } = source;
  return {
    DBClusterIdentifier: name,
    DBSubnetGroupName: source.subnetGroup,
    VpcSecurityGroupIds: [...source.securityGroups],
    DBClusterParameterGroupName: source.parameterGroup,
    EnableIAMDatabaseAuthentication: source.hasIamUsers,
    DeletionProtection: false,
    CopyTagsToSnapshot: true,
    Tags: tagsOf(tags),
    ...(source.key && { KmsKeyId: source.key }),
    ...(capacity && { ServerlessV2ScalingConfiguration: { MinCapacity: capacity.least, MaxCapacity: capacity.most } }),
  };
}

function tagsOf(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html */
const isInstanceGone = (error: unknown): boolean => nameOf(error) === 'DBInstanceNotFoundFault';
const isClusterGone = (error: unknown): boolean => nameOf(error) === 'DBClusterNotFoundFault';

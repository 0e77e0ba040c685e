import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  CreateDBInstance$,
  DeleteDBCluster$,
  DeleteDBInstance$,
  DescribeDBClusterSnapshots$,
  DescribeDBClusters$,
  DescribeDBInstances$,
  FailoverDBCluster$,
  RDSClient,
  RestoreDBClusterFromSnapshot$,
  RestoreDBClusterToPointInTime$,
  _ep0,
  _mw0,
  command
} from "./chunk-IB5EDQX6.js";
import {
  everyPage
} from "./chunk-2TWVQLQY.js";
import {
  asking,
  askingFor
} from "./chunk-TDX7Z4V6.js";
import {
  guarded
} from "./chunk-XVITBZA2.js";
import {
  nameOf,
  persistent
} from "./chunk-XSWGJYED.js";
import {
  createPaginator
} from "./chunk-7YUU5ONS.js";

// node_modules/@aws-sdk/client-rds/dist-es/commands/CreateDBInstanceCommand.js
var CreateDBInstanceCommand = class extends command(_ep0, _mw0, "CreateDBInstance", CreateDBInstance$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DeleteDBClusterCommand.js
var DeleteDBClusterCommand = class extends command(_ep0, _mw0, "DeleteDBCluster", DeleteDBCluster$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DeleteDBInstanceCommand.js
var DeleteDBInstanceCommand = class extends command(_ep0, _mw0, "DeleteDBInstance", DeleteDBInstance$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBClustersCommand.js
var DescribeDBClustersCommand = class extends command(_ep0, _mw0, "DescribeDBClusters", DescribeDBClusters$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBClusterSnapshotsCommand.js
var DescribeDBClusterSnapshotsCommand = class extends command(_ep0, _mw0, "DescribeDBClusterSnapshots", DescribeDBClusterSnapshots$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/DescribeDBInstancesCommand.js
var DescribeDBInstancesCommand = class extends command(_ep0, _mw0, "DescribeDBInstances", DescribeDBInstances$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/FailoverDBClusterCommand.js
var FailoverDBClusterCommand = class extends command(_ep0, _mw0, "FailoverDBCluster", FailoverDBCluster$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/RestoreDBClusterFromSnapshotCommand.js
var RestoreDBClusterFromSnapshotCommand = class extends command(_ep0, _mw0, "RestoreDBClusterFromSnapshot", RestoreDBClusterFromSnapshot$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/commands/RestoreDBClusterToPointInTimeCommand.js
var RestoreDBClusterToPointInTimeCommand = class extends command(_ep0, _mw0, "RestoreDBClusterToPointInTime", RestoreDBClusterToPointInTime$) {
};

// node_modules/@aws-sdk/client-rds/dist-es/pagination/DescribeDBClusterSnapshotsPaginator.js
var paginateDescribeDBClusterSnapshots = createPaginator(RDSClient, DescribeDBClusterSnapshotsCommand, "Marker", "Marker", "MaxRecords");

// node_modules/@aws-sdk/client-rds/dist-es/pagination/DescribeDBInstancesPaginator.js
var paginateDescribeDBInstances = createPaginator(RDSClient, DescribeDBInstancesCommand, "Marker", "Marker", "MaxRecords");

// src/adapters/aws/database-answers.ts
function readInstances(client, cluster) {
  return asking({ what: `read the instances of ${cluster}`, permission: "rds:DescribeDBInstances" }, async () => {
    const Filters = [{ Name: "db-cluster-id", Values: [cluster] }];
    const instances = await everyPage(paginateDescribeDBInstances({ client }, { Filters }), ({ DBInstances }) => DBInstances);
    return new Map(instances.map((instance) => [instance.DBInstanceIdentifier ?? "", instance]));
  });
}
function clusterOf(id, cluster, instances) {
  return { id, status: cluster.Status ?? "", members: membersOf(cluster).map((member) => memberOf(member, instances)) };
}
function detailsOf(id, cluster, instances) {
  const members = membersOf(cluster).map((member) => {
    const { DBInstanceClass: instanceClass = "", TagList } = instances.get(member.DBInstanceIdentifier ?? "") ?? {};
    const promotionTier = member.PromotionTier ?? lastTier;
    return { ...memberOf(member, instances), instanceClass, promotionTier, tags: tagsOf(TagList) };
  });
  const { GlobalClusterIdentifier, ReplicationSourceIdentifier } = cluster;
  return {
    ...clusterOf(id, cluster, instances),
    members,
    ...shapeOf(cluster),
    ...timesOf(cluster),
    tags: tagsOf(cluster.TagList),
    pendingChanges: [
      ...namesOf(cluster.PendingModifiedValues),
      ...[...instances].flatMap(
        ([name, { PendingModifiedValues }]) => namesOf(PendingModifiedValues).map((change) => `${name}: ${change}`)
      )
    ],
    isSecondary: Boolean(ReplicationSourceIdentifier || GlobalClusterIdentifier && !members.some(({ isWriter }) => isWriter)),
    ...cluster.MasterUserSecret?.SecretArn && {
      masterSecret: { arn: cluster.MasterUserSecret.SecretArn, status: cluster.MasterUserSecret.SecretStatus ?? "" }
    }
  };
}
var lastTier = 15;
function membersOf({ DBClusterMembers }) {
  return DBClusterMembers ?? [];
}
function memberOf({ DBInstanceIdentifier: id = "", IsClusterWriter = false }, all) {
  const { AvailabilityZone: zone = "", DBInstanceStatus: status = "" } = all.get(id) ?? {};
  return { id, zone, isWriter: IsClusterWriter, status };
}
function tagsOf(tags = []) {
  return Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value]));
}
function shapeOf(cluster) {
  const { MinCapacity: least, MaxCapacity: most } = cluster.ServerlessV2ScalingConfiguration ?? {};
  return {
    engine: cluster.Engine ?? "",
    engineVersion: cluster.EngineVersion ?? "",
    endpoint: cluster.Endpoint ?? "",
    subnetGroup: cluster.DBSubnetGroup ?? "",
    securityGroups: (cluster.VpcSecurityGroups ?? []).map(({ VpcSecurityGroupId = "" }) => VpcSecurityGroupId),
    parameterGroup: cluster.DBClusterParameterGroup ?? "",
    ...cluster.StorageEncrypted && cluster.KmsKeyId && { key: cluster.KmsKeyId },
    hasIamUsers: cluster.IAMDatabaseAuthenticationEnabled ?? false,
    ...least !== void 0 && most !== void 0 && { capacity: { least, most } }
  };
}
function timesOf({ EarliestRestorableTime: earliest, LatestRestorableTime: latest }) {
  return {
    ...earliest && { earliestRestorableAt: earliest.toISOString() },
    ...latest && { latestRestorableAt: latest.toISOString() }
  };
}
function namesOf(pending) {
  const waits = (value) => typeof value === "object" && value !== null ? Object.values(value).some(waits) : value !== void 0 && value !== null;
  return Object.entries(pending ?? {}).flatMap(([name, value]) => waits(value) ? [name] : []);
}
function snapshotOf(snapshot) {
  return {
    id: snapshot.DBClusterSnapshotIdentifier ?? "",
    createdAt: snapshot.SnapshotCreateTime?.toISOString() ?? "",
    isAutomated: snapshot.SnapshotType === "automated",
    status: snapshot.Status ?? "",
    engineVersion: snapshot.EngineVersion ?? ""
  };
}

// src/adapters/aws/database-restores.ts
function restoreWith(client) {
  return {
    restore: async (request) => {
      const { name, source, point } = request;
      if (point.kind === "time") {
        const attempt = { what: `restore ${source.id} as ${name}`, permission: "rds:RestoreDBClusterToPointInTime" };
        const moment = { SourceDBClusterIdentifier: source.id, RestoreToTime: new Date(point.at) };
        const command2 = new RestoreDBClusterToPointInTimeCommand({ ...settingsOf(request), ...moment });
        await asking(attempt, () => client.send(command2));
      } else {
        const attempt = { what: `restore ${point.id} as ${name}`, permission: "rds:RestoreDBClusterFromSnapshot" };
        const snapshot = { SnapshotIdentifier: point.id, Engine: source.engine, EngineVersion: point.engineVersion };
        const command2 = new RestoreDBClusterFromSnapshotCommand({ ...settingsOf(request), ...snapshot });
        await asking(attempt, () => client.send(command2));
      }
    },
    addInstance: async ({ name, cluster, engine, instanceClass, tags }) => {
      const attempt = { what: `add the instance ${name} to ${cluster}`, permission: "rds:CreateDBInstance" };
      const command2 = new CreateDBInstanceCommand({
        DBInstanceIdentifier: name,
        DBClusterIdentifier: cluster,
        Engine: engine,
        DBInstanceClass: instanceClass,
        PubliclyAccessible: false,
        Tags: tagsOf2(tags)
      });
      await asking(attempt, () => client.send(command2));
    },
    removeInstance: async (name) => {
      const attempt = { what: `delete the database instance ${name}`, permission: "rds:DeleteDBInstance" };
      const command2 = new DeleteDBInstanceCommand({ DBInstanceIdentifier: name, SkipFinalSnapshot: true });
      await askingFor(attempt, isInstanceGone, () => client.send(command2));
    },
    removeCluster: async (name) => {
      const attempt = { what: `delete the database cluster ${name}`, permission: "rds:DeleteDBCluster" };
      const command2 = new DeleteDBClusterCommand({ DBClusterIdentifier: name, SkipFinalSnapshot: true });
      await askingFor(attempt, isClusterGone, () => client.send(command2));
    }
  };
}
function settingsOf({ name, source, tags }) {
  const { capacity } = source;
  return {
    DBClusterIdentifier: name,
    DBSubnetGroupName: source.subnetGroup,
    VpcSecurityGroupIds: [...source.securityGroups],
    DBClusterParameterGroupName: source.parameterGroup,
    EnableIAMDatabaseAuthentication: source.hasIamUsers,
    DeletionProtection: false,
    CopyTagsToSnapshot: true,
    Tags: tagsOf2(tags),
    ...source.key && { KmsKeyId: source.key },
    ...capacity && { ServerlessV2ScalingConfiguration: { MinCapacity: capacity.least, MaxCapacity: capacity.most } }
  };
}
function tagsOf2(tags) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
var isInstanceGone = (error) => nameOf(error) === "DBInstanceNotFoundFault";
var isClusterGone = (error) => nameOf(error) === "DBClusterNotFoundFault";

// src/adapters/aws/databases.ts
function openDatabases(config) {
  const client = guarded(new RDSClient({ ...config, ...persistent }), "rds", config);
  const read = async (id) => {
    const attempt = { what: `read the database cluster ${id}`, permission: "rds:DescribeDBClusters" };
    const request = new DescribeDBClustersCommand({ DBClusterIdentifier: id });
    const found = await askingFor(attempt, isGone, () => client.send(request));
    return found?.DBClusters?.[0];
  };
  return {
    describe: async (id) => {
      const cluster = await read(id);
      return cluster && clusterOf(id, cluster, await readInstances(client, id));
    },
    details: async (id) => {
      const cluster = await read(id);
      return cluster && detailsOf(id, cluster, await readInstances(client, id));
    },
    failOver: async (id, to) => {
      const attempt = { what: `let ${to} write in ${id}`, permission: "rds:FailoverDBCluster" };
      const request = new FailoverDBClusterCommand({ DBClusterIdentifier: id, TargetDBInstanceIdentifier: to });
      await asking(attempt, () => client.send(request));
    },
    snapshots: (id) => asking({ what: `read the snapshots of ${id}`, permission: "rds:DescribeDBClusterSnapshots" }, async () => {
      const pages = paginateDescribeDBClusterSnapshots({ client }, { DBClusterIdentifier: id });
      const found = await everyPage(pages, ({ DBClusterSnapshots }) => DBClusterSnapshots);
      return found.map(snapshotOf).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
    }),
    ...restoreWith(client)
  };
}
var isGone = (error) => nameOf(error) === "DBClusterNotFoundFault";

export {
  openDatabases
};

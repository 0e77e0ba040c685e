import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  DescribeReplicationGroups$,
  ElastiCacheClient,
  ModifyReplicationGroup$,
  _ep0,
  _mw0,
  command
} from "./chunk-V5TGOUOQ.js";
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

// node_modules/@aws-sdk/client-elasticache/dist-es/commands/DescribeReplicationGroupsCommand.js
var DescribeReplicationGroupsCommand = class extends command(_ep0, _mw0, "DescribeReplicationGroups", DescribeReplicationGroups$) {
};

// node_modules/@aws-sdk/client-elasticache/dist-es/commands/ModifyReplicationGroupCommand.js
var ModifyReplicationGroupCommand = class extends command(_ep0, _mw0, "ModifyReplicationGroup", ModifyReplicationGroup$) {
};

// src/adapters/aws/caches.ts
function openCaches(config) {
  const client = guarded(new ElastiCacheClient({ ...config, ...persistent }), "elasticache", config);
  const read = async (id) => {
    const attempt = { what: `read the cache ${id}`, permission: "elasticache:DescribeReplicationGroups" };
    const request = new DescribeReplicationGroupsCommand({ ReplicationGroupId: id });
    const found = await askingFor(attempt, isGone, () => client.send(request));
    return found?.ReplicationGroups?.[0];
  };
  const modify = async (id, what, changes) => {
    const attempt = { what: `${what} of the cache ${id}`, permission: "elasticache:ModifyReplicationGroup" };
    const request = new ModifyReplicationGroupCommand({ ReplicationGroupId: id, ApplyImmediately: true, ...changes });
    await asking(attempt, () => client.send(request));
  };
  return {
    describe: async (id) => {
      const group = await read(id);
      return group && groupOf(id, group);
    },
    details: async (id) => {
      const group = await read(id);
      if (!group) return void 0;
      const pending = Object.entries(group.PendingModifiedValues ?? {}).filter(([, value]) => value !== void 0);
      return {
        ...groupOf(id, group),
        isSharded: (group.NodeGroups ?? []).length > 1 || group.ClusterEnabled === true,
        automaticFailover: group.AutomaticFailover ?? "disabled",
        isMultiZone: group.MultiAZ === "enabled",
        pendingChanges: pending.map(([name]) => name)
      };
    },
    promote: (id, node) => modify(id, `make ${node} the primary`, { PrimaryClusterId: node }),
    setAutomaticFailover: (id, isOn) => modify(id, `turn ${isOn ? "on" : "off"} automatic failover`, { AutomaticFailoverEnabled: isOn, MultiAZEnabled: isOn })
  };
}
function groupOf(id, group) {
  const members = (group.NodeGroups ?? []).flatMap(({ NodeGroupMembers = [] }) => NodeGroupMembers);
  const nodes = members.map((node) => ({
    id: node.CacheClusterId ?? "",
    zone: node.PreferredAvailabilityZone ?? "",
    role: node.CurrentRole === "primary" ? "primary" : "replica"
  }));
  return { id, status: group.Status ?? "", nodes };
}
var isGone = (error) => nameOf(error) === "ReplicationGroupNotFoundFault";

export {
  openCaches
};

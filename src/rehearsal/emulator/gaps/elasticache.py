"""ElastiCache: moto 5.2.1 has replication groups without member clusters, which can be neither changed nor deleted.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
Parameter groups and users have files of their own beside this one.
"""

from __future__ import annotations

import inspect
from typing import Any, Callable

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache.exceptions import ElastiCacheException
from moto.elasticache.responses import ElastiCacheResponse

from .registry import Service

service = Service("elasticache", ElastiCacheResponse)
GROUP = "aws_elasticache_replication_group"

# What ModifyReplicationGroup changes at once: the request's field and the attribute of moto's group.
CHANGEABLE = {
    "AutoMinorVersionUpgrade": "auto_minor_version_upgrade",
    "CacheNodeType": "cache_node_type",
    "CacheParameterGroupName": "cache_parameter_group_name",
    "Engine": "engine",
    "EngineVersion": "engine_version",
    "LogDeliveryConfigurations": "log_delivery_configurations",
    "NotificationTopicArn": "notification_topic_arn",
    "PreferredMaintenanceWindow": "preferred_maintenance_window",
    "ReplicationGroupDescription": "description",
    "SecurityGroupIds": "security_group_ids",
    "SnapshotRetentionLimit": "snapshot_retention_limit",
    "SnapshotWindow": "snapshot_window",
    "TransitEncryptionEnabled": "transit_encryption_enabled",
    "TransitEncryptionMode": "transit_encryption_mode",
}


def full_version(engine_version: str | None) -> str:
    """A node tells its patch release where a person names the minor one."""
    version = engine_version or "7.1"
    return version if version.count(".") == 2 else f"{version}.0"


def node(group: Any, cluster_id: str, role: str) -> dict[str, Any]:
    domain = group.node_groups[0]["primary_endpoint_address"].split(".", 1)[1]
    return {
        "cache_cluster_id": cluster_id,
        "cache_node_id": "0001",
        "current_role": role,
        "preferred_availability_zone": group.member_zones[cluster_id],
        "read_endpoint": {"address": f"{cluster_id}.{domain}", "port": group.port},
    }


def set_members(response: Any, group: Any, count: int) -> None:
    """Makes the group's clusters `<id>-001` and on (cluster mode disabled), each with an answer of its own."""
    backend = response.elasticache_backend
    letters = "abcdefghijklmnopqrstuvwxyz"
    wanted = [f"{group.replication_group_id}-{number + 1:03}" for number in range(count)]
    preferred = response._get_param("PreferredCacheClusterAZs", [])
    for gone in set(group.member_clusters) - set(wanted):
        remove_member(backend, gone)
    group.member_zones = {
        cluster_id: preferred[index] if index < len(preferred) else f"{response.region}{letters[index % 3]}"
        for index, cluster_id in enumerate(wanted)
    }
    group.member_clusters = wanted
    group.node_groups[0]["node_group_members"] = [
        node(group, cluster_id, "replica" if index else "primary") for index, cluster_id in enumerate(wanted)
    ]


def refresh_members(backend: Any, group: Any) -> None:
    """Each member tells what the group says: Terraform reads most settings of a group from its first member."""
    creates = inspect.signature(backend.create_cache_cluster).parameters
    for cluster_id in group.member_clusters:
        if cluster_id not in backend.cache_clusters:
            fields = {"cache_cluster_id": cluster_id, "cache_node_type": group.cache_node_type, "port": group.port}
            backend.create_cache_cluster(**{**dict.fromkeys(creates), **fields})
        cluster = backend.cache_clusters[cluster_id]
        for attribute in ("auth_token_enabled", "at_rest_encryption_enabled", "auto_minor_version_upgrade"):
            setattr(cluster, attribute, getattr(group, attribute))
        for attribute in ("cache_node_type", "cache_subnet_group_name", "engine", "ip_discovery", "network_type"):
            setattr(cluster, attribute, getattr(group, attribute))
        for attribute in ("notification_topic_arn", "replication_group_id", "snapshot_retention_limit"):
            setattr(cluster, attribute, getattr(group, attribute))
        for attribute in ("snapshot_window", "transit_encryption_enabled", "transit_encryption_mode"):
            setattr(cluster, attribute, getattr(group, attribute))
        cluster.num_cache_nodes = 1
        cluster.engine_version = full_version(group.engine_version)
        cluster.preferred_maintenance_window = group.preferred_maintenance_window or "sun:05:00-sun:06:00"
        cluster.preferred_availability_zone = getattr(group, "member_zones", {}).get(cluster_id)
        cluster.cache_parameter_group = {
            "CacheParameterGroupName": group.cache_parameter_group_name or f"default.{group.engine}7",
            "ParameterApplyStatus": "in-sync",
        }
        cluster.security_groups = [
            {"SecurityGroupId": group_id, "Status": "active"} for group_id in group.security_group_ids or []
        ]


def remove_member(backend: Any, cluster_id: str) -> None:
    cluster = backend.cache_clusters.pop(cluster_id, None)
    if cluster is not None:
        backend.tagging_service.delete_all_tags_for_resource(cluster.arn)


def group_of(response: Any) -> Any:
    """The group that the request names; moto's own error when there is none."""
    return response.elasticache_backend.describe_replication_groups(response._get_param("ReplicationGroupId"))[0]


@service.mends("CreateReplicationGroup", "makes its member clusters, as many as asked for")
def create_replication_group(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    group = answer.result["ReplicationGroup"]
    group.snapshot_window = response._get_param("SnapshotWindow") or "05:00-06:00"
    if group.cluster_mode != "enabled":
        set_members(response, group, response._get_int_param("NumCacheClusters") or len(group.member_clusters))
    refresh_members(response.elasticache_backend, group)
    return answer


@service.adds("ModifyReplicationGroup", GROUP)
def modify_replication_group(response: Any) -> ActionResult:
    group = group_of(response)
    for field, attribute in CHANGEABLE.items():
        value = response._get_param(field)
        if value is not None:
            setattr(group, attribute, value)
    for field, attribute in (("AutomaticFailoverEnabled", "automatic_failover"), ("MultiAZEnabled", "multi_az")):
        value = response._get_bool_param(field)
        if value is not None:
            setattr(group, attribute, "enabled" if value else "disabled")
    change_user_groups(response, group)
    refresh_members(response.elasticache_backend, group)
    return ActionResult({"ReplicationGroup": group})


def change_user_groups(response: Any, group: Any) -> None:
    if response._get_bool_param("RemoveUserGroups"):
        group.user_group_ids = []
    removed = response._get_param("UserGroupIdsToRemove", [])
    kept = [group_id for group_id in group.user_group_ids if group_id not in removed]
    group.user_group_ids = kept + response._get_param("UserGroupIdsToAdd", [])


def change_replica_count(response: Any) -> ActionResult:
    group = group_of(response)
    if group.cluster_mode == "enabled":
        raise ElastiCacheException("InvalidParameterCombination", "Only cluster mode disabled is emulated here")
    set_members(response, group, response._get_int_param("NewReplicaCount") + 1)
    refresh_members(response.elasticache_backend, group)
    return ActionResult({"ReplicationGroup": group})


service.adds("IncreaseReplicaCount", GROUP)(change_replica_count)
service.adds("DecreaseReplicaCount", GROUP)(change_replica_count)


@service.mends("DeleteReplicationGroup", "deletes at once, with member clusters and tags, after the final snapshot")
def delete_replication_group(moto: Callable, response: Any) -> ActionResult:
    group = group_of(response)
    backend = response.elasticache_backend
    snapshot_name = response._get_param("FinalSnapshotIdentifier")
    if snapshot_name:
        backend.create_snapshot(snapshot_name, group.replication_group_id, None, None, None)
    answer = moto(response)
    for cluster_id in group.member_clusters:
        remove_member(backend, cluster_id)
    del backend.replication_groups[group.replication_group_id]
    backend.tagging_service.delete_all_tags_for_resource(group.arn)
    return answer


@service.adds("DeleteCacheSubnetGroup", "aws_elasticache_subnet_group")
def delete_cache_subnet_group(response: Any) -> ActionResult:
    backend = response.elasticache_backend
    name = response._get_param("CacheSubnetGroupName")
    subnet_group = backend.describe_cache_subnet_groups(name)[0]
    if any(group.cache_subnet_group_name == name for group in backend.replication_groups.values()):
        raise ElastiCacheException("CacheSubnetGroupInUse", f"Cache subnet group {name} is currently in use")
    del backend.cache_subnet_groups[name]
    backend.tagging_service.delete_all_tags_for_resource(subnet_group.arn)
    return EmptyResult()


@service.mends("ListTagsForResource", "answers for parameter groups and user groups too")
def list_tags_for_resource(moto: Callable, response: Any) -> ActionResult:
    arn = response._get_param("ResourceName")
    if arn.split(":")[5:6] not in (["parametergroup"], ["usergroup"]):
        return moto(response)
    tags = response.elasticache_backend.tagging_service.list_tags_for_resource(arn)
    return ActionResult({"TagList": tags["Tags"]})

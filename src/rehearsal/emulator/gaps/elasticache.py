"""ElastiCache: moto 5.2.1 has replication groups without member clusters, which can be neither changed nor deleted.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
Member clusters, promotions, parameter groups and users have files of their own beside this one.
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache.exceptions import ElastiCacheException
from moto.elasticache.responses import ElastiCacheResponse

from . import elasticache_parameters, elasticache_users
from .elasticache_members import refresh_members, remove_member, set_members
from .elasticache_promotions import change_availability, refuse_while_it_changes
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


def group_of(response: Any) -> Any:
    """The group that the request names; moto's own error when there is none."""
    return response.elasticache_backend.describe_replication_groups(response._get_param("ReplicationGroupId"))[0]


def refuse_unknown(response: Any) -> None:
    """moto takes the names of groups that are not there; AWS does not."""
    backend = response.elasticache_backend
    subnets, parameters = (response._get_param(f"Cache{kind}GroupName") for kind in ("Subnet", "Parameter"))
    if subnets and subnets != "default":
        backend.describe_cache_subnet_groups(subnets)
    if parameters and not parameters.startswith("default."):
        elasticache_parameters.group_of(response)
    for group_id in response._get_param("UserGroupIds", []):
        elasticache_users.group_named(backend, group_id)


@service.mends("CreateReplicationGroup", "makes its member clusters, and refuses groups that are not there")
def create_replication_group(moto: Callable, response: Any) -> ActionResult:
    refuse_unknown(response)
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
    refuse_while_it_changes(group)
    change_availability(response, group)
    for field, attribute in CHANGEABLE.items():
        value = response._get_param(field)
        if value is not None:
            setattr(group, attribute, value)
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

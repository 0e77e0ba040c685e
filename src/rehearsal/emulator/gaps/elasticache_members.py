"""The member clusters of an ElastiCache replication group, which moto 5.2.1 names but does not make.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html
"""

from __future__ import annotations

import inspect
from typing import Any, Optional

# What every member has from its group, under the same name in moto.
SHARED = (
    "at_rest_encryption_enabled",
    "auth_token_enabled",
    "auto_minor_version_upgrade",
    "cache_node_type",
    "cache_subnet_group_name",
    "engine",
    "ip_discovery",
    "network_type",
    "notification_topic_arn",
    "replication_group_id",
    "snapshot_retention_limit",
    "snapshot_window",
    "transit_encryption_enabled",
    "transit_encryption_mode",
)


def full_version(engine_version: Optional[str]) -> str:
    """A node tells its patch release where a person names the minor one."""
    version = engine_version or "7.1"
    return version if version.count(".") == 2 else f"{version}.0"


def default_parameter_group(group: Any) -> str:
    return f"default.{group.engine}{full_version(group.engine_version).split('.')[0]}"


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
    wanted = [f"{group.replication_group_id}-{number + 1:03}" for number in range(count)]
    preferred = response._get_param("PreferredCacheClusterAZs", [])
    for gone in set(group.member_clusters) - set(wanted):
        remove_member(backend, gone)
    group.member_zones = {
        cluster_id: preferred[index] if index < len(preferred) else response.region + "abc"[index % 3]
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
        for attribute in SHARED:
            setattr(cluster, attribute, getattr(group, attribute))
        cluster.num_cache_nodes = 1
        cluster.engine_version = full_version(group.engine_version)
        cluster.preferred_maintenance_window = group.preferred_maintenance_window or "sun:05:00-sun:06:00"
        cluster.preferred_availability_zone = getattr(group, "member_zones", {}).get(cluster_id)
        cluster.cache_parameter_group = {
            "CacheParameterGroupName": group.cache_parameter_group_name or default_parameter_group(group),
            "ParameterApplyStatus": "in-sync",
        }
        cluster.security_groups = [
            {"SecurityGroupId": group_id, "Status": "active"} for group_id in group.security_group_ids or []
        ]


def remove_member(backend: Any, cluster_id: str) -> None:
    cluster = backend.cache_clusters.pop(cluster_id, None)
    if cluster is not None:
        backend.tagging_service.delete_all_tags_for_resource(cluster.arn)

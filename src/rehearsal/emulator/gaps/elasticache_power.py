"""Takes the power from the cache nodes of a zone: a replica elsewhere becomes the primary, and the nodes come back later.

https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
AWS tells of a node's trouble by the statuses of its group and of its cluster; a node of a group has none of its own.
"""

from __future__ import annotations

from typing import Any

from moto.elasticache.models import elasticache_backends

from .fis_experiment import Action, Effect, Experiment


def cut_power(experiment: Experiment, action: Action, targets: list[dict[str, Any]], at: float) -> Effect:
    backend = elasticache_backends[experiment.account][experiment.region]
    hit = [(one, backend.replication_groups[one["ReplicationGroupId"]]) for one in targets]
    for target, group in hit:
        fail_over(group, target["zone"])
        set_status(backend, group, target["zone"], "modifying", "rebooting cluster nodes")
    faults = [{"kind": "cache", "zone": target["zone"], "resource": target["arn"], "since": at} for target, _ in hit]

    def give_back() -> None:
        for target, group in hit:
            set_status(backend, group, target["zone"], "available", "available")

    return Effect(give_back, faults)


def nodes_of(group: Any) -> list[dict[str, Any]]:
    return [node for shard in group.node_groups for node in shard["node_group_members"]]


def fail_over(group: Any, zone: str) -> None:
    """Where there is nobody to take over, or nobody may, the group keeps its primary."""
    primary = next((one for one in nodes_of(group) if one["current_role"] == "primary"), None)
    others = [one for one in nodes_of(group) if one["preferred_availability_zone"] != zone]
    if primary is None or primary in others or not others or group.automatic_failover != "enabled":
        return
    primary["current_role"], others[0]["current_role"] = "replica", "primary"


def set_status(backend: Any, group: Any, zone: str, of_group: str, of_node: str) -> None:
    group.status = of_group
    for shard in group.node_groups:
        shard["status"] = of_group
    for node in nodes_of(group):
        cluster = backend.cache_clusters.get(node["cache_cluster_id"])
        if cluster is not None and node["preferred_availability_zone"] == zone:
            cluster.cache_cluster_status = of_node

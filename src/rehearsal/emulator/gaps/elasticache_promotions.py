"""Another primary for an ElastiCache group, and automatic failover: in a simulation both take a minute.

https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.PromoteReplica.html
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from moto.elasticache.exceptions import ElastiCacheException
from moto.elasticache.models import elasticache_backends

from . import clock
from .state import kept

MODIFYING_SECONDS = 60
SWITCHES = {"AutomaticFailoverEnabled": "automatic_failover", "MultiAZEnabled": "multi_az"}


def refuse_while_it_changes(group: Any) -> None:
    if group.status != "available":
        message = f"Replication group {group.replication_group_id} is {group.status}."
        raise ElastiCacheException("InvalidReplicationGroupState", message)


def asked_switches(response: Any) -> dict[str, str]:
    asked = {attribute: response._get_bool_param(field) for field, attribute in SWITCHES.items()}
    return {attribute: "enabled" if on else "disabled" for attribute, on in asked.items() if on is not None}


def change_availability(response: Any, group: Any) -> None:
    """What the request says of the primary and of failover; the group is `modifying` until it is so."""
    switches = asked_switches(response)
    changed = {attribute: value for attribute, value in switches.items() if getattr(group, attribute) != value}
    primary = response._get_param("PrimaryClusterId")
    if primary:
        refuse_promotion(group, primary)
    if not changed and not primary:
        return
    if not clock.simulating():
        apply(group, changed, primary)
        return
    group.status = "modifying"
    modifications = kept(response.elasticache_backend, "modifications", dict)
    modifications[group.replication_group_id] = (clock.now().timestamp(), changed, primary)


def refuse_promotion(group: Any, primary: str) -> None:
    if group.automatic_failover == "enabled":
        message = "Cannot promote a replica to primary while automatic failover is enabled."
        raise ElastiCacheException("InvalidParameterCombination", message)
    if primary not in group.member_clusters:
        raise ElastiCacheException("CacheClusterNotFound", f"{primary} is no member of {group.replication_group_id}.")


def apply(group: Any, switches: dict[str, str], primary: str | None) -> None:
    for attribute, value in switches.items():
        setattr(group, attribute, value)
    for shard in group.node_groups if primary else []:
        for node in shard["node_group_members"]:
            node["current_role"] = "primary" if node["cache_cluster_id"] == primary else "replica"


@clock.on_tick
def end_modifications(at: datetime) -> None:
    end_those_since(at.timestamp() - MODIFYING_SECONDS)


@clock.on_end
def end_all_modifications(at: datetime) -> None:
    end_those_since(float("inf"))


def end_those_since(latest: float) -> None:
    for _, _, backend in list(elasticache_backends.iter_backends()):
        modifications = kept(backend, "modifications", dict)
        for group_id in [one for one, (since, _, _) in modifications.items() if since <= latest]:
            _, switches, primary = modifications.pop(group_id)
            group = backend.replication_groups.get(group_id)
            if group is not None:
                apply(group, switches, primary)
                group.status = "available"

"""Copies of Aurora clusters: moto 5.2.1 takes no notice of most of what a restore asks for, and fails for managed passwords.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

from moto.rds.exceptions import InvalidDBClusterStateFault, RDSClientError
from moto.rds.models import DBCluster, RDSBackend, rds_backends

from . import clock
from .rds import service
from .state import kept

WHY = "makes what is asked for and nothing else, once, and takes its time in a simulation"
# In AWS both take longer the larger the data is.
CLUSTER_SECONDS = 300
INSTANCE_SECONDS = 240
# What is written down is not to be had at once: the latest time is within the last five minutes.
BACKUP_LAG = timedelta(minutes=5)
# What a copy has of its source, whoever restores it.
INHERITED = (
    "availability_zones",
    "backup_retention_period",
    "database_name",
    "engine",
    "engine_version",
    "kms_key_id",
    "master_username",
    "port",
    "storage_encrypted",
)
# What says where the data comes from, and is no setting of a cluster.
ORIGIN = (
    "restore_to_time",
    "restore_type",
    "snapshot_identifier",
    "source_db_cluster_identifier",
    "use_latest_restorable_time",
)


def utc(at: datetime) -> datetime:
    """moto's times have no zone; AWS tells milliseconds, so finer ones cannot be asked for."""
    aware = at.replace(tzinfo=timezone.utc) if at.tzinfo is None else at
    return aware.replace(microsecond=aware.microsecond // 1000 * 1000)


@service.mends(
    "DescribeDBClusters",
    "tells the latest restorable time by the clock of a simulation",
    DBCluster,
    "latest_restorable_time",
)
def latest_restorable_time(moto: Callable, cluster: Any) -> datetime:
    if not clock.simulating():
        return moto(cluster)
    return max(utc(cluster.earliest_restorable_time), clock.now() - BACKUP_LAG).replace(tzinfo=None)


@service.mends("RestoreDBClusterToPointInTime", WHY, RDSBackend, "restore_db_cluster_to_point_in_time")
def restore_to_time(moto: Callable, backend: Any, **asked: Any) -> Any:
    source = backend.describe_db_clusters(db_cluster_identifier=asked["source_db_cluster_identifier"])[0]
    wanted = asked.get("restore_to_time")
    if wanted is not None:
        earliest, latest = utc(source.earliest_restorable_time), utc(source.latest_restorable_time)
        if not earliest <= utc(wanted) <= latest:
            message = f"The specified instance cannot be restored to a time before {earliest} or after {latest}."
            raise RDSClientError("InvalidRestoreFault", message)
    return copied(backend, source, asked)


@service.mends("RestoreDBClusterFromSnapshot", WHY, RDSBackend, "restore_db_cluster_from_snapshot")
def restore_snapshot(moto: Callable, backend: Any, from_snapshot_id: str, overrides: Any) -> Any:
    snapshots = backend.describe_db_cluster_snapshots(db_cluster_identifier=None, db_snapshot_identifier=from_snapshot_id)
    # Neither tags nor protection come along.
    return copied(backend, snapshots[0].cluster, dict(overrides.items()))


def copied(backend: Any, source: Any, asked: dict[str, Any]) -> Any:
    name = asked["db_cluster_identifier"]
    if name in backend.clusters:
        raise RDSClientError("DBClusterAlreadyExistsFault", f"DB cluster {name} already exists.")
    inherited = {attribute: getattr(source, attribute) for attribute in INHERITED}
    settings = {attribute: value for attribute, value in asked.items() if attribute not in ORIGIN and value is not None}
    # The password of then, which nobody is told; it is not a managed one any more.
    cluster = backend.create_db_cluster({**inherited, "master_user_password": "that-of-then", **settings})
    kept(backend, "copies", set).add(name)
    begin(backend, cluster, name, CLUSTER_SECONDS)
    return cluster


@service.mends("CreateDBInstance", "takes its time for a copy in a simulation", RDSBackend, "create_db_instance")
def create_db_instance(moto: Callable, backend: Any, db_kwargs: Any) -> Any:
    name = db_kwargs.get("db_cluster_identifier")
    if name not in kept(backend, "copies", set) or name not in backend.clusters:
        return moto(backend, db_kwargs)
    cluster = backend.clusters[name]
    if cluster.status != "available":
        raise InvalidDBClusterStateFault(f"DB cluster {name} is {cluster.status}.")
    instance = moto(backend, db_kwargs)
    begin(backend, instance, instance.db_instance_identifier, INSTANCE_SECONDS)
    return instance


def begin(backend: Any, made: Any, name: str, seconds: int) -> None:
    made.status = "creating" if clock.simulating() else "available"
    if clock.simulating():
        kept(backend, "creations", dict)[name] = (clock.now().timestamp() + seconds, made)


@service.mends("DescribeDBClusters", "tells of a copy that it is being created until it is done", DBCluster, "status")
def status(moto: Callable, cluster: Any) -> str:
    is_being_made = cluster.db_cluster_identifier in kept(cluster.backend, "creations", dict)
    return "creating" if is_being_made else moto(cluster)


@clock.on_tick
def end_creations(at: datetime) -> None:
    end_those_until(at.timestamp())


@clock.on_end
def end_all_creations(at: datetime) -> None:
    end_those_until(float("inf"))


def end_those_until(latest: float) -> None:
    for _, _, backend in list(rds_backends.iter_backends()):
        creations = kept(backend, "creations", dict)
        for name in [one for one, (until, _) in creations.items() if until <= latest]:
            _, made = creations.pop(name)
            made.status = "available"

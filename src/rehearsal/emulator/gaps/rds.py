"""RDS: moto 5.2.1 drops monitoring and insights settings, and a fail-over takes it no time.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EnableHttpEndpoint.html
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.rds.exceptions import InvalidDBClusterStateFault
from moto.rds.models import DBCluster, RDSBackend, rds_backends
from moto.rds.responses import RDSResponse

from . import clock
from .registry import Service
from .state import kept

service = Service("rds", RDSResponse)

# The request's field and the attribute that moto's answers are made of.
DROPPED_FIELDS = {
    "DatabaseInsightsMode": "database_insights_mode",
    "EnablePerformanceInsights": "performance_insights_enabled",
    "MonitoringInterval": "monitoring_interval",
    "MonitoringRoleArn": "monitoring_role_arn",
    "PerformanceInsightsKMSKeyId": "performance_insights_kms_key_id",
    "PerformanceInsightsRetentionPeriod": "performance_insights_retention_period",
}
# moto allows the Data API on Aurora Serverless v1 only; AWS also on provisioned clusters and Serverless v2.
CLUSTER_FIELDS = {**DROPPED_FIELDS, "EnableHttpEndpoint": "_enable_http_endpoint"}
WHY = "keeps monitoring and insights settings"
CLUSTER_WHY = f"{WHY}, and the HTTP endpoint"


def keep_fields(response: Any, database: Any, fields: dict[str, str] = DROPPED_FIELDS) -> None:
    for field, attribute in fields.items():
        value = response.params.get(field)
        if value is not None:
            setattr(database, attribute, value)


@service.mends("CreateDBInstance", f"{WHY}, and spreads the instances of a cluster over its zones")
def create_db_instance(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    instance = answer.result["DBInstance"]
    keep_fields(response, instance)
    cluster = response.backend.clusters.get(response.params.get("DBClusterIdentifier"))
    if cluster is not None and not response.params.get("AvailabilityZone"):
        taken = [one.availability_zone for one in cluster.members if one is not instance]
        instance.availability_zone = min(sorted(cluster.availability_zones), key=taken.count)
    return answer


@service.mends("ModifyDBInstance", WHY)
def modify_db_instance(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    keep_fields(response, answer.result["DBInstance"])
    return answer


@service.mends("CreateDBCluster", CLUSTER_WHY)
def create_db_cluster(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    keep_fields(response, answer.result["DBCluster"], CLUSTER_FIELDS)
    return answer


@service.mends("ModifyDBCluster", CLUSTER_WHY)
def modify_db_cluster(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    keep_fields(response, answer.result["DBCluster"], CLUSTER_FIELDS)
    return answer


@service.mends("DeleteDBCluster", "deletes its automated snapshots with it")
def delete_db_cluster(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    cluster_id = answer.result["DBCluster"].db_cluster_identifier
    snapshots = response.backend.describe_db_cluster_snapshots(cluster_id, None, "automated")
    for snapshot in snapshots:
        response.backend.delete_db_cluster_snapshot(snapshot.db_cluster_snapshot_identifier)
    return answer


@service.mends(
    "DescribeDBClusters",
    "shows a scaling configuration only where there is one",
    DBCluster,
    "scaling_configuration_info",
)
def scaling_configuration_info(moto: Callable, cluster: Any) -> Any:
    return moto(cluster) if cluster.scaling_configuration else None


def set_http_endpoint(response: Any, enabled: bool) -> ActionResult:
    arn = response.params["ResourceArn"]
    for cluster in response.backend.clusters.values():
        if cluster.arn == arn:
            cluster._enable_http_endpoint = enabled
    return ActionResult({"ResourceArn": arn, "HttpEndpointEnabled": enabled})


@service.adds("EnableHttpEndpoint", "aws_rds_cluster")
def enable_http_endpoint(response: Any) -> ActionResult:
    return set_http_endpoint(response, True)


@service.adds("DisableHttpEndpoint", "aws_rds_cluster")
def disable_http_endpoint(response: Any) -> ActionResult:
    return set_http_endpoint(response, False)


@service.mends("RegisterDBProxyTargets", "registers a target once, however often it is asked to")
def register_db_proxy_targets(moto: Callable, response: Any) -> ActionResult:
    """A client asks again when an answer is lost; moto would then have the target twice, and the provider accepts but one."""
    answer = moto(response)
    proxy = response.backend.db_proxies[response.params["DBProxyName"]]
    for group in proxy.proxy_target_groups.values():
        group.targets[:] = {(target.type, target.rds_resource_id): target for target in group.targets}.values()
    return answer


# Aurora needs less than 60 seconds, often less than 30:
# https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
FAILOVER_SECONDS = 30
FAILING_OVER = "failing-over"


@service.mends(
    "FailoverDBCluster",
    "chooses by promotion tier, another zone first, and takes its time in a simulation",
    RDSBackend,
    "failover_db_cluster",
)
def failover_db_cluster(
    moto: Callable, backend: Any, db_cluster_identifier: str, target_db_instance_identifier: str | None = None
) -> Any:
    cluster = backend.clusters.get(db_cluster_identifier)
    if cluster is None:
        return moto(backend, db_cluster_identifier, target_db_instance_identifier)
    if cluster.status == FAILING_OVER:
        raise InvalidDBClusterStateFault(f"DB cluster {db_cluster_identifier} is failing over already.")
    zone = cluster.writer.availability_zone if cluster.writer else ""
    readers = [one for one in cluster.members if not one.is_cluster_writer]
    readers.sort(key=lambda one: (one.availability_zone == zone, one.promotion_tier))
    chosen = target_db_instance_identifier or next((one.db_instance_identifier for one in readers), None)
    answer = moto(backend, db_cluster_identifier, chosen)
    if clock.simulating():
        cluster.status = FAILING_OVER
        kept(backend, "failovers", dict)[db_cluster_identifier] = (zone, clock.now().timestamp())
    return answer


@clock.on_tick
def end_failovers(at: datetime) -> None:
    end_those_since(at.timestamp() - FAILOVER_SECONDS)


@clock.on_end
def end_all_failovers(at: datetime) -> None:
    end_those_since(float("inf"))


def end_those_since(latest: float) -> None:
    for _, _, backend in list(rds_backends.iter_backends()):
        failovers = kept(backend, "failovers", dict)
        for cluster_id in [one for one, (_, since) in failovers.items() if since <= latest]:
            del failovers[cluster_id]
            if cluster_id in backend.clusters:
                backend.clusters[cluster_id].status = "available"


def database_faults() -> list[dict[str, Any]]:
    """Those that have no writer yet, with the zone of the one that they had."""
    return [
        {"kind": "database", "zone": zone, "resource": backend.clusters[cluster_id].arn, "since": since}
        for _, _, backend in rds_backends.iter_backends()
        for cluster_id, (zone, since) in kept(backend, "failovers", dict).items()
        if cluster_id in backend.clusters
    ]

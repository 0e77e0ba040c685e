"""RDS: moto 5.2.1 drops monitoring and insights settings, and shows a scaling configuration where there is none.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_EnableHttpEndpoint.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.rds.models import DBCluster
from moto.rds.responses import RDSResponse

from .registry import Service

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


@service.mends("CreateDBInstance", WHY)
def create_db_instance(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    keep_fields(response, answer.result["DBInstance"])
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

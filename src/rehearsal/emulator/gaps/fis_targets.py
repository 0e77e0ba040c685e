"""What the targets of an experiment are: found in moto's own backends, by ARN, tag, parameter and filter.

https://docs.aws.amazon.com/fis/latest/userguide/targets.html
Each target found has its `arn`, and what filters may ask for under the names that AWS describes the resource with.
"""

from __future__ import annotations

import re
from typing import Any, Callable

from moto.ec2.models import ec2_backends
from moto.ecs.models import ecs_backends
from moto.elasticache.models import elasticache_backends
from moto.iam.models import iam_backends
from moto.kinesis.models import kinesis_backends
from moto.moto_api._internal import mock_random
from moto.rds.models import rds_backends
from moto.resourcegroupstaggingapi.models import resourcegroupstaggingapi_backends

from .arczonalshift_shifts import managed_resources
from .ec2 import zone_named
from .ecs_tasks import RUNNING
from .fis_experiment import Experiment
from .fis_tasks import zone_of

Found = dict[str, Any]

SELECTION = re.compile(r"(?P<mode>COUNT|PERCENT)\((?P<number>\d+)\)")

# What the tagging API calls what FIS can hit. It does not know roles, which belong to no region.
TAGGED_AS = {
    "aws:arc:zonal-shift-managed-resource": "elasticloadbalancing:loadbalancer",
    "aws:ec2:subnet": "ec2:subnet",
    "aws:ecs:task": "ecs:task",
    "aws:elasticache:replicationgroup": "elasticache:replicationgroup",
    "aws:kinesis:stream": "kinesis:stream",
    "aws:rds:cluster": "rds:cluster",
}


# What FIS calls the kinds of resources that can be shifted, by what load balancing calls them.
KINDS = {"application": "ALB", "network": "NLB"}


def resolve(experiment: Experiment, target: dict[str, Any]) -> list[Found]:
    finder = FINDERS[target["resourceType"]]
    found = finder(experiment.account, experiment.region, target.get("parameters") or {})
    if target.get("resourceArns"):
        found = [one for one in found if one["arn"] in target["resourceArns"]]
    if target.get("resourceTags"):
        tagged = arns_with(experiment, target["resourceTags"], target["resourceType"])
        found = [one for one in found if one["arn"] in tagged]
    for one in target.get("filters") or []:
        found = [candidate for candidate in found if candidate.get(one["path"]) in one["values"]]
    return selected(sorted(found, key=lambda one: one["arn"]), target.get("selectionMode") or "ALL")


def arns_with(experiment: Experiment, tags: dict[str, str], kind: str) -> set[str]:
    if kind == "aws:iam:role":
        return {one.arn for one in roles_of(experiment.account) if tags.items() <= tags_of(one).items()}
    backend = resourcegroupstaggingapi_backends[experiment.account][experiment.region]
    filters = [{"Key": key, "Values": [value]} for key, value in tags.items()]
    rows = backend._get_resources_generator(tag_filters=filters, resource_type_filters=[TAGGED_AS[kind]])
    return {row["ResourceARN"] for row in rows}


def selected(found: list[Found], mode: str) -> list[Found]:
    """At random, as FIS does. A percentage is rounded down, which may leave none."""
    by_number = SELECTION.fullmatch(mode)
    if by_number is None:
        return found
    number = int(by_number["number"])
    wanted = number if by_number["mode"] == "COUNT" else len(found) * number // 100
    chosen = mock_random.sample(range(len(found)), min(wanted, len(found)))
    return [found[index] for index in sorted(chosen)]


def subnets(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    zone, vpc = zone_named(region, parameters.get("availabilityZoneIdentifier")), parameters.get("vpc")
    everywhere = [one for zonal in ec2_backends[account][region].subnets.values() for one in zonal.values()]
    return [
        {
            "arn": one.arn,
            "AvailabilityZone": one.availability_zone,
            "AvailabilityZoneId": one.availability_zone_id,
            "SubnetId": one.id,
            "VpcId": one.vpc_id,
        }
        for one in everywhere
        if zone in (None, one.availability_zone) and vpc in (None, one.vpc_id)
    ]


def tasks(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    """Those that run."""
    cluster, service = parameters.get("cluster", "").rsplit("/", 1)[-1], parameters.get("service")
    return [
        {
            "arn": one.task_arn,
            "AvailabilityZone": zone_of(one),
            "ClusterArn": one.cluster_arn,
            "Group": one.group,
            "LastStatus": one._status,
        }
        for name, by_arn in ecs_backends[account][region].tasks.items()
        for one in by_arn.values()
        if cluster in ("", name) and service in (None, one.group.removeprefix("service:")) and one._status == RUNNING
    ]


def database_clusters(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    wanted = parameters.get("writerAvailabilityZoneIdentifiers")
    zones = [zone_named(region, one.strip()) for one in wanted.split(",")] if wanted else []
    return [
        {"arn": one.arn, "DBClusterIdentifier": one.db_cluster_identifier, "Engine": one.engine}
        for one in rds_backends[account][region].clusters.values()
        if not zones or (one.writer is not None and one.writer.availability_zone in zones)
    ]


def cache_groups(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    """Those that have a node in the zone, and somewhere else to go."""
    zone = zone_named(region, parameters.get("availabilityZoneIdentifier"))
    groups = elasticache_backends[account][region].replication_groups.values()
    return [
        {"arn": one.arn, "ReplicationGroupId": one.replication_group_id, "zone": zone}
        for one in groups
        if one.multi_az == "enabled" and zone in getattr(one, "member_zones", {}).values()
    ]


def roles(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    return [{"arn": one.arn, "RoleName": one.name} for one in roles_of(account)]


def roles_of(account: str) -> list[Any]:
    everywhere = [backend for owner, _, backend in iam_backends.iter_backends() if owner == account]
    return [role for backend in everywhere for role in backend.roles.values()]


def tags_of(role: Any) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in role.tags}


def streams(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    return [{"arn": one.arn, "StreamName": one.stream_name} for one in kinesis_backends[account][region].streams.values()]


def shiftable(account: str, region: str, parameters: dict[str, str]) -> list[Found]:
    return [{"arn": one.arn, "Type": KINDS.get(one.type, one.type)} for one in managed_resources(account, region)]


FINDERS: dict[str, Callable[[str, str, dict[str, str]], list[Found]]] = {
    "aws:arc:zonal-shift-managed-resource": shiftable,
    "aws:ec2:subnet": subnets,
    "aws:ecs:task": tasks,
    "aws:elasticache:replicationgroup": cache_groups,
    "aws:iam:role": roles,
    "aws:kinesis:stream": streams,
    "aws:rds:cluster": database_clusters,
}

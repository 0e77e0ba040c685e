"""Tasks of services, while a simulation is on: where they are placed, how they start and stop.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
"""

from __future__ import annotations

from copy import copy
from datetime import datetime, timedelta
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ec2.utils import random_private_ip
from moto.ecs.models import Task

from .state import kept

# Where a network ACL of a fault injection experiment lies, nothing comes or goes.
FENCE_TAG = "managedByFIS"
# Provisioning, pulling the image, and the first health checks.
START_SECONDS = 30
# So long the health checks of a load balancer take to give a task up, and what starts to be given up.
GIVEN_UP_AFTER_SECONDS = 120
# So long AWS shows what has stopped.
SHOWN_AFTER_STOP_SECONDS = 3600

RUNNING, PENDING, STOPPED = "RUNNING", "PENDING", "STOPPED"


class Zones:
    """The zones that a service's tasks can be in, by their subnets, and whether these are cut off."""

    def __init__(self, ecs_service: Any) -> None:
        ec2 = ec2_backends[ecs_service._account_id][ecs_service.region_name]
        subnets = ecs_service.network_configuration.get("awsvpcConfiguration", {}).get("subnets", [])
        self.subnet_of = {zone: one for zone, there in ec2.subnets.items() for one in there if one in subnets}
        self.fenced_subnets = fenced_subnets(ec2)
        # A service without a network of its own is in no zone in particular.
        self.wanted = planted(ecs_service) or list(self.subnet_of) or [f"{ecs_service.region_name}a"]

    def allowed(self) -> list[str]:
        """Those that somebody has put the tasks into, or all of them."""
        return sorted(self.wanted)

    def open(self) -> list[str]:
        return [zone for zone in self.allowed() if self.subnet_of.get(zone) not in self.fenced_subnets]

    def emptiest(self, tasks: list[Task]) -> str:
        """Of those that are not cut off, if there is one."""
        counts = count_by_zone(tasks)
        return min(self.open() or self.allowed(), key=lambda zone: (counts.get(zone, 0), zone))


def planted(ecs_service: Any) -> list[str]:
    """Where somebody has put its tasks: a weakness for a game day to find."""
    return kept(ecs_service, "planted_zones", list)


def fenced_subnets(ec2: Any) -> set[str]:
    return {
        association.subnet_id
        for acl in ec2.network_acls.values()
        if FENCE_TAG in ec2.tags.get(acl.id, {})
        for association in acl.associations
    }


def count_by_zone(tasks: list[Task]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for task in tasks:
        counts[task.availability_zone] = counts.get(task.availability_zone, 0) + 1
    return counts


def all_tasks(ecs_service: Any) -> dict[str, Task]:
    """Of the cluster, by their ARNs."""
    return ecs_service._backend.tasks.setdefault(ecs_service.cluster_name, {})


def tasks_of(ecs_service: Any) -> list[Task]:
    """Those that run, or are to; the oldest first."""
    group = f"service:{ecs_service.name}"
    return [task for task in all_tasks(ecs_service).values() if task.group == group and task.desired_status == RUNNING]


def start_task(ecs_service: Any, deployment: dict[str, Any], zone: str, zones: Zones, at: datetime, takes: float) -> Task:
    backend = ecs_service._backend
    # With a network mode moto would make a network interface, which nothing ever takes away: the subnet could not be deleted.
    definition = copy(backend.describe_task_definition(deployment["taskDefinition"]))
    definition.network_mode = None
    task = Task(
        cluster=backend._get_cluster(ecs_service.cluster_name),
        task_definition=definition,
        container_instance_arn=None,
        resource_requirements=None,
        backend=backend,
        group=f"service:{ecs_service.name}",
        launch_type=ecs_service.launch_type or "FARGATE",
        started_by=deployment["id"],
        tags=list(ecs_service.tags) if ecs_service.propagate_tags == "SERVICE" else [],
        platform_version=ecs_service.platform_version,
    )
    if subnet := zones.subnet_of.get(zone):
        details = [{"name": "subnetId", "value": subnet}, {"name": "privateIPv4Address", "value": random_private_ip()}]
        task.attachments.append({"id": task.id, "type": "ElasticNetworkInterface", "status": "ATTACHED", "details": details})
    # moto would bring it on by itself, a state at each look.
    task._transitions = []
    task.status = PENDING
    task.availability_zone = zone
    task.created_at = at
    task.ready_at = at + timedelta(seconds=takes)
    task.fenced_since = None
    task.health_status = "UNKNOWN"
    all_tasks(ecs_service)[task.task_arn] = task
    bring_on(task, at)
    return task


def bring_on(task: Task, at: datetime) -> None:
    if task._status == PENDING and at >= task.ready_at:
        task.status = RUNNING
        for container in task.containers:
            container.last_status = RUNNING
        task.started_at = max(task.ready_at, task.created_at)
        task.health_status = "HEALTHY"


def stop_task(task: Task, at: datetime, reason: str, code: str = "ServiceSchedulerInitiated") -> None:
    task.status = task.desired_status = STOPPED
    task.stopped_at = at
    task.stopped_reason = reason
    task.stop_code = code
    for container in task.containers:
        container.last_status = STOPPED


def live(ecs_service: Any, zones: Zones, at: datetime) -> None:
    """Brings each of its tasks to where time has brought it, and forgets those that stopped long ago."""
    for task in tasks_of(ecs_service):
        if zones.subnet_of.get(task.availability_zone) not in zones.fenced_subnets:
            if task.fenced_since is not None:
                recover(task, at)
            bring_on(task, at)
            continue
        task.fenced_since = task.fenced_since or at
        task.health_status = "UNHEALTHY"
        if at >= task.fenced_since + timedelta(seconds=GIVEN_UP_AFTER_SECONDS):
            stop_task(task, at, f"(service {ecs_service.name}) task failed health checks in {task.availability_zone}")
    long_ago = at - timedelta(seconds=SHOWN_AFTER_STOP_SECONDS)
    tasks = all_tasks(ecs_service)
    for arn in [arn for arn, task in tasks.items() if getattr(task, "stopped_at", at) < long_ago]:
        del tasks[arn]


def recover(task: Task, at: datetime) -> None:
    task.fenced_since = None
    if task._status == RUNNING:
        task.health_status = "HEALTHY"
    else:
        # What was starting begins anew.
        task.ready_at = at + timedelta(seconds=START_SECONDS)


def forget(ecs_service: Any) -> None:
    group = f"service:{ecs_service.name}"
    tasks = all_tasks(ecs_service)
    for arn in [arn for arn, task in tasks.items() if task.group == group]:
        del tasks[arn]

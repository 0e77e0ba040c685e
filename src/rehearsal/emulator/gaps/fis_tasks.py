"""Stops tasks of ECS as FIS does, and tells which services have not got over it.

https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from moto.ec2.models import ec2_backends
from moto.ecs.models import ecs_backends
from moto.fis.models import fis_backends

from .ecs_tasks import RUNNING, stop_task
from .fis_experiment import Action, Experiment
from .state import kept


def zone_of(task: Any) -> str | None:
    """A task that somebody has started with RunTask has a subnet at best."""
    told = getattr(task, "availability_zone", None)
    details = [detail for one in task.attachments for detail in one["details"] if detail["name"] == "subnetId"]
    if told or not details:
        return told
    return ec2_backends[task._account_id][task.region_name].get_subnet(details[0]["value"]).availability_zone


def hit_services(backend: Any) -> dict[tuple[str, str, str], float]:
    """Since when, by cluster, service and zone."""
    return kept(backend, "hit_services", dict)


def stop_tasks(experiment: Experiment, action: Action, targets: list[dict[str, Any]], at: float) -> None:
    """One that has ended since the experiment began is left alone."""
    backend = ecs_backends[experiment.account][experiment.region]
    hit = hit_services(fis_backends[experiment.account][experiment.region])
    for target in targets:
        cluster = target["ClusterArn"].rsplit("/", 1)[-1]
        task = backend.tasks.get(cluster, {}).get(target["arn"])
        if task is None or task.desired_status != RUNNING:
            continue
        instant = datetime.fromtimestamp(at, timezone.utc)
        stop_task(task, instant, f"Task stopped by AWS FIS experiment {experiment.id}.", "UserInitiated")
        hit[cluster, target["Group"].removeprefix("service:"), target["AvailabilityZone"] or ""] = at


def task_faults() -> list[dict[str, Any]]:
    """A service is hit until as many of its tasks run as it wants."""
    rows = []
    for account, region, backend in fis_backends.iter_backends():
        hit, ecs = hit_services(backend), ecs_backends[account][region]
        services = {(one.cluster_name, one.name): one for one in ecs.services.values()}
        for (cluster, service, zone), since in list(hit.items()):
            found = services.get((cluster, service))
            if found is None or running_tasks(ecs, cluster, service) >= found.desired_count:
                del hit[cluster, service, zone]
            else:
                rows.append({"kind": "tasks", "zone": zone, "resource": found.arn, "since": since})
    return rows


def running_tasks(backend: Any, cluster: str, service: str) -> int:
    tasks = backend.tasks.get(cluster, {}).values()
    return sum(one.group == f"service:{service}" and one._status == RUNNING for one in tasks)

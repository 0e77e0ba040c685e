"""Services, while a simulation is on: they keep up their tasks, spread them over the zones, and roll from one deployment to the next.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html

Unlike AWS, a deployment does not wait out the time of its alarms once its tasks run, and there is no circuit breaker.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from moto.cloudwatch.models import cloudwatch_backends
from moto.ecs.models import ecs_backends
from moto.moto_api._internal import mock_random
from moto.moto_api._internal.urls import url_paths

from .clock import json_answer, now, on_end, on_start, on_tick, simulating
from .ecs_deployments import begun, ended, remembered, turned_back
from .ecs_tasks import (
    PENDING,
    RUNNING,
    START_SECONDS,
    Zones,
    count_by_zone,
    forget,
    live,
    planted,
    start_task,
    stop_task,
    tasks_of,
)
from .state import kept

PATH = "{0}/moto-api/simulation/placement"

# Of a deployment: the first new task runs after this, and each further one a little later.
FIRST_TASK_SECONDS = 40
FURTHER_TASK_SECONDS = 3
LAST_TASK_SECONDS = 60
# From when all new tasks run until the old ones are out of the load balancer and have stopped.
DRAIN_SECONDS = 20
# So long zones are uneven before tasks are moved, and so far apart one moves from the next.
UNEVEN_SECONDS = 180
BETWEEN_MOVES_SECONDS = 60


@dataclass
class Rollout:
    """What ECS knows of a service beside what it tells."""

    # The task definition of the last deployment that was completed: what a failed one goes back to.
    good: str | None = None
    good_network: dict[str, Any] | None = None
    # Alarms that rang when the deployment began: of them nothing is expected.
    rang_before: set[str] = field(default_factory=set)
    is_rollback: bool = False
    all_run_since: datetime | None = None
    # When the next task may move to another zone; None while they are even.
    move_at: datetime | None = None


def rollout_of(ecs_service: Any) -> Rollout:
    return kept(ecs_service, "rollout", Rollout)


def services() -> list[Any]:
    found = [one for _, _, backend in list(ecs_backends.iter_backends()) for one in backend.services.values()]
    return [one for one in found if one.task_definition and one.deployment_controller["type"] == "ECS"]


@on_start
def start_all(at: datetime) -> None:
    """What is there when time begins to run has run for long."""
    for ecs_service in [one for one in services() if one.status == "ACTIVE"]:
        complete(ecs_service)
        keep_up(ecs_service, Zones(ecs_service), at, takes=0)
        count(ecs_service)


@on_end
def end_all(_at: datetime) -> None:
    for ecs_service in services():
        forget(ecs_service)
        vars(ecs_service).pop("gap_rollout", None)
        vars(ecs_service).pop("gap_planted_zones", None)
        reach_steady_state(ecs_service)


@on_tick
def go_on(at: datetime) -> None:
    for ecs_service in services():
        if ecs_service.status == "INACTIVE":
            forget(ecs_service)
            continue
        zones = Zones(ecs_service)
        live(ecs_service, zones, at)
        if is_in_progress(ecs_service):
            roll(ecs_service, at)
        keep_up(ecs_service, zones, at, takes=START_SECONDS)
        even_out(ecs_service, zones, at)
        count(ecs_service)


def primary_of(ecs_service: Any) -> dict[str, Any]:
    return next(one for one in ecs_service.deployments if one["status"] == "PRIMARY")


def is_in_progress(ecs_service: Any) -> bool:
    return primary_of(ecs_service)["rolloutState"] == "IN_PROGRESS"


def begin(ecs_service: Any, before: list[dict[str, Any]], at: datetime, is_rollback: bool = False) -> None:
    """A deployment of the service's task definition; `before` is what there was, the primary one among it."""
    remembered(ecs_service)
    rollout = rollout_of(ecs_service)
    rollout.is_rollback = is_rollback
    rollout.all_run_since = None
    rollout.rang_before = ringing(ecs_service)
    deployment_id = f"ecs-svc/{mock_random.randint(0, 32**12)}"
    new = {
        **before[0],
        "id": deployment_id,
        "status": "PRIMARY",
        "taskDefinition": ecs_service.task_definition,
        "createdAt": at,
        "updatedAt": at,
        "failedTasks": 0,
        "rolloutState": "IN_PROGRESS",
        "rolloutStateReason": f"ECS deployment {deployment_id} in progress.",
    }
    ecs_service.deployments = [new, *({**one, "status": "ACTIVE"} for one in before)]
    if not is_rollback:
        begun(ecs_service, new)
    zones, there = Zones(ecs_service), tasks_of(ecs_service)
    mine: list[Any] = []
    for number in range(ecs_service.desired_count):
        takes = min(FIRST_TASK_SECONDS + number * FURTHER_TASK_SECONDS, LAST_TASK_SECONDS)
        mine.append(start_task(ecs_service, new, zones.emptiest(mine or there), zones, at, takes))
    count(ecs_service)


def roll(ecs_service: Any, at: datetime) -> None:
    primary, rollout = primary_of(ecs_service), rollout_of(ecs_service)
    if rang := newly_ringing(ecs_service):
        fail(ecs_service, f"ECS deployment failed: alarm(s) detected: {rang}.", at)
        return
    run = [task for task in tasks_of(ecs_service) if task.started_by == primary["id"] and task.health_status == "HEALTHY"]
    if len(run) < ecs_service.desired_count:
        rollout.all_run_since = None
        return
    # The last of them ran before this tick, which may come late.
    rollout.all_run_since = rollout.all_run_since or max((task.started_at for task in run), default=at)
    if at >= rollout.all_run_since + timedelta(seconds=DRAIN_SECONDS):
        for task in tasks_of(ecs_service):
            if task.started_by != primary["id"]:
                stop_task(task, at, f"Scaling activity initiated by (deployment {primary['id']})")
        complete(ecs_service)
        primary["updatedAt"] = at


def complete(ecs_service: Any) -> None:
    primary = primary_of(ecs_service)
    primary["rolloutState"] = "COMPLETED"
    primary["rolloutStateReason"] = f"ECS deployment {primary['id']} completed."
    ecs_service.deployments = [primary]
    rollout_of(ecs_service).good = ecs_service.task_definition
    rollout_of(ecs_service).good_network = ecs_service.network_configuration
    ended(ecs_service, primary["id"], now())


def fail(ecs_service: Any, reason: str, at: datetime) -> None:
    """Back to the last task definition that was good, once: a rollback is not turned back. The new tasks go first."""
    failed, good, network = primary_of(ecs_service), rollout_of(ecs_service).good, rollout_of(ecs_service).good_network
    failed["rolloutState"] = "FAILED"
    failed["rolloutStateReason"] = reason
    failed["updatedAt"] = at
    for task in tasks_of(ecs_service):
        if task.started_by == failed["id"]:
            stop_task(task, at, f"Scaling activity initiated by (deployment {failed['id']})")
    if good:
        ecs_service.task_definition = good
        ecs_service.network_configuration = network or ecs_service.network_configuration
        begin(ecs_service, ecs_service.deployments, at, is_rollback=True)
        turned_back(ecs_service, failed["id"], primary_of(ecs_service)["id"], reason)


def newly_ringing(ecs_service: Any) -> str:
    settings, rollout = alarm_settings(ecs_service), rollout_of(ecs_service)
    if rollout.is_rollback or not (settings.get("enable") and settings.get("rollback")):
        return ""
    return ", ".join(sorted(ringing(ecs_service) - rollout.rang_before))


def ringing(ecs_service: Any) -> set[str]:
    alarms = cloudwatch_backends[ecs_service._account_id][ecs_service.region_name].alarms
    names = alarm_settings(ecs_service).get("alarmNames", [])
    return {name for name in names if name in alarms and alarms[name].state_value == "ALARM"}


def alarm_settings(ecs_service: Any) -> dict[str, Any]:
    return (getattr(ecs_service, "deployment_configuration", None) or {}).get("alarms") or {}


def keep_up(ecs_service: Any, zones: Zones, at: datetime, takes: float) -> None:
    """As many tasks of the primary deployment as are desired; while it rolls, those before it stay as they are."""
    primary = primary_of(ecs_service)
    mine = [task for task in tasks_of(ecs_service) if task.started_by == primary["id"]]
    for _ in range(ecs_service.desired_count - len(mine)):
        mine.append(start_task(ecs_service, primary, zones.emptiest(mine), zones, at, takes))
    run = [task for task in mine if task._status == RUNNING]
    for _ in range(len(run) - ecs_service.desired_count):
        counts = count_by_zone(run)
        # The unhealthy first, then out of the fullest zone, of those there the youngest.
        last = max(run, key=lambda task: (task.health_status != "HEALTHY", counts[task.availability_zone], task.created_at))
        run.remove(last)
        stop_task(last, at, f"Scaling activity initiated by (deployment {primary['id']})")


def even_out(ecs_service: Any, zones: Zones, at: datetime) -> None:
    """Availability Zone rebalancing: one task at a time starts where there are fewest, and then one is too many."""
    rollout = rollout_of(ecs_service)
    tasks = tasks_of(ecs_service)
    counts = count_by_zone(tasks)
    spread = [counts.get(zone, 0) for zone in zones.open()]
    is_on = getattr(ecs_service, "availability_zone_rebalancing", None) == "ENABLED"
    if not is_on or is_in_progress(ecs_service) or not spread or max(spread) - min(spread) < 2:
        rollout.move_at = None
    elif rollout.move_at is None:
        rollout.move_at = at + timedelta(seconds=UNEVEN_SECONDS)
    elif at >= rollout.move_at and len(tasks) == ecs_service.desired_count:
        rollout.move_at = at + timedelta(seconds=BETWEEN_MOVES_SECONDS)
        start_task(ecs_service, primary_of(ecs_service), zones.emptiest(tasks), zones, at, START_SECONDS)


def count(ecs_service: Any) -> None:
    tasks = tasks_of(ecs_service)
    for deployment in ecs_service.deployments:
        own = [task._status for task in tasks if task.started_by == deployment["id"]]
        deployment["runningCount"], deployment["pendingCount"] = own.count(RUNNING), own.count(PENDING)
        deployment["desiredCount"] = ecs_service.desired_count if deployment["status"] == "PRIMARY" else len(own)
    ecs_service.running_count = sum(task._status == RUNNING for task in tasks)
    ecs_service.pending_count = len(tasks) - ecs_service.running_count


def reach_steady_state(ecs_service: Any) -> None:
    """Without a simulation a deployment is complete at once: waiting for it ends at the first look."""
    desired = ecs_service.desired_count
    ecs_service.running_count = desired
    ecs_service.pending_count = 0
    ecs_service.deployments = [one for one in ecs_service.deployments if one["status"] == "PRIMARY"]
    for deployment in ecs_service.deployments:
        deployment.update(
            desiredCount=desired,
            runningCount=desired,
            pendingCount=0,
            rolloutState="COMPLETED",
            rolloutStateReason=f"ECS deployment {deployment['id']} completed.",
        )
        ended(ecs_service, deployment["id"], now())


def place(name: str, zones: list[str]) -> bool:
    """All tasks of the services of that name go there at once, and stay; with no zones, to where they would be."""
    found = [one for one in services() if one.name == name and one.status == "ACTIVE"]
    for ecs_service in found:
        planted(ecs_service)[:] = zones
        forget(ecs_service)
        keep_up(ecs_service, Zones(ecs_service), now(), takes=0)
        count(ecs_service)
    return bool(found)


def answer(request: Any, full_url: str, headers: Any) -> Any:
    sent = json.loads(request.data or "null") if request.method == "POST" else None
    if not isinstance(sent, dict) or not isinstance(sent.get("service"), str) or not isinstance(sent.get("zones"), list):
        return json_answer(400, {"message": "expected to be POSTed service and zones"})
    if not simulating():
        return json_answer(409, {"message": "no simulation is on: tasks exist only while one is"})
    if not place(sent["service"], sent["zones"]):
        return json_answer(404, {"message": f"there is no service {sent['service']}"})
    return json_answer(200, {})


url_paths[PATH] = answer

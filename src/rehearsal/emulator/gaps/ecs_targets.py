"""ELB: moto 5.2.1 knows only the targets that were registered by hand; ECS registers the tasks of its services.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_DescribeTargetHealth.html

A task that is cut off is unhealthy. Without a simulation, when services have no tasks, as many targets are healthy as run.
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.ecs.models import ecs_backends
from moto.elbv2.responses import ELBV2Response

from .clock import simulating
from .ecs_tasks import RUNNING, tasks_of
from .registry import Service

service = Service("elbv2", ELBV2Response)

UNHEALTHY = {"State": "unhealthy", "Reason": "Target.Timeout", "Description": "Request timed out"}


@service.mends("DescribeTargetHealth", "tells the tasks of services, too")
def describe_target_health(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    if response._get_param("Targets"):
        return answer
    arn = response._get_param("TargetGroupArn")
    services = ecs_backends[response.current_account][response.region].services.values()
    found = [
        target
        for ecs_service in services
        for balancer in ecs_service.load_balancers
        if balancer.get("targetGroupArn") == arn
        for target in targets_of(ecs_service, int(balancer.get("containerPort") or 80))
    ]
    return ActionResult({"TargetHealthDescriptions": [*answer.result["TargetHealthDescriptions"], *found]})


def targets_of(ecs_service: Any, port: int) -> list[dict[str, Any]]:
    if not simulating():
        return [described(f"10.0.{n // 250}.{n % 250 + 1}", port, None, True) for n in range(ecs_service.running_count)]
    return [
        described(address_of(task), port, task.availability_zone, task.health_status == "HEALTHY")
        for task in tasks_of(ecs_service)
        if task._status == RUNNING
    ]


def address_of(task: Any) -> str:
    """A task without a network of its own is told by its id."""
    details = [one for attachment in task.attachments for one in attachment["details"]]
    return next((one["value"] for one in details if one["name"] == "privateIPv4Address"), task.id)


def described(address: str, port: int, zone: str | None, is_healthy: bool) -> dict[str, Any]:
    return {
        "Target": {"Id": address, "Port": port, **({"AvailabilityZone": zone} if zone else {})},
        "HealthCheckPort": str(port),
        "TargetHealth": {"State": "healthy"} if is_healthy else UNHEALTHY,
    }

"""ECS: moto 5.2.1 drops request fields of a service, and its tasks never start.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.moto_api._internal import mock_random

from .registry import Service

service = Service("ecs", EC2ContainerServiceResponse)

# What CreateService takes and DescribeServices returns, and moto forgets.
DROPPED_FIELDS = (
    "availabilityZoneRebalancing",
    "capacityProviderStrategy",
    "deploymentConfiguration",
    "enableECSManagedTags",
    "enableExecuteCommand",
    "healthCheckGracePeriodSeconds",
    "placementConstraints",
    "placementStrategy",
)


def reach_steady_state(ecs_service: Any) -> None:
    """No container runs here, so a deployment is complete at once: waiting for it ends at the first look."""
    desired = ecs_service.desired_count
    ecs_service.running_count = desired
    ecs_service.pending_count = 0
    for deployment in ecs_service.deployments:
        deployment.update(
            desiredCount=desired,
            runningCount=desired,
            pendingCount=0,
            rolloutState="COMPLETED",
            rolloutStateReason=f"ECS deployment {deployment['id']} completed.",
        )


@service.mends("CreateService", "keeps the request fields that moto drops, and reaches its desired count at once")
def create_service(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    ecs_service = answer.result["service"]
    for field in DROPPED_FIELDS:
        value = response._get_param(field)
        if value is not None:
            setattr(ecs_service, camelcase_to_underscores(field), value)
    if response._get_param("capacityProviderStrategy"):
        # A service has either a launch type or a strategy; moto fills in EC2.
        ecs_service.launch_type = None
    reach_steady_state(ecs_service)
    return answer


@service.mends("UpdateService", "starts a new deployment for a new task definition, and completes it at once")
def update_service(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    ecs_service = answer.result["service"]
    for deployment in ecs_service.deployments:
        if deployment["taskDefinition"] != ecs_service.task_definition:
            deployment["id"] = f"ecs-svc/{mock_random.randint(0, 32**12)}"
            deployment["taskDefinition"] = ecs_service.task_definition
    reach_steady_state(ecs_service)
    return answer

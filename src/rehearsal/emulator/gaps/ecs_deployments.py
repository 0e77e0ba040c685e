"""What ECS remembers of a service's deployments: service deployments and service revisions, which moto 5.2.1 does not have.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-deployment.html

A service deployment lasts from one change of a service to its end, with what turns it back; the deployments that
DescribeServices tells are parts of it. Nothing is forgotten after 90 days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moto.moto_api._internal import mock_random

from .state import kept

RUNS = ("PENDING", "IN_PROGRESS")
TURNS_BACK = ("ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS")


@dataclass
class ServiceDeployment:
    id: str
    revision: int
    task_definition: str
    # The deployment of DescribeServices that decides how it ends.
    by: str
    created_at: datetime
    status: str = "IN_PROGRESS"
    reason: str = ""
    finished_at: datetime | None = None

    def end(self, status: str, at: datetime) -> None:
        self.status, self.finished_at = status, at


def remembered(ecs_service: Any) -> list[ServiceDeployment]:
    """The oldest first. A service that was never deployed since it was made has the one that made it."""
    found = kept(ecs_service, "service_deployments", list)
    if not found and ecs_service.deployments:
        [primary] = [one for one in ecs_service.deployments if one["status"] == "PRIMARY"]
        begun(ecs_service, primary)
        if primary["rolloutState"] == "COMPLETED":
            ended(ecs_service, primary["id"], primary["updatedAt"])
    return found


def begun(ecs_service: Any, deployment: dict[str, Any]) -> None:
    """What was under way ends by it."""
    found, at = kept(ecs_service, "service_deployments", list), deployment["createdAt"]
    for one in found:
        if one.status in (*RUNS, *TURNS_BACK):
            one.end("STOPPED", at)
    number = str(mock_random.uuid4()).replace("-", "")[:20]
    found.append(ServiceDeployment(number, len(found) + 1, deployment["taskDefinition"], deployment["id"], at))


def turned_back(ecs_service: Any, failed: str, by: str, reason: str) -> None:
    for one in remembered(ecs_service):
        if one.by == failed:
            one.status, one.reason, one.by = "ROLLBACK_IN_PROGRESS", reason, by


def ended(ecs_service: Any, deployment_id: str, at: datetime) -> None:
    for one in kept(ecs_service, "service_deployments", list):
        if one.by == deployment_id and one.status in (*RUNS, *TURNS_BACK):
            one.end("ROLLBACK_SUCCESSFUL" if one.status in TURNS_BACK else "SUCCESSFUL", at)


def arn_of(ecs_service: Any, kind: str, name: object) -> str:
    place = f"{ecs_service.region_name}:{ecs_service._account_id}"
    return f"arn:aws:ecs:{place}:{kind}/{ecs_service.cluster_name}/{ecs_service.name}/{name}"


def told(ecs_service: Any, one: ServiceDeployment) -> dict[str, Any]:
    return {
        "serviceDeploymentArn": arn_of(ecs_service, "service-deployment", one.id),
        "serviceArn": ecs_service.arn,
        "clusterArn": ecs_service.cluster_arn,
        "createdAt": one.created_at,
        "startedAt": one.created_at,
        "targetServiceRevisionArn": arn_of(ecs_service, "service-revision", one.revision),
        "status": one.status,
        **({"statusReason": one.reason} if one.reason else {}),
        **({"finishedAt": one.finished_at} if one.finished_at else {}),
    }


def revision_told(ecs_service: Any, one: ServiceDeployment) -> dict[str, Any]:
    return {
        "serviceRevisionArn": arn_of(ecs_service, "service-revision", one.revision),
        "serviceArn": ecs_service.arn,
        "clusterArn": ecs_service.cluster_arn,
        "taskDefinition": one.task_definition,
        "createdAt": one.created_at,
    }

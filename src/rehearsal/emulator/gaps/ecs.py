"""ECS: moto 5.2.1 drops request fields of a service, and its tasks never start.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListTasks.html

While a simulation is on, services have tasks, and deployments take time: ecs_rollouts.py.
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores
from moto.ecs.exceptions import ECSException, InvalidParameterException
from moto.ecs.models import EC2ContainerServiceBackend, Task
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.moto_api._internal import mock_random

from .clock import now, simulating
from .ecs_deployments import RUNS, ServiceDeployment, begun, remembered, revision_told, told
from .ecs_rollouts import begin, count, fail, keep_up, reach_steady_state, rollout_of
from .ecs_tasks import START_SECONDS, Zones, stop_task
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

TASKS_IN_A_PAGE = 100
REVISIONS_OF_A_CALL = 20

RUNBOOKS = "runbooks"


@service.mends("CreateService", "keeps what moto drops of the request, and reaches its desired count: at once, or in a simulation's time")
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
    if simulating() and ecs_service.task_definition:
        for deployment in ecs_service.deployments:
            deployment.update(createdAt=now(), updatedAt=now(), rolloutState="IN_PROGRESS")
        keep_up(ecs_service, Zones(ecs_service), now(), takes=START_SECONDS)
        count(ecs_service)
    return answer


@service.mends("UpdateService", "starts a new deployment for another task definition or network, and completes it: at once, or in a simulation's time")
def update_service(moto: Callable, response: Any) -> ActionResult:
    if simulating():
        return update_in_time(moto, response)
    backend = response.ecs_backend
    there = backend._get_service(response._get_param("cluster", "default"), response._get_param("service").split("/")[-1])
    remembered(there)
    before, network = {one["id"] for one in there.deployments}, there.network_configuration
    answer = moto(response)
    ecs_service = answer.result["service"]
    for deployment in ecs_service.deployments:
        if deployment["taskDefinition"] != ecs_service.task_definition or ecs_service.network_configuration != network:
            deployment["id"] = f"ecs-svc/{mock_random.randint(0, 32**12)}"
            deployment["taskDefinition"] = ecs_service.task_definition
        if deployment["id"] not in before:
            begun(ecs_service, {**deployment, "createdAt": now()})
    reach_steady_state(ecs_service)
    return answer


def update_in_time(moto: Callable, response: Any) -> ActionResult:
    backend = response.ecs_backend
    cluster, name = response._get_param("cluster", "default"), response._get_param("service").split("/")[-1]
    ecs_service = backend._get_service(cluster, name)
    there, network = [dict(one) for one in ecs_service.deployments], ecs_service.network_configuration
    answer = moto(response)
    ecs_service = answer.result["service"]
    # moto renames the deployment that is there, and sets counts that are not reached yet.
    ecs_service.deployments = there
    ecs_service.task_definition = backend.describe_task_definition(ecs_service.task_definition).arn
    is_another = there[0]["taskDefinition"] != ecs_service.task_definition
    is_moved = ecs_service.network_configuration != network
    if is_another or is_moved or response._get_param("forceNewDeployment"):
        rollout = rollout_of(ecs_service)
        rollout.good = rollout.good or there[0]["taskDefinition"]
        rollout.good_network = rollout.good_network or network
        begin(ecs_service, there, now())
    count(ecs_service)
    return answer


@service.mends("ListTasks", "filters by service, tells what has stopped only when asked to, and in pages")
def list_tasks(_moto: Callable, response: Any) -> ActionResult:
    cluster = response.ecs_backend._get_cluster(response._get_param("cluster", "default"))
    wanted = {
        "group": (name := response._get_param("serviceName")) and f"service:{name.split('/')[-1]}",
        "started_by": response._get_param("startedBy"),
        "container_instance_arn": response._get_param("containerInstance"),
        "desired_status": response._get_param("desiredStatus") or "RUNNING",
        "launch_type": response._get_param("launchType"),
    }
    family = response._get_param("family")
    found = [
        task.task_arn
        for task in response.ecs_backend.tasks.get(cluster.name, {}).values()
        if all(value in (None, getattr(task, name)) for name, value in wanted.items())
        and (not family or task.task_definition_arn.split("/")[-1].split(":")[0] == family)
    ]
    first = int(response._get_param("nextToken") or 0)
    end = first + int(response._get_param("maxResults") or TASKS_IN_A_PAGE)
    return ActionResult({"taskArns": found[first:end], **({"nextToken": str(end)} if end < len(found) else {})})


@service.mends("DescribeTasks", "tells what is not there")
def describe_tasks(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    found = {task.task_arn for task in answer.result["tasks"]}
    ids = {arn.split("/")[-1] for arn in found}
    missing = [one for one in response._get_param("tasks", []) if one.split("/")[-1] not in ids]
    return ActionResult({**answer.result, "failures": [{"arn": one, "reason": "MISSING"} for one in missing]})


@service.mends("StopTask", "stops at once, and refuses what is not there", EC2ContainerServiceBackend, "stop_task")
def stop(moto: Callable, backend: Any, cluster_str: str, task_str: str, reason: str | None) -> Task:
    tasks = backend.tasks.get(backend._get_cluster(cluster_str).name, {})
    found = next((task for arn, task in tasks.items() if arn.split("/")[-1] == task_str.split("/")[-1]), None)
    if found is None:
        raise InvalidParameterException("The referenced task was not found.")
    if found.container_instance_arn:
        return moto(backend, cluster_str, task_str, reason)
    stop_task(found, now(), reason or "Task stopped by user", "UserInitiated")
    return found


def service_of(response: Any) -> Any:
    name = response._get_param("service").split("/")[-1]
    return response.ecs_backend._get_service(response._get_param("cluster", "default"), name)


def all_deployments(response: Any) -> list[tuple[Any, ServiceDeployment]]:
    services = response.ecs_backend.services.values()
    return [(ecs_service, one) for ecs_service in services for one in remembered(ecs_service)]


@service.adds("ListServiceDeployments", RUNBOOKS)
def list_service_deployments(response: Any) -> ActionResult:
    ecs_service = service_of(response)
    wanted = response._get_param("status") or []
    found = [told(ecs_service, one) for one in reversed(remembered(ecs_service)) if not wanted or one.status in wanted]
    first = int(response._get_param("nextToken") or 0)
    end = first + int(response._get_param("maxResults") or TASKS_IN_A_PAGE)
    return ActionResult(
        {"serviceDeployments": found[first:end], **({"nextToken": str(end)} if end < len(found) else {})}
    )


@service.adds("DescribeServiceRevisions", RUNBOOKS)
def describe_service_revisions(response: Any) -> ActionResult:
    wanted = response._get_param("serviceRevisionArns") or []
    if len(wanted) > REVISIONS_OF_A_CALL:
        raise InvalidParameterException(f"At most {REVISIONS_OF_A_CALL} service revisions can be described.")
    all_of_them = {row["serviceRevisionArn"]: row for row in (revision_told(*one) for one in all_deployments(response))}
    missing = [{"arn": arn, "reason": "MISSING"} for arn in wanted if arn not in all_of_them]
    found = [all_of_them[arn] for arn in wanted if arn in all_of_them]
    return ActionResult({"serviceRevisions": found, "failures": missing})


@service.adds("StopServiceDeployment", RUNBOOKS)
def stop_service_deployment(response: Any) -> ActionResult:
    arn = response._get_param("serviceDeploymentArn")
    for ecs_service, one in all_deployments(response):
        if told(ecs_service, one)["serviceDeploymentArn"] != arn:
            continue
        if one.status not in RUNS:
            raise ECSException("ConflictException", f"The service deployment is in the state {one.status}.")
        if response._get_param("stopType") not in (None, "ROLLBACK"):
            raise InvalidParameterException("Only the stop type ROLLBACK is emulated.")
        fail(ecs_service, "Service deployment stopped by the user.", now())
        return ActionResult({"serviceDeploymentArn": arn})
    raise ECSException("ServiceDeploymentNotFoundException", f"There is no service deployment {arn}.")

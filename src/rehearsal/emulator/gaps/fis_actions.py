"""What each action of FIS does to the emulator's world.

https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.cloudwatch.models import cloudwatch_backends
from moto.rds.models import rds_backends

from .arczonalshift_shifts import shift_away
from .elasticache_power import cut_power
from .fis_experiment import Action, Effect, Experiment, FaultRefused
from .fis_network import cut_off, is_forgetful
from .fis_tasks import stop_tasks


def begin(experiment: Experiment, action: Action, at: float, seconds: int) -> Effect | None:
    """What has to be put right at the action's end; raises FaultRefused."""
    named = (action.definition.get("targets") or {}).values()
    targets = [found for name in named for found in experiment.resolved[name]]
    return ACTIONS[action.definition["actionId"]](experiment, action, targets, at, seconds)


def parameter(action: Action, name: str, default: str = "") -> str:
    return (action.definition.get("parameters") or {}).get(name, default)


def listed(action: Action, name: str) -> list[str]:
    return [one.strip() for one in parameter(action, name).split(",") if one.strip()]


def assert_alarm_state(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> None:
    wanted = listed(action, "alarmStates")
    alarms = cloudwatch_backends[experiment.account][experiment.region].alarms.values()
    states = {alarm.alarm_arn: alarm.state_value for alarm in alarms}
    for arn in listed(action, "alarmArns"):
        if states.get(arn) not in wanted:
            raise FaultRefused(f"Alarm {arn} is in state {states.get(arn)}, expected {' or '.join(wanted)}.")


def wait(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> None:
    return None


def disrupt_connectivity(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> Effect:
    return cut_off(experiment, action, targets, at)


def stop_task(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> None:
    stop_tasks(experiment, action, targets, at)


def failover_db_cluster(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> None:
    backend = rds_backends[experiment.account][experiment.region]
    for target in targets:
        try:
            backend.failover_db_cluster(target["DBClusterIdentifier"])
        except Exception as reason:
            raise FaultRefused(str(reason)) from reason


def interrupt_az_power(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> Effect:
    return cut_power(experiment, action, targets, at)


def start_zonal_autoshift(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> Effect:
    kinds = listed(action, "managedResourceTypes")
    arns = [target["arn"] for target in targets if not kinds or target["Type"] in kinds]
    if parameter(action, "zonalAutoshiftStatus", "any").lower() == "enabled":
        raise FaultRefused("No managed resource has zonal autoshift enabled.")
    zone = parameter(action, "availabilityZoneIdentifier")
    come_back = shift_away(experiment.account, experiment.region, arns, zone, at, seconds, experiment.id)
    return Effect(lambda: None if is_forgetful() else come_back())


def throttle_stream(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> Effect:
    return recorded("stream", targets, at)


def throttle_api(experiment: Experiment, action: Action, targets: Any, at: float, seconds: int) -> Effect:
    service = parameter(action, "service")
    if service != "kinesis":
        raise FaultRefused(f"The emulator cannot throttle {service}, only kinesis.")
    return recorded("stream", targets, at)


def recorded(kind: str, targets: list[dict[str, Any]], at: float) -> Effect:
    """Nothing here refuses anything: whoever plays the traffic reads of it."""
    faults = [{"kind": kind, "zone": "", "resource": target["arn"], "since": at} for target in targets]
    return Effect(lambda: None, faults)


ACTIONS: dict[str, Callable[[Experiment, Action, Any, float, int], Effect | None]] = {
    "aws:arc:start-zonal-autoshift": start_zonal_autoshift,
    "aws:cloudwatch:assert-alarm-state": assert_alarm_state,
    "aws:ecs:stop-task": stop_task,
    "aws:elasticache:replicationgroup-interrupt-az-power": interrupt_az_power,
    "aws:fis:inject-api-throttle-error": throttle_api,
    "aws:fis:wait": wait,
    "aws:kinesis:stream-provisioned-throughput-exception": throttle_stream,
    "aws:network:disrupt-connectivity": disrupt_connectivity,
    "aws:rds:failover-db-cluster": failover_db_cluster,
}

"""How an experiment goes on as time goes by, from pending to its end.

https://docs.aws.amazon.com/fis/latest/userguide/experiments.html
Where AWS documents no words for the reason of a state, these are ours.
"""

from __future__ import annotations

import re

from moto.cloudwatch.models import cloudwatch_backends

from .fis_actions import begin
from .fis_experiment import Action, Experiment, FaultRefused
from .fis_targets import resolve

# Observed of AWS: it is some seconds from the request to the first action, and half a minute from a stop to the end.
PENDING_SECONDS = 0.3
INITIATING_SECONDS = 5
STOPPING_SECONDS = 25

HALTED = "Experiment halted by stop condition."
DURATION = re.compile(r"^P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?$")


def advance(experiment: Experiment, at: float) -> None:
    """Does all that has become due, each at its own instant, and then looks at the alarms."""
    while not experiment.has_ended and (due := due_at(experiment)) <= at:
        STEPS[experiment.status](experiment, due)
    if experiment.status == "running" and is_alarming(experiment):
        stop(experiment, at, ("stopped", HALTED))


def due_at(experiment: Experiment) -> float:
    if experiment.status != "running":
        return experiment.due_at or experiment.created_at
    return min(action.due_at or experiment.created_at for action in experiment.actions if action.status == "running")


def stop(experiment: Experiment, at: float, stops_as: tuple[str, str] = ("stopped", "Experiment stopped.")) -> None:
    """Begins its end; asked again, nothing more happens."""
    if experiment.has_ended or experiment.status == "stopping":
        return
    running = [action for action in experiment.actions if action.status == "running"]
    experiment.stops_as = stops_as
    for action in running:
        action.enter("stopping", "Stopping action.")
    reason = stops_as[1] if stops_as[1] == HALTED else "Stopping Experiment."
    experiment.enter("stopping", reason, at + (STOPPING_SECONDS if running else 0))


def end(experiment: Experiment, at: float, status: str, reason: str) -> None:
    """At once, and nothing that it has broken stays."""
    for action in [one for one in experiment.actions if not one.has_ended]:
        if action.started_at is None:
            action.enter("cancelled", "Action was cancelled.")
        else:
            put_right(action)
            action.enter("stopped", "Action was stopped.", at)
    experiment.enter(status, reason)
    experiment.ended_at = at


def put_right(action: Action) -> None:
    effect, action.effect = action.effect, None
    if effect is not None:
        effect.mend()


def step_pending(experiment: Experiment, at: float) -> None:
    experiment.started_at = at + PENDING_SECONDS
    experiment.enter("initiating", "Experiment is initiating.", experiment.started_at + INITIATING_SECONDS)


def step_initiating(experiment: Experiment, at: float) -> None:
    if is_alarming(experiment):
        return end(experiment, at, "stopped", HALTED)
    experiment.resolved = {name: resolve(experiment, target) for name, target in experiment.targets.items()}
    empty = [name for name, found in experiment.resolved.items() if not found]
    if empty and experiment.options["emptyTargetResolutionMode"] == "fail":
        experiment.error = {"accountId": experiment.account, "code": "InvalidTarget", "location": empty[0]}
        return end(experiment, at, "failed", "Target resolution returned empty set.")
    for action in experiment.actions:
        named = (action.definition.get("targets") or {}).values()
        if experiment.is_preview or any(name in empty for name in named):
            action.enter("skipped", "Action was skipped.", at)
    experiment.enter("running", "Experiment is running.")
    go_on(experiment, at)


def step_running(experiment: Experiment, at: float) -> None:
    for action in experiment.actions:
        if action.status == "running" and (action.due_at or at) <= at:
            put_right(action)
            action.enter("completed", "Action was completed.", at)
    go_on(experiment, at)


def step_stopping(experiment: Experiment, at: float) -> None:
    end(experiment, at, *experiment.stops_as)


STEPS = {
    "pending": step_pending,
    "initiating": step_initiating,
    "running": step_running,
    "stopping": step_stopping,
}


def go_on(experiment: Experiment, at: float) -> None:
    """Starts what waits for nothing more, until only time can go on, or nothing is left to do."""
    while ready := [one for one in experiment.actions if one.status == "pending" and not waits(experiment, one)]:
        for action in ready:
            start_action(experiment, action, at)
        failed = next((one for one in ready if one.status == "failed"), None)
        if failed is not None:
            return stop(experiment, at, ("failed", f"Action {failed.name} failed: {failed.reason}"[:512]))
    if all(action.has_ended for action in experiment.actions):
        end(experiment, at, "completed", "Experiment completed.")


def waits(experiment: Experiment, action: Action) -> bool:
    after = action.definition.get("startAfter") or []
    return any(one.name in after and not one.has_ended for one in experiment.actions)


def start_action(experiment: Experiment, action: Action, at: float) -> None:
    action.started_at = at
    try:
        seconds = seconds_of((action.definition.get("parameters") or {}).get("duration"))
        action.effect = begin(experiment, action, at, seconds)
    except FaultRefused as reason:
        action.enter("failed", str(reason), at)
        return
    action.due_at = at + seconds
    if seconds:
        action.enter("running", "Action is running.")
    else:
        put_right(action)
        action.enter("completed", "Action was completed.", at)


def seconds_of(duration: str | None) -> int:
    """Of ISO 8601, as FIS takes it: `PT10M`."""
    found = DURATION.match(duration or "PT0S")
    if found is None:
        raise FaultRefused(f"{duration} is not a duration.")
    days, hours, minutes, seconds = (int(found[unit] or 0) for unit in ("days", "hours", "minutes", "seconds"))
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


def is_alarming(experiment: Experiment) -> bool:
    arns = {one.get("value") for one in experiment.stop_conditions if one["source"] == "aws:cloudwatch:alarm"}
    alarms = cloudwatch_backends[experiment.account][experiment.region].alarms.values()
    return any(alarm.alarm_arn in arns and alarm.state_value == "ALARM" for alarm in alarms)

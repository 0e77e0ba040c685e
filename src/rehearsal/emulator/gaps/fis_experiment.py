"""An experiment of the Fault Injection Service, as data, and how AWS tells of it.

https://docs.aws.amazon.com/fis/latest/APIReference/API_Experiment.html
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Callable

from moto.fis.models import ExperimentTemplate

# What can change no more. Of an action, `skipped` is one of them.
ENDED = {"completed", "stopped", "failed", "cancelled"}


class FaultRefused(Exception):
    """An action cannot do what it should; says why, for the action's reason."""


@dataclass
class Effect:
    """What an action has broken for as long as it lasts, and how it is put right."""

    mend: Callable[[], None]
    # As /moto-api/simulation/faults tells of it; none where that sees it in the world itself.
    faults: list[dict[str, Any]] = field(default_factory=list)


@dataclass
class Action:
    name: str
    # Out of the template.
    definition: dict[str, Any]
    status: str = "pending"
    reason: str = "Initial state"
    # Seconds since 1970, as everywhere here.
    started_at: float | None = None
    ended_at: float | None = None
    due_at: float | None = None
    effect: Effect | None = None

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED or self.status == "skipped"

    def enter(self, status: str, reason: str, ended_at: float | None = None) -> None:
        self.status, self.reason, self.ended_at = status, reason, ended_at

    def described(self) -> dict[str, Any]:
        return present(
            **self.definition,
            state={"status": self.status, "reason": self.reason},
            startTime=self.started_at,
            endTime=self.ended_at,
        )


@dataclass
class Experiment:
    """No model of moto's, so that the inventory takes no experiment for a leftover."""

    id: str
    arn: str
    account: str
    region: str
    template_id: str
    role_arn: str
    targets: dict[str, Any]
    actions: list[Action]
    stop_conditions: list[dict[str, Any]]
    options: dict[str, Any]
    log_configuration: dict[str, Any] | None
    created_at: float
    status: str = "pending"
    reason: str = "Experiment is pending."
    error: dict[str, str] | None = None
    started_at: float | None = None
    ended_at: float | None = None
    due_at: float | None = None
    # What it will be when it has stopped.
    stops_as: tuple[str, str] = ("stopped", "")
    # By the template's name of the target; each with `arn`, and what filters and actions need.
    resolved: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    @property
    def has_ended(self) -> bool:
        return self.status in ENDED

    @property
    def is_preview(self) -> bool:
        return self.options.get("actionsMode") == "skip-all"

    def enter(self, status: str, reason: str, due_at: float | None = None) -> None:
        self.status, self.reason, self.due_at = status, reason, due_at

    def state(self) -> dict[str, Any]:
        return present(status=self.status, reason=self.reason, error=self.error)

    def summary(self, tags: dict[str, str]) -> dict[str, Any]:
        return {
            "id": self.id,
            "arn": self.arn,
            "experimentTemplateId": self.template_id,
            "state": self.state(),
            "creationTime": self.created_at,
            "tags": tags,
            "experimentOptions": self.options,
        }

    def described(self, tags: dict[str, str]) -> dict[str, Any]:
        return present(
            **self.summary(tags),
            roleArn=self.role_arn,
            targets=self.targets,
            actions={action.name: action.described() for action in self.actions},
            stopConditions=self.stop_conditions,
            startTime=self.started_at,
            endTime=self.ended_at,
            logConfiguration=self.log_configuration,
            targetAccountConfigurationsCount=0,
        )


def present(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def experiment_of(template: ExperimentTemplate, experiment_id: str, actions_mode: str, at: float) -> Experiment:
    """What becomes of the template later does not touch it."""
    account, region = template.account_id, template.region_name
    template = deepcopy(template)
    return Experiment(
        id=experiment_id,
        arn=template.arn.replace(f"experiment-template/{template.id}", f"experiment/{experiment_id}"),
        account=account,
        region=region,
        template_id=template.id,
        role_arn=template.role_arn,
        targets=template.targets,
        actions=[Action(name, definition) for name, definition in template.actions.items()],
        stop_conditions=template.stop_conditions or [],
        options={
            "accountTargeting": "single-account",
            "emptyTargetResolutionMode": "fail",
            **(template.experiment_options or {}),
            "actionsMode": actions_mode,
        },
        log_configuration=template.log_configuration,
        created_at=at,
        due_at=at,
    )

"""Fault Injection Service: moto 5.2.1 creates and deletes experiment templates but cannot read, change or refuse one.

https://docs.aws.amazon.com/fis/latest/APIReference/API_GetExperimentTemplate.html
Experiments have files of their own beside this one.
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.core.utils import unix_time
from moto.fis.exceptions import FISException, ResourceNotFoundException
from moto.fis.responses import FISResponse

from .registry import Service

service = Service("fis", FISResponse)
NEEDED_BY = "aws_fis_experiment_template"

# What UpdateExperimentTemplate may change: the request's field and the attribute of moto's template.
CHANGEABLE = {
    "description": "description",
    "stopConditions": "stop_conditions",
    "targets": "targets",
    "actions": "actions",
    "roleArn": "role_arn",
    "logConfiguration": "log_configuration",
    "experimentReportConfiguration": "experiment_report_configuration",
}

# https://docs.aws.amazon.com/general/latest/gr/fis.html#limits_fis
MOST_STOP_CONDITIONS = 5


class ServiceQuotaExceeded(FISException):
    code = 402

    def __init__(self, message: str) -> None:
        super().__init__("ServiceQuotaExceededException", message)


class Invalid(FISException):
    def __init__(self, message: str) -> None:
        super().__init__("ValidationException", message)


def refuse_wrong(stop_conditions: list[dict[str, Any]], targets: dict[str, Any], actions: dict[str, Any]) -> None:
    """Too many stop conditions, a target that is not there, and actions that wait for one that never ends."""
    if len(stop_conditions) > MOST_STOP_CONDITIONS:
        raise ServiceQuotaExceeded(f"A template can have {MOST_STOP_CONDITIONS} stop conditions at most.")
    for name, action in actions.items():
        for target in (action.get("targets") or {}).values():
            if target not in targets:
                raise Invalid(f"Action {name} names a target that does not exist: {target}.")
    waiting = {name: set(action.get("startAfter") or []) for name, action in actions.items()}
    while free := [name for name, after in waiting.items() if not after & waiting.keys() and after <= actions.keys()]:
        for name in free:
            del waiting[name]
    if waiting:
        raise Invalid(f"Actions can never start: {', '.join(sorted(waiting))}.")


def described(response: Any, template: Any) -> dict[str, Any]:
    tags = response.fis_backend.tagger.get_tag_dict_for_resource(template.arn)
    return template.to_dict(tags=tags)


def template_named(response: Any, template_id: str) -> Any:
    template = response.fis_backend.experiment_templates.get(template_id)
    if template is None:
        raise ResourceNotFoundException(f"Experiment template {template_id} does not exist")
    return template


@service.mends("CreateExperimentTemplate", "refuses what can never run, and more stop conditions than the quota allows")
def create_experiment_template(moto: Callable, response: Any) -> str:
    parts = [response._get_param(name) for name in ("stopConditions", "targets", "actions")]
    refuse_wrong(parts[0] or [], parts[1] or {}, parts[2] or {})
    return moto(response)


@service.adds("GetExperimentTemplate", NEEDED_BY)
def get_experiment_template(response: Any) -> str:
    return json.dumps({"experimentTemplate": described(response, template_named(response, response._get_param("id")))})


@service.adds("ListExperimentTemplates", "leak checks and game days")
def list_experiment_templates(response: Any) -> str:
    shown = ("id", "arn", "description", "creationTime", "lastUpdateTime", "tags")
    templates = [described(response, template) for template in response.fis_backend.experiment_templates.values()]
    return json.dumps({"experimentTemplates": [{key: one[key] for key in shown} for one in templates]})


@service.adds("UpdateExperimentTemplate", NEEDED_BY)
def update_experiment_template(response: Any) -> str:
    template = template_named(response, response._get_param("id"))
    wanted = {field: response._get_param(field) for field in ("stopConditions", "targets", "actions")}
    refuse_wrong(
        wanted["stopConditions"] or template.stop_conditions or [],
        wanted["targets"] or template.targets or {},
        wanted["actions"] or template.actions,
    )
    for field, attribute in CHANGEABLE.items():
        value = response._get_param(field)
        if value is not None:
            setattr(template, attribute, value)
    # Of the options, accountTargeting cannot be changed.
    options = {**(template.experiment_options or {}), **(response._get_param("experimentOptions") or {})}
    template.experiment_options = options or None
    template.last_update_time = unix_time()
    return json.dumps({"experimentTemplate": described(response, template)})

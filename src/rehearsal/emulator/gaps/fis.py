"""Fault Injection Service: moto 5.2.1 creates and deletes experiment templates but cannot read or change one.

https://docs.aws.amazon.com/fis/latest/APIReference/API_GetExperimentTemplate.html
"""

from __future__ import annotations

import json
from typing import Any

from moto.core.utils import unix_time
from moto.fis.exceptions import ResourceNotFoundException
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


def described(response: Any, template: Any) -> dict[str, Any]:
    tags = response.fis_backend.tagger.get_tag_dict_for_resource(template.arn)
    return template.to_dict(tags=tags)


def template_of(response: Any) -> Any:
    template_id = response._get_param("id")
    template = response.fis_backend.experiment_templates.get(template_id)
    if template is None:
        raise ResourceNotFoundException(f"Experiment template {template_id} does not exist")
    return template


@service.adds("GetExperimentTemplate", NEEDED_BY)
def get_experiment_template(response: Any) -> str:
    return json.dumps({"experimentTemplate": described(response, template_of(response))})


@service.adds("ListExperimentTemplates", "leak checks and game days")
def list_experiment_templates(response: Any) -> str:
    shown = ("id", "arn", "description", "creationTime", "lastUpdateTime", "tags")
    templates = [described(response, template) for template in response.fis_backend.experiment_templates.values()]
    return json.dumps({"experimentTemplates": [{key: one[key] for key in shown} for one in templates]})


@service.adds("UpdateExperimentTemplate", NEEDED_BY)
def update_experiment_template(response: Any) -> str:
    template = template_of(response)
    for field, attribute in CHANGEABLE.items():
        value = response._get_param(field)
        if value is not None:
            setattr(template, attribute, value)
    # Of the options, accountTargeting cannot be changed.
    options = {**(template.experiment_options or {}), **(response._get_param("experimentOptions") or {})}
    template.experiment_options = options or None
    template.last_update_time = unix_time()
    return json.dumps({"experimentTemplate": described(response, template)})

"""Experiments of the Fault Injection Service, which moto 5.2.1 does not have: what the API asks of them.

https://docs.aws.amazon.com/fis/latest/APIReference/API_StartExperiment.html
Without a simulation an experiment takes the time that it takes in AWS, and goes on with each request to the emulator.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, Iterator

from moto.fis.exceptions import ResourceNotFoundException
from moto.fis.models import fis_backends
from moto.fis.responses import FISResponse
from moto.fis.urls import url_paths
from moto.moto_api._internal import mock_random
from moto.utilities.tagging_service import TaggingService

from . import clock
from .fis import Invalid, ServiceQuotaExceeded, template_named
from .fis_actions import ACTIONS
from .fis_experiment import Experiment, experiment_of
from .fis_progress import advance, end, stop
from .fis_targets import FINDERS
from .registry import Service
from .state import kept
from .turns import before_each

service = Service("fis", FISResponse)
GAME_DAYS = "game days"

# https://docs.aws.amazon.com/general/latest/gr/fis.html#limits_fis
MOST_ACTIVE = 5

for path in ("/experiments$", "/experiments/(?P<id>[^/]+)$", "/experiments/(?P<id>[^/]+)/resolvedTargets$"):
    url_paths.setdefault("{0}" + path, FISResponse.dispatch)


def experiments_of(backend: Any) -> dict[str, Experiment]:
    """All that ever were; AWS forgets them after 120 days."""
    return kept(backend, "experiments", dict)


def active(backend: Any) -> list[Experiment]:
    return [one for one in experiments_of(backend).values() if not one.has_ended]


def everywhere() -> Iterator[Experiment]:
    for _, _, backend in list(fis_backends.iter_backends()):
        yield from active(backend)


@clock.on_tick
def go_on(at: datetime) -> None:
    for experiment in everywhere():
        advance(experiment, at.timestamp())


@before_each
def go_on_in_real_time() -> None:
    if not clock.simulating():
        go_on(clock.now())


@clock.on_end
def end_all(at: datetime) -> None:
    """Their time is over: nothing that they broke may stay."""
    for experiment in everywhere():
        end(experiment, at.timestamp(), "stopped", "The simulation has ended.")


def experiment_named(response: Any) -> Experiment:
    experiment_id = response._get_param("id")
    experiment = experiments_of(response.fis_backend).get(experiment_id)
    if experiment is None:
        raise ResourceNotFoundException(f"Experiment {experiment_id} does not exist.")
    return experiment


def tags_of(response: Any, experiment: Experiment) -> dict[str, str]:
    return response.fis_backend.tagger.get_tag_dict_for_resource(experiment.arn)


def answer(response: Any, experiment: Experiment) -> str:
    return json.dumps({"experiment": experiment.described(tags_of(response, experiment))})


def page(response: Any, key: str, rows: list[Any]) -> str:
    first, most = int(response._get_param("nextToken") or 0), int(response._get_param("maxResults") or 100)
    more = {"nextToken": str(first + most)} if first + most < len(rows) else {}
    return json.dumps({key: rows[first : first + most], **more})


def refuse_unknown(template: Any) -> None:
    unknown = {action["actionId"] for action in template.actions.values()} - ACTIONS.keys()
    unknown |= {target["resourceType"] for target in template.targets.values()} - FINDERS.keys()
    if unknown:
        raise NotImplementedError(f"experiments with {', '.join(sorted(unknown))}")


@service.adds("StartExperiment", GAME_DAYS)
def start_experiment(response: Any) -> str:
    backend = response.fis_backend
    token = response._get_param("clientToken")
    by_token: dict[str, str] = kept(backend, "experiments_by_token", dict)
    if token in by_token:
        return answer(response, experiments_of(backend)[by_token[token]])
    template = template_named(response, response._get_param("experimentTemplateId"))
    refuse_unknown(template)
    if len(active(backend)) >= MOST_ACTIVE:
        raise ServiceQuotaExceeded(f"There are {MOST_ACTIVE} active experiments already.")
    mode = (response._get_param("experimentOptions") or {}).get("actionsMode", "run-all")
    at = clock.now().timestamp()
    experiment_id = "EXP" + "".join(mock_random.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=15))
    experiment = experiment_of(template, experiment_id, mode, at)
    experiments_of(backend)[experiment_id] = experiment
    by_token[token] = experiment_id
    tags = TaggingService.convert_dict_to_tags_input(response._get_param("tags") or {})
    backend.tagger.tag_resource(experiment.arn, tags)
    if lever_of(backend)["status"] == "engaged":
        end(experiment, at, "cancelled", "Experiment cancelled by safety lever.")
    return answer(response, experiment)


@service.adds("GetExperiment", GAME_DAYS)
def get_experiment(response: Any) -> str:
    return answer(response, experiment_named(response))


@service.adds("ListExperiments", GAME_DAYS)
def list_experiments(response: Any) -> str:
    template_id = response._get_param("experimentTemplateId")
    found = [one for one in experiments_of(response.fis_backend).values() if template_id in (None, one.template_id)]
    return page(response, "experiments", [one.summary(tags_of(response, one)) for one in found])


@service.adds("StopExperiment", GAME_DAYS)
def stop_experiment(response: Any) -> str:
    experiment = experiment_named(response)
    if experiment.has_ended:
        raise Invalid(f"Experiment {experiment.id} is {experiment.status} and cannot be stopped.")
    stop(experiment, clock.now().timestamp())
    return answer(response, experiment)


@service.adds("ListExperimentResolvedTargets", GAME_DAYS)
def list_experiment_resolved_targets(response: Any) -> str:
    """AWS documents the information of a target only for its logs, where it is the ARN."""
    experiment, wanted = experiment_named(response), response._get_param("targetName")
    rows = [
        {
            "resourceType": experiment.targets[name]["resourceType"],
            "targetName": name,
            "targetInformation": {"arn": one["arn"]},
        }
        for name, found in experiment.resolved.items()
        for one in found
        if wanted in (None, name)
    ]
    return page(response, "resolvedTargets", rows)


def lever_of(backend: Any) -> dict[str, str]:
    return kept(backend, "safety_lever", lambda: {"status": "disengaged", "reason": ""})

"""Tells what is broken right now, for whoever plays the traffic: `/moto-api/simulation/faults`.

    GET /moto-api/simulation/faults                   [{"kind", "zone", "resource", "since"}], seconds since 1970
    POST /moto-api/simulation/unclean {"on": true}    from now on experiments leave subnets cut off and traffic shifted

What is left over from an experiment that has ended counts as well.
"""

from __future__ import annotations

import json
from typing import Any

from moto.moto_api._internal.urls import url_paths

from .arczonalshift_shifts import shift_faults
from .clock import json_answer
from .fis_experiments import everywhere
from .fis_network import forget_to_restore, is_forgetful, network_faults
from .fis_tasks import task_faults
from .rds import database_faults

FAULTS = "{0}/moto-api/simulation/faults"
UNCLEAN = "{0}/moto-api/simulation/unclean"


def faults() -> list[dict[str, Any]]:
    actions = [action for experiment in everywhere() for action in experiment.actions]
    of_actions = [fault for action in actions if action.effect is not None for fault in action.effect.faults]
    return [*network_faults(), *task_faults(), *database_faults(), *of_actions, *shift_faults()]


def answer_faults(request: Any, full_url: str, headers: Any) -> Any:
    return json_answer(200, faults())


def answer_unclean(request: Any, full_url: str, headers: Any) -> Any:
    if request.method == "POST":
        sent = json.loads(request.data or b"null")
        if not isinstance(sent, dict) or not isinstance(sent.get("on"), bool):
            return json_answer(400, {"message": "expected on, true or false"})
        forget_to_restore(sent["on"])
    return json_answer(200, {"on": is_forgetful()})


url_paths[FAULTS] = answer_faults
url_paths[UNCLEAN] = answer_unclean

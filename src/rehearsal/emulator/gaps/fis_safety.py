"""The safety lever of the Fault Injection Service: engaged, it stops what runs and cancels what starts.

https://docs.aws.amazon.com/fis/latest/userguide/safety-lever.html
"""

from __future__ import annotations

import json
from typing import Any

from moto.fis.exceptions import FISException, ResourceNotFoundException
from moto.fis.responses import FISResponse
from moto.fis.urls import url_paths
from moto.utilities.utils import get_partition

from . import clock
from .fis import Invalid
from .fis_experiments import active, lever_of
from .fis_progress import stop
from .registry import Service

service = Service("fis", FISResponse)
GAME_DAYS = "game days"

# Every account has this one in each region.
THE_ONLY_ID = "default"

for path in ("/safetyLevers/(?P<id>[^/]+)$", "/safetyLevers/(?P<id>[^/]+)/state$"):
    url_paths.setdefault("{0}" + path, FISResponse.dispatch)


class Conflict(FISException):
    code = 409

    def __init__(self, message: str) -> None:
        super().__init__("ConflictException", message)


def refuse_another(response: Any) -> None:
    lever_id = response._get_param("id")
    if lever_id != THE_ONLY_ID:
        raise ResourceNotFoundException(f"Safety lever {lever_id} does not exist.")


def told(response: Any) -> str:
    """It is engaging for as long as what it stops has not ended."""
    backend = response.fis_backend
    lever = lever_of(backend)
    status = "engaging" if lever["status"] == "engaged" and active(backend) else lever["status"]
    place = f"{response.region}:{response.current_account}"
    arn = f"arn:{get_partition(response.region)}:fis:{place}:safety-lever/{THE_ONLY_ID}"
    return json.dumps({"safetyLever": {"id": THE_ONLY_ID, "arn": arn, "state": {**lever, "status": status}}})


@service.adds("GetSafetyLever", GAME_DAYS)
def get_safety_lever(response: Any) -> str:
    refuse_another(response)
    return told(response)


@service.adds("UpdateSafetyLeverState", GAME_DAYS)
def update_safety_lever_state(response: Any) -> str:
    refuse_another(response)
    wanted, backend = response._get_param("state") or {}, response.fis_backend
    if wanted.get("status") not in ("engaged", "disengaged") or not wanted.get("reason"):
        raise Invalid("A safety lever needs a status, engaged or disengaged, and a reason.")
    lever = lever_of(backend)
    if lever["status"] == "engaged" and active(backend):
        raise Conflict("The safety lever is engaging.")
    lever.update(status=wanted["status"], reason=wanted["reason"])
    if lever["status"] == "engaged":
        for experiment in active(backend):
            stop(experiment, clock.now().timestamp(), ("stopped", "Experiment stopped by safety lever."))
    return told(response)

"""ARC zonal shift, which moto 5.2.1 does not have: load balancers that agree to it can be moved out of a zone.

https://docs.aws.amazon.com/arc-zonal-shift/latest/api/Welcome.html
Zonal autoshift and practice runs are not emulated.
"""

from __future__ import annotations

import json
import re
import sys
from types import ModuleType
from typing import Any

from moto import backend_index
from moto.core.exceptions import JsonRESTError
from moto.core.responses import BaseResponse
from moto.moto_api._internal import mock_random

from . import clock
from .arczonalshift_shifts import HOST, Shift, ZonalShiftBackend, arczonalshift_backends, managed_resources
from .ec2 import zone_id_of
from .registry import Service

GAME_DAYS = "game days"
EXPIRES_IN = re.compile(r"([1-9]\d{0,4})([mh])")
MOST_SECONDS = 3 * 24 * 3600


class ZonalShiftResponse(BaseResponse):
    def __init__(self) -> None:
        super().__init__(service_name="arc-zonal-shift")

    @property
    def zonal_shift_backend(self) -> ZonalShiftBackend:
        return arczonalshift_backends[self.current_account][self.region]


class ZonalShiftError(JsonRESTError):
    def __init__(self, status: int, kind: str, message: str, reason: str | None = None) -> None:
        super().__init__(kind, message)
        self.code = status
        self.description = json.dumps({"__type": kind, "message": message, **({"reason": reason} if reason else {})})


def resource_of(response: Any) -> Any:
    """By ARN or by name, as ARC takes both."""
    wanted = response._get_param("resourceIdentifier")
    for one in managed_resources(response.current_account, response.region):
        if wanted in (one.arn, one.name):
            return one
    raise ZonalShiftError(404, "ResourceNotFoundException", f"The resource {wanted} could not be found.")


def zone_ids(balancer: Any, region: str) -> list[str]:
    return [zone_id_of(region, subnet.availability_zone) for subnet in balancer.subnets]


def told(response: Any, balancer: Any) -> dict[str, Any]:
    shifts = response.zonal_shift_backend.active(balancer.arn)
    left = {one.zone_id for one in shifts}
    return {
        "arn": balancer.arn,
        "name": balancer.name,
        "appliedWeights": {zone: 0 if zone in left else 1 for zone in zone_ids(balancer, response.region)},
        "zonalShifts": [one.in_resource() for one in shifts],
        "autoshifts": [],
        "zonalAutoshiftStatus": "DISABLED",
    }


service = Service("arczonalshift", ZonalShiftResponse)


@service.adds("ListManagedResources", GAME_DAYS)
def list_managed_resources(response: Any) -> str:
    balancers = managed_resources(response.current_account, response.region)
    return json.dumps(
        {"items": [{**told(response, one), "availabilityZones": zone_ids(one, response.region)} for one in balancers]}
    )


@service.adds("GetManagedResource", GAME_DAYS)
def get_managed_resource(response: Any) -> str:
    return json.dumps(told(response, resource_of(response)))


@service.adds("ListZonalShifts", GAME_DAYS)
def list_zonal_shifts(response: Any) -> str:
    status, resource = response._get_param("status"), response._get_param("resourceIdentifier")
    shifts = response.zonal_shift_backend.shifts.values()
    found = [one for one in shifts if status in (None, one.status) and resource in (None, one.resource)]
    return json.dumps({"items": [one.summary() for one in found]})


@service.adds("StartZonalShift", GAME_DAYS)
def start_zonal_shift(response: Any) -> tuple[str, dict[str, int]]:
    balancer, zone_id = resource_of(response), response._get_param("awayFrom")
    length = EXPIRES_IN.fullmatch(response._get_param("expiresIn") or "")
    seconds = int(length[1]) * {"m": 60, "h": 3600}[length[2]] if length else 0
    if not 0 < seconds <= MOST_SECONDS:
        raise ZonalShiftError(400, "ValidationException", "The expiresIn is not valid.", "InvalidExpiresIn")
    if zone_id not in zone_ids(balancer, response.region):
        raise ZonalShiftError(400, "ValidationException", f"{zone_id} is no zone of the resource.", "InvalidAz")
    if response.zonal_shift_backend.active(balancer.arn):
        what = "There is an active zonal shift for the resource already."
        raise ZonalShiftError(409, "ConflictException", what, "ZonalShiftAlreadyExists")
    begun = clock.now().timestamp()
    shift = Shift(
        id=str(mock_random.uuid4()),
        resource=balancer.arn,
        zone_id=zone_id,
        comment=response._get_param("comment"),
        kind="ZONAL_SHIFT",
        started_at=begun,
        expires_at=begun + seconds,
    )
    response.zonal_shift_backend.shifts[shift.id] = shift
    return json.dumps(shift.described()), {"status": 201}


@service.adds("CancelZonalShift", GAME_DAYS)
def cancel_zonal_shift(response: Any) -> str:
    shift_id = response._get_param("zonalShiftId")
    shift = response.zonal_shift_backend.shifts.get(shift_id)
    if shift is None:
        raise ZonalShiftError(404, "ResourceNotFoundException", f"The zonal shift {shift_id} could not be found.")
    if shift.status != "ACTIVE":
        raise ZonalShiftError(409, "ConflictException", "The zonal shift is not active.", "ZonalShiftStatusNotActive")
    shift.is_cancelled = True
    return json.dumps(shift.described())


def register() -> None:
    """Tells moto of the service: its host, and where its backends are."""
    dispatch = ZonalShiftResponse.dispatch
    paths = ("/managedresources$", "/managedresources/(?P<resourceIdentifier>.+)$", "/zonalshifts$")
    ZonalShiftBackend._url_module.url_paths.update({"{0}" + path: dispatch for path in paths})
    ZonalShiftBackend._url_module.url_paths["{0}/zonalshifts/(?P<zonalShiftId>[^/]+)$"] = dispatch
    module = ModuleType("moto.arczonalshift")
    module.arczonalshift_backends = arczonalshift_backends  # type: ignore[attr-defined]
    sys.modules.setdefault("moto.arczonalshift", module)
    if all(name != "arczonalshift" for name, _ in backend_index.backend_url_patterns):
        backend_index.backend_url_patterns.append(("arczonalshift", re.compile(HOST)))


register()

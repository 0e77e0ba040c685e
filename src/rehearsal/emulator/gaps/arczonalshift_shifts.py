"""Zonal shifts, and the load balancers that allow them: what ARC keeps, for its own operations and for experiments.

https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-shift.html
Zones are told by their ids (`euw2-az2`), as ARC does.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Callable

from moto.core.base_backend import BackendDict, BaseBackend
from moto.elbv2.models import elbv2_backends
from moto.moto_api._internal import mock_random

from . import clock
from .ec2 import zone_id_of, zone_named

HOST = r"https?://arc-zonal-shift\.(.+)\.amazonaws\.com"


@dataclass
class Shift:
    """No model of moto's: it ends by itself, and is nothing that anybody has to delete."""

    id: str
    resource: str
    zone_id: str
    comment: str
    kind: str
    started_at: float
    expires_at: float
    is_cancelled: bool = False

    @property
    def status(self) -> str:
        if self.is_cancelled:
            return "CANCELED"
        return "ACTIVE" if clock.now().timestamp() < self.expires_at else "EXPIRED"

    def described(self) -> dict[str, Any]:
        return {
            "zonalShiftId": self.id,
            "resourceIdentifier": self.resource,
            "awayFrom": self.zone_id,
            "startTime": self.started_at,
            "expiryTime": self.expires_at,
            "status": self.status,
            "comment": self.comment,
        }

    def summary(self) -> dict[str, Any]:
        return {**self.described(), "shiftType": self.kind}

    def in_resource(self) -> dict[str, Any]:
        summary = {name: value for name, value in self.summary().items() if name != "status"}
        return {**summary, "appliedStatus": "APPLIED"}


class ZonalShiftBackend(BaseBackend):
    # moto looks for a module `urls` beside the one of the class.
    _url_module = SimpleNamespace(url_bases=[HOST], url_paths={})

    def __init__(self, region_name: str, account_id: str) -> None:
        super().__init__(region_name, account_id)
        self.shifts: dict[str, Shift] = {}

    def active(self, resource: str | None = None) -> list[Shift]:
        return [one for one in self.shifts.values() if one.status == "ACTIVE" and resource in (None, one.resource)]


arczonalshift_backends = BackendDict(ZonalShiftBackend, "arc-zonal-shift")


def managed_resources(account: str, region: str) -> list[Any]:
    """Load balancers whose owner allows it, by an attribute."""
    balancers = elbv2_backends[account][region].load_balancers.values()
    return [one for one in balancers if one.attrs.get("zonal_shift.config.enabled") == "true"]


def shift_away(
    account: str, region: str, resources: list[str], zone: str, at: float, seconds: int, experiment_id: str
) -> Callable[[], None]:
    """As an experiment of FIS does; returns what ends it."""
    backend = arczonalshift_backends[account][region]
    zone_id = zone_id_of(region, zone_named(region, zone) or zone)
    comment = f"AWS FIS experiment {experiment_id}"
    made = [
        Shift(str(mock_random.uuid4()), arn, zone_id, comment, "FIS_EXPERIMENT", at, at + seconds) for arn in resources
    ]
    backend.shifts.update({one.id: one for one in made})

    def come_back() -> None:
        for shift in backend.active():
            shift.is_cancelled = shift.is_cancelled or shift in made

    return come_back


def shift_faults() -> list[dict[str, Any]]:
    """Everybody's."""
    return [
        {"kind": "shift", "zone": zone_named(region, one.zone_id), "resource": one.resource, "since": one.started_at}
        for _, region, backend in arczonalshift_backends.iter_backends()
        for one in backend.active()
    ]

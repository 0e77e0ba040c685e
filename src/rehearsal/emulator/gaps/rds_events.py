"""RDS: moto 5.2.1 tells all events that it has, whenever they were, and has none of clusters.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse

from . import clock
from .registry import Service

service = Service("rds", RDSResponse)

# Left out, AWS tells those of the last hour.
DEFAULT_MINUTES = 60


@service.mends("DescribeEvents", "tells those of the time that is asked for", RDSBackend, "describe_events")
def describe_events(moto: Callable, backend: Any, **asked: Any) -> list[Any]:
    until = in_utc(asked.get("end_time")) or clock.now()
    since = in_utc(asked.get("start_time")) or until - timedelta(minutes=asked.get("duration") or DEFAULT_MINUTES)
    return [event for event in moto(backend, **asked) if since <= (in_utc(event.date) or until) <= until]


def in_utc(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=timezone.utc) if at is not None and at.tzinfo is None else at

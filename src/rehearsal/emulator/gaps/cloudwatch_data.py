"""What was put of each metric, found by its key and its time: moto keeps all of it in one list, and reads that for every question.

A value that was measured a thousand times is kept once, with its count.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from datetime import datetime, timezone
from typing import Any, Iterator, NamedTuple

from moto.cloudwatch.models import MetricAggregatedDatum, MetricDatum

from .clock import now
from .state import kept

# Namespace, name, and all dimensions.
Key = tuple[str, str, frozenset]

MINUTE = 60


class Sample(NamedTuple):
    """One value and how often it came, or a set of statistics about values that nobody knows."""

    at: float
    low: float
    high: float
    total: float
    count: float
    unit: str | None

    @property
    def is_known(self) -> bool:
        """A set's values are known only when they are all the same."""
        return self.low == self.high


class Metric:
    # Without a dictionary of its own the inventory does not walk through what may be a million samples.
    __slots__ = ("by_minute", "minutes", "version")

    def __init__(self) -> None:
        self.by_minute: dict[int, list[Sample]] = {}
        self.minutes: list[int] = []
        # Grows with each sample: who has seen it can tell whether there is something new.
        self.version = 0

    def add(self, sample: Sample) -> None:
        minute = int(sample.at // MINUTE)
        if minute not in self.by_minute:
            self.by_minute[minute] = []
            insort(self.minutes, minute)
        self.by_minute[minute].append(sample)
        self.version += 1

    def between(self, start: float, end: float) -> Iterator[Sample]:
        """From `start`, and before `end`."""
        first = bisect_left(self.minutes, int(start // MINUTE))
        for minute in self.minutes[first:]:
            if minute * MINUTE >= end:
                return
            yield from (sample for sample in self.by_minute[minute] if start <= sample.at < end)


NOTHING = Metric()


def metrics_of(backend: Any) -> dict[Key, Metric]:
    return kept(backend, "metrics", dict)


def keep(backend: Any, namespace: str, datum: dict[str, Any]) -> None:
    """Keeps one MetricDatum of a request that was found to be valid."""
    dimensions = datum.get("Dimensions", [])
    key = key_of_query({"Namespace": namespace, **datum})
    at = datum.get("Timestamp") or now()
    metrics = metrics_of(backend)
    if key not in metrics:
        metrics[key] = Metric()
        # The one by which moto's ListMetrics, and the inventory, know that the metric is there.
        backend.metric_data.append(MetricDatum(namespace, datum["MetricName"], 0, dimensions, at, datum.get("Unit")))
    for sample in samples_of(datum, seconds(at)):
        metrics[key].add(sample)


def samples_of(datum: dict[str, Any], at: float) -> Iterator[Sample]:
    unit = datum.get("Unit")
    if values := datum.get("Values"):
        counts = datum.get("Counts") or [1] * len(values)
        yield from (value_sample(at, float(value), float(count), unit) for value, count in zip(values, counts))
    elif known := datum.get("StatisticValues"):
        low, high, total, count = (float(known[name]) for name in ("Minimum", "Maximum", "Sum", "SampleCount"))
        yield Sample(at, low, high, total, count, unit)
    else:
        yield value_sample(at, float(datum.get("Value", 0)), 1, unit)


def value_sample(at: float, value: float, count: float, unit: str | None) -> Sample:
    return Sample(at, value, value, value * count, count, unit)


def find(backend: Any, keys: set[Key]) -> dict[Key, Metric]:
    """Of every key what was put, or what moto itself tells about what it emulates, such as the size of a bucket."""
    metrics = metrics_of(backend)
    found = {key: metrics[key] for key in keys if key in metrics}
    if len(found) < len(keys):
        for datum in backend.aws_metric_data:
            key = key_of(datum)
            if key in keys and key not in metrics:
                found.setdefault(key, Metric()).add(sample_of_motos(datum))
    return found


def sample_of_motos(datum: Any) -> Sample:
    at = seconds(datum.timestamp)
    if isinstance(datum, MetricAggregatedDatum):
        return Sample(at, datum.min, datum.max, datum.sum, datum.sample_count, datum.unit)
    return value_sample(at, datum.value, 1, datum.unit)


def key_of(datum: Any) -> Key:
    """Of one of moto's objects that have a namespace, a name and dimensions."""
    return datum.namespace, datum.name, frozenset((one.name, one.value) for one in datum.dimensions)


def key_of_query(metric: dict[str, Any]) -> Key:
    dimensions = frozenset((one["Name"], one["Value"]) for one in metric.get("Dimensions", []))
    return metric["Namespace"], metric["MetricName"], dimensions


def seconds(at: datetime) -> float:
    """moto's instants are in UTC, whether they say so or not."""
    return (at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp()


def instant(at: float) -> datetime:
    return datetime.fromtimestamp(at, timezone.utc)

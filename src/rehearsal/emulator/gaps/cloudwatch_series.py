"""Datapoints of metrics: samples of one metric, gathered in periods, and a statistic of each period.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from datetime import datetime, timezone
from typing import Any, NamedTuple

from moto.cloudwatch.models import MetricAggregatedDatum, MetricDatum, Statistics

SIMPLE = {"Sum", "Average", "Minimum", "Maximum", "SampleCount"}
PERCENTILE = re.compile(r"p(\d{1,2}(?:\.\d{1,10})?|100)")
# Bounds in percent are another thing, and not here.
COUNT_IN_RANGE = re.compile(r"TC\((-?[\d.]+)?:(-?[\d.]+)?\)")


class Series(NamedTuple):
    query_id: str
    label: str
    points: list[tuple[datetime, float]]


def read_series(data: list[Any], queries: list[dict[str, Any]], start: datetime, end: datetime) -> list[Series]:
    wanted = {key_of_query(query["MetricStat"]["Metric"]) for query in queries}
    names = {(namespace, name) for namespace, name, _ in wanted}
    first, last = seconds(start), seconds(end)
    samples: dict[Any, list[tuple[float, Any]]] = defaultdict(list)
    for datum in data:
        if (datum.namespace, datum.name) in names and first <= (at := seconds(datum.timestamp)) < last:
            samples[key_of(datum)].append((at, datum))
    return [series_of(query, samples[key_of_query(query["MetricStat"]["Metric"])]) for query in queries]


def series_of(query: dict[str, Any], samples: list[tuple[float, Any]]) -> Series:
    stat = query["MetricStat"]
    period, unit, name = int(stat["Period"]), stat.get("Unit"), stat["Metric"]["MetricName"]
    periods: dict[int, list[Any]] = defaultdict(list)
    for at, datum in samples:
        if unit in (None, datum.unit):
            # Periods begin at whole multiples of their length, wherever the request begins.
            periods[int(at // period) * period].append(datum)
    values = [(instant(at), statistic(stat["Stat"], periods[at])) for at in sorted(periods)]
    points = [(at, float(value)) for at, value in values if value is not None]
    return Series(query["Id"], query.get("Label") or name, points)


def statistic(name: str, data: list[Any]) -> float | None:
    if name in SIMPLE:
        statistics = Statistics([name], data[0].timestamp)
        statistics.metric_data = data
        return statistics.get_statistics_for_type(name)
    if percentile := PERCENTILE.fullmatch(name):
        values = sorted(values_of(data))
        # The nearest rank: AWS estimates from a histogram, within about a percent of it.
        return values[max(0, math.ceil(float(percentile[1]) / 100 * len(values)) - 1)] if values else None
    if bounds := COUNT_IN_RANGE.fullmatch(name):
        low, high = (float(bound) if bound else None for bound in bounds.groups())
        values = values_of(data)
        # Without the lower bound itself, with the upper one.
        inside = [one for one in values if (low is None or one > low) and (high is None or one <= high)]
        return len(inside) if values else None
    raise NotImplementedError(f"the statistic {name}")


def values_of(data: list[Any]) -> list[float]:
    """Every value that is known by itself: of a statistic set AWS knows none, unless all of its values are the same."""
    values = []
    for datum in data:
        if isinstance(datum, MetricDatum):
            values.append(datum.value)
        elif isinstance(datum, MetricAggregatedDatum) and datum.min == datum.max:
            values.extend([datum.min] * int(datum.sample_count))
    return values


def key_of(datum: Any) -> tuple[str, str, frozenset]:
    return datum.namespace, datum.name, frozenset((one.name, one.value) for one in datum.dimensions)


def key_of_query(metric: dict[str, Any]) -> tuple[str, str, frozenset]:
    dimensions = frozenset((one["Name"], one["Value"]) for one in metric.get("Dimensions", []))
    return metric["Namespace"], metric["MetricName"], dimensions


def seconds(at: datetime) -> float:
    """moto's instants are in UTC, whether they say so or not."""
    return (at if at.tzinfo else at.replace(tzinfo=timezone.utc)).timestamp()


def instant(at: float) -> datetime:
    return datetime.fromtimestamp(at, timezone.utc)

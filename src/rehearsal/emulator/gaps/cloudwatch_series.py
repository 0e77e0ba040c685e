"""Datapoints of metrics: samples of one metric, gathered in periods, and a statistic of each period.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from datetime import datetime
from typing import Any, Callable, NamedTuple

from .cloudwatch_data import NOTHING, Metric, Sample, find, instant, key_of_query, seconds

SIMPLE: dict[str, Callable[[list[Sample]], float]] = {
    "SampleCount": lambda samples: sum(one.count for one in samples),
    "Sum": lambda samples: sum(one.total for one in samples),
    "Average": lambda samples: sum(one.total for one in samples) / sum(one.count for one in samples),
    "Minimum": lambda samples: min(one.low for one in samples),
    "Maximum": lambda samples: max(one.high for one in samples),
}
PERCENTILE = re.compile(r"p(\d{1,2}(?:\.\d{1,10})?|100)")
# Bounds in percent are another thing, and not here.
COUNT_IN_RANGE = re.compile(r"TC\((-?[\d.]+)?:(-?[\d.]+)?\)")


class Series(NamedTuple):
    query_id: str
    label: str
    points: list[tuple[datetime, float]]


def read_series(backend: Any, queries: list[dict[str, Any]], start: datetime, end: datetime) -> list[Series]:
    keys = [key_of_query(query["MetricStat"]["Metric"]) for query in queries]
    found = find(backend, set(keys))
    return [series_of(query, found.get(key, NOTHING), start, end) for query, key in zip(queries, keys)]


def series_of(query: dict[str, Any], metric: Metric, start: datetime, end: datetime) -> Series:
    stat = query["MetricStat"]
    periods = in_periods(metric, seconds(start), seconds(end), int(stat["Period"]), stat.get("Unit"))
    values = [(instant(at), statistic(stat["Stat"], samples)) for at, samples in periods]
    points = [(at, float(value)) for at, value in values if value is not None]
    return Series(query["Id"], query.get("Label") or stat["Metric"]["MetricName"], points)


def in_periods(metric: Metric, start: float, end: float, period: int, unit: str | None) -> list[tuple[int, list[Sample]]]:
    """The periods that have samples, in order, each with its beginning."""
    periods: dict[int, list[Sample]] = defaultdict(list)
    for sample in metric.between(start, end):
        if unit in (None, sample.unit):
            # Periods begin at whole multiples of their length, wherever the request begins.
            periods[int(sample.at // period) * period].append(sample)
    return sorted(periods.items())


def statistic(name: str, samples: list[Sample]) -> float | None:
    if simple := SIMPLE.get(name):
        return simple(samples) if any(one.count for one in samples) else None
    if percentile := PERCENTILE.fullmatch(name):
        return value_at(float(percentile[1]) / 100, sorted(known(samples)))
    if bounds := COUNT_IN_RANGE.fullmatch(name):
        low, high = (float(bound) if bound else None for bound in bounds.groups())
        values = known(samples)
        # Without the lower bound itself, with the upper one.
        inside = [count for one, count in values if (low is None or one > low) and (high is None or one <= high)]
        return sum(inside) if values else None
    raise NotImplementedError(f"the statistic {name}")


def known(samples: list[Sample]) -> list[tuple[float, float]]:
    """Every value that is known by itself, and how often it came."""
    return [(one.low, one.count) for one in samples if one.is_known and one.count]


def value_at(share: float, values: list[tuple[float, float]]) -> float | None:
    """The nearest rank: AWS estimates from a histogram, within about a percent of it."""
    rank = max(1, math.ceil(share * sum(count for _, count in values)))
    for value, count in values:
        rank -= count
        if rank <= 0:
            return value
    return values[-1][0] if values else None

"""Alarms that evaluate, while a simulation is on; without one they stay as they are.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html

As in AWS the periods of an alarm end at the last whole minute (of ten seconds for shorter periods), and it looks a bit
farther back than it must. Unlike there, what is put is seen at once. Alarms of an anomaly detection band stay as they are.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

from moto.cloudwatch.models import Alarm, cloudwatch_backends

from .clock import on_tick
from .cloudwatch_alarms import METRIC, type_of
from .cloudwatch_data import NOTHING, Key, Metric, instant, metrics_of
from .cloudwatch_judging import ALARM, COMPARISONS, INSUFFICIENT, OK, judge, names_in, rings
from .cloudwatch_math import Value, evaluate
from .cloudwatch_series import statistic

# How many periods more than it must an alarm looks at. AWS names no number: its examples show five for three.
# Of long periods it is none here, so that three days of data do not become nine.
EXTRA_PERIODS = 2
EXTRA_UP_TO_SECONDS = 300
WORDS = {"breaching": "Breaching", "notBreaching": "NonBreaching"}


class Question(NamedTuple):
    """One metric of an alarm."""

    query_id: str
    key: Key
    stat: str
    period: int
    unit: str | None


class Seen(NamedTuple):
    """What an alarm has looked at: while it is the same, so is the state."""

    end: float
    versions: tuple[int, ...]


@on_tick
def evaluate_alarms(at: datetime) -> None:
    refused = []
    for _account, _region, backend in list(cloudwatch_backends.iter_backends()):
        alarms = list(backend.alarms.values())
        for alarm in [one for one in alarms if type_of(one) == METRIC and one.comparison_operator in COMPARISONS]:
            try:
                evaluate_metric_alarm(backend, alarm, at)
            except NotImplementedError as reason:
                refused.append(f"{alarm.name}: {reason}")
        evaluate_composites(alarms, at)
    if refused:
        raise NotImplementedError("; ".join(refused))


def evaluate_metric_alarm(backend: Any, alarm: Alarm, at: datetime) -> None:
    asked = questions(alarm)
    if not asked:
        return
    period = max(question.period for question in asked)
    step = 10 if period < 60 else 60
    metrics = metrics_of(backend)
    found = [metrics.get(question.key, NOTHING) for question in asked]
    seen = Seen(at.timestamp() // step * step, tuple(metric.version for metric in found))
    if vars(alarm).get("gap_seen") == seen:
        return
    alarm.gap_seen = seen  # type: ignore[attr-defined]
    try:
        points = datapoints(alarm, asked, found, seen.end, period)
    except NotImplementedError as reason:
        change(alarm, INSUFFICIENT, f"Not evaluated: the emulator cannot compute {reason}", None)
        raise
    decide(alarm, points, period, at, seen.end)


def questions(alarm: Alarm) -> list[Question]:
    if not alarm.metric_data_queries:
        key = (alarm.namespace, alarm.metric_name, dimensions_of(alarm.dimensions))
        return [Question("value", key, alarm.statistic or alarm.extended_statistic, int(alarm.period), alarm.unit)]
    asked = []
    for query in alarm.metric_data_queries:
        if query.metric_stat is not None:
            stat = query.metric_stat
            key = (stat.metric.namespace, stat.metric.metric_name, dimensions_of(stat.metric.dimensions))
            asked.append(Question(query.id, key, stat.stat, int(stat.period), stat.unit))
    return asked


def dimensions_of(dimensions: list[Any]) -> frozenset:
    return frozenset((one.name, one.value) for one in dimensions)


def datapoints(alarm: Alarm, asked: list[Question], found: list[Metric], end: float, period: int) -> list[float | None]:
    """The oldest first, None where there is none."""
    count = int(alarm.evaluation_periods) + (EXTRA_PERIODS if period <= EXTRA_UP_TO_SECONDS else 0)
    known: dict[str, Value] = {
        question.query_id: points_of(metric, question, end, period, count) for question, metric in zip(asked, found)
    }
    if not alarm.metric_data_queries:
        return known["value"]  # type: ignore[return-value]
    for query in alarm.metric_data_queries:
        if query.expression:
            known[query.id] = evaluate(query.expression, known)
    shown = next(query.id for query in alarm.metric_data_queries if query.return_data is not False)
    value = known[shown]
    return value if isinstance(value, list) else [value] * count


def points_of(metric: Metric, question: Question, end: float, period: int, count: int) -> list[float | None]:
    points = []
    for number in range(count, 0, -1):
        begin = end - number * period
        samples = [one for one in metric.between(begin, begin + period) if question.unit in (None, one.unit)]
        points.append(statistic(question.stat, samples) if samples else None)
    return points


def decide(alarm: Alarm, points: list[float | None], period: int, at: datetime, end: float) -> None:
    periods = int(alarm.evaluation_periods)
    needed = int(alarm.datapoints_to_alarm or periods)
    missing = alarm.treat_missing_data or "missing"
    compare, words = COMPARISONS[alarm.comparison_operator]
    breaches = [None if point is None else compare(point, alarm.threshold) for point in points]
    state = judge(breaches, periods, needed, missing, alarm.state_value)
    if state == alarm.state_value:
        return
    # With their periods' beginnings, the newest first.
    begins = [end - number * period for number in range(len(points), 0, -1)]
    recent = [(begin, point) for begin, point in zip(begins, points) if point is not None][::-1][:periods]
    data = {
        "version": "1.0",
        "queryDate": stamp(at),
        "startDate": stamp(instant(end - periods * period)),
        "statistic": alarm.statistic or alarm.extended_statistic,
        "period": period,
        "recentDatapoints": [point for _, point in reversed(recent)],
        "threshold": alarm.threshold,
    }
    reason = explain(alarm, recent, needed, state, words, missing)
    change(alarm, state, reason, json.dumps({name: value for name, value in data.items() if value is not None}))


def explain(alarm: Alarm, recent: list[tuple[float, float]], needed: int, state: str, words: str, missing: str) -> str:
    """In CloudWatch's words, or near them."""
    periods = int(alarm.evaluation_periods)
    if state == INSUFFICIENT:
        return f"Insufficient Data: {periods} datapoint{'' if periods == 1 else 's'} were unknown."
    if not recent:
        treated = f"{periods} missing datapoints were treated as [{WORDS.get(missing, missing)}]"
        return f"Threshold Crossed: no datapoints were received for {periods} periods and {treated}."
    compare = COMPARISONS[alarm.comparison_operator][0]
    told = [(begin, point) for begin, point in recent if compare(point, alarm.threshold) == (state == ALARM)] or recent
    values = ", ".join(f"{point} ({instant(begin):%d/%m/%y %H:%M:%S})" for begin, point in told)
    was = f"{'was' if len(told) == 1 else 'were'} {'' if state == ALARM else 'not '}{words}"
    least = needed if state == ALARM else periods - needed + 1
    change_of_state = f"minimum {least} datapoint{'' if least == 1 else 's'} for {alarm.state_value} -> {state} transition"
    counted = f"{len(told)} out of the last {periods} datapoints"
    return f"Threshold Crossed: {counted} [{values}] {was} the threshold ({float(alarm.threshold)}) ({change_of_state})."


def stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03}+0000"


def change(alarm: Alarm, state: str, reason: str, data: str | None) -> None:
    if state != alarm.state_value:
        alarm.update_state(reason, data, state)  # type: ignore[arg-type]


def evaluate_composites(alarms: list[Alarm], at: datetime) -> None:
    """One may be about another, so until nothing changes any more; AWS refuses those in a circle."""
    composites = [alarm for alarm in alarms if type_of(alarm) != METRIC]
    for _ in composites:
        states = {alarm.name: alarm.state_value for alarm in alarms}
        if not [alarm for alarm in composites if evaluate_composite(alarm, states, at)]:
            return


def evaluate_composite(alarm: Alarm, states: dict[str, str], at: datetime) -> bool:
    rule = alarm.rule or ""
    now_seen = {name: states.get(name, INSUFFICIENT) for name in names_in(rule)}
    before: dict[str, str] = vars(alarm).get("gap_seen") or {}
    if before == now_seen:
        return False
    alarm.gap_seen = now_seen  # type: ignore[attr-defined]
    state = ALARM if rings(rule, now_seen) else OK
    if state == alarm.state_value:
        return False
    cause = next(name for name, value in now_seen.items() if before.get(name) != value)
    arn = f"{alarm.alarm_arn.rpartition(':')[0]}:{cause}"
    change(alarm, state, f"{arn} transitioned to {now_seen[cause]} at {at:%A %d %B, %Y %H:%M:%S} UTC", None)
    return True

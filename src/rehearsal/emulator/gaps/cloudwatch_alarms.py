"""Alarms: moto 5.2.1 does not tell when one changed its state, nor what it was before, and forgets the state with every change.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.cloudwatch.models import Alarm, CloudWatchBackend, cloudwatch_backends
from moto.core.responses import ActionResult

from .clock import now, simulating
from .cloudwatch import service
from .cloudwatch_data import seconds
from .cloudwatch_judging import INSUFFICIENT
from .state import kept

METRIC, COMPOSITE = "MetricAlarm", "CompositeAlarm"
# What AWS answers with when nobody says how many.
ALARMS_IN_A_PAGE = 50
ITEMS_IN_A_PAGE = 100

# What an alarm is at a time, as far as an update must not change it.
STATE = ("state_value", "state_reason", "state_reason_data", "state_updated_timestamp", "state_transitioned_timestamp")


@service.mends("PutMetricAlarm", "keeps the state of an alarm that is there", CloudWatchBackend, "put_metric_alarm")
def put_alarm(moto: Callable, backend: Any, **settings: Any) -> Alarm:
    before = backend.alarms.get(settings["name"])
    alarm = moto(backend, **settings)
    alarm.configuration_updated_timestamp = alarm.state_updated_timestamp = alarm.state_transitioned_timestamp = now()
    if before is not None:
        for name in STATE:
            setattr(alarm, name, getattr(before, name))
    elif simulating():
        # As in AWS; without a simulation there is nothing that would ever bring it out of there.
        alarm.state_value = INSUFFICIENT
    return alarm


@service.mends("SetAlarmState", "remembers when and from what the state changed", Alarm, "update_state")
def update_state(_moto: Callable, alarm: Alarm, reason: str, reason_data: str | None, value: str) -> None:
    at = now()
    before = {"stateValue": alarm.state_value, "stateReason": alarm.state_reason}
    after = {"stateValue": value, "stateReason": reason}
    if reason_data:
        after["stateReasonData"] = json.loads(reason_data)
    if value != alarm.state_value:
        alarm.state_transitioned_timestamp = at
        history_of(alarm).append(
            {
                "AlarmName": alarm.name,
                "AlarmType": type_of(alarm),
                "Timestamp": at,
                "HistoryItemType": "StateUpdate",
                "HistorySummary": f"Alarm updated from {alarm.state_value} to {value}",
                "HistoryData": json.dumps({"version": "1.0", "oldState": before, "newState": after}),
            }
        )
    alarm.state_value, alarm.state_reason, alarm.state_reason_data = value, reason, reason_data or "{}"
    alarm.state_updated_timestamp = at


def history_of(alarm: Alarm) -> list[dict[str, Any]]:
    """Of all alarms beside it; what was deleted stays there, too."""
    account = alarm.alarm_arn.split(":")[4]
    return kept(cloudwatch_backends[account][alarm.region_name], "alarm_history", list)


def type_of(alarm: Alarm) -> str:
    return METRIC if alarm.rule is None else COMPOSITE


@service.mends("DescribeAlarms", "tells only metric alarms unless asked for others, by all filters at once, and in pages")
def describe_alarms(_moto: Callable, response: Any) -> ActionResult:
    params = response._get_params()
    for unknown in ("ChildrenOfAlarmName", "ParentsOfAlarmName"):
        if unknown in params:
            raise NotImplementedError(f"the parameter {unknown}")
    found = [alarm for alarm in response.cloudwatch_backend.alarms.values() if is_asked_for(alarm, params)]
    found.sort(key=lambda alarm: alarm.name)
    page, more = page_of(found, params, ALARMS_IN_A_PAGE)
    by_type = {f"{kind}s": [alarm for alarm in page if type_of(alarm) == kind] for kind in (METRIC, COMPOSITE)}
    return ActionResult({**by_type, **more})


def is_asked_for(alarm: Alarm, params: dict[str, Any]) -> bool:
    names, prefix = params.get("AlarmNames"), params.get("AlarmNamePrefix") or ""
    action, state = params.get("ActionPrefix"), params.get("StateValue")
    return (
        type_of(alarm) in (params.get("AlarmTypes") or [METRIC])
        and (not names or alarm.name in names)
        and alarm.name.startswith(prefix)
        and (not action or any(one.startswith(action) for one in alarm.alarm_actions))
        and state in (None, alarm.state_value)
    )


@service.adds("DescribeAlarmHistory", "game days and deploys")
def describe_alarm_history(response: Any) -> ActionResult:
    params = response._get_params()
    history = kept(response.cloudwatch_backend, "alarm_history", list)
    found = [item for item in history if is_in_question(item, params)]
    found.sort(key=lambda item: item["Timestamp"], reverse=params.get("ScanBy") != "TimestampAscending")
    page, more = page_of(found, params, ITEMS_IN_A_PAGE)
    return ActionResult({"AlarmHistoryItems": page, **more})


def is_in_question(item: dict[str, Any], params: dict[str, Any]) -> bool:
    at = seconds(item["Timestamp"])
    return (
        params.get("AlarmName") in (None, item["AlarmName"])
        and item["AlarmType"] in (params.get("AlarmTypes") or [METRIC])
        and params.get("HistoryItemType") in (None, item["HistoryItemType"])
        and ("StartDate" not in params or at >= seconds(params["StartDate"]))
        and ("EndDate" not in params or at <= seconds(params["EndDate"]))
    )


def page_of(found: list[Any], params: dict[str, Any], most: int) -> tuple[list[Any], dict[str, str]]:
    first = int(params.get("NextToken") or 0)
    end = first + int(params.get("MaxRecords") or most)
    return found[first:end], {"NextToken": str(end)} if end < len(found) else {}

"""CloudTrail's event history, which moto 5.2.1 does not have: who has called what that changed something.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
Without a trail AWS keeps it, too. Here the last ten thousand calls are kept, and known at once, not minutes later; S3 and
other services that moto answers in another way are left out, and so are the calls' own parameters and answers.
"""

from __future__ import annotations

import functools
import json
import re
from collections import deque
from typing import Any, Callable
from uuid import uuid4

from moto.cloudtrail.models import cloudtrail_backends
from moto.cloudtrail.responses import CloudTrailResponse
from moto.core.responses import BaseResponse

from . import clock
from .registry import Service
from .state import kept

service = Service("cloudtrail", CloudTrailResponse)

MOST_KEPT = 10_000
MOST_OF_PAGE = 50
CALLER = re.compile(r"Credential=(?P<key>[^/]+)/")
READING = re.compile(r"^(BatchGet|Describe|Filter|Get|Head|List|Lookup|Query|Scan|Select|StartQuery|StopQuery)")
NAMING = re.compile(r"(name|identifier|arn|id|service|cluster)s?$", re.I)
# Where CloudTrail calls a service otherwise than moto.
SOURCES = {"cloudwatch": "monitoring", "elbv2": "elasticloadbalancing", "applicationautoscaling": "application-autoscaling"}


def history(account: str, region: str) -> deque[dict[str, Any]]:
    return kept(cloudtrail_backends[account][region], "events", lambda: deque(maxlen=MOST_KEPT))


def parameters(response: Any) -> dict[str, Any]:
    try:
        sent = json.loads(response.body)
    except (TypeError, ValueError):
        sent = {key: values[0] for key, values in response.querystring.items() if values}
    return sent if isinstance(sent, dict) else {}


def names(sent: dict[str, Any]) -> list[str]:
    found = [value for key, value in sent.items() if NAMING.search(key) and isinstance(value, str) and value]
    return list(dict.fromkeys(found))


def remember(response: Any, status: int) -> None:
    action = response._get_action()
    if status >= 300 or not action or READING.match(action):
        return
    caller = CALLER.search(str(response.headers.get("Authorization", "")))
    source = SOURCES.get(response.service_name, response.service_name)
    event = {
        "EventId": str(uuid4()),
        "EventName": action,
        "ReadOnly": "false",
        "EventTime": clock.now().timestamp(),
        "EventSource": f"{source}.amazonaws.com",
        "Username": caller["key"] if caller else "",
        "Resources": [{"ResourceName": name} for name in names(parameters(response))],
    }
    history(response.current_account, response.region).append(event)


def remembered(moto: Callable) -> Callable:
    @functools.wraps(moto)
    def call(response: Any) -> Any:
        answer = moto(response)
        remember(response, int(answer[0]))
        return answer

    return call


BaseResponse.call_action = remembered(BaseResponse.call_action)  # type: ignore[method-assign]


def is_wanted(event: dict[str, Any], key: str, value: str) -> bool:
    if key == "ResourceName":
        return any(one["ResourceName"] == value for one in event["Resources"])
    if key not in ("EventId", "EventName", "EventSource", "ReadOnly", "Username"):
        raise NotImplementedError(f"event history by {key}")
    return event[key] == value


@service.adds("LookupEvents", "runbooks")
def lookup_events(response: Any) -> str:
    asked = {name: response._get_param(name) for name in ("StartTime", "EndTime", "NextToken", "MaxResults")}
    attributes = response._get_param("LookupAttributes") or []
    since, until = float(asked["StartTime"] or 0), float(asked["EndTime"] or "inf")
    found = [
        event
        for event in reversed(history(response.current_account, response.region))
        if since <= event["EventTime"] <= until
        and all(is_wanted(event, one["AttributeKey"], one["AttributeValue"]) for one in attributes)
    ]
    first, most = int(asked["NextToken"] or 0), int(asked["MaxResults"] or MOST_OF_PAGE)
    more = {"NextToken": str(first + most)} if first + most < len(found) else {}
    return json.dumps({"Events": found[first : first + most], **more})

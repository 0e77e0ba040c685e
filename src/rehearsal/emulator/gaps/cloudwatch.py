"""CloudWatch: moto 5.2.1 stores and describes composite alarms but cannot put one.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
"""

from __future__ import annotations

from typing import Any

from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

from .registry import Service

service = Service("cloudwatch", CloudWatchResponse)

# Fields of the request that moto's alarm has no place for, and their names in its answers.
SUPPRESSION = {
    "ActionsSuppressor": "actions_suppressor",
    "ActionsSuppressorWaitPeriod": "actions_suppressor_wait_period",
    "ActionsSuppressorExtensionPeriod": "actions_suppressor_extension_period",
}


@service.adds("PutCompositeAlarm", "aws_cloudwatch_composite_alarm")
def put_composite_alarm(response: Any) -> ActionResult:
    # moto's handler of metric alarms reads AlarmRule as well: "to re-use this method for composite alarms".
    answer = response.put_metric_alarm()
    alarm = response.cloudwatch_backend.alarms[response._get_param("AlarmName")]
    for field, attribute in SUPPRESSION.items():
        setattr(alarm, attribute, response._get_param(field))
    return answer

"""CloudWatch: moto 5.2.1 stores and describes composite alarms but cannot put one, and reads metrics only roughly.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.cloudwatch.exceptions import ValidationError
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

from .cloudwatch_series import Series, read_series
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


@service.mends("PutMetricData", "takes what SDKs have compressed", CloudWatchResponse, "__init__")
def take_unpacked(moto: Callable, response: Any) -> None:
    moto(response)
    # SDKs compress from 10 KB on. moto's server has unpacked it by now, and its handler would once more.
    response.allow_request_decompression = False


# The quotas of GetMetricData.
MOST_QUERIES = 500
MOST_DATAPOINTS = 100_800


@service.mends("GetMetricData", "percentiles, counts in a range, whole periods, exact dimensions, and pages")
def get_metric_data(_moto: Callable, response: Any) -> ActionResult:
    params = response._get_params()
    queries = params.get("MetricDataQueries", [])
    if len(queries) > MOST_QUERIES:
        raise ValidationError(f"The collection MetricDataQueries must not have a size greater than {MOST_QUERIES}.")
    if params["StartTime"] >= params["EndTime"]:
        raise ValidationError("The parameter StartTime must be less than the parameter EndTime.")
    if any("MetricStat" not in query for query in queries):
        # moto answers metric math with nothing at all, which reads as "no data".
        raise NotImplementedError("metric math and SELECT queries")
    data = response.cloudwatch_backend.get_all_metrics()
    found = read_series(data, queries, params["StartTime"], params["EndTime"])
    if params.get("ScanBy") != "TimestampAscending":
        found = [series._replace(points=series.points[::-1]) for series in found]
    first = int(params.get("NextToken") or 0)
    most = int(params.get("MaxDatapoints") or MOST_DATAPOINTS)
    results, more = page(found, first, first + most)
    return ActionResult({"MetricDataResults": results, **({"NextToken": str(first + most)} if more else {})})


def page(found: list[Series], first: int, end: int) -> tuple[list[dict[str, Any]], bool]:
    """The datapoints from `first` to `end`, counted through all series; a series without any is on the first page."""
    results = []
    begin = 0
    for series in found:
        points = series.points[max(0, first - begin) : max(0, end - begin)]
        begin += len(series.points)
        if points or (not series.points and first == 0):
            results.append(
                {
                    "id": series.query_id,
                    "label": series.label,
                    "timestamps": [at for at, _ in points],
                    "values": [value for _, value in points],
                    "status_code": "PartialData" if begin > end else "Complete",
                }
            )
    return results, begin > end

"""CloudWatch: moto 5.2.1 stores and describes composite alarms but cannot put one, and reads metrics only roughly.

What alarms do by themselves is in cloudwatch_alarms.py.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.cloudwatch.exceptions import InvalidParameterCombination, InvalidParameterValue, ValidationError
from moto.cloudwatch.models import CloudWatchBackend
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

from .cloudwatch_data import NOTHING, find, instant, keep, key_of_query, seconds
from .cloudwatch_series import Series, in_periods, read_series, statistic
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


@service.mends("PutMetricData", "keeps each metric apart, and counts as counts", CloudWatchBackend, "put_metric_data")
def put_metric_data(_moto: Callable, backend: Any, namespace: str, metric_data: list[dict[str, Any]]) -> None:
    for number, datum in enumerate(metric_data, 1):
        backend._validate_parameters_put_metric_data(datum, number)
    for datum in metric_data:
        keep(backend, namespace, datum)


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
    found = read_series(response.cloudwatch_backend, queries, params["StartTime"], params["EndTime"])
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


@service.mends("GetMetricStatistics", "percentiles, counts in a range, whole periods, and exact dimensions")
def get_metric_statistics(_moto: Callable, response: Any) -> ActionResult:
    params = response._get_params()
    names = params.get("Statistics", []), params.get("ExtendedStatistics", [])
    if not any(names):
        raise InvalidParameterCombination("Must specify either Statistics or ExtendedStatistics")
    start, end = seconds(params["StartTime"]), seconds(params["EndTime"])
    if start >= end:
        raise InvalidParameterValue("The parameter StartTime must be less than the parameter EndTime.")
    key = key_of_query(params)
    metric = find(response.cloudwatch_backend, {key}).get(key, NOTHING)
    points = []
    for at, samples in in_periods(metric, start, end, int(params["Period"]), params.get("Unit")):
        plain, extended = ({name: statistic(name, samples) for name in those} for those in names)
        points.append({"Timestamp": instant(at), "Unit": samples[0].unit, **plain, "ExtendedStatistics": extended})
    return ActionResult({"Label": params["MetricName"], "Datapoints": points})

"""CloudWatch Logs Insights: moto 5.2.1 ignores every filter of a query, and neither takes time nor can be stopped.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Filter.html
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StopQuery.html
Of filters there is the one that our runbooks use: `filter @message like /.../`.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timezone
from typing import Any, Callable

from moto.logs.exceptions import InvalidParameterException, ResourceNotFoundException
from moto.logs.models import LogsBackend
from moto.logs.responses import LogsResponse

from . import clock
from .registry import Service
from .state import kept

service = Service("logs", LogsResponse)

QUERY_SECONDS = 2
FILTER = re.compile(r"\|\s*filter\s+@message\s+like\s+/(?P<pattern>(?:\\/|[^/])*)/\s*")
LIMIT = re.compile(r"\|\s*limit\s+(?P<most>\d+)\s*")


def written(milliseconds: Any) -> str:
    """As Insights writes an instant: in UTC, without saying so."""
    at = datetime.fromtimestamp(int(milliseconds) / 1000, timezone.utc)
    return at.strftime("%Y-%m-%d %H:%M:%S.") + f"{at.microsecond // 1000:03}"


@service.mends("StartQuery", "filters messages, and tells instants and groups as AWS does", LogsBackend, "start_query")
def start_query(
    moto: Callable, backend: Any, log_group_names: list[str], start_time: int, end_time: int, query_string: str
) -> str:
    wanted, most = FILTER.search(query_string), LIMIT.search(query_string)
    plain = LIMIT.sub("", FILTER.sub("", query_string))
    if "filter" in plain:
        raise NotImplementedError(f"the query {query_string}")
    query_id = moto(backend, log_group_names, start_time, end_time, plain)
    query = backend.queries[query_id]
    pattern = re.compile(wanted["pattern"].replace("\\/", "/") if wanted else "")
    found = [row for row in query.results if pattern.search(str(row.get("@message", "")))]
    query.query = query_string
    query.results = [told(backend, row) for row in (found[: int(most["most"])] if most else found)]
    kept(backend, "query_starts", dict)[query_id] = clock.now().timestamp()
    return query_id


def told(backend: Any, row: dict[str, Any]) -> dict[str, Any]:
    changed = dict(row)
    if "@timestamp" in row:
        changed["@timestamp"] = written(row["@timestamp"])
    if "@log" in row:
        changed["@log"] = f"{backend.account_id}:{row['@log']}"
    return changed


def is_running(backend: Any, query: Any) -> bool:
    since = kept(backend, "query_starts", dict).get(query.query_id, 0)
    return clock.simulating() and query.status == "Complete" and clock.now().timestamp() < since + QUERY_SECONDS


@service.mends("GetQueryResults", "takes its time in a simulation")
def get_query_results(moto: Callable, response: Any) -> str:
    query = response.logs_backend.queries.get(response._get_param("queryId"))
    if query is not None and is_running(response.logs_backend, query):
        return json.dumps({"results": [], "status": "Running"})
    return moto(response)


@service.adds("StopQuery", "runbooks")
def stop_query(response: Any) -> str:
    query = response.logs_backend.queries.get(response._get_param("queryId"))
    if query is None:
        raise ResourceNotFoundException("The specified query does not exist.")
    if not is_running(response.logs_backend, query):
        raise InvalidParameterException(msg="The query has ended already.")
    query.status, query.results = "Cancelled", []
    return json.dumps({"success": True})

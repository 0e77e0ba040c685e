"""Lambda: moto 5.2.1 runs functions in Docker as soon as their queue gets a message, and answers what is gone as a web page.

https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.awslambda.models import LambdaBackend
from moto.awslambda.responses import LambdaResponse
from moto.sqs.models import sqs_backends

from .registry import Service

service = Service("lambda", LambdaResponse)


@service.mends(
    "CreateEventSourceMapping",
    "leaves messages in the queue: whoever plays the function receives them",
    LambdaBackend,
    "create_event_source_mapping",
)
def create_event_source_mapping(moto: Callable, backend: Any, spec: dict[str, Any]) -> Any:
    mapping = moto(backend, spec)
    for queue in sqs_backends[backend.account_id][backend.region_name].queues.values():
        if queue.queue_arn == mapping.event_source_arn:
            queue.lambda_event_source_mappings.clear()
    return mapping


@service.mends("GetEventSourceMapping", "tells what is not there in JSON")
def get_event_source_mapping(moto: Callable, response: Any) -> Any:
    status, headers, body = moto(response)
    return status, {**headers, "Content-Type": "application/json"}, body

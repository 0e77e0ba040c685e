"""EventBridge: moto 5.2.1 drops the KMS key of a connection, which shows as drift in the next plan.

https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnection.html
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.events.responses import EventsHandler

from .registry import Service

service = Service("events", EventsHandler)

KEY = "KmsKeyIdentifier"


def keep_key(response: Any) -> None:
    key = response._get_param(KEY)
    if key is not None:
        response.events_backend.connections[response._get_param("Name")].kms_key_identifier = key


@service.mends("CreateConnection", "keeps the KMS key")
def create_connection(moto: Callable, response: Any) -> Any:
    answer = moto(response)
    keep_key(response)
    return answer


@service.mends("UpdateConnection", "keeps the KMS key")
def update_connection(moto: Callable, response: Any) -> Any:
    answer = moto(response)
    keep_key(response)
    return answer


@service.mends("DescribeConnection", "tells the KMS key")
def describe_connection(moto: Callable, response: Any) -> Any:
    body, headers = moto(response)
    connection = response.events_backend.connections[response._get_param("Name")]
    key = getattr(connection, "kms_key_identifier", None)
    return (json.dumps({**json.loads(body), KEY: key}) if key else body), headers

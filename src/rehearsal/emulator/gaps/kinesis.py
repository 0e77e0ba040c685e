"""Kinesis: moto 5.2.1 drops the tags of CreateStream, which shows as drift in the next plan.

https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.kinesis.responses import KinesisResponse

from .registry import Service

service = Service("kinesis", KinesisResponse)


@service.mends("CreateStream", "keeps the tags that come with it")
def create_stream(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    tags = response._get_param("Tags")
    if tags:
        response.kinesis_backend.add_tags_to_stream(None, response._get_param("StreamName"), tags)
    return answer

"""SQS: moto 5.2.1 writes a redrive policy with blanks, which shows as drift in the next plan of aws_sqs_queue.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.sqs.models import Queue
from moto.sqs.responses import SQSResponse

from .registry import Service

POLICY = "RedrivePolicy"

service = Service("sqs", SQSResponse)


@service.mends("GetQueueAttributes", "writes a redrive policy without blanks", Queue, "attributes")
def attributes(moto: Callable, queue: Any) -> dict[str, Any]:
    told = moto(queue)
    if told.get(POLICY):
        told[POLICY] = json.dumps(json.loads(told[POLICY]), separators=(",", ":"))
    return told

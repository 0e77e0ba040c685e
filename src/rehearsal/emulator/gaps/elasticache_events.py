"""ElastiCache's events, which moto 5.2.1 does not have: that a group or a user was changed is not noted here, so there are none.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DescribeEvents.html
"""

from __future__ import annotations

from typing import Any

from moto.core.responses import ActionResult
from moto.elasticache.responses import ElastiCacheResponse

from .registry import Service

service = Service("elasticache", ElastiCacheResponse)


@service.adds("DescribeEvents", "runbooks")
def describe_events(response: Any) -> ActionResult:
    return ActionResult({"Events": []})

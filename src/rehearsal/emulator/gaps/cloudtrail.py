"""CloudTrail: moto 5.2.1 knows a trail by its name only where Terraform passes its ARN, as AWS allows.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.cloudtrail.responses import CloudTrailResponse

from .registry import Service

service = Service("cloudtrail", CloudTrailResponse)
WHY = "accepts the trail's ARN"


def trail_of(response: Any) -> Any:
    """The trail, whether named or given by its ARN; moto's own error when there is none."""
    return response.cloudtrail_backend.get_trail(response._get_param("Name"))


@service.mends("StartLogging", WHY)
def start_logging(moto: Callable, response: Any) -> str:
    trail_of(response).start_logging()
    return "{}"


@service.mends("StopLogging", WHY)
def stop_logging(moto: Callable, response: Any) -> str:
    trail_of(response).stop_logging()
    return "{}"


@service.mends("DeleteTrail", f"{WHY}, and forgets its tags")
def delete_trail(moto: Callable, response: Any) -> str:
    trail = trail_of(response)
    backend = response.cloudtrail_backend
    backend.delete_trail(trail.trail_name)
    backend.tagging_service.delete_all_tags_for_resource(trail.arn)
    return "{}"

"""Application Auto Scaling: moto 5.2.1 cannot tag a scalable target, and Terraform reads the tags of each.

https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ListTagsForResource.html
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.utilities.tagging_service import TaggingService

from .registry import Service
from .state import tagger

service = Service("applicationautoscaling", ApplicationAutoScalingResponse)
NEEDED_BY = "aws_appautoscaling_target"


def tags_of(response: Any) -> TaggingService:
    return tagger(response.applicationautoscaling_backend)


@service.adds("ListTagsForResource", NEEDED_BY)
def list_tags_for_resource(response: Any) -> str:
    return json.dumps({"Tags": tags_of(response).get_tag_dict_for_resource(response._get_param("ResourceARN"))})


@service.adds("TagResource", NEEDED_BY)
def tag_resource(response: Any) -> str:
    tags = TaggingService.convert_dict_to_tags_input(response._get_param("Tags") or {})
    tags_of(response).tag_resource(response._get_param("ResourceARN"), tags)
    return "{}"


@service.adds("UntagResource", NEEDED_BY)
def untag_resource(response: Any) -> str:
    tags_of(response).untag_resource_using_names(
        response._get_param("ResourceARN"), response._get_param("TagKeys") or []
    )
    return "{}"


@service.mends("RegisterScalableTarget", "keeps the tags that come with it")
def register_scalable_target(moto: Callable, response: Any) -> str:
    answer = moto(response)
    tags = TaggingService.convert_dict_to_tags_input(response._get_param("Tags") or {})
    tags_of(response).tag_resource(json.loads(answer)["ScalableTargetARN"], tags)
    return answer

"""Application Auto Scaling: moto 5.2.1 cannot tag a scalable target, and leaves alarms of policies behind.

https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ListTagsForResource.html
https://docs.aws.amazon.com/autoscaling/application/APIReference/API_DeregisterScalableTarget.html
"""

from __future__ import annotations

import json
from typing import Any, Callable

from moto.applicationautoscaling.models import FakeApplicationAutoscalingPolicy
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


def same_target(response: Any, policy: FakeApplicationAutoscalingPolicy) -> bool:
    wanted = [response._get_param(name) for name in ("ServiceNamespace", "ResourceId", "ScalableDimension")]
    return [policy.service_namespace, policy.resource_id, policy.scalable_dimension] == wanted


def policies_of(response: Any) -> list[FakeApplicationAutoscalingPolicy]:
    policies = response.applicationautoscaling_backend.policies.values()
    return [policy for policy in policies if same_target(response, policy)]


@service.mends("PutScalingPolicy", "of a policy that is there replaces its alarms, and keeps its ARN")
def put_scaling_policy(moto: Callable, response: Any) -> str:
    name = response._get_param("PolicyName")
    before = next((one for one in policies_of(response) if one.policy_name == name), None)
    answer = json.loads(moto(response))
    if before is not None:
        before.delete_alarms(before.account_id, before.region_name)
        after = next(one for one in policies_of(response) if one.policy_name == name)
        after.policy_arn, after.creation_time = before.policy_arn, before.creation_time
        answer["PolicyARN"] = before.policy_arn
    return json.dumps(answer)


@service.mends("DeregisterScalableTarget", "takes the policies of the target, and their alarms, with it")
def deregister_scalable_target(moto: Callable, response: Any) -> str:
    answer = moto(response)
    backend = response.applicationautoscaling_backend
    for policy in policies_of(response):
        backend.delete_scaling_policy(
            policy.policy_name, policy.service_namespace, policy.resource_id, policy.scalable_dimension
        )
    return answer

"""X-Ray: moto 5.2.1 takes segments and nothing else; this adds groups, sampling rules and their tags.

https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html
https://docs.aws.amazon.com/xray/latest/api/API_CreateSamplingRule.html
"""

from __future__ import annotations

import json
from typing import Any

from moto.core.common_models import BaseModel
from moto.core.exceptions import JsonRESTError
from moto.core.utils import unix_time
from moto.moto_api._internal import mock_random
from moto.utilities.utils import get_partition
from moto.xray.responses import XRayResponse
from moto.xray.urls import url_paths

from .registry import Service
from .state import kept, tagger

service = Service("xray", XRayResponse, url_paths)
GROUP = "aws_xray_group"
RULE = "aws_xray_sampling_rule"


class XRayGroup(BaseModel):
    def __init__(self, arn: str, name: str) -> None:
        self.arn = arn
        self.name = name
        self.filter_expression = ""
        self.insights = {"InsightsEnabled": False, "NotificationsEnabled": False}

    def change(self, params: dict[str, Any]) -> None:
        self.filter_expression = params.get("FilterExpression", self.filter_expression)
        self.insights = {**self.insights, **(params.get("InsightsConfiguration") or {})}

    def described(self) -> dict[str, Any]:
        return {
            "GroupName": self.name,
            "GroupARN": self.arn,
            "FilterExpression": self.filter_expression,
            "InsightsConfiguration": self.insights,
        }


class SamplingRule(BaseModel):
    def __init__(self, arn: str, rule: dict[str, Any]) -> None:
        self.arn = arn
        self.name = rule["RuleName"]
        self.rule = {"Attributes": {}, **rule, "RuleARN": arn}
        self.created = self.modified = unix_time()

    def change(self, update: dict[str, Any]) -> None:
        self.rule = {**self.rule, **{key: value for key, value in update.items() if value is not None}}
        self.modified = unix_time()

    def record(self) -> dict[str, Any]:
        return {"SamplingRule": self.rule, "CreatedAt": self.created, "ModifiedAt": self.modified}


def groups_of(response: Any) -> dict[str, XRayGroup]:
    return kept(response.xray_backend, "groups", dict)


def rules_of(response: Any) -> dict[str, SamplingRule]:
    return kept(response.xray_backend, "sampling_rules", dict)


def arn(response: Any, resource: str) -> str:
    return f"arn:{get_partition(response.region)}:xray:{response.region}:{response.current_account}:{resource}"


def find(resources: dict[str, Any], params: dict[str, Any], name_field: str, arn_field: str) -> Any:
    """By name, or by ARN where the request has one instead."""
    for resource in resources.values():
        if params.get(name_field) == resource.name or params.get(arn_field) == resource.arn:
            return resource
    raise JsonRESTError("InvalidRequestException", "Not found")


def group_of(response: Any) -> XRayGroup:
    return find(groups_of(response), response.request_params, "GroupName", "GroupARN")


@service.adds("CreateGroup", GROUP)
def create_group(response: Any) -> str:
    params = response.request_params
    name = params["GroupName"]
    if name in groups_of(response):
        raise JsonRESTError("InvalidRequestException", f"Group {name} already exists")
    unique = mock_random.get_random_hex(32).upper()
    group = XRayGroup(arn(response, f"group/{name}/{unique}"), name)
    group.change(params)
    groups_of(response)[name] = group
    tagger(response.xray_backend).tag_resource(group.arn, params.get("Tags"))
    return json.dumps({"Group": group.described()})


@service.adds("GetGroup", GROUP)
def get_group(response: Any) -> str:
    return json.dumps({"Group": group_of(response).described()})


@service.adds("GetGroups", "leak checks", path="/Groups")
def get_groups(response: Any) -> str:
    return json.dumps({"Groups": [group.described() for group in groups_of(response).values()]})


@service.adds("UpdateGroup", GROUP)
def update_group(response: Any) -> str:
    group = group_of(response)
    group.change(response.request_params)
    return json.dumps({"Group": group.described()})


@service.adds("DeleteGroup", GROUP)
def delete_group(response: Any) -> str:
    group = group_of(response)
    del groups_of(response)[group.name]
    tagger(response.xray_backend).delete_all_tags_for_resource(group.arn)
    return "{}"


@service.adds("CreateSamplingRule", RULE)
def create_sampling_rule(response: Any) -> str:
    params = response.request_params
    name = params["SamplingRule"]["RuleName"]
    if name in rules_of(response):
        raise JsonRESTError("InvalidRequestException", f"Sampling rule {name} already exists")
    rule = SamplingRule(arn(response, f"sampling-rule/{name}"), params["SamplingRule"])
    rules_of(response)[name] = rule
    tagger(response.xray_backend).tag_resource(rule.arn, params.get("Tags"))
    return json.dumps({"SamplingRuleRecord": rule.record()})


@service.adds("GetSamplingRules", RULE)
def get_sampling_rules(response: Any) -> str:
    return json.dumps({"SamplingRuleRecords": [rule.record() for rule in rules_of(response).values()]})


@service.adds("UpdateSamplingRule", RULE)
def update_sampling_rule(response: Any) -> str:
    update = response.request_params["SamplingRuleUpdate"]
    rule = find(rules_of(response), update, "RuleName", "RuleARN")
    rule.change(update)
    return json.dumps({"SamplingRuleRecord": rule.record()})


@service.adds("DeleteSamplingRule", RULE)
def delete_sampling_rule(response: Any) -> str:
    rule = find(rules_of(response), response.request_params, "RuleName", "RuleARN")
    del rules_of(response)[rule.name]
    tagger(response.xray_backend).delete_all_tags_for_resource(rule.arn)
    return json.dumps({"SamplingRuleRecord": rule.record()})


@service.adds("ListTagsForResource", f"{GROUP}, {RULE}")
def list_tags_for_resource(response: Any) -> str:
    return json.dumps(tagger(response.xray_backend).list_tags_for_resource(response.request_params["ResourceARN"]))


@service.adds("TagResource", f"{GROUP}, {RULE}")
def tag_resource(response: Any) -> str:
    params = response.request_params
    tagger(response.xray_backend).tag_resource(params["ResourceARN"], params["Tags"])
    return "{}"


@service.adds("UntagResource", f"{GROUP}, {RULE}")
def untag_resource(response: Any) -> str:
    params = response.request_params
    tagger(response.xray_backend).untag_resource_using_names(params["ResourceARN"], params["TagKeys"])
    return "{}"

"""ElastiCache parameter groups, which moto 5.2.1 does not have.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html
"""

from __future__ import annotations

from typing import Any

from moto.core.common_models import BaseModel
from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache.exceptions import ElastiCacheException
from moto.elasticache.responses import ElastiCacheResponse
from moto.utilities.utils import get_partition

from .registry import Service
from .state import kept

service = Service("elasticache", ElastiCacheResponse)
GROUP = "aws_elasticache_parameter_group"


class CacheParameterGroup(BaseModel):
    """Attributes are named as moto's serializer wants them: CacheParameterGroupFamily is `..._family`."""

    def __init__(self, arn: str, name: str, family: str, description: str) -> None:
        self.arn = arn
        self.cache_parameter_group_name = name
        self.cache_parameter_group_family = family
        self.description = description
        self.is_global = False
        self.values: dict[str, str] = {}


def groups_of(response: Any) -> dict[str, CacheParameterGroup]:
    return kept(response.elasticache_backend, "parameter_groups", dict)


def group_of(response: Any) -> CacheParameterGroup:
    name = response._get_param("CacheParameterGroupName")
    if name not in groups_of(response):
        raise ElastiCacheException("CacheParameterGroupNotFound", f"CacheParameterGroup {name} not found.")
    return groups_of(response)[name]


@service.adds("CreateCacheParameterGroup", GROUP)
def create_cache_parameter_group(response: Any) -> ActionResult:
    name = response._get_param("CacheParameterGroupName").lower()
    if name in groups_of(response):
        raise ElastiCacheException("CacheParameterGroupAlreadyExists", f"Cache parameter group {name} already exists.")
    owner = f"{response.region}:{response.current_account}"
    group = CacheParameterGroup(
        arn=f"arn:{get_partition(response.region)}:elasticache:{owner}:parametergroup:{name}",
        name=name,
        family=response._get_param("CacheParameterGroupFamily"),
        description=response._get_param("Description"),
    )
    groups_of(response)[name] = group
    response.elasticache_backend.tagging_service.tag_resource(group.arn, response._get_param("Tags"))
    return ActionResult({"CacheParameterGroup": group})


@service.adds("DescribeCacheParameterGroups", GROUP)
def describe_cache_parameter_groups(response: Any) -> ActionResult:
    named = response._get_param("CacheParameterGroupName") is not None
    groups = [group_of(response)] if named else list(groups_of(response).values())
    return ActionResult({"CacheParameterGroups": groups})


@service.adds("ModifyCacheParameterGroup", GROUP)
def modify_cache_parameter_group(response: Any) -> ActionResult:
    group = group_of(response)
    for parameter in response._get_param("ParameterNameValues", []):
        group.values[parameter["ParameterName"]] = parameter["ParameterValue"]
    return ActionResult({"CacheParameterGroupName": group.cache_parameter_group_name})


@service.adds("ResetCacheParameterGroup", GROUP)
def reset_cache_parameter_group(response: Any) -> ActionResult:
    group = group_of(response)
    if response._get_bool_param("ResetAllParameters"):
        group.values.clear()
    for parameter in response._get_param("ParameterNameValues", []):
        group.values.pop(parameter["ParameterName"], None)
    return ActionResult({"CacheParameterGroupName": group.cache_parameter_group_name})


@service.adds("DescribeCacheParameters", GROUP)
def describe_cache_parameters(response: Any) -> ActionResult:
    """Those that somebody has set; the engine's own defaults are not emulated."""
    group = group_of(response)
    shown = group.values if response._get_param("Source") in (None, "user") else {}
    parameters = [
        {"ParameterName": name, "ParameterValue": value, "Source": "user", "IsModifiable": True}
        for name, value in sorted(shown.items())
    ]
    return ActionResult({"Parameters": parameters})


@service.adds("DeleteCacheParameterGroup", GROUP)
def delete_cache_parameter_group(response: Any) -> ActionResult:
    group = group_of(response)
    name = group.cache_parameter_group_name
    backend = response.elasticache_backend
    if any(one.cache_parameter_group_name == name for one in backend.replication_groups.values()):
        raise ElastiCacheException("InvalidCacheParameterGroupState", f"{name} is in use by a replication group.")
    del groups_of(response)[name]
    backend.tagging_service.delete_all_tags_for_resource(group.arn)
    return EmptyResult()

"""Resource Groups Tagging API: moto 5.2.1 finds what is deleted, misses many kinds, and lets some past every filter.

Orphans are found by their tags, so this answers from every tag that moto keeps for what is still there.
https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html
"""

from __future__ import annotations

from itertools import chain
from typing import Any, Callable, Iterator

from moto.core.base_backend import BaseBackend
from moto.core.common_models import BaseModel
from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend
from moto.resourcegroupstaggingapi.responses import ResourceGroupsTaggingAPIResponse
from moto.utilities.tagging_service import TaggingService

from .inventory import Holding, gone, holdings, resources
from .registry import Service

service = Service("resourcegroupstaggingapi", ResourceGroupsTaggingAPIResponse)

# What moto's own search leaves out of EC2: the start of its ids, and its kind in an ARN.
EC2_KINDS = {"eipalloc": "elastic-ip", "sgr": "security-group-rule", "vpce": "vpc-endpoint"}


@service.mends(
    "GetResources",
    "finds every tagged resource that is still there, no other, and filters all of them",
    ResourceGroupsTaggingAPIBackend,
    "_get_resources_generator",
)
def get_resources(
    moto: Callable, backend: Any, tag_filters: Any = None, resource_type_filters: Any = None
) -> Iterator[dict[str, Any]]:
    by_moto = list(moto(backend, tag_filters, resource_type_filters))
    all_there_is = holdings()
    present, deleted = {resource.id for resource in resources(all_there_is)}, gone(all_there_is)
    found: set[str] = set()
    for row in chain(by_moto, *(rows_from(one, present) for one in beside(backend, all_there_is))):
        arn, tags = row["ResourceARN"], {tag["Key"]: tag["Value"] for tag in row["Tags"]}
        is_new = arn not in found and arn not in deleted and last_part(arn) not in deleted
        if is_new and tags and has_tags(tags, tag_filters or []) and is_of_type(arn, resource_type_filters or []):
            found.add(arn)
            yield row


@service.mends(
    "GetResources",
    "a page can be asked for again, because its answer may have been lost",
    ResourceGroupsTaggingAPIBackend,
    "get_resources",
)
def get_page(moto: Callable, backend: Any, pagination_token: str | None = None, **options: Any) -> Any:
    """moto forgets a token at its first use; AWS keeps it for 15 minutes."""
    answered = vars(backend).setdefault("answered_pages", {})
    if pagination_token not in answered:
        page = moto(backend, pagination_token=pagination_token, **options)
        if not pagination_token:
            return page
        answered[pagination_token] = page
    return answered[pagination_token]


def beside(backend: BaseBackend, all_there_is: list[Holding]) -> list[Holding]:
    """Of every service in the same account and region."""
    place = (backend.account_id, backend.region_name)
    return [one for one in all_there_is if (one.account, one.region) == place]


def has_tags(tags: dict[str, Any], filters: list[dict[str, Any]]) -> bool:
    """Every filter's key, with one of its values where it names any."""
    return all(one["Key"] in tags and tags[one["Key"]] in (one.get("Values") or tags.values()) for one in filters)


def is_of_type(arn: str, types: list[str]) -> bool:
    """A type is a service, or a service and a kind of resource: `ec2`, `ec2:subnet`."""
    name, rest = arn.split(":")[2], arn.split(":", 5)[5]
    kind = rest.lstrip("/").replace("/", ":").split(":")[0]
    return not types or name in types or f"{name}:{kind}" in types


def last_part(arn: str) -> str:
    """moto knows some resources by their id or name alone, the last part of their ARN."""
    return arn.replace("/", ":").rsplit(":", 1)[-1]


def rows_from(holding: Holding, present: set[str]) -> Iterator[dict[str, Any]]:
    backend = holding.backend
    by_arn, by_ec2 = kept_by_arn(backend, present), kept_by_ec2(backend, present)
    for arn, tags in chain(by_arn, by_ec2, kept_by_resource(holding.models), kept_by_api(backend)):
        yield {"ResourceARN": arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


Tagged = Iterator["tuple[str, dict[str, Any]]"]


def kept_by_arn(backend: BaseBackend, present: set[str]) -> Tagged:
    """Most services keep tags beside the resources, and some forget to forget them."""
    for tagging in [one for one in vars(backend).values() if isinstance(one, TaggingService)]:
        for arn in list(tagging.tags):
            if arn in present or last_part(arn) in present:
                yield arn, tagging.get_tag_dict_for_resource(arn)


def kept_by_resource(models: list[BaseModel]) -> Tagged:
    for model in models:
        arn, tags = vars(model).get("arn"), vars(model).get("tags")
        if isinstance(arn, str) and isinstance(tags, dict):
            yield arn, tags


def kept_by_ec2(backend: Any, present: set[str]) -> Tagged:
    if type(backend).__module__.split(".")[1] != "ec2":
        return
    for resource_id, tags in list(backend.tags.items()):
        kind = EC2_KINDS.get(resource_id.split("-")[0])
        if kind and resource_id in present:
            yield f"arn:{backend.partition}:ec2:{backend.region_name}:{backend.account_id}:{kind}/{resource_id}", tags


def kept_by_api(backend: Any) -> Tagged:
    if type(backend).__module__.split(".")[1] != "apigateway":
        return
    start = f"arn:{backend.partition}:apigateway:{backend.region_name}::"
    for path, owners in (("restapis", backend.apis), ("apikeys", backend.keys), ("usageplans", backend.usage_plans)):
        for owner_id, owner in owners.items():
            yield f"{start}/{path}/{owner_id}", owner.tags or {}
    for api_id, api in backend.apis.items():
        for name, stage in api.stages.items():
            yield f"{start}/restapis/{api_id}/stages/{name}", stage.tags or {}

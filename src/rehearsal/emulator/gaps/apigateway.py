"""API Gateway: moto 5.2.1 can tag a stage and nothing else, so that a changed tag fails to apply.

https://docs.aws.amazon.com/apigateway/latest/api/API_TagResource.html
"""

from __future__ import annotations

from typing import Any, Callable
from urllib.parse import unquote

from moto.apigateway.exceptions import NotFoundException
from moto.apigateway.responses import APIGatewayResponse
from moto.apigateway.urls import url_paths

from .registry import Service

service = Service("apigateway", APIGatewayResponse)
WHY = "APIs, keys and usage plans, not only stages"

url_paths.setdefault("{0}/tags/(?P<resourceArn>.+)$", APIGatewayResponse.dispatch)


def tagged(response: Any) -> Any:
    """What `arn:aws:apigateway:<region>::/<kind>/<id>[/stages/<name>]` stands for."""
    kind, resource_id, *rest = unquote(response.path.split("/tags/")[1]).split("::/")[1].split("/")
    backend = response.backend
    owners = {"restapis": backend.apis, "apikeys": backend.keys, "usageplans": backend.usage_plans}
    resource = owners.get(kind, {}).get(resource_id)
    if resource is not None and rest[:1] == ["stages"]:
        resource = resource.stages.get(rest[1])
    if resource is None:
        raise NotFoundException(f"Invalid resource identifier specified: {kind}/{resource_id}")
    return resource


@service.mends("TagResource", WHY)
def tag_resource(moto: Callable, response: Any) -> str:
    resource = tagged(response)
    resource.tags = {**(resource.tags or {}), **(response._get_param("tags") or {})}
    return "{}"


@service.mends("UntagResource", WHY)
def untag_resource(moto: Callable, response: Any) -> str:
    resource = tagged(response)
    removed = response.querystring.get("tagKeys") or []
    resource.tags = {key: value for key, value in (resource.tags or {}).items() if key not in removed}
    return "{}"

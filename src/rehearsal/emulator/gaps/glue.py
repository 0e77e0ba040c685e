"""Glue: moto 5.2.1 keeps the tags of a deleted database, and gives them to the next one of that name.

https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.glue.responses import GlueResponse

from .registry import Service

service = Service("glue", GlueResponse)


@service.mends("DeleteDatabase", "forgets its tags")
def delete_database(moto: Callable, response: Any) -> Any:
    answer = moto(response)
    backend = response.glue_backend
    name = response.parameters["Name"]
    arn = f"arn:{backend.partition}:glue:{backend.region_name}:{backend.account_id}:database/{name}"
    backend.tagger.delete_all_tags_for_resource(arn)
    return answer

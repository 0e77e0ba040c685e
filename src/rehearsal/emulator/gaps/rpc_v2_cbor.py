"""Lets in what speaks AWS's binary protocol, Smithy RPC v2 CBOR: moto 5.2.1 does not know it, and CloudWatch prefers it.

To moto, and to the other gaps, such a request is the same one in JSON; its answer becomes CBOR again on its way back.
Both ways are botocore's, by its model of the service.
https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
"""

from __future__ import annotations

import functools
import io
import json
import re
from datetime import datetime
from typing import Any, Callable, Iterable

import botocore.session
from botocore.model import DenormalizedStructureBuilder, ServiceModel, Shape
from botocore.parsers import BaseCBORParser
from botocore.serialize import CBORSerializer
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

# They see requests in JSON: this comes before them, and so it is wrapped around them.
from . import attempts, failures, refusals, turns  # noqa: F401

PROTOCOL = "rpc-v2-cbor"
PATH = re.compile(r"^/service/(?P<target>\w+)/operation/(?P<operation>\w+)$")
# By the first part of the path, which is the name before the dot of the JSON protocol's target.
SERVICES = {"GraniteServiceVersion20100801": "cloudwatch"}

ERROR = DenormalizedStructureBuilder().with_members({"__type": {"type": "string"}, "message": {"type": "string"}}).build_model()


class Serializer(CBORSerializer):
    def _serialize_type_timestamp(self, serialized: bytearray, value: float, shape: Shape, key: str | None) -> None:
        # botocore's own would drop fractions of seconds.
        serialized.extend(self._get_initial_byte(self.TAG_MAJOR_TYPE, 1))
        self._serialize_type_double(serialized, value, shape, key)

    def written(self, value: dict[str, Any], shape: Shape) -> bytes:
        serialized = bytearray()
        self._serialize_data_item(serialized, value, shape)
        return bytes(serialized)


@functools.cache
def model_of(service: str) -> ServiceModel:
    return botocore.session.get_session().get_service_model(service)


def in_json(body: bytes) -> bytes:
    parser = BaseCBORParser()
    value = parser.parse_data_item(parser.get_peekable_stream_from_bytes(body)) if body else {}
    return json.dumps(value, default=datetime.timestamp).encode()


def in_cbor(status: str, body: bytes, service: str, operation: str) -> bytes:
    value = json.loads(body or b"{}")
    if status.startswith("200"):
        shape = model_of(service).operation_model(operation).output_shape
        return Serializer().written(value, shape) if shape else b"\xa0"
    text = value.get("message", value.get("Message", ""))
    return Serializer().written({"__type": value.get("__type", "Unknown"), "message": text}, ERROR)


def translate(environ: dict[str, Any], target: str, operation: str) -> None:
    body = in_json(environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)))
    environ["wsgi.input"] = io.BytesIO(body)
    environ["CONTENT_LENGTH"] = str(len(body))
    environ["CONTENT_TYPE"] = "application/x-amz-json-1.0"
    environ["HTTP_X_AMZ_TARGET"] = f"{target}.{operation}"
    environ["PATH_INFO"] = environ["RAW_URI"] = environ["REQUEST_URI"] = "/"


def translating(moto: Callable) -> Callable:
    def call(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        asked = PATH.match(environ.get("PATH_INFO", ""))
        service = asked and SERVICES.get(asked["target"])
        if not service or environ.get("HTTP_SMITHY_PROTOCOL") != PROTOCOL:
            return moto(app, environ, start_response)
        translate(environ, asked["target"], asked["operation"])
        started: list[Any] = []

        def hold(*args: Any) -> None:
            started[:] = args

        body = b"".join(moto(app, environ, hold))
        status, headers = started[:2]
        content = in_cbor(status, body, service, asked["operation"])
        ours = {"content-type": "application/cbor", "content-length": str(len(content)), "smithy-protocol": PROTOCOL}
        start_response(status, [*(one for one in headers if one[0].lower() not in ours), *ours.items()])
        return [content]

    return call


DomainDispatcherApplication.__call__ = translating(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

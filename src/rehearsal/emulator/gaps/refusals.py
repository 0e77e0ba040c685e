"""Denies calls by name, as a role without the permission would be denied them: `/moto-api/refusals`.

    POST {"calls": ["rds:CreateDBInstance"]}    denied from now on, in place of those before
    DELETE                                      nothing is denied

Named as IAM names them, of services that say the operation in the body or in a header: the query and JSON protocols.
"""

from __future__ import annotations

import io
import json
from typing import Any, Callable, Iterable
from urllib.parse import parse_qs

from moto.moto_api._internal.urls import url_paths
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from .clock import json_answer
from .failures import service_of

PATH = "{0}/moto-api/refusals"
denied: set[str] = set()


def operation_of(environ: dict[str, Any]) -> str:
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return target.rpartition(".")[2]
    if "x-www-form-urlencoded" not in environ.get("CONTENT_TYPE", ""):
        return ""
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return parse_qs(body.decode()).get("Action", [""])[0]


def deny(environ: dict[str, Any], start_response: Callable, call: str) -> Iterable[bytes]:
    text = f"User is not authorized to perform: {call}"
    if environ.get("HTTP_X_AMZ_TARGET"):
        kind, content = "application/x-amz-json-1.1", json.dumps({"__type": "AccessDeniedException", "message": text})
    else:
        error = f"<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>{text}</Message></Error>"
        kind, content = "text/xml", f"<ErrorResponse>{error}<RequestId>0</RequestId></ErrorResponse>"
    start_response("403 Forbidden", [("Content-Type", kind), ("Content-Length", str(len(content)))])
    return [content.encode()]


def denying(moto: Callable) -> Callable:
    def call(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        if denied:
            asked = f"{service_of(environ)}:{operation_of(environ)}"
            if asked in denied:
                return deny(environ, start_response, asked)
        return moto(app, environ, start_response)

    return call


def answer(request: Any, full_url: str, headers: Any) -> Any:
    if request.method == "POST":
        calls = json.loads(request.data).get("calls")
        if not isinstance(calls, list) or not all(isinstance(one, str) for one in calls):
            return json_answer(400, {"message": "expected calls, a list of names such as rds:CreateDBInstance"})
        denied.clear()
        denied.update(calls)
    if request.method == "DELETE":
        denied.clear()
    return json_answer(200, {"calls": sorted(denied)})


url_paths[PATH] = answer
DomainDispatcherApplication.__call__ = denying(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

"""Denies calls by name, as a role without the permission would be denied them: `/moto-api/refusals`.

    POST {"calls": ["rds:CreateDBInstance"]}    denied from now on, in place of those before
    DELETE                                      nothing is denied

One call of all that come, and no other: `/moto-api/refusals/next`

    POST {"call": "ecs:UpdateService", "after": "ecs:RegisterTaskDefinition"}
                                                denied once, after one of `after` was answered; without it the next one
    DELETE                                      none of these is denied any more

Named as IAM names them, of services that say the operation in the body or in a header: the query and JSON protocols. Of REST
services by method and path, or by the method alone: `fis:GET /safetyLevers/default`, `apigateway:PATCH`.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any, Callable, Iterable
from urllib.parse import parse_qs

from moto.moto_api._internal.urls import url_paths
from moto.moto_server.werkzeug_app import DomainDispatcherApplication

from .clock import json_answer
from .failures import service_of

PATH = "{0}/moto-api/refusals"
NEXT_PATH = f"{PATH}/next"
denied: set[str] = set()


@dataclass
class Trap:
    call: str
    after: str | None


traps: list[Trap] = []


def operation_of(environ: dict[str, Any]) -> str:
    target = environ.get("HTTP_X_AMZ_TARGET", "")
    if target:
        return target.rpartition(".")[2]
    if "x-www-form-urlencoded" not in environ.get("CONTENT_TYPE", ""):
        return f"{environ.get('REQUEST_METHOD')} {environ.get('PATH_INFO')}"
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return parse_qs(body.decode()).get("Action", [""])[0]


def deny(environ: dict[str, Any], start_response: Callable, call: str) -> Iterable[bytes]:
    text = f"User is not authorized to perform: {call}"
    headers: list[tuple[str, str]] = []
    error = f"<Error><Type>Sender</Type><Code>AccessDenied</Code><Message>{text}</Message></Error>"
    if service_of(environ) == "s3":
        kind, content = "text/xml", error
    elif "x-www-form-urlencoded" in environ.get("CONTENT_TYPE", ""):
        kind, content = "text/xml", f"<ErrorResponse>{error}<RequestId>0</RequestId></ErrorResponse>"
    else:
        kind, content = "application/x-amz-json-1.1", json.dumps({"__type": "AccessDeniedException", "message": text})
        headers.append(("x-amzn-ErrorType", "AccessDeniedException"))
    start_response("403 Forbidden", [("Content-Type", kind), ("Content-Length", str(len(content))), *headers])
    return [content.encode()]


def is_meant(named: str | None, asked: str) -> bool:
    return named is not None and (asked == named or asked.startswith(f"{named} "))


def sprung_by(asked: str) -> Trap | None:
    return next((one for one in traps if one.after is None and is_meant(one.call, asked)), None)


def arm(asked: str) -> None:
    for one in traps:
        if is_meant(one.after, asked):
            one.after = None


def denying(moto: Callable) -> Callable:
    def call(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        if not denied and not traps:
            return moto(app, environ, start_response)
        asked = f"{service_of(environ)}:{operation_of(environ)}"
        trap = sprung_by(asked)
        if trap is not None:
            traps.remove(trap)
        if trap is not None or any(is_meant(one, asked) for one in denied):
            return deny(environ, start_response, asked)
        answered = moto(app, environ, start_response)
        arm(asked)
        return answered

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


def answer_next(request: Any, full_url: str, headers: Any) -> Any:
    if request.method == "POST":
        sent = json.loads(request.data)
        call, after = sent.get("call"), sent.get("after")
        if not isinstance(call, str) or not isinstance(after, (str, type(None))):
            return json_answer(400, {"message": "expected call, and perhaps after: names such as rds:CreateDBInstance"})
        traps.append(Trap(call, after))
    if request.method == "DELETE":
        traps.clear()
    return json_answer(200, {"calls": [one.call for one in traps]})


url_paths[PATH] = answer
url_paths[NEXT_PATH] = answer_next
DomainDispatcherApplication.__call__ = denying(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

"""Makes a request that moto cannot answer fail at once, by name, instead of being tried again for minutes.

moto answers with HTTP 500 when it lacks an operation or fails itself, and AWS SDKs take 500 for a passing trouble:
Terraform's provider tries 25 times over many minutes, and no environment variable changes that. 501 is not retried.
https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
"""

from __future__ import annotations

import json
import re
import sys
import traceback
from typing import Any, Callable, Iterable
from xml.sax.saxutils import escape

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

CODE = "NotImplemented"
UNKNOWN = "an unknown service"
SCOPE = re.compile(r"Credential=[^/]+/\d+/[^/]+/(?P<service>[^/]+)/")


def service_of(environ: dict[str, Any]) -> str:
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    return scope.group("service") if scope else UNKNOWN


def message(environ: dict[str, Any], reason: str) -> str:
    request = environ.get("HTTP_X_AMZ_TARGET") or f"{environ.get('REQUEST_METHOD')} {environ.get('PATH_INFO')}"
    return f"the emulator cannot answer this request of {service_of(environ)} ({request}): {reason}"


def body(environ: dict[str, Any], text: str) -> tuple[str, str]:
    """Content type and body in the protocol of the request, as far as it can be told from outside."""
    service = service_of(environ)
    sent = environ.get("CONTENT_TYPE", "")
    if service != "s3" and "x-www-form-urlencoded" not in sent and "xml" not in sent:
        return "application/json", json.dumps({"__type": CODE, "message": text})
    error = f"<Error><Code>{CODE}</Code><Message>{escape(text)}</Message></Error>"
    if service == "s3":
        return "text/xml", error
    if service == "ec2":
        return "text/xml", f"<Response><Errors>{error}</Errors></Response>"
    return "text/xml", f"<ErrorResponse>{error}</ErrorResponse>"


def refuse(environ: dict[str, Any], start_response: Callable, reason: str) -> Iterable[bytes]:
    kind, text = body(environ, message(environ, reason))
    content = text.encode()
    headers = [("Content-Type", kind), ("Content-Length", str(len(content))), ("x-amzn-ErrorType", CODE)]
    start_response("501 Not Implemented", headers)
    return [content]


def failing_at_once(moto: Callable) -> Callable:
    def call(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        started: list[Any] = []

        def hold(*args: Any) -> None:
            started[:] = args

        try:
            answer = moto(app, environ, hold)
        except Exception as reason:
            traceback.print_exc(file=sys.stderr)
            return refuse(environ, start_response, f"{type(reason).__name__}: {reason}")
        status, headers = started[:2]
        # The web framework's word for a path that moto does not know; of S3 any path may be an object that is not there.
        is_page = status.startswith("404") and dict(headers).get("Content-Type", "").startswith("text/html")
        if is_page and service_of(environ) not in (UNKNOWN, "s3"):
            return refuse(environ, start_response, "moto has no such path")
        start_response(*started)
        return answer

    return call


DomainDispatcherApplication.__call__ = failing_at_once(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

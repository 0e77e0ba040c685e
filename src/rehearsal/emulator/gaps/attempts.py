"""Answers a request that its client makes once more as the first time: what it asked for is done.

On a busy machine this development server loses an answer now and then, and the SDK of whoever waited for it tries again.
A resource would then be there already, or twice. Only answers that were good are kept: what failed is to be tried again.
https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
"""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from typing import Any, Callable, Iterable

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

# The last ones: an SDK tries again within seconds.
MOST_KEPT = 500
WRITES = ("POST", "PUT", "DELETE", "PATCH")

Answer = tuple[str, list[tuple[str, str]], bytes]

_answers: OrderedDict[str, Answer] = OrderedDict()
_lock = threading.Lock()


def call_of(environ: dict[str, Any]) -> str | None:
    """The same for all attempts of a call; nothing for what only reads, whose answers may be large."""
    invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
    return invocation if environ.get("REQUEST_METHOD") in WRITES else None


def keep(call: str, answer: Answer) -> None:
    with _lock:
        _answers[call] = answer
        while len(_answers) > MOST_KEPT:
            _answers.popitem(last=False)


def answering_once(moto: Callable) -> Callable:
    def answer(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        call = call_of(environ)
        if call is None:
            return moto(app, environ, start_response)
        known = _answers.get(call)
        if known is not None:
            print(f"attempts: {environ.get('HTTP_AMZ_SDK_REQUEST')}: answered as before", file=sys.stderr)
            start_response(*known[:2])
            return [known[2]]
        started: list[Any] = []

        def hold(*args: Any) -> None:
            started[:] = args

        body = b"".join(moto(app, environ, hold))
        status, headers = started[:2]
        if status < "4":
            keep(call, (status, headers, body))
        start_response(*started)
        return [body]

    return answer


DomainDispatcherApplication.__call__ = answering_once(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

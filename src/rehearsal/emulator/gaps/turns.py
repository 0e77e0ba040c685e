"""Answers one request at a time: moto's backends are plain dictionaries, and its server has a thread for each request.

Terraform sends dozens of requests at once. Two of them in the same dictionary end as "dictionary changed size during
iteration", or as a resource that was made although its answer was an error. Python runs one thread at a time anyway, so
taking turns costs nothing.
"""

from __future__ import annotations

import threading
from typing import Any, Callable, Iterable

from moto.moto_server.werkzeug_app import DomainDispatcherApplication

# Whoever does something without a request must hold it as well.
turn = threading.Lock()
_before: list[Callable[[], None]] = []


def before_each(function: Callable[[], None]) -> Callable[[], None]:
    """Calls it in the turn of each request, before it is answered."""
    _before.append(function)
    return function


def in_turn(moto: Callable) -> Callable:
    def call(app: Any, environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        with turn:
            for function in _before:
                function()
            answer = moto(app, environ, start_response)
            try:
                return list(answer)
            finally:
                getattr(answer, "close", lambda: None)()

    return call


DomainDispatcherApplication.__call__ = in_turn(DomainDispatcherApplication.__call__)  # type: ignore[method-assign]

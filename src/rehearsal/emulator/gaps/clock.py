"""The emulator's own notion of now, and what happens as time goes by: `/moto-api/simulation`.

    POST {"rate": 30, "originMs": 1767225600000}    time runs thirty times as fast since that instant
    GET                                             how it runs, and what has failed meanwhile
    DELETE                                          the machine's own time again

While such a simulation is on, things take their time, as in AWS: alarms evaluate, deployments roll. Without one
everything is done at once, and nothing happens by itself.
"""

from __future__ import annotations

import json
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Callable

from moto.moto_api._internal.urls import url_paths

from .turns import before_each, turn

PATH = "{0}/moto-api/simulation"

# By a wall clock. Requests that come faster see the same things; with no request at all they still happen.
LEAST_SECONDS_BETWEEN_TICKS = 0.1
SECONDS_BETWEEN_OWN_TICKS = 0.25


@dataclass
class Time:
    """The two numbers that a rehearsal's jobs run by as well (OPSDECK_TIME)."""

    rate: float
    origin_ms: float
    # What went wrong where nobody had asked for an answer.
    failures: list[str] = field(default_factory=list)


_time: Time | None = None
_ticked_at = 0.0
_at_ticks: list[Callable[[datetime], None]] = []
_at_starts: list[Callable[[datetime], None]] = []
_at_ends: list[Callable[[datetime], None]] = []


def simulating() -> bool:
    return _time is not None


def now() -> datetime:
    """In UTC, and with its zone."""
    real = time.time()
    if _time is None:
        return datetime.fromtimestamp(real, timezone.utc)
    origin = _time.origin_ms / 1000
    return datetime.fromtimestamp(origin + (real - origin) * _time.rate, timezone.utc)


def on_tick(function: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Calls it again and again while a simulation is on, never while a request is answered."""
    _at_ticks.append(function)
    return function


def on_start(function: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Calls it when a simulation begins, before the first tick; not when one that is on gets another time."""
    _at_starts.append(function)
    return function


def on_end(function: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """Calls it with the machine's own time when a simulation has ended: what takes time must not stay half done."""
    _at_ends.append(function)
    return function


def tick() -> None:
    global _ticked_at
    _ticked_at = time.monotonic()
    run(_at_ticks)


def run(functions: list[Callable[[datetime], None]]) -> None:
    """All at one instant. One that fails is told and does not keep the others."""
    at = now()
    for function in functions:
        try:
            function(at)
        except Exception as reason:
            traceback.print_exc(file=sys.stderr)
            failure = f"{function.__module__}.{function.__name__}: {type(reason).__name__}: {reason}"
            if _time is not None and failure not in _time.failures:
                _time.failures.append(failure)


@before_each
def tick_before_a_request() -> None:
    if simulating() and time.monotonic() - _ticked_at >= LEAST_SECONDS_BETWEEN_TICKS:
        tick()


def keep_ticking(while_it_is: Time) -> None:
    while True:
        time.sleep(SECONDS_BETWEEN_OWN_TICKS)
        with turn:
            if _time is not while_it_is:
                return
            tick_before_a_request()


def start(rate: float, origin_ms: float) -> None:
    global _time
    if _time is not None:
        _time.rate, _time.origin_ms = rate, origin_ms
    else:
        _time = Time(rate, origin_ms)
        run(_at_starts)
        threading.Thread(target=keep_ticking, args=[_time], daemon=True).start()
    tick()


def end() -> None:
    global _time
    if _time is not None:
        _time = None
        run(_at_ends)


def asked(body: bytes) -> tuple[float, float]:
    """The rate and the origin of a request's body; raises ValueError."""
    sent = json.loads(body)
    numbers = [sent.get(name) for name in ("rate", "originMs")] if isinstance(sent, dict) else []
    if len(numbers) != 2 or any(isinstance(one, bool) or not isinstance(one, (int, float)) for one in numbers):
        raise ValueError("expected rate and originMs, both numbers")
    if numbers[0] < 1 or numbers[1] < 0:
        raise ValueError("expected a rate of 1 or more, and an originMs since 1970")
    return numbers[0], numbers[1]


def told() -> dict[str, Any]:
    at = {"now": now().isoformat(timespec="milliseconds").replace("+00:00", "Z")}
    if _time is None:
        return {"rate": 1, "failures": [], **at}
    return {"rate": _time.rate, "originMs": _time.origin_ms, "failures": _time.failures, **at}


def json_answer(status: int, content: Any) -> tuple[int, dict[str, str], str]:
    return status, {"Content-Type": "application/json"}, json.dumps(content)


def answer(request: Any, full_url: str, headers: Any) -> Any:
    if request.method == "POST":
        try:
            rate, origin_ms = asked(request.data)
        except ValueError as reason:
            return json_answer(400, {"message": str(reason)})
        if rate == 1:
            end()
        else:
            start(rate, origin_ms)
    if request.method != "DELETE":
        return json_answer(200, told())
    last = told()
    end()
    return json_answer(200, last)


url_paths[PATH] = answer

"""Keeps the list of gaps, and puts each of them into moto unless the installed moto has closed it.

A gap either adds an operation that moto does not have, or mends one that it has. What is added or mended is a plain
function beside the class of moto that it belongs to, so that moto's dispatching, protocols and errors stay moto's.
"""

from __future__ import annotations

import functools
import inspect
from dataclasses import asdict, dataclass
from typing import Any, Callable

from moto.core.utils import camelcase_to_underscores

ABSENT = object()


@dataclass(frozen=True)
class Gap:
    """One row of the README's table."""

    service: str
    operation: str
    kind: str
    why: str
    applied: bool


_gaps: list[Gap] = []


def listed() -> list[dict[str, Any]]:
    """All gaps, sorted; `applied` is false where the installed moto needs no such help, or has nothing to mend."""
    return [asdict(gap) for gap in sorted(_gaps, key=lambda gap: (gap.service, gap.operation, gap.why))]


class Service:
    """One AWS service: `responses` is the class that answers its requests in moto."""

    def __init__(self, name: str, responses: type, url_paths: dict[str, Any] | None = None) -> None:
        self.name = name
        self.responses = responses
        # Only for a service whose every operation has a path of its own that moto must be told (X-Ray).
        self.url_paths = url_paths

    def adds(self, operation: str, needed_by: str, path: str | None = None) -> Callable[[Callable], Callable]:
        """The function takes moto's response object; it is left aside when moto has the operation."""
        route = None if self.url_paths is None else path or f"/{operation}"
        method = camelcase_to_underscores(route.lstrip("/") if route else operation)

        def keep(function: Callable) -> Callable:
            missing = not hasattr(self.responses, method)
            if missing:
                setattr(self.responses, method, function)
            if missing and route and self.url_paths is not None:
                self.url_paths.setdefault("{0}" + route + "$", self.responses.dispatch)
            self._list(operation, "adds", f"needed by {needed_by}", missing)
            return function

        return keep

    def mends(
        self, operation: str, why: str, model: type | None = None, attribute: str | None = None
    ) -> Callable[[Callable], Callable]:
        """The function takes moto's own answer as a callable, then what that callable takes.

        Without `model` and `attribute` that is moto's handler of the operation, which takes the response object.
        """
        owner = model or self.responses
        name = attribute or camelcase_to_underscores(operation)

        def keep(function: Callable) -> Callable:
            self._list(operation, "mends", why, _wrap(owner, name, function))
            return function

        return keep

    def _list(self, operation: str, kind: str, why: str, applied: bool) -> None:
        _gaps.append(Gap(self.name, operation, kind, why, applied))


def _wrap(owner: type, name: str, function: Callable) -> bool:
    """Puts `function` around a method, static method or property of moto; false if this moto has no such thing."""
    original = inspect.getattr_static(owner, name, ABSENT)
    if original is ABSENT:
        return False
    if isinstance(original, property):
        setattr(owner, name, property(functools.partial(function, original.fget), original.fset))
        return True
    static = isinstance(original, staticmethod)
    moto = original.__func__ if static else original

    # A real function and not a partial: moto finds its handlers with inspect.isfunction.
    @functools.wraps(moto)
    def mended(*args: Any, **kwargs: Any) -> Any:
        return function(moto, *args, **kwargs)

    setattr(owner, name, staticmethod(mended) if static else mended)
    return True

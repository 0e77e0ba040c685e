"""Where gaps keep what they must remember: on moto's own backend objects.

moto has one such object for each service, account and region, and empties it on `POST /moto-api/reset`; what is kept
here goes with it.
"""

from __future__ import annotations

from typing import Any, Callable, TypeVar

from moto.utilities.tagging_service import TaggingService

Kept = TypeVar("Kept")


def kept(backend: Any, name: str, make: Callable[[], Kept]) -> Kept:
    """The value called `name` of this account and region; made on first use."""
    # setdefault is atomic, which matters because the server answers every request in a thread of its own.
    return vars(backend).setdefault(f"gap_{name}", make())


def tagger(backend: Any) -> TaggingService:
    """Tags by ARN, for a service whose backend in moto has none."""
    return kept(backend, "tagger", TaggingService)

"""Remembers which services moto has: for each request it would read its own folder anew, which takes longer than many answers."""

from __future__ import annotations

from functools import cache

from moto import backends

read = backends.list_of_moto_modules


@cache
def remembered() -> tuple[str, ...]:
    return tuple(read())


backends.list_of_moto_modules = remembered

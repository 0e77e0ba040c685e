"""Tells what there is in the emulator: `GET /moto-api/inventory`.

moto's own `/moto-api/data.json` cannot serve a leak check: it still lists what has been deleted, and lists nothing at
all once there is an RDS cluster (a property of it raises). This walks the backends instead, and reports what is still
reachable from them, except what AWS provides by itself.
"""

from __future__ import annotations

import json
import os
import re
from collections import deque
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, Callable, Iterator, Optional

from moto.core.base_backend import AccountSpecificBackend, BackendDict, BaseBackend
from moto.core.common_models import BaseModel
from moto.moto_api._internal.urls import url_paths

from .state import kept

PATH = "{0}/moto-api/inventory"

# What leads to nothing further; another backend is walked in its turn.
ATOMS = (str, int, float, bytes, type(None), BaseBackend)

# What AWS still shows for a while after it was deleted: a service or a gateway for an hour, a key for a week or more.
GONE = {"deleted", "deleting", "inactive", "pendingdeletion", "terminated"}

STATES = ("status", "state", "key_state", "_status")

# What AWS makes when it is first needed, and nobody can delete.
PROVIDED = re.compile(r":alias/aws/|:(?:pg|cluster-pg|og):default[.:]")


@dataclass(frozen=True)
class Resource:
    account: str
    region: str
    service: str
    type: str
    id: str


@dataclass(frozen=True)
class Holding:
    """A backend, and every model that can be reached from it."""

    account: str
    region: str
    service: str
    backend: BaseBackend
    models: list[BaseModel]


def resources(found_in: list[Holding]) -> list[Resource]:
    """What was made and is still there; each once, though moto may keep it in several backends."""
    found: dict[Resource, None] = {}
    for one in found_in:
        given = {id(model) for model in kept(one.backend, "born_with", list)}
        for model in [model for model in one.models if id(model) not in given]:
            name = identity(model)
            if name and not is_gone(model) and not is_provided(model, name):
                found[Resource(one.account, one.region, service_of(model, one.service), kind(model), name)] = None
    return list(found)


def gone(found_in: list[Holding]) -> set[str]:
    """The identities of what was deleted and still shows."""
    models = [model for one in found_in for model in one.models if is_gone(model)]
    return {name for name in (identity(model) for model in models) if name}


def holdings() -> list[Holding]:
    """Walks everything, which takes a tenth of a second: once for each request."""
    # moto lists a service once for each account.
    services = {id(one): one for one in BackendDict._instances}.values()
    return [
        Holding(account, region, service.service_name, backend, list(reachable(backend)))
        for service in services
        for account, region, backend in list(service.iter_backends())
    ]


def reachable(backend: BaseBackend) -> Iterator[BaseModel]:
    """Every model that can be reached from a backend, through containers and moto's own objects, each once."""
    seen: set[int] = set()
    waiting: deque[Any] = deque(list(vars(backend).values()))
    while waiting:
        thing = waiting.popleft()
        if isinstance(thing, ATOMS) or id(thing) in seen:
            continue
        seen.add(id(thing))
        if isinstance(thing, BaseModel):
            yield thing
            # What these lead to may be gone as well: a snapshot holds on to the cluster that it was taken of.
            if is_gone(thing) or "Snapshot" in kind(thing):
                continue
        waiting.extend(parts_of(thing))


def parts_of(thing: Any) -> list[Any]:
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, (list, tuple, set, deque)):
        return list(thing)
    known = type(thing).__module__.split(".")[0] in ("moto", __package__)
    return list(vars(thing).values()) if known and hasattr(thing, "__dict__") else []


def kind(model: BaseModel) -> str:
    name = type(model).__name__
    return name[len("Fake") :] if name.startswith("Fake") else name


def service_of(model: BaseModel, holder: str) -> str:
    """moto's name of the service; a backend may hold models of another service, such as a cluster's secret."""
    package, _, module = type(model).__module__.partition(".")
    return module.split(".")[0] if package == "moto" else holder


def identity(model: BaseModel) -> Optional[str]:
    """The ARN where there is one, else the id, else the name; none for a mere part of something."""
    for attribute in naming_attributes(kind(model)):
        try:
            value = getattr(model, attribute, None)
        except Exception:  # some of moto's properties raise, each in its own way
            continue
        if isinstance(value, str) and value:
            return value
    return None


@lru_cache(maxsize=None)
def naming_attributes(kind_of_model: str) -> tuple[str, ...]:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind_of_model).lower()
    names = (words, words.rsplit("_", 1)[-1])
    return ("arn", *(f"{name}_arn" for name in names), "id", *(f"{name}_id" for name in names), "name")


def is_gone(model: BaseModel) -> bool:
    attributes = vars(model)
    for name in STATES:
        state = attributes.get(name)
        if isinstance(state, str) and state.lower() in GONE:
            return True
    return attributes.get("deleted_date") is not None


def is_provided(model: BaseModel, name: str) -> bool:
    if PROVIDED.search(name):
        return True
    aliases = vars(model).get("aliases")
    return isinstance(aliases, dict) and any(alias.startswith("alias/aws/") for alias in aliases)


def answer(request: Any, full_url: str, headers: Any) -> Any:
    rows = [asdict(resource) for resource in resources(holdings())]
    # Whoever has just started a server can tell by its process id that it is this one that answers.
    return 200, {"Content-Type": "application/json", "X-Process-Id": str(os.getpid())}, json.dumps(rows)


def remembering_what_it_is_born_with(moto: Callable) -> Callable:
    """A fresh backend holds what AWS provides: the default VPC, managed policies, a default Redis user."""

    def get(of_regions: AccountSpecificBackend, region: str) -> BaseBackend:
        there = set(of_regions.keys())
        backend = moto(of_regions, region)
        if backend.region_name not in there:
            kept(backend, "born_with", list).extend(reachable(backend))
        return backend

    return get


AccountSpecificBackend.__getitem__ = remembering_what_it_is_born_with(AccountSpecificBackend.__getitem__)  # type: ignore
url_paths[PATH] = answer

"""Clients of the emulator that AWS_ENDPOINT_URL names, and a record of every operation that they have called."""

from __future__ import annotations

import functools
import itertools
import json
import time
import urllib.request
from datetime import datetime
from os import environ
from typing import Any

import boto3
from botocore.config import Config

called: set[tuple[str, str]] = set()
numbers = itertools.count(1)


@functools.cache
def client(service: str) -> Any:
    """Kept, as making one reads megabytes. Not retrying: an operation that the emulator cannot answer fails the test at once."""
    made = boto3.client(service, config=Config(retries={"total_max_attempts": 1}))
    made.meta.events.register("before-call.*.*", remember)
    return made


def remember(model: Any, **_: Any) -> None:
    service = model.service_model.service_name.replace("-", "")
    called.add((service, model.name))


def unique(name: str) -> str:
    """The tests share one emulator: emptying it for each would cost seconds, for it holds all of AWS's managed policies."""
    return f"{name}-{next(numbers)}"


def inventory() -> set[tuple[str, str, str]]:
    """What there is in the emulator, as service, type and id."""
    with urllib.request.urlopen(environ["AWS_ENDPOINT_URL"] + "/moto-api/inventory") as answer:
        return {(one["service"], one["type"], one["id"]) for one in json.load(answer)}


def still_there(name: str) -> list[str]:
    """The types of what has this in its id."""
    return sorted(kind for _, kind, resource_id in inventory() if name in resource_id)


def reset() -> None:
    request = urllib.request.Request(environ["AWS_ENDPOINT_URL"] + "/moto-api/reset", method="POST")
    urllib.request.urlopen(request).close()


def as_dict(tags: list[dict[str, str]]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in tags}


def network() -> tuple[str, list[str]]:
    """A VPC with two subnets."""
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{index}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
        for index, zone in enumerate(["eu-west-2a", "eu-west-2b"])
    ]
    return vpc, subnets


def moto_api(path: str, method: str, sent: object = None) -> dict[str, Any]:
    """Raises HTTPError."""
    body = None if sent is None else json.dumps(sent).encode()
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{environ['AWS_ENDPOINT_URL']}/moto-api/{path}", body, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def time_is(at: datetime) -> None:
    """Jumps there, and begins a simulation if none is on; from there on time runs twice as fast."""
    moto_api("simulation", "POST", {"rate": 2, "originMs": (2 * time.time() - at.timestamp()) * 1000})


def end_simulation() -> list[str]:
    return moto_api("simulation", "DELETE")["failures"]

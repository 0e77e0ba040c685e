"""Kinesis: moto 5.2.1 drops the tags of CreateStream, and reshards at once, as far and as often as it is asked to.

https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html
https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Callable

from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult
from moto.kinesis.models import kinesis_backends
from moto.kinesis.responses import KinesisResponse

from . import clock
from .registry import Service
from .state import kept

service = Service("kinesis", KinesisResponse)

UPDATING = "UPDATING"
# AWS says "a few minutes".
UPDATE_SECONDS = 45
MOST_UPDATES_OF_A_DAY = 10
DAY_SECONDS = 24 * 3600


@service.mends("CreateStream", "keeps the tags that come with it")
def create_stream(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    tags = response._get_param("Tags")
    if tags:
        response.kinesis_backend.add_tags_to_stream(None, response._get_param("StreamName"), tags)
    return answer


def open_shards(stream: Any) -> int:
    return sum(1 for shard in stream.shards.values() if shard.is_open)


@service.mends("DescribeLimits", "counts the shards that are open")
def describe_limits(moto: Callable, response: Any) -> ActionResult:
    answer = moto(response)
    answer.result["OpenShardCount"] = open_of_all(response.kinesis_backend)
    return answer


def open_of_all(backend: Any) -> int:
    """Of streams that say themselves how many they have."""
    streams = [one for one in backend.streams.values() if one.stream_mode.get("StreamMode") != "ON_DEMAND"]
    return sum(open_shards(one) for one in streams)


@service.mends("UpdateShardCount", "keeps to the limits, and takes its time in a simulation")
def update_shard_count(moto: Callable, response: Any) -> ActionResult:
    backend, name = response.kinesis_backend, response._get_param("StreamName")
    stream = backend.describe_stream(stream_arn=response._get_param("StreamARN"), stream_name=name)
    target, current = response._get_param("TargetShardCount"), open_shards(stream)
    if stream.stream_mode.get("StreamMode") == "ON_DEMAND":
        return moto(response)
    refuse_unless_within_limits(backend, stream, current, target)
    updates_of(backend, stream).append(clock.now().timestamp())
    if not clock.simulating():
        return moto(response)
    stream.status = UPDATING
    kept(backend, "updates_on_their_way", dict)[stream.stream_name] = (target, clock.now().timestamp())
    return ActionResult({"StreamName": stream.stream_name, "CurrentShardCount": current, "TargetShardCount": target})


def updates_of(backend: Any, stream: Any) -> list[float]:
    """When it was resharded within the last day."""
    updates: dict[str, list[float]] = kept(backend, "updates", dict)
    since = clock.now().timestamp() - DAY_SECONDS
    updates[stream.arn] = [at for at in updates.get(stream.arn, []) if at > since]
    return updates[stream.arn]


def refuse_unless_within_limits(backend: Any, stream: Any, current: int, target: int) -> None:
    name = f"Stream {stream.stream_name} under account {stream.account_id}"
    if stream.status != "ACTIVE":
        raise JsonRESTError("ResourceInUseException", f"{name} is not in ACTIVE state, but in {stream.status} state.")
    if not current / 2 <= target <= current * 2:
        what = f"UpdateShardCount cannot scale {name} from {current} to {target} shards: from half to double is allowed."
        raise JsonRESTError("InvalidArgumentException", what)
    if len(updates_of(backend, stream)) >= MOST_UPDATES_OF_A_DAY:
        what = f"{name} was scaled {MOST_UPDATES_OF_A_DAY} times in a rolling 24 hour period."
        raise JsonRESTError("LimitExceededException", what)
    most = backend.describe_limits()["ShardLimit"]
    if open_of_all(backend) + target - current > most:
        raise JsonRESTError("LimitExceededException", f"Shard limit of {most} exceeded for account.")


@clock.on_tick
def finish_updates(at: datetime) -> None:
    finish_those_since(at.timestamp() - UPDATE_SECONDS)


@clock.on_end
def finish_all_updates(at: datetime) -> None:
    finish_those_since(float("inf"))


def finish_those_since(latest: float) -> None:
    for _, _, backend in list(kinesis_backends.iter_backends()):
        updates = kept(backend, "updates_on_their_way", dict)
        for name in [one for one, (_, since) in updates.items() if since <= latest]:
            target, _ = updates.pop(name)
            stream = backend.streams.get(name)
            if stream is not None:
                stream.update_shard_count(target)
                stream.status = "ACTIVE"

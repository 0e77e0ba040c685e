"""SQS: moto 5.2.1 cannot move messages out of a dead-letter queue.

https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
In a simulation a move takes the time that its rate says; without one it is done at once.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.moto_api._internal import mock_random
from moto.sqs.exceptions import SQSException
from moto.sqs.models import Queue, sqs_backends
from moto.sqs.responses import SQSResponse

from . import clock
from .registry import Service
from .state import kept

RUNBOOKS = "runbooks"
# What AWS does by itself where no rate is given depends on the backlog.
RATE_UNLESS_GIVEN = 50
MOST_PER_SECOND = 500
MOST_TOLD = 10

service = Service("sqs", SQSResponse)


@dataclass
class Move:
    """No model of moto's: it ends by itself, and is nothing that anybody has to delete."""

    handle: str
    source_arn: str
    destination_arn: str | None
    asked_rate: int | None
    to_move: int
    started_at: float
    status: str = "RUNNING"
    moved: int = 0
    failure: str | None = None

    def told(self) -> dict[str, Any]:
        optional = {
            "TaskHandle": self.handle if self.status == "RUNNING" else None,
            "DestinationArn": self.destination_arn,
            "MaxNumberOfMessagesPerSecond": self.asked_rate,
            "FailureReason": self.failure,
        }
        return {
            "Status": self.status,
            "SourceArn": self.source_arn,
            "ApproximateNumberOfMessagesMoved": self.moved,
            "ApproximateNumberOfMessagesToMove": self.to_move,
            "StartedTimestamp": int(self.started_at * 1000),
            **{name: value for name, value in optional.items() if value is not None},
        }


def moves_of(backend: Any) -> list[Move]:
    return kept(backend, "moves", list)


def queue_of(backend: Any, arn: str | None) -> Any:
    return next((one for one in backend.queues.values() if one.queue_arn == arn), None)


@service.mends("ReceiveMessage", "remembers whose dead letter a message is", Queue, "add_message")
def add_message(moto: Callable, queue: Any, message: Any) -> None:
    """A dead-letter queue gets from moto the very object that the queue before had."""
    earlier = getattr(message, "gap_queue_arn", None)
    message.gap_source_arn = earlier if earlier != queue.queue_arn else None
    message.gap_queue_arn = queue.queue_arn
    moto(queue, message)


def found(backend: Any, arn: str, parameter: str) -> Any:
    queue = queue_of(backend, arn)
    if queue is None:
        what = f"The resource that you specified for the {parameter} parameter doesn't exist."
        raise SQSException("ResourceNotFoundException", what)
    return queue


@service.adds("StartMessageMoveTask", RUNBOOKS)
def start_message_move_task(response: Any) -> ActionResult:
    backend, source_arn = response.sqs_backend, response._get_param("SourceArn")
    destination_arn, rate = response._get_param("DestinationArn"), response._get_param("MaxNumberOfMessagesPerSecond")
    source = found(backend, source_arn, "SourceArn")
    if not any(one.dead_letter_queue is source for one in backend.queues.values()):
        raise SQSException("InvalidParameterValue", "Source queue must be configured as a Dead Letter Queue.")
    if destination_arn:
        found(backend, destination_arn, "DestinationArn")
    if destination_arn == source_arn:
        raise SQSException("InvalidParameterValue", "Source queue arn and destination queue arn cannot be the same.")
    if rate is not None and not 1 <= rate <= MOST_PER_SECOND:
        what = f"Value {rate} for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: Must be between 1 and 500."
        raise SQSException("InvalidParameterValue", what)
    if any(one.source_arn == source_arn and one.status == "RUNNING" for one in moves_of(backend)):
        what = "There is already a task running. Only one active task is allowed for a source queue arn at a given time."
        raise SQSException("InvalidParameterValue", what)
    content = json.dumps({"taskId": str(mock_random.uuid4()), "sourceArn": source_arn})
    handle = base64.b64encode(content.encode()).decode()
    at = clock.now().timestamp()
    move = Move(handle, source_arn, destination_arn, rate, len(source.messages), at)
    moves_of(backend).insert(0, move)
    if not clock.simulating():
        advance(backend, move, float("inf"))
    return ActionResult({"TaskHandle": handle})


@service.adds("ListMessageMoveTasks", RUNBOOKS)
def list_message_move_tasks(response: Any) -> ActionResult:
    backend, source_arn = response.sqs_backend, response._get_param("SourceArn")
    found(backend, source_arn, "SourceArn")
    # One, where nobody says how many.
    most = min(response._get_param("MaxResults") or 1, MOST_TOLD)
    moves = [one for one in moves_of(backend) if one.source_arn == source_arn]
    return ActionResult({"Results": [one.told() for one in moves[:most]]})


@service.adds("CancelMessageMoveTask", RUNBOOKS)
def cancel_message_move_task(response: Any) -> ActionResult:
    handle = response._get_param("TaskHandle")
    move = next((one for one in moves_of(response.sqs_backend) if one.handle == handle), None)
    if move is None:
        raise SQSException("ResourceNotFoundException", "Task does not exist.")
    if move.status != "RUNNING":
        raise SQSException("AWS.SimpleQueueService.UnsupportedOperation", "Only an active task can be cancelled.")
    move.status = "CANCELLED"
    return ActionResult({"ApproximateNumberOfMessagesMoved": move.moved})


@clock.on_tick
def advance_moves(at: datetime) -> None:
    advance_all(at.timestamp())


@clock.on_end
def finish_moves(at: datetime) -> None:
    advance_all(float("inf"))


def advance_all(at: float) -> None:
    for _, _, backend in list(sqs_backends.iter_backends()):
        for move in moves_of(backend):
            if move.status == "RUNNING":
                advance(backend, move, at)


def advance(backend: Any, move: Move, at: float) -> None:
    """As far as the rate allows by then; at the first message that belongs nowhere it fails."""
    due = min(move.to_move, (at - move.started_at) * (move.asked_rate or RATE_UNLESS_GIVEN))
    source = queue_of(backend, move.source_arn)
    visible = list(source.messages) if source is not None else []
    while move.moved < int(due) and visible:
        message = visible.pop(0)
        receiver = queue_of(backend, move.destination_arn or getattr(message, "gap_source_arn", None))
        if receiver is None:
            move.status, move.failure = "FAILED", "CouldNotDetermineMessageSource"
            return
        source._messages.remove(message)
        message.approximate_receive_count = 0
        receiver.add_message(message)
        move.moved += 1
    # Somebody may have read some meanwhile: there is nothing left to wait for then.
    if move.moved >= move.to_move or not visible:
        move.status = "COMPLETED"

"""Streams that reshard within their limits, and dead letters that go back to where they came from."""

from __future__ import annotations

import json
import unittest

from botocore.exceptions import ClientError
from simulated import Clock
from support import client, unique


class Stream(unittest.TestCase):
    def setUp(self) -> None:
        self.kinesis, self.name = client("kinesis"), unique("stream")
        self.kinesis.create_stream(StreamName=self.name, ShardCount=4)
        self.addCleanup(self.kinesis.delete_stream, StreamName=self.name)

    def reshard(self, shards: int) -> None:
        self.kinesis.update_shard_count(
            StreamName=self.name, TargetShardCount=shards, ScalingType="UNIFORM_SCALING"
        )

    def state(self) -> tuple[str, int]:
        told = self.kinesis.describe_stream_summary(StreamName=self.name)["StreamDescriptionSummary"]
        return told["StreamStatus"], told["OpenShardCount"]

    def test_it_reshards_at_once_without_a_simulation(self) -> None:
        before = self.kinesis.describe_limits()["OpenShardCount"]
        self.reshard(6)
        self.assertEqual(self.state(), ("ACTIVE", 6))
        self.assertEqual(self.kinesis.describe_limits()["OpenShardCount"], before + 2)

    def test_it_takes_its_time_and_no_other_word_meanwhile(self) -> None:
        clock = Clock(self)
        self.reshard(8)
        self.assertEqual(self.state(), ("UPDATING", 4))
        with self.assertRaisesRegex(ClientError, "ResourceInUseException"):
            self.reshard(4)
        clock.at(50)
        self.assertEqual(self.state(), ("ACTIVE", 8))

    def test_the_end_of_a_simulation_leaves_nothing_half_done(self) -> None:
        with self.subTest("begun"):
            test = unittest.TestCase()
            Clock(test)
            self.reshard(2)
            test.doCleanups()
        self.assertEqual(self.state(), ("ACTIVE", 2))

    def test_from_half_to_double_is_allowed(self) -> None:
        for shards in (1, 9):
            with self.assertRaisesRegex(ClientError, "InvalidArgumentException.*half to double"):
                self.reshard(shards)
        self.reshard(2)

    def test_ten_times_a_day_is_allowed(self) -> None:
        for turn in range(10):
            self.reshard(4 if turn % 2 else 8)
        with self.assertRaisesRegex(ClientError, "LimitExceededException.*rolling 24 hour"):
            self.reshard(8)

    def test_the_account_has_a_limit(self) -> None:
        big = unique("stream")
        most = client("kinesis").describe_limits()
        self.kinesis.create_stream(StreamName=big, ShardCount=most["ShardLimit"] - most["OpenShardCount"] - 1)
        self.addCleanup(self.kinesis.delete_stream, StreamName=big)
        with self.assertRaisesRegex(ClientError, "LimitExceededException.*Shard limit"):
            self.reshard(8)


class DeadLetters(unittest.TestCase):
    def setUp(self) -> None:
        self.sqs = client("sqs")
        self.dead, self.source, self.other = (self.queue(unique(name)) for name in ("dead", "source", "other"))
        policy = json.dumps({"deadLetterTargetArn": self.arn(self.dead), "maxReceiveCount": 1})
        self.sqs.set_queue_attributes(QueueUrl=self.source, Attributes={"RedrivePolicy": policy})

    def queue(self, name: str) -> str:
        url = self.sqs.create_queue(QueueName=name)["QueueUrl"]
        self.addCleanup(self.sqs.delete_queue, QueueUrl=url)
        return url

    def arn(self, url: str) -> str:
        return self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]

    def give_up(self, messages: int) -> None:
        """As many messages, each read twice too often."""
        for number in range(messages):
            self.sqs.send_message(QueueUrl=self.source, MessageBody=str(number))
        for _ in range(2):
            for _ in range(messages):
                self.sqs.receive_message(QueueUrl=self.source, VisibilityTimeout=0, MaxNumberOfMessages=10)

    def depths(self) -> list[int]:
        """Of the dead letters, their source, and the other queue."""
        return [
            int(self.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"][
                "ApproximateNumberOfMessages"
            ])
            for url in (self.dead, self.source, self.other)
        ]

    def move(self, **more: object) -> str:
        return self.sqs.start_message_move_task(SourceArn=self.arn(self.dead), **more)["TaskHandle"]

    def told(self) -> dict:
        return self.sqs.list_message_move_tasks(SourceArn=self.arn(self.dead), MaxResults=10)["Results"][0]

    def test_they_go_back_to_where_they_came_from(self) -> None:
        self.give_up(3)
        self.assertEqual(self.depths(), [3, 0, 0])
        self.move()
        self.assertEqual(self.depths(), [0, 3, 0])
        self.assertEqual((self.told()["Status"], self.told()["ApproximateNumberOfMessagesMoved"]), ("COMPLETED", 3))
        self.assertNotIn("TaskHandle", self.told())

    def test_they_go_elsewhere_by_their_rate_and_one_move_at_a_time(self) -> None:
        self.give_up(4)
        clock = Clock(self)
        handle = self.move(DestinationArn=self.arn(self.other), MaxNumberOfMessagesPerSecond=1)
        with self.assertRaisesRegex(ClientError, "already a task running"):
            self.move()
        clock.at(2.5)
        self.assertEqual((self.told()["Status"], self.told()["TaskHandle"]), ("RUNNING", handle))
        self.assertEqual(self.depths(), [2, 0, 2])
        self.assertEqual(self.sqs.cancel_message_move_task(TaskHandle=handle)["ApproximateNumberOfMessagesMoved"], 2)
        clock.at(60)
        self.assertEqual((self.told()["Status"], self.depths()), ("CANCELLED", [2, 0, 2]))
        with self.assertRaisesRegex(ClientError, "UnsupportedOperation"):
            self.sqs.cancel_message_move_task(TaskHandle=handle)
        self.move(DestinationArn=self.arn(self.other), MaxNumberOfMessagesPerSecond=500)
        clock.at(70)
        self.assertEqual((self.told()["Status"], self.depths()), ("COMPLETED", [0, 0, 4]))

    def test_what_came_from_no_queue_needs_a_destination(self) -> None:
        self.sqs.send_message(QueueUrl=self.dead, MessageBody="from elsewhere")
        self.move()
        self.assertEqual((self.told()["Status"], self.told()["FailureReason"]), ("FAILED", "CouldNotDetermineMessageSource"))
        self.move(DestinationArn=self.arn(self.other))
        self.assertEqual(self.depths(), [0, 0, 1])

    def test_what_is_no_dead_letter_queue_is_refused(self) -> None:
        with self.assertRaisesRegex(ClientError, "configured as a Dead Letter Queue"):
            self.sqs.start_message_move_task(SourceArn=self.arn(self.other), DestinationArn=self.arn(self.source))
        for arn in (self.arn(self.dead) + "x",):
            with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
                self.sqs.list_message_move_tasks(SourceArn=arn)
        with self.assertRaisesRegex(ClientError, "cannot be the same"):
            self.move(DestinationArn=self.arn(self.dead))
        with self.assertRaisesRegex(ClientError, "between 1 and 500"):
            self.move(MaxNumberOfMessagesPerSecond=501)

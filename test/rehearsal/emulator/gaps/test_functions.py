"""Functions that wait for a queue, and the queue as Terraform's provider wants to read it."""

from __future__ import annotations

import json
import unittest

from botocore.exceptions import ClientError
from support import client, unique

TRUST = json.dumps({"Version": "2012-10-17", "Statement": []})


class Function(unittest.TestCase):
    def setUp(self) -> None:
        name = unique("function")
        self.sqs, self.functions, iam = client("sqs"), client("lambda"), client("iam")
        self.url = self.sqs.create_queue(QueueName=name)["QueueUrl"]
        self.addCleanup(self.sqs.delete_queue, QueueUrl=self.url)
        self.arn = self.sqs.get_queue_attributes(QueueUrl=self.url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        role = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
        self.addCleanup(iam.delete_role, RoleName=name)
        self.functions.create_function(
            FunctionName=name,
            Role=role,
            Runtime="nodejs22.x",
            Handler="handler.handler",
            Code={"ImageUri": "example/app:1"},
            PackageType="Image",
        )
        self.addCleanup(self.functions.delete_function, FunctionName=name)
        made = self.functions.create_event_source_mapping(EventSourceArn=self.arn, FunctionName=name, BatchSize=10)
        self.mapping = made["UUID"]

    def test_messages_wait_for_whoever_plays_it(self) -> None:
        self.sqs.send_message(QueueUrl=self.url, MessageBody="hello")
        received = self.sqs.receive_message(QueueUrl=self.url)["Messages"]
        self.assertEqual([message["Body"] for message in received], ["hello"])
        self.functions.delete_event_source_mapping(UUID=self.mapping)

    def test_a_mapping_that_is_gone_is_told_so(self) -> None:
        self.assertEqual(self.functions.get_event_source_mapping(UUID=self.mapping)["BatchSize"], 10)
        self.functions.delete_event_source_mapping(UUID=self.mapping)
        with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
            self.functions.get_event_source_mapping(UUID=self.mapping)


class Redrive(unittest.TestCase):
    def test_its_policy_has_no_blanks(self) -> None:
        sqs = client("sqs")
        dead, queue = (sqs.create_queue(QueueName=unique("queue"))["QueueUrl"] for _ in range(2))
        arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        sqs.set_queue_attributes(
            QueueUrl=queue,
            Attributes={"RedrivePolicy": json.dumps({"deadLetterTargetArn": arn, "maxReceiveCount": 5})},
        )
        told = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["RedrivePolicy"])["Attributes"]["RedrivePolicy"]
        self.assertEqual(told, f'{{"deadLetterTargetArn":"{arn}","maxReceiveCount":5}}')
        for url in (queue, dead):
            sqs.delete_queue(QueueUrl=url)


if __name__ == "__main__":
    unittest.main()

"""Requests that their client makes once more, because it has not got the answer."""

from __future__ import annotations

import json
import unittest
import urllib.error
import urllib.request
from os import environ
from uuid import uuid4

from support import client, unique

SCOPE = "Credential=test/20260131/eu-west-2/ecs/aws4_request"


def ask(invocation: str, call: str, **given: object) -> tuple[int, dict]:
    """As an SDK does: all attempts of a call have the same invocation id."""
    headers = {
        "amz-sdk-invocation-id": invocation,
        "authorization": f"AWS4-HMAC-SHA256 {SCOPE}, SignedHeaders=host, Signature=none",
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": f"AmazonEC2ContainerServiceV20141113.{call}",
    }
    request = urllib.request.Request(environ["AWS_ENDPOINT_URL"] + "/", json.dumps(given).encode(), headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refusal:
        return refusal.code, json.load(refusal)


class Attempts(unittest.TestCase):
    def registered(self, invocation: str) -> int:
        containers = [{"name": "app", "image": "app:1", "memory": 128}]
        _, answer = ask(invocation, "RegisterTaskDefinition", family=self.family, containerDefinitions=containers)
        return answer["taskDefinition"]["revision"]

    def setUp(self) -> None:
        self.family = unique("attempted")

    def test_the_same_call_is_done_once(self) -> None:
        first, second = str(uuid4()), str(uuid4())
        self.assertEqual([self.registered(each) for each in (first, first, second)], [1, 1, 2])

    def test_what_was_refused_is_tried_again(self) -> None:
        call, name = str(uuid4()), unique("late")
        self.assertEqual(ask(call, "DeleteCluster", cluster=name)[0], 400)
        client("ecs").create_cluster(clusterName=name)
        self.assertEqual(ask(call, "DeleteCluster", cluster=name)[0], 200)

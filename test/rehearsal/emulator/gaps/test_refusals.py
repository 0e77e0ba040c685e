"""Calls that are denied by name, in the words of AWS."""

from __future__ import annotations

import unittest

from botocore.exceptions import ClientError
from support import client, moto_api


class Refusals(unittest.TestCase):
    def tearDown(self) -> None:
        moto_api("refusals", "DELETE")

    def code_of(self, service: str, call: str) -> str:
        try:
            getattr(client(service), call)()
        except ClientError as refusal:
            return str(refusal.response["Error"]["Code"])
        return "allowed"

    def test_denies_what_it_is_told_to_and_nothing_else(self) -> None:
        moto_api("refusals", "POST", {"calls": ["rds:DescribeDBClusters", "ecs:ListClusters"]})
        self.assertEqual(self.code_of("rds", "describe_db_clusters"), "AccessDenied")
        self.assertEqual(self.code_of("ecs", "list_clusters"), "AccessDeniedException")
        self.assertEqual(self.code_of("rds", "describe_db_instances"), "allowed")

    def test_the_last_list_counts(self) -> None:
        moto_api("refusals", "POST", {"calls": ["rds:DescribeDBClusters"]})
        moto_api("refusals", "POST", {"calls": []})
        self.assertEqual(self.code_of("rds", "describe_db_clusters"), "allowed")


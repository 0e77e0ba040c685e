"""Calls that are denied by name, in the words of AWS."""

from __future__ import annotations

import unittest

from botocore.exceptions import ClientError
from support import client, moto_api


class Refusals(unittest.TestCase):
    def tearDown(self) -> None:
        moto_api("refusals", "DELETE")
        moto_api("refusals/next", "DELETE")

    def code_of(self, service: str, call: str, **given: str) -> str:
        try:
            getattr(client(service), call)(**given)
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

    def test_denies_one_call_after_another_was_answered(self) -> None:
        moto_api("refusals/next", "POST", {"call": "rds:DescribeDBClusters", "after": "ecs:ListClusters"})
        self.assertEqual(self.code_of("rds", "describe_db_clusters"), "allowed")
        self.assertEqual(self.code_of("ecs", "list_clusters"), "allowed")
        self.assertEqual(self.code_of("rds", "describe_db_clusters"), "AccessDenied")
        self.assertEqual(self.code_of("rds", "describe_db_clusters"), "allowed")

    def test_the_second_of_the_same(self) -> None:
        moto_api("refusals/next", "POST", {"call": "ecs:ListClusters", "after": "ecs:ListClusters"})
        codes = [self.code_of("ecs", "list_clusters") for _ in range(3)]
        self.assertEqual(codes, ["allowed", "AccessDeniedException", "allowed"])

    def test_rest_services_by_method_and_path(self) -> None:
        moto_api("refusals/next", "POST", {"call": "apigateway:GET"})
        self.assertEqual(self.code_of("apigateway", "get_rest_apis"), "AccessDeniedException")
        moto_api("refusals/next", "POST", {"call": "s3:GET /a-bucket/a/key"})
        self.assertEqual(self.code_of("s3", "get_object", Bucket="a-bucket", Key="another"), "NoSuchBucket")
        self.assertEqual(self.code_of("s3", "get_object", Bucket="a-bucket", Key="a/key"), "AccessDenied")

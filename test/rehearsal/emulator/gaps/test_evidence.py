"""What is looked at after something went wrong: logs, who has changed what, events of databases and caches."""

from __future__ import annotations

import time
import unittest
from datetime import datetime, timedelta, timezone

from botocore.exceptions import ClientError
from simulated import Clock
from support import client, unique

QUERY = "fields @timestamp, @log, @message | filter @message like /(?i)(error|a\\/b)/ | sort @timestamp desc | limit 2"


def group_with(*messages: str) -> str:
    logs, name = client("logs"), unique("/aws/ecs/evidence")
    logs.create_log_group(logGroupName=name)
    logs.create_log_stream(logGroupName=name, logStreamName="app")
    now = int(time.time() * 1000)
    events = [{"timestamp": now - 1000 * (len(messages) - index), "message": one} for index, one in enumerate(messages)]
    logs.put_log_events(logGroupName=name, logStreamName="app", logEvents=events)
    return name


def start(*groups: str, query: str = QUERY, end: int | None = None) -> str:
    now = int(time.time())
    asked = {"startTime": now - 60, "endTime": end or now + 60, "queryString": query}
    return client("logs").start_query(logGroupNames=list(groups), **asked)["queryId"]


def rows(query_id: str) -> list[dict[str, str]]:
    answer = client("logs").get_query_results(queryId=query_id)
    assert answer["status"] == "Complete", answer["status"]
    return [{field["field"]: field["value"] for field in row} for row in answer["results"]]


class Logs(unittest.TestCase):
    def test_a_query_filters_before_it_counts(self) -> None:
        name = group_with("an ERROR", "all is well", "path a/b", "another error", "still well")
        found = rows(start(name))
        self.assertEqual([row["@message"] for row in found], ["another error", "path a/b"])
        self.assertEqual({row["@log"] for row in found}, {f"123456789012:{name}"})
        self.assertRegex(found[0]["@timestamp"], r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$")

    def test_another_filter_is_refused_by_name(self) -> None:
        with self.assertRaisesRegex(ClientError, "NotImplemented"):
            start(group_with("x"), query="fields @message | filter level = 'error'")

    def test_a_query_that_has_ended_cannot_be_stopped(self) -> None:
        with self.assertRaisesRegex(ClientError, "InvalidParameterException"):
            client("logs").stop_query(queryId=start(group_with("error")))
        with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
            client("logs").stop_query(queryId="00000000-0000-0000-0000-000000000000")


class LogsInTime(unittest.TestCase):
    def setUp(self) -> None:
        self.clock = Clock(self)

    def test_a_query_takes_a_while_and_may_be_stopped(self) -> None:
        logs, name = client("logs"), group_with("error")
        query_id, other = start(name), start(name)
        self.assertEqual(logs.get_query_results(queryId=query_id)["status"], "Running")
        self.assertTrue(logs.stop_query(queryId=other)["success"])
        self.assertEqual(logs.get_query_results(queryId=other)["status"], "Cancelled")
        self.clock.at(10)
        self.assertEqual(logs.get_query_results(queryId=query_id)["status"], "Complete")


class History(unittest.TestCase):
    def test_who_has_changed_what_is_told_newest_first_and_in_pages(self) -> None:
        ecs, trail, names = client("ecs"), client("cloudtrail"), [unique("history") for _ in range(3)]
        before = datetime.now(timezone.utc) - timedelta(seconds=1)
        for name in names:
            ecs.create_cluster(clusterName=name)
        ecs.describe_clusters(clusters=names)
        with self.assertRaises(ClientError):
            ecs.delete_cluster(cluster="no-such-cluster")
        asked = {"LookupAttributes": [{"AttributeKey": "ReadOnly", "AttributeValue": "false"}], "StartTime": before}
        pages = [trail.lookup_events(**asked, MaxResults=2)]
        pages.append(trail.lookup_events(**asked, MaxResults=2, NextToken=pages[0]["NextToken"]))
        events = [event for page in pages for event in page["Events"]][:3]
        self.assertEqual([event["Resources"][0]["ResourceName"] for event in events], list(reversed(names)))
        self.assertEqual({(event["EventSource"], event["EventName"]) for event in events}, {("ecs.amazonaws.com", "CreateCluster")})
        self.assertEqual({event["Username"] for event in events}, {"test"})
        one = [{"AttributeKey": "ResourceName", "AttributeValue": names[0]}]
        self.assertEqual(len(trail.lookup_events(LookupAttributes=one)["Events"]), 1)
        # Whoever shares the emulator may have lived in another time.
        later = datetime.now(timezone.utc) + timedelta(hours=1)
        self.assertEqual(trail.lookup_events(LookupAttributes=one, StartTime=later)["Events"], [])


class Events(unittest.TestCase):
    def test_those_of_databases_are_of_the_time_that_is_asked_for(self) -> None:
        rds, name = client("rds"), unique("events")
        cluster = {"DBClusterIdentifier": f"{name}-cluster", "Engine": "aurora-postgresql"}
        rds.create_db_cluster(**cluster, MasterUsername="owner", MasterUserPassword="only-in-an-emulator")
        rds.create_db_instance(DBInstanceIdentifier=name, DBInstanceClass="db.serverless", **cluster)
        self.addCleanup(rds.delete_db_cluster, DBClusterIdentifier=f"{name}-cluster", SkipFinalSnapshot=True)
        self.addCleanup(rds.delete_db_instance, DBInstanceIdentifier=name, SkipFinalSnapshot=True)
        asked = {"SourceType": "db-instance", "SourceIdentifier": name}
        self.assertNotEqual(rds.describe_events(**asked)["Events"], [])
        later = datetime.now(timezone.utc) + timedelta(minutes=5)
        self.assertEqual(rds.describe_events(**asked, StartTime=later, EndTime=later)["Events"], [])

    def test_caches_have_none(self) -> None:
        self.assertEqual(client("elasticache").describe_events(Duration=60)["Events"], [])

"""Metrics: what is put comes back in periods, under the statistics that the catalogue uses."""

from __future__ import annotations

import unittest
from datetime import datetime, timedelta, timezone
from typing import Any

from botocore.exceptions import ClientError
from support import client, unique

START = datetime(2026, 3, 1, 12, 0, tzinfo=timezone.utc)


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


class Metrics(unittest.TestCase):
    def setUp(self) -> None:
        self.cloudwatch = client("cloudwatch")
        self.namespace = "AWS/ApplicationELB"
        self.name = unique("TargetResponseTime")

    def put(self, minute: float, dimensions: dict[str, str] | None = None, **datum: Any) -> None:
        named = [{"Name": name, "Value": value} for name, value in (dimensions or {}).items()]
        data = [{"MetricName": self.name, "Timestamp": minutes(minute), "Dimensions": named, **datum}]
        self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=data)

    def query(self, stat: str, query_id: str = "m0", period: int = 60, dimensions: dict[str, str] | None = None) -> dict:
        named = [{"Name": name, "Value": value} for name, value in (dimensions or {}).items()]
        metric = {"Namespace": self.namespace, "MetricName": self.name, "Dimensions": named}
        return {"Id": query_id, "MetricStat": {"Metric": metric, "Period": period, "Stat": stat}}

    def get(self, queries: list[dict], **more: Any) -> dict:
        window = {"StartTime": minutes(0), "EndTime": minutes(60), "ScanBy": "TimestampAscending"}
        return self.cloudwatch.get_metric_data(MetricDataQueries=queries, **{**window, **more})

    def values(self, stat: str, **query: Any) -> list[float]:
        return self.get([self.query(stat, **query)])["MetricDataResults"][0]["Values"]

    def test_a_statistic_is_one_of_all_values_and_their_counts(self) -> None:
        self.put(0, Values=[0.1, 1.0, 3.0], Counts=[97, 2, 1])
        expected = {
            "SampleCount": 100,
            "Minimum": 0.1,
            "Maximum": 3,
            "Sum": 14.7,
            "Average": 0.147,
            "p50": 0.1,
            "p97.5": 1,
            "p99": 1,
            "p99.9": 3,
            "p100": 3,
            "TC(1:)": 1,
            "TC(0.5:)": 3,
            "TC(:1)": 99,
            "TC(0.1:1)": 2,
        }
        for stat, value in expected.items():
            with self.subTest(stat):
                [found] = self.values(stat)
                self.assertAlmostEqual(found, value)

    def test_a_statistic_set_has_no_percentiles_unless_its_values_are_all_the_same(self) -> None:
        self.put(0, StatisticValues={"SampleCount": 4, "Sum": 10, "Minimum": 1, "Maximum": 4})
        self.put(1, StatisticValues={"SampleCount": 4, "Sum": 8, "Minimum": 2, "Maximum": 2})
        self.assertEqual((self.values("p90"), self.values("Average")), ([2], [2.5, 2]))

    def test_periods_begin_at_multiples_of_their_length(self) -> None:
        for minute in (1, 4, 5, 14.5):
            self.put(minute, Value=1)
        found = self.get([self.query("Sum", period=300)], StartTime=minutes(1))["MetricDataResults"][0]
        self.assertEqual((found["Timestamps"], found["Values"]), ([minutes(0), minutes(5), minutes(10)], [2, 1, 1]))
        backwards = self.get([self.query("Sum", period=300)], ScanBy="TimestampDescending")["MetricDataResults"][0]
        self.assertEqual(backwards["Values"], [1, 1, 2])

    def test_statistics_are_the_same_ones(self) -> None:
        self.put(1, dimensions={"Zone": "a"}, Values=[1, 5], Counts=[99, 1])
        self.put(6, dimensions={"Zone": "b"}, Value=7)
        answer = self.cloudwatch.get_metric_statistics(
            Namespace=self.namespace,
            MetricName=self.name,
            Dimensions=[{"Name": "Zone", "Value": "a"}],
            StartTime=minutes(0),
            EndTime=minutes(10),
            Period=300,
            Statistics=["Sum", "Maximum"],
            ExtendedStatistics=["p99"],
        )
        expected = {"Timestamp": minutes(0), "Sum": 104, "Maximum": 5, "ExtendedStatistics": {"p99": 1}}
        self.assertEqual(answer["Datapoints"], [expected])
        metrics = self.cloudwatch.list_metrics(Namespace=self.namespace, MetricName=self.name)["Metrics"]
        self.assertEqual([one["Dimensions"][0]["Value"] for one in metrics], ["a", "b"])

    def test_the_end_is_not_part_of_the_window(self) -> None:
        self.put(60, Value=1)
        self.assertEqual(self.values("Sum"), [])

    def test_a_metric_is_its_namespace_and_all_of_its_dimensions(self) -> None:
        self.put(0, dimensions={"LoadBalancer": "app/a", "TargetGroup": "t"}, Value=1)
        self.put(0, dimensions={"LoadBalancer": "app/a"}, Value=2)
        self.put(0, Value=4)
        self.assertEqual(self.values("Sum", dimensions={"TargetGroup": "t", "LoadBalancer": "app/a"}), [1])
        self.assertEqual(self.values("Sum", dimensions={"LoadBalancer": "app/a"}), [2])
        self.assertEqual(self.values("Sum", dimensions={"LoadBalancer": "app/b"}), [])
        self.assertEqual(self.values("Sum"), [4])
        self.namespace = "Other"
        self.assertEqual(self.values("Sum"), [])

    def test_more_datapoints_than_asked_for_come_in_pages(self) -> None:
        for minute in range(5):
            self.put(minute, Value=minute)
        self.put(0, dimensions={"Other": "one"}, Value=9)
        queries = [
            self.query("Sum", "silent", dimensions={"No": "data"}),
            self.query("Sum", "five"),
            self.query("Sum", "one", dimensions={"Other": "one"}),
        ]
        pages = []
        more: dict[str, Any] = {"MaxDatapoints": 3}
        while not pages or "NextToken" in more:
            answer = self.get(queries, **more)
            pages.append([(one["Id"], one["Values"], one["StatusCode"]) for one in answer["MetricDataResults"]])
            more = {"MaxDatapoints": 3, **({"NextToken": answer["NextToken"]} if "NextToken" in answer else {})}
        self.assertEqual(
            pages,
            [
                [("silent", [], "Complete"), ("five", [0, 1, 2], "PartialData")],
                [("five", [3, 4], "Complete"), ("one", [9], "Complete")],
            ],
        )

    def test_a_large_request_comes_compressed(self) -> None:
        data = [{"MetricName": self.name, "Timestamp": minutes(0), "Value": 1} for _ in range(500)]
        sent = []
        self.cloudwatch.meta.events.register("before-send.*.PutMetricData", lambda request, **_: sent.append(request))
        self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=data)
        self.assertEqual(sent[0].headers["Content-Encoding"], b"gzip")
        self.assertEqual(self.values("Sum"), [500])

    def test_what_it_cannot_compute_fails_by_name(self) -> None:
        self.put(0, Value=1)
        math = {"Id": "sum", "Expression": "m0 * 2"}
        for queries, named in (([self.query("tm99")], "the statistic tm99"), ([self.query("Sum"), math], "metric math")):
            with self.subTest(named), self.assertRaisesRegex(ClientError, named):
                self.get(queries)

    def test_too_many_queries_and_an_empty_window_are_refused(self) -> None:
        with self.assertRaisesRegex(ClientError, "greater than 500"):
            self.get([self.query("Sum", f"m{number}") for number in range(501)])
        with self.assertRaisesRegex(ClientError, "less than the parameter EndTime"):
            self.get([self.query("Sum")], EndTime=minutes(0))


if __name__ == "__main__":
    unittest.main()

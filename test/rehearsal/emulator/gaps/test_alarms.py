"""Alarms in a simulation: they evaluate what was put, tell when they changed, and others sum them up."""

from __future__ import annotations

import json
import unittest
from datetime import datetime, timedelta, timezone
from typing import Any

from support import client, end_simulation, time_is, unique

START = datetime(2030, 1, 1, 12, 0, tzinfo=timezone.utc)


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class Alarms(unittest.TestCase):
    def setUp(self) -> None:
        self.cloudwatch = client("cloudwatch")
        self.namespace, self.name = unique("AWS/Alarmed"), unique("errors")
        self.addCleanup(end_simulation)

    def put_alarm(self, **settings: Any) -> None:
        plain = {"Namespace": self.namespace, "MetricName": "Errors", "Period": 60, "Statistic": "Sum"}
        self.cloudwatch.put_metric_alarm(
            AlarmName=self.name,
            ComparisonOperator="GreaterThanThreshold",
            Threshold=5,
            TreatMissingData="notBreaching",
            **({"EvaluationPeriods": 1, **({} if "Metrics" in settings else plain), **settings}),
        )
        self.addCleanup(self.cloudwatch.delete_alarms, AlarmNames=[self.name])

    def put(self, at: float, name: str = "Errors", **datum: Any) -> None:
        data = [{"MetricName": name, "Timestamp": after(at), **datum}]
        self.cloudwatch.put_metric_data(Namespace=self.namespace, MetricData=data)

    def alarm(self, name: str | None = None) -> dict:
        kinds = ["MetricAlarm", "CompositeAlarm"]
        found = self.cloudwatch.describe_alarms(AlarmNames=[name or self.name], AlarmTypes=kinds)
        return (found["MetricAlarms"] + found["CompositeAlarms"])[0]

    def state(self, name: str | None = None) -> str:
        return self.alarm(name)["StateValue"]

    def test_without_a_simulation_it_stays_as_it_is(self) -> None:
        self.put_alarm()
        self.put(-60, Value=9)
        self.assertEqual(self.state(), "OK")

    def test_it_rings_while_it_must_and_tells_since_when(self) -> None:
        time_is(START)
        self.put_alarm()
        self.assertEqual(self.state(), "INSUFFICIENT_DATA")
        time_is(after(60))
        self.assertEqual(self.state(), "OK")
        self.put(60, Value=9)
        time_is(after(120))
        alarm = self.alarm()
        self.assertEqual(alarm["StateValue"], "ALARM")
        self.assertRegex(alarm["StateReason"], r"1 out of the last 1 datapoints \[9.0 \(01/01/30 12:01:00\)\] was greater than")
        self.assertEqual(alarm["StateTransitionedTimestamp"].replace(microsecond=0), after(120))
        # The last known datapoint counts until the alarm does not look that far back any more.
        time_is(after(240))
        self.assertEqual((self.state(), self.alarm()["StateTransitionedTimestamp"]), ("ALARM", alarm["StateTransitionedTimestamp"]))
        time_is(after(300))
        self.assertEqual(self.state(), "OK")
        history = self.cloudwatch.describe_alarm_history(
            AlarmName=self.name, HistoryItemType="StateUpdate", StartDate=after(1), ScanBy="TimestampAscending"
        )["AlarmHistoryItems"]
        told = [json.loads(item["HistoryData"]) for item in history]
        states = [(one["oldState"]["stateValue"], one["newState"]["stateValue"]) for one in told]
        self.assertEqual(states, [("INSUFFICIENT_DATA", "OK"), ("OK", "ALARM"), ("ALARM", "OK")])
        self.assertEqual(history[1]["HistorySummary"], "Alarm updated from OK to ALARM")
        self.assertEqual(history[1]["Timestamp"], alarm["StateTransitionedTimestamp"])
        self.assertEqual(told[1]["newState"]["stateReasonData"]["recentDatapoints"], [9])

    def test_a_period_ends_at_any_minute_and_counts_when_it_is_whole(self) -> None:
        self.put_alarm(Period=300)
        self.put(0, Value=3)
        self.put(180, Value=3)
        for second, expected in ((239, "OK"), (240, "ALARM"), (300, "ALARM")):
            with self.subTest(second):
                time_is(after(second))
                self.assertEqual(self.state(), expected)

    def test_an_expression_is_compared(self) -> None:
        metrics = [("part", "Errors", "Sum"), ("whole", "Requests", "SampleCount")]
        read = [
            {
                "Id": query_id,
                "ReturnData": False,
                "MetricStat": {"Metric": {"Namespace": self.namespace, "MetricName": name}, "Period": 60, "Stat": stat},
            }
            for query_id, name, stat in metrics
        ]
        result = {"Id": "result", "Expression": "IF(whole >= 100, 100 * part / whole, 0)", "ReturnData": True}
        self.put_alarm(Metrics=[*read, result])
        for second, requests in ((0, 99), (60, 200), (120, 100)):
            self.put(second, Value=8)
            self.put(second, "Requests", Values=[0.1], Counts=[requests])
        states = []
        for second in (60, 120, 180):
            time_is(after(second))
            states.append(self.state())
        self.assertEqual(states, ["OK", "OK", "ALARM"])

    def test_what_it_cannot_compute_is_told(self) -> None:
        time_is(START)
        metric = {"Metric": {"Namespace": self.namespace, "MetricName": "Errors"}, "Period": 60, "Stat": "Sum"}
        queries = [{"Id": "m", "ReturnData": False, "MetricStat": metric}, {"Id": "r", "Expression": "RATE(m)", "ReturnData": True}]
        self.put_alarm(Metrics=queries)
        time_is(after(60))
        self.assertEqual(self.state(), "INSUFFICIENT_DATA")
        self.assertRegex("".join(end_simulation()), f"{self.name}: the function RATE")

    def test_others_sum_it_up(self) -> None:
        self.put_alarm()
        all_of_them, above = unique("all"), unique("above")
        self.cloudwatch.put_composite_alarm(AlarmName=above, AlarmRule=f'ALARM("{all_of_them}")')
        self.cloudwatch.put_composite_alarm(AlarmName=all_of_them, AlarmRule=f'ALARM("nobody") OR ALARM("{self.name}")')
        self.addCleanup(self.cloudwatch.delete_alarms, AlarmNames=[all_of_them, above])
        time_is(START)
        self.assertEqual((self.state(all_of_them), self.state(above)), ("OK", "OK"))
        self.put(0, Value=9)
        time_is(after(60))
        self.assertEqual((self.state(all_of_them), self.state(above)), ("ALARM", "ALARM"))
        self.assertRegex(self.alarm(all_of_them)["StateReason"], f"alarm:{self.name} transitioned to ALARM at Tuesday 01 January")

    def test_a_state_that_is_set_stays_until_it_is_evaluated(self) -> None:
        self.put_alarm()
        time_is(START)
        self.cloudwatch.set_alarm_state(AlarmName=self.name, StateValue="ALARM", StateReason="by hand")
        first = self.alarm()
        time_is(after(10))
        self.cloudwatch.set_alarm_state(AlarmName=self.name, StateValue="ALARM", StateReason="once more")
        again = self.alarm()
        self.assertEqual((again["StateValue"], again["StateReason"]), ("ALARM", "once more"))
        self.assertEqual(again["StateTransitionedTimestamp"], first["StateTransitionedTimestamp"])
        self.assertGreater(again["StateUpdatedTimestamp"], first["StateUpdatedTimestamp"])
        # A change of its settings is no change of its state.
        self.put_alarm(EvaluationPeriods=2)
        self.assertEqual(self.alarm()["StateReason"], "once more")

    def test_alarms_come_in_pages_and_by_kind(self) -> None:
        prefix = unique("paged")
        names = [f"{prefix}-{number}" for number in range(3)]
        for self.name in names:
            self.put_alarm()
        self.cloudwatch.put_composite_alarm(AlarmName=f"{prefix}-all", AlarmRule="FALSE")
        self.addCleanup(self.cloudwatch.delete_alarms, AlarmNames=[f"{prefix}-all"])
        first = self.cloudwatch.describe_alarms(AlarmNamePrefix=prefix, MaxRecords=2)
        second = self.cloudwatch.describe_alarms(AlarmNamePrefix=prefix, MaxRecords=2, NextToken=first["NextToken"])
        pages = [[alarm["AlarmName"] for alarm in page["MetricAlarms"]] for page in (first, second)]
        self.assertEqual((pages, first["CompositeAlarms"], second.get("NextToken")), ([names[:2], names[2:]], [], None))
        kinds = self.cloudwatch.describe_alarms(AlarmNamePrefix=prefix, AlarmTypes=["CompositeAlarm"])
        self.assertEqual((len(kinds["MetricAlarms"]), len(kinds["CompositeAlarms"])), (0, 1))
        self.assertEqual(self.cloudwatch.describe_alarms(AlarmNamePrefix=prefix, StateValue="ALARM")["MetricAlarms"], [])

    def test_history_comes_in_pages(self) -> None:
        self.put_alarm()
        for state in ("ALARM", "OK", "ALARM"):
            self.cloudwatch.set_alarm_state(AlarmName=self.name, StateValue=state, StateReason="by hand")
        pages, more = [], {}
        while not pages or more:
            answer = self.cloudwatch.describe_alarm_history(AlarmName=self.name, MaxRecords=2, **more)
            pages.append([item["HistorySummary"].rpartition(" ")[2] for item in answer["AlarmHistoryItems"]])
            more = {"NextToken": answer["NextToken"]} if "NextToken" in answer else {}
        self.assertEqual(pages, [["ALARM", "OK"], ["ALARM"]])

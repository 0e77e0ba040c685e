"""Experiments of FIS: how they begin, go on and end, by a time that the tests set."""

from __future__ import annotations

import time
import unittest

from botocore.exceptions import ClientError
from simulated import Clock
from support import client, end_simulation, still_there, unique

ROLE = "arn:aws:iam::123456789012:role/fis"


def wait(seconds: str, *after: str) -> dict:
    return {"actionId": "aws:fis:wait", "parameters": {"duration": seconds}, "startAfter": list(after)}


class Experiments(unittest.TestCase):
    def setUp(self) -> None:
        self.fis, self.clock = client("fis"), Clock(self)
        self.cloudwatch = client("cloudwatch")

    def template(self, actions: dict, targets: dict | None = None, alarms: tuple[str, ...] = (), **options: str) -> str:
        conditions = [{"source": "aws:cloudwatch:alarm", "value": arn} for arn in alarms] or [{"source": "none"}]
        made = self.fis.create_experiment_template(
            description="d",
            roleArn=ROLE,
            stopConditions=conditions,
            targets=targets or {},
            actions=actions,
            experimentOptions={"accountTargeting": "single-account", **options},
        )["experimentTemplate"]
        self.addCleanup(self.fis.delete_experiment_template, id=made["id"])
        return made["id"]

    def start(self, template: str, **more: object) -> str:
        self.clock.mark()
        return self.fis.start_experiment(experimentTemplateId=template, **more)["experiment"]["id"]

    def get(self, experiment: str) -> dict:
        return self.fis.get_experiment(id=experiment)["experiment"]

    def status(self, experiment: str) -> str:
        return self.get(experiment)["state"]["status"]

    def statuses(self, experiment: str) -> dict:
        return {name: action["state"]["status"] for name, action in self.get(experiment)["actions"].items()}

    def alarm(self, name: str, state: str = "OK") -> str:
        """Nobody measures anything here, so that it keeps the state that it is given."""
        self.cloudwatch.put_metric_alarm(
            AlarmName=name,
            Namespace="none",
            MetricName="none",
            Statistic="Sum",
            Period=60,
            EvaluationPeriods=1,
            Threshold=1,
            ComparisonOperator="GreaterThanThreshold",
            TreatMissingData="ignore",
        )
        self.addCleanup(self.cloudwatch.delete_alarms, AlarmNames=[name])
        self.ring(name, state)
        return self.cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["AlarmArn"]

    def ring(self, name: str, state: str = "ALARM") -> None:
        self.cloudwatch.set_alarm_state(AlarmName=name, StateValue=state, StateReason="a test says so")

    def test_it_goes_from_pending_to_completed(self) -> None:
        template = self.template({"first": wait("PT1M"), "second": wait("PT2M", "first"), "beside": wait("PT30S")})
        experiment = self.start(template, tags={"Drill": "d"})
        self.assertEqual(self.status(experiment), "pending")
        self.clock.at(2)
        self.assertEqual(self.status(experiment), "initiating")
        self.clock.at(10)
        self.assertEqual(self.status(experiment), "running")
        self.assertEqual(self.statuses(experiment), {"first": "running", "second": "pending", "beside": "running"})
        self.clock.at(90)
        self.assertEqual(self.statuses(experiment), {"first": "completed", "second": "running", "beside": "completed"})
        self.clock.at(400)
        ended = self.get(experiment)
        self.assertEqual(ended["state"], {"status": "completed", "reason": "Experiment completed."})
        self.assertEqual(ended["tags"], {"Drill": "d"})
        self.assertAlmostEqual((ended["endTime"] - ended["startTime"]).total_seconds(), 185, places=2)
        second = ended["actions"]["second"]
        self.assertEqual((second["endTime"] - second["startTime"]).total_seconds(), 120)
        self.assertEqual(second["startTime"], ended["actions"]["first"]["endTime"])
        self.assertEqual(still_there(experiment), [])

    def test_it_is_listed_with_those_of_its_template(self) -> None:
        template = self.template({"wait": wait("PT1M")})
        started = [self.start(template) for _ in range(3)]
        self.start(self.template({"wait": wait("PT1M")}))
        first = self.fis.list_experiments(experimentTemplateId=template, maxResults=2)
        second = self.fis.list_experiments(experimentTemplateId=template, maxResults=2, nextToken=first["nextToken"])
        self.assertEqual([one["id"] for one in first["experiments"] + second["experiments"]], started)
        self.assertNotIn("nextToken", second)

    def test_the_same_token_starts_it_only_once(self) -> None:
        template, token = self.template({"wait": wait("PT1M")}), unique("token")
        self.assertEqual(self.start(template, clientToken=token), self.start(template, clientToken=token))

    def test_a_stop_takes_its_time_and_happens_once(self) -> None:
        experiment = self.start(self.template({"first": wait("PT5M"), "second": wait("PT5M", "first")}))
        self.clock.at(10)
        self.assertEqual(
            self.fis.stop_experiment(id=experiment)["experiment"]["state"],
            {"status": "stopping", "reason": "Stopping Experiment."},
        )
        self.fis.stop_experiment(id=experiment)
        self.clock.at(25)
        self.assertEqual(self.statuses(experiment), {"first": "stopping", "second": "pending"})
        self.clock.at(60)
        self.assertEqual(self.get(experiment)["state"]["status"], "stopped")
        self.assertEqual(self.statuses(experiment), {"first": "stopped", "second": "cancelled"})
        with self.assertRaisesRegex(ClientError, "ValidationException"):
            self.fis.stop_experiment(id=experiment)

    def test_an_alarm_halts_it(self) -> None:
        name = unique("alarm")
        experiment = self.start(self.template({"wait": wait("PT5M")}, alarms=(self.alarm(name),)))
        self.clock.at(20)
        self.assertEqual(self.status(experiment), "running")
        self.ring(name)
        self.clock.at(22)
        halted = {"reason": "Experiment halted by stop condition."}
        self.assertEqual(self.get(experiment)["state"], {"status": "stopping", **halted})
        self.clock.at(60)
        self.assertEqual(self.get(experiment)["state"], {"status": "stopped", **halted})

    def test_an_alarm_that_rings_already_keeps_it_from_starting(self) -> None:
        alarm = self.alarm(unique("alarm"), "ALARM")
        experiment = self.start(self.template({"wait": wait("PT5M")}, alarms=(alarm,)))
        self.clock.at(10)
        self.assertEqual((self.status(experiment), self.statuses(experiment)), ("stopped", {"wait": "cancelled"}))

    def test_an_alarm_in_another_state_than_asserted_fails_it(self) -> None:
        alarm = self.alarm(unique("alarm"), "ALARM")
        check = {"actionId": "aws:cloudwatch:assert-alarm-state", "parameters": {"alarmArns": alarm, "alarmStates": "OK"}}
        experiment = self.start(self.template({"check": check, "wait": wait("PT1M", "check")}))
        self.clock.at(10)
        state = self.get(experiment)["state"]
        self.assertEqual(state["status"], "failed")
        self.assertIn(f"Action check failed: Alarm {alarm} is in state ALARM", state["reason"])
        self.assertEqual(self.statuses(experiment), {"check": "failed", "wait": "cancelled"})

    def test_without_any_target_it_fails_or_skips(self) -> None:
        actions = {
            "fail-over": {"actionId": "aws:rds:failover-db-cluster", "targets": {"Clusters": "database"}},
            "wait": wait("PT1M", "fail-over"),
        }
        targets = {"database": {"resourceType": "aws:rds:cluster", "selectionMode": "ALL", "resourceTags": {"No": "where"}}}
        failing = self.start(self.template(actions, targets))
        skipping = self.start(self.template(actions, targets, emptyTargetResolutionMode="skip"))
        self.clock.at(10)
        state = self.get(failing)["state"]
        self.assertEqual(
            (state["status"], state["reason"], state["error"]["code"], state["error"]["location"]),
            ("failed", "Target resolution returned empty set.", "InvalidTarget", "database"),
        )
        self.assertEqual(self.statuses(skipping), {"fail-over": "skipped", "wait": "running"})

    def test_a_preview_skips_every_action(self) -> None:
        template = self.template({"first": wait("PT5M"), "second": wait("PT5M", "first")})
        experiment = self.start(template, experimentOptions={"actionsMode": "skip-all"})
        self.clock.at(10)
        self.assertEqual(self.statuses(experiment), {"first": "skipped", "second": "skipped"})
        self.assertEqual(self.status(experiment), "completed")
        self.assertEqual(self.get(experiment)["experimentOptions"]["actionsMode"], "skip-all")

    def test_the_safety_lever_stops_what_runs_and_cancels_what_starts(self) -> None:
        template = self.template({"wait": wait("PT5M")})
        running = self.start(template)
        self.clock.at(10)
        self.addCleanup(self.lever, "disengaged")
        self.assertEqual(self.lever("engaged"), "engaging")
        refused = self.start(template)
        with self.assertRaisesRegex(ClientError, "ConflictException"):
            self.lever("disengaged")
        self.clock.at(60)
        self.assertEqual((self.status(running), self.status(refused)), ("stopped", "cancelled"))
        lever = self.fis.get_safety_lever(id="default")["safetyLever"]
        self.assertEqual(lever["state"], {"status": "engaged", "reason": "a test"})
        self.assertEqual(self.lever("disengaged"), "disengaged")

    def lever(self, status: str) -> str:
        changed = self.fis.update_safety_lever_state(id="default", state={"status": status, "reason": "a test"})
        return changed["safetyLever"]["state"]["status"]

    def test_only_so_many_run_and_stop_conditions_are_few(self) -> None:
        template = self.template({"wait": wait("PT5M")})
        for _ in range(5):
            self.start(template)
        with self.assertRaisesRegex(ClientError, "ServiceQuotaExceededException"):
            self.start(template)
        with self.assertRaisesRegex(ClientError, "ServiceQuotaExceededException"):
            alarms = tuple(f"arn:aws:cloudwatch:eu-west-2:1:alarm:{number}" for number in range(6))
            self.template({"wait": wait("PT5M")}, alarms=alarms)

    def test_what_can_never_run_is_refused(self) -> None:
        circle = {"first": wait("PT1M", "second"), "second": wait("PT1M", "first")}
        nowhere = {"stop": {"actionId": "aws:ecs:stop-task", "targets": {"Tasks": "nowhere"}}}
        for actions in (circle, {"only": wait("PT1M", "nobody")}, nowhere):
            with self.assertRaisesRegex(ClientError, "ValidationException"):
                self.template(actions)
        with self.assertRaisesRegex(ClientError, "ResourceNotFoundException"):
            self.get("EXPnone")

    def test_what_the_emulator_cannot_do_is_refused_by_name(self) -> None:
        with self.assertRaisesRegex(ClientError, "aws:ec2:stop-instances"):
            self.start(self.template({"stop": {"actionId": "aws:ec2:stop-instances"}}))

    def test_what_the_template_becomes_does_not_touch_it(self) -> None:
        template = self.template({"wait": wait("PT5M")})
        experiment = self.start(template)
        self.fis.update_experiment_template(id=template, actions={"other": wait("PT1M")})
        self.clock.at(10)
        self.assertEqual(self.statuses(experiment), {"wait": "running"})

    def test_it_does_not_outlast_the_simulation(self) -> None:
        experiment = self.start(self.template({"wait": wait("PT5M")}))
        self.clock.at(10)
        end_simulation()
        self.assertEqual(self.status(experiment), "stopped")


class InRealTime(unittest.TestCase):
    def test_an_experiment_goes_on_by_itself(self) -> None:
        fis = client("fis")
        template = fis.create_experiment_template(
            description="d", roleArn=ROLE, stopConditions=[{"source": "none"}], actions={"wait": wait("PT5M")}
        )["experimentTemplate"]["id"]
        self.addCleanup(fis.delete_experiment_template, id=template)
        experiment = fis.start_experiment(experimentTemplateId=template)["experiment"]
        while experiment["state"]["status"] == "pending":
            time.sleep(0.05)
            experiment = fis.get_experiment(id=experiment["id"])["experiment"]
        self.assertEqual(experiment["state"]["status"], "initiating")
        fis.stop_experiment(id=experiment["id"])
        self.assertEqual(fis.get_experiment(id=experiment["id"])["experiment"]["state"]["status"], "stopped")

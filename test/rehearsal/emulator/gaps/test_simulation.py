"""A simulation: time that runs faster, tasks that start and stop, deployments that roll over."""

from __future__ import annotations

import unittest
from datetime import datetime, timedelta, timezone
from urllib.error import HTTPError

from botocore.exceptions import ClientError
from support import client, end_simulation, moto_api, network, time_is, unique

START = datetime(2030, 1, 1, 12, 0, tzinfo=timezone.utc)
A, B = "eu-west-2a", "eu-west-2b"


def after(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


class Time(unittest.TestCase):
    def test_it_runs_as_fast_as_it_is_told_to_until_the_end(self) -> None:
        self.addCleanup(end_simulation)
        origin = datetime.now(timezone.utc) - timedelta(hours=1)
        moto_api("simulation", "POST", {"rate": 30, "originMs": origin.timestamp() * 1000})
        told = moto_api("simulation", "GET")
        self.assertEqual((told["rate"], told["failures"]), (30, []))
        hours = (datetime.fromisoformat(told["now"].replace("Z", "+00:00")) - origin) / timedelta(hours=1)
        self.assertAlmostEqual(hours, 30, delta=1)
        end_simulation()
        self.assertEqual(moto_api("simulation", "GET")["rate"], 1)

    def test_what_is_no_time_is_refused(self) -> None:
        for sent in (None, [], {"rate": 30}, {"rate": 0.5, "originMs": 1}, {"rate": "2", "originMs": 1}, {"rate": 2, "originMs": -1}):
            with self.subTest(sent), self.assertRaisesRegex(HTTPError, "400"):
                moto_api("simulation", "POST", sent)
        self.assertEqual(moto_api("simulation", "GET")["rate"], 1)


class Services(unittest.TestCase):
    def setUp(self) -> None:
        self.ecs, self.ec2, self.cloudwatch = client("ecs"), client("ec2"), client("cloudwatch")
        self.vpc, self.subnets = network()
        self.cluster, self.family, self.service_name, self.alarm = (unique(one) for one in ("cluster", "app", "service", "alarm"))
        self.ecs.create_cluster(clusterName=self.cluster)
        self.first, self.second = self.revision(), self.revision()
        group = self.ec2.create_security_group(GroupName="tasks", Description="tasks", VpcId=self.vpc)["GroupId"]
        self.network = {"awsvpcConfiguration": {"subnets": self.subnets, "securityGroups": [group]}}
        self.create_service(self.service_name)
        self.addCleanup(end_simulation)

    def create_service(self, name: str) -> None:
        self.ecs.create_service(
            cluster=self.cluster,
            serviceName=name,
            taskDefinition=self.first,
            desiredCount=4,
            launchType="FARGATE",
            availabilityZoneRebalancing="ENABLED",
            networkConfiguration=self.network,
            deploymentConfiguration={"alarms": {"alarmNames": [self.alarm], "enable": True, "rollback": True}},
        )

        self.addCleanup(self.ecs.delete_service, cluster=self.cluster, service=name, force=True)

    def revision(self) -> str:
        container = {"name": "app", "image": "app", "memory": 128}
        made = self.ecs.register_task_definition(family=self.family, networkMode="awsvpc", containerDefinitions=[container])
        return made["taskDefinition"]["taskDefinitionArn"]

    def service(self, name: str | None = None) -> dict:
        return self.ecs.describe_services(cluster=self.cluster, services=[name or self.service_name])["services"][0]

    def tasks(self) -> list:
        arns = self.ecs.list_tasks(cluster=self.cluster, serviceName=self.service_name)["taskArns"]
        return self.ecs.describe_tasks(cluster=self.cluster, tasks=arns)["tasks"] if arns else []

    def zones(self, status: str = "RUNNING") -> list:
        return sorted(task["availabilityZone"][-1] for task in self.tasks() if task["lastStatus"] == status)

    def rollouts(self) -> list:
        shown = ("status", "rolloutState", "runningCount", "pendingCount")
        return [tuple(one[key] for key in shown) for one in self.service()["deployments"]]

    def stop(self, *tasks: dict) -> None:
        for task in tasks:
            self.ecs.stop_task(cluster=self.cluster, task=task["taskArn"], reason="a drill")

    def jump(self, *seconds: float) -> None:
        """What happens at one tick goes on at the next."""
        for second in seconds:
            time_is(after(second))

    def fence(self, subnet: str) -> None:
        """As an experiment does: a network ACL of its own in place of the one that is there."""
        specification = {"ResourceType": "network-acl", "Tags": [{"Key": "managedByFIS", "Value": "true"}]}
        acl = self.ec2.create_network_acl(VpcId=self.vpc, TagSpecifications=[specification])["NetworkAcl"]["NetworkAclId"]
        self.replace_acl(subnet, acl)

    def replace_acl(self, subnet: str, acl: str) -> None:
        found = self.ec2.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": [subnet]}])["NetworkAcls"][0]
        [old] = [one["NetworkAclAssociationId"] for one in found["Associations"] if one["SubnetId"] == subnet]
        self.ec2.replace_network_acl_association(AssociationId=old, NetworkAclId=acl)

    def lift(self, subnet: str) -> None:
        acls = self.ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [self.vpc]}])["NetworkAcls"]
        self.replace_acl(subnet, next(acl["NetworkAclId"] for acl in acls if acl["IsDefault"]))

    def test_without_a_simulation_there_are_no_tasks(self) -> None:
        self.assertEqual((self.tasks(), self.service()["runningCount"]), ([], 4))

    def test_what_was_there_before_runs_at_once(self) -> None:
        time_is(START)
        task = self.tasks()[0]
        deployment = self.service()["deployments"][0]
        self.assertEqual((self.zones(), self.rollouts()), (["a", "a", "b", "b"], [("PRIMARY", "COMPLETED", 4, 0)]))
        self.assertEqual((task["group"], task["startedBy"]), (f"service:{self.service_name}", deployment["id"]))
        self.assertEqual((task["taskDefinitionArn"], task["healthStatus"]), (self.first, "HEALTHY"))
        self.assertEqual(task["createdAt"].replace(microsecond=0), START)
        self.assertEqual(end_simulation(), [])
        self.assertEqual((self.tasks(), self.rollouts()), ([], [("PRIMARY", "COMPLETED", 4, 0)]))

    def test_a_new_service_takes_its_time(self) -> None:
        time_is(START)
        self.service_name = unique("new")
        self.create_service(self.service_name)
        self.assertEqual(self.rollouts(), [("PRIMARY", "IN_PROGRESS", 0, 4)])
        time_is(after(60))
        self.assertEqual(self.rollouts(), [("PRIMARY", "COMPLETED", 4, 0)])

    def remembered(self) -> list:
        found = self.ecs.list_service_deployments(cluster=self.cluster, service=self.service_name)["serviceDeployments"]
        return [one["status"] for one in found]

    def test_a_deployment_is_turned_back_and_remembered_as_one(self) -> None:
        time_is(START)
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, taskDefinition=self.second)
        self.jump(20)
        self.assertEqual(self.remembered(), ["IN_PROGRESS", "SUCCESSFUL"])
        [newest, _] = self.ecs.list_service_deployments(cluster=self.cluster, service=self.service_name)["serviceDeployments"]
        self.ecs.stop_service_deployment(serviceDeploymentArn=newest["serviceDeploymentArn"], stopType="ROLLBACK")
        self.assertEqual(self.remembered(), ["ROLLBACK_IN_PROGRESS", "SUCCESSFUL"])
        self.jump(120, 180)
        self.assertEqual(self.remembered(), ["ROLLBACK_SUCCESSFUL", "SUCCESSFUL"])
        self.assertEqual({task["taskDefinitionArn"] for task in self.tasks()}, {self.first})

    def test_other_subnets_are_another_deployment(self) -> None:
        time_is(START)
        there = {"awsvpcConfiguration": {**self.network["awsvpcConfiguration"], "subnets": self.subnets[1:]}}
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, networkConfiguration=there)
        self.jump(120, 180)
        self.assertEqual((self.remembered(), self.zones()), (["SUCCESSFUL", "SUCCESSFUL"], ["b", "b", "b", "b"]))

    def test_a_stopped_task_is_replaced(self) -> None:
        time_is(START)
        stopped = self.tasks()[0]
        self.stop(stopped)
        found = self.ecs.describe_tasks(cluster=self.cluster, tasks=[stopped["taskArn"], "none"])
        self.assertEqual([(one["lastStatus"], one["stoppedReason"]) for one in found["tasks"]], [("STOPPED", "a drill")])
        self.assertEqual(found["failures"], [{"arn": "none", "reason": "MISSING"}])
        time_is(after(5))
        self.assertEqual((self.service()["runningCount"], self.service()["pendingCount"]), (3, 1))
        time_is(after(45))
        self.assertEqual((self.zones(), self.service()["pendingCount"]), (["a", "a", "b", "b"], 0))
        gone = self.ecs.list_tasks(cluster=self.cluster, serviceName=self.service_name, desiredStatus="STOPPED")["taskArns"]
        self.assertEqual(gone, [stopped["taskArn"]])
        with self.assertRaisesRegex(ClientError, "not found"):
            self.ecs.stop_task(cluster=self.cluster, task="none")

    def test_tasks_come_in_pages(self) -> None:
        time_is(START)
        pages = self.ecs.get_paginator("list_tasks").paginate(cluster=self.cluster, PaginationConfig={"PageSize": 3})
        self.assertEqual([len(page["taskArns"]) for page in pages], [3, 1])

    def test_a_cut_off_zone_gets_no_tasks_and_is_filled_up_again_later(self) -> None:
        time_is(START)
        self.fence(self.subnets[0])
        time_is(after(5))
        health = sorted((task["availabilityZone"][-1], task["healthStatus"]) for task in self.tasks())
        self.assertEqual(health, [("a", "UNHEALTHY"), ("a", "UNHEALTHY"), ("b", "HEALTHY"), ("b", "HEALTHY")])
        self.stop(*[task for task in self.tasks() if task["availabilityZone"] == A])
        self.jump(6, 45)
        self.assertEqual(self.zones(), ["b", "b", "b", "b"])
        self.lift(self.subnets[0])
        seen = []
        for second in range(60, 420, 15):
            time_is(after(second))
            seen.append("".join(self.zones()))
        self.assertEqual(list(dict.fromkeys(seen)), ["bbbb", "abbb", "aabb"])
        # Three minutes from when they are first seen to be uneven.
        self.assertEqual(set(seen[: 180 // 15]), {"bbbb"})

    def test_what_nobody_stops_in_a_cut_off_zone_is_given_up(self) -> None:
        time_is(START)
        self.fence(self.subnets[0])
        self.jump(1, 122, 155)
        self.assertEqual(self.zones(), ["b", "b", "b", "b"])

    def test_with_all_zones_cut_off_nothing_starts(self) -> None:
        time_is(START)
        for subnet in self.subnets:
            self.fence(subnet)
        self.stop(*self.tasks())
        time_is(after(60))
        self.assertEqual((self.zones(), self.zones("PENDING")), ([], ["a", "a", "b", "b"]))

    def test_tasks_can_be_put_into_one_zone(self) -> None:
        time_is(START)
        moto_api("simulation/placement", "POST", {"service": self.service_name, "zones": [B]})
        self.stop(self.tasks()[0])
        self.jump(1, 400)
        self.assertEqual(self.zones(), ["b", "b", "b", "b"])
        moto_api("simulation/placement", "POST", {"service": self.service_name, "zones": []})
        self.assertEqual(self.zones(), ["a", "a", "b", "b"])
        with self.assertRaisesRegex(HTTPError, "404"):
            moto_api("simulation/placement", "POST", {"service": "none", "zones": [B]})
        end_simulation()
        with self.assertRaisesRegex(HTTPError, "409"):
            moto_api("simulation/placement", "POST", {"service": self.service_name, "zones": [B]})

    def test_a_deployment_rolls_over(self) -> None:
        time_is(START)
        before = self.service()["deployments"][0]["id"]
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, taskDefinition=self.second)
        self.assertEqual(self.rollouts(), [("PRIMARY", "IN_PROGRESS", 0, 4), ("ACTIVE", "COMPLETED", 4, 0)])
        now, old = self.service()["deployments"]
        self.assertEqual((old["id"], now["taskDefinition"], old["taskDefinition"]), (before, self.second, self.first))
        self.assertEqual(now["createdAt"].replace(microsecond=0), START)
        time_is(after(55))
        self.assertEqual(self.rollouts(), [("PRIMARY", "IN_PROGRESS", 4, 0), ("ACTIVE", "COMPLETED", 4, 0)])
        time_is(after(75))
        self.assertEqual(self.rollouts(), [("PRIMARY", "COMPLETED", 4, 0)])
        self.assertEqual({task["startedBy"] for task in self.tasks()}, {now["id"]})

    def test_the_same_task_definition_can_be_deployed_anew(self) -> None:
        time_is(START)
        before = self.service()["deployments"][0]["id"]
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, desiredCount=4)
        self.assertEqual([one["id"] for one in self.service()["deployments"]], [before])
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, forceNewDeployment=True)
        self.assertEqual(self.rollouts()[0], ("PRIMARY", "IN_PROGRESS", 0, 4))
        time_is(after(90))
        self.assertNotEqual(self.service()["deployments"][0]["id"], before)

    def ring(self, state: str) -> None:
        self.cloudwatch.set_alarm_state(AlarmName=self.alarm, StateValue=state, StateReason="a drill")

    def put_alarm(self, state: str) -> None:
        quiet = {"Namespace": "N", "MetricName": "M", "Period": 60, "Statistic": "Sum", "EvaluationPeriods": 1}
        self.cloudwatch.put_metric_alarm(
            AlarmName=self.alarm, ComparisonOperator="GreaterThanThreshold", Threshold=1, TreatMissingData="ignore", **quiet
        )
        self.addCleanup(self.cloudwatch.delete_alarms, AlarmNames=[self.alarm])
        self.ring(state)

    def test_an_alarm_turns_a_deployment_back_once(self) -> None:
        time_is(START)
        self.put_alarm("OK")
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, taskDefinition=self.second)
        self.ring("ALARM")
        time_is(after(5))
        self.assertEqual([one[:2] for one in self.rollouts()][:2], [("PRIMARY", "IN_PROGRESS"), ("ACTIVE", "FAILED")])
        self.assertIn(self.alarm, self.service()["deployments"][1]["rolloutStateReason"])
        time_is(after(90))
        self.assertEqual(self.rollouts(), [("PRIMARY", "COMPLETED", 4, 0)])
        self.assertEqual(self.service()["taskDefinition"], self.first)

    def test_an_alarm_that_rang_before_turns_nothing_back(self) -> None:
        time_is(START)
        self.put_alarm("ALARM")
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, taskDefinition=self.second)
        time_is(after(90))
        self.assertEqual(self.service()["taskDefinition"], self.second)

    def test_scaling_starts_and_stops_tasks(self) -> None:
        time_is(START)
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, desiredCount=6)
        self.jump(5, 40)
        self.assertEqual(self.zones(), ["a", "a", "a", "b", "b", "b"])
        self.ecs.update_service(cluster=self.cluster, service=self.service_name, desiredCount=2)
        time_is(after(45))
        self.assertEqual(self.zones(), ["a", "b"])

    def test_a_deleted_service_leaves_no_tasks(self) -> None:
        time_is(START)
        self.ecs.delete_service(cluster=self.cluster, service=self.service_name, force=True)
        time_is(after(1))
        self.assertEqual(self.ecs.list_tasks(cluster=self.cluster)["taskArns"], [])

"""What experiments of FIS do to the emulator's world, and that it is as before when they have ended."""

from __future__ import annotations

from botocore.exceptions import ClientError
from simulated import Drill, faults, unclean
from support import client, end_simulation, network, still_there

ZONE, OTHER = "eu-west-2a", "eu-west-2b"


class Network(Drill):
    def setUp(self) -> None:
        super().setUp()
        self.ec2 = client("ec2")
        self.vpc, self.subnets = network()
        self.ec2.create_tags(Resources=self.subnets, Tags=self.tags)
        found = self.ec2.describe_subnets(SubnetIds=self.subnets)["Subnets"]
        self.arns = {one["AvailabilityZone"]: one["SubnetArn"] for one in found}
        self.addCleanup(unclean, False)

    def acls(self) -> dict[str, list[str]]:
        """The subnets of each, with `fis` for one of an experiment."""
        found = self.ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [self.vpc]}])["NetworkAcls"]
        of_fis = [one for one in found if any(tag["Key"] == "managedByFIS" for tag in one["Tags"])]
        self.assertTrue(all(entry["RuleAction"] == "deny" for one in of_fis for entry in one["Entries"]))
        return {
            "fis" if one in of_fis else one["NetworkAclId"]: sorted(part["SubnetId"] for part in one["Associations"])
            for one in found
        }

    def cut(self, **target: object) -> str:
        action = {"actionId": "aws:network:disrupt-connectivity"}
        return self.hit(action, {"resourceType": "aws:ec2:subnet", **target}, duration="PT10M", scope="all")

    def test_a_zone_is_cut_off_and_given_back(self) -> None:
        before = self.acls()
        in_zone = [{"path": "AvailabilityZone", "values": [ZONE]}]
        experiment = self.cut(resourceTags={"Environment": self.name}, filters=in_zone)
        self.clock.at(10)
        self.assertEqual(self.resolved(experiment), [self.arns[ZONE]])
        self.assertEqual(self.acls()["fis"], [self.subnets[0]])
        self.assertEqual(faults("network"), [(ZONE, self.arns[ZONE])])
        self.clock.at(700)
        self.assertEqual((self.state(experiment)["status"], self.acls(), faults("network")), ("completed", before, []))

    def test_a_stop_gives_it_back_too(self) -> None:
        before = self.acls()
        experiment = self.cut(resourceArns=list(self.arns.values()))
        self.clock.at(10)
        self.assertEqual(self.acls()["fis"], sorted(self.subnets))
        self.fis.stop_experiment(id=experiment)
        self.assertEqual(len(faults("network")), 2)
        self.clock.at(60)
        self.assertEqual((self.acls(), faults("network")), (before, []))

    def test_what_somebody_else_has_put_right_is_left_alone(self) -> None:
        (acl,) = self.acls()
        experiment = self.cut(resourceArns=[self.arns[ZONE]])
        self.clock.at(10)
        found = self.ec2.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": self.subnets[:1]}])
        association = next(one for one in found["NetworkAcls"][0]["Associations"] if one["SubnetId"] == self.subnets[0])
        self.ec2.replace_network_acl_association(
            AssociationId=association["NetworkAclAssociationId"], NetworkAclId=acl
        )
        self.ec2.delete_network_acl(NetworkAclId=association["NetworkAclId"])
        self.clock.at(700)
        self.assertEqual((self.state(experiment)["status"], self.acls()), ("completed", {acl: sorted(self.subnets)}))

    def test_an_unclean_end_leaves_it_cut_off(self) -> None:
        unclean(True)
        self.cut(resourceArns=[self.arns[ZONE]])
        self.clock.at(700)
        self.assertEqual((self.acls()["fis"], faults("network")), ([self.subnets[0]], [(ZONE, self.arns[ZONE])]))
        found = self.ec2.describe_network_acls(Filters=[{"Name": "association.subnet-id", "Values": self.subnets[:1]}])
        self.assertEqual(still_there(found["NetworkAcls"][0]["NetworkAclId"]), ["NetworkAcl"])

    def test_half_of_one_is_none(self) -> None:
        experiment = self.cut(resourceArns=[self.arns[ZONE]], selectionMode="PERCENT(50)")
        self.clock.at(10)
        self.assertEqual(self.state(experiment)["reason"], "Target resolution returned empty set.")

    def test_one_of_two_is_chosen(self) -> None:
        experiment = self.cut(resourceTags={"Environment": self.name}, selectionMode="COUNT(1)")
        self.clock.at(10)
        self.assertEqual(len(self.resolved(experiment)), 1)
        self.assertIn(self.acls()["fis"], [[one] for one in self.subnets])

    def test_a_zone_may_be_told_by_its_id(self) -> None:
        experiment = self.cut(parameters={"availabilityZoneIdentifier": "euw2-az3", "vpc": self.vpc})
        self.clock.at(10)
        self.assertEqual(self.resolved(experiment), [self.arns[OTHER]])


class Tasks(Drill):
    def test_tasks_of_a_zone_end_and_come_back(self) -> None:
        ecs = client("ecs")
        _, subnets = network()
        ecs.create_cluster(clusterName=self.name)
        ecs.register_task_definition(
            family=self.name, networkMode="awsvpc", containerDefinitions=[{"name": "app", "image": "app:1", "memory": 128}]
        )
        service = ecs.create_service(
            cluster=self.name,
            serviceName="app",
            taskDefinition=self.name,
            desiredCount=4,
            launchType="FARGATE",
            networkConfiguration={"awsvpcConfiguration": {"subnets": subnets, "securityGroups": []}},
        )["service"]["serviceArn"]
        self.addCleanup(ecs.delete_service, cluster=self.name, service="app", force=True)
        self.clock.at(600)

        def running() -> list[str]:
            arns = ecs.list_tasks(cluster=self.name, serviceName="app")["taskArns"]
            return arns and sorted(one["taskArn"] for one in ecs.describe_tasks(cluster=self.name, tasks=arns)["tasks"])

        before = running()
        self.assertEqual(len(before), 4)
        target = {
            "resourceType": "aws:ecs:task",
            "parameters": {"cluster": self.name, "service": "app"},
            "filters": [{"path": "AvailabilityZone", "values": [ZONE]}],
        }
        experiment = self.hit({"actionId": "aws:ecs:stop-task"}, target)
        self.clock.at(8)
        stopped = self.resolved(experiment)
        self.assertEqual(len(stopped), 2)
        tasks = ecs.describe_tasks(cluster=self.name, tasks=stopped)["tasks"]
        self.assertEqual({one["lastStatus"] for one in tasks}, {"STOPPED"})
        self.assertIn(experiment, tasks[0]["stoppedReason"])
        self.assertEqual(faults("tasks"), [(ZONE, service)])
        for seconds in (20, 60):
            self.clock.at(seconds)
        self.assertEqual((self.state(experiment)["status"], faults("tasks"), len(running())), ("completed", [], 4))
        self.assertEqual(set(before) & set(running()), set(before) - set(stopped))


class Database(Drill):
    def setUp(self) -> None:
        super().setUp()
        self.rds = client("rds")
        self.arn = self.rds.create_db_cluster(
            DBClusterIdentifier=self.name,
            Engine="aurora-postgresql",
            MasterUsername="owner",
            MasterUserPassword="a-password",
            Tags=self.tags,
        )["DBCluster"]["DBClusterArn"]
        for number, zone in enumerate([ZONE, ZONE, OTHER]):
            self.rds.create_db_instance(
                DBInstanceIdentifier=f"{self.name}-{number}",
                DBClusterIdentifier=self.name,
                DBInstanceClass="db.r6g.large",
                Engine="aurora-postgresql",
                AvailabilityZone=zone,
                PromotionTier=number,
            )
        self.cluster()

    def cluster(self) -> dict:
        return self.rds.describe_db_clusters(DBClusterIdentifier=self.name)["DBClusters"][0]

    def writer(self) -> str:
        return next(one["DBInstanceIdentifier"] for one in self.cluster()["DBClusterMembers"] if one["IsClusterWriter"])

    def fail_over(self, writer_in: str) -> str:
        target = {
            "resourceType": "aws:rds:cluster",
            "resourceTags": {"Environment": self.name},
            "parameters": {"writerAvailabilityZoneIdentifiers": writer_in},
        }
        return self.hit({"actionId": "aws:rds:failover-db-cluster"}, target)

    def test_the_writer_leaves_its_zone(self) -> None:
        experiment = self.fail_over(ZONE)
        self.clock.at(10)
        self.assertEqual((self.resolved(experiment), self.state(experiment)["status"]), ([self.arn], "completed"))
        self.assertEqual((self.writer(), self.cluster()["Status"]), (f"{self.name}-2", "failing-over"))
        self.assertEqual(faults("database"), [(ZONE, self.arn)])
        self.clock.at(60)
        self.assertEqual((self.cluster()["Status"], faults("database")), ("available", []))

    def test_a_writer_elsewhere_is_no_target(self) -> None:
        experiment = self.fail_over(OTHER)
        self.clock.at(10)
        self.assertEqual((self.state(experiment)["status"], self.writer()), ("failed", f"{self.name}-0"))

    def test_instances_without_a_zone_are_spread(self) -> None:
        name = f"{self.name}-3"
        self.rds.create_db_instance(
            DBInstanceIdentifier=name,
            DBClusterIdentifier=self.name,
            DBInstanceClass="db.r6g.large",
            Engine="aurora-postgresql",
        )
        made = self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
        self.assertEqual(made["AvailabilityZone"], "eu-west-2c")

    def test_a_person_fails_it_back(self) -> None:
        self.rds.failover_db_cluster(DBClusterIdentifier=self.name)
        with self.assertRaisesRegex(ClientError, "InvalidDBClusterStateFault"):
            self.rds.failover_db_cluster(DBClusterIdentifier=self.name)
        self.clock.at(60)
        self.rds.failover_db_cluster(DBClusterIdentifier=self.name, TargetDBInstanceIdentifier=f"{self.name}-0")
        end_simulation()
        self.assertEqual((self.writer(), self.cluster()["Status"]), (f"{self.name}-0", "available"))


class Cache(Drill):
    def test_a_zone_loses_its_power(self) -> None:
        redis = client("elasticache")
        arn = redis.create_replication_group(
            ReplicationGroupId=self.name,
            ReplicationGroupDescription="g",
            Engine="redis",
            CacheNodeType="cache.t4g.small",
            NumCacheClusters=2,
            AutomaticFailoverEnabled=True,
            MultiAZEnabled=True,
            Tags=self.tags,
        )["ReplicationGroup"]["ARN"]
        self.addCleanup(redis.delete_replication_group, ReplicationGroupId=self.name)

        def seen() -> tuple:
            group = redis.describe_replication_groups(ReplicationGroupId=self.name)["ReplicationGroups"][0]
            members = group["NodeGroups"][0]["NodeGroupMembers"]
            nodes = [(one["PreferredAvailabilityZone"], one["CurrentRole"]) for one in members]
            first = redis.describe_cache_clusters(CacheClusterId=f"{self.name}-001")["CacheClusters"][0]
            return group["Status"], first["CacheClusterStatus"], nodes

        self.assertEqual(seen(), ("available", "available", [(ZONE, "primary"), (OTHER, "replica")]))
        target = {
            "resourceType": "aws:elasticache:replicationgroup",
            "resourceTags": {"Environment": self.name},
            "parameters": {"availabilityZoneIdentifier": ZONE},
        }
        action = {"actionId": "aws:elasticache:replicationgroup-interrupt-az-power"}
        experiment = self.hit(action, target, duration="PT10M")
        self.clock.at(10)
        self.assertEqual(self.resolved(experiment), [arn])
        self.assertEqual(seen(), ("modifying", "rebooting cluster nodes", [(ZONE, "replica"), (OTHER, "primary")]))
        self.assertEqual(faults("cache"), [(ZONE, arn)])
        self.clock.at(700)
        self.assertEqual(seen(), ("available", "available", [(ZONE, "replica"), (OTHER, "primary")]))
        self.assertEqual(faults("cache"), [])


class Streams(Drill):
    def test_a_stream_is_throttled(self) -> None:
        kinesis = client("kinesis")
        kinesis.create_stream(StreamName=self.name, ShardCount=1, Tags={"Environment": self.name})
        arn = kinesis.describe_stream_summary(StreamName=self.name)["StreamDescriptionSummary"]["StreamARN"]
        self.check("aws:kinesis:stream-provisioned-throughput-exception", "aws:kinesis:stream", arn)

    def test_a_role_is_throttled(self) -> None:
        role = client("iam").create_role(RoleName=self.name, AssumeRolePolicyDocument="{}", Tags=self.tags)["Role"]["Arn"]
        parameters = {"service": "kinesis", "operations": "PutRecord,PutRecords"}
        self.check("aws:fis:inject-api-throttle-error", "aws:iam:role", role, **parameters)

    def check(self, action: str, kind: str, arn: str, **parameters: str) -> None:
        target = {"resourceType": kind, "resourceTags": {"Environment": self.name}}
        experiment = self.hit({"actionId": action}, target, duration="PT10M", percentage="25", **parameters)
        self.clock.at(10)
        self.assertEqual((self.resolved(experiment), faults("stream")), ([arn], [("", arn)]))
        self.clock.at(700)
        self.assertEqual(faults("stream"), [])

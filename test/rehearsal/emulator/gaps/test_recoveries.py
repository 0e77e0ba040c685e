"""Copies of databases, rotations of managed passwords, and other primaries of caches."""

from __future__ import annotations

import unittest
from datetime import timedelta

from botocore.exceptions import ClientError
from simulated import Clock
from support import as_dict, client, network, still_there, unique

TAGS = [{"Key": "Layer", "Value": "restored"}]


class Copies(unittest.TestCase):
    def setUp(self) -> None:
        self.rds = client("rds")
        _, subnets = network()
        self.name, self.copy = unique("live"), unique("copy")
        self.rds.create_db_subnet_group(DBSubnetGroupName=self.name, DBSubnetGroupDescription="s", SubnetIds=subnets)
        self.rds.create_db_cluster(
            DBClusterIdentifier=self.name,
            Engine="aurora-postgresql",
            EngineVersion="16.4",
            MasterUsername="owner",
            ManageMasterUserPassword=True,
            DBSubnetGroupName=self.name,
            DeletionProtection=True,
            Tags=[{"Key": "Layer", "Value": "platform"}],
        )

    def cluster(self, name: str) -> dict:
        return self.rds.describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]

    def settings(self) -> dict:
        return {
            "DBClusterIdentifier": self.copy,
            "DBSubnetGroupName": self.name,
            "VpcSecurityGroupIds": ["sg-1"],
            "DBClusterParameterGroupName": "parameters",
            "EnableIAMDatabaseAuthentication": True,
            "DeletionProtection": False,
            "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 4},
            "Tags": TAGS,
        }

    def to_time(self, **changed: object) -> None:
        at = self.cluster(self.name)["LatestRestorableTime"]
        asked = {"SourceDBClusterIdentifier": self.name, "RestoreToTime": at, **self.settings(), **changed}
        self.rds.restore_db_cluster_to_point_in_time(**asked)

    def from_snapshot(self) -> None:
        snapshots = self.rds.describe_db_cluster_snapshots(DBClusterIdentifier=self.name)["DBClusterSnapshots"]
        snapshot = snapshots[0]["DBClusterSnapshotIdentifier"]
        self.rds.restore_db_cluster_from_snapshot(SnapshotIdentifier=snapshot, Engine="aurora-postgresql", **self.settings())

    def add_instance(self) -> None:
        instance = {"DBInstanceIdentifier": f"{self.copy}-0", "DBInstanceClass": "db.serverless"}
        self.rds.create_db_instance(DBClusterIdentifier=self.copy, Engine="aurora-postgresql", Tags=TAGS, **instance)

    def instance_status(self) -> str:
        return self.rds.describe_db_instances(DBInstanceIdentifier=f"{self.copy}-0")["DBInstances"][0]["DBInstanceStatus"]

    def test_a_copy_is_what_was_asked_for(self) -> None:
        for restore in (self.to_time, self.from_snapshot):
            restore()
            made = self.cluster(self.copy)
            self.assertEqual((made["Status"], made["EngineVersion"], made["DBSubnetGroup"]), ("available", "16.4", self.name))
            self.assertEqual((made["DeletionProtection"], as_dict(made["TagList"])), (False, {"Layer": "restored"}))
            self.assertEqual(made["ServerlessV2ScalingConfiguration"], {"MinCapacity": 0.5, "MaxCapacity": 4})
            self.assertEqual(made["DBClusterParameterGroup"], "parameters")
            self.assertEqual([one["VpcSecurityGroupId"] for one in made["VpcSecurityGroups"]], ["sg-1"])
            self.assertTrue(made["IAMDatabaseAuthenticationEnabled"])
            self.assertNotIn("MasterUserSecret", made)
            with self.assertRaisesRegex(ClientError, "DBClusterAlreadyExistsFault"):
                restore()
            self.add_instance()
            self.rds.delete_db_instance(DBInstanceIdentifier=f"{self.copy}-0", SkipFinalSnapshot=True)
            self.rds.delete_db_cluster(DBClusterIdentifier=self.copy, SkipFinalSnapshot=True)
            self.assertEqual(still_there(self.copy), [])

    def test_only_what_was_backed_up_can_be_restored(self) -> None:
        live = self.cluster(self.name)
        for at in (live["EarliestRestorableTime"] - timedelta(minutes=1), live["LatestRestorableTime"] + timedelta(hours=1)):
            with self.assertRaisesRegex(ClientError, "InvalidRestoreFault"):
                self.to_time(RestoreToTime=at)

    def test_a_copy_takes_its_time(self) -> None:
        clock = Clock(self)
        clock.at(3600)
        live = self.cluster(self.name)
        self.assertGreater(live["LatestRestorableTime"] - live["EarliestRestorableTime"], timedelta(minutes=50))
        clock.mark()
        self.to_time()
        self.assertEqual([self.cluster(self.copy)["Status"] for _ in range(2)], ["creating", "creating"])
        with self.assertRaisesRegex(ClientError, "InvalidDBClusterStateFault"):
            self.add_instance()
        clock.at(310)
        self.assertEqual(self.cluster(self.copy)["Status"], "available")
        self.add_instance()
        self.assertEqual(self.instance_status(), "creating")
        clock.at(600)
        self.assertEqual(self.instance_status(), "available")


class ManagedPasswords(unittest.TestCase):
    def setUp(self) -> None:
        self.rds, self.secrets, self.name = client("rds"), client("secretsmanager"), unique("managed")
        owner = {"MasterUsername": "owner", "ManageMasterUserPassword": True}
        self.rds.create_db_cluster(DBClusterIdentifier=self.name, Engine="aurora-postgresql", **owner)
        self.arn = self.master()["SecretArn"]

    def master(self) -> dict:
        return self.rds.describe_db_clusters(DBClusterIdentifier=self.name)["DBClusters"][0]["MasterUserSecret"]

    def stages(self) -> list[list[str]]:
        return list(self.secrets.describe_secret(SecretId=self.arn)["VersionIdsToStages"].values())

    def password(self) -> str:
        return self.secrets.get_secret_value(SecretId=self.arn)["SecretString"]

    def test_a_token_rotates_once(self) -> None:
        self.assertEqual(self.master()["SecretStatus"], "active")
        former = self.password()
        for _ in range(2):
            answer = self.secrets.rotate_secret(SecretId=self.arn, ClientRequestToken="a" * 32)
            self.assertEqual(answer["VersionId"], "a" * 32)
        self.assertEqual(self.stages(), [["AWSPREVIOUS"], ["AWSCURRENT", "AWSPENDING"]])
        self.assertNotEqual(self.password(), former)
        self.secrets.rotate_secret(SecretId=self.arn, ClientRequestToken="b" * 32)
        self.assertEqual(self.stages(), [[], ["AWSPREVIOUS"], ["AWSCURRENT", "AWSPENDING"]])

    def test_another_schedule_is_no_rotation(self) -> None:
        self.secrets.rotate_secret(
            SecretId=self.arn, RotateImmediately=False, RotationRules={"AutomaticallyAfterDays": 30}
        )
        self.assertEqual(self.stages(), [["AWSCURRENT"]])
        self.assertTrue(self.secrets.describe_secret(SecretId=self.arn)["RotationEnabled"])

    def test_a_rotation_is_pending_for_a_while(self) -> None:
        clock = Clock(self)
        self.secrets.rotate_secret(SecretId=self.arn, ClientRequestToken="a" * 32)
        self.assertEqual((self.stages(), self.master()["SecretStatus"]), ([["AWSCURRENT"], ["AWSPENDING"]], "rotating"))
        with self.assertRaisesRegex(ClientError, "previous rotation isn't complete"):
            self.secrets.rotate_secret(SecretId=self.arn, ClientRequestToken="b" * 32)
        clock.at(60)
        self.assertEqual(self.stages(), [["AWSPREVIOUS"], ["AWSCURRENT", "AWSPENDING"]])
        self.assertEqual(self.master()["SecretStatus"], "active")


class Primaries(unittest.TestCase):
    def setUp(self) -> None:
        self.redis, self.name = client("elasticache"), unique("primary")
        group = {"ReplicationGroupId": self.name, "ReplicationGroupDescription": "d", "NumCacheClusters": 2}
        nodes = {"Engine": "redis", "CacheNodeType": "cache.t4g.small"}
        self.redis.create_replication_group(AutomaticFailoverEnabled=True, MultiAZEnabled=True, **group, **nodes)

    def group(self) -> dict:
        return self.redis.describe_replication_groups(ReplicationGroupId=self.name)["ReplicationGroups"][0]

    def modify(self, **changes: object) -> None:
        self.redis.modify_replication_group(ReplicationGroupId=self.name, ApplyImmediately=True, **changes)

    def roles(self) -> list[str]:
        return [node["CurrentRole"] for node in self.group()["NodeGroups"][0]["NodeGroupMembers"]]

    def test_a_replica_becomes_the_primary_while_failover_is_off(self) -> None:
        second = f"{self.name}-002"
        with self.assertRaisesRegex(ClientError, "InvalidParameterCombination"):
            self.modify(PrimaryClusterId=second)
        self.modify(AutomaticFailoverEnabled=False, MultiAZEnabled=False)
        with self.assertRaisesRegex(ClientError, "CacheClusterNotFound"):
            self.modify(PrimaryClusterId="nobody")
        self.modify(PrimaryClusterId=second)
        self.modify(AutomaticFailoverEnabled=True, MultiAZEnabled=True)
        group = self.group()
        self.assertEqual((group["Status"], group["AutomaticFailover"], group["MultiAZ"]), ("available", "enabled", "enabled"))
        self.assertEqual(self.roles(), ["replica", "primary"])

    def test_it_takes_its_time(self) -> None:
        clock = Clock(self)
        self.modify(AutomaticFailoverEnabled=False, MultiAZEnabled=False)
        self.assertEqual((self.group()["Status"], self.group()["AutomaticFailover"]), ("modifying", "enabled"))
        with self.assertRaisesRegex(ClientError, "InvalidReplicationGroupState"):
            self.modify(PrimaryClusterId=f"{self.name}-002")
        clock.at(70)
        self.modify(PrimaryClusterId=f"{self.name}-002")
        self.assertEqual(self.roles(), ["primary", "replica"])
        clock.at(140)
        self.assertEqual((self.group()["Status"], self.roles()), ("available", ["replica", "primary"]))

"""Redis: replication groups with their members, access control, parameters."""

from __future__ import annotations

import unittest

from botocore.exceptions import ClientError
from support import as_dict, client, network, still_there, unique

TAGS = [{"Key": "Environment", "Value": "test"}]


class ReplicationGroups(unittest.TestCase):
    def setUp(self) -> None:
        self.redis = client("elasticache")
        _, subnets = network()
        self.name = unique("group")
        self.redis.create_cache_subnet_group(
            CacheSubnetGroupName=self.name, CacheSubnetGroupDescription="s", SubnetIds=subnets
        )
        self.redis.create_replication_group(
            ReplicationGroupId=self.name,
            ReplicationGroupDescription="first",
            Engine="redis",
            EngineVersion="7.1",
            CacheNodeType="cache.t4g.small",
            NumCacheClusters=3,
            AutomaticFailoverEnabled=True,
            CacheSubnetGroupName=self.name,
            SnapshotWindow="03:00-04:00",
            Tags=TAGS,
        )

    def group(self) -> dict:
        return self.redis.describe_replication_groups(ReplicationGroupId=self.name)["ReplicationGroups"][0]

    def members(self) -> list:
        clusters = self.redis.describe_cache_clusters()["CacheClusters"]
        return [one["CacheClusterId"] for one in clusters if one["ReplicationGroupId"] == self.name]

    def named(self, *numbers: int) -> list:
        return [f"{self.name}-{number:03}" for number in numbers]

    def test_members_are_there_and_say_what_the_group_says(self) -> None:
        self.assertEqual(self.group()["MemberClusters"], self.named(1, 2, 3))
        cluster = self.redis.describe_cache_clusters(CacheClusterId=self.named(1)[0])["CacheClusters"][0]
        self.assertEqual((cluster["EngineVersion"], cluster["SnapshotWindow"]), ("7.1.0", "03:00-04:00"))
        nodes = self.group()["NodeGroups"][0]["NodeGroupMembers"]
        self.assertEqual([node["CurrentRole"] for node in nodes], ["primary", "replica", "replica"])

    def test_a_group_needs_what_it_names(self) -> None:
        for names, code in (
            ({"UserGroupIds": ["none"]}, "UserGroupNotFound"),
            ({"CacheParameterGroupName": "none"}, "CacheParameterGroupNotFound"),
            ({"CacheSubnetGroupName": "none"}, "CacheSubnetGroupNotFound"),
        ):
            with self.assertRaisesRegex(ClientError, code):
                self.redis.create_replication_group(ReplicationGroupId="n", ReplicationGroupDescription="n", **names)

    def test_settings_change(self) -> None:
        self.redis.modify_replication_group(
            ReplicationGroupId=self.name,
            ReplicationGroupDescription="second",
            CacheNodeType="cache.r7g.large",
            AutomaticFailoverEnabled=False,
            ApplyImmediately=True,
        )
        self.assertEqual((self.group()["Description"], self.group()["AutomaticFailover"]), ("second", "disabled"))
        cluster = self.redis.describe_cache_clusters(CacheClusterId=self.named(3)[0])["CacheClusters"][0]
        self.assertEqual(cluster["CacheNodeType"], "cache.r7g.large")

    def test_replicas_come_and_go(self) -> None:
        self.redis.increase_replica_count(ReplicationGroupId=self.name, NewReplicaCount=3, ApplyImmediately=True)
        self.assertEqual(self.members(), self.named(1, 2, 3, 4))
        self.redis.decrease_replica_count(ReplicationGroupId=self.name, NewReplicaCount=1, ApplyImmediately=True)
        self.assertEqual(self.members(), self.named(1, 2))

    def test_nothing_stays_but_the_final_snapshot(self) -> None:
        with self.assertRaisesRegex(ClientError, "CacheSubnetGroupInUse"):
            self.redis.delete_cache_subnet_group(CacheSubnetGroupName=self.name)
        self.redis.delete_replication_group(ReplicationGroupId=self.name, FinalSnapshotIdentifier=f"{self.name}-last")
        self.redis.delete_cache_subnet_group(CacheSubnetGroupName=self.name)
        self.assertEqual(still_there(self.name), ["Snapshot"])


class Access(unittest.TestCase):
    def setUp(self) -> None:
        self.redis = client("elasticache")
        self.group_id, self.off, self.app = unique("users"), unique("off"), unique("app")
        for user, name in ((self.off, "default"), (self.app, "app")):
            self.redis.create_user(
                UserId=user, UserName=name, Engine="redis", AccessString="on ~* +@all", NoPasswordRequired=True
            )

    def users(self) -> list:
        return self.redis.describe_user_groups(UserGroupId=self.group_id)["UserGroups"][0]["UserIds"]

    def test_a_user_joins_and_leaves_a_group(self) -> None:
        group = self.redis.create_user_group(UserGroupId=self.group_id, Engine="redis", UserIds=[self.off], Tags=TAGS)
        self.assertEqual(as_dict(self.redis.list_tags_for_resource(ResourceName=group["ARN"])["TagList"]), {"Environment": "test"})
        self.redis.modify_user_group(UserGroupId=self.group_id, UserIdsToAdd=[self.app])
        self.assertEqual(self.users(), [self.off, self.app])
        self.assertEqual(self.redis.describe_users(UserId=self.app)["Users"][0]["UserGroupIds"], [self.group_id])
        self.redis.modify_user_group(UserGroupId=self.group_id, UserIdsToRemove=[self.app])
        self.assertEqual(self.users(), [self.off])

    def test_a_redis_group_needs_a_default_user(self) -> None:
        with self.assertRaisesRegex(ClientError, "DefaultUserRequired"):
            self.redis.create_user_group(UserGroupId=self.group_id, Engine="redis", UserIds=[self.app])

    def test_a_user_changes(self) -> None:
        self.redis.modify_user(UserId=self.app, AccessString="on ~app:* +@read")
        self.assertEqual(self.redis.describe_users(UserId=self.app)["Users"][0]["AccessString"], "on ~app:* +@read")

    def test_nothing_stays(self) -> None:
        self.redis.create_user_group(UserGroupId=self.group_id, Engine="redis", UserIds=[self.off, self.app])
        self.redis.delete_user(UserId=self.app)
        self.assertEqual(self.users(), [self.off])
        self.redis.delete_user_group(UserGroupId=self.group_id)
        self.redis.delete_user(UserId=self.off)
        with self.assertRaisesRegex(ClientError, "UserGroupNotFound"):
            self.users()
        self.assertEqual([left for name in (self.group_id, self.off, self.app) for left in still_there(name)], [])


class Parameters(unittest.TestCase):
    def test_a_parameter_group_lives_and_dies(self) -> None:
        redis = client("elasticache")
        name = {"CacheParameterGroupName": unique("parameters")}

        def values() -> dict:
            found = redis.describe_cache_parameters(**name, Source="user")["Parameters"]
            return {one["ParameterName"]: one["ParameterValue"] for one in found}

        redis.create_cache_parameter_group(**name, CacheParameterGroupFamily="redis7", Description="d", Tags=TAGS)
        redis.modify_cache_parameter_group(
            **name, ParameterNameValues=[{"ParameterName": "timeout", "ParameterValue": "5"}]
        )
        self.assertEqual(values(), {"timeout": "5"})
        redis.reset_cache_parameter_group(**name, ParameterNameValues=[{"ParameterName": "timeout"}])
        self.assertEqual(values(), {})
        self.assertEqual(redis.describe_cache_parameter_groups(**name)["CacheParameterGroups"][0]["Description"], "d")
        redis.delete_cache_parameter_group(**name)
        with self.assertRaisesRegex(ClientError, "CacheParameterGroupNotFound"):
            redis.describe_cache_parameter_groups(**name)

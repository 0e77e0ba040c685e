"""Databases, streams, secrets and buckets."""

from __future__ import annotations

import json
import unittest

from support import client, network, still_there, unique

MONITORING = {"EnablePerformanceInsights": True, "MonitoringInterval": 15, "MonitoringRoleArn": "arn:aws:iam::1:role/m"}


class Aurora(unittest.TestCase):
    def setUp(self) -> None:
        self.rds = client("rds")
        _, subnets = network()
        self.subnets = subnets
        self.name = unique("aurora")
        self.rds.create_db_subnet_group(DBSubnetGroupName=self.name, DBSubnetGroupDescription="s", SubnetIds=subnets)
        self.rds.create_db_cluster(
            DBClusterIdentifier=self.name,
            Engine="aurora-postgresql",
            MasterUsername="owner",
            ManageMasterUserPassword=True,
            DBSubnetGroupName=self.name,
            EnableHttpEndpoint=True,
            DatabaseInsightsMode="advanced",
        )

    def cluster(self) -> dict:
        return self.rds.describe_db_clusters(DBClusterIdentifier=self.name)["DBClusters"][0]

    def test_a_cluster_keeps_its_settings(self) -> None:
        self.assertTrue(self.cluster()["HttpEndpointEnabled"])
        self.assertEqual(self.cluster()["DatabaseInsightsMode"], "advanced")
        self.assertNotIn("ScalingConfigurationInfo", self.cluster())
        self.rds.modify_db_cluster(DBClusterIdentifier=self.name, DatabaseInsightsMode="standard", BackupRetentionPeriod=7)
        self.assertEqual(self.cluster()["DatabaseInsightsMode"], "standard")

    def test_the_http_endpoint_goes_off_and_on(self) -> None:
        arn = self.cluster()["DBClusterArn"]
        self.rds.disable_http_endpoint(ResourceArn=arn)
        self.assertFalse(self.cluster()["HttpEndpointEnabled"])
        self.rds.enable_http_endpoint(ResourceArn=arn)
        self.assertTrue(self.cluster()["HttpEndpointEnabled"])

    def test_a_proxy_has_a_target_once_however_often_it_is_registered(self) -> None:
        self.rds.create_db_proxy(
            DBProxyName=self.name, EngineFamily="POSTGRESQL", Auth=[], RoleArn="arn:aws:iam::1:role/p", VpcSubnetIds=self.subnets
        )
        for _ in range(2):
            self.rds.register_db_proxy_targets(DBProxyName=self.name, DBClusterIdentifiers=[self.name])
        targets = self.rds.describe_db_proxy_targets(DBProxyName=self.name)["Targets"]
        self.assertEqual([target["RdsResourceId"] for target in targets], [self.name])

    def test_an_instance_keeps_its_monitoring(self) -> None:
        self.rds.create_db_instance(
            DBInstanceIdentifier=f"{self.name}-1",
            DBClusterIdentifier=self.name,
            DBInstanceClass="db.r6g.large",
            Engine="aurora-postgresql",
            **MONITORING,
        )
        instance = self.rds.describe_db_instances(DBInstanceIdentifier=f"{self.name}-1")["DBInstances"][0]
        self.assertEqual((instance["PerformanceInsightsEnabled"], instance["MonitoringInterval"]), (True, 15))
        self.rds.modify_db_instance(DBInstanceIdentifier=f"{self.name}-1", MonitoringInterval=60, ApplyImmediately=True)
        instance = self.rds.describe_db_instances(DBInstanceIdentifier=f"{self.name}-1")["DBInstances"][0]
        self.assertEqual((instance["PerformanceInsightsEnabled"], instance["MonitoringInterval"]), (True, 60))

    def test_nothing_stays(self) -> None:
        secret = self.cluster()["MasterUserSecret"]["SecretArn"]
        self.assertEqual(still_there(secret), ["Secret"])
        self.rds.delete_db_cluster(DBClusterIdentifier=self.name, SkipFinalSnapshot=True)
        self.rds.delete_db_subnet_group(DBSubnetGroupName=self.name)
        self.assertEqual(still_there(self.name) + still_there(secret), [])


class Streams(unittest.TestCase):
    def test_a_stream_keeps_its_tags(self) -> None:
        kinesis, name = client("kinesis"), unique("stream")
        kinesis.create_stream(StreamName=name, ShardCount=1, Tags={"Environment": "test"})
        tags = kinesis.list_tags_for_stream(StreamName=name)["Tags"]
        self.assertEqual(tags, [{"Key": "Environment", "Value": "test"}])


class Secrets(unittest.TestCase):
    def test_rotation_without_a_function_can_be_ended(self) -> None:
        secrets, name = client("secretsmanager"), unique("secret")
        secrets.create_secret(Name=name, SecretString="{}")
        secrets.rotate_secret(SecretId=name, RotationRules={"AutomaticallyAfterDays": 30})
        self.assertTrue(secrets.describe_secret(SecretId=name)["RotationEnabled"])
        secrets.cancel_rotate_secret(SecretId=name)
        self.assertFalse(secrets.describe_secret(SecretId=name).get("RotationEnabled", False))


class Buckets(unittest.TestCase):
    def setUp(self) -> None:
        self.s3 = client("s3")
        self.logs = self.bucket(f"{unique('logs')}-bucket")

    def bucket(self, name: str) -> str:
        self.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        return name

    def allow_logs_over_tls(self) -> None:
        objects = {"Resource": f"arn:aws:s3:::{self.logs}/*"}
        logging = {"Principal": {"Service": "logging.s3.amazonaws.com"}, "Action": ["s3:PutObject"]}
        plain = {"Principal": "*", "Action": "s3:*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        statements = [{"Effect": "Deny", **plain, **objects}, {"Effect": "Allow", **logging, **objects}]
        self.s3.put_bucket_policy(Bucket=self.logs, Policy=json.dumps({"Version": "2012-10-17", "Statement": statements}))

    def test_a_policy_about_tls_denies_nothing_here(self) -> None:
        self.allow_logs_over_tls()
        self.s3.put_object(Bucket=self.logs, Key="k", Body=b"v")
        self.assertEqual(self.s3.get_object(Bucket=self.logs, Key="k")["Body"].read(), b"v")

    def test_a_delete_marker_can_be_deleted(self) -> None:
        self.s3.put_bucket_versioning(Bucket=self.logs, VersioningConfiguration={"Status": "Enabled"})
        self.s3.put_object(Bucket=self.logs, Key="k", Body=b"v")
        marker = self.s3.delete_object(Bucket=self.logs, Key="k")["VersionId"]
        self.s3.delete_objects(Bucket=self.logs, Delete={"Objects": [{"Key": "k", "VersionId": marker}]})
        self.assertEqual(self.s3.get_object(Bucket=self.logs, Key="k")["Body"].read(), b"v")

    def test_logging_reads_past_a_statement_about_everyone(self) -> None:
        self.allow_logs_over_tls()
        data = self.bucket(f"{unique('data')}-bucket")
        by_event = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}
        enabled = {"TargetBucket": self.logs, "TargetPrefix": "s3/", "TargetObjectKeyFormat": by_event}
        self.s3.put_bucket_logging(Bucket=data, BucketLoggingStatus={"LoggingEnabled": enabled})
        self.assertEqual(self.s3.get_bucket_logging(Bucket=data)["LoggingEnabled"], enabled)


class Catalogue(unittest.TestCase):
    def test_a_new_database_does_not_inherit_tags(self) -> None:
        glue = client("glue")
        arn = "arn:aws:glue:eu-west-2:123456789012:database/d"
        glue.create_database(DatabaseInput={"Name": "d"}, Tags={"Environment": "test"})
        self.assertEqual(glue.get_tags(ResourceArn=arn)["Tags"], {"Environment": "test"})
        glue.delete_database(Name="d")
        glue.create_database(DatabaseInput={"Name": "d"})
        self.assertEqual(glue.get_tags(ResourceArn=arn)["Tags"], {})

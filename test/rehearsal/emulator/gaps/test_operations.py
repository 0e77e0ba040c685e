"""Alarms, audit, tracing, events and experiments."""

from __future__ import annotations

import unittest

from botocore.exceptions import ClientError
from support import as_dict, client, still_there

TAGS = [{"Key": "Environment", "Value": "test"}]


class Alarms(unittest.TestCase):
    def test_a_composite_alarm_is_put_and_deleted(self) -> None:
        cloudwatch = client("cloudwatch")
        cloudwatch.put_composite_alarm(
            AlarmName="all", AlarmRule="ALARM(a) OR ALARM(b)", ActionsSuppressor="quiet", Tags=TAGS
        )
        alarm = cloudwatch.describe_alarms(AlarmNames=["all"], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"][0]
        self.assertEqual((alarm["AlarmRule"], alarm["ActionsSuppressor"]), ("ALARM(a) OR ALARM(b)", "quiet"))
        tags = cloudwatch.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"]
        self.assertEqual(as_dict(tags), {"Environment": "test"})
        cloudwatch.delete_alarms(AlarmNames=["all"])
        self.assertEqual(still_there(alarm["AlarmArn"]), [])


class Audit(unittest.TestCase):
    def test_a_trail_may_be_named_by_its_arn(self) -> None:
        client("s3").create_bucket(Bucket="trail-bucket", CreateBucketConfiguration={"LocationConstraint": "eu-west-2"})
        cloudtrail = client("cloudtrail")
        arn = cloudtrail.create_trail(Name="trail", S3BucketName="trail-bucket", TagsList=TAGS)["TrailARN"]
        cloudtrail.start_logging(Name=arn)
        self.assertTrue(cloudtrail.get_trail_status(Name=arn)["IsLogging"])
        cloudtrail.stop_logging(Name=arn)
        self.assertFalse(cloudtrail.get_trail_status(Name=arn)["IsLogging"])
        cloudtrail.delete_trail(Name=arn)
        self.assertEqual(cloudtrail.list_trails()["Trails"], [])
        with self.assertRaisesRegex(ClientError, "TrailNotFound"):
            cloudtrail.delete_trail(Name=arn)


class Tracing(unittest.TestCase):
    def setUp(self) -> None:
        self.xray = client("xray")

    def test_a_group_lives_and_dies(self) -> None:
        made = self.xray.create_group(GroupName="g", FilterExpression="fault", Tags=TAGS)["Group"]
        arn = made["GroupARN"]
        self.assertEqual(self.xray.get_group(GroupARN=arn)["Group"], made)
        self.xray.update_group(GroupARN=arn, FilterExpression="error", InsightsConfiguration={"InsightsEnabled": True})
        group = self.xray.get_groups()["Groups"][0]
        self.assertEqual((group["FilterExpression"], group["InsightsConfiguration"]["InsightsEnabled"]), ("error", True))
        self.xray.tag_resource(ResourceARN=arn, Tags=[{"Key": "Owner", "Value": "me"}])
        self.xray.untag_resource(ResourceARN=arn, TagKeys=["Environment"])
        self.assertEqual(as_dict(self.xray.list_tags_for_resource(ResourceARN=arn)["Tags"]), {"Owner": "me"})
        self.xray.delete_group(GroupARN=arn)
        with self.assertRaisesRegex(ClientError, "InvalidRequestException"):
            self.xray.get_group(GroupARN=arn)
        self.assertEqual(still_there(arn), [])

    def test_a_sampling_rule_lives_and_dies(self) -> None:
        anything = dict.fromkeys(("ResourceARN", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath"), "*")
        rule = {"RuleName": "r", "Priority": 1, "FixedRate": 0.1, "ReservoirSize": 1, "Version": 1, **anything}
        self.xray.create_sampling_rule(SamplingRule=rule)
        self.xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "r", "FixedRate": 0.5})
        found = self.xray.get_sampling_rules()["SamplingRuleRecords"][0]["SamplingRule"]
        self.assertEqual((found["FixedRate"], found["Priority"]), (0.5, 1))
        self.xray.delete_sampling_rule(RuleName="r")
        self.assertEqual(self.xray.get_sampling_rules()["SamplingRuleRecords"], [])
        self.assertEqual(still_there("sampling-rule/r"), [])


class Events(unittest.TestCase):
    def test_a_connection_keeps_its_key(self) -> None:
        events = client("events")
        auth = {"ApiKeyAuthParameters": {"ApiKeyName": "X-Key", "ApiKeyValue": "v"}}
        events.create_connection(
            Name="c", AuthorizationType="API_KEY", AuthParameters=auth, KmsKeyIdentifier="alias/one"
        )
        self.assertEqual(events.describe_connection(Name="c")["KmsKeyIdentifier"], "alias/one")
        events.update_connection(Name="c", KmsKeyIdentifier="alias/two")
        self.assertEqual(events.describe_connection(Name="c")["KmsKeyIdentifier"], "alias/two")


class Experiments(unittest.TestCase):
    def test_a_template_is_read_changed_and_deleted(self) -> None:
        fis = client("fis")
        template = fis.create_experiment_template(
            description="first",
            roleArn="arn:aws:iam::123456789012:role/fis",
            stopConditions=[{"source": "none"}],
            actions={"wait": {"actionId": "aws:fis:wait", "parameters": {"duration": "PT1M"}}},
            tags={"Environment": "test"},
        )["experimentTemplate"]
        found = fis.get_experiment_template(id=template["id"])["experimentTemplate"]
        self.assertEqual((found["actions"], found["tags"]), (template["actions"], {"Environment": "test"}))
        fis.update_experiment_template(id=template["id"], description="second")
        listed = fis.list_experiment_templates()["experimentTemplates"]
        self.assertEqual([one["description"] for one in listed], ["second"])
        fis.delete_experiment_template(id=template["id"])
        with self.assertRaisesRegex(ClientError, "ResourceNotFound"):
            fis.get_experiment_template(id=template["id"])
        self.assertEqual(still_there(template["id"]), [])

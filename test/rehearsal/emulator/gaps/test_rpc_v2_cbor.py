"""CloudWatch in AWS's binary protocol, as botocore writes and reads it."""

from __future__ import annotations

import unittest
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone
from os import environ
from typing import Any

from botocore.parsers import create_parser
from botocore.serialize import create_serializer
from support import client, moto_api, unique

PROTOCOL = "smithy-rpc-v2-cbor"
SCOPE = "Credential=test/20260131/eu-west-2/monitoring/aws4_request"
START = datetime(2026, 3, 1, 12, 0, tzinfo=timezone.utc)


def ask(operation: str, **given: Any) -> tuple[int, dict[str, Any]]:
    model = client("cloudwatch").meta.service_model.operation_model(operation)
    sent = create_serializer(PROTOCOL).serialize_to_request(given, model)
    headers = {**sent["headers"], "authorization": f"AWS4-HMAC-SHA256 {SCOPE}, SignedHeaders=host, Signature=none"}
    request = urllib.request.Request(environ["AWS_ENDPOINT_URL"] + sent["url_path"], sent["body"], headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, read(answer, model)
    except urllib.error.HTTPError as refusal:
        return refusal.code, read(refusal, model)


def read(answer: Any, model: Any) -> dict[str, Any]:
    whole = {"body": answer.read(), "headers": {name.lower(): text for name, text in answer.headers.items()}}
    assert whole["headers"]["smithy-protocol"] == "rpc-v2-cbor"
    return create_parser(PROTOCOL).parse({**whole, "status_code": answer.status}, model.output_shape)


class RpcV2Cbor(unittest.TestCase):
    def setUp(self) -> None:
        self.metric = {"Namespace": "AWS/ECS", "MetricName": unique("CPUUtilization"), "Dimensions": []}

    def asked(self, **more: Any) -> tuple[int, dict[str, Any]]:
        query = {"Id": "m0", "MetricStat": {"Metric": self.metric, "Period": 60, "Stat": "Average"}}
        window = {"StartTime": START, "EndTime": START + timedelta(hours=1)}
        return ask("GetMetricData", MetricDataQueries=[query], **{**window, **more})

    def test_what_was_put_comes_back_with_its_instants(self) -> None:
        instants = [START + timedelta(minutes=minute) for minute in (0, 1)]
        data = [{"MetricName": self.metric["MetricName"], "Timestamp": at, "Value": 1 / 3} for at in instants]
        client("cloudwatch").put_metric_data(Namespace="AWS/ECS", MetricData=data)
        status, answer = self.asked(ScanBy="TimestampAscending")
        self.assertEqual(status, 200)
        told = answer["MetricDataResults"][0]
        self.assertEqual((told["Id"], told["StatusCode"], told["Values"]), ("m0", "Complete", [1 / 3, 1 / 3]))
        self.assertEqual([at.timestamp() for at in told["Timestamps"]], [at.timestamp() for at in instants])

    def test_instants_have_their_fractions(self) -> None:
        name = unique("an-alarm")
        client("cloudwatch").put_metric_alarm(
            AlarmName=name, MetricName="CPU", Namespace="AWS/ECS", Statistic="Average", Period=60,
            EvaluationPeriods=1, Threshold=1, ComparisonOperator="GreaterThanThreshold",
        )  # fmt: skip
        in_json = client("cloudwatch").describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["StateUpdatedTimestamp"]
        _, answer = ask("DescribeAlarms", AlarmNames=[name])
        told = answer["MetricAlarms"][0]["StateUpdatedTimestamp"]
        self.assertEqual(told.timestamp(), in_json.timestamp())

    def test_what_is_wrong_is_refused_by_its_name(self) -> None:
        status, answer = self.asked(EndTime=START)
        self.assertEqual(status, 400)
        self.assertIn("must be less than", answer["Error"]["Message"])

    def test_a_refusal_finds_it(self) -> None:
        moto_api("refusals", "POST", {"calls": ["monitoring:GetMetricData"]})
        self.addCleanup(moto_api, "refusals", "DELETE")
        status, answer = self.asked()
        self.assertEqual((status, answer["Error"]["Code"]), (403, "AccessDeniedException"))

    def test_what_cannot_be_computed_fails_by_name(self) -> None:
        status, answer = ask(
            "GetMetricData", MetricDataQueries=[{"Id": "e", "Expression": "1"}], StartTime=START,
            EndTime=START + timedelta(hours=1),
        )  # fmt: skip
        self.assertEqual((status, answer["Error"]["Code"]), (501, "NotImplemented"))

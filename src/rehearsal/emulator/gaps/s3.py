"""S3: moto 5.2.1 takes bucket policies without their conditions, and forgets how the keys of access logs are made up.

It fails on bucket logging when the target's policy has a statement about everyone (`Principal: "*"`), and a policy that
denies what does not come over TLS denies everything.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html
"""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, Callable

from moto.core.responses import ActionResult
from moto.s3.models import FakeBucket, FakeDeleteMarker
from moto.s3.responses import S3Response

from .registry import Service

service = Service("s3", S3Response)


@service.mends(
    "PutBucketLogging",
    'reads past a statement whose principal is "*"',
    FakeBucket,
    "_log_permissions_enabled_policy",
)
def log_permissions(moto: Callable, target_bucket: Any, target_prefix: Any) -> bool:
    if not target_bucket.policy:
        return False
    policy = json.loads(target_bucket.policy.decode())
    about_services = [one for one in policy["Statement"] if isinstance(one.get("Principal"), dict)]
    readable = SimpleNamespace(
        name=target_bucket.name,
        partition=target_bucket.partition,
        policy=json.dumps({**policy, "Statement": about_services}).encode(),
    )
    return moto(readable, target_prefix)


# moto asks this about every request for an object.
@service.mends(
    "PutObject",
    "is not denied by a statement about requests without TLS: the emulator's stand for requests with it",
    FakeBucket,
    "get_permission",
)
def permission(moto: Callable, bucket: Any, action: str, resource: str) -> Any:
    if bucket.policy is None:
        return moto(bucket, action, resource)
    policy = json.loads(bucket.policy.decode())
    statements = [one for one in policy["Statement"] if not _is_about_plain_http(one)]
    readable = SimpleNamespace(policy=json.dumps({**policy, "Statement": statements}).encode())
    return moto(readable, action, resource)


def _is_about_plain_http(statement: dict[str, Any]) -> bool:
    return statement.get("Condition", {}).get("Bool", {}).get("aws:SecureTransport") == "false"


@service.mends("GetBucketLogging", "tells the format of the logs' keys")
def get_bucket_logging(moto: Callable, response: Any) -> Any:
    logging = response.backend.get_bucket_logging(response.bucket_name) or {}
    if "TargetObjectKeyFormat" not in logging or logging.get("TargetGrants"):
        return moto(response)
    told = {name: logging[name] for name in ("TargetBucket", "TargetPrefix", "TargetObjectKeyFormat")}
    response.data["Action"] = "GetBucketLogging"
    return response.serialized(ActionResult({"LoggingEnabled": told}))


@service.mends(
    "DeleteObjects", "a version that is a delete marker can be deleted, too", FakeDeleteMarker, "__init__"
)
def delete_marker(moto: Callable, marker: Any, *args: Any, **kwargs: Any) -> None:
    moto(marker, *args, **kwargs)
    # What moto calls on every version that goes, to free the contents; a marker has none.
    if not hasattr(marker, "dispose"):
        marker.dispose = lambda *_args, **_kwargs: None

"""Managed rotation: a secret that RDS owns gets a new version, which in a simulation is pending for a while first.

https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
"""

from __future__ import annotations

import copy
import json
import secrets
from datetime import datetime
from typing import Any, Callable

from moto.rds.models import MasterUserSecret
from moto.rds.responses import RDSResponse
from moto.secretsmanager.exceptions import InvalidRequestException
from moto.secretsmanager.models import SecretsManagerBackend, secretsmanager_backends

from . import clock
from .registry import Service
from .secretsmanager import service
from .state import kept

CURRENT, PENDING, PREVIOUS = "AWSCURRENT", "AWSPENDING", "AWSPREVIOUS"
# "Typically completes within one minute."
ROTATION_SECONDS = 45


def pending_of(secret: Any) -> str | None:
    """The version that a rotation has not brought to its end."""
    for version_id, version in secret.versions.items():
        stages = version["version_stages"]
        if PENDING in stages and CURRENT not in stages:
            return version_id
    return None


@service.mends(
    "RotateSecret",
    "managed rotation makes another password, once for each token, and has it pending at first in a simulation",
    SecretsManagerBackend,
    "rotate_secret",
)
def rotate_secret(moto: Callable, backend: Any, secret_id: str, *args: Any, **kwargs: Any) -> str:
    secret = backend.secrets[secret_id] if backend._is_valid_identifier(secret_id) else None
    if secret is None or not getattr(secret, "owning_service", None) or secret.is_deleted():
        return moto(backend, secret_id, *args, **kwargs)
    if pending_of(secret):
        raise InvalidRequestException("A previous rotation isn't complete. That rotation will be reattempted.")
    token = kwargs.get("client_request_token") or (args[0] if args else None)
    if token in secret.versions:
        return secret.to_short_dict(version_id=token)
    before, current = copy.deepcopy(secret.versions), secret.default_version_id
    # moto takes a version that is both pending and current for a rotation that goes on.
    secret.remove_version_stages_from_old_versions([PENDING])
    answer = json.loads(moto(backend, secret_id, *args, **kwargs))
    made = secret.default_version_id
    version = secret.versions[made]
    secret.versions, secret.default_version_id = before, current
    if kwargs.get("rotate_immediately") is False:
        return secret.to_short_dict()
    secret.remove_version_stages_from_old_versions([PENDING])
    secret.versions[made] = {**version, "version_stages": [PENDING], "secret_string": another_password(before[current])}
    if clock.simulating():
        kept(backend, "rotations", dict)[secret.arn] = (clock.now().timestamp(), made)
    else:
        finish(secret, made)
    return json.dumps({**answer, "VersionId": made})


def another_password(version: dict[str, Any]) -> str:
    return json.dumps({**json.loads(version["secret_string"]), "password": secrets.token_urlsafe(24)})


def finish(secret: Any, made: str) -> None:
    for version_id, version in secret.versions.items():
        was_current = CURRENT in version["version_stages"]
        version["version_stages"] = [PREVIOUS] if was_current else []
        if version_id == made:
            version["version_stages"] = [CURRENT, PENDING]
    secret.default_version_id = made


@clock.on_tick
def end_rotations(at: datetime) -> None:
    end_those_since(at.timestamp() - ROTATION_SECONDS)


@clock.on_end
def end_all_rotations(at: datetime) -> None:
    end_those_since(float("inf"))


def end_those_since(latest: float) -> None:
    for _, _, backend in list(secretsmanager_backends.iter_backends()):
        rotations = kept(backend, "rotations", dict)
        for arn in [one for one, (since, _) in rotations.items() if since <= latest]:
            _, made = rotations.pop(arn)
            secret = backend.secrets.get(arn)
            if secret is not None:
                finish(secret, made)


rds = Service("rds", RDSResponse)


@rds.mends("DescribeDBClusters", "tells whether the master password is being rotated", MasterUserSecret, "secret_status")
def secret_status(moto: Callable, master: Any) -> str:
    return "rotating" if pending_of(master.secret) else "active"

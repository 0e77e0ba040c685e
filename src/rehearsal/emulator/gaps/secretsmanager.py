"""Secrets Manager: moto 5.2.1 cannot end the rotation of a secret that a service manages, which has no Lambda function.

https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
"""

from __future__ import annotations

from typing import Any, Callable

from moto.secretsmanager.responses import SecretsManagerResponse
from moto.secretsmanager.models import SecretsManagerBackend

from .registry import Service

service = Service("secretsmanager", SecretsManagerResponse)


@service.mends(
    "CancelRotateSecret", "ends managed rotation, which has no Lambda function", SecretsManagerBackend, "cancel_rotate_secret"
)
def cancel_rotate_secret(moto: Callable, backend: Any, secret_id: str) -> str:
    secret = backend.secrets[secret_id] if backend._is_valid_identifier(secret_id) else None
    if secret is None or secret.rotation_lambda_arn or not secret.rotation_enabled:
        return moto(backend, secret_id)
    secret.rotation_enabled = False
    return secret.to_short_dict()

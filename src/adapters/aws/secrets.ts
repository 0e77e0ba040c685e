// Implements the Secrets port with Secrets Manager; it has no call that would read a secret's value.
import { DescribeSecretCommand, RotateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Secrets } from '../../ports/secrets.ts';
import { asking, askingFor } from './asking.ts';
import type { AwsClientConfig } from './client-config.ts';
import { guarded } from './guarded.ts';
import { persistent } from './persistent.ts';
import { nameOf } from './refusals.ts';

/** Every method throws a `Failure` (`aws/...`) when AWS refuses. */
export function openSecrets(config: AwsClientConfig): Secrets {
  const client = guarded(new SecretsManagerClient({ ...config, ...persistent }), 'secretsmanager', config);
  return {
    describe: async (id) => {
      const attempt = { what: `read the versions of the secret ${id}`, permission: 'secretsmanager:DescribeSecret' };
      const request = new DescribeSecretCommand({ SecretId: id });
      const found = await askingFor(attempt, isGone, () => client.send(request));
      if (!found) return undefined;
      const versions = Object.entries(found.VersionIdsToStages ?? {}).map(([version, stages]) => ({ id: version, stages }));
      return {
        arn: found.ARN ?? '',
        name: found.Name ?? '',
        isRotationEnabled: found.RotationEnabled ?? false,
        ...(found.LastRotatedDate && { lastRotatedAt: found.LastRotatedDate.toISOString() }),
        versions,
      };
    },
    rotate: async (id, token) => {
      const attempt = { what: `rotate the secret ${id}`, permission: 'secretsmanager:RotateSecret' };
      const request = new RotateSecretCommand({ SecretId: id, ClientRequestToken: token, RotateImmediately: true });
      await asking(attempt, () => client.send(request));
    },
  };
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
const isGone = (error: unknown): boolean => nameOf(error) === 'ResourceNotFoundException';

// The Secrets port in memory: a rotation has its new version pending at first.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { Secret, Secrets, SecretVersion } from '../../src/ports/secrets.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

/** "Typically completes within one minute": https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html */
export const rotationSeconds = 45;

export interface MemorySecrets extends Troubled<Secrets> {
  put(secret: Secret): void;
  /** The next rotations begin, and never end. */
  hang(): void;
}

export function memorySecrets(clock: ManualClock, secrets: readonly Secret[] = []): MemorySecrets {
  const byArn = new Map(secrets.map((secret) => [secret.arn, secret]));
  let hangs = false;
  const finish = (arn: string, token: string): void => {
    const secret = byArn.get(arn);
    if (!secret || hangs) return;
    const lastRotatedAt = clock.now().toISOString();
    byArn.set(arn, { ...secret, lastRotatedAt, versions: promoted(secret.versions, token) });
  };
  const port: Secrets = {
    describe: async (id) => byArn.get(id),
    rotate: async (id, token) => {
      const secret = byArn.get(id);
      if (!secret) throw refused('ResourceNotFoundException', 'There is no such secret.');
      if (secret.versions.some(({ stages }) => stages.includes('AWSPENDING') && !stages.includes('AWSCURRENT')))
        throw refused('InvalidRequestException', "A previous rotation isn't complete. That rotation will be reattempted.");
      const versions = [...secret.versions, { id: token, stages: ['AWSPENDING'] }];
      byArn.set(id, { ...secret, versions });
      clock.in(rotationSeconds, () => finish(id, token));
    },
  };
  return {
    ...troubled(port),
    put: (secret) => void byArn.set(secret.arn, secret),
    hang: () => {
      hangs = true;
    },
  };
}

function promoted(versions: readonly SecretVersion[], token: string): readonly SecretVersion[] {
  return versions.map(({ id, stages }) => {
    if (id === token) return { id, stages: ['AWSCURRENT', 'AWSPENDING'] };
    return { id, stages: stages.includes('AWSCURRENT') ? ['AWSPREVIOUS'] : [] };
  });
}

function refused(name: string, message: string) {
  return explain({ what: 'rotate the secret', permission: 'secretsmanager:Any' }, Object.assign(new Error(message), { name }));
}

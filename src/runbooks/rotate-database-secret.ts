// Gives the database another master password, which RDS makes and nobody here reads.
import { text } from '../define/fields.ts';
import type { Check, Obstacle, Scope } from '../define/runbook.ts';
import type { DatabaseDetails } from '../ports/databases.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import type { Secret, SecretVersion } from '../ports/secrets.ts';
import { asking } from './asking.ts';
import { clusterOf, missingCluster, obstaclesOf } from './shared/database.ts';

const { runbook, step } = asking({});

function withStage({ versions }: Secret, stage: string): SecretVersion | undefined {
  return versions.find(({ stages }) => stages.includes(stage));
}

/** A rotation that goes on, or hangs: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html */
function pendingOf(secret: Secret): SecretVersion | undefined {
  const pending = withStage(secret, 'AWSPENDING');
  return pending?.stages.includes('AWSCURRENT') ? undefined : pending;
}

type RotationScope = Pick<Scope<RunbookPorts, Record<never, never>>, 'ports' | 'place'>;

interface Found {
  readonly cluster: DatabaseDetails | undefined;
  readonly secret: Secret | undefined;
}

async function find({ ports, place }: RotationScope): Promise<Found> {
  const cluster = await ports.databases.details(clusterOf(place));
  const arn = cluster?.masterSecret?.arn;
  return { cluster, secret: arn === undefined ? undefined : await ports.secrets.describe(arn) };
}

/** Pure. */
function decideObstacles({ cluster, secret }: Found, name: string): readonly Obstacle[] {
  if (!cluster) return [missingCluster(name)];
  if (!cluster.masterSecret) {
    const next = 'Rotate it where it is kept, or let RDS manage it by deploying the platform.';
    return [...obstaclesOf(cluster), { what: `RDS does not manage the master password of ${name}.`, next }];
  }
  return [...obstaclesOf(cluster), ...statusObstacles(cluster.masterSecret.status), ...secretObstacles(secret)];
}

function statusObstacles(status: string): readonly Obstacle[] {
  if (status === 'active') return [];
  const next =
    status === 'impaired'
      ? 'Let RDS use the secret and its key again; see the events of the cluster.'
      : 'Wait until it is active.';
  return [{ what: `RDS says of the master password's secret that it is ${status}, not active.`, next }];
}

function secretObstacles(secret: Secret | undefined): readonly Obstacle[] {
  if (!secret || !withStage(secret, 'AWSCURRENT')) {
    return [{ what: "The master password's secret has no current version.", next: 'Ask AWS Support: RDS owns the secret.' }];
  }
  if (!pendingOf(secret)) return [];
  const what = 'A rotation of the secret is not complete: AWSPENDING is on another version than AWSCURRENT.';
  return [{ what, next: 'Wait until it is: RDS tries it again by itself, and typically needs a minute.' }];
}

/** Pure. Versions are told by their place: what looks like a key is struck out of every log. */
function decideRotated({ cluster, secret }: Found, former: string): Check {
  const current = secret && withStage(secret, 'AWSCURRENT');
  if (!cluster || !secret || !current) return { kind: 'never', words: 'the secret is not there any more' };
  if (pendingOf(secret)) return { kind: 'not-yet', words: 'the new version is pending' };
  if (current.id === former) return { kind: 'not-yet', words: 'the former version is current' };
  const status = cluster.masterSecret?.status ?? 'gone';
  if (cluster.status === 'available' && status === 'active') return { kind: 'yes', words: 'the new version is current' };
  return { kind: 'not-yet', words: `the new version is current; the cluster is ${cluster.status}, and the secret ${status}` };
}

const rotate = step({
  id: 'rotate',
  title: 'Rotate the master password',
  about: 'Asks Secrets Manager for a rotation, which RDS performs: it makes a password, gives it to the database and stores it.',
  // "Typically completes within one minute": https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html
  timeoutSeconds: 900,
  retries: 3,
  before: { secret: text, version: text },
  plan: async (scope) => {
    const found = await find(scope);
    const [obstacle] = decideObstacles(found, clusterOf(scope.place));
    const current = found.secret && withStage(found.secret, 'AWSCURRENT');
    if (obstacle) return { kind: 'refused', obstacle };
    if (!found.secret || !current) return { kind: 'refused', obstacle: missingCluster(clusterOf(scope.place)) };
    const from = found.secret.lastRotatedAt ?? 'the first one';
    const change = { what: `master password of ${clusterOf(scope.place)}`, from, to: 'another one, which RDS makes' };
    return { kind: 'change', changes: [change], before: { secret: found.secret.arn, version: current.id } };
  },
  run: async ({ ports, token }, { secret: arn, version }) => {
    const secret = await ports.secrets.describe(arn);
    // An earlier try has begun it, or brought it to its end.
    if (secret && (pendingOf(secret) || withStage(secret, 'AWSCURRENT')?.id !== version)) return;
    await ports.secrets.rotate(arn, token);
  },
  verify: async (scope, { version }) => decideRotated(await find(scope), version),
  compensate: {
    impossible:
      'The database knows the new password only: to call the former version current again (UpdateSecretVersionStage) would store a password that it refuses, and lock out whoever reads it. RDS owns the secret, and tries a rotation that failed again by itself; a password that is not wanted is rotated once more.',
  },
});

export const rotateDatabaseSecret = runbook({
  id: 'rotate-database-secret',
  title: 'Rotate the master password of the database',
  about:
    'Rotates the master password that RDS keeps in Secrets Manager, now. The services sign in as another user, by IAM, and do not notice.',
  when: [
    'The master password may have been seen by somebody who should not have: rotate first, then look who used it.',
    'Somebody who could read it has left.',
    'Not for the regular rotation: that happens by itself, every 30 days.',
  ],
  symptoms: [],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances', 'secretsmanager:DescribeSecret'],
    writes: { 'secretsmanager:RotateSecret': 'database-secret' },
  },
  target: () => 'database',
  check: async (scope) => decideObstacles(await find(scope), clusterOf(scope.place)),
  steps: [rotate],
  // It cannot be undone, so there is nothing that an alarm could cause.
  settleSeconds: 0,
});

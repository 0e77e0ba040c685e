// The fakes of databases, caches and secrets keep to the contract that the adapters keep to.
import { beforeAll, describe } from '@jest/globals';
import { memoryCaches } from './fake-caches.ts';
import { memoryDatabases } from './fake-databases.ts';
import { memorySecrets } from './fake-secrets.ts';
import { manualClock } from './manual-clock.ts';
import { describeRecoveries, type RecoveryWorld } from './recoveries-contract.ts';

describe('in memory', () => {
  let world: RecoveryWorld;
  beforeAll(() => {
    world = openWorld();
  });
  describeRecoveries(() => world);
});

function openWorld(): RecoveryWorld {
  const clock = manualClock();
  const arn = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:rds!cluster-1';
  const member = (id: string, zone: string, isWriter: boolean) => ({ id, zone, isWriter, status: 'available' });
  const members = [member('db-0', 'a', true), member('db-1', 'b', false)];
  const earliestRestorableAt = '2026-01-31T11:00:00.000Z';
  const masterSecret = { arn, status: 'active' };
  const capacity = { least: 0.5, most: 8 };
  const databases = memoryDatabases(clock, [
    { id: 'db', status: 'available', members, masterSecret, earliestRestorableAt, capacity },
  ]);
  const engineVersion = '16.4';
  databases.putSnapshot('db', {
    id: 'rds:db-1',
    createdAt: earliestRestorableAt,
    isAutomated: true,
    status: 'available',
    engineVersion,
  });
  const nodes = [
    { id: 'c-1', zone: 'a', role: 'primary' as const },
    { id: 'c-2', zone: 'b', role: 'replica' as const },
  ];
  const versions = [{ id: 'v1', stages: ['AWSCURRENT'] }];
  return {
    databases,
    caches: memoryCaches([{ id: 'cache', status: 'available', nodes }], clock),
    secrets: memorySecrets(clock, [{ arn, name: 'rds!cluster-1', isRotationEnabled: true, versions }]),
    database: 'db',
    cache: 'cache',
    pass: async (seconds) => clock.advance(seconds),
  };
}

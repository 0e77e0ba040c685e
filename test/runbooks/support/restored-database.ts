// A database with a past, for the runbooks that restore it.
import type { DatabaseSnapshot } from '../../../src/ports/databases.ts';
import { type ClusterSetup, memoryDatabases } from '../../support/fake-databases.ts';
import { manualClock } from '../../support/manual-clock.ts';
import type { RunbookStage } from './play.ts';

export const live: ClusterSetup = {
  id: 'assess-staging',
  status: 'available',
  earliestRestorableAt: '2026-01-24T02:00:00.000Z',
  securityGroups: ['sg-database'],
  key: 'arn:aws:kms:eu-west-2:123456789012:key/1',
  capacity: { least: 0.5, most: 8 },
  tags: { Environment: 'staging', Layer: 'platform' },
  members: [
    { id: 'assess-staging-0', zone: 'eu-west-2a', isWriter: true, status: 'available', instanceClass: 'db.r7g.large' },
    { id: 'assess-staging-1', zone: 'eu-west-2b', isWriter: false, status: 'available' },
  ],
};

export function snapshot(id: string, createdAt: string, changes: Partial<DatabaseSnapshot> = {}): DatabaseSnapshot {
  return { id, createdAt, isAutomated: id.startsWith('rds:'), status: 'available', engineVersion: '16.4', ...changes };
}

/** At 12:00 of 31 January 2026, with backups of the week before. */
export function restoreStage() {
  const clock = manualClock('2026-01-31T12:00:00.000Z');
  const databases = memoryDatabases(clock, [live]);
  const stage: RunbookStage = { clock, ports: { databases } };
  /** Of those that change something. */
  const changes = () => databases.calls.filter(({ method }) => !['describe', 'details', 'snapshots'].includes(method));
  return { clock, databases, stage, changes };
}

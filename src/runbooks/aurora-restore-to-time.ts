// Makes a copy of the database as it was at an instant of the past.
import type { Obstacle } from '../define/runbook.ts';
import type { InputValues } from '../define/runbook-inputs.ts';
import type { DatabaseDetails } from '../ports/databases.ts';
import { asking } from './asking.ts';
import { clusterOf, missingCluster } from './shared/database.ts';
import { copyName, copyObstacles, nameObstacles, type Wish } from './shared/database-copy.ts';
import { callsOfCopies, copyStep, instanceStep } from './shared/database-copy-steps.ts';
import { copyInputs } from './shared/database-inputs.ts';

const inputs = {
  at: { kind: 'instant', about: 'The instant whose data is wanted, in UTC', example: '2026-01-31T12:00:00Z' },
  ...copyInputs,
} as const;

const { runbook, step } = asking(inputs);

function wishOf({ at, name, keep }: InputValues<typeof inputs>): Wish {
  return { point: { kind: 'time', at }, moment: at, name, keepSeconds: keep };
}

/** Pure: AWS restores to any second between two instants, which move on. */
function decideTime({ id, earliestRestorableAt, latestRestorableAt }: DatabaseDetails, at: string): readonly Obstacle[] {
  if (earliestRestorableAt === undefined || latestRestorableAt === undefined) {
    return [{ what: `Nothing of ${id} can be restored: it has no backups.`, next: 'Wait for its first backup.' }];
  }
  const wanted = Date.parse(at);
  if (Date.parse(earliestRestorableAt) <= wanted && wanted <= Date.parse(latestRestorableAt)) return [];
  const what = `${id} can be restored to any time from ${earliestRestorableAt} to ${latestRestorableAt}, and ${at} is not within.`;
  return [{ what, next: 'Give an instant between the two with `at`, or restore a snapshot with aurora-restore-snapshot.' }];
}

const restore = {
  runbook: 'aurora-restore-to-time',
  wish: async ({ inputs: given }: { readonly inputs: InputValues<typeof inputs> }) => ({ wish: wishOf(given) }),
};

export const auroraRestoreToTime = runbook({
  id: restore.runbook,
  title: 'Restore the database to an instant',
  about: 'Makes a second Aurora cluster with the data of an instant of the past, beside the live one, which it does not touch.',
  when: [
    'Rows were deleted or changed by mistake: read them in the copy as they were, and write them back by hand or script.',
    'To find out when something was still right: several copies of several instants may stand beside each other.',
    'Not to replace the live cluster: that is a migration, with a deploy of its own.',
  ],
  symptoms: [],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['rds:DescribeDBClusters', 'rds:DescribeDBInstances'],
    writes: { 'rds:RestoreDBClusterToPointInTime': 'restored-database', ...callsOfCopies.writes },
    implied: callsOfCopies.implied,
  },
  target: () => 'restored-database',
  check: async ({ ports, place, inputs: given }) => {
    const copy = copyName(place, wishOf(given));
    const [source, there] = await Promise.all([ports.databases.details(clusterOf(place)), ports.databases.details(copy)]);
    if (!source) return [missingCluster(clusterOf(place))];
    return [...copyObstacles(source), ...decideTime(source, given.at), ...nameObstacles(copy, there !== undefined)];
  },
  steps: [step(copyStep(restore)), step(instanceStep(restore))],
  // Nobody uses the copy yet.
  settleSeconds: 0,
});

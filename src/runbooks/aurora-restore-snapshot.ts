// Makes a copy of the database as a snapshot of it has it.
import type { Obstacle, Scope } from '../define/runbook.ts';
import type { DatabaseDetails, DatabaseSnapshot } from '../ports/databases.ts';
import type { RunbookPorts } from '../ports/runbook-ports.ts';
import { asking } from './asking.ts';
import { clusterOf, missingCluster } from './shared/database.ts';
import { copyName, copyObstacles, nameObstacles, type Wish } from './shared/database-copy.ts';
import { callsOfCopies, copyStep, instanceStep, type Restore } from './shared/database-copy-steps.ts';
import { copyInputs } from './shared/database-inputs.ts';

const inputs = {
  snapshot: {
    kind: 'name',
    optional: true,
    about: 'A snapshot of the cluster, an automated one without its rds:; otherwise the newest automated one',
    example: 'assess-staging-2026-01-31-02-00',
  },
  ...copyInputs,
} as const;

const { runbook, step } = asking(inputs);

type SnapshotScope = Scope<RunbookPorts, typeof inputs>;

/** As many as fit into a sentence. */
const mostTold = 3;

/** Pure. @param all the newest first */
function chooseSnapshot(
  cluster: string,
  all: readonly DatabaseSnapshot[],
  wanted: string | undefined,
): DatabaseSnapshot | Obstacle {
  const usable = all.filter(({ status }) => status === 'available');
  const found = usable.find(({ id, isAutomated }) => (wanted === undefined ? isAutomated : shortName(id) === wanted));
  if (found) return found;
  const newest = usable.slice(0, mostTold).map(({ id }) => shortName(id));
  const what =
    wanted === undefined
      ? `There is no automated snapshot of ${cluster} that is available.`
      : `There is no snapshot ${wanted} of ${cluster} that is available.`;
  if (newest.length === 0) return { what, next: 'Restore to an instant with aurora-restore-to-time.' };
  return { what, next: `Choose with \`snapshot\`, for example one of the newest: ${newest.join(', ')}.` };
}

/** AWS puts before it who made it, with a colon that no name may have. */
function shortName(id: string): string {
  return id.replace(/^.*:/, '');
}

function wishOf({ id, createdAt, engineVersion }: DatabaseSnapshot, { name, keep }: SnapshotScope['inputs']): Wish {
  return { point: { kind: 'snapshot', id, engineVersion }, moment: createdAt, name, keepSeconds: keep };
}

const restore: Restore<typeof inputs> = {
  runbook: 'aurora-restore-snapshot',
  wish: async ({ ports, place, inputs: given }) => {
    const cluster = clusterOf(place);
    const chosen = chooseSnapshot(cluster, await ports.databases.snapshots(cluster), given.snapshot);
    return 'what' in chosen ? { obstacle: chosen } : { wish: wishOf(chosen, given) };
  },
};

/** While a large cluster is restored, a newer snapshot may be made: the instance belongs to the copy that waits for one. */
const begun: Restore<typeof inputs> = {
  ...restore,
  wish: async (scope) => {
    const { ports, place, inputs: given } = scope;
    const automated = (await ports.databases.snapshots(clusterOf(place))).filter(({ isAutomated }) => isAutomated);
    for (const snapshot of given.snapshot === undefined ? automated.slice(0, mostTold) : []) {
      const wish = wishOf(snapshot, given);
      const copy = await ports.databases.details(copyName(place, wish));
      if (copy?.tags.Runbook === restore.runbook && copy.members.length === 0) return { wish };
    }
    return restore.wish(scope);
  },
};

/** Pure: a parameter group fits one major version only. */
function versionObstacles({ id, engineVersion }: DatabaseDetails, snapshot: DatabaseSnapshot): readonly Obstacle[] {
  const [live, old] = [engineVersion, snapshot.engineVersion].map((version) => version.split('.')[0]);
  if (live === old) return [];
  const what = `The snapshot is of version ${snapshot.engineVersion}, and ${id} has ${engineVersion}, whose parameters do not fit it.`;
  return [{ what, next: 'Restore it in the console of RDS, with a parameter group of its version.' }];
}

export const auroraRestoreSnapshot = runbook({
  id: restore.runbook,
  title: 'Restore a snapshot of the database',
  about: 'Makes a second Aurora cluster out of a snapshot, beside the live one, which it does not touch.',
  when: [
    'Data is wanted from before the time that aurora-restore-to-time reaches back to, or from before a risky change.',
    'To prove that backups can be restored: run it now and then, look at the data, and remove the copy.',
    'Not to replace the live cluster: that is a migration, with a deploy of its own.',
  ],
  symptoms: [],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['rds:DescribeDBClusterSnapshots', 'rds:DescribeDBClusters', 'rds:DescribeDBInstances'],
    writes: { 'rds:RestoreDBClusterFromSnapshot': 'restored-database', ...callsOfCopies.writes },
    implied: callsOfCopies.implied,
  },
  target: () => 'restored-database',
  check: async ({ ports, place, inputs: given }) => {
    const cluster = clusterOf(place);
    const [source, snapshots] = await Promise.all([ports.databases.details(cluster), ports.databases.snapshots(cluster)]);
    if (!source) return [missingCluster(cluster)];
    const chosen = chooseSnapshot(cluster, snapshots, given.snapshot);
    if ('what' in chosen) return [...copyObstacles(source), chosen];
    const copy = copyName(place, wishOf(chosen, given));
    const isTaken = (await ports.databases.details(copy)) !== undefined;
    return [...copyObstacles(source), ...versionObstacles(source, chosen), ...nameObstacles(copy, isTaken)];
  },
  steps: [step(copyStep(restore)), step(instanceStep(begun))],
  // Nobody uses the copy yet.
  settleSeconds: 0,
});

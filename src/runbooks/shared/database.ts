// What the runbooks of the database have in common: which cluster, and what is in the way of changing it.
import type { Obstacle, RunbookPlace } from '../../define/runbook.ts';
import type { DatabaseDetails, DatabaseMemberDetails } from '../../ports/databases.ts';

/** The stack gives the cluster the environment's own name. */
export function clusterOf({ prefix }: RunbookPlace): string {
  return prefix;
}

export function missingCluster(name: string): Obstacle {
  return {
    what: `There is no database cluster ${name}.`,
    next: 'Check the environment, the account and the region; an environment that is being removed has none any more.',
  };
}

/** Pure: what keeps anybody from changing it right now. */
export function obstaclesOf(cluster: DatabaseDetails): readonly Obstacle[] {
  const { id, status, pendingChanges, isSecondary } = cluster;
  const obstacles: readonly (Obstacle | false)[] = [
    status !== 'available' && {
      what: `The cluster ${id} is ${status}, not available.`,
      next: 'Wait until it is available, and plan again; `aws rds describe-events` tells what goes on.',
    },
    pendingChanges.length > 0 && {
      what: `Changes of ${id} are pending: ${pendingChanges.join(', ')}.`,
      next: 'Wait for the maintenance window, or apply or take them back first.',
    },
    isSecondary && {
      what: `${id} only follows the primary cluster of its global database, in another region.`,
      next: 'Work on the primary cluster, in its region.',
    },
  ];
  return obstacles.filter((obstacle) => obstacle !== false);
}

export function writerOf(cluster: DatabaseDetails): DatabaseMemberDetails | undefined {
  return cluster.members.find(({ isWriter }) => isWriter);
}

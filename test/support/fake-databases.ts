// The Databases port in memory: a fail-over takes its half a minute.
import type { DatabaseCluster, Databases } from '../../src/ports/databases.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

/** Aurora says "less than a minute": https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html */
export const failOverSeconds = 30;

export interface MemoryDatabases extends Troubled<Databases> {
  put(cluster: DatabaseCluster): void;
  remove(id: string): void;
  /** As a fault does it: the first reader that is available becomes the writer. */
  loseWriter(id: string): void;
}

export function memoryDatabases(clock: ManualClock, clusters: readonly DatabaseCluster[] = []): MemoryDatabases {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const found = (id: string): DatabaseCluster => {
    const cluster = byId.get(id);
    if (!cluster) throw new Error(`There is no cluster ${id}.`);
    return cluster;
  };
  const moveWriter = (id: string, to: string): void => {
    const before = found(id);
    byId.set(id, {
      ...before,
      status: 'failing-over',
      members: before.members.map((member) => ({ ...member, isWriter: member.id === to })),
    });
    clock.in(failOverSeconds, () => {
      const cluster = byId.get(id);
      if (cluster?.status === 'failing-over') byId.set(id, { ...cluster, status: 'available' });
    });
  };
  const port: Databases = {
    describe: async (id) => byId.get(id),
    failOver: async (id, to) => {
      const { status, members } = found(id);
      if (status !== 'available') throw new Error(`Cluster ${id} is ${status}.`);
      if (!members.some((member) => member.id === to && member.status === 'available'))
        throw new Error(`${to} is not available.`);
      moveWriter(id, to);
    },
  };
  return {
    ...troubled(port),
    put: (cluster) => void byId.set(cluster.id, cluster),
    remove: (id) => void byId.delete(id),
    loseWriter: (id) => {
      const next = found(id).members.find(({ isWriter, status }) => !isWriter && status === 'available');
      if (next) moveWriter(id, next.id);
    },
  };
}

// The Databases port in memory: fail-overs, restores and deletions take their time, and what is on its way refuses.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type {
  DatabaseCluster,
  DatabaseDetails,
  DatabaseMember,
  DatabaseMemberDetails,
  DatabaseSnapshot,
  Databases,
  InstanceRequest,
  RestoreRequest,
} from '../../src/ports/databases.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

/** Aurora says "less than a minute": https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html */
export const failOverSeconds = 30;
export const restoreSeconds = 600;
export const instanceSeconds = 300;
export const deletionSeconds = 120;
/** AWS restores up to the last five minutes: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-pitr.html */
const backupLagSeconds = 300;

/** What a test says of a cluster; the rest is as most clusters have it. */
export type ClusterSetup = Omit<DatabaseCluster, 'members'> &
  Partial<Omit<DatabaseDetails, 'members'>> & { readonly members: readonly (DatabaseMember & Partial<DatabaseMemberDetails>)[] };

export interface MemoryDatabases extends Troubled<Databases> {
  put(cluster: ClusterSetup): void;
  remove(id: string): void;
  putSnapshot(cluster: string, snapshot: DatabaseSnapshot): void;
  /** As a fault does it: the first reader that is available becomes the writer. */
  loseWriter(id: string): void;
  /** Those that there are. */
  names(): readonly string[];
}

export function memoryDatabases(clock: ManualClock, clusters: readonly ClusterSetup[] = []): MemoryDatabases {
  const byId = new Map(clusters.map((cluster) => [cluster.id, detailed(cluster)]));
  const snapshots = new Map<string, readonly DatabaseSnapshot[]>();
  const found = (id: string): DatabaseDetails => {
    const cluster = byId.get(id);
    if (!cluster) throw refused('DBClusterNotFoundFault', `DBCluster ${id} not found.`);
    return cluster;
  };
  const change = (id: string, changes: Partial<DatabaseDetails>): void => {
    const cluster = byId.get(id);
    if (cluster) byId.set(id, { ...cluster, ...changes });
  };
  const changeMember = (id: string, member: string, status: string): void => {
    const { members = [] } = byId.get(id) ?? {};
    change(id, { members: members.map((one) => (one.id === member ? { ...one, status } : one)) });
  };
  const moveWriter = (id: string, to: string): void => {
    const { members } = found(id);
    change(id, { status: 'failing-over', members: members.map((member) => ({ ...member, isWriter: member.id === to })) });
    clock.in(failOverSeconds, () => {
      if (byId.get(id)?.status === 'failing-over') change(id, { status: 'available' });
    });
  };
  const restored = ({ name, source, tags }: RestoreRequest): DatabaseDetails => {
    const { masterSecret: _, ...shape } = source;
    const endpoint = `${name}.cluster-memory.rds.amazonaws.com`;
    return { ...shape, id: name, endpoint, status: 'creating', members: [], tags, pendingChanges: [] };
  };
  const added = ({ name, instanceClass, tags }: InstanceRequest, { members }: DatabaseDetails): DatabaseMemberDetails => {
    return { id: name, zone: 'a', isWriter: members.length === 0, status: 'creating', instanceClass, promotionTier: 1, tags };
  };
  const port: Databases = {
    describe: async (id) => plain(byId.get(id)),
    details: async (id) => {
      const cluster = byId.get(id);
      const latestMs = clock.now().getTime() - backupLagSeconds * 1000;
      const hasBackups = cluster?.earliestRestorableAt !== undefined;
      return cluster && { ...(hasBackups && { latestRestorableAt: new Date(latestMs).toISOString() }), ...cluster };
    },
    failOver: async (id, to) => {
      const { status, members } = found(id);
      if (status !== 'available') throw refused('InvalidDBClusterStateFault', `Cluster ${id} is ${status}.`);
      if (!members.some((member) => member.id === to && member.status === 'available'))
        throw refused('InvalidDBInstanceState', `${to} is not available.`);
      moveWriter(id, to);
    },
    snapshots: async (id) => (snapshots.get(id) ?? []).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt)),
    restore: async (request) => {
      const { name } = request;
      if (byId.has(name)) throw refused('DBClusterAlreadyExistsFault', `DB cluster ${name} already exists.`);
      byId.set(name, restored(request));
      clock.in(restoreSeconds, () => byId.get(name)?.status === 'creating' && change(name, { status: 'available' }));
    },
    addInstance: async (request) => {
      const { name, cluster: id } = request;
      const cluster = found(id);
      if (cluster.status !== 'available') throw refused('InvalidDBClusterStateFault', `Cluster ${id} is ${cluster.status}.`);
      if (cluster.members.some((member) => member.id === name))
        throw refused('DBInstanceAlreadyExists', `DB instance ${name} already exists.`);
      change(id, { members: [...cluster.members, added(request, cluster)] });
      clock.in(instanceSeconds, () => changeMember(id, name, 'available'));
    },
    removeInstance: async (name) => {
      const cluster = [...byId.values()].find(({ members }) => members.some(({ id }) => id === name));
      if (!cluster) return;
      changeMember(cluster.id, name, 'deleting');
      clock.in(deletionSeconds, () => {
        change(cluster.id, { members: (byId.get(cluster.id)?.members ?? []).filter(({ id }) => id !== name) });
      });
    },
    removeCluster: async (name) => {
      const cluster = byId.get(name);
      if (!cluster) return;
      if (cluster.status !== 'available' || cluster.members.length > 0)
        throw refused('InvalidDBClusterStateFault', `Cluster ${name} is ${cluster.status} and cannot be deleted.`);
      change(name, { status: 'deleting' });
      clock.in(deletionSeconds, () => byId.delete(name));
    },
  };
  return {
    ...troubled(port),
    put: (cluster) => void byId.set(cluster.id, detailed(cluster)),
    remove: (id) => void byId.delete(id),
    putSnapshot: (cluster, snapshot) => void snapshots.set(cluster, [...(snapshots.get(cluster) ?? []), snapshot]),
    loseWriter: (id) => {
      const next = found(id).members.find(({ isWriter, status }) => !isWriter && status === 'available');
      if (next) moveWriter(id, next.id);
    },
    names: () => [...byId.keys()],
  };
}

function detailed(cluster: ClusterSetup): DatabaseDetails {
  return {
    engine: 'aurora-postgresql',
    engineVersion: '16.4',
    endpoint: `${cluster.id}.cluster-memory.rds.amazonaws.com`,
    subnetGroup: cluster.id,
    securityGroups: ['sg-1'],
    parameterGroup: cluster.id,
    hasIamUsers: true,
    tags: {},
    pendingChanges: [],
    isSecondary: false,
    ...cluster,
    members: cluster.members.map((member, index) => ({
      instanceClass: 'db.serverless',
      promotionTier: index,
      tags: {},
      ...member,
    })),
  };
}

/** Only what `describe` promises. */
function plain(cluster: DatabaseDetails | undefined): DatabaseCluster | undefined {
  const members = cluster?.members.map(({ id, zone, isWriter, status }) => ({ id, zone, isWriter, status }));
  return cluster && { id: cluster.id, status: cluster.status, members: members ?? [] };
}

function refused(name: string, message: string) {
  return explain({ what: 'change the database', permission: 'rds:Any' }, Object.assign(new Error(message), { name }));
}

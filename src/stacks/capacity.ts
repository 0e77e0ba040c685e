// From a number of concurrent students to sizes: a small model whose every assumption has a name.

import type { Limit } from '../define/kpi.ts';
import type { Database } from './profiles.ts';

/**
 * None of these numbers has been measured on a real platform. They are assumptions, chosen so that 100,000 students
 * give the sizes that the platform was ordered with; replace them by measurements from a load test.
 */
export const assumptions = {
  studentsPerTask: { value: 500, unit: 'students', about: 'concurrent students that one task of 2 vCPU and 4 GB serves' },
  idleShare: { value: 0.05, unit: 'of the peak', about: 'share of the peak fleet that is kept running when nobody is there' },
  eventsPerStudentPerMinute: { value: 5, unit: 'events', about: 'answers, navigation and timing events of one student' },
  bytesPerEvent: { value: 1000, unit: 'bytes', about: 'one event as JSON' },
  connectionsPerTask: { value: 20, unit: 'connections', about: 'size of the connection pool of one task' },
  sessionBytes: { value: 100_000, unit: 'bytes', about: 'session and cached content of one student in the cache' },
  headroom: { value: 1.2, unit: 'times the peak', about: 'what streams and the cache are sized for' },
} as const;

/** Limits that AWS states, not assumptions. */
const limits = {
  /** https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
  recordsPerShardPerSecond: 1000,
  bytesPerShardPerSecond: 1_000_000,
  /** Share of a cache node's memory that data may use: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/redis-memory-management.html */
  usableCacheMemory: 0.75,
} as const;

/**
 * `max_connections` of Aurora PostgreSQL is LEAST(memory / 9531392, 5000):
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Managing.html ; memory:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html
 */
const databaseClasses = [
  { name: 'db.r6g.large', maxConnections: 1802, memoryGib: 16 },
  { name: 'db.r6g.xlarge', maxConnections: 3604, memoryGib: 32 },
  { name: 'db.r6g.2xlarge', maxConnections: 5000, memoryGib: 64 },
] as const;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html */
const cacheNodes = [
  { name: 'cache.t4g.small', memoryGib: 1.37 },
  { name: 'cache.t4g.medium', memoryGib: 3.09 },
  { name: 'cache.r6g.large', memoryGib: 13.07 },
  { name: 'cache.r6g.xlarge', memoryGib: 26.32 },
  { name: 'cache.r6g.2xlarge', memoryGib: 52.82 },
  { name: 'cache.r6g.4xlarge', memoryGib: 105.81 },
] as const;

export interface Capacity {
  readonly tasks: { readonly min: number; readonly max: number };
  readonly shards: number;
  readonly databaseConnections: number;
  /** The smallest class that takes all connections, or the largest there is: RDS Proxy pools what goes beyond. */
  readonly databaseClass: (typeof databaseClasses)[number]['name'];
  readonly cacheNode: (typeof cacheNodes)[number]['name'];
}

/**
 * @param concurrentStudents at the peak, at least 1
 * @param zones number of availability zones; the fleet never shrinks below one task in each
 * @throws RangeError when one cache node cannot hold all sessions: shard the cache instead
 */
export function planCapacity(concurrentStudents: number, zones: number): Capacity {
  const max = Math.max(zones, Math.ceil(concurrentStudents / assumptions.studentsPerTask.value));
  const databaseConnections = max * assumptions.connectionsPerTask.value;
  const databaseClass = databaseClasses.find((each) => each.maxConnections >= databaseConnections) ?? databaseClasses[2];
  return {
    tasks: { min: Math.max(zones, Math.ceil(max * assumptions.idleShare.value)), max },
    shards: planShards(concurrentStudents),
    databaseConnections,
    databaseClass: databaseClass.name,
    cacheNode: pickCacheNode(concurrentStudents),
  };
}

/** What an instance of the database has at its largest: the KPIs on it are shares of these. */
export function databaseLimits(database: Database, { databaseClass }: Capacity): Readonly<Record<Limit, number>> {
  if (database.kind === 'serverless') {
    // One capacity unit has 2 GiB; the formula is the one of the classes.
    const bytes = database.maxCapacity * 2 * bytesPerGib;
    return { 'database-connections': Math.min(5000, Math.floor(bytes / 9_531_392)), 'database-memory-bytes': bytes };
  }
  const { maxConnections, memoryGib } = databaseClasses.find(({ name }) => name === databaseClass) ?? databaseClasses[2];
  return { 'database-connections': maxConnections, 'database-memory-bytes': memoryGib * bytesPerGib };
}

const bytesPerGib = 1024 ** 3;

function planShards(concurrentStudents: number): number {
  const { eventsPerStudentPerMinute, bytesPerEvent, headroom } = assumptions;
  const recordsPerSecond = (concurrentStudents * eventsPerStudentPerMinute.value * headroom.value) / 60;
  const bytesPerSecond = recordsPerSecond * bytesPerEvent.value;
  const shards = Math.max(recordsPerSecond / limits.recordsPerShardPerSecond, bytesPerSecond / limits.bytesPerShardPerSecond);
  return Math.max(1, Math.ceil(shards));
}

function pickCacheNode(concurrentStudents: number): Capacity['cacheNode'] {
  const bytes = concurrentStudents * assumptions.sessionBytes.value * assumptions.headroom.value;
  const neededGib = bytes / limits.usableCacheMemory / 1024 ** 3;
  const node = cacheNodes.find(({ memoryGib }) => memoryGib >= neededGib);
  if (!node)
    throw new RangeError(`${concurrentStudents} students need ${Math.ceil(neededGib)} GiB of cache: more than one node has`);
  return node.name;
}

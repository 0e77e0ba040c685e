// Replication groups of ElastiCache: their nodes, where they are, and which one is written to.

export interface CacheNode {
  readonly id: string;
  readonly zone: string;
  readonly role: 'primary' | 'replica';
}

export interface CacheGroup {
  readonly id: string;
  /** `available`, `modifying`, ... */
  readonly status: string;
  readonly nodes: readonly CacheNode[];
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html */
export interface CacheDetails extends CacheGroup {
  /** Its data is spread over several primaries. */
  readonly isSharded: boolean;
  /** Whether a replica takes over by itself when the primary fails. */
  readonly automaticFailover: 'enabled' | 'disabled' | 'enabling' | 'disabling';
  /** Whether it may be one in another zone. */
  readonly isMultiZone: boolean;
  /** What waits to be changed, in AWS's words: `PrimaryClusterId`. */
  readonly pendingChanges: readonly string[];
}

export interface Caches {
  /** @returns nothing when there is none of that name */
  describe(group: string): Promise<CacheGroup | undefined>;
  /** @returns nothing when there is none of that name */
  details(group: string): Promise<CacheDetails | undefined>;
  /** Begins to make a replica the primary, which AWS does only while automatic failover is off. */
  promote(group: string, node: string): Promise<void>;
  /** Begins to turn automatic failover on or off, and Multi-AZ with it. */
  setAutomaticFailover(group: string, isOn: boolean): Promise<void>;
}

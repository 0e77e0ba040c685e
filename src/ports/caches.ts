// Replication groups of ElastiCache: their nodes, and where they are.

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

export interface Caches {
  /** @returns nothing when there is none of that name */
  describe(group: string): Promise<CacheGroup | undefined>;
}

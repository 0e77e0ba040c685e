// Clusters of Aurora: who writes, where, and a fail-over.

export interface DatabaseMember {
  readonly id: string;
  readonly zone: string;
  readonly isWriter: boolean;
  /** `available`, `failing-over`, ... */
  readonly status: string;
}

export interface DatabaseCluster {
  readonly id: string;
  readonly status: string;
  readonly members: readonly DatabaseMember[];
}

export interface Databases {
  /** @returns nothing when there is none of that name */
  describe(cluster: string): Promise<DatabaseCluster | undefined>;
  /** @param to the member that is to write */
  failOver(cluster: string, to: string): Promise<void>;
}

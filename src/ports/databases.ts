// Clusters of Aurora: who writes, and where, a fail-over, and copies of how they were at a moment of the past.

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

export interface DatabaseMemberDetails extends DatabaseMember {
  readonly instanceClass: string;
  /** Of two that could take over, Aurora takes the one with the lower tier, from 0 to 15. */
  readonly promotionTier: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** As AWS calls it, of a cluster whose master password RDS keeps in Secrets Manager. */
export interface MasterSecret {
  readonly arn: string;
  /** `active`, `creating`, `rotating`, `impaired`: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_MasterUserSecret.html */
  readonly status: string;
}

/** All of a cluster that a copy of it has to have, and all that may be in the way of changing it. */
export interface DatabaseDetails extends DatabaseCluster {
  readonly members: readonly DatabaseMemberDetails[];
  readonly engine: string;
  readonly engineVersion: string;
  readonly endpoint: string;
  readonly subnetGroup: string;
  readonly securityGroups: readonly string[];
  readonly parameterGroup: string;
  /** Where it is encrypted. */
  readonly key?: string;
  /** Whether users may sign in by IAM. */
  readonly hasIamUsers: boolean;
  /** Of a serverless one, in units of Aurora's capacity. */
  readonly capacity?: { readonly least: number; readonly most: number };
  /** Any moment between these two can be restored. */
  readonly earliestRestorableAt?: string;
  readonly latestRestorableAt?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** What waits to be changed, in AWS's words: `EngineVersion`, `assess-staging-0: DBInstanceClass`. */
  readonly pendingChanges: readonly string[];
  /** It only follows a cluster in another region. */
  readonly isSecondary: boolean;
  readonly masterSecret?: MasterSecret;
}

export interface DatabaseSnapshot {
  /** Automated ones begin with `rds:`. */
  readonly id: string;
  readonly createdAt: string;
  readonly isAutomated: boolean;
  /** `available`, `creating`, ... */
  readonly status: string;
  readonly engineVersion: string;
}

export type RestorePoint =
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'snapshot'; readonly id: string; readonly engineVersion: string };

/** A cluster like `source`, and without its deletion protection; it has no instances, so nobody can reach it yet. */
export interface RestoreRequest {
  readonly name: string;
  readonly source: DatabaseDetails;
  readonly point: RestorePoint;
  readonly tags: Readonly<Record<string, string>>;
}

export interface InstanceRequest {
  readonly name: string;
  readonly cluster: string;
  readonly engine: string;
  readonly instanceClass: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Databases {
  /** @returns nothing when there is none of that name */
  describe(cluster: string): Promise<DatabaseCluster | undefined>;
  /** @returns nothing when there is none of that name */
  details(cluster: string): Promise<DatabaseDetails | undefined>;
  /** @param to the member that is to write */
  failOver(cluster: string, to: string): Promise<void>;
  /** Of this cluster, the newest first. */
  snapshots(cluster: string): Promise<readonly DatabaseSnapshot[]>;
  /** Begins to make a cluster. */
  restore(request: RestoreRequest): Promise<void>;
  /** Begins to make an instance of a cluster, which nobody outside of its network can reach. */
  addInstance(request: InstanceRequest): Promise<void>;
  /** Begins to delete it, and keeps nothing of it; one that is not there is left. */
  removeInstance(instance: string): Promise<void>;
  /** Begins to delete a cluster without instances, and keeps nothing of it; one that is not there is left. */
  removeCluster(cluster: string): Promise<void>;
}

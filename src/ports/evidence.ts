// What is looked at after something went wrong: logs, health, events of the database, and who changed what.

export interface LogLine {
  readonly at: string;
  readonly group: string;
  readonly message: string;
}

export interface TargetHealth {
  readonly target: string;
  readonly zone: string;
  /** `healthy`, `unhealthy`, `draining`, ... */
  readonly state: string;
  readonly reason: string;
}

export interface StoppedTask {
  readonly arn: string;
  readonly zone: string;
  readonly stoppedAt: string;
  readonly taskDefinition: string;
  /** In ECS's words. */
  readonly reason: string;
  /** Exit codes and reasons of its containers, those that ended well left out. */
  readonly containers: readonly string[];
}

export interface EventRecord {
  readonly at: string;
  readonly source: string;
  readonly message: string;
}

/** Of CloudTrail. */
export interface ChangeRecord {
  readonly at: string;
  /** `ecs:UpdateService` */
  readonly call: string;
  readonly by: string;
  readonly resources: readonly string[];
}

export interface Evidence {
  /** Newest first; those that the pattern of CloudWatch Logs Insights matches. A group that is not there has none. */
  logs(
    groups: readonly string[],
    query: { readonly pattern: string; readonly since: Date; readonly most: number },
  ): Promise<readonly LogLine[]>;
  /** Of every target of the target groups whose names begin so. */
  targetHealth(prefix: string): Promise<readonly TargetHealth[]>;
  /** Of the cluster and of its instances. */
  databaseEvents(cluster: string, since: Date): Promise<readonly EventRecord[]>;
  /** Of the replication group and of its nodes. */
  cacheEvents(group: string, since: Date): Promise<readonly EventRecord[]>;
  /** Events of a service, as ECS tells them. */
  serviceEvents(cluster: string, service: string, since: Date): Promise<readonly EventRecord[]>;
  /** Those that ECS still knows, which it does for about an hour. */
  stoppedTasks(cluster: string, service: string): Promise<readonly StoppedTask[]>;
  /** Calls that changed something, newest first. */
  changes(since: Date, most: number): Promise<readonly ChangeRecord[]>;
}

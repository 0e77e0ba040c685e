// Services of ECS: their deployments and tasks, and what can be changed of them: task definition, number of tasks, subnets.

export interface ServiceIdentity {
  readonly cluster: string;
  readonly service: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html */
export interface ServiceDeployment {
  readonly id: string;
  readonly status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE';
  readonly rollout: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
  /** Why, in ECS's words. */
  readonly reason: string;
  readonly taskDefinition: string;
  readonly desired: number;
  readonly running: number;
  readonly failed: number;
  readonly createdAt: string;
}

export interface ServiceState {
  readonly taskDefinition: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  /** The primary one first. */
  readonly deployments: readonly ServiceDeployment[];
}

export interface Task {
  readonly arn: string;
  readonly zone: string;
  /** `RUNNING`, `PENDING`, ...: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html */
  readonly status: string;
  readonly taskDefinition: string;
  /** The deployment that started it. */
  readonly startedBy: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceDeployment.html */
export const rolloutStatuses = [
  'PENDING',
  'IN_PROGRESS',
  'SUCCESSFUL',
  'STOP_REQUESTED',
  'STOPPED',
  'ROLLBACK_REQUESTED',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_SUCCESSFUL',
  'ROLLBACK_FAILED',
] as const;
export type RolloutStatus = (typeof rolloutStatuses)[number];

/**
 * What ECS calls a service deployment, and remembers for 90 days with how it ended. Turning it back belongs to it; the
 * `ecs-svc/...` deployments of a service are gone soon after they were replaced.
 */
export interface Rollout {
  readonly arn: string;
  readonly status: RolloutStatus;
  /** Why, in ECS's words. */
  readonly reason: string;
  /** What it was to bring. */
  readonly taskDefinition: string;
  readonly createdAt: string;
}

export interface Services {
  /** @returns nothing when it is not there, or no longer */
  describe(identity: ServiceIdentity): Promise<ServiceState | undefined>;
  /** Those that run, or are to. */
  tasks(identity: ServiceIdentity): Promise<readonly Task[]>;
  /** The images of a task definition by the names of its containers. */
  images(taskDefinition: string): Promise<Readonly<Record<string, string>>>;
  /** Brings the service to that task definition, or starts its tasks anew. @returns the id of the new deployment */
  deploy(identity: ServiceIdentity, taskDefinition: string): Promise<string>;
  /** Those that ECS remembers, at most the last twenty, newest first. */
  rollouts(identity: ServiceIdentity): Promise<readonly Rollout[]>;
  /** Turns it back to what ran before it. Of one that has ended, or is being turned back, nothing is asked. */
  turnBack(rollout: string): Promise<void>;
  /** Whether a service can be brought to it: it is there, and nobody has deregistered it. */
  isUsable(taskDefinition: string): Promise<boolean>;
  /** By itself it starts no deployment: tasks start, or stop. */
  scale(identity: ServiceIdentity, desired: number): Promise<void>;
  /** Those that its tasks start in. */
  subnets(identity: ServiceIdentity): Promise<readonly string[]>;
  /** Starts its tasks anew, in these subnets alone; its security groups stay. */
  moveTo(identity: ServiceIdentity, subnets: readonly string[]): Promise<void>;
  /** Its service starts another one. Of one that has stopped, nothing is asked. */
  stopTask(identity: ServiceIdentity, task: string, reason: string): Promise<void>;
}

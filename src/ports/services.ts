// Services of ECS: their deployments and tasks, and another task definition for them.

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

export interface Services {
  /** @returns nothing when it is not there, or no longer */
  describe(identity: ServiceIdentity): Promise<ServiceState | undefined>;
  /** Those that run, or are to. */
  tasks(identity: ServiceIdentity): Promise<readonly Task[]>;
  /** The images of a task definition by the names of its containers. */
  images(taskDefinition: string): Promise<Readonly<Record<string, string>>>;
  /** Brings the service to that task definition, or starts its tasks anew. @returns the id of the new deployment */
  deploy(identity: ServiceIdentity, taskDefinition: string): Promise<string>;
}

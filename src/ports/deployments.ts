// GitHub's own record of what is deployed where: the "View deployment" button of a pull request.

export type DeploymentState = 'in_progress' | 'success' | 'failure' | 'inactive';

export interface DeploymentRequest {
  /** `preview/pr-7` */
  readonly environment: string;
  readonly sha: string;
  readonly description: string;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl?: string;
}

export interface Deployments {
  /** A transient environment: it goes when it is set inactive. @returns the deployment's id */
  create(request: DeploymentRequest): Promise<number>;
  setStatus(id: number, status: DeploymentStatus): Promise<void>;
  /** Marks every deployment of the environment inactive, whoever created it. */
  deactivate(environment: string, logUrl: string): Promise<void>;
}

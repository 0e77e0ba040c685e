// How a repository is set up on GitHub, as far as its workflows depend on it.

export interface RepositorySettings {
  /** Undefined where the token does not see it. */
  repository(): Promise<RepositoryFacts | undefined>;
  environments(): Promise<readonly GitHubEnvironment[]>;
  /** Of Actions, by name. */
  variables(): Promise<Readonly<Record<string, string>>>;
  actionsPolicy(): Promise<ActionsPolicy>;
  workflowToken(): Promise<WorkflowToken>;
  branchProtection(branch: string): Promise<BranchProtection>;
  /** Makes it, or changes the rules of the one that there is. */
  putEnvironment(environment: NewEnvironment): Promise<void>;
  /** Makes it, or changes its value. */
  putVariable(name: string, value: string): Promise<void>;
}

export interface RepositoryFacts {
  /** As GitHub spells it: the token of a workflow carries exactly this. */
  readonly fullName: string;
  readonly defaultBranch: string;
}

export interface GitHubEnvironment {
  readonly name: string;
  /** Logins of people and slugs of teams, any one of whom has to approve a job. */
  readonly reviewers: readonly string[];
  /** `any`: a workflow of any branch may use it. */
  readonly branches: 'any' | 'protected' | readonly string[];
}

export interface NewEnvironment {
  readonly name: string;
  /** Logins of people. */
  readonly reviewers: readonly string[];
  /** The only branches whose workflows may use it; `any` leaves it open. */
  readonly branches: 'any' | readonly string[];
}

export interface ActionsPolicy {
  readonly isEnabled: boolean;
  /** `selected`: only those that the settings list. */
  readonly allowed: 'all' | 'local_only' | 'selected';
}

/** What a job's token may do where its workflow does not say it. */
export interface WorkflowToken {
  readonly default: 'read' | 'write';
  readonly mayApprovePullRequests: boolean;
}

export interface BranchProtection {
  /** By branch protection or by rulesets. */
  readonly isProtected: boolean;
  readonly requiresPullRequest: boolean;
}

// The GitHub environments that the workflows use, the role that each may take, and how each has to be guarded.

export const roleNames = ['plan', 'preview', 'deploy', 'game-day', 'ops'] as const;
export type RoleName = (typeof roleNames)[number];

export interface EnvironmentRule {
  readonly name: string;
  /** `opsdeck-<role>` trusts its tokens; without one, the environment is only for approval. */
  readonly role?: RoleName;
  /**
   * Only workflows of the default branch may use it: whoever may push a branch could otherwise write a workflow that takes the role.
   * Those that pull requests use cannot be limited so.
   */
  readonly branches: 'default' | 'any';
  /** Somebody has to approve, or the environment is no use. */
  readonly needsReviewers: boolean;
}

export const environmentRules: readonly EnvironmentRule[] = [
  { name: 'plan', role: 'plan', branches: 'any', needsReviewers: false },
  { name: 'preview', role: 'preview', branches: 'any', needsReviewers: false },
  { name: 'deploy', role: 'deploy', branches: 'default', needsReviewers: false },
  { name: 'platform-approval', branches: 'default', needsReviewers: true },
  { name: 'game-day', role: 'game-day', branches: 'default', needsReviewers: false },
  { name: 'ops', role: 'ops', branches: 'default', needsReviewers: false },
  { name: 'ops-approval', role: 'ops', branches: 'default', needsReviewers: true },
];

/** What a person without credentials does next. */
export const signIn = 'Sign in first, for instance with "aws sso login", and set AWS_PROFILE.';

export const oidcIssuer = 'token.actions.githubusercontent.com';
export const oidcAudience = 'sts.amazonaws.com';

/** What a job's token says about itself: https://docs.github.com/en/actions/reference/security/oidc */
export function subjectOf(repository: string, environment: string): string {
  return `repo:${repository}:environment:${environment}`;
}

export function environmentsOf(role: RoleName): readonly string[] {
  return environmentRules.filter((rule) => rule.role === role).map(({ name }) => name);
}

export interface VariableRule {
  readonly name: string;
  readonly about: string;
  readonly isNeeded: boolean;
}

/** Of Actions, in the repository: what the workflows read. */
export const variableRules: readonly VariableRule[] = [
  { name: 'AWS_ACCOUNT_ID', about: 'the account that everything runs in', isNeeded: true },
  { name: 'AWS_REGION', about: 'its region (default: eu-west-2)', isNeeded: false },
  { name: 'OPSDECK_DOMAIN', about: 'the domain below which services get their names', isNeeded: true },
  { name: 'OPSDECK_IMAGE', about: 'the ECR repository with an image for each commit', isNeeded: true },
  { name: 'OPSDECK_ENVIRONMENTS', about: 'the environments as JSON (default: staging and production)', isNeeded: false },
  { name: 'OPSDECK_APP_ID', about: 'the GitHub App by which alarms start runbooks', isNeeded: false },
  { name: 'OPSDECK_APP_INSTALLATION_ID', about: 'where that App is installed', isNeeded: false },
];

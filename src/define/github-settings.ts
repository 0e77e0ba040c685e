// The GitHub environments and variables that the workflows use: `init` makes them, `doctor` looks at them, docs/opsdeck.md tells of them.
import type { PartName } from './parts.ts';
import type { StackLayout } from './synth-layout.ts';

export const roleNames = ['plan', 'preview', 'deploy', 'game-day', 'ops'] as const;
export type RoleName = (typeof roleNames)[number];

/** Each is the identity of a job: the AWS role `opsdeck-<role>` trusts the OIDC token of this one environment. */
export interface EnvironmentRule {
  readonly name: string;
  readonly about: string;
  /** Without one, the environment is only for approval. */
  readonly role?: RoleName;
  /**
   * Only workflows of the default branch may use it: whoever may push a branch could otherwise write a workflow that takes the role.
   * Those that pull requests use cannot be limited so.
   */
  readonly branches: 'default' | 'any';
  /**
   * `required`: somebody has to approve, or the environment is no use. `optional`: everything works with them, and waits for them.
   * `none`: what should happen by itself would wait for somebody each time.
   */
  readonly reviewers: 'required' | 'optional' | 'none';
  /** The parts that need it. */
  readonly parts: readonly PartName[];
}

export const environmentRules: readonly EnvironmentRule[] = [
  {
    name: 'plan',
    about: 'reads what is deployed, and plans',
    role: 'plan',
    branches: 'any',
    reviewers: 'none',
    parts: ['PullRequestPreviews', 'ChatOps', 'Deploys', 'KpiReports'],
  },
  {
    name: 'preview',
    about: 'writes what belongs to pull requests, and nothing else',
    role: 'preview',
    branches: 'any',
    reviewers: 'none',
    parts: ['PullRequestPreviews', 'ChatOps'],
  },
  {
    name: 'deploy',
    about: 'applies to environments',
    role: 'deploy',
    branches: 'default',
    reviewers: 'none',
    parts: ['ChatOps', 'Deploys'],
  },
  {
    name: 'platform-approval',
    about: 'no role: where people look at the plan of a platform',
    branches: 'default',
    reviewers: 'required',
    parts: ['Deploys'],
  },
  {
    name: 'game-day',
    about: 'starts and stops experiments',
    role: 'game-day',
    branches: 'default',
    // What is scheduled begins by itself unless a team wants to be asked; to end one never waits, it runs in `ops`.
    reviewers: 'optional',
    parts: ['GameDays'],
  },
  {
    name: 'ops',
    about: 'runs runbooks, and ends game days',
    role: 'ops',
    branches: 'default',
    reviewers: 'none',
    parts: ['Runbooks', 'GameDays'],
  },
  {
    name: 'ops-approval',
    about: 'the role of `ops`, for runbooks of high risk',
    role: 'ops',
    branches: 'default',
    reviewers: 'required',
    parts: ['Runbooks'],
  },
];

export function isUsed({ parts }: EnvironmentRule, chosen: readonly PartName[]): boolean {
  return parts.some((part) => chosen.includes(part));
}

/** What happens while a variable is not set; `unread`: workflows of that layout do not mention it. */
export type WhenUnset = 'needed' | 'unread' | { readonly holds: string };

/** Of Actions, in the repository: what the workflows read. */
export interface VariableRule {
  readonly name: string;
  readonly about: string;
  readonly unset: Readonly<Record<StackLayout, WhenUnset>>;
}

const inBoth = (unset: WhenUnset): VariableRule['unset'] => ({ 'platform-and-service': unset, platform: unset });

export const variableRules: readonly VariableRule[] = [
  { name: 'AWS_ACCOUNT_ID', about: 'AWS account that everything runs in', unset: inBoth('needed') },
  { name: 'AWS_REGION', about: 'AWS region', unset: inBoth({ holds: '`eu-west-2`' }) },
  {
    name: 'OPSDECK_DOMAIN',
    about: 'domain below which services get their names: previews are at `pr-<n>.<domain>`',
    unset: { 'platform-and-service': 'needed', platform: { holds: 'previews have no address' } },
  },
  {
    name: 'OPSDECK_IMAGE',
    about: 'ECR repository with an image for each commit, or one image for all',
    unset: { 'platform-and-service': 'needed', platform: 'unread' },
  },
  {
    name: 'OPSDECK_ENVIRONMENTS',
    about: 'environments as a list in JSON, in the order of deploys',
    unset: inBoth({ holds: '`["staging","production"]`' }),
  },
  {
    name: 'OPSDECK_APP_ID',
    about: 'GitHub App by which alarms start runbooks',
    unset: inBoth({ holds: 'alarms do not reach GitHub by themselves' }),
  },
  {
    name: 'OPSDECK_APP_INSTALLATION_ID',
    about: 'where that App is installed',
    unset: inBoth({ holds: 'alarms do not reach GitHub by themselves' }),
  },
];

/** Another name may be given to it: the option `imageVariable`. */
export const imageVariable = 'OPSDECK_IMAGE';

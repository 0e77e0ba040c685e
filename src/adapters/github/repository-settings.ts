// Implements the RepositorySettings port.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { BranchProtection, GitHubEnvironment, NewEnvironment, RepositorySettings } from '../../ports/repository-settings.ts';
import { isNotFound, orAbsent } from './absence.ts';
import { type Client, type GitHubSetup, openClient } from './client.ts';

type EnvironmentAnswer = NonNullable<
  RestEndpointMethodTypes['repos']['getAllEnvironments']['response']['data']['environments']
>[number];

/** Every method throws a `Failure` (`github/...`) when the token may not ask: most of this is for administrators of the repository. */
export function openRepositorySettings(setup: GitHubSetup): RepositorySettings {
  const client = openClient(setup);
  const { rest, repository, paginate } = client;
  return {
    repository: async () => {
      try {
        const { full_name: fullName, default_branch: defaultBranch } = (await rest.repos.get(repository)).data;
        return { fullName, defaultBranch };
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    environments: async () => {
      const all = await paginate(rest.repos.getAllEnvironments, { ...repository, per_page: 100 });
      const found: GitHubEnvironment[] = [];
      for (const each of all as readonly EnvironmentAnswer[]) found.push(await environmentOf(client, each));
      return found;
    },
    variables: async () => {
      const all = await paginate(rest.actions.listRepoVariables, { ...repository, per_page: 30 });
      return Object.fromEntries(all.map(({ name, value }) => [name, value]));
    },
    actionsPolicy: async () => {
      const { enabled, allowed_actions: allowed = 'all' } = (await rest.actions.getGithubActionsPermissionsRepository(repository))
        .data;
      return { isEnabled: enabled, allowed };
    },
    workflowToken: async () => {
      const { data } = await rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(repository);
      return { default: data.default_workflow_permissions, mayApprovePullRequests: data.can_approve_pull_request_reviews };
    },
    branchProtection: (branch) => readProtection(client, branch),
    putEnvironment: (environment) => putEnvironment(client, environment),
    putVariable: async (name, value) => {
      const known = await orAbsent(client, () => rest.actions.getRepoVariable({ ...repository, name }));
      if (known === undefined) await rest.actions.createRepoVariable({ ...repository, name, value });
      else await rest.actions.updateRepoVariable({ ...repository, name, value });
    },
  };
}

async function environmentOf(
  client: Client,
  { name, protection_rules: rules = [], ...rest }: EnvironmentAnswer,
): Promise<GitHubEnvironment> {
  const reviewers = rules
    .flatMap((rule) => ('reviewers' in rule ? (rule.reviewers ?? []) : []))
    .flatMap(
      ({ reviewer = {} }) => ('login' in reviewer ? reviewer.login : 'slug' in reviewer ? reviewer.slug : undefined) ?? [],
    );
  const policy = rest.deployment_branch_policy;
  if (!policy) return { name, reviewers, branches: 'any' };
  return { name, reviewers, branches: policy.custom_branch_policies ? await branchesOf(client, name) : 'protected' };
}

async function branchesOf({ rest, repository, paginate }: Client, name: string): Promise<readonly string[]> {
  const request = { ...repository, environment_name: name, per_page: 100 };
  const policies = await paginate(rest.repos.listDeploymentBranchPolicies, request);
  return policies.flatMap((policy) => policy.name ?? []);
}

/** Rules of rulesets are for everybody to read; what branch protection says in detail, only for administrators. */
async function readProtection({ rest, repository, paginate }: Client, branch: string): Promise<BranchProtection> {
  const rules = await paginate(rest.repos.getBranchRules, { ...repository, branch, per_page: 100 });
  const { data } = await rest.repos.getBranch({ ...repository, branch });
  const byRules = rules.some(({ type }) => type === 'pull_request');
  return { isProtected: data.protected || rules.length > 0, requiresPullRequest: data.protected || byRules };
}

async function putEnvironment(
  { rest, repository, paginate }: Client,
  { name, reviewers, branches }: NewEnvironment,
): Promise<void> {
  const ids: { readonly type: 'User'; readonly id: number }[] = [];
  for (const username of reviewers) ids.push({ type: 'User', id: (await rest.users.getByUsername({ username })).data.id });
  const policy = branches === 'any' ? null : { protected_branches: false, custom_branch_policies: true };
  await rest.repos.createOrUpdateEnvironment({
    ...repository,
    environment_name: name,
    reviewers: ids,
    deployment_branch_policy: policy,
  });
  if (branches === 'any') return;
  const environment = { ...repository, environment_name: name };
  const known = await paginate(rest.repos.listDeploymentBranchPolicies, { ...environment, per_page: 100 });
  const missing = branches.filter((branch) => !known.some((policy) => policy.name === branch));
  for (const branch of missing) await rest.repos.createDeploymentBranchPolicy({ ...environment, name: branch });
}

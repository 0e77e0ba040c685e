// Checks of the repository on GitHub: its environments, variables, what Actions may do, its default branch.
import { type EnvironmentRule, environmentRules, isUsed } from '../../../define/github-settings.ts';
import type { GitHubEnvironment } from '../../../ports/repository-settings.ts';
import { type DoctorFacts, valueIn, type Wanted } from '../facts.ts';
import { advice, type Check, type Judgement, judging, ok, wrong } from '../findings.ts';
import { applyingVariables } from '../needs.ts';

const settings = 'Run "npx opsdeck init" with GITHUB_TOKEN set, or change it in the settings of the repository.';

const repository: Check = {
  id: 'repository',
  area: 'GitHub',
  judge: (facts, wanted) =>
    judging(facts.repository, (found) => {
      if (found) return [ok(`${found.fullName}, default branch ${found.defaultBranch}`)];
      const fix = 'Correct --repository, or use a token that may read it.';
      return [wrong(`GitHub does not show ${wanted.repository} to this token`, fix)];
    }),
};

const environments: Check = {
  id: 'environments',
  area: 'GitHub',
  judge: (facts, wanted) =>
    judging(facts.environments, (found) => {
      const branch = valueIn(facts.repository)?.defaultBranch ?? 'main';
      return environmentRules.flatMap((rule) => {
        const environment = found.find(({ name }) => name === rule.name);
        return environment ? [judgeEnvironment(rule, environment, branch)] : judgeAbsent(rule, facts, wanted);
      });
    }),
};

/**
 * Nothing is missing that no part of this repository needs. But whoever may push a branch makes an environment by naming it, without
 * any limits, and so gets the role that trusts it.
 * https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
 */
function judgeAbsent(rule: EnvironmentRule, { roles }: DoctorFacts, { parts }: Wanted): readonly Judgement[] {
  const { name, role, branches } = rule;
  const subject = `environment ${name}`;
  if (isUsed(rule, parts)) return [wrong('does not exist', settings, subject)];
  if (branches === 'any' || role === undefined || !valueIn(roles[role])) return [];
  return [
    advice(`no part here needs it, but who may push a branch can make it, and take the role opsdeck-${role}`, settings, subject),
  ];
}

function judgeEnvironment(rule: EnvironmentRule, { reviewers, branches }: GitHubEnvironment, branch: string): Judgement {
  const subject = `environment ${rule.name}`;
  if (rule.branches === 'default' && !isOnly(branches, branch)) {
    const who = branches === 'any' ? 'every branch' : branches === 'protected' ? 'every protected branch' : branches.join(', ');
    return wrong(`workflows of ${who || 'no branch'} may use it, and it should be ${branch} alone`, settings, subject);
  }
  if (rule.reviewers === 'required' && reviewers.length === 0) {
    return wrong('nobody has to approve', 'Name required reviewers in the settings of the environment.', subject);
  }
  const from = rule.branches === 'default' ? `only from ${branch}` : 'from pull requests, too';
  return ok(`${from}; ${reviewers.length === 0 ? 'nobody has to approve' : `approved by ${reviewers.join(' or ')}`}`, subject);
}

function isOnly(branches: GitHubEnvironment['branches'], branch: string): boolean {
  return Array.isArray(branches) && branches.length === 1 && branches[0] === branch;
}

const variables: Check = {
  id: 'variables',
  area: 'GitHub',
  judge: (facts, wanted) =>
    judging(facts.variables, (found) =>
      applyingVariables(valueIn(facts.workflows)?.files ?? [], wanted).flatMap(({ name, about, unset }) => {
        const value = found[name];
        if (value) return [ok(value, `variable ${name}`)];
        return unset[wanted.layout] === 'needed'
          ? [wrong(`is not set: ${about}`, `Run "gh variable set ${name}".`, `variable ${name}`)]
          : [];
      }),
    ),
};

const actionsPolicy: Check = {
  id: 'Actions',
  area: 'GitHub',
  judge: (facts) =>
    judging(facts.actionsPolicy, ({ isEnabled, allowed }) => {
      if (!isEnabled) return [wrong('are turned off', 'Turn them on: Settings, Actions, General.')];
      if (allowed === 'local_only')
        return [
          wrong('only those of the same owner may run', 'Allow those that the workflows name: Settings, Actions, General.'),
        ];
      if (allowed === 'selected') return [ok('those that the settings list may run; the workflows need all that they name')];
      return [ok('all may run')];
    }),
};

const workflowToken: Check = {
  id: 'workflow token',
  area: 'GitHub',
  judge: (facts) =>
    judging(facts.workflowToken, (token) => {
      const fix = 'Settings, Actions, General, Workflow permissions: read, and no approval of pull requests.';
      const problems = [
        ...(token.default === 'write' ? ['may write unless a workflow says otherwise'] : []),
        ...(token.mayApprovePullRequests ? ['may approve pull requests'] : []),
      ];
      return [problems.length === 0 ? ok('reads, unless a workflow asks for more') : advice(problems.join('; '), fix)];
    }),
};

const protection: Check = {
  id: 'default branch',
  area: 'GitHub',
  judge: (facts) =>
    judging(facts.protection, ({ isProtected, requiresPullRequest }) => {
      const fix = 'Add a ruleset or branch protection that requires a pull request and its approval.';
      if (!isProtected) return [wrong('anybody who may push changes what deploys do', fix)];
      if (!requiresPullRequest) return [advice('is protected, but takes pushes without a pull request', fix)];
      return [ok('is protected')];
    }),
};

export const gitHubChecks: readonly Check[] = [repository, environments, variables, actionsPolicy, workflowToken, protection];

// What has to change on GitHub so that the workflows can run: decided from what there is, so that it can be run again.
import { environmentRules } from '../../define/github-settings.ts';
import type { GitHubEnvironment, NewEnvironment } from '../../ports/repository-settings.ts';

export interface WantedSettings {
  readonly account: string;
  readonly region: string;
  readonly defaultBranch: string;
  readonly domain?: string | undefined;
  readonly image?: string | undefined;
  readonly environments: readonly string[];
  readonly reviewers: readonly string[];
}

export interface FoundSettings {
  readonly environments: readonly GitHubEnvironment[];
  readonly variables: Readonly<Record<string, string>>;
}

export type GitHubChange =
  | { readonly kind: 'environment'; readonly isNew: boolean; readonly environment: NewEnvironment }
  | { readonly kind: 'variable'; readonly name: string; readonly from?: string; readonly to: string }
  /** Nobody but a person should decide it. */
  | { readonly kind: 'by-hand'; readonly what: string };

export function decideGitHubChanges(wanted: WantedSettings, found: FoundSettings): readonly GitHubChange[] {
  return [
    // All of them, whichever parts the repository has: the bootstrap stack makes every role, and an environment that does not exist
    // is made by the first workflow that names it, for every branch.
    // https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments
    ...environmentRules.flatMap((rule) => {
      const branches = rule.branches === 'default' ? [wanted.defaultBranch] : ('any' as const);
      const needsReviewers = rule.reviewers === 'required';
      const reviewers = needsReviewers ? wanted.reviewers : [];
      const known = found.environments.find(({ name }) => name === rule.name);
      return changesOfEnvironment({ name: rule.name, reviewers, branches }, known, needsReviewers);
    }),
    ...Object.entries(variablesOf(wanted)).flatMap(([name, to]): readonly GitHubChange[] => {
      const from = found.variables[name];
      return from === to ? [] : [{ kind: 'variable', name, to, ...(from !== undefined && { from }) }];
    }),
  ];
}

/** Rules that people have made are never taken away: what differs from them is told. */
function changesOfEnvironment(
  wanted: NewEnvironment,
  known: GitHubEnvironment | undefined,
  needsReviewers: boolean,
): readonly GitHubChange[] {
  const { name, reviewers, branches } = wanted;
  const byHand = (what: string): GitHubChange => ({ kind: 'by-hand', what: `environment ${name}: ${what}` });
  const put: GitHubChange = { kind: 'environment', isNew: !known, environment: wanted };
  const isLimited = branches === 'any' || JSON.stringify(known?.branches) === JSON.stringify(branches);
  const isApproved = (known?.reviewers ?? []).length > 0;
  const isRuled = known !== undefined && (isApproved || (known.branches !== 'any' && !isLimited));
  const isToldNobody = needsReviewers && !isApproved && (isRuled || reviewers.length === 0);
  const told = isToldNobody ? [byHand('name required reviewers, or nobody has to approve')] : [];
  if (isRuled) return [...(isLimited ? [] : [byHand(`let only ${branches} use it`)]), ...told];
  const isSame = known !== undefined && isLimited && reviewers.length === 0;
  return [...(isSame ? [] : [put]), ...told];
}

function variablesOf({ account, region, domain, image, environments }: WantedSettings): Readonly<Record<string, string>> {
  return {
    AWS_ACCOUNT_ID: account,
    AWS_REGION: region,
    ...(domain && { OPSDECK_DOMAIN: domain }),
    ...(image && { OPSDECK_IMAGE: image }),
    ...(environments.length > 0 && { OPSDECK_ENVIRONMENTS: JSON.stringify(environments) }),
  };
}

/** A line a change. */
export function renderGitHubChange(change: GitHubChange): string {
  switch (change.kind) {
    case 'environment': {
      const { name, branches, reviewers } = change.environment;
      const rules = [
        branches === 'any' ? 'for every branch' : `for ${branches.join(', ')} alone`,
        ...(reviewers.length > 0 ? [`approved by ${reviewers.join(' or ')}`] : []),
      ];
      return `${change.isNew ? 'make' : 'limit'} environment ${name}: ${rules.join(', ')}`;
    }
    case 'variable':
      return `set variable ${change.name}: ${change.from === undefined ? '' : `${change.from} → `}${change.to}`;
    case 'by-hand':
      return `by hand: ${change.what}`;
    default:
      return change satisfies never;
  }
}

/** What a person without a token here can type where they have one; running it twice does no harm. */
export function renderAsCommands(changes: readonly GitHubChange[], repository: string): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'variable') return [`gh variable set ${change.name} --repo ${repository} --body ${quoted(change.to)}`];
    if (change.kind === 'by-hand') return [`# ${change.what}`];
    const { name, branches } = change.environment;
    const place = `repos/${repository}/environments/${name}`;
    if (branches === 'any') return [`gh api --method PUT ${place}`];
    const policy =
      "-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'";
    return [
      `gh api --method PUT ${place} ${policy}`,
      ...branches.map((branch) => `gh api --method POST ${place}/deployment-branch-policies -f name=${quoted(branch)}`),
    ];
  });
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

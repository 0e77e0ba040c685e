// Environments of the GitHub double: a deployment makes the one that it names, and administrators give them rules.

import { renderAccount } from './accounts.ts';
import type { Environment } from './automation-records.ts';
import { type Answer, type Call, countedList, invalid, noContent, notFound, ok, type Route, text } from './exchange.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, timestamp } from './hub.ts';
import type { Account } from './state.ts';

export function ensureEnvironment(hub: Hub, name: string): Environment {
  const known = hub.state.environments.get(name);
  if (known !== undefined) return known;
  const environment = { id: hub.nextId(), name, createdAt: timestamp(hub) };
  hub.state.environments.set(name, environment);
  return environment;
}

function renderEnvironment(hub: Hub, environment: Environment): Json {
  const { id, name, createdAt, branches } = environment;
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${apiUrl(hub)}/environments/${encodeURIComponent(name)}`,
    html_url: `${pageUrl(hub)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: createdAt,
    protection_rules: rulesOf(hub, environment),
    deployment_branch_policy: branches === undefined ? null : { protected_branches: false, custom_branch_policies: true },
  };
}

function rulesOf(hub: Hub, { id, reviewers = [], branches }: Environment): readonly Json[] {
  const rule = (type: string, more: Json = {}): Json => ({ id, node_id: nodeId('GA', `${type} ${id}`), type, ...more });
  const people = reviewers.map((reviewer) => ({ type: 'User', reviewer: renderAccount(hub, reviewer) }));
  return [
    ...(people.length > 0 ? [rule('required_reviewers', { prevent_self_review: false, reviewers: people })] : []),
    ...(branches === undefined ? [] : [rule('branch_policy')]),
  ];
}

/** Rules that the request leaves out are taken away: https://docs.github.com/en/rest/deployments/environments#create-or-update-an-environment */
function putEnvironment({ hub, params, body }: Call): Answer {
  const known = ensureEnvironment(hub, params.environment_name ?? '');
  const reviewers = reviewersIn(hub, body);
  if (reviewers === undefined) return invalid({ resource: 'Environment', field: 'reviewers', code: 'invalid' });
  const policy = body.deployment_branch_policy as { readonly custom_branch_policies?: boolean } | null | undefined;
  const { branches = [], id, name, createdAt } = known;
  const environment = { id, name, createdAt, reviewers, ...(policy?.custom_branch_policies === true && { branches }) };
  hub.state.environments.set(name, environment);
  return ok(renderEnvironment(hub, environment));
}

function reviewersIn({ state }: Hub, { reviewers }: Json): readonly Account[] | undefined {
  const asked = (reviewers ?? []) as readonly { readonly id?: number }[];
  const accounts = asked.map(({ id }) => [...state.accounts.values()].find((account) => account.id === id));
  return accounts.some((account) => account === undefined) ? undefined : accounts.filter((account) => account !== undefined);
}

function addBranchPolicy({ hub, body }: Call, environment: Environment): Answer {
  const { branches } = environment;
  const name = text(body, 'name');
  if (branches === undefined || name === undefined) return notFound;
  const policy = { id: hub.nextId(), name };
  hub.state.environments.set(environment.name, { ...environment, branches: [...branches, policy] });
  return ok(renderBranchPolicy(policy));
}

function renderBranchPolicy({ id, name }: { readonly id: number; readonly name: string }): Json {
  return { id, node_id: nodeId('GBP', id), name, type: 'branch' };
}

function withEnvironment({ hub, params }: Call, act: (environment: Environment) => Answer): Answer {
  const environment = hub.state.environments.get(params.environment_name ?? '');
  return environment === undefined ? notFound : act(environment);
}

const all = '/repos/{owner}/{repo}/environments';
const one = `${all}/{environment_name}`;
const policies = `${one}/deployment-branch-policies`;

export const environmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    needs: ['actions=read'],
    handle: ({ hub }) =>
      countedList(
        'environments',
        [...hub.state.environments.values()].map((each) => renderEnvironment(hub, each)),
      ),
  },
  {
    method: 'GET',
    path: one,
    needs: ['actions=read'],
    handle: (call) => withEnvironment(call, (each) => ok(renderEnvironment(call.hub, each))),
  },
  { method: 'PUT', path: one, needs: ['administration=write'], handle: putEnvironment },
  {
    method: 'GET',
    path: policies,
    needs: ['actions=read'],
    handle: (call) =>
      withEnvironment(call, ({ branches = [] }) => countedList('branch_policies', branches.map(renderBranchPolicy))),
  },
  {
    method: 'POST',
    path: policies,
    needs: ['administration=write'],
    handle: (call) => withEnvironment(call, (environment) => addBranchPolicy(call, environment)),
  },
  {
    method: 'DELETE',
    path: one,
    // A job's own token can never have it.
    needs: ['administration=write'],
    handle: (call) =>
      withEnvironment(call, ({ name }) => {
        call.hub.state.environments.delete(name);
        return noContent;
      }),
  },
];

// Settings of the repository in the GitHub double: variables, what Actions may do, protected branches.
import type { Variable } from './automation-records.ts';
import { renderCommit } from './commits.ts';
import {
  type Answer,
  type Call,
  countedList,
  created,
  invalid,
  list,
  noContent,
  notFound,
  ok,
  type Route,
  text,
} from './exchange.ts';
import { branchKey, commitOf } from './git.ts';
import { apiUrl, type Hub, type Json, pageUrl, timestamp } from './hub.ts';

function renderVariable({ name, value, createdAt, updatedAt }: Variable): Json {
  return { name, value, created_at: createdAt, updated_at: updatedAt };
}

function addVariable({ hub, body }: Call): Answer {
  const name = text(body, 'name')?.toUpperCase() ?? '';
  const value = text(body, 'value');
  if (name === '' || value === undefined) return invalid({ resource: 'Variable', field: 'name', code: 'missing_field' });
  if (hub.state.variables.has(name)) return invalid({ resource: 'Variable', field: 'name', code: 'already_exists' });
  const now = timestamp(hub);
  hub.state.variables.set(name, { name, value, createdAt: now, updatedAt: now });
  return created({});
}

/** Names do not mind case. */
function withVariable({ hub, params }: Call, act: (variable: Variable) => Answer): Answer {
  const variable = hub.state.variables.get((params.name ?? '').toUpperCase());
  return variable === undefined ? notFound : act(variable);
}

function changeVariable(call: Call): Answer {
  return withVariable(call, (variable) => {
    const { hub, body } = call;
    const changed = { ...variable, value: text(body, 'value') ?? variable.value, updatedAt: timestamp(hub) };
    hub.state.variables.set(variable.name, changed);
    return noContent;
  });
}

/** GitHub's own defaults: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/enabling-features-for-your-repository/managing-github-actions-settings-for-a-repository */
const defaults = {
  permissions: { enabled: true, allowed_actions: 'all' },
  workflow: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
} as const;

/** The two resources that settings of Actions come in: what is written is read again. */
function settingsOf(name: keyof typeof defaults, path: string): readonly Route[] {
  return [
    {
      method: 'GET',
      path,
      needs: ['administration=read'],
      handle: ({ hub }) => {
        const known = Object.entries(defaults[name]).map(([key, value]) => [key, hub.state.actionsSettings.get(key) ?? value]);
        return ok(Object.fromEntries(known));
      },
    },
    {
      method: 'PUT',
      path,
      needs: ['administration=write'],
      handle: ({ hub, body }) => {
        for (const key of Object.keys(defaults[name])) if (key in body) hub.state.actionsSettings.set(key, body[key]);
        return noContent;
      },
    },
  ];
}

function renderBranch(hub: Hub, name: string): Json | undefined {
  const { branches, repository, protectedBranches } = hub.state;
  const sha = branches.get(branchKey(repository, name));
  if (sha === undefined) return undefined;
  const self = `${apiUrl(hub)}/branches/${name}`;
  return {
    name,
    commit: renderCommit(hub, commitOf(hub, sha)),
    _links: { self, html: `${pageUrl(hub)}/tree/${name}` },
    protected: protectedBranches.has(name),
    protection: { enabled: false },
    protection_url: `${self}/protection`,
  };
}

function rulesOfBranch({ hub, params }: Call): Answer {
  const found = hub.state.protectedBranches.get(params.branch ?? '');
  if (found === undefined) return list([]);
  const { owner, name } = hub.state.repository;
  const source = { ruleset_source_type: 'Repository', ruleset_source: `${owner.login}/${name}`, ruleset_id: found.ruleset };
  const parameters = {
    dismiss_stale_reviews_on_push: true,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: 1,
    required_review_thread_resolution: false,
  };
  return list([{ type: 'pull_request', parameters, ...source }]);
}

const repository = '/repos/{owner}/{repo}';
const variables = `${repository}/actions/variables`;
const readVariables = ['actions_variables=read'] as const;
const writeVariables = ['actions_variables=write'] as const;

export const settingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: variables,
    needs: readVariables,
    handle: ({ hub }) => countedList('variables', [...hub.state.variables.values()].map(renderVariable)),
  },
  { method: 'POST', path: variables, needs: writeVariables, handle: addVariable },
  {
    method: 'GET',
    path: `${variables}/{name}`,
    needs: readVariables,
    handle: (call) => withVariable(call, (variable) => ok(renderVariable(variable))),
  },
  { method: 'PATCH', path: `${variables}/{name}`, needs: writeVariables, handle: changeVariable },
  ...settingsOf('permissions', `${repository}/actions/permissions`),
  ...settingsOf('workflow', `${repository}/actions/permissions/workflow`),
  {
    method: 'GET',
    path: `${repository}/branches/{branch}`,
    needs: ['contents=read'],
    handle: ({ hub, params }) => {
      const branch = renderBranch(hub, params.branch ?? '');
      return branch === undefined ? notFound : ok(branch);
    },
  },
  { method: 'GET', path: `${repository}/rules/branches/{branch}`, needs: ['metadata=read'], handle: rulesOfBranch },
];

// Environments of the GitHub double: a deployment makes the one that it names.

import type { Environment } from './automation-records.ts';
import { type Answer, type Call, countedList, noContent, notFound, ok, type Route } from './exchange.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, timestamp } from './hub.ts';

export function ensureEnvironment(hub: Hub, name: string): Environment {
  const known = hub.state.environments.get(name);
  if (known !== undefined) return known;
  const environment = { id: hub.nextId(), name, createdAt: timestamp(hub) };
  hub.state.environments.set(name, environment);
  return environment;
}

function renderEnvironment(hub: Hub, { id, name, createdAt }: Environment): Json {
  return {
    id,
    node_id: nodeId('EN', id),
    name,
    url: `${apiUrl(hub)}/environments/${encodeURIComponent(name)}`,
    html_url: `${pageUrl(hub)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
    created_at: createdAt,
    updated_at: createdAt,
    protection_rules: [],
    deployment_branch_policy: null,
  };
}

function withEnvironment({ hub, params }: Call, act: (environment: Environment) => Answer): Answer {
  const environment = hub.state.environments.get(params.environment_name ?? '');
  return environment === undefined ? notFound : act(environment);
}

const all = '/repos/{owner}/{repo}/environments';
const one = `${all}/{environment_name}`;

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

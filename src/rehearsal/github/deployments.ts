// Deployments of the GitHub double and their statuses.
import { renderAccount, renderVia } from './accounts.ts';
import type { Deployment, DeploymentStatus } from './automation-records.ts';
import { ensureEnvironment } from './environments.ts';
import {
  type Answer,
  type Call,
  checkTexts,
  created,
  flag,
  invalid,
  list,
  noContent,
  notFound,
  ok,
  type Route,
  refused,
  text,
} from './exchange.ts';
import { resolveRef } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, timestamp } from './hub.ts';

const states = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];

/** It does not merge the default branch into the ref (`auto_merge`): who deploys asks it not to. */
function createDeployment({ hub, body, caller }: Call): Answer {
  const refusal = checkTexts(body, [{ resource: 'Deployment', field: 'ref', required: true }]);
  if (refusal !== undefined) return refusal;
  const ref = text(body, 'ref') ?? '';
  const commit = resolveRef(hub, ref);
  if (commit === undefined) return refused(422, `No ref found for: ${ref}`);
  const now = timestamp(hub);
  const environment = text(body, 'environment') ?? 'production';
  ensureEnvironment(hub, environment);
  const deployment: Deployment = {
    id: hub.nextId(),
    sha: commit.sha,
    ref,
    task: text(body, 'task') ?? 'deploy',
    environment,
    description: text(body, 'description') ?? null,
    creator: caller,
    isTransient: flag(body, 'transient_environment') ?? false,
    isProduction: flag(body, 'production_environment') ?? environment === 'production',
    payload: body.payload ?? {},
    createdAt: now,
    updatedAt: now,
    statuses: [],
  };
  hub.state.deployments.set(deployment.id, deployment);
  return created(renderDeployment(hub, deployment));
}

function listDeployments({ hub, query }: Call): Answer {
  const matches = (deployment: Deployment): boolean =>
    (['sha', 'ref', 'task', 'environment'] as const).every((field) => [null, deployment[field]].includes(query.get(field)));
  const newestFirst = [...hub.state.deployments.values()].filter(matches).reverse();
  return list(newestFirst.map((deployment) => renderDeployment(hub, deployment)));
}

function createStatus({ hub, body, caller }: Call, deployment: Deployment): Answer {
  const refusal = checkTexts(body, [{ resource: 'DeploymentStatus', field: 'description', most: 140 }]);
  if (refusal !== undefined) return refusal;
  const state = text(body, 'state') ?? '';
  if (!states.includes(state)) return invalid({ resource: 'DeploymentStatus', field: 'state', code: 'invalid' });
  const status: DeploymentStatus = {
    id: hub.nextId(),
    state,
    creator: caller,
    description: text(body, 'description') ?? '',
    logUrl: text(body, 'log_url') ?? text(body, 'target_url') ?? '',
    environmentUrl: text(body, 'environment_url') ?? '',
    createdAt: timestamp(hub),
  };
  addStatus(hub, deployment, status);
  if (state === 'success' && flag(body, 'auto_inactive') !== false) retireOlder(hub, deployment, status);
  return created(renderStatus(hub, deployment, status));
}

function addStatus(hub: Hub, deployment: Deployment, status: DeploymentStatus): void {
  const statuses = [...deployment.statuses, status];
  hub.state.deployments.set(deployment.id, { ...deployment, statuses, updatedAt: status.createdAt });
}

/** `auto_inactive` spares transient and production environments: https://docs.github.com/en/rest/deployments/statuses */
function retireOlder(hub: Hub, latest: Deployment, { creator, createdAt }: DeploymentStatus): void {
  const older = [...hub.state.deployments.values()].filter(
    ({ id, environment, isTransient, isProduction }) =>
      id < latest.id && environment === latest.environment && !isTransient && !isProduction,
  );
  const inactive = { state: 'inactive', creator, description: '', logUrl: '', environmentUrl: '', createdAt };
  for (const deployment of older.filter(isActive)) addStatus(hub, deployment, { ...inactive, id: hub.nextId() });
}

function isActive({ statuses }: Deployment): boolean {
  return statuses.at(-1)?.state !== 'inactive';
}

function deleteDeployment({ hub }: Call, deployment: Deployment): Answer {
  const sameEnvironment = [...hub.state.deployments.values()].filter(({ environment }) => environment === deployment.environment);
  if (isActive(deployment) && sameEnvironment.length > 1) {
    return refused(422, 'We cannot delete an active deployment unless it is the only deployment in a given environment.');
  }
  hub.state.deployments.delete(deployment.id);
  return noContent;
}

function renderDeployment(hub: Hub, deployment: Deployment): Json {
  const { id, sha, ref, task, environment, description, creator, payload } = deployment;
  const url = `${apiUrl(hub)}/deployments/${id}`;
  return {
    url,
    id,
    node_id: nodeId('DE', id),
    ...{ sha, ref, task, payload, environment, original_environment: environment, description },
    creator: renderAccount(hub, creator),
    created_at: deployment.createdAt,
    updated_at: deployment.updatedAt,
    statuses_url: `${url}/statuses`,
    repository_url: apiUrl(hub),
    transient_environment: deployment.isTransient,
    production_environment: deployment.isProduction,
    performed_via_github_app: renderVia(hub, creator),
  };
}

function renderStatus(hub: Hub, { id: deployment, environment }: Deployment, status: DeploymentStatus): Json {
  const url = `${apiUrl(hub)}/deployments/${deployment}`;
  const { id, state, creator, description, logUrl, environmentUrl, createdAt } = status;
  return {
    url: `${url}/statuses/${id}`,
    id,
    node_id: nodeId('DES', id),
    ...{ state, description, environment, target_url: logUrl, log_url: logUrl, environment_url: environmentUrl },
    creator: renderAccount(hub, creator),
    created_at: createdAt,
    updated_at: createdAt,
    deployment_url: url,
    repository_url: apiUrl(hub),
    performed_via_github_app: renderVia(hub, creator),
  };
}

function withDeployment(call: Call, act: (deployment: Deployment) => Answer): Answer {
  const deployment = call.hub.state.deployments.get(Number(call.params.deployment_id));
  return deployment === undefined ? notFound : act(deployment);
}

const all = '/repos/{owner}/{repo}/deployments';
const one = `${all}/{deployment_id}`;
const read = ['deployments=read'] as const;
const write = ['deployments=write'] as const;

export const deploymentRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: read, handle: listDeployments },
  { method: 'POST', path: all, needs: write, handle: createDeployment },
  {
    method: 'GET',
    path: one,
    needs: read,
    handle: (call) => withDeployment(call, (each) => ok(renderDeployment(call.hub, each))),
  },
  { method: 'DELETE', path: one, needs: write, handle: (call) => withDeployment(call, (each) => deleteDeployment(call, each)) },
  {
    method: 'GET',
    path: `${one}/statuses`,
    needs: read,
    handle: (call) =>
      withDeployment(call, (each) => list([...each.statuses].reverse().map((status) => renderStatus(call.hub, each, status)))),
  },
  {
    method: 'POST',
    path: `${one}/statuses`,
    needs: write,
    handle: (call) => withDeployment(call, (each) => createStatus(call, each)),
  },
];

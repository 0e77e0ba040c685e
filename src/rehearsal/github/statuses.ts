// Commit statuses of the GitHub double.
import { renderAccount } from './accounts.ts';
import type { CommitStatus } from './automation-records.ts';
import { type Answer, type Call, checkTexts, created, invalid, ok, type Route, refused, text } from './exchange.ts';
import { resolveRef } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, timestamp } from './hub.ts';
import { renderMinimalRepository } from './repository.ts';

const states = ['error', 'failure', 'pending', 'success'];

function createStatus({ hub, params: { sha = '' }, body, caller }: Call): Answer {
  if (!hub.state.commits.has(sha)) return refused(422, `No commit found for SHA: ${sha}`);
  const refusal = checkTexts(body, [{ resource: 'Status', field: 'description', most: 140 }]);
  if (refusal !== undefined) return refusal;
  const state = text(body, 'state') ?? '';
  if (!states.includes(state)) return invalid({ resource: 'Status', field: 'state', code: 'invalid' });
  const status: CommitStatus = {
    id: hub.nextId(),
    sha,
    creator: caller,
    state,
    context: text(body, 'context') ?? 'default',
    description: text(body, 'description') ?? null,
    targetUrl: text(body, 'target_url') ?? null,
    createdAt: timestamp(hub),
  };
  hub.state.statuses.set(status.id, status);
  return created({ ...renderSimple(hub, status), creator: renderAccount(hub, caller) });
}

function renderSimple(hub: Hub, { id, sha, creator, state, context, description, targetUrl, createdAt }: CommitStatus): Json {
  return {
    url: `${apiUrl(hub)}/statuses/${sha}`,
    avatar_url: `${hub.url}/avatars/${creator.id}`,
    id,
    node_id: nodeId('SC', id),
    ...{ state, description, target_url: targetUrl, context, created_at: createdAt, updated_at: createdAt },
  };
}

/** The latest a context; all of them together are what branch protection looks at. */
function combine({ hub, params: { ref = '' } }: Call): Answer {
  const commit = resolveRef(hub, ref);
  if (commit === undefined) return refused(422, `No commit found for SHA: ${ref}`);
  const { sha } = commit;
  const latest = new Map([...hub.state.statuses.values()].filter((each) => each.sha === sha).map((each) => [each.context, each]));
  const statuses = [...latest.values()];
  return ok({
    state: combinedState(statuses),
    sha,
    total_count: statuses.length,
    statuses: statuses.map((status) => renderSimple(hub, status)),
    repository: renderMinimalRepository(hub, hub.state.repository),
    commit_url: `${apiUrl(hub)}/commits/${sha}`,
    url: `${apiUrl(hub)}/commits/${sha}/status`,
  });
}

function combinedState(statuses: readonly CommitStatus[]): string {
  const has = (...wanted: readonly string[]): boolean => statuses.some(({ state }) => wanted.includes(state));
  if (has('error', 'failure')) return 'failure';
  return statuses.length === 0 || has('pending') ? 'pending' : 'success';
}

export const statusRoutes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/statuses/{sha}', needs: ['statuses=write'], handle: createStatus },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/status', needs: ['statuses=read'], handle: combine },
];

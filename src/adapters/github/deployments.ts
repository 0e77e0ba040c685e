// Implements the Deployments port.
import type { DeploymentRequest, Deployments } from '../../ports/deployments.ts';
import { unlessGone } from './absence.ts';
import { type Client, repeatable } from './client.ts';
import { createOnce } from './create-once.ts';

/** https://docs.github.com/en/rest/deployments/statuses#create-a-deployment-status: the description */
const mostDescriptionCharacters = 140;

export function openDeployments(client: Client): Deployments {
  return {
    create: (request) =>
      createOnce(client, { create: () => create(client, request), find: () => findUntouched(client, request) }),
    setStatus: async (id, { state, description, logUrl, environmentUrl }) => {
      await client.rest.repos.createDeploymentStatus({
        ...client.repository,
        deployment_id: id,
        state,
        description: cut(description),
        log_url: logUrl,
        ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
        request: repeatable,
      });
    },
    deactivate: (environment, logUrl) => deactivate(client, environment, logUrl),
  };
}

async function create({ rest, repository }: Client, { environment, sha, description }: DeploymentRequest): Promise<number> {
  const { data } = await rest.repos.createDeployment({
    ...repository,
    ref: sha,
    environment,
    description: cut(description),
    auto_merge: false,
    // What decides whether it may be deployed is not the commit's checks: they wait for this job.
    required_contexts: [],
    transient_environment: true,
    production_environment: false,
  });
  // The other answer is that of `auto_merge`.
  if (!('id' in data)) throw new Error(`GitHub merged in place of making a deployment: ${data.message}`);
  return data.id;
}

/** A deployment that was just created has no status yet; one of an earlier run has. */
async function findUntouched(client: Client, { environment, sha }: DeploymentRequest): Promise<number | undefined> {
  const { rest, repository, botLogin } = client;
  const { data } = await rest.repos.listDeployments({ ...repository, environment, sha, per_page: 10 });
  for (const { id, creator } of data) {
    if (creator?.login !== botLogin) continue;
    if ((await latestState(client, id)) === undefined) return id;
  }
  return undefined;
}

async function deactivate(client: Client, environment: string, logUrl: string): Promise<void> {
  const { rest, paginate, repository } = client;
  const all = await paginate(rest.repos.listDeployments, { ...repository, environment, per_page: 100 });
  for (const { id } of all) {
    if ((await latestState(client, id)) === 'inactive') continue;
    await unlessGone(() =>
      rest.repos.createDeploymentStatus({
        ...repository,
        deployment_id: id,
        state: 'inactive',
        log_url: logUrl,
        request: repeatable,
      }),
    );
  }
}

/** @returns nothing when it has no status */
async function latestState({ rest, repository }: Client, id: number): Promise<string | undefined> {
  const answer = await unlessGone(() => rest.repos.listDeploymentStatuses({ ...repository, deployment_id: id, per_page: 1 }));
  return answer === undefined ? 'inactive' : answer.data[0]?.state;
}

function cut(description: string): string {
  return description.length <= mostDescriptionCharacters
    ? description
    : `${description.slice(0, mostDescriptionCharacters - 1)}…`;
}

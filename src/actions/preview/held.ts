// A deploy while a person holds the environment: it waits, changes nothing, and says how it goes on.
import { decideObstacle, type Obstacle } from '../environment/hold.ts';
import { gatherHold } from '../environment/hold-store.ts';
import type { DeployRequest, DeployResult } from './deploy-request.ts';
import type { Before } from './deploy-run.ts';
import { tell } from './tell.ts';
import type { PreviewWorld } from './world.ts';

/**
 * Asked once, before anything is taken or changed: a hold that comes later finds this deploy under way, and lets it come to its
 * end, because half of a deploy is worse than either. Only deploys ask: to destroy, reap and extend goes on under a hold, since
 * it costs money not to, and touches nothing that is not the pull request's own.
 */
export async function gatherObstacle(world: PreviewWorld, { actor }: DeployRequest): Promise<Obstacle | undefined> {
  const { documents, settings, clock } = world;
  return decideObstacle(await gatherHold(documents, settings.naming.host), actor, clock.now());
}

export async function settleHeld(
  world: PreviewWorld,
  request: DeployRequest,
  { lease }: Before,
  by: Obstacle,
): Promise<DeployResult> {
  const environment = world.settings.naming.host;
  const { headSha } = request;
  await tell(world, request.pullRequest, { kind: 'held', headSha, environment, by, ...upBy(lease) });
  return { kind: 'held', environment, by, isCommanded: request.actor !== undefined };
}

function upBy(found: Before['lease']) {
  if (found.kind !== 'valid' || found.lease.status !== 'live' || found.lease.url === undefined) return {};
  const { url, headSha } = found.lease;
  return { up: { url, headSha } };
}

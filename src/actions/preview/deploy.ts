// Brings the preview of one commit up, step by step; whatever happens on the way, the next run can take over from there.
import { attempt } from '../comment/attempt.ts';
import { costText, estimateCost } from './cost.ts';
import { deployLayer, type LayerRun } from './deploy-layer.ts';
import type { DeployRequest, DeployResult } from './deploy-request.ts';
import { type Before, type DeployRun, gatherBefore, gatherStanding, journal } from './deploy-run.ts';
import { deployStrays, shapesByName } from './deploy-strays.ts';
import { destroyLocked } from './destroy.ts';
import { performDestroyState } from './destroy-state.ts';
import { asFailure, refuseIfCancelled } from './failures.ts';
import { gatherObstacle, settleHeld } from './held.ts';
import { addSeconds, type Lease } from './lease.ts';
import { openLease } from './lease-store.ts';
import { liveView } from './live-view.ts';
import { ownerText } from './lock.ts';
import { settleFailure, settleSuperseded } from './settle-deploy.ts';
import type { Standing } from './standing.ts';
import { walk } from './steps.ts';
import { type Place, takePlace } from './take-place.ts';
import { releaseSlots } from './take-slot.ts';
import { environmentOf, tell, tellDeployment } from './tell.ts';
import { withLock } from './with-lock.ts';
import type { PreviewWorld } from './world.ts';

/** Never throws: a failure is one of the results, and is written down where people look. */
export async function deploy(world: PreviewWorld, request: DeployRequest): Promise<DeployResult> {
  const { pullRequest } = request;
  try {
    const reason = `deploy of ${request.headSha.slice(0, 7)}`;
    const locked = await withLock(world, { pullRequest, reason }, () => deployLocked(world, request));
    if (locked.kind === 'done') return locked.value;
    const { by } = locked;
    await tell(world, pullRequest, { kind: 'locked', doing: reason, by: ownerText(by.owner), reason: by.reason });
    return locked;
  } catch (error) {
    // Before there was a lease to write it down in.
    const failure = asFailure(error, world.signal);
    const { message: what, next, code } = failure;
    await tell(world, pullRequest, {
      kind: 'failed',
      doing: 'deploy',
      step: 'lock',
      failure: { code, what, next },
      runUrl: world.run.url,
    });
    return { kind: 'failed', failure };
  }
}

async function deployLocked(world: PreviewWorld, request: DeployRequest): Promise<DeployResult> {
  refuseIfCancelled(world.signal);
  const standing = await walk(world.progress, 'check-open', () => gatherStanding(world, request));
  if (standing.kind === 'closed') return destroyClosed(world, request);
  if (standing.kind === 'superseded') return { kind: 'superseded', by: standing.by, isLive: false };
  const before = await gatherBefore(world, request.pullRequest);
  const obstacle = await walk(world.progress, 'check-hold', () => gatherObstacle(world, request));
  if (obstacle) return settleHeld(world, request, before, obstacle);
  const place = await walk(world.progress, 'slot', () => takePlace(world, request));
  if (place.kind === 'full') return queue(world, request, before, place);
  const slot = place.slot === undefined ? {} : { slot: place.slot };
  const lease = await walk(world.progress, 'lease', () => {
    const { documents, clock } = world;
    return openLease({ documents, lease: newLease(world, request, before, slot), found: before.lease, now: () => clock.now() });
  });
  const run: DeployRun = { world, request, before, lease, ...slot };
  try {
    return await bringUp(run);
  } catch (error) {
    return settleFailure(run, error);
  }
}

async function bringUp(run: DeployRun): Promise<DeployResult> {
  const { world, request } = run;
  await journal(run, 'deployment', () => startDeployment(run));
  await journal(run, 'strays', () => deployStrays(run));
  let isAnythingApplied = false;
  for (const layerRun of layersOf(request)) {
    const standing = await deployLayer(run, layerRun);
    if (standing.kind === 'closed') return destroyClosed(world, request);
    if (standing.kind === 'superseded') return settleSuperseded(run, standing.by, isAnythingApplied);
    isAnythingApplied = true;
  }
  const standing = await journal(run, 'check-after', () => gatherStanding(world, request));
  if (standing.kind === 'closed') return destroyClosed(world, request);
  await journal(run, 'retire', () => retire(run));
  await journal(run, 'live', () => run.lease.write({ status: 'live', url: request.url }));
  await journal(run, 'announce', () => announce(run, standing));
  if (standing.kind === 'superseded') return { kind: 'superseded', by: standing.by, isLive: true };
  const { expiresAt } = run.lease.current();
  return { kind: 'live', url: request.url, expiresAt, ...(run.slot !== undefined && { slot: run.slot }) };
}

function layersOf(request: DeployRequest): readonly LayerRun[] {
  const { expectedDigest } = request;
  if (request.shape === 'shared') return [{ layer: 'service', request: request.service, expectedDigest }];
  return [
    { layer: 'platform', request: request.platform, expectedDigest },
    ...(request.service ? [{ layer: 'service' as const, request: request.service }] : []),
  ];
}

/** Whatever else was wanted of it: nobody wants it any more. */
async function destroyClosed(world: PreviewWorld, { pullRequest }: DeployRequest): Promise<DeployResult> {
  world.progress.info('The pull request is closed: its preview is destroyed.');
  return { kind: 'closed', destroyed: await destroyLocked(world, { pullRequest, why: 'the pull request was closed' }) };
}

function newLease(world: PreviewWorld, request: DeployRequest, before: Before, slot: { readonly slot?: number }): Lease {
  const now = world.clock.now();
  const previous = before.lease.kind === 'valid' ? before.lease.lease : undefined;
  const unswept = shapesByName(before);
  const renewed = addSeconds(now, world.settings.lifetimeSeconds);
  const { runId, attempt: number } = world.run;
  return {
    pullRequest: request.pullRequest,
    headSha: request.headSha,
    shape: request.shape,
    reason: request.reason,
    ...slot,
    image: request.image,
    cost: costText(estimateCost(request.quantities, world.settings.region)),
    digest: request.expectedDigest,
    status: 'deploying',
    step: 'lease',
    ...(unswept.length > 0 && { unswept }),
    run: { runId, attempt: number },
    createdAt: previous?.createdAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
    // Somebody may have asked for more already; both are instants in UTC, and compare as texts.
    expiresAt: previous && previous.expiresAt > renewed ? previous.expiresAt : renewed,
  };
}

/** A preview that is up is left alone; one that is not gets a lease that says that it waits. */
async function queue(
  world: PreviewWorld,
  request: DeployRequest,
  before: Before,
  { live, maximum, holders }: Extract<Place, { kind: 'full' }>,
): Promise<DeployResult> {
  const { documents, clock } = world;
  const { pullRequest, shape } = request;
  if (before.states.length === 0) {
    const lease: Lease = { ...newLease(world, request, before, {}), status: 'queued', step: 'slot' };
    await openLease({ documents, lease, found: before.lease, now: () => clock.now() });
  }
  await tell(world, pullRequest, { kind: 'queued', shape, live, maximum, holders });
  return { kind: 'queued', shape, live, maximum };
}

async function startDeployment({ world, request, lease }: DeployRun): Promise<void> {
  const { pullRequest, headSha, shape } = request;
  const description = `Preview of #${pullRequest}, ${shape}`;
  const environment = environmentOf(pullRequest);
  const id = await attempt(world, 'create the deployment', () =>
    world.deployments.create({ environment, sha: headSha, description }),
  );
  if (id === undefined) return;
  await lease.write({ deploymentId: id });
  await tellDeployment(world, id, { state: 'in_progress', description, logUrl: world.run.url });
}

/** What the preview needed in its earlier shape, and does not any more. */
async function retire({ world, request, before }: DeployRun): Promise<void> {
  if (request.shape === 'isolated') await releaseSlots(world.documents, request.pullRequest);
  else if (before.states.includes('platform')) await performDestroyState(world, request.pullRequest, 'platform');
}

async function announce(run: DeployRun, standing: Standing): Promise<void> {
  const { world, request, lease } = run;
  const { deploymentId } = lease.current();
  const { url, headSha, pullRequest } = request;
  const description = `${headSha.slice(0, 7)} is up`;
  await tellDeployment(world, deploymentId, {
    state: 'success',
    description,
    logUrl: world.run.url,
    ...(url !== '' && { environmentUrl: url }),
  });
  const supersededBy = standing.kind === 'superseded' ? { supersededBy: standing.by } : {};
  await tell(world, pullRequest, { ...liveView(world, lease.current(), url), ...supersededBy });
}

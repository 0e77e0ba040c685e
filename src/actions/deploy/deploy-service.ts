// Deploys a service, step by step: plan, apply, watch; then it is kept, or the last good one comes back.
import type { Failure } from '../../define/failure.ts';
import { catalogue } from '../../kpis/index.ts';
import type { TerraformJson } from '../../ports/terraform.ts';
import { summarise } from '../plan/summarise.ts';
import { bake } from './bake.ts';
import { releaseOf } from './decide-rollback.ts';
import { asFailure } from './failures.ts';
import { findDeployment } from './find-deployment.ts';
import { gatherImage } from './gather-image.ts';
import { type GoodService, withKept } from './good.ts';
import { gatherGoods, gatherSerial, goodsOf, unreadable, writeGoods } from './good-store.ts';
import type { Cause, DeployJournal } from './journal.ts';
import { beginJournal, type OpenJournal } from './journal-store.ts';
import { keep } from './keep.ts';
import { goodServicesKey } from './keys.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { DeployResult } from './result.ts';
import { rollBack } from './roll-back.ts';
import { applyPlanned, gatherTaskDefinition, hostTarget, openService } from './stack.ts';
import { walk } from './steps.ts';
import { watchedAlarms } from './watched-alarms.ts';
import { withEnvironment } from './with-environment.ts';
import { shortSha, wordsOf } from './words.ts';
import type { DeployWorld } from './world.ts';

export interface ServiceRequest {
  readonly commit: string;
  /** Although alarms fire already, because this is what mends it. */
  readonly isRecovery: boolean;
  readonly by?: string;
  readonly reason?: string;
}

/** @throws only what nobody can write down; then the next run finds the journal, and goes on from there */
export async function deployService(world: DeployWorld, request: ServiceRequest): Promise<DeployResult> {
  const { commit, isRecovery, by } = request;
  const image = await gatherImage(world, commit);
  const actor = isRecovery && by !== undefined ? { actor: by } : {};
  return withEnvironment(world, { reason: `deploy of ${shortSha(commit)}`, ...actor }, async () => {
    const journal = await beginJournal(world, await newJournal(world, request, image), `deploy of ${shortSha(commit)} begins`);
    const prepared = await prepareOrRefuse(world, journal, { image, isRecovery, ...actor });
    if (prepared.kind === 'refuse') return { kind: 'refused', failure: prepared.failure };
    if (!summarise(prepared.plan.plan).hasChanges) return nothingToDo(world, journal, prepared);
    return bringUp(world, journal, prepared);
  });
}

async function newJournal(world: DeployWorld, request: ServiceRequest, image: string): Promise<DeployJournal> {
  const { run, settings, clock, documents } = world;
  const { environment } = settings;
  const { runId, attempt, job, url } = run;
  const goods = await gatherGoods(documents, environment);
  // Without a way back, nothing is begun.
  if (goods.kind === 'corrupt') throw unreadable(goodServicesKey(environment), goods.problems);
  const [before] = goodsOf(goods);
  const now = clock.now().toISOString();
  return {
    id: `${runId}-${attempt}`,
    environment,
    kind: request.isRecovery ? 'recovery' : 'deploy',
    state: 'planning',
    release: { commit: request.commit, image },
    ...(before && { before: releaseOf(before) }),
    ...(request.by !== undefined && { by: request.by }),
    ...(request.reason !== undefined && { reason: request.reason }),
    run: { runId, attempt, job },
    runUrl: url,
    takenOverFrom: [],
    startedAt: now,
    updatedAt: now,
    alarms: [],
    unwatched: [],
    timeline: [],
  };
}

/** Until something is applied, nothing has to be put right. */
async function prepareOrRefuse(
  world: DeployWorld,
  journal: OpenJournal,
  request: Parameters<typeof prepare>[1],
): Promise<Prepared | { readonly kind: 'refuse'; readonly failure: Failure }> {
  const prepared = await prepare(world, request).catch(
    (error: unknown) => ({ kind: 'refuse', failure: asFailure(error, world.signal) }) as const,
  );
  if (prepared.kind === 'refuse') {
    const because = wordsOf(prepared.failure);
    await journal.write({ state: 'refused', because }, because);
  }
  return prepared;
}

async function bringUp(world: DeployWorld, journal: OpenJournal, prepared: Prepared): Promise<DeployResult> {
  const { baseline, unwatched } = prepared;
  await journal.write({ state: 'applying', alarms: baseline, unwatched }, 'nothing speaks against it: it is applied');
  try {
    const candidate = await applyAndWatch(world, journal, prepared);
    return 'kind' in candidate ? await rollBack(world, journal, candidate) : await keep(world, journal, candidate);
  } catch (error) {
    // What is written down as proven, or as being rolled back, is finished by the next run.
    if (journal.current().state !== 'applying' && journal.current().state !== 'baking') throw error;
    return rollBack(world, journal, causeOf(world, journal.current(), error));
  }
}

/** @returns why it is rolled back, or what is kept */
async function applyAndWatch(world: DeployWorld, journal: OpenJournal, { plan }: Prepared): Promise<Cause | GoodService> {
  const { progress } = world;
  const stack = openService(world);
  await walk(progress, 'apply-service', () => applyPlanned(world, stack, plan));
  const taskDefinition = await gatherTaskDefinition(stack);
  const found = await walk(progress, 'find-deployment', () => findDeployment(world, taskDefinition));
  if (found.kind === 'replaced') return found;
  const { deploymentId } = found;
  await journal.write({ state: 'baking', taskDefinition, deploymentId }, `applied: ECS rolls it out as ${deploymentId}`);
  const watched = watchedAlarms(catalogue, world.settings.environment);
  const end = await walk(progress, 'bake', () => bake(world, journal, { watched, deploymentId }));
  return end.kind === 'roll-back' ? end.cause : candidateOf(world, journal.current(), { taskDefinition, deploymentId });
}

async function candidateOf(
  world: DeployWorld,
  { id, release }: DeployJournal,
  runs: Pick<GoodService, 'taskDefinition' | 'deploymentId'>,
): Promise<GoodService> {
  const { clock, documents, settings } = world;
  const serial = await gatherSerial(documents, settings.environment);
  const terraform = settings.stacks.get(hostTarget(world, release.image).path) as TerraformJson;
  return { id, ...release, terraform, ...runs, ...(serial !== undefined && { serial }), keptAt: clock.now().toISOString() };
}

/** What runs and is well is as good as if it had been watched: so that the first deploy of ours has something to go back to. */
async function nothingToDo(world: DeployWorld, journal: OpenJournal, { service, unwatched }: Prepared): Promise<DeployResult> {
  const { documents, settings } = world;
  const [primary] = service?.deployments ?? [];
  const [newest] = goodsOf(await gatherGoods(documents, settings.environment));
  if (unwatched.length === 0 && primary?.rollout === 'COMPLETED' && newest?.taskDefinition !== primary.taskDefinition) {
    const { taskDefinition, id: deploymentId } = primary;
    const candidate = await candidateOf(world, journal.current(), { taskDefinition, deploymentId });
    await writeGoods(documents, settings.environment, (goods) => withKept(goods, candidate));
  }
  await journal.write({ state: 'kept', because: 'it runs already' }, 'nothing to do: it runs already');
  return { kind: 'nothing-to-do', journal: journal.current() };
}

function causeOf({ signal }: DeployWorld, { state }: DeployJournal, error: unknown): Cause {
  if (signal.aborted) return { kind: 'cancelled', words: 'The run was cancelled before the service had proven itself' };
  return { kind: state === 'applying' ? 'apply-failed' : 'blind', words: wordsOf(error) };
}

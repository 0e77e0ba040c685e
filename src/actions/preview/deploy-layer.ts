// Plans one layer, holds the plan against the one that was commented, asks once more whether it is wanted, and applies it.
import { failure, isFailure } from '../../define/failure.ts';
import type { Terraform } from '../../ports/terraform.ts';
import type { LayerRequest, Variables } from './deploy-request.ts';
import { type DeployRun, gatherStanding, journal, shapeFactsOf } from './deploy-run.ts';
import { freeStateLock } from './destroy-state.ts';
import { type Layer, stateKey } from './keys.ts';
import type { Standing } from './standing.ts';
import { positionOf } from './steps.ts';
import { tell, whileTelling } from './tell.ts';
import { terraformLines } from './terraform-lines.ts';
import { backendConfig } from './tombstone.ts';

export interface LayerRun {
  readonly layer: Layer;
  readonly request: LayerRequest;
  /** Nothing where no plan could be commented. */
  readonly expectedDigest?: string;
}

const planFile = 'preview.tfplan';

/** @returns how the pull request stands; only if `current`, the layer was applied */
export async function deployLayer(run: DeployRun, layerRun: LayerRun): Promise<Standing> {
  const { world, request } = run;
  const { layer } = layerRun;
  const stack = world.terraform.open(layerRun.request.folder);
  await journal(run, `init-${layer}`, () =>
    stack.init({
      backendConfig: backendConfig(world.settings, request.pullRequest, layer),
      reconfigure: true,
      ...(world.signal && { signal: world.signal }),
    }),
  );
  const hasChanges = await journal(run, `plan-${layer}`, () => planAsCommented(run, layerRun, stack));
  const standing = await journal(run, `check-before-${layer}`, () => gatherStanding(world, request));
  if (standing.kind !== 'current') return standing;
  const apply = async () => {
    if (hasChanges) await stack.apply({ ...runOptions(run), planFile });
  };
  await journal(run, `apply-${layer}`, () => whileTelling(() => tellDeploying(run, layer), apply));
  return standing;
}

/** @returns whether there is anything to apply */
async function planAsCommented(run: DeployRun, { layer, request, expectedDigest }: LayerRun, stack: Terraform): Promise<boolean> {
  const variables = variablesOf(run, layer, request.variables);
  const plan = () => stack.plan({ ...runOptions(run), variables, outFile: planFile });
  const { hasChanges } = await withFreeStateLock(run, layer, plan);
  if (expectedDigest !== undefined) {
    const digest = await run.request.digestOfPlan(await stack.showBytes(planFile), layer);
    if (digest !== expectedDigest) throw planChanged(run, layer);
  }
  return hasChanges;
}

function variablesOf({ slot }: DeployRun, layer: Layer, variables: Variables): Variables {
  return layer === 'service' && slot !== undefined ? { ...variables, cache_slot: slot } : variables;
}

/** Waits for a plan that reads the same state, and takes its lock away when it must be dead. */
async function withFreeStateLock<T>({ world, request }: DeployRun, state: Layer, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    const isFreed = isFailure(error) && (await freeStateLock(world, { pullRequest: request.pullRequest, state, error }));
    if (!isFreed) throw error;
    return body();
  }
}

function runOptions({ world }: DeployRun) {
  const { settings, progress, signal } = world;
  return {
    lockTimeoutSeconds: settings.stateLockTimeoutSeconds,
    onEvent: terraformLines(progress),
    ...(settings.parallelism !== undefined && { parallelism: settings.parallelism }),
    ...(signal && { signal }),
  };
}

async function tellDeploying(run: DeployRun, layer: Layer): Promise<void> {
  const { world, request } = run;
  const step = `apply-${layer}` as const;
  await tell(world, request.pullRequest, {
    kind: 'deploying',
    headSha: request.headSha,
    step,
    position: positionOf(step, request.shape, world.settings.layout),
    shape: shapeFactsOf(run),
    runUrl: world.run.url,
  });
}

function planChanged({ request, slot, world }: DeployRun, layer: Layer) {
  const planned = request.shape === 'shared' ? request.preferredSlot : undefined;
  const otherSlot = planned !== undefined && planned !== slot;
  return failure({
    code: 'preview/plan-changed',
    what: otherSlot
      ? `The plan of the ${layer} is not the one that was commented: slot ${planned} was taken meanwhile, and it is slot ${slot} now.`
      : `The plan of the ${layer} is not the one that was commented: something has changed since.`,
    next: 'Run the plan again (push, or run its job again), look at what it would do now, and deploy that.',
    details: [`state: s3://${world.settings.bucket}/${stateKey(request.pullRequest, layer)}`],
  });
}

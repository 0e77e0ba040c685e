// Applies to an environment what was reviewed, step by step: under its lock, and only while it is still what was reviewed.
import { type Failure, failure } from '../../define/failure.ts';
import { acquireLock, releaseLock } from '../lock/hold-lock.ts';
import { planDigest, shownDigestLength } from '../plan/digest.ts';
import { planHost } from '../plan/host-plan.ts';
import type { StackPlan } from '../plan/model.ts';
import { planFile } from '../plan/plan-stack.ts';
import { summarise, sumSummaries } from '../plan/summarise.ts';
import { pathOf, type TargetFacts } from '../plan/targets.ts';
import { ownerText } from '../preview/lock.ts';
import { applying } from './applying.ts';
import { environmentLockKey, stateLockKeys } from './keys.ts';
import { refuseHeld, refuseMoved, refuseUnfinished } from './refusals.ts';
import type { ApplyWorld } from './world.ts';

export interface ApplyRequest {
  readonly pullRequest: number;
  readonly headSha: string;
  /** The digest that was reviewed, or how it begins. */
  readonly reviewed: string;
  /** Who asks for it. */
  readonly actor: string;
}

export type ApplyResult =
  | { readonly kind: 'nothing-to-do'; readonly digest: string }
  /** @param left how many resources a plan would still change afterwards */
  | { readonly kind: 'applied'; readonly digest: string; readonly changed: number; readonly left: number };

/** @throws a Failure `apply/...` or `terraform/...`: what was not applied by then was not changed */
export async function applyReviewed(world: ApplyWorld, request: ApplyRequest): Promise<ApplyResult> {
  const { settings, progress } = world;
  refuseVague(request);
  const key = environmentLockKey(settings.environment);
  await refuseHeld(world, request);
  progress.info('▸ lock');
  const acquired = await acquireLock(world, {
    key,
    subject: settings.environment,
    reason: `apply of #${request.pullRequest}`,
    waitSeconds: settings.lockWaitSeconds,
    pollSeconds: settings.lockPollSeconds,
    stateLocks: stateLockKeys(settings.environment),
    unreadable: (problems) => unreadableLock(world, problems),
  });
  if (acquired.kind === 'locked') throw locked(world, `${ownerText(acquired.by.owner)} (${acquired.by.reason})`);
  try {
    return await applyLocked(world, request);
  } finally {
    progress.info('▸ unlock');
    await releaseLock(world, key, acquired.version);
  }
}

async function applyLocked(world: ApplyWorld, request: ApplyRequest): Promise<ApplyResult> {
  await refuseMoved(world, request);
  await refuseUnfinished(world);
  world.tell('planning again');
  const plans = await plan(world, request);
  const digest = planDigest(plans);
  if (!digest.startsWith(request.reviewed)) throw planChanged(request, digest);
  if (plans.some(({ plan: { errored } }) => errored)) throw planErrored();
  const { hasChanges } = sumSummaries(plans.map(({ plan: each }) => summarise(each)));
  if (!hasChanges) return { kind: 'nothing-to-do', digest };
  // Planning takes minutes: whoever was quicker is asked for once more.
  await refuseHeld(world, request);
  await refuseMoved(world, request);
  const changed = await applyPlans(world, request, plans);
  world.tell('looking whether anything is left');
  const left = await plan(world, request);
  return { kind: 'applied', digest, changed, left: left.reduce((sum, { plan: each }) => sum + each.resources.length, 0) };
}

function plan(world: ApplyWorld, request: ApplyRequest): Promise<readonly StackPlan[]> {
  return planHost(world, factsOf(world, request), async () => {
    if (world.settings.image !== '') return world.settings.image;
    throw failure({
      code: 'apply/no-image',
      what: `${world.settings.environment} has no service yet, and no image of the application is configured.`,
      next: 'Set the variable OPSDECK_IMAGE of the repository.',
    });
  });
}

/** The platform first, because the service stands on it. @returns how many resources were changed */
async function applyPlans(world: ApplyWorld, request: ApplyRequest, plans: readonly StackPlan[]): Promise<number> {
  const { terraform, settings, signal, progress } = world;
  let changed = 0;
  for (const [at, layer] of (['platform', 'service'] as const).entries()) {
    const layerPlan = plans[at];
    // Of one stack alone there is no service.
    if (layerPlan === undefined || !summarise(layerPlan.plan).hasChanges) continue;
    const { plan: planned, title } = layerPlan;
    progress.info(`▸ apply ${title}`);
    const folder = terraform.open(`${settings.folder}/${pathOf(factsOf(world, request), 'host', layer)}`);
    const onEvent = applying(world, { title, of: planned.resources.length });
    const { counts } = await folder.apply({ planFile, lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal, onEvent });
    changed += counts.add + counts.change + counts.remove;
    progress.info(`✔ apply ${title}`);
  }
  return changed;
}

function factsOf({ settings }: ApplyWorld, { pullRequest }: ApplyRequest): TargetFacts {
  return { pullRequest, environment: settings.environment, domain: settings.domain, layout: settings.layout };
}

/** Every digest begins with nothing, and some with any few digits. */
function refuseVague({ reviewed }: ApplyRequest): void {
  if (new RegExp(`^[0-9a-f]{${shownDigestLength},64}$`).test(reviewed)) return;
  throw failure({
    code: 'apply/no-digest',
    what: `This is no digest of a plan: ${JSON.stringify(reviewed.slice(0, 80))}.`,
    next: `Copy it from the comment: at least its first ${shownDigestLength} digits.`,
  });
}

function planChanged({ reviewed }: ApplyRequest, digest: string): Failure {
  const now = digest.slice(0, shownDigestLength);
  return failure({
    code: 'apply/plan-changed',
    what: `The plan is not the one that was reviewed: its digest is ${now} now, not ${reviewed.slice(0, shownDigestLength)}.`,
    next: 'Ask for /plan, look at what it would change now, and apply that.',
  });
}

function planErrored(): Failure {
  return failure({
    code: 'apply/plan-errored',
    what: 'The plan ended with an error, so it tells only a part of what would change.',
    next: 'Read the error in the log, mend it, and ask for /plan.',
  });
}

function locked({ settings }: ApplyWorld, by: string): Failure {
  return failure({
    code: 'apply/locked',
    what: `${settings.environment} is being changed by ${by}.`,
    next: 'Wait until that run has ended, and ask again.',
  });
}

function unreadableLock({ settings }: ApplyWorld, problems: readonly string[]): Failure {
  return failure({
    code: 'apply/lock-unreadable',
    what: `The lock of ${settings.environment} is no lock of ours, so nobody can tell who holds it.`,
    next: `Make sure that no run works on it, then remove s3://${settings.bucket}/${environmentLockKey(settings.environment)}.`,
    details: problems,
  });
}

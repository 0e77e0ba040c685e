// Applies the platform exactly as it was planned and looked at; it is never rolled back by itself, because it holds data.
import { join } from 'node:path';
import { failure } from '../../define/failure.ts';
import { shownDigestLength } from '../plan/digest.ts';
import { initStack, planStack } from '../plan/plan-stack.ts';
import { summarise } from '../plan/summarise.ts';
import { hostPlatform } from '../plan/targets.ts';
import { planErrored } from './plan-environment.ts';
import type { DeployResult } from './result.ts';
import { applyPlanned } from './stack.ts';
import { walk } from './steps.ts';
import { withEnvironment } from './with-environment.ts';
import type { DeployWorld } from './world.ts';

/** @throws a Failure `deploy/...` or `terraform/...`: what was not applied by then was not changed */
export function applyPlatform(world: DeployWorld, digest: string): Promise<DeployResult> {
  return withEnvironment(world, { reason: 'deploy of the platform' }, async () => {
    const { settings, terraform, progress } = world;
    const { environment, domain, folder } = settings;
    const target = hostPlatform({ pullRequest: 0, environment, domain });
    await walk(progress, 'init-platform', () => initStack(world, target.path));
    const planned = await walk(progress, 'plan-platform', () => planStack(world, target));
    if (planned.plan.errored) throw planErrored(planned);
    if (planned.plan.digest !== digest) throw planChanged(planned.plan.digest, digest);
    if (!summarise(planned.plan).hasChanges) return { kind: 'platform', changed: 0, digest };
    await walk(progress, 'apply-platform', () => applyPlanned(world, terraform.open(join(folder, target.path)), planned));
    return { kind: 'platform', changed: planned.plan.resources.length, digest };
  });
}

function planChanged(now: string, looked: string) {
  return failure({
    code: 'deploy/plan-changed',
    what: `The plan of the platform is not the one that was looked at: its digest is ${now.slice(0, shownDigestLength)} now, not ${looked.slice(0, shownDigestLength)}.`,
    next: 'Run the deploy anew, all of it: it plans again, and asks for approval of what it would change now.',
  });
}

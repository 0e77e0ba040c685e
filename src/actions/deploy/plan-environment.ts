// Plans what the default branch would change on an environment: its platform, which somebody may have to approve, and its service.
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import type { StackPlan } from '../plan/model.ts';
import { initStack, planStack } from '../plan/plan-stack.ts';
import { summarise } from '../plan/summarise.ts';
import { hostPlatform } from '../plan/targets.ts';
import { gatherImage } from './gather-image.ts';
import type { DeployResult } from './result.ts';
import { hostTarget } from './stack.ts';
import type { DeployWorld } from './world.ts';

/** Changes nothing, and takes no lock but Terraform's. @throws what Terraform refuses */
export async function planEnvironment(world: DeployWorld, commit: string): Promise<DeployResult> {
  const { environment, domain } = world.settings;
  const target = hostPlatform({ pullRequest: 0, environment, domain });
  await initStack(world, target.path);
  const platform = await planStack(world, target);
  if (platform.plan.errored) throw planErrored(platform);
  const image = await gatherImage(world, commit);
  const service = await planOnPlatform(world, image, summarise(platform.plan).hasChanges);
  return { kind: 'planned', commit, platform, ...(service && { service }) };
}

/** The service stands on its platform: what reads what is not there yet can be planned only later. */
async function planOnPlatform(world: DeployWorld, image: string, platformChanges: boolean): Promise<StackPlan | undefined> {
  const target = hostTarget(world, image);
  try {
    await initStack(world, target.path);
    return await planStack(world, target);
  } catch (error) {
    if (!platformChanges || !isFailure(error) || world.signal.aborted) throw error;
    world.progress.warning(`The service can be planned only when its platform has been applied: ${error.message}`);
    return undefined;
  }
}

export function planErrored({ title }: StackPlan): Failure {
  return failure({
    code: 'deploy/plan-errored',
    what: `The plan of the ${title} ended with an error, so it tells only a part of what would change.`,
    next: 'Read the error in the log, mend it, and deploy again.',
  });
}

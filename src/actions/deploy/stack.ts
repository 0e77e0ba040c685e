// Runs Terraform on the service's stack: the one that was synthesized, or a good one out of the state bucket.
import { join } from 'node:path';
import { failure, isFailure } from '../../define/failure.ts';
import type { Terraform } from '../../ports/terraform.ts';
import { applying } from '../apply/applying.ts';
import type { StackPlan } from '../plan/model.ts';
import { type PlanningWorld, planFile, planStack } from '../plan/plan-stack.ts';
import { hostService, type PlanTarget, pathOf } from '../plan/targets.ts';
import type { GoodService } from './good.ts';
import { serviceStateKey } from './keys.ts';
import { walk } from './steps.ts';
import type { DeployWorld } from './world.ts';

export function hostTarget({ settings }: Pick<DeployWorld, 'settings'>, image: string): PlanTarget {
  const { environment, domain } = settings;
  // The layout names previews by number; the environment's own folders are the same for all.
  return hostService({ pullRequest: 0, environment, domain }, image);
}

export function openService({ terraform, settings }: DeployWorld): Terraform {
  return terraform.open(join(settings.folder, pathOf({ pullRequest: 0 }, 'host', 'service')));
}

/** Applies what was planned. */
export async function applyPlanned(world: DeployWorld, stack: Terraform, { title, plan }: StackPlan): Promise<void> {
  const { settings, signal } = world;
  const onEvent = applying(world, { title, of: plan.resources.length });
  await stack.apply({ planFile, lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal, onEvent });
}

/** @throws a Failure of Terraform's. @returns the task definition that the service is to run then */
export function applyGood(world: DeployWorld, good: GoodService): Promise<string> {
  const { terraform, settings, signal, progress } = world;
  const { environment, bucket, region } = settings;
  const title = `service of ${environment}`;
  const options = { lockTimeoutSeconds: settings.stateLockTimeoutSeconds, signal };
  return terraform.withConfiguration(good.terraform, async (stack) => {
    const backendConfig = { bucket, region, key: serviceStateKey(environment) };
    await walk(progress, 'init-good', () => stack.init({ backendConfig, signal }));
    const plan = () => stack.plan({ ...options, variables: { image: good.image }, outFile: planFile });
    const { hasChanges, changes } = await walk(progress, 'plan-good', () => withFreeStateLock(world, plan));
    const onEvent = applying(world, { title, of: changes.length });
    await walk(progress, 'apply-good', async () => {
      if (hasChanges) await stack.apply({ ...options, planFile, onEvent });
    });
    return gatherTaskDefinition(stack);
  });
}

export function planService(world: DeployWorld, image: string): Promise<StackPlan> {
  const planning: PlanningWorld = world;
  return withFreeStateLock(world, () => planStack(planning, hostTarget(world, image)));
}

/**
 * Everyone who changes an environment holds its lock, which is ours now: a lock that Terraform still finds on the state after
 * waiting was left by a run that died.
 */
async function withFreeStateLock<T>({ documents, progress, settings }: DeployWorld, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    if (!isFailure(error) || error.code !== 'terraform/state-locked') throw error;
    const key = `${serviceStateKey(settings.environment)}.tflock`;
    progress.warning(`Removed Terraform's lock on ${key}: whoever took it does not work on it any more.`);
    await documents.remove(key);
    return body();
  }
}

export async function gatherTaskDefinition(stack: Terraform): Promise<string> {
  const found = (await stack.output()).task_definition_arn?.value;
  if (typeof found === 'string') return found;
  throw failure({
    code: 'deploy/no-task-definition',
    what: 'The service has no output task_definition_arn, so nobody can tell whether it runs what was deployed.',
    next: 'Give the stack of the service that output: the ARN of its task definition.',
  });
}

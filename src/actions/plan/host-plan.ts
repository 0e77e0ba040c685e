// Plans what a pull request would change on the environment that it is going to: its platform, and its service.
import type { StackPlan } from './model.ts';
import { initStack, type PlanningWorld, planStack } from './plan-stack.ts';
import { hostPlatform, hostService, pathOf, type TargetFacts } from './targets.ts';

/**
 * @param imageOtherwise on an environment without a service: what it would get
 * @returns the platform's plan and, where there is one, the service's, in the order in which they are applied; each is saved beside
 * its stack
 */
export async function planHost(
  world: PlanningWorld,
  facts: TargetFacts,
  imageOtherwise: () => Promise<string>,
): Promise<readonly [StackPlan, ...StackPlan[]]> {
  const platform = hostPlatform(facts);
  await initStack(world, platform.path);
  if (facts.layout === 'platform') return [await planStack(world, platform)];
  const servicePath = pathOf(facts, 'host', 'service');
  await initStack(world, servicePath);
  const service = hostService(facts, (await imageOnHost(world, servicePath)) ?? (await imageOtherwise()));
  return Promise.all([planStack(world, platform), planStack(world, service)]);
}

/** What is deployed. */
async function imageOnHost({ terraform, settings }: PlanningWorld, path: string): Promise<string | undefined> {
  const outputs = await terraform.open(`${settings.folder}/${path}`).output();
  const deployed = outputs.deployed_image?.value;
  return typeof deployed === 'string' ? deployed : undefined;
}

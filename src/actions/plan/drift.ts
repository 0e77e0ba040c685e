// Looks for drift: what differs between the code on the default branch and what is there, in one issue for each stack.

import type { StackPlan } from './model.ts';
import { initStack, planStack } from './plan-stack.ts';
import { joinParts, renderPlanComment } from './render/comment.ts';
import { summarise } from './summarise.ts';
import { hostPlatform, hostService, pathOf, type TargetFacts } from './targets.ts';
import type { PlanWorld } from './world.ts';

export interface DriftReport {
  readonly plans: readonly StackPlan[];
  readonly drifted: readonly { readonly title: string; readonly issueUrl: string }[];
}

export async function reportDrift(world: PlanWorld): Promise<DriftReport> {
  const plans = await planDeployed(world);
  const drifted: { title: string; issueUrl: string }[] = [];
  for (const plan of plans) {
    const issueUrl = await tell(world, plan);
    if (issueUrl !== undefined) drifted.push({ title: plan.title, issueUrl });
  }
  return { plans, drifted };
}

async function planDeployed(world: PlanWorld): Promise<readonly StackPlan[]> {
  const { environment, domain, folder, layout } = world.settings;
  // The layout names previews by number; the host's folders are the same for all.
  const facts: TargetFacts = { pullRequest: 0, environment, domain, layout };
  const platform = hostPlatform(facts);
  await initStack(world, platform.path);
  if (layout === 'platform') return [await planStack(world, platform)];
  const servicePath = pathOf(facts, 'host', 'service');
  await initStack(world, servicePath);
  const deployed = (await world.terraform.open(`${folder}/${servicePath}`).output()).deployed_image?.value;
  const platformPlan = await planStack(world, platform);
  if (typeof deployed !== 'string') {
    world.progress.info(`No service is deployed on ${environment}: there is nothing to compare its stack with.`);
    return [platformPlan];
  }
  return [platformPlan, await planStack(world, hostService(facts, deployed))];
}

/** @returns the issue's address, or nothing where the stack is as the code says */
async function tell({ issues, settings }: PlanWorld, stack: StackPlan): Promise<string | undefined> {
  const marker = `drift/${stack.title.replaceAll(' ', '-')}`;
  // What somebody changed by hand in what the code says, a plan wants to change back; the rest is not ours.
  if (!summarise(stack.plan).hasChanges) {
    await issues.close(marker, `The ${stack.title} is as the code says again: [run](${settings.runUrl}).`);
    return undefined;
  }
  const body = [
    `The ${stack.title} is not what the default branch says. Either somebody changed it by hand, or something was merged and not applied.`,
    joinParts(renderPlanComment([stack], { runUrl: settings.runUrl })),
    'This issue is brought up to date every night, and closed when the difference is gone.',
  ].join('\n\n');
  const { url } = await issues.upsertOpen({ marker, title: `Drift: ${stack.title}`, body, labels: ['drift'] });
  return url;
}

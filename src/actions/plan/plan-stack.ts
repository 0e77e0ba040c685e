// Plans one stack with Terraform, and reads what it would do.
import { join } from 'node:path';
import type { TerraformEvent } from '../../ports/terraform.ts';
import { readConstructPaths } from './construct-paths.ts';
import type { StackPlan } from './model.ts';
import { readPlan } from './read/read-plan.ts';
import type { PlanTarget } from './targets.ts';
import type { PlanWorld } from './world.ts';

const planFile = 'opsdeck.tfplan';

/** Connects the stack's folder to its state. Not side by side: Terraform's plugin cache cannot take that. */
export async function initStack({ terraform, settings, progress, signal }: PlanWorld, path: string): Promise<void> {
  progress.info(`▸ init ${path}`);
  await terraform.open(join(settings.folder, path)).init({ backendConfig: { bucket: settings.bucket }, signal });
}

/** @throws what Terraform refuses */
export async function planStack(world: PlanWorld, { title, path, variables }: PlanTarget): Promise<StackPlan> {
  const { terraform, settings, progress, signal } = world;
  const folder = terraform.open(join(settings.folder, path));
  progress.info(`▸ plan ${title}`);
  await folder.plan({ variables, outFile: planFile, lockTimeoutSeconds: 60, signal, onEvent: warningsTo(world) });
  const plan = readPlan(await folder.showBytes(planFile));
  progress.info(`✔ plan ${title}: ${plan.resources.length} resources would change, digest ${plan.digest.slice(0, 12)}`);
  return { title, plan, constructPaths: readConstructPaths(settings.stacks.get(path)) };
}

/** Diagnostics hold no values that are not in the configuration; what a plan shows of values is redacted elsewhere. */
function warningsTo({ progress }: PlanWorld): (event: TerraformEvent) => void {
  return (event) => {
    if (event.kind !== 'diagnostic' || event.diagnostic.severity !== 'warning') return;
    progress.info(`Terraform warns: ${event.diagnostic.summary}`);
  };
}

// Plans one stack with Terraform, and reads what it would do.
import { join } from 'node:path';
import { isFailure } from '../../define/failure.ts';
import type { TerraformEvent } from '../../ports/terraform.ts';
import { readConstructPaths } from './construct-paths.ts';
import type { StackPlan } from './model.ts';
import { readPlan } from './read/read-plan.ts';
import { createRedactor } from './redact/redact.ts';
import { redactFailure } from './redact/redact-failure.ts';
import type { PlanTarget } from './targets.ts';
import type { PlanWorld } from './world.ts';

/** Beside the stack. */
export const planFile = 'opsdeck.tfplan';

/** What planning takes of what the actions have. */
export type PlanningWorld = Pick<PlanWorld, 'terraform' | 'progress' | 'signal'> & {
  readonly settings: Pick<PlanWorld['settings'], 'folder' | 'bucket' | 'stacks'>;
};

/** Connects the stack's folder to its state. Not side by side: Terraform's plugin cache cannot take that. */
export async function initStack({ terraform, settings, progress, signal }: PlanningWorld, path: string): Promise<void> {
  progress.info(`▸ init ${path}`);
  const folder = terraform.open(join(settings.folder, path));
  await folder.init({ backendConfig: { bucket: settings.bucket }, signal }).catch(rethrowRedacted);
}

/** @throws what Terraform refuses */
export async function planStack(world: PlanningWorld, { title, path, variables }: PlanTarget): Promise<StackPlan> {
  const { terraform, settings, progress, signal } = world;
  const folder = terraform.open(join(settings.folder, path));
  progress.info(`▸ plan ${title}`);
  const warnings: string[] = [];
  const onEvent = collectWarnings(warnings);
  await folder.plan({ variables, outFile: planFile, lockTimeoutSeconds: 60, signal, onEvent }).catch(rethrowRedacted);
  const plan = readPlan(await folder.showBytes(planFile));
  // Only now: the plan tells what in them is sensitive.
  const redactor = createRedactor(plan.sensitiveTexts);
  for (const warning of warnings) progress.info(`Terraform warns: ${redactor.text(warning)}`);
  progress.info(`✔ plan ${title}: ${plan.resources.length} resources would change, digest ${plan.digest.slice(0, 12)}`);
  return { title, plan, constructPaths: readConstructPaths(settings.stacks.get(path)) };
}

function collectWarnings(into: string[]): (event: TerraformEvent) => void {
  return (event) => {
    if (event.kind === 'diagnostic' && event.diagnostic.severity === 'warning') into.push(event.diagnostic.summary);
  };
}

function rethrowRedacted(error: unknown): never {
  throw isFailure(error) ? redactFailure(error) : error;
}

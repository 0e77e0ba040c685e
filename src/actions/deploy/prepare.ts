// Everything before a service is applied: it is planned, and what is to watch over it is asked whether all is well.
import type { Failure } from '../../define/failure.ts';
import { catalogue } from '../../kpis/index.ts';
import type { ServiceState } from '../../ports/services.ts';
import type { ResourceChange, StackPlan } from '../plan/model.ts';
import { initStack } from '../plan/plan-stack.ts';
import { summarise } from '../plan/summarise.ts';
import { decideStart, type StartDecision } from './decide-start.ts';
import { identityOf } from './keys.ts';
import { planErrored } from './plan-environment.ts';
import { hostTarget, planService } from './stack.ts';
import { walk } from './steps.ts';
import { watchedAlarms } from './watched-alarms.ts';
import { gatherHeld } from './with-environment.ts';
import type { DeployWorld } from './world.ts';

export interface Prepared extends Extract<StartDecision, { readonly kind: 'go' }> {
  readonly plan: StackPlan;
  readonly service: ServiceState | undefined;
}

/** @throws what Terraform refuses. @returns a Failure when nothing is to be applied */
export async function prepare(
  world: DeployWorld,
  { image, isRecovery, actor }: { readonly image: string; readonly isRecovery: boolean; readonly actor?: string },
): Promise<Prepared | { readonly kind: 'refuse'; readonly failure: Failure }> {
  const { progress } = world;
  await walk(progress, 'init-service', () => initStack(world, hostTarget(world, image).path));
  const plan = await walk(progress, 'plan-service', () => planService(world, image));
  if (plan.plan.errored) return { kind: 'refuse', failure: planErrored(plan) };
  return walk(progress, 'preflight', async () => {
    // Planning takes a minute: whoever was quicker is asked for once more.
    const held = await gatherHeld(world, actor);
    if (held) return { kind: 'refuse', failure: held };
    return preflight(world, { plan, isRecovery });
  });
}

async function preflight(
  { alarms, services, settings }: DeployWorld,
  { plan, isRecovery }: { readonly plan: StackPlan; readonly isRecovery: boolean },
): Promise<Prepared | { readonly kind: 'refuse'; readonly failure: Failure }> {
  const { environment } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const [service, found] = await Promise.all([services.describe(identityOf(environment)), alarms.read(watched)]);
  if (!summarise(plan.plan).hasChanges) {
    // What is not touched needs nobody to watch over it.
    const unwatched = watched.filter((name) => found.find((alarm) => alarm.name === name)?.state !== 'OK');
    return { kind: 'go', baseline: [], unwatched, plan, service };
  }
  const created = plan.plan.resources.flatMap(createdAlarm);
  const decision = decideStart({ environment, isRecovery, service, watched, alarms: found, created });
  return decision.kind === 'refuse' ? decision : { ...decision, plan, service };
}

function createdAlarm({ type, action, attributes }: ResourceChange): readonly string[] {
  if (type !== 'aws_cloudwatch_metric_alarm' || action !== 'create') return [];
  return attributes().flatMap(({ key, after }) => (key === 'alarm_name' && typeof after === 'string' ? [after] : []));
}

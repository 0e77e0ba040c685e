// Finds the deployment that an apply has begun: all that follows is told by its id.
import type { Cause } from './journal.ts';
import { identityOf } from './keys.ts';
import type { DeployWorld } from './world.ts';

export type FoundDeployment = { readonly kind: 'found'; readonly deploymentId: string } | (Cause & { readonly kind: 'replaced' });

/** @returns `replaced` when ECS runs something else: it may have turned it back already */
export async function findDeployment(world: DeployWorld, taskDefinition: string): Promise<FoundDeployment> {
  const { services, clock, settings, signal } = world;
  const until = clock.now().getTime() + settings.findSeconds * 1000;
  for (;;) {
    const [primary] = (await services.describe(identityOf(settings.environment)))?.deployments ?? [];
    if (primary?.taskDefinition === taskDefinition) return { kind: 'found', deploymentId: primary.id };
    if (clock.now().getTime() >= until) {
      const words = `It was applied, and yet ECS runs ${primary?.taskDefinition ?? 'nothing'} in place of ${taskDefinition}`;
      return { kind: 'replaced', words };
    }
    await clock.sleep(settings.pollSeconds * 1000, signal);
  }
}

// Brings the service back to the task definition that it ran before, unless somebody has deployed a newer one.
import type { ServiceState } from '../../../ports/services.ts';
import type { Before } from '../game-day.ts';
import { done, failed, nothingToDo, type RollBack, type RollbackContext, type RollbackResult, until } from './strategy.ts';

export type ServiceDecision =
  | { readonly kind: 'nothing'; readonly words: string }
  /** It is on its way there already. */
  | { readonly kind: 'wait'; readonly deploymentId: string }
  | { readonly kind: 'deploy'; readonly words: string }
  | { readonly kind: 'refuse'; readonly words: string };

/** A journal that somebody tampered with must not choose what runs: only an other revision of the same definition is deployed. */
export function decideService(state: ServiceState | undefined, before: Before): ServiceDecision {
  if (!state) return { kind: 'refuse', words: 'The service is not there any more' };
  const [now, good] = [revisionOf(state.taskDefinition), revisionOf(before.taskDefinition)];
  if (now.family !== good.family) {
    return {
      kind: 'refuse',
      words: `The service runs ${state.taskDefinition}, which is no revision of ${before.taskDefinition}`,
    };
  }
  if (now.revision > good.revision) return { kind: 'nothing', words: `A newer deploy is left alone: revision ${now.revision}` };
  if (now.revision < good.revision) return { kind: 'deploy', words: `It ran revision ${now.revision}` };
  const [primary] = state.deployments;
  if (primary?.rollout === 'FAILED') return { kind: 'deploy', words: 'Its deployment had failed' };
  if (primary?.rollout === 'IN_PROGRESS') return { kind: 'wait', deploymentId: primary.id };
  return { kind: 'nothing', words: `It runs revision ${now.revision}, as before` };
}

/** `arn:...:task-definition/app:12` */
function revisionOf(taskDefinition: string): { readonly family: string; readonly revision: number } {
  const [, family = taskDefinition, revision = '0'] = /^(.*):(\d+)$/.exec(taskDefinition) ?? [];
  return { family, revision: Number(revision) };
}

export const restoreService: RollBack = async (context) => {
  const { world, scene, gameDay } = context;
  const { before } = gameDay;
  if (!before) return nothingToDo('Nothing was broken');
  const decision = decideService(await world.services.describe(scene.service), before);
  switch (decision.kind) {
    case 'nothing':
      return nothingToDo(decision.words);
    case 'refuse':
      return failed(decision.words);
    case 'wait':
      return (await arrive(context, decision.deploymentId)) ?? nothingToDo('Its deployment was completed');
    case 'deploy': {
      const deploymentId = await world.services.deploy(scene.service, before.taskDefinition);
      const words = `${decision.words}: deployed revision ${revisionOf(before.taskDefinition).revision} again`;
      return (await arrive(context, deploymentId)) ?? done(words);
    }
    default:
      return decision satisfies never;
  }
};

/** A service that is steady may have gone back to another one: only the deployment itself tells. @returns what went wrong */
async function arrive({ world, scene }: RollbackContext, deploymentId: string): Promise<RollbackResult | undefined> {
  const rollout = await until(world, async () => {
    const state = await world.services.describe(scene.service);
    const found = state?.deployments.find(({ id }) => id === deploymentId);
    if (found?.status !== 'PRIMARY') return 'replaced' as const;
    return found.rollout === 'IN_PROGRESS' ? undefined : found.rollout;
  });
  if (rollout === 'COMPLETED') return undefined;
  if (rollout === undefined) return failed(`The deployment ${deploymentId} was not completed in time`);
  return failed(`The deployment ${deploymentId} ${rollout === 'FAILED' ? 'failed' : 'was replaced by another one'}`);
}

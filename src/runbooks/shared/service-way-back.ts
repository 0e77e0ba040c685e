// What the service can be brought back to, of what ECS remembers: a deployment in progress, or a release before.
import type { Obstacle } from '../../define/runbook.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import type { Rollout, ServiceState } from '../../ports/services.ts';
import { revisionOf } from './service.ts';
import { isTurnable, isUnderWay } from './service-rollouts.ts';

/** What is to be done, of what is known: pure. */
export type Way =
  /** ECS itself takes it back, and knows what to. */
  | { readonly kind: 'turn-back'; readonly rollout: Rollout }
  | { readonly kind: 'deploy'; readonly taskDefinition: string }
  | { readonly kind: 'none'; readonly obstacle: Obstacle };

export function decideWay(state: ServiceState, rollouts: readonly Rollout[], to: number | undefined): Way {
  const inProgress = rollouts.find(isUnderWay);
  if (inProgress && !isTurnable(inProgress.status)) return none('ECS turns back a deployment already.', 'Wait for its end.');
  if (inProgress && to !== undefined) {
    return none('A deployment is in progress, of which ECS itself knows what to go back to.', 'Leave out `to`.');
  }
  if (inProgress) return { kind: 'turn-back', rollout: inProgress };
  const taskDefinition = to === undefined ? previousOf(state, rollouts) : ofRevision(state, to);
  if (!taskDefinition) {
    return none(
      'ECS remembers no complete deployment of another task definition.',
      'Give the revision as `to`, or use `/rollback`, which knows the last release that was good.',
    );
  }
  return taskDefinition === state.taskDefinition
    ? none(`${revisionOf(taskDefinition)} is what the service has.`, 'Give another revision as `to`.')
    : { kind: 'deploy', taskDefinition };
}

function none(what: string, next: string): Way {
  return { kind: 'none', obstacle: { what, next } };
}

function previousOf({ taskDefinition }: ServiceState, rollouts: readonly Rollout[]): string | undefined {
  const good = rollouts.filter(({ status }) => status === 'SUCCESSFUL');
  return good.find((rollout) => rollout.taskDefinition !== '' && rollout.taskDefinition !== taskDefinition)?.taskDefinition;
}

/** Of the same family: another one is another service's. */
function ofRevision({ taskDefinition }: ServiceState, revision: number): string {
  return `${taskDefinition.slice(0, taskDefinition.lastIndexOf(':'))}:${revision}`;
}

export async function findObstacles(services: RunbookPorts['services'], way: Way): Promise<readonly Obstacle[]> {
  if (way.kind === 'none') return [way.obstacle];
  if (way.kind === 'turn-back' || (await services.isUsable(way.taskDefinition))) return [];
  return [
    {
      what: `${revisionOf(way.taskDefinition)} is not there, or somebody has deregistered it.`,
      next: 'Give a revision as `to` that is active, or use `/rollback`, which makes a new one.',
    },
  ];
}

// Which deployment of the service a run has begun, and how it went: told by what ECS remembers, never by "steady".
import { type Fields, optional, text } from '../../define/fields.ts';
import type { Check, RunbookPlace } from '../../define/runbook.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import type { Rollout, ServiceState } from '../../ports/services.ts';
import { describeService, revisionOf, serviceOf } from './service.ts';

/** How it was before anything was begun: what is newer is ours, because whoever runs a runbook has the service alone. */
export interface RolloutBefore {
  readonly taskDefinition: string;
  /** The primary deployment, `ecs-svc/...`: it changes at once. */
  readonly deployment: string;
  /** The latest rollout that ECS remembered; of a service that is older than 90 days, it may be none. */
  readonly rollout?: string | undefined;
}

export const rolloutBefore: Fields<RolloutBefore> = { taskDefinition: text, deployment: text, rollout: optional(text) };

interface Asker {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
}

export function beforeOf({ taskDefinition, deployments }: ServiceState, [latest]: readonly Rollout[]): RolloutBefore {
  return { taskDefinition, deployment: deployments[0]?.id ?? '', ...(latest && { rollout: latest.arn }) };
}

/** Whether a try before this one has been heard: ECS starts one deployment a request. */
export async function hasBegun(scope: Asker, { deployment }: RolloutBefore): Promise<boolean> {
  const [primary] = (await describeService(scope))?.deployments ?? [];
  return primary !== undefined && primary.id !== deployment;
}

/** @returns the first one after what there was */
export function oursOf(rollouts: readonly Rollout[], { rollout }: RolloutBefore): Rollout | undefined {
  const index = rollouts.findIndex(({ arn }) => arn === rollout);
  return rollouts[(index === -1 ? rollouts.length : index) - 1];
}

export async function checkOurs({ ports, place }: Asker, before: RolloutBefore): Promise<Check> {
  const ours = oursOf(await ports.services.rollouts(serviceOf(place)), before);
  return ours ? checkOf(ours) : { kind: 'not-yet', words: 'ECS does not tell of the new deployment yet' };
}

export function checkOf({ status, taskDefinition, reason }: Rollout): Check {
  const what = `the deployment of ${revisionOf(taskDefinition)}`;
  switch (status) {
    case 'SUCCESSFUL':
      return { kind: 'yes', words: `${what} is complete` };
    case 'PENDING':
    case 'IN_PROGRESS':
      return { kind: 'not-yet', words: `${what} is in progress` };
    case 'STOP_REQUESTED':
    case 'STOPPED':
    case 'ROLLBACK_REQUESTED':
    case 'ROLLBACK_IN_PROGRESS':
    case 'ROLLBACK_SUCCESSFUL':
    case 'ROLLBACK_FAILED':
      return { kind: 'never', words: `${what} ended as ${status}${reason && `: ${reason.replace(/\.$/, '')}`}` };
    default:
      return status satisfies never;
  }
}

/** While it is, another one would have to be told apart from it. */
export function isUnderWay({ status }: Rollout): boolean {
  return isTurnable(status) || isTurningBack(status);
}

export function isTurnable(status: Rollout['status']): boolean {
  return status === 'PENDING' || status === 'IN_PROGRESS';
}

export function isTurningBack(status: Rollout['status']): boolean {
  return status === 'ROLLBACK_REQUESTED' || status === 'ROLLBACK_IN_PROGRESS';
}

// What runbooks of the environment's service have in common: which one it is, what keeps them from it, whether it serves.
import type { Check, Obstacle, RunbookPlace } from '../../define/runbook.ts';
import type { RunbookPorts } from '../../ports/runbook-ports.ts';
import type { ServiceIdentity, ServiceState } from '../../ports/services.ts';

/** The environment's own one, beside which previews may have theirs. */
export function serviceOf({ prefix }: RunbookPlace): ServiceIdentity {
  return { cluster: prefix, service: `${prefix}-app` };
}

interface Asker {
  readonly ports: RunbookPorts;
  readonly place: RunbookPlace;
}

export function describeService({ ports, place }: Asker): Promise<ServiceState | undefined> {
  return ports.services.describe(serviceOf(place));
}

export function missingService({ environment, region, prefix }: RunbookPlace): Obstacle {
  return {
    what: `There is no service ${prefix}-app in the cluster ${prefix} of ${region}.`,
    next: `Correct the environment (${environment}) or the region, or deploy it first.`,
  };
}

/** A deployment that has not ended decides about tasks itself: whoever changes them meanwhile does not know of what. */
export function isRolling({ deployments }: ServiceState): boolean {
  return deployments.some(({ status, rollout }) => status === 'PRIMARY' && rollout === 'IN_PROGRESS');
}

export const rolling: Obstacle = {
  what: 'A deployment of the service is in progress.',
  next: 'Wait for its end, or turn it back with the runbook ecs-rollback.',
};

/** Where it was described before; a service that has gone meanwhile is told as such. */
export function gone({ prefix }: RunbookPlace): Check {
  return { kind: 'never', words: `${prefix}-app is not there any more` };
}

/** Whether as many tasks run as should, and as many answer the health checks of the load balancer. */
export async function checkServing({ ports, place }: Asker, outsideOf?: string): Promise<Check> {
  const state = await describeService({ ports, place });
  if (!state) return gone(place);
  const { desired, running, pending } = state;
  if (running !== desired || pending > 0) return { kind: 'not-yet', words: `${running} of ${desired} tasks run` };
  const targets = await ports.evidence.targetHealth(serviceOf(place).service);
  const healthy = targets.filter((target) => target.state === 'healthy' && target.zone !== outsideOf).length;
  const words = `${running} of ${desired} tasks run, ${healthy} are healthy`;
  return { kind: healthy >= desired ? 'yes' : 'not-yet', words };
}

/** Of `...:task-definition/assess-staging-app:7`, or of its shorter forms: `assess-staging-app:7`. */
export function revisionOf(taskDefinition: string): string {
  return taskDefinition.slice(taskDefinition.lastIndexOf('/') + 1);
}

export function tasks(count: number): string {
  return `${count} ${count === 1 ? 'task' : 'tasks'}`;
}

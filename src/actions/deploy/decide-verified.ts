// Decides whether a rollback has come to a good end: told by the deployment's id and image, never by a service that is steady.
import type { Alarm } from '../../ports/alarms.ts';
import type { ServiceState } from '../../ports/services.ts';
import { visibleLine } from '../comment/text.ts';

export interface Verification {
  /** What Terraform told the service to run. */
  readonly taskDefinition: string;
  /** The good one. */
  readonly image: string;
  readonly watched: readonly string[];
  /** Not well before the deploy began: to go back is not what mends them. */
  readonly unwatched: readonly string[];
  readonly startedAt: Date;
  /** From the beginning until ECS has completed it. */
  readonly rolloutSeconds: number;
}

export type VerifyLook =
  | {
      readonly kind: 'seen';
      readonly at: Date;
      readonly service: ServiceState | undefined;
      /** Of the task definition that the primary deployment has. */
      readonly images: readonly string[];
      readonly alarms: readonly Alarm[];
      /** From the completion until the alarms are well. */
      readonly recoverySeconds: number;
    }
  | { readonly kind: 'blind'; readonly at: Date; readonly why: string };

export type VerifyDecision =
  | { readonly kind: 'wait'; readonly completedAt?: Date; readonly words: string }
  | { readonly kind: 'good'; readonly deploymentId: string; readonly stillBad: readonly string[] }
  | { readonly kind: 'bad'; readonly because: string };

/** @param completedAt when ECS was first seen to have completed it */
export function decideVerified(wanted: Verification, completedAt: Date | undefined, look: VerifyLook): VerifyDecision {
  if (look.kind === 'blind') return inTime(wanted, look.at, completedAt, `AWS does not answer: ${look.why}`);
  const [primary] = look.service?.deployments ?? [];
  if (!primary) return inTime(wanted, look.at, undefined, 'the service is not there');
  if (primary.taskDefinition !== wanted.taskDefinition)
    return inTime(wanted, look.at, undefined, `ECS still runs ${primary.taskDefinition}`);
  if (primary.rollout === 'FAILED')
    return { kind: 'bad', because: `ECS gave the good service up, too: ${visibleLine(primary.reason) || 'it failed'}` };
  if (!look.images.includes(wanted.image))
    return { kind: 'bad', because: `the task definition ${primary.taskDefinition} has another image than the good one` };
  if (primary.rollout !== 'COMPLETED')
    return inTime(wanted, look.at, undefined, `the good tasks take over: ${primary.running} of ${primary.desired} run`);
  return decideAlarms(wanted, completedAt ?? look.at, look, primary.id);
}

function decideAlarms(
  { watched, unwatched }: Verification,
  completedAt: Date,
  { at, alarms, recoverySeconds }: VerifyLook & { kind: 'seen' },
  deploymentId: string,
): VerifyDecision {
  const bad = watched.filter((name) => alarms.find((alarm) => alarm.name === name)?.state !== 'OK');
  const waitedFor = bad.filter((name) => !unwatched.includes(name));
  if (waitedFor.length === 0) return { kind: 'good', deploymentId, stillBad: bad };
  const words = `not well yet: ${waitedFor.join(', ')}`;
  if (at.getTime() - completedAt.getTime() <= recoverySeconds * 1000) return { kind: 'wait', completedAt, words };
  return { kind: 'bad', because: `the good service runs, and ${recoverySeconds} s later the alarms are ${words}` };
}

function inTime(
  { startedAt, rolloutSeconds }: Verification,
  at: Date,
  completedAt: Date | undefined,
  words: string,
): VerifyDecision {
  const isLate = at.getTime() - (completedAt ?? startedAt).getTime() > rolloutSeconds * 1000;
  if (isLate) return { kind: 'bad', because: `after ${rolloutSeconds} s ${words}` };
  return { kind: 'wait', words, ...(completedAt && { completedAt }) };
}

// Decides whether a deploy may begin: what is to watch over it has to be there, at rest, and heard.
import { type Failure, failure } from '../../define/failure.ts';
import type { Alarm } from '../../ports/alarms.ts';
import type { ServiceState } from '../../ports/services.ts';
import { visibleLine } from '../comment/text.ts';
import type { Baseline } from './journal.ts';

export interface StartFacts {
  readonly environment: string;
  readonly isRecovery: boolean;
  /** Nothing while there is none: the first deploy of an environment. */
  readonly service: ServiceState | undefined;
  /** Names of the alarms that watch over it. */
  readonly watched: readonly string[];
  /** Those of them that are there. */
  readonly alarms: readonly Alarm[];
  /** Names of those that the deploy itself makes. */
  readonly created: readonly string[];
}

export type StartDecision =
  /** `unwatched`: fired already, which a recovery deploy is allowed to find. */
  | { readonly kind: 'go'; readonly baseline: readonly Baseline[]; readonly unwatched: readonly string[] }
  | { readonly kind: 'refuse'; readonly failure: Failure };

export function decideStart(facts: StartFacts): StartDecision {
  const { service, watched, alarms } = facts;
  const baseline = watched.map((name) => {
    const alarm = alarms.find((each) => each.name === name);
    return alarm ? { name, transitionedAt: alarm.transitionedAt } : { name };
  });
  const restless = alarms.filter(({ state }) => state !== 'OK').map(({ name }) => name);
  // Without a service, nothing fires because of it.
  if (service === undefined) return { kind: 'go', baseline, unwatched: restless };
  const refused = missingAlarm(facts) ?? mutedAlarm(facts) ?? (facts.isRecovery ? undefined : unrest(facts, service));
  return refused ? { kind: 'refuse', failure: refused } : { kind: 'go', baseline, unwatched: restless };
}

/** ECS does not watch alarms that fire before it begins: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html */
function unrest({ environment, alarms }: StartFacts, { deployments }: ServiceState): Failure | undefined {
  const firing = alarms.find(({ state }) => state === 'ALARM');
  if (firing) {
    return failure({
      code: 'deploy/alarm-firing',
      what: `The alarm ${firing.name} fires already, since ${firing.transitionedAt}: ${visibleLine(firing.reason)}`,
      next: 'Find out why. If this deploy is what mends it, run it as a recovery; else deploy when the alarm is well again.',
    });
  }
  const silent = alarms.find(({ state }) => state === 'INSUFFICIENT_DATA');
  if (silent) {
    return failure({
      code: 'deploy/alarm-without-data',
      what: `The alarm ${silent.name} has no data, so it could not tell whether the deploy does harm.`,
      next: 'Wait until it has some, or find out what stopped its metric; to deploy nevertheless, run it as a recovery.',
    });
  }
  const [primary] = deployments;
  if (primary?.rollout !== 'IN_PROGRESS') return undefined;
  return failure({
    code: 'deploy/rollout-under-way',
    what: `ECS is rolling the service of ${environment} out already (${primary.id}), by nobody who holds the lock.`,
    next: 'Wait until that has come to its end; if it never does, run this deploy as a recovery.',
  });
}

function missingAlarm({ watched, alarms, created }: StartFacts): Failure | undefined {
  const known = [...alarms.map(({ name }) => name), ...created];
  const missing = watched.filter((name) => !known.includes(name));
  if (missing.length === 0) return undefined;
  return failure({
    code: 'deploy/alarm-missing',
    what: `Nobody would notice if the deploy did harm: the alarm ${missing.join(', ')} is not there, and the deploy does not make it.`,
    next: 'Bring it back: deploy from the commit that has it, or correct the catalogue of KPIs.',
  });
}

function mutedAlarm({ alarms }: StartFacts): Failure | undefined {
  const muted = alarms.find(({ isActionsEnabled }) => !isActionsEnabled);
  if (!muted) return undefined;
  return failure({
    code: 'deploy/alarm-muted',
    what: `The actions of the alarm ${muted.name} are switched off, so nobody would be told.`,
    next: `Switch them on again (aws cloudwatch enable-alarm-actions --alarm-names ${muted.name}), and deploy.`,
  });
}

// Decides at each look at a new service whether it is kept, rolled back, or watched for longer.
import type { Alarm } from '../../ports/alarms.ts';
import type { ServiceDeployment, ServiceState } from '../../ports/services.ts';
import { visibleLine } from '../comment/text.ts';
import type { Cause } from './journal.ts';
import type { Ring } from './rings.ts';
import { leastRequests, type WatchedAlarm } from './watched-alarms.ts';

/** What stays the same while it is watched. */
export interface Watch {
  readonly alarms: readonly WatchedAlarm[];
  /** Fired before: they break nothing off, and yet have to be well at the end. */
  readonly unwatched: readonly string[];
  readonly deploymentId: string;
  readonly startedAt: Date;
  /** From when the new tasks have taken over. */
  readonly bakeSeconds: number;
  readonly rolloutSeconds: number;
  readonly holdSeconds: number;
}

export type Look =
  | {
      readonly kind: 'seen';
      readonly at: Date;
      readonly alarms: readonly Alarm[];
      readonly rings: readonly Ring[];
      /** Nothing when the service is gone. */
      readonly service: ServiceState | undefined;
      /** Of the last minutes; asked for only where an alarm that needs them rang, and nothing where they cannot be told. */
      readonly requests: number | undefined;
    }
  /** AWS did not answer. */
  | { readonly kind: 'blind'; readonly at: Date; readonly why: string };
type Seen = Extract<Look, { readonly kind: 'seen' }>;

/** What earlier looks leave to the next one. */
export interface BakeProgress {
  readonly rolledOutAt?: Date;
  readonly blindSince?: Date;
  /** Names of alarms that rang, or were not there, at the last look. */
  readonly rang: readonly string[];
  readonly missing: readonly string[];
}

export const noProgress: BakeProgress = { rang: [], missing: [] };

export type BakeDecision =
  | { readonly kind: 'wait'; readonly progress: BakeProgress; readonly words: string }
  | { readonly kind: 'keep' }
  | { readonly kind: 'roll-back'; readonly cause: Cause };

/** What is not clear is neither good nor bad: it is watched for longer, and at the end of that it is not good. */
export function decideBake(watch: Watch, before: BakeProgress, look: Look): BakeDecision {
  if (look.kind === 'blind') return decideBlind(watch, before, look);
  const progress = progressOf(watch, before, look);
  const pending = pendingOf(watch, progress, look);
  const cause =
    causeOfDeployment(watch, look) ?? causeOfAlarms(watch, before, look) ?? causeOfTime(watch, progress, look, pending);
  if (cause) return { kind: 'roll-back', cause };
  return pending.length === 0 ? { kind: 'keep' } : { kind: 'wait', progress, words: pending.join('; ') };
}

function decideBlind({ holdSeconds }: Watch, before: BakeProgress, { at, why }: Look & { kind: 'blind' }): BakeDecision {
  const blindSince = before.blindSince ?? at;
  if (secondsFrom(blindSince, at) <= holdSeconds) {
    return { kind: 'wait', progress: { ...before, blindSince }, words: `AWS does not answer: ${why}` };
  }
  const words = `Nobody could tell for ${holdSeconds} s how the service does, because AWS did not answer: ${why}`;
  return { kind: 'roll-back', cause: { kind: 'blind', words } };
}

function progressOf({ alarms, deploymentId }: Watch, { rolledOutAt }: BakeProgress, look: Seen): BakeProgress {
  const own = look.service?.deployments.find(({ id }) => id === deploymentId);
  const since = rolledOutAt ?? (own && hasTakenOver(own) ? look.at : undefined);
  return {
    ...(since && { rolledOutAt: since }),
    rang: look.rings.map(({ name }) => name),
    missing: missingOf(alarms, look),
  };
}

function hasTakenOver({ rollout, running, desired }: ServiceDeployment): boolean {
  return rollout === 'COMPLETED' || (desired > 0 && running >= desired);
}

function missingOf(watched: readonly WatchedAlarm[], { alarms }: Seen): readonly string[] {
  return watched.map(({ name }) => name).filter((name) => !alarms.some((alarm) => alarm.name === name));
}

/** ECS turns a rollout back by itself; that the service is steady again does not mean that it runs what was deployed. */
function causeOfDeployment({ deploymentId }: Watch, { service }: Seen): Cause | undefined {
  if (!service) return { kind: 'service-missing', words: 'The service is no longer there' };
  const [primary] = service.deployments;
  const own = service.deployments.find(({ id }) => id === deploymentId);
  if (own?.rollout === 'FAILED')
    return { kind: 'rollout-failed', words: `ECS gave the deployment up: ${visibleLine(own.reason) || 'it failed'}` };
  if (primary?.id === deploymentId) return undefined;
  const words = `ECS runs another deployment (${primary?.id ?? 'none'}) in place of ${deploymentId}`;
  return { kind: 'replaced', words: own?.reason ? `${words}: ${visibleLine(own.reason)}` : words };
}

/** At the second look: a first one may have met an answer that was old, or half of one. */
function causeOfAlarms(watch: Watch, before: BakeProgress, look: Seen): Cause | undefined {
  // Nobody can tell any more, and to go back makes it anew.
  const [missing] = missingOf(watch.alarms, look).filter((name) => before.missing.includes(name));
  if (missing !== undefined)
    return { kind: 'alarm-missing', alarm: missing, words: `The alarm ${missing} was removed while it was watching` };
  const ring = look.rings.find((each) => before.rang.includes(each.name) && isTrusted(watch, each, look));
  if (!ring) return undefined;
  const { name, at, lasts, reason } = ring;
  const words = lasts ? `The alarm ${name} rang: ${visibleLine(reason)}` : `The alarm ${name} rang, and has gone back since`;
  return { kind: 'alarm', alarm: name, alarmAt: at, words: withoutStop(words) };
}

function isTrusted({ alarms, unwatched }: Watch, { name }: Ring, { requests }: Seen): boolean {
  if (unwatched.includes(name)) return false;
  const needsRequests = alarms.some((each) => each.name === name && each.needsRequests);
  return !needsRequests || requests === undefined || requests >= leastRequests;
}

function causeOfTime(watch: Watch, progress: BakeProgress, { at }: Seen, pending: readonly string[]): Cause | undefined {
  const { startedAt, rolloutSeconds, bakeSeconds, holdSeconds } = watch;
  const { rolledOutAt } = progress;
  if (rolledOutAt === undefined) {
    if (secondsFrom(startedAt, at) <= rolloutSeconds) return undefined;
    return { kind: 'late', words: `After ${rolloutSeconds} s its tasks had not taken over` };
  }
  if (pending.length === 0 || secondsFrom(rolledOutAt, at) <= bakeSeconds + holdSeconds) return undefined;
  return { kind: 'unsettled', words: `It was not clear in time that it is well: ${pending.join('; ')}` };
}

/** What keeps it from being kept, in words; nothing when all is well. */
function pendingOf(watch: Watch, { rolledOutAt, missing }: BakeProgress, look: Seen): readonly string[] {
  const own = look.service?.deployments.find(({ id }) => id === watch.deploymentId);
  if (rolledOutAt === undefined) return [`its tasks take over: ${own?.running ?? 0} of ${own?.desired ?? 0} run`];
  const leftSeconds = watch.bakeSeconds - secondsFrom(rolledOutAt, look.at);
  return [
    ...(leftSeconds > 0 ? [`watched for ${Math.ceil(leftSeconds)} s more`] : []),
    ...(own?.rollout === 'COMPLETED' ? [] : ['ECS has not completed the deployment']),
    ...missing.map((name) => `the alarm ${name} is not there`),
    ...look.alarms.filter(({ state }) => state !== 'OK').map(({ name, state }) => `the alarm ${name} is in ${state}`),
    // It has just gone back: the next look decides.
    ...look.rings.filter((ring) => !ring.lasts && isTrusted(watch, ring, look)).map(({ name }) => `the alarm ${name} has rung`),
  ];
}

function withoutStop(words: string): string {
  return words.replace(/\.+$/, '');
}

function secondsFrom(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}

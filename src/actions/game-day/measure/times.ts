// How long it took to notice, to break off, to stop and to recover, by AWS's own clocks; and what AWS charges.
import type { AlarmTransition } from '../../../ports/alarms.ts';
import type { Experiment } from '../../../ports/experiments.ts';
import type { Abort, RecoveryOutcome, Times } from '../game-day.ts';
import { isFault } from '../preflight/facts.ts';
import { msOf } from '../world.ts';

export interface TimeFacts {
  readonly experiment: Experiment | undefined;
  readonly transitions: readonly AlarmTransition[];
  readonly abort: Abort | undefined;
  readonly recovery: readonly RecoveryOutcome[];
  /** How far AWS's clock is ahead of ours: our instants are moved by it. */
  readonly clockSkewSeconds: number;
}

export function computeTimes({ experiment, transitions, abort, recovery, clockSkewSeconds }: TimeFacts): Times {
  const skewMs = clockSkewSeconds * 1000;
  const faultMs = earliest((experiment?.actions ?? []).filter(isFault).map(({ startedAt }) => startedAt));
  const alarmMs = earliest([...transitions.filter(({ to }) => to === 'ALARM').map(({ at }) => at), abort?.alarmAt]);
  const requestMs = abort?.requestedAt === undefined ? undefined : msOf(abort.requestedAt) + skewMs;
  const endMs = experiment?.endedAt === undefined ? undefined : msOf(experiment.endedAt);
  const isAlarmed = abort?.because === 'alarm' || abort?.because === 'stop-condition';
  return {
    ...seconds('detectSeconds', faultMs, alarmMs),
    ...(isAlarmed && { ...seconds('abortSeconds', alarmMs, requestMs), ...seconds('stopSeconds', alarmMs, endMs) }),
    ...seconds('recoverSeconds', endMs, recoveredMs(recovery, skewMs)),
  };
}

/** Nothing until everything has. */
function recoveredMs(recovery: readonly RecoveryOutcome[], skewMs: number): number | undefined {
  const instants = recovery.flatMap(({ at }) => at ?? []);
  return recovery.length === 0 || instants.length < recovery.length ? undefined : Math.max(...instants.map(msOf)) + skewMs;
}

function earliest(instants: readonly (string | undefined)[]): number | undefined {
  const known = instants.flatMap((instant) => (instant === undefined ? [] : [msOf(instant)]));
  return known.length === 0 ? undefined : Math.min(...known);
}

function seconds<K extends keyof Times>(name: K, fromMs: number | undefined, toMs: number | undefined): Pick<Times, K> | object {
  if (fromMs === undefined || toMs === undefined) return {};
  return { [name]: Math.max(0, Math.round((toMs - fromMs) / 100) / 10) };
}

/** https://aws.amazon.com/fis/pricing/ : by the minute and action. */
const usdPerActionMinute = 0.1;

/** As if every action that began were charged for a minute at least; one that is skipped is not. */
export function computeCostUsd(experiment: Experiment | undefined): number {
  const minutes = (experiment?.actions ?? []).map(({ startedAt, endedAt, status }) => {
    if (startedAt === undefined || status === 'skipped') return 0;
    const end = endedAt ?? experiment?.endedAt ?? startedAt;
    return Math.max(1, Math.ceil((msOf(end) - msOf(startedAt)) / 60_000));
  });
  return Math.round(minutes.reduce((total, one) => total + one, 0) * usdPerActionMinute * 100) / 100;
}

/** By how much an answer of AWS lies outside of when it was asked: within that, nobody can tell. */
export function computeSkewSeconds(awsInstant: string, asked: Date, answered: Date): number {
  const atMs = msOf(awsInstant);
  // Its instants may be whole seconds.
  const earliestMs = Math.floor(asked.getTime() / 1000) * 1000;
  if (atMs < earliestMs) return (atMs - earliestMs) / 1000;
  return atMs > answered.getTime() ? (atMs - answered.getTime()) / 1000 : 0;
}

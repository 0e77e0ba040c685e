// Waits until all is well again after a drill, and notes when each thing was: twice in a row, so that it stays so.
import type { RecoveryCheck } from '../../../define/drill.ts';
import type { Experiment } from '../../../ports/experiments.ts';
import type { Before, RecoveryOutcome } from '../game-day.ts';
import type { Scene } from '../scene.ts';
import { isExpiry } from '../watch/question.ts';
import { clip, type GameDayWorld, wordsOf } from '../world.ts';
import {
  decideAcls,
  decideAlarms,
  decideBalance,
  decideCache,
  decideDatabase,
  decideExperimentEnded,
  decideShifts,
  decideTaskDefinition,
  type Holds,
} from './decide-recovery.ts';

export interface Recovering {
  readonly scene: Scene;
  readonly watched: readonly string[];
  readonly experiment: Experiment | undefined;
  readonly before: Before | undefined;
  readonly checks: readonly RecoveryCheck[];
  readonly recoverySeconds: number;
  /** When the experiment had ended, or its end was taken over. */
  readonly since: Date;
}

type Seen = Holds | { readonly problem: string };

/** What one check has been so far: since when it is true without a break, and as it was last seen. */
interface Track {
  readonly trueSince?: Date;
  readonly timesTrue: number;
  readonly last: Seen;
}

/** It takes several calls a time, and changes by the minute. */
const leastPollSeconds = 10;
/** Whether it was late or never came is worth as long a wait again. */
const patience = 2;
const hurriedSeconds = 60;

/** @throws `aws/credentials-expired` */
export async function verifyRecovery(world: GameDayWorld, recovering: Recovering): Promise<readonly RecoveryOutcome[]> {
  const { clock, settings } = world;
  const { checks, recoverySeconds, since } = recovering;
  const waitSeconds = settings.isHurried ? hurriedSeconds : patience * recoverySeconds;
  const endMs = Math.max(since.getTime() + waitSeconds * 1000, clock.now().getTime() + hurriedSeconds * 1000);
  const tracks = new Map<RecoveryCheck, Track>();
  for (;;) {
    const seen = await Promise.all(checks.map((check) => look(world, recovering, check)));
    const now = clock.now();
    checks.forEach((check, index) => {
      const one = seen[index];
      if (one) tracks.set(check, goOn(tracks.get(check), one, now));
    });
    const isWell = checks.every((check) => (tracks.get(check)?.timesTrue ?? 0) >= 2);
    if (isWell || now.getTime() >= endMs) return checks.map((check) => outcomeOf(check, tracks.get(check), recovering, now));
    await clock.sleep(Math.max(leastPollSeconds, settings.pollSeconds) * 1000);
  }
}

function goOn(before: Track | undefined, last: Seen, now: Date): Track {
  if ('problem' in last || !last.isTrue) return { timesTrue: 0, last };
  return { timesTrue: (before?.timesTrue ?? 0) + 1, trueSince: before?.trueSince ?? now, last };
}

function outcomeOf(
  check: RecoveryCheck,
  track: Track | undefined,
  { since, recoverySeconds }: Recovering,
  now: Date,
): RecoveryOutcome {
  if (!track || 'problem' in track.last)
    return { check, status: 'unknown', words: track ? wordsIn(track.last) : 'Not looked at' };
  const words = clip(track.last.words);
  if (!track.trueSince || track.timesTrue < 2) {
    // Who had to leave before its time was over does not know.
    const hadItsTime = now.getTime() - since.getTime() >= recoverySeconds * 1000;
    return { check, status: hadItsTime ? 'bad' : 'unknown', words };
  }
  const isLate = track.trueSince.getTime() - since.getTime() > recoverySeconds * 1000;
  return { check, status: isLate ? 'late' : 'ok', words, at: track.trueSince.toISOString() };
}

function wordsIn(seen: Seen): string {
  return 'problem' in seen ? seen.problem : seen.words;
}

async function look(world: GameDayWorld, recovering: Recovering, check: RecoveryCheck): Promise<Seen> {
  try {
    return await gatherCheck(world, recovering, check);
  } catch (error) {
    if (isExpiry(error)) throw error;
    return { problem: wordsOf(error) };
  }
}

async function gatherCheck(world: GameDayWorld, recovering: Recovering, check: RecoveryCheck): Promise<Holds> {
  const { scene, watched, experiment, before } = recovering;
  const { services, networks, zonalShifts, alarms, databases, caches, experiments } = world;
  switch (check) {
    case 'experiment-ended':
      return decideExperimentEnded(experiment && ((await experiments.get(experiment.id)) ?? experiment));
    case 'alarms-ok':
      return decideAlarms(watched, await alarms.read(watched));
    case 'no-fis-network-acls':
      return decideAcls(await networks.fisAcls(scene.vpcId));
    case 'no-zonal-shift':
      return decideShifts(await zonalShifts.active(), scene.loadBalancerArn);
    case 'tasks-balanced': {
      const [tasks, state] = await Promise.all([services.tasks(scene.service), services.describe(scene.service)]);
      return decideBalance(scene.zones, tasks, state);
    }
    case 'service-on-good-task-definition':
      return decideTaskDefinition(await services.describe(scene.service), before);
    case 'database-available':
      return decideDatabase(scene.database && (await databases.describe(scene.database.name)));
    case 'cache-available':
      return decideCache(scene.cache && (await caches.describe(scene.cache.name)));
    default:
      return check satisfies never;
  }
}

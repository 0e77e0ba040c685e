// Watches an experiment until it has ended, or until it has been asked to end: alarms and FIS at every poll.
import type { Experiment } from '../../../ports/experiments.ts';
import { attempt } from '../../comment/attempt.ts';
import type { Abort } from '../game-day.ts';
import type { Journal } from '../journal.ts';
import type { Teller } from '../tell.ts';
import type { GameDayWorld } from '../world.ts';
import { decideWatch, type WatchFacts } from './decide-watch.ts';
import { firstPoll, gatherPoll, type Poll } from './gather-poll.ts';

export interface Watching {
  readonly journal: Journal;
  readonly teller: Teller;
  readonly experiment: Experiment;
  /** Names of the alarms that break it off. */
  readonly watched: readonly string[];
}

export interface Watched {
  /** As it was last seen. */
  readonly experiment: Experiment;
  /** Nothing where it ended by itself. */
  readonly abort?: Abort;
}

export async function watchExperiment(world: GameDayWorld, watching: Watching): Promise<Watched> {
  const { journal, teller, watched } = watching;
  let poll = firstPoll(watching.experiment);
  let noting: Promise<void> = Promise.resolve();
  for (;;) {
    const seenBefore = poll.experiment;
    // From beginning to beginning, so that what a poll takes itself does not come on top.
    const endMs = world.clock.now().getTime() + world.settings.pollSeconds * 1000;
    poll = await gatherPoll(world, { gameDay: journal.current(), watched, endMs }, poll);
    const decision = decideWatch(factsOf(world, watching, poll));
    const { experiment } = poll;
    if (decision.kind !== 'go-on') {
      const abort = decision.kind === 'stop' ? { abort: await requestStop(world, poll, decision.abort) } : {};
      await noting;
      return { experiment, ...abort };
    }
    // One after the other; alarms do not wait for a bucket that does not answer.
    if (hasMoved(seenBefore, experiment)) noting = noting.then(() => journal.note({ experiment }));
    teller.tellSoon(journal.current());
    await pauseUntil(world, endMs);
  }
}

/** Before anything is written down: each second of it is one that users notice. */
async function requestStop(world: GameDayWorld, { experiment }: Poll, abort: Abort): Promise<Abort> {
  const isStopped = await attempt(world, 'stop the experiment', async () => {
    await world.experiments.stop(experiment.id);
    return true;
  });
  world.progress.warning(`${abort.words}.`);
  return isStopped ? { ...abort, requestedAt: world.clock.now().toISOString() } : abort;
}

function factsOf({ clock, settings, signal }: GameDayWorld, { journal, watched }: Watching, poll: Poll): WatchFacts {
  const { clockSkewSeconds = 0, templateUpdatedAt } = journal.current();
  return {
    now: clock.now(),
    clockSkewSeconds,
    experiment: poll.experiment,
    watched,
    alarms: poll.alarms,
    transitions: poll.transitions,
    unanswered: poll.unanswered,
    mostUnanswered: settings.mostUnanswered,
    abortRequest: poll.abortRequest,
    isCancelled: signal?.aborted === true,
    credentials: {
      haveExpired: poll.haveCredentialsExpired,
      expireAt: settings.credentialsExpireAt,
      reserveSeconds: settings.credentialReserveSeconds,
    },
    template: { startedWith: templateUpdatedAt, now: poll.templateUpdatedAt },
  };
}

function hasMoved(before: Experiment, now: Experiment): boolean {
  const stateOf = ({ status, actions }: Experiment) => [status, ...actions.map((action) => action.status)].join();
  return stateOf(before) !== stateOf(now);
}

/** A cancellation is seen at once, and not at the next poll. */
async function pauseUntil({ clock, signal }: GameDayWorld, endMs: number): Promise<void> {
  try {
    await clock.sleep(Math.max(0, endMs - clock.now().getTime()), signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

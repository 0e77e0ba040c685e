// Watches an experiment until it has ended, or until it has been asked to end: alarms and FIS at every poll.
import { drillTag } from '../../../define/drill.ts';
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
  let template: string | undefined;
  for (;;) {
    const seenBefore = poll.experiment;
    poll = await gatherPoll(world, journal.current(), watched, poll);
    const decision = decideWatch(factsOf(world, watching, poll, template));
    if (decision.kind === 'stop') return { experiment: poll.experiment, abort: await requestStop(world, poll, decision.abort) };
    if (decision.kind === 'ended') return { experiment: poll.experiment };
    if (hasMoved(seenBefore, poll.experiment)) await journal.note({ experiment: poll.experiment });
    teller.tellSoon(journal.current());
    if (poll.number % templateEvery === 0) template = await gatherTemplateChange(world, poll.experiment, watching);
    await pause(world);
  }
}

/** A change does no harm to what runs; it must only not go unnoticed. */
const templateEvery = 6;

async function gatherTemplateChange(
  world: GameDayWorld,
  { templateId }: Experiment,
  { journal }: Watching,
): Promise<string | undefined> {
  const { environment, drill } = journal.current();
  const found = await attempt(world, 'look at the experiment template', () =>
    world.experiments.templates({ Environment: environment, [drillTag]: drill }),
  );
  return found?.find(({ id }) => id === templateId)?.lastUpdatedAt;
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

function factsOf(
  { clock, settings, signal }: GameDayWorld,
  { journal, watched }: Watching,
  poll: Poll,
  template: string | undefined,
): WatchFacts {
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
    template: { startedWith: templateUpdatedAt, now: template },
  };
}

function hasMoved(before: Experiment, now: Experiment): boolean {
  const stateOf = ({ status, actions }: Experiment) => [status, ...actions.map((action) => action.status)].join();
  return stateOf(before) !== stateOf(now);
}

/** A cancellation is seen at once, and not at the next poll. */
async function pause({ clock, settings, signal }: GameDayWorld): Promise<void> {
  try {
    await clock.sleep(settings.pollSeconds * 1000, signal);
  } catch (error) {
    if (!signal?.aborted) throw error;
  }
}

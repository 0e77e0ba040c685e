// Ends the game day of another run: stops its experiment at once, and waits until somebody has put everything right.
import { failure, isFailure } from '../../define/failure.ts';
import { attempt } from '../comment/attempt.ts';
import { isSameOwner } from '../preview/lock.ts';
import { writeAbortRequest } from './abort-request.ts';
import type { GameDay } from './game-day.ts';
import { findExperiment } from './inject.ts';
import { gatherJournal, gatherUnfinished } from './journal.ts';
import { type Resumed, resume } from './resume.ts';
import type { GameDayWorld } from './world.ts';

export interface AbortAsk {
  readonly by: string;
  /** Also the safety lever of the account and region. */
  readonly isAll: boolean;
}

export type Aborted =
  | { readonly kind: 'none'; readonly isLeverEngaged: boolean }
  | { readonly kind: 'ended'; readonly gameDay: GameDay; readonly isLeverEngaged: boolean };

/** @throws `game-day/abort-unfinished` when nobody has put things right in time */
export async function abortGameDay(world: GameDayWorld, { by, isAll }: AbortAsk): Promise<Aborted> {
  const { documents, experiments, clock, settings } = world;
  if (isAll) await experiments.engageSafetyLever(`Game days of ${settings.environment} were aborted by ${by}`);
  const unfinished = await gatherUnfinished(world, settings.environment);
  if (!unfinished) return { kind: 'none', isLeverEngaged: isAll };
  const { gameDay } = unfinished;
  const at = clock.now().toISOString();
  await attempt(world, 'ask for its end', () =>
    writeAbortRequest(documents, settings.environment, { gameDay: gameDay.id, by, at }),
  );
  await attempt(world, 'stop the experiment', async () => {
    const experiment = gameDay.experiment ?? (await findExperiment(world, gameDay.id));
    if (experiment) await experiments.stop(experiment.id);
  });
  return { kind: 'ended', gameDay: await waitForEnd(world, gameDay), isLeverEngaged: isAll };
}

/** From here on it can only be measured and told. */
const putRight: readonly GameDay['phase'][] = ['verify', 'measure', 'ended'];

async function waitForEnd(world: GameDayWorld, { id, environment }: GameDay): Promise<GameDay> {
  const { documents, clock, settings, workflowRuns, run } = world;
  const endMs = clock.now().getTime() + settings.abortWaitSeconds * 1000;
  for (;;) {
    const found = await gatherJournal(documents, environment);
    if (found.kind === 'valid' && (found.gameDay.id !== id || putRight.includes(found.gameDay.phase))) return found.gameDay;
    const isAlive =
      found.kind === 'valid' && !isSameOwner(found.gameDay.run, run) && (await workflowRuns.isActive(found.gameDay.run));
    const resumed = isAlive ? undefined : await resumeUnlessLocked(world);
    if (resumed?.kind === 'finished') return resumed.gameDay;
    if (clock.now().getTime() >= endMs) throw unfinished(environment, id);
    await clock.sleep(settings.pollSeconds * 1000);
  }
}

/** Another run may have taken it over a moment ago: then that one is waited for. */
async function resumeUnlessLocked(world: GameDayWorld): Promise<Resumed | undefined> {
  try {
    return await resume(world);
  } catch (error) {
    if (isFailure(error) && error.code === 'game-day/locked') return undefined;
    throw error;
  }
}

function unfinished(environment: string, id: string) {
  return failure({
    code: 'game-day/abort-unfinished',
    what: `The game day ${id} on ${environment} was asked to end, and has not put everything right yet.`,
    next: 'Look at its run; /game-day abort --all ends every experiment of the account and region.',
  });
}

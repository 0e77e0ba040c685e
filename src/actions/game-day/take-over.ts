// Finishes what a run left that has died: ends its experiment, puts right what it broke, and reports that it did.
import type { DrillDefinition } from '../../define/drill.ts';
import { failure } from '../../define/failure.ts';
import { isSameOwner, ownerText } from '../preview/lock.ts';
import { conclude, end } from './conclude.ts';
import type { Abort, GameDay } from './game-day.ts';
import { gatherHistory } from './history.ts';
import { findExperiment } from './inject.ts';
import { openJournal } from './journal.ts';
import { gameDayTag } from './new-game-day.ts';
import type { Play } from './play.ts';
import { gatherScene } from './scene.ts';
import { openTeller } from './tell.ts';
import { stopExperiment } from './watch/stop.ts';
import { watchedAlarms } from './watched-alarms.ts';
import type { GameDayWorld } from './world.ts';

export interface Unfinished {
  readonly gameDay: GameDay;
  readonly version: string;
}

export interface TakenOver {
  readonly gameDay: GameDay;
  readonly drill: DrillDefinition;
}

/** Under the environment's lock. @throws `game-day/unknown-drill`, or what `conclude` throws */
export async function takeOver(world: GameDayWorld, { gameDay, version }: Unfinished): Promise<TakenOver> {
  const { documents, progress, settings } = world;
  const drill = drillOf(world, gameDay);
  progress.warning(`The game day ${gameDay.id} was left in its phase ${gameDay.phase}; bringing it to its end.`);
  const scene = await gatherScene(world.taggedResources, settings.environment, settings.region);
  const history = await gatherHistory(documents, gameDay.environment, gameDay.drill);
  const journal = await openJournal({ documents, progress, gameDay: takenOver(world, gameDay), version });
  const teller = openTeller(world, drill, history);
  const play: Play = { world, drill, scene, journal, teller, history, watched: watchedAlarms(world.catalogue, scene) };
  if (gameDay.phase === 'preflight') {
    await endPreviews(world, gameDay);
    return { drill, gameDay: await end(play, nothingBroken(journal.current())) };
  }
  if (gameDay.experiment === undefined) {
    const experiment = await findExperiment(world, gameDay.id);
    if (experiment) await journal.note({ experiment });
  }
  return { drill, gameDay: await conclude(play) };
}

function takenOver({ run, settings, clock }: GameDayWorld, gameDay: GameDay): GameDay {
  const isOwn = isSameOwner(gameDay.run, run);
  const who = isOwn ? 'Its job' : `Its run (${ownerText(gameDay.run)})`;
  const abort: Abort = {
    because: isOwn ? 'cancelled' : 'lost',
    words: `${who} ended in the phase ${gameDay.phase}`,
    decidedAt: clock.now().toISOString(),
  };
  return {
    ...gameDay,
    abort: gameDay.abort ?? abort,
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: settings.runUrl,
    takenOverFrom: [...gameDay.takenOverFrom, gameDay.run],
  };
}

/** It does nothing, but as long as it is there, no drill begins. */
async function endPreviews(world: GameDayWorld, { id }: GameDay): Promise<void> {
  const previews = (await world.experiments.active()).filter(({ tags }) => tags[gameDayTag] === id);
  for (const preview of previews) await stopExperiment(world, preview);
}

function nothingBroken(gameDay: GameDay): GameDay {
  const words = gameDay.abort?.words ?? 'Its run ended';
  return { ...gameDay, verdict: 'aborted', because: `${words}: nothing had been broken.` };
}

function drillOf({ drills }: GameDayWorld, { drill: name, id }: GameDay): DrillDefinition {
  const drill = drills.find((one) => one.id === name);
  if (drill) return drill;
  throw failure({
    code: 'game-day/unknown-drill',
    what: `The game day ${id} was left unfinished, and this version knows no drill ${name}.`,
    next: 'Finish it with the version that began it: mode resume.',
  });
}

// Starts the experiment, and writes down that it is about to: from then on everything is put right, whatever happens.
import { failure } from '../../define/failure.ts';
import type { Experiment, ExperimentTemplate } from '../../ports/experiments.ts';
import { computeSkewSeconds } from './measure/times.ts';
import { experimentTags, gameDayTag } from './new-game-day.ts';
import type { Play } from './play.ts';
import { gatherTemplates } from './preflight/gather.ts';
import { walk } from './steps.ts';
import { type GameDayWorld, wordsOf } from './world.ts';

export type Injected =
  | { readonly kind: 'started'; readonly experiment: Experiment }
  /** `words` completes "FIS did not start it: ...". */
  | { readonly kind: 'not-started'; readonly words: string };

/** @throws what the bucket says when the journal cannot be written: then nothing is broken */
export async function inject(play: Play, template: ExperimentTemplate): Promise<Injected> {
  const { world, journal } = play;
  const { clientToken } = journal.current();
  await journal.write({ phase: 'inject', templateId: template.id, templateUpdatedAt: template.lastUpdatedAt });
  const asked = world.clock.now();
  const started = await walk(world.progress, 'start-experiment', () =>
    start(world, play, { templateId: template.id, clientToken, isPreview: false, tags: experimentTags(journal.current()) }),
  );
  if (started.kind === 'not-started') return started;
  const clockSkewSeconds = computeSkewSeconds(started.experiment.createdAt, asked, world.clock.now());
  // It runs: whether that can be written down or not, it is watched.
  await journal.note({ experiment: started.experiment, clockSkewSeconds });
  return started;
}

async function start(
  world: GameDayWorld,
  play: Play,
  request: Parameters<GameDayWorld['experiments']['start']>[0],
): Promise<Injected> {
  try {
    return { kind: 'started', experiment: await world.experiments.start(request) };
  } catch (error) {
    // An answer may have been lost on its way.
    const experiment = await findExperiment(world, play.journal.current().id);
    return experiment ? { kind: 'started', experiment } : { kind: 'not-started', words: wordsOf(error) };
  }
}

/** AWS needs a moment until it lists what it has begun. */
const looks = 3;

/** One whose start nobody wrote down: by its tag, among those that have not ended. */
export async function findExperiment(world: GameDayWorld, gameDay: string): Promise<Experiment | undefined> {
  const { experiments, clock, settings, progress } = world;
  for (let look = 1; ; look += 1) {
    try {
      const found = (await experiments.active()).find(({ tags, actions }) => {
        return tags[gameDayTag] === gameDay && !actions.every(({ status }) => status === 'skipped');
      });
      if (found || look === looks) return found;
    } catch (error) {
      if (look === looks) throw error;
      progress.warning(`Could not look for the experiment: ${wordsOf(error)}`);
    }
    await clock.sleep(settings.pollSeconds * 1000);
  }
}

/** @throws `game-day/template-changed` when it is no longer the one that was looked at */
export async function refuseChangedTemplate({ world, drill, journal }: Play, looked: ExperimentTemplate): Promise<void> {
  const [template, another] = await gatherTemplates(world, drill, journal.current().zone);
  if (template && !another && template.id === looked.id && template.lastUpdatedAt === looked.lastUpdatedAt) return;
  throw failure({
    code: 'game-day/template-changed',
    what: `The experiment template ${looked.id} was changed while everything else was looked at.`,
    next: 'Find out who changed it, and play the drill again.',
  });
}

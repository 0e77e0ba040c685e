// Sees to it that an experiment has ended: asks for it, again where nobody answered, and waits until FIS says so.
import { type Experiment, hasEnded } from '../../../ports/experiments.ts';
import { type GameDayWorld, wordsOf } from '../world.ts';
import { isExpiry } from './question.ts';

export type Stopped =
  | { readonly kind: 'ended'; readonly experiment: Experiment; readonly requestedAt?: string }
  | { readonly kind: 'running'; readonly words: string; readonly experiment: Experiment };

/** It is asked for again where it still runs as if nobody had. */
const askAgainSeconds = 60;

/** @throws `aws/credentials-expired`: nothing can be done any more, and the next run does it */
export async function stopExperiment(world: GameDayWorld, experiment: Experiment): Promise<Stopped> {
  const { clock, settings } = world;
  const endMs = clock.now().getTime() + settings.stopSeconds * 1000;
  let latest = experiment;
  let requestedAt: string | undefined;
  let words = 'it still runs';
  for (;;) {
    try {
      latest = (await world.experiments.get(experiment.id)) ?? latest;
      if (hasEnded(latest)) return { kind: 'ended', experiment: latest, ...(requestedAt !== undefined && { requestedAt }) };
      if (isDue(latest, requestedAt, clock.now())) {
        await world.experiments.stop(experiment.id);
        requestedAt = clock.now().toISOString();
      }
    } catch (error) {
      if (isExpiry(error)) throw error;
      words = wordsOf(error);
      world.progress.warning(`Could not stop the experiment: ${words}`);
    }
    if (clock.now().getTime() >= endMs) return { kind: 'running', words, experiment: latest };
    await clock.sleep(settings.pollSeconds * 1000);
  }
}

function isDue({ status }: Experiment, requestedAt: string | undefined, now: Date): boolean {
  if (requestedAt === undefined) return status !== 'stopping';
  return now.getTime() - Date.parse(requestedAt) >= askAgainSeconds * 1000;
}

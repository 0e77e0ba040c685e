// Lets AWS resolve the targets of a template without doing anything to them: what would be hit, in its own words.
import { type Experiment, type Experiments, hasEnded } from '../../../ports/experiments.ts';
import type { GameDayWorld } from '../world.ts';
import { isFault, type Preview } from './facts.ts';

interface PreviewRequest {
  readonly templateId: string;
  readonly token: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Resolving takes seconds. */
const mostPolls = 24;

export async function previewTargets(
  { experiments, clock, settings }: Pick<GameDayWorld, 'experiments' | 'clock' | 'settings'>,
  { templateId, token, tags }: PreviewRequest,
): Promise<Preview> {
  let experiment: Experiment = await experiments.start({ templateId, clientToken: `${token}-preview`, isPreview: true, tags });
  for (let poll = 0; poll < mostPolls && !hasEnded(experiment); poll += 1) {
    if (hasActed(experiment)) return stopAtOnce(experiments, experiment);
    await clock.sleep(settings.pollSeconds * 1000);
    experiment = (await experiments.get(experiment.id)) ?? experiment;
  }
  if (hasActed(experiment)) return stopAtOnce(experiments, experiment);
  if (!hasEnded(experiment)) {
    await experiments.stop(experiment.id);
    return { kind: 'not-asked', because: `the preview ${experiment.id} did not end` };
  }
  if (experiment.status === 'failed') return { kind: 'not-asked', because: `the preview failed: ${experiment.reason}` };
  const targets = await experiments.resolvedTargets(experiment.id);
  return targets ? { kind: 'resolved', targets } : { kind: 'not-offered' };
}

/** An endpoint that does not know the mode would take it for a real one. */
async function stopAtOnce(experiments: Experiments, { id }: Experiment): Promise<Preview> {
  await experiments.stop(id);
  return { kind: 'acted', words: `${id} was asked only to look, and began to act; it has been stopped` };
}

function hasActed({ actions }: Experiment): boolean {
  return actions.some((action) => isFault(action) && ['initiating', 'running', 'completed'].includes(action.status));
}

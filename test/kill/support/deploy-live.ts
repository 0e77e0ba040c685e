// Plays one life of deploys to its end, and looks at what it has left.
import { openAlarms } from '../../../src/adapters/aws/alarms.ts';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { openHistory } from './deploy-history.ts';
import { describeEnd, type JobWorld, performJob, statusOf } from './deploy-job.ts';
import type { DeployLife } from './deploy-lives.ts';
import { gatherNewestGood, gatherWrong, type LeftWorld } from './deploy-wrong.ts';
import { bringUpService, imageOf } from './deployed-service.ts';
import type { Lane } from './lanes.ts';
import type { StageOptions } from './stage.ts';
import { openStageLane } from './stage-lane.ts';

export interface DeployLived {
  /** How each run ended: `killed`, or what it says of itself. */
  readonly runs: readonly string[];
  /** What is not as it should be. */
  readonly wrong: readonly string[];
}

interface DeployLane extends JobWorld {
  readonly left: LeftWorld;
}

export function openDeployLane(options: StageOptions): Promise<Lane<DeployLife, DeployLived>> {
  return openStageLane(options, async (stage, provider) => {
    const service = await bringUpService(stage, provider);
    const client = sdkConfig(stage.world.emulator);
    const lane: DeployLane = {
      stage,
      provider,
      service,
      left: {
        documents: stage.documents,
        services: openServices(client),
        alarms: openAlarms(client),
        badImages: service.badImages,
        gatherHistory: openHistory(stage.host.bucket, client),
      },
    };
    await recordFirst(lane);
    return { play: (life) => live(lane, life), close: service.stop };
  });
}

/** What Terraform has brought up is good only when a deploy has seen that it is well. */
async function recordFirst(lane: DeployLane): Promise<void> {
  const { stage, service } = lane;
  const run = { event: 'release', status: 'nothing-to-do' } as const;
  const end = await performJob(lane, run, { ...stage.merge(), image: service.firstImage });
  if (statusOf(end) !== 'nothing-to-do') throw new Error(`the first service was not recorded:\n${end.lines.join('\n')}`);
  await lane.left.gatherHistory();
}

async function live(lane: DeployLane, life: DeployLife): Promise<DeployLived> {
  const { stage, service } = lane;
  let wantedImage = (await gatherNewestGood(stage.documents))?.image ?? 'none';
  const runs: string[] = [];
  for (const run of life) {
    const merge = stage.merge();
    const image = imageOf(merge.sha);
    if (run.event === 'bad release') service.badImages.add(image.slice(image.indexOf('@') + 1));
    const end = await performJob(lane, run, { ...merge, image });
    runs.push(describeEnd(end, run));
    if (statusOf(end) === 'deployed') wantedImage = image;
  }
  const wrong = await gatherWrong(lane.left, wantedImage);
  return { runs, wrong: wrong.length === 0 ? [] : [...wrong, ...service.recentMinutes()] };
}

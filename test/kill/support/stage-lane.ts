// A lane on a stage of its own, with a provider that its Terraform commands share.
import type { Lane } from './lanes.ts';
import { type SharedProvider, shareProvider } from './shared-provider.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

/** @param settle makes what lives are played on; what it fails with ends the stage, too */
export async function openStageLane<Life, Lived>(
  options: StageOptions,
  settle: (stage: Stage, provider: SharedProvider) => Promise<Lane<Life, Lived>>,
): Promise<Lane<Life, Lived>> {
  const stage = await openStage(options);
  try {
    const provider = await shareProvider(stage);
    const { play, close } = await settle(stage, provider);
    return {
      play,
      close: async () => {
        await close();
        await provider.stop();
        await stage.close();
      },
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

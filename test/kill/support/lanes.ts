// Plays many lives side by side: each lane, a world of its own, takes the next one.
import { type Lane, type Lived, live } from './live.ts';
import type { Life } from './lives.ts';
import { openJobs } from './shared-preview.ts';
import { shareProvider } from './shared-provider.ts';
import { openStage, type StageOptions } from './stage.ts';

export async function playAll(lives: readonly Life[], lanes: number, options: StageOptions): Promise<ReadonlyMap<Life, Lived>> {
  const waiting = [...lives];
  const played = new Map<Life, Lived>();
  const playLane = async (): Promise<void> => {
    const { lane, close } = await openLane(options);
    try {
      for (let life = waiting.shift(); life; life = waiting.shift()) played.set(life, await live(lane, life));
    } finally {
      await close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, playLane));
  return played;
}

async function openLane(options: StageOptions): Promise<{ readonly lane: Lane; close(): Promise<void> }> {
  const stage = await openStage(options);
  try {
    const provider = await shareProvider(stage);
    const close = async (): Promise<void> => {
      await provider.stop();
      await stage.close();
    };
    return { lane: { stage, provider, jobs: openJobs(stage, provider.environment) }, close };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

// Plays many lives side by side: each lane, a world of its own, takes the next one.

export interface Lane<Life, Lived> {
  play(life: Life): Promise<Lived>;
  close(): Promise<void>;
}

export async function playAll<Life, Lived>(
  lives: readonly Life[],
  lanes: number,
  open: () => Promise<Lane<Life, Lived>>,
): Promise<ReadonlyMap<Life, Lived>> {
  const waiting = [...lives];
  const played = new Map<Life, Lived>();
  const playLane = async (): Promise<void> => {
    const lane = await open();
    try {
      for (let life = waiting.shift(); life; life = waiting.shift()) played.set(life, await lane.play(life));
    } finally {
      await lane.close();
    }
  };
  await Promise.all(Array.from({ length: lanes }, playLane));
  return played;
}

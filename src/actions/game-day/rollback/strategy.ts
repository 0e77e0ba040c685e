// What every rollback strategy is given, and what it says when it is done.
import type { GameDay, RollbackOutcome } from '../game-day.ts';
import type { Scene } from '../scene.ts';
import type { GameDayWorld } from '../world.ts';

export interface RollbackContext {
  readonly world: GameDayWorld;
  readonly scene: Scene;
  readonly gameDay: GameDay;
}

export type RollbackResult = Pick<RollbackOutcome, 'status' | 'words'>;

/** Again without harm: it looks first, and does only what is left to do. @throws what the world says */
export type RollBack = (context: RollbackContext) => Promise<RollbackResult>;

export function done(words: string): RollbackResult {
  return { status: 'done', words };
}

export function nothingToDo(words: string): RollbackResult {
  return { status: 'nothing-to-do', words };
}

export function failed(words: string): RollbackResult {
  return { status: 'failed', words };
}

/** Tries until it is done, waiting in between. @returns nothing when time is over */
export async function until<T>(
  { clock, settings }: Pick<GameDayWorld, 'clock' | 'settings'>,
  tryOnce: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const endMs = clock.now().getTime() + settings.rollbackSeconds * 1000;
  for (;;) {
    const result = await tryOnce();
    if (result !== undefined) return result;
    if (clock.now().getTime() >= endMs) return undefined;
    await clock.sleep(settings.pollSeconds * 1000);
  }
}

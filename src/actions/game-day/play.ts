// What the phases of a game day share, from its first look to its report.
import type { DrillDefinition } from '../../define/drill.ts';
import type { GameDay, PastGameDay } from './game-day.ts';
import type { Journal } from './journal.ts';
import type { Scene } from './scene.ts';
import type { Teller } from './tell.ts';
import type { GameDayWorld } from './world.ts';

export interface Play {
  readonly world: GameDayWorld;
  readonly drill: DrillDefinition;
  readonly scene: Scene;
  readonly journal: Journal;
  readonly teller: Teller;
  /** Names of the alarms that break it off. */
  readonly watched: readonly string[];
  /** Earlier ones of the drill, newest first. */
  readonly history: readonly PastGameDay[];
}

/** Written down before it begins, so that whoever comes after a crash knows what may have been done. */
export async function beginPhase(
  { journal, teller }: Play,
  phase: GameDay['phase'],
  change: Partial<GameDay> = {},
): Promise<void> {
  await journal.note({ ...change, phase });
  teller.tellSoon(journal.current());
}
